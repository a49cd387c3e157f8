//! Files are edited, and what is served follows.

use crate::preview::{Site, brief, wait};
use std::fs;

#[test]
fn an_edit_is_served_and_told_of() {
    let site = Site::new();
    let preview = site.serve(&[]);
    assert!(preview.get("/briefs/first/").text().contains("Old words."));
    site.write("content/briefs/first.md", &brief("First", "New words."));
    preview.wait_for("/briefs/first/", "New words.");
    let line = preview.wait_for_line("content/briefs/first.md changed: ");
    assert!(line.ends_with(" ms"), "{line}");
}

#[test]
fn an_edit_shows_on_other_pages_too() {
    let site = Site::new();
    let preview = site.serve(&[]);
    site.write("content/actors/nato.md", "---\nname: The Alliance\nkind: organization\n---\n");
    preview.wait_for("/actors/", "The Alliance");
    site.write("content/briefs/first.md", &brief("A new title", ""));
    preview.wait_for("/", "A new title");
}

#[test]
fn the_settings_are_followed() {
    let site = Site::new();
    let preview = site.serve(&[]);
    site.write("site.yaml", "title: Another name\nbase_url: https://example.org/\n");
    preview.wait_for("/", "Another name");
}

#[test]
fn new_files_are_served_and_those_that_are_gone_are_not() {
    let site = Site::new();
    let preview = site.serve(&[]);
    site.write("content/briefs/2024/a-third.md", &brief("Third", "In a new folder."));
    preview.wait_for("/briefs/a-third/", "In a new folder.");
    // Ids of files behind it have moved.
    site.write("content/briefs/second.md", &brief("Second", "Newer words."));
    preview.wait_for("/briefs/second/", "Newer words.");
    fs::rename(site.path("content/briefs/2024"), site.path("content/briefs/2025"))
        .expect("it can be renamed");
    preview.wait_for_line("content/briefs/2024 and content/briefs/2025 changed");
    assert_eq!(preview.get("/briefs/a-third/").status, 200);
    fs::remove_dir_all(site.path("content/briefs/2025")).expect("it can be removed");
    wait("the page is gone", || match preview.get("/briefs/a-third/").status {
        404 => Ok(()),
        status => Err(status),
    });
    assert!(preview.get("/briefs/second/").text().contains("Newer words."));
}

#[test]
fn a_folder_that_was_not_there_is_followed_once_it_is() {
    let site = Site::new();
    let preview = site.serve(&[]);
    site.write("themes/own/theme.yaml", "extends: default\n");
    site.write("themes/own/static/site.css", "body { color: red }");
    site.write("site.yaml", "title: Test\nbase_url: https://example.org/\ntheme: own\n");
    preview.wait_for("/assets/site.css", "color: red");
    site.write("themes/own/static/site.css", "body { color: blue }");
    preview.wait_for("/assets/site.css", "color: blue");
}

#[test]
fn a_template_is_followed() {
    let site = Site::new();
    site.write("themes/own/theme.yaml", "extends: default\n");
    let template = |words: &str| {
        format!("{{% extends \"default/404.html\" %}}{{% block main %}}{words}{{% endblock main %}}")
    };
    site.write("themes/own/templates/404.html", &template("Lost"));
    site.write("site.yaml", "title: Test\nbase_url: https://example.org/\ntheme: own\n");
    let preview = site.serve(&[]);
    preview.wait_for("/nowhere", "Lost");
    site.write("themes/own/templates/404.html", &template("Found"));
    preview.wait_for("/nowhere", "Found");
}

#[test]
fn a_file_that_is_put_in_the_place_of_another_is_seen() {
    let site = Site::new();
    let preview = site.serve(&[]);
    for words in ["Newer words.", "Newest words."] {
        site.write("content/briefs/.first.md.new", &brief("First", words));
        let (new, old) = (site.path("content/briefs/.first.md.new"), site.path("content/briefs/first.md"));
        fs::rename(&old, site.path("content/briefs/first.md~")).expect("it can be renamed");
        fs::rename(new, old).expect("it can be renamed");
        preview.wait_for("/briefs/first/", words);
    }
    // Nothing is said of the files that are no content.
    preview.wait_for_line("content/briefs/first.md changed: ");
    assert!(!preview.told().contains("first.md~"), "{}", preview.told());
    assert!(!preview.told().contains("error"), "{}", preview.told());
}

#[test]
fn a_file_that_is_empty_for_a_moment_is_no_error() {
    let site = Site::new();
    let preview = site.serve(&[]);
    for number in 0..5 {
        let words = format!("Words {number}.");
        site.write("content/briefs/first.md", "");
        site.write("content/briefs/first.md", &brief("First", &words));
        preview.wait_for("/briefs/first/", &words);
    }
    assert!(!preview.told().contains("error"), "{}", preview.told());
}

#[test]
fn many_files_at_once_are_one_change() {
    let site = Site::new();
    let preview = site.serve(&[]);
    for number in 0..60 {
        site.write(&format!("content/briefs/more-{number}.md"), &brief("More", "Words."));
    }
    preview.wait_for("/briefs/more-59/", "Words.");
    preview.wait_for_line("and 59 others changed");
}
