//! Mistakes: shown over the last good page, and in its place where there is none.

use crate::preview::{Site, brief};

const BAD_DATE: &str = "---\ntitle: First\ndate: 2024-10-32\nactors: [nato]\nsources: [letter]\n---\n";

#[test]
fn an_error_is_shown_over_the_last_good_page_until_it_is_mended() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let mut tab = preview.tab("/briefs/second/");
    site.write("content/briefs/first.md", BAD_DATE);
    let told = tab.next();
    assert_eq!((&told["reload"], &told["trouble"]["count"]), (&false.into(), &1.into()), "{told}");
    let error = &told["trouble"]["errors"][0];
    let text = error["text"].as_str().expect("text");
    assert!(text.contains("content/briefs/first.md:3:15") && text.contains("date: 2024-10-32"), "{text}");
    assert!(preview.get("/briefs/first/").text().contains("Old words."));
    let heading = text.lines().next().expect("a line");
    preview.wait_for_line(heading);

    site.write("content/briefs/first.md", &brief("First", "New words."));
    let told = tab.next();
    assert_eq!((&told["reload"], &told["trouble"]["count"]), (&false.into(), &0.into()), "{told}");
    assert!(preview.get("/briefs/first/").text().contains("New words."));
    preview.wait_for_line("No errors any more");
}

#[test]
fn a_warning_is_told_once_and_shown_on_no_page() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let odd = |words: &str| brief("First", words).replace("date:", "sumary: S\ndate:");
    for words in ["One.", "Two.", "Three."] {
        site.write("content/briefs/first.md", &odd(words));
        preview.wait_for("/briefs/first/", words);
    }
    preview.wait_for_line("warning[");
    site.write("content/briefs/second.md", &odd("Four."));
    preview.wait_for_line("content/briefs/second.md:");
    let told = preview.told();
    let warnings = told.lines().filter(|line| line.starts_with("warning[") && line.contains("sumary"));
    assert_eq!(warnings.count(), 2, "{told}");
    let mut tab = preview.tab("/briefs/first/");
    site.write("content/briefs/first.md", &odd("Five."));
    assert_eq!(tab.next()["trouble"]["count"], 0);
}

#[test]
fn what_looks_wrong_is_shown_too_where_it_counts_as_an_error() {
    let site = Site::new();
    let preview = site.serve(&["--strict"]);
    let mut tab = preview.tab("/briefs/second/");
    site.write("content/briefs/first.md", &brief("First", "[away](/nowhere/)"));
    let told = tab.next();
    assert_eq!(told["trouble"]["errors"][0]["code"], "R011", "{told}");
}

#[test]
fn a_site_that_begins_with_errors_shows_them_and_becomes_the_site() {
    let site = Site::new();
    site.write("content/briefs/first.md", BAD_DATE);
    let preview = site.serve(&[]);
    let page = preview.get("/");
    assert_eq!((page.status, page.header("content-type")), (500, "text/html; charset=utf-8"));
    assert!(page.text().contains("1 error") && page.text().contains("date: 2024-10-32"), "{}", page.text());
    let mut tab = crate::http::Events::open(preview.port, "/", &page.seen());
    assert_eq!(tab.next()["reload"], false);
    site.write("content/briefs/first.md", &brief("First", "New words."));
    assert_eq!(tab.next()["reload"], true);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn a_page_whose_template_fails_keeps_its_last_good_state() {
    let site = Site::new();
    site.write("themes/own/theme.yaml", "extends: default\n");
    let template = |words: &str| {
        format!("{{% extends \"default/brief.html\" %}}{{% block main %}}{words}{{% endblock main %}}")
    };
    site.write("themes/own/templates/brief.html", &template("Good"));
    site.write("site.yaml", "title: Test\nbase_url: https://example.org/\ntheme: own\n");
    let preview = site.serve(&[]);
    let mut tab = preview.tab("/briefs/first/");
    site.write("themes/own/templates/brief.html", &template("{{ brief.missing.thing }}"));
    let told = tab.next();
    assert_eq!(
        (&told["reload"], &told["trouble"]["errors"][0]["code"]),
        (&false.into(), &"T003".into()),
        "{told}"
    );
    let page = preview.get("/briefs/first/");
    assert!(page.status == 500 && page.text().contains("brief.missing.thing"), "{}", page.text());
    preview.wait_for_line("error[T003]");
    site.write("themes/own/templates/brief.html", &template("Better"));
    assert_eq!(tab.next()["reload"], true);
    assert!(preview.get("/briefs/first/").text().contains("Better"));
}
