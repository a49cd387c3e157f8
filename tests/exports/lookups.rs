//! What scripts look up: previews of records and claims, and records by their names.

use crate::files::{AFTER, FILES};
use crate::site::{Made, made, sample, words};
use serde_json::Value;
use std::collections::BTreeMap;

/// The hash that scripts compute, written once more.
fn shard(key: &str, count: usize) -> usize {
    let hash =
        key.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
    hash as usize % count
}

fn files(made: &Made, folder: &str) -> BTreeMap<String, Value> {
    let paths = made.paths().into_iter().filter(|path| path.starts_with(folder));
    paths.map(|path| (path.clone(), made.json(&path))).collect()
}

/// Every preview, each found where a script looks for it.
fn previews(made: &Made) -> BTreeMap<String, Value> {
    let files = files(made, "data/previews/");
    let mut all = BTreeMap::new();
    for (file, previews) in &files {
        for (path, preview) in previews.as_object().expect("an object") {
            let page = path.split('#').next().expect("a path");
            assert_eq!(*file, format!("data/previews/{:x}.json", shard(page, files.len())), "{path}");
            all.insert(path.clone(), preview.clone());
        }
    }
    all
}

#[test]
fn every_record_and_every_claim_has_a_preview_where_scripts_look_for_it() {
    let made = sample();
    let previews = previews(&made);
    for kind in ["briefs", "actors", "events", "sources", "places"] {
        for record in made.json(&format!("data/{kind}.json")).as_array().expect("a list") {
            let id = record["id"].as_str().expect("an id");
            assert!(previews.contains_key(&format!("{kind}/{id}/")), "{kind}/{id}");
        }
    }
    let claims = made.json("data/claims.json");
    for claim in claims.as_array().expect("a list") {
        let id = claim["id"].as_str().expect("an id");
        let (_, preview) =
            previews.iter().find(|(path, _)| path.ends_with(&format!("/#claim-{id}"))).expect("a preview");
        let facts = preview["facts"].as_str().expect("facts");
        let by = claim["speaker_name"].as_str().expect("a name");
        assert!(facts.starts_with(by), "{facts}");
    }
}

#[test]
fn a_preview_says_office_status_and_names_in_other_scripts() {
    let previews = previews(&made(FILES, AFTER));
    let yoon = &previews["actors/yoon/"];
    assert_eq!((&yoon["kind"], &yoon["text"]), (&"Person".into(), &"Yoon".into()));
    assert_eq!(yoon["facts"], "President");
    let claim = &previews["briefs/2024-10-28-first/#claim-first-count"];
    let facts = claim["facts"].as_str().expect("facts");
    assert!(facts.starts_with("Yoon (President) · 27 October 2024 · ↻ revised"), "{facts}");
    let event = &previews["events/arrival/"];
    assert!(event["facts"].as_str().is_some_and(|facts| facts.starts_with("27 October 2024 · ")), "{event}");
}

#[test]
fn of_a_protected_source_no_lookup_says_more_than_its_public_description() {
    let made = made(FILES, AFTER);
    assert_eq!(previews(&made)["sources/hidden/"]["text"], "An officer");
    for folder in ["data/previews/", "data/names/"] {
        for (path, file) in files(&made, folder) {
            let text = file.to_string().to_lowercase();
            assert!(!text.contains("secret"), "{path}: {text}");
        }
    }
}

#[test]
fn a_record_is_found_by_the_first_letters_of_each_word_of_each_name() {
    let made = sample();
    let files = files(&made, "data/names/");
    let found = |key: &str, name: &str| {
        let file = &files[&format!("data/names/{:x}.json", shard(key, files.len()))];
        file.as_array().expect("a list").iter().any(|record| record["name"] == name)
    };
    assert!(found("ki", "Kim Yong-bok") && found("yo", "Kim Yong-bok") && found("bo", "Kim Yong-bok"));
    // Hangul falls to its letters: the first two of 윤.
    assert!(found("\u{110b}\u{1172}", "Yoon Suk Yeol"));
}

/// As many actors that more than one file is needed.
fn many(office: &str) -> Made {
    let texts: Vec<(String, String)> = (0..200)
        .map(|at| {
            let office = if at == 7 { office } else { "Clerk" };
            let keys = format!("name: Person {at}\npositions: [{{title: {office}}}]");
            (format!("content/actors/p{at}.md"), format!("---\n{keys}\n---\n"))
        })
        .collect();
    let mut files = vec![("site.yaml", "title: Many\nbase_url: https://example.org/\n")];
    files.extend(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    made(&files, AFTER)
}

#[test]
fn an_edit_changes_one_file_of_previews_and_no_file_of_names() {
    let (before, after) = (many("Clerk"), many("Director"));
    let changed = |folder: &str| {
        let (before, after) = (files(&before, folder), files(&after, folder));
        assert_eq!(before.len(), 4, "{folder}");
        before.iter().filter(|(path, file)| after[*path] != **file).count()
    };
    assert_eq!((changed("data/previews/"), changed("data/names/")), (1, 0));
}

#[test]
fn a_theme_that_does_not_want_lookups_has_none_and_no_scripts() {
    let plain = ("site.yaml", "title: Test\nbase_url: https://example.org/\ntheme: plain\n");
    let files: Vec<_> = std::iter::once(plain).chain(FILES.iter().copied().skip(1)).collect();
    let made = made(&files, AFTER);
    let looked_up = |path: &String| path.starts_with("data/previews") || path.starts_with("data/names");
    assert!(!made.paths().iter().any(looked_up));
    for page in ["", "timeline/", "briefs/2024-10-28-first/"] {
        assert!(words(&made.page(page), "script").is_empty(), "{page}");
    }
}

#[test]
fn a_preview_of_a_figure_that_was_gone_beyond_says_current_then() {
    let estimate = |id: &str, day: &str, value: u32| {
        format!(
            "estimates: [{{id: {id}, by: speaker, quantity: troops, kind: present, value: {value}, said_on: {day}}}]\n"
        )
    };
    let brief = |keys: &str| format!("---\ntitle: B\ndate: 2024-10-30\nactors: []\nsources: []\n{keys}---\n");
    let (first, second) = (brief(&estimate("a", "2024-10-28", 3)), brief(&estimate("b", "2024-10-29", 9)));
    let made = made(
        &[
            ("site.yaml", "title: T\nbase_url: https://example.org/\n"),
            ("content/actors/speaker.md", "---\nname: الناطق\n---\n"),
            ("content/briefs/first.md", &first),
            ("content/briefs/second.md", &second),
        ],
        AFTER,
    );
    let previews = previews(&made);
    let facts = previews["briefs/first/#claim-a"]["facts"].as_str().expect("text");
    let name = "\u{2068}الناطق\u{2069}";
    assert_eq!(
        facts,
        format!("{name} · 28 October 2024 · ◐ current then · later: 9 ({name}, 29 October 2024)")
    );
}
