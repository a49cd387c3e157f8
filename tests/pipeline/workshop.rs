//! A workshop that is told of changes makes what a build from nothing makes.

use crate::support::{Site, photograph};
use chancery::diagnostics::Diagnostic;
use chancery::pipeline::{Changes, Prepared, Request, Workshop, prepare};
use chancery::write::Outputs;
use std::fs;
use std::path::Path;

/// A site in which records name one another across files.
fn site() -> Site {
    Site::new()
        .actor("nato", "name: NATO")
        .brief_saying("a", "actors: [nato, Unknown One]", "See [[b]].")
        .brief_saying("b", "actors: [nato]\nsumary: odd", "A [dead link](/nowhere/).")
        .brief("c", "events: [meeting]")
        .event("meeting", "")
        .place("seoul", "")
}

/// Every output with its bytes, and every mistake.
type Everything = (Vec<(String, Vec<u8>)>, Vec<Diagnostic>);

fn everything(prepared: &Prepared, mut diagnostics: Vec<Diagnostic>) -> Everything {
    chancery::diagnostics::sort(&mut diagnostics);
    let edition = prepared.edition.as_ref().expect("there is an edition");
    let made = |at| {
        (edition.path(at).to_string(), edition.make(at, &mut Vec::new()).expect("it can be made").to_vec())
    };
    ((0..edition.len()).map(made).collect(), diagnostics)
}

fn from_nothing(request: &Request) -> Everything {
    let prepared = prepare(request).expect("it can be read");
    let diagnostics = prepared.diagnostics.clone();
    everything(&prepared, diagnostics)
}

fn from_changes(workshop: &mut Workshop, request: &Request) -> Everything {
    let prepared = workshop.prepare(request.now).expect("it can be read");
    let edition = prepared.edition.as_ref().expect("there is an edition");
    let lints = workshop.lint(edition, &prepared.config);
    let all = [prepared.diagnostics.clone(), lints].concat();
    everything(&prepared, all)
}

/// Does something to the files and tells the workshop of these paths.
fn follow(edit: &dyn Fn(&Path), paths: &[&str]) {
    for ready in [false, true] {
        let site = site();
        let folder = site.on_disk();
        let request = site.request(folder.path());
        let mut workshop = Workshop::open(request.clone()).expect("it can be read");
        assert_eq!(from_changes(&mut workshop, &request), from_nothing(&request));
        if ready {
            workshop.make_ready();
        }
        edit(folder.path());
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        let changes = Changes::Paths(paths);
        assert_eq!(workshop.refresh(&changes).expect("it can be read"), changes);
        assert_eq!(from_changes(&mut workshop, &request), from_nothing(&request), "ready: {ready}");
    }
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("folders can be made");
    fs::write(path, text).expect("it can be written");
}

#[test]
fn a_changed_file_is_parsed_again() {
    let name = "content/actors/nato.md";
    follow(&|root| put(root, name, "---\nname: The Alliance\n---\nNew.\n"), &[name]);
}

#[test]
fn a_new_file_moves_those_behind_it() {
    let name = "content/actors/a-first.md";
    follow(&|root| put(root, name, "---\nname: Unknown One\n---\n"), &[name]);
}

#[test]
fn a_file_that_is_gone_takes_its_page_along() {
    let name = "content/places/seoul.md";
    let gone = |root: &Path| {
        let _ = fs::remove_file(root.join(name));
        put(root, "content/places/busan.md", "---\nname: Busan\n---\n");
    };
    follow(&gone, &[name, "content/places/busan.md"]);
}

#[test]
fn a_changed_file_among_new_ones_is_parsed_again() {
    let (new, changed) = ("content/briefs/d.md", "content/briefs/b.md");
    let edit = |root: &Path| {
        let keys = "date: 2024-10-28\nactors: [nato]\nsources: [https://example.org/letter]";
        put(root, new, &format!("---\ntitle: D\n{keys}\n---\n"));
        put(root, changed, &format!("---\ntitle: Another B\n{keys}\n---\n"));
    };
    follow(&edit, &[new, changed]);
}

#[test]
fn a_theme_and_the_settings_are_read_again() {
    let edit = |root: &Path| {
        put(root, "themes/own/theme.yaml", "extends: default\n");
        put(root, "themes/own/static/site.css", "body { color: red }");
        let settings = fs::read_to_string(root.join("site.yaml")).expect("it is there");
        if !settings.contains("theme:") {
            put(root, "site.yaml", &format!("{settings}theme: own\n"));
        }
    };
    follow(&edit, &["themes", "site.yaml"]);
}

#[test]
fn where_nobody_knows_what_changed_everything_is_read_again() {
    let site = site();
    let folder = site.on_disk();
    let request = site.request(folder.path());
    let mut workshop = Workshop::open(request.clone()).expect("it can be read");
    put(folder.path(), "content/actors/nato.md", "---\nname: The Alliance\n---\n");
    assert_eq!(workshop.refresh(&Changes::Unknown).expect("it can be read"), Changes::Unknown);
    assert_eq!(from_changes(&mut workshop, &request), from_nothing(&request));
}

#[test]
fn an_editors_own_files_are_no_change() {
    let site = site();
    let folder = site.on_disk();
    let mut workshop = Workshop::open(site.request(folder.path())).expect("it can be read");
    put(folder.path(), "content/briefs/.a.md.swp", "");
    let own = ["content/briefs/.a.md.swp", "content/briefs/4913"].map(str::to_owned);
    let changed = "content/briefs/a.md".to_owned();
    let mut told = Changes::Paths(own.into());
    assert_eq!(workshop.refresh(&told).expect("it can be read"), Changes::none());
    told.add(Changes::Paths([changed.clone()].into()));
    assert_eq!(workshop.refresh(&told).expect("it can be read"), Changes::Paths([changed].into()));
}

#[test]
fn a_picture_is_looked_at_again_where_it_changed() {
    let name = "content/briefs/p.jpg";
    let site = site().brief_saying("p", "", "![P](p.jpg)").file(name, photograph(600, 400));
    let folder = site.on_disk();
    let request = site.request(folder.path());
    let mut workshop = Workshop::open(request.clone()).expect("it can be read");
    let before = from_changes(&mut workshop, &request);
    fs::write(folder.path().join(name), photograph(1000, 400)).expect("it can be written");
    workshop.refresh(&Changes::Paths([name.to_owned()].into())).expect("it can be read");
    let after = from_changes(&mut workshop, &request);
    assert_eq!(after, from_nothing(&request));
    assert!(after.0.len() > before.0.len(), "a wider picture has more copies");
}
