//! `chancery new`.

use crate::site::{Site, assert_told};

fn made(path: &str) -> String {
    format!("{path}\nexit 0\n")
}

#[test]
fn each_kind_has_its_file_and_the_site_still_builds_without_a_warning() {
    let site = Site::sound();
    for (kind, path) in [
        ("brief", "content/briefs/2024-10-29-a-title.md"),
        ("actor", "content/actors/a-title.md"),
        ("event", "content/events/a-title.md"),
        ("source", "content/sources/a-title.md"),
        ("place", "content/places/a-title.md"),
        ("page", "content/pages/a-title.md"),
    ] {
        assert_told(&site.run(&["new", kind, "A title"]), &made(path));
    }
    assert_told(
        &site.run(&["build", "--strict"]),
        "\
> Built [pages] pages and [others] other files into public: [all] written, 0 unchanged, 0 removed
>   2 briefs · 2 actors · 1 event · 2 sources · 1 place · 1 page
>   0 warnings · [time]
exit 0
",
    );
}

#[test]
fn a_brief_has_its_four_keys() {
    let site = Site::sound();
    site.run(&["new", "brief", "A title"]);
    assert_eq!(
        site.read("content/briefs/2024-10-29-a-title.md"),
        "\
---
title: A title
date: 2024-10-29
# Who it is about: ids or names, for example [nato, Mark Rutte].
actors: []
# What it rests on: ids of sources, or their addresses.
sources: []
# One or two sentences for lists, feeds and previews:
# summary:
---

"
    );
}

#[test]
fn hard_titles_are_kept_as_they_are() {
    let site = Site::sound();
    for (title, id, written) in [
        ("A: b # c", "a-b-c", "\"A: b # c\""),
        ("- \"Quoted\" \\ 'it'", "quoted-it", "\"- \\\"Quoted\\\" \\\\ 'it'\""),
        ("--help me", "help-me", "\"--help me\""),
        ("NO", "no", "\"NO\""),
        ("2024", "2024", "\"2024\""),
        ("{title} {today}", "title-today", "\"{title} {today}\""),
        ("윤석열", "yunseogyeol", "윤석열"),
        ("ЄС і НАТО", "es-i-nato", "ЄС і НАТО"),
    ] {
        assert_told(&site.run(&["new", "page", title]), &made(&format!("content/pages/{id}.md")));
        assert_eq!(site.read(&format!("content/pages/{id}.md")), format!("---\ntitle: {written}\n---\n\n"));
    }
    assert!(site.run(&["check", "--strict"]).ends_with("exit 0\n"));
}

#[test]
fn an_address_makes_a_source() {
    let site = Site::sound();
    let told = site.run(&["new", "source", "https://example.org/a?b#c"]);
    assert_told(&told, &made("content/sources/example-org-a-b-c.md"));
    let text = site.read("content/sources/example-org-a-b-c.md");
    assert!(text.starts_with("---\nurl: \"https://example.org/a?b#c\"\naccessed: 2024-10-29\n"), "{text}");
    assert!(site.run(&["check", "--strict"]).ends_with("exit 0\n"));
}

#[test]
fn a_title_that_gives_no_id_wants_one() {
    let site = Site::sound();
    assert_told(
        &site.run(&["new", "page", "!!!"]),
        "\
> error: no id can be made from the title `!!!`
>   help: give one with `--id ID`: letters a-z, digits and hyphens
exit 2
",
    );
    assert_told(&site.run(&["new", "page", "!!!", "--id", "cries"]), &made("content/pages/cries.md"));
}

#[test]
fn an_id_that_is_taken_is_refused_in_whatever_folder_it_is() {
    let site = Site::sound();
    site.write("content/actors/bodies/eu.md", "---\nname: EU\n---\n");
    assert_told(
        &site.run(&["new", "actor", "EU"]),
        "\
> error: there is an actor with the id `eu`: content/actors/bodies/eu.md
>   help: edit that file, or give another id with `--id ID`
exit 2
",
    );
    assert_told(
        &site.run(&["new", "actor", "NATO"]),
        "\
> error: there is an actor with the id `nato`: content/actors/nato.md
>   help: edit that file, or give another id with `--id ID`
exit 2
",
    );
    assert!(!site.path("content/actors/eu.md").exists());
    assert_told(&site.run(&["new", "place", "EU"]), &made("content/places/eu.md"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_not_followed() {
    let (site, other) = (Site::sound(), Site::empty());
    std::os::unix::fs::symlink(other.path(""), site.path("content/pages")).expect("a link can be made");
    assert_told(
        &site.run(&["new", "page", "A"]),
        "\
> error: [root]/content/pages is a link, or in one, that leads out of the site's folder
>   help: put a folder in its place; only `build --output DIR` writes elsewhere
exit 2
",
    );
    assert!(other.files("").is_empty());
}
