//! Builds of which nothing changed, and builds of which something did.

use super::Folder;
use crate::support::{Site, photograph};
use chancery::config::BaseUrl;
use chancery::model::Tlp;
use rstest::rstest;
use std::fs;
use std::time::SystemTime;

fn site() -> Site {
    Site::new()
        .lints()
        .brief_saying("b", "sumary: S\nimage: {file: x.png, alt: A picture}", "Text.")
        .file("content/briefs/x.png", "a picture")
        .file("themes/own/theme.yaml", "extends: default\n")
        .file("themes/own/templates/page.html", "{% extends \"default/page.html\" %}\n")
        .file("themes/own/static/own.css", "a { color: red }\n")
        .yaml("theme: own")
}

#[test]
fn a_build_of_which_nothing_changed_is_told_again_and_makes_nothing() {
    let folder = Folder::of(&site());
    let first = folder.build();
    assert!(!first.at_once && first.written > 0 && !first.told.is_empty(), "{first:?}");
    let (outputs, kept) = (folder.outputs(), folder.kept());
    let second = folder.build();
    assert!(second.at_once);
    assert_eq!(second.told, first.told);
    assert_eq!((folder.outputs(), folder.kept()), (outputs, kept));
}

#[rstest]
#[case::a_record(|folder: &mut Folder| folder.write("content/actors/nato.md", "---\nname: NATO\n---\nMore.\n"))]
#[case::a_record_with_its_old_bytes(|folder: &mut Folder| folder.write("content/actors/nato.md", "---\nname: NATO\n---\n"))]
#[case::a_new_record(|folder: &mut Folder| folder.write("content/actors/eu.md", "---\nname: EU\n---\n"))]
#[case::a_record_less(|folder: &mut Folder| fs::remove_file(folder.path("content/actors/nato.md")).expect("it is there"))]
#[case::an_asset(|folder: &mut Folder| folder.write("content/briefs/x.png", "b picture"))]
#[case::settings(|folder: &mut Folder| folder.write("site.yaml", "title: Tost\nbase_url: https://example.org/\ntheme: own\n"))]
#[case::a_template(|folder: &mut Folder| folder.write("themes/own/templates/page.html", "{% extends \"default/brief.html\" %}\n"))]
#[case::a_new_template(|folder: &mut Folder| folder.write("themes/own/templates/brief.html", "{% extends \"default/brief.html\" %}\n"))]
#[case::a_static_file(|folder: &mut Folder| folder.write("themes/own/static/own.css", "b { color: red }\n"))]
#[case::the_audience(|folder: &mut Folder| folder.request.audience = Some(Tlp::Green))]
#[case::drafts(|folder: &mut Folder| folder.request.drafts = true)]
#[case::strictness(|folder: &mut Folder| folder.request.strict = true)]
#[case::the_address(|folder: &mut Folder| folder.request.base_url = BaseUrl::new("https://example.com/"))]
#[case::the_day(|folder: &mut Folder| folder.request.as_of = Some("2024-10-30".parse().expect("a day")))]
#[case::the_program(|folder: &mut Folder| folder.request.keep.as_mut().expect("it is kept").program.push('0'))]
#[case::an_earlier_clock(|folder: &mut Folder| folder.request.now = "2024-11-01T00:00:00Z".parse().expect("a moment"))]
#[case::no_cache(|folder: &mut Folder| folder.request.keep = None)]
#[case::files_that_may_change_without_a_trace(
    |folder: &mut Folder| folder.request.keep.as_mut().expect("it is kept").started = SystemTime::now()
)]
#[case::a_deleted_output(|folder: &mut Folder| fs::remove_file(folder.path("public/index.html")).expect("it is there"))]
#[case::an_output_that_was_edited(|folder: &mut Folder| folder.write("public/briefs/b/index.html", "mine"))]
#[case::a_damaged_list(|folder: &mut Folder| folder.write("public/.chancery/manifest", "mine"))]
#[case::what_a_killed_build_left(|folder: &mut Folder| folder.write("public/.chancery/staged/1", "half"))]
#[case::no_outputs(|folder: &mut Folder| fs::remove_dir_all(folder.path("public")).expect("it is there"))]
fn a_change_of_anything_makes_a_build_in_full(#[case] change: fn(&mut Folder)) {
    let mut folder = Folder::of(&site());
    folder.build();
    assert!(folder.build().at_once);
    change(&mut folder);
    let done = folder.build();
    assert!(!done.at_once);
    // As if nothing had ever been kept.
    let outputs = folder.outputs();
    let keep = folder.request.keep.take();
    assert_eq!(folder.build().told, done.told);
    assert_eq!(folder.outputs(), outputs);
    folder.request.keep = keep;
}

#[rstest]
#[case::a_deleted_output(|folder: &mut Folder| fs::remove_file(folder.path("public/index.html")).expect("it is there"))]
#[case::an_output_that_was_edited(|folder: &mut Folder| folder.write("public/briefs/b/index.html", "mine"))]
fn an_output_that_was_touched_is_made_again(#[case] change: fn(&mut Folder)) {
    let mut folder = Folder::of(&site());
    folder.build();
    let outputs = folder.outputs();
    change(&mut folder);
    assert_eq!(folder.build().written, 1);
    assert_eq!(folder.outputs(), outputs);
    assert!(folder.build().at_once);
}

#[rstest]
#[case::embargo("actors: nato\nembargo: 2024-12-02T00:00Z", "2024-12-01T23:59:59Z", "2024-12-02T00:00:00Z")]
#[case::horizon(
    "actors: nato\nassessments: [{text: T, horizon: 2024-12-10}]",
    "2024-12-09T23:59:59Z",
    "2024-12-11T00:00:01Z"
)]
fn a_moment_that_passes_is_not_overlooked(#[case] keys: &str, #[case] before: &str, #[case] after: &str) {
    let mut folder = Folder::of(&Site::new().lints().brief("b", keys));
    folder.build();
    folder.request.now = before.parse().expect("a moment");
    assert!(folder.build().at_once);
    let outputs = folder.outputs();
    folder.request.now = after.parse().expect("a moment");
    assert!(!folder.build().at_once);
    assert_ne!(folder.outputs(), outputs);
}

#[test]
fn a_build_with_errors_is_never_one_of_which_nothing_changed() {
    let folder = Folder::of(&site());
    folder.build();
    folder.write(
        "content/briefs/b.md",
        "---\ntitle: B\ndate: soon\nactors: nato\nsources: https://a.org/\n---\n",
    );
    let first = folder.build();
    let second = folder.build();
    assert!(!second.at_once);
    assert_eq!(first, second);
}

#[test]
fn copies_of_a_picture_are_made_again_where_it_changed_and_only_there() {
    let picture = "content/briefs/p.jpg";
    let site = Site::new().brief_saying("b", "", "![P](p.jpg)").file(picture, photograph(1000, 700));
    let folder = Folder::of(&site);
    folder.build();
    let copy = "public/files/briefs/p.jpg.480w.jpg";
    // A file that is written again is another one.
    let stands =
        |path: &str| fs::metadata(folder.path(path)).expect("it is there").modified().expect("a time");
    let (first, at) = (fs::read(folder.path(copy)).expect("it is there"), stands(copy));
    folder.write("content/actors/nato.md", "---\nname: The Alliance\n---\n");
    assert!(folder.build().written > 0);
    assert_eq!(stands(copy), at);
    fs::write(folder.path(picture), photograph(1000, 600)).expect("it can be written");
    // The brief's page, the picture and two copies.
    assert_eq!(folder.build().written, 4);
    assert_ne!(fs::read(folder.path(copy)).expect("it is there"), first);
}
