//! Records as the last run left them.

use super::Folder;
use crate::support::Site;
use chancery::discover::discover;
use chancery::keep::Store;
use chancery::parse::{kept, parse};
use chancery::text::FileId;
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

fn sites() -> Vec<(PathBuf, Site)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures = fs::read_dir(root.join("tests/fixtures")).expect("there are fixtures");
    let fixtures = fixtures.map(|entry| entry.expect("it can be listed").path());
    fixtures.chain([root.to_owned()]).map(|path| (path.clone(), Site::folder(&path).drafts())).collect()
}

/// One brief that says `Text.`, with a mistake in it and one in what names it.
fn site() -> Site {
    Site::new().lints().brief_saying("b", "sumary: S", "Text.").file("content/x.txt", "an asset")
}

/// Makes what is kept of the brief say `Kept.`, with a sound seal, so that it shows where it was used.
fn tamper(folder: &Folder) {
    let store = Store::new(folder.folder.path(), "program 1");
    let mut tampered = 0;
    for number in 0..64 {
        let name = format!("parsed-{number:02}");
        let Some(mut bytes) = store.read(&name) else { continue };
        let Some(at) = bytes.windows(5).position(|window| window == b"Text.") else { continue };
        bytes[at..at + 5].copy_from_slice(b"Kept.");
        store.write(&name, &bytes);
        tampered += 1;
    }
    assert_eq!(tampered, 1, "one shard holds the brief");
}

/// The brief's text as the finished page has it.
fn said(folder: &Folder) -> String {
    folder.build();
    let page = fs::read_to_string(folder.path("public/briefs/b/index.html")).expect("it was written");
    let words =
        ["Text.", "Kept.", "Next."].into_iter().filter(|word| page.contains(&format!("<p>{word}</p>")));
    words.collect::<Vec<_>>().join(" ")
}

/// A folder with a build behind it and something in the settings changed, so that the next is a build in full.
fn tampered() -> Folder {
    let folder = Folder::of(&site());
    assert_eq!(said(&folder), "Text.");
    tamper(&folder);
    folder.write("site.yaml", "title: Other\nbase_url: https://example.org/\n");
    folder
}

#[test]
fn a_file_that_stayed_the_same_is_not_parsed() {
    assert_eq!(said(&tampered()), "Kept.");
}

#[test]
fn a_file_that_was_written_again_with_the_same_bytes_is_not_parsed() {
    let folder = tampered();
    let text = fs::read_to_string(folder.path("content/briefs/b.md")).expect("it is there");
    folder.write("content/briefs/b.md", &text);
    assert_eq!(said(&folder), "Kept.");
}

#[test]
fn an_edited_file_is_parsed_though_its_length_and_time_are_the_old_ones() {
    let folder = tampered();
    let path = folder.path("content/briefs/b.md");
    let old = fs::metadata(&path).and_then(|found| found.modified()).expect("the system tells");
    let text = fs::read_to_string(&path).expect("it is there").replace("Text.", "Next.");
    fs::write(&path, text).expect("it can be written");
    let file = fs::OpenOptions::new().write(true).open(&path).expect("it is there");
    file.set_modified(old).expect("times can be set");
    assert_eq!(said(&folder), "Next.");
}

#[test]
fn a_file_that_changed_just_now_is_read() {
    let mut folder = Folder::of(&site());
    folder.request.keep.as_mut().expect("it is kept").started = SystemTime::now();
    assert_eq!(said(&folder), "Text.");
    let kept = folder.kept();
    assert!(!folder.build().at_once);
    assert_eq!(folder.kept(), kept, "nothing new was to be kept");
    tamper(&folder);
    assert_eq!(said(&folder), "Kept.", "its bytes are the same");
    let text = fs::read_to_string(folder.path("content/briefs/b.md")).expect("it is there");
    folder.write("content/briefs/b.md", &text.replace("Text.", "Next."));
    assert_eq!(said(&folder), "Next.");
}

#[test]
fn a_file_of_another_kind_or_name_is_parsed() {
    let folder = tampered();
    fs::create_dir(folder.path("content/pages")).expect("it can be made");
    fs::rename(folder.path("content/briefs/b.md"), folder.path("content/pages/b.md"))
        .expect("it can be moved");
    folder.build();
    let page = fs::read_to_string(folder.path("public/b/index.html")).expect("it was written");
    assert!(page.contains("<p>Text.</p>"));
}

