//! The leak scan: every place of withheld records bears a word of its own, and no output holds any of them.

use crate::support::{Built, Site};

/// Words that stand nowhere but in withheld places; all begin with `zqvw`.
const MARKER: &str = "zqvw";

/// Every kind of record withheld by every kind of key, and what only they mention.
fn secrets(keys: &str) -> Site {
    let brief = format!(
        "{keys}
title: {{en: Zqvwtitleqz, ko: Zqvwtitlekoqz}}
summary: Zqvwsummaryqz
date: 2024-10-28
date_text: zqvwdatetextqz
series: Zqvwseriesqz
authors: [{{name: Zqvwauthorqz, org: Zqvworgqz, url: 'https://zqvwauthorurlqz.example/'}}]
tags: [zqvwtagqz]
former_ids: [zqvwformerqz]
extra: {{zqvwextrakeyqz: zqvwextraqz}}
notes: Zqvwnotesqz
image: {{file: zqvwimageqz.png, alt: Zqvwaltqz, credit: Zqvwcreditqz, license: Zqvwlicenseqz}}
actors: [zqvw-file-actor-qz, Zqvwstubactorqz, {{actor: zqvw-alias-qz, role: claimant}}]
events: [zqvw-file-event-qz, {{title: Zqvwinlineeventqz, date: 2024, places: [Zqvwstubplaceqz]}}]
places: [{{name: Zqvwinlineplaceqz, names: [Zqvwinlinealiasqz], lat: 1, lon: 2}}]
sources: [zqvw-file-source-qz, 'https://zqvwurlqz.example/a', {{title: Zqvwinlinesourceqz, quote: Zqvwquoteqz, at: Zqvwatqz}}]
claims: [{{id: zqvw-claim-qz, text: Zqvwclaimqz, by: Zqvwspeakerqz, via: [Zqvwviaqz], about: [Zqvwaboutqz], question: Zqvwquestionqz, quote: Zqvwclaimquoteqz}}]
estimates: [{{id: zqvw-estimate-qz, quantity: zqvwquantityqz, kind: zqvwkindqz, value: 1, unit: Zqvwunitqz, by: Zqvwcounterqz}}]
assessments: [{{text: Zqvwjudgedqz, basis: [Zqvwbasisqz], outcome: {{result: Zqvwoutcomeqz}}}}]
changes: [{{on: 2024-11-01, kind: correction, note: Zqvwchangeqz}}]"
    );
    let body = "# Zqvwheadingqz\n\nZqvwbodyqz [[Zqvwlinkqz]] [@zqvw-cited-qz] [Zqvwwordsqz](zqvwdocqz.pdf) ![Zqvwpicqz](zqvwpicqz.jpg)[^1]\n\n[^1]: Zqvwfootnoteqz\n";
    Site::new()
        .record("briefs/zqvw-brief-qz", &brief, body)
        .file("content/briefs/zqvwimageqz.png", "Zqvwpngqz")
        .file("content/briefs/zqvwdocqz.pdf", "Zqvwpdfqz")
        .file("content/briefs/zqvwpicqz.jpg", "Zqvwjpgqz")
        .actor(
            "zqvw-file-actor-qz",
            "name: Zqvwnameqz\nnames: [Zqvwaliasqz, {text: 비밀zqvwqz, lang: ko}]\npositions: [{title: Zqvwofficeqz, org: Zqvwofficeorgqz}]\nmember_of: [Zqvwbodyorgqz]\nrelations: [{type: other, to: Zqvwtoqz, label: Zqvwlabelqz}]\nidentifiers: {wikidata: Zqvwid}\nsame_as: ['https://zqvwsameqz.example/']\ntags: [zqvwactortagqz]",
        )
        .actor("zqvw-alias-qz", "merged_into: zqvw-file-actor-qz")
        .event("zqvw-file-event-qz", "title: Zqvweventqz\nparticipants: [{actor: Zqvwparticipantqz, role: Zqvwroleqz}]\ntags: [zqvweventtagqz]\nsources: [https://zqvweventsourceqz.example/]")
        .source("zqvw-file-source-qz", "title: Zqvwsourceqz\nurl: https://zqvwsourceurlqz.example/\npublisher: Zqvwpressqz\narchive: ['https://zqvwarchiveqz.example/']\nderived_from: [Zqvworiginqz]")
        .source("zqvw-cited-qz", "title: Zqvwcitedqz")
        .record("pages/zqvw-page-qz", &format!("title: Zqvwpageqz\n{}", own_key(keys)), "Zqvwpagebodyqz")
        .file("content/zqvwunusedqz.txt", "Zqvwunusedqz")
}

/// Pages are withheld by the same keys.
fn own_key(keys: &str) -> &str {
    keys
}

