//! What open tabs are told.

use crate::http::Events;
use crate::preview::{Site, brief};

/// A site with a theme of its own whose style sheet can be edited.
fn themed() -> Site {
    let site = Site::new();
    site.write("themes/own/theme.yaml", "extends: default\n");
    site.write("themes/own/static/site.css", "body { color: red }");
    site.write("site.yaml", "title: Test\nbase_url: https://example.org/\ntheme: own\n");
    site
}

#[test]
fn a_tab_is_told_when_its_page_is_another() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let mut tab = preview.tab("/briefs/first/");
    site.write("content/briefs/first.md", &brief("First", "New words."));
    let told = tab.next();
    assert_eq!((&told["reload"], &told["trouble"]["count"]), (&true.into(), &0.into()), "{told}");
    assert!(preview.get("/briefs/first/").text().contains("New words."));
}

#[test]
fn a_tab_whose_page_is_the_same_is_left_alone() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let mut other = preview.tab("/sources/letter/");
    site.write("content/briefs/first.md", &brief("First", "New words."));
    preview.wait_for("/briefs/first/", "New words.");
    // The first thing it is told is what concerns it.
    site.write(
        "content/sources/letter.md",
        "---\ntitle: Another letter\nurl: https://example.org/letter\n---\n",
    );
    assert_eq!(other.next()["reload"], true);
    assert!(preview.get("/sources/letter/").text().contains("Another letter"));
}

#[test]
fn a_style_sheet_is_swapped_without_loading_the_page_again() {
    let site = themed();
    let preview = site.serve(&[]);
    let mut tab = preview.tab("/briefs/first/");
    for color in ["blue", "green"] {
        site.write("themes/own/static/site.css", &format!("body {{ color: {color} }}"));
        let told = tab.next();
        assert_eq!((&told["styles"], &told["reload"]), (&true.into(), &false.into()), "{told}");
        assert!(preview.get("/assets/site.css").text().contains(color));
    }
    site.write("content/briefs/first.md", &brief("First", "New words."));
    assert_eq!(tab.next()["reload"], true);
}

#[test]
fn a_picture_that_changes_is_loaded_again() {
    let site = Site::new();
    site.write("content/briefs/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
    site.write("content/briefs/first.md", &brief("First", "![A map](map.svg)"));
    let preview = site.serve(&[]);
    let mut tab = preview.tab("/briefs/first/");
    site.write("content/briefs/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg>");
    assert_eq!(tab.next()["reload"], true);
    assert!(preview.get("/files/briefs/map.svg").text().contains("<path/>"));
}

#[test]
fn a_page_that_comes_to_be_is_shown_where_it_was_missed() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let mut tab = preview.tab("/briefs/third/");
    site.write("content/briefs/third.md", &brief("Third", "Here."));
    assert_eq!(tab.next()["reload"], true);
    assert_eq!(preview.get("/briefs/third/").status, 200);
}

#[test]
fn a_tab_that_missed_a_change_is_told_when_it_asks() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let seen = preview.get("/briefs/first/").seen();
    site.write("content/briefs/first.md", &brief("First", "New words."));
    preview.wait_for("/briefs/first/", "New words.");
    assert_eq!(Events::open(preview.port, "/briefs/first/", &seen).next()["reload"], true);
    // One of another run of the server knows nothing of this one.
    assert_eq!(Events::open(preview.port, "/briefs/first/", "1-1-p1").next()["reload"], true);
    assert_eq!(Events::open(preview.port, "/briefs/first/", "nonsense").next()["reload"], true);
}