#[test]
fn another_program_and_a_build_without_a_cache_use_nothing_that_is_kept() {
    let mut folder = tampered();
    let before = folder.kept();
    let keep = folder.request.keep.take();
    assert_eq!(said(&folder), "Text.");
    assert_eq!(folder.kept(), before, "nothing was kept");
    folder.request.keep = keep;
    folder.request.keep.as_mut().expect("it is kept").program = "program 2".to_owned();
    assert_eq!(said(&folder), "Text.");
    assert_ne!(folder.kept(), before, "the new program keeps its own");
}

#[test]
fn the_same_bytes_and_mistakes_come_of_it_with_or_without_what_is_kept() {
    for (path, site) in sites() {
        let mut folder = Folder::of(&site);
        let cold = folder.build();
        let outputs = folder.outputs();
        for forgotten in [false, true] {
            if forgotten {
                folder.request.keep = None;
            }
            fs::remove_dir_all(folder.path("public")).expect("it was made");
            let again = folder.build();
            assert_eq!((&again.told, again.written), (&cold.told, cold.written), "{}", path.display());
            assert_eq!(folder.outputs(), outputs, "{}", path.display());
        }
    }
}

#[test]
fn mistakes_keep_their_places_when_other_files_come_before() {
    let folder = Folder::of(&site());
    let before = folder.build().told;
    assert!(before.iter().any(|told| told.starts_with("content/briefs/b.md:2:1: `sumary`")), "{before:?}");
    folder.write("content/actors/aaa.md", "---\nname: AAA\n---\n");
    let told = folder.build().told;
    let mut folder = folder;
    folder.request.keep = None;
    assert_eq!(told, folder.build().told);
    assert!(before.iter().all(|one| told.contains(one)), "{before:?} {told:?}");
}

#[test]
fn a_removed_file_is_forgotten() {
    let folder = Folder::of(&site().actor("gone", ""));
    folder.build();
    fs::remove_file(folder.path("content/actors/gone.md")).expect("it is there");
    folder.build();
    let holds = |bytes: &Vec<u8>| bytes.windows(7).any(|window| window == b"gone.md");
    assert!(!folder.kept().values().any(holds));
}

#[test]
fn every_record_reads_back_as_it_was() {
    let mut seen = 0;
    for (path, site) in sites() {
        let folder = site.on_disk();
        let files = discover(folder.path(), "content").expect("it can be listed").value;
        for (file, kind) in files.records() {
            let bytes = files.read(file).expect("it can be read");
            let name = &files.file(file).expect("it is listed").path;
            let parsed = parse(name, kind, file, &bytes);
            let other = parse(name, kind, FileId(7_000_000), &bytes);
            let (kept_bytes, _) = kept::encode(&other).expect("it can be kept");
            assert_eq!(kept::encode(&parsed).map(|(bytes, _)| bytes).as_ref(), Some(&kept_bytes));
            let back = kept::decode(&kept_bytes, file).expect("it reads back");
            assert_eq!(parsed.value, back.value, "{}/{name}", path.display());
            assert_eq!(parsed.diagnostics, back.diagnostics, "{}/{name}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn values_of_extra_read_back_to_the_last_bit() {
    let text = "---\ntitle: T\ndate: 2024-10-28\nactors: nato\nextra: {a: 0.1, b: 5e-324, c: -7, d: 18446744073709551615, \
                e: [true, null, {f: 1.7976931348623157e308}], g: 0.30000000000000004}\n---\n";
    let parsed = parse("content/briefs/b.md", chancery::model::RecordKind::Brief, FileId(3), text.as_bytes());
    assert!(!parsed.value.common.extra.is_null(), "{:?}", parsed.diagnostics);
    let (bytes, _) = kept::encode(&parsed).expect("it can be kept");
    let back = kept::decode(&bytes, FileId(3)).expect("it reads back");
    assert_eq!(parsed.value, back.value);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn damage_of_any_sort_changes_nothing(which: prop::sample::Index, at: prop::sample::Index, flip in 1u8..=255, cut: bool) {
        let folder = Folder::of(&site());
        let sound = (folder.build(), folder.outputs());
        let kept = folder.kept();
        let (path, bytes) = which.get(&kept.iter().filter(|(_, bytes)| !bytes.is_empty()).collect::<Vec<_>>()).to_owned();
        let mut bytes = bytes.clone();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
        fs::write(path, &bytes).expect("it can be written");
        fs::remove_dir_all(folder.path("public")).expect("it was made");
        let again = folder.build();
        prop_assert_eq!((again.told, folder.outputs()), (sound.0.told, sound.1));
    }

    #[test]
    fn bytes_that_were_never_kept_are_no_record_and_do_no_harm(bytes: Vec<u8>) {
        let _ = kept::decode::<chancery::model::Record>(&bytes, FileId(0));
    }
}