/// A public part that shares with the withheld one what it may: an actor, a place, a source and a tag.
fn with_public_part(site: Site) -> Site {
    site.brief_saying(
        "public",
        "title: A public brief\nactors: [nato]\ntags: [troops]\nclaims:
  - {id: open, text: Said openly, by: nato}
  - {id: zqvw-hidden-qz, text: Zqvwhiddenclaimqz, by: Zqvwhiddenspeakerqz, tlp: red}
sources: [https://example.org/a, {source: Zqvwhiddensourceqz, tlp: red, quote: Zqvwhiddenquoteqz}]",
        "Its text.",
    )
    .actor("nato", "name: NATO")
    .brief("zqvw-second-qz", "title: Zqvwsecondqz\ntlp: red\nactors: [nato]\ntags: [troops, zqvwsecondtagqz]\nsupersedes: [public]")
}

fn holding(built: &Built, word: &str) -> Vec<String> {
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase().contains(word);
    let found =
        built.outputs.iter().filter(|(path, bytes)| path.to_lowercase().contains(word) || holds(bytes));
    found.map(|(path, _)| path.clone()).collect()
}

#[test]
fn no_word_of_a_withheld_record_is_in_any_byte_or_path() {
    for keys in
        ["tlp: red", "tlp: green", "draft: true", "embargo: 2025-01-01T00:00Z", "tlp: amber\ndraft: true"]
    {
        let site = with_public_part(secrets(keys));
        let built = site.build();
        assert_eq!(built.codes(), [], "{:#?}", built.reports);
        assert_eq!(holding(&built, MARKER), Vec::<String>::new(), "{keys}");
        assert!(built.has("briefs/public/"));
    }
}

#[test]
fn no_report_of_a_build_for_few_names_what_they_may_not_see() {
    let built = with_public_part(secrets("tlp: red")).build();
    for report in &built.reports {
        assert!(!format!("{report:?}").to_lowercase().contains(MARKER), "{report:#?}");
    }
}

#[test]
fn for_readers_who_may_see_all_every_word_appears() {
    let built = with_public_part(secrets("tlp: red\ndraft: true")).audience("red").drafts().build();
    assert!(built.edition.is_some(), "{:#?}", built.reports);
    let expected = [
        "zqvwtitleqz",
        "zqvwsummaryqz",
        "zqvwseriesqz",
        "zqvwauthorqz",
        "zqvworgqz",
        "zqvwtagqz",
        "zqvwformerqz",
        "zqvwimageqz.png",
        "zqvwaltqz",
        "zqvwcreditqz",
        "zqvwlicenseqz",
        "zqvwnameqz",
        "zqvwstubactorqz",
        "zqvweventqz",
        "zqvwinlineeventqz",
        "zqvwstubplaceqz",
        "zqvwinlineplaceqz",
        "zqvwsourceqz",
        "zqvwurlqz",
        "zqvwinlinesourceqz",
        "zqvwquoteqz",
        "zqvwatqz",
        "zqvw-claim-qz",
        "zqvwclaimqz",
        "zqvwspeakerqz",
        "zqvwviaqz",
        "zqvwaboutqz",
        "zqvwquestionqz",
        "zqvwclaimquoteqz",
        "zqvwquantityqz",
        "zqvwkindqz",
        "zqvwcounterqz",
        "zqvwjudgedqz",
        "zqvwbasisqz",
        "zqvwoutcomeqz",
        "zqvwchangeqz",
        "zqvwheadingqz",
        "zqvwbodyqz",
        "zqvwlinkqz",
        "zqvwcitedqz",
        "zqvwwordsqz",
        "zqvwdocqz.pdf",
        "zqvwpicqz.jpg",
        "zqvwfootnoteqz",
        "zqvwaliasqz",
        "zqvwofficeqz",
        "zqvwofficeorgqz",
        "zqvwbodyorgqz",
        "zqvwtoqz",
        "zqvwlabelqz",
        "zqvwparticipantqz",
        "zqvwroleqz",
        "zqvwpressqz",
        "zqvwarchiveqz",
        "zqvworiginqz",
        "zqvwpageqz",
        "zqvwpagebodyqz",
        "zqvwhiddenclaimqz",
        "zqvwhiddenspeakerqz",
        "zqvwhiddensourceqz",
        "zqvwhiddenquoteqz",
        "zqvwsecondqz",
        "zqvwactortagqz",
        "zqvweventtagqz",
    ];
    let missing: Vec<_> = expected.iter().filter(|word| holding(&built, word).is_empty()).collect();
    assert!(missing.is_empty(), "words that no output holds: {missing:?}");
    assert_eq!(holding(&built, "zqvwnotesqz"), Vec::<String>::new(), "notes are private for ever");
}

#[test]
fn a_file_that_no_visible_page_shows_is_not_published() {
    let built = Site::new().brief("b", "").file("content/briefs/zqvwstrayqz.png", "Zqvw").sound();
    assert_eq!(holding(&built, MARKER), Vec::<String>::new());
}
