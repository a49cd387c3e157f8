//! The leak scan of editions as of a day: every later place bears a word of its own, and no output holds any of them.

use crate::support::{Built, Site};
use std::collections::BTreeSet;

/// Words that stand nowhere but in what came later; all begin with `zqvw`.
const MARKER: &str = "zqvw";

/// Records that came later, each sort with its own words, and what only they name.
fn later(site: Site) -> Site {
    let brief = "title: Zqvwtitleqz
date: 2024-10-29
summary: Zqvwsummaryqz
tags: [zqvwtagqz]
former_ids: [zqvwformerqz]
image: {file: zqvwimageqz.png, alt: Zqvwaltqz}
actors: [nato, Zqvwstubactorqz]
events: [{title: Zqvwinlineeventqz, date: 2024-11-02, places: [Zqvwstubplaceqz]}]
sources: [https://zqvwurlqz.example/a, {source: zqvw-source-qz, quote: Zqvwquoteqz}]
supersedes: [public]
claims: [{id: zqvw-claim-qz, text: Zqvwclaimqz, by: nato, said_on: 2024-10-20, question: Zqvwquestionqz}]
estimates: [{id: zqvw-estimate-qz, quantity: zqvwquantityqz, kind: present, value: 1, by: Zqvwcounterqz}]
assessments: [{text: Zqvwjudgedqz}]
changes: [{on: 2024-11-01, kind: correction, note: Zqvwchangeqz}]";
    site.record("briefs/zqvw-brief-qz", brief, "# Zqvwheadingqz\n\nZqvwbodyqz [[event:zqvw-event-qz]]\n")
        .file("content/briefs/zqvwimageqz.png", "Zqvwpngqz")
        .event("zqvw-event-qz", "title: Zqvweventqz\ndate: 2024-10-29\nactors: [Zqvwparticipantqz]\nclaims: [{id: zqvw-said-qz, text: Zqvwsaidqz, by: nato}]")
        .event("zqvw-known-later-qz", "title: Zqvwlongagoqz\ndate: 2024-09-01\nreported: 2024-11-01")
        .event("zqvw-plan-qz", "title: Zqvwplanqz\ndate: 2024-12-01\nstatus: planned\nactors: [Zqvwplannerqz]")
        .source("zqvw-source-qz", "title: Zqvwsourceqz\nurl: https://zqvwsourceurlqz.example/\npublished: 2024-10-29\npublisher: Zqvwpressqz")
        .source("zqvw-month-qz", "title: Zqvwmonthqz\npublished: 2024-10")
}

/// Records of the day, with parts that came later and references of every sort to what did.
fn known(site: Site) -> Site {
    let brief = "title: A public brief
actors: [nato]
info_cutoff: 2024-11-20
status: retracted
events: [known, zqvw-event-qz, zqvw-known-later-qz]
sources: [letter, {source: zqvw-source-qz, quote: Zqvwownquoteqz, at: Zqvwownplaceqz}, zqvw-month-qz]
claims:
  - {id: open, text: Said openly, by: nato, event: zqvw-event-qz, about: [zqvw-event-qz], status: revised, superseded_by: zqvw-newer-qz, sources: [letter, zqvw-source-qz]}
  - {id: zqvw-newer-qz, text: Zqvwnewerqz, by: Zqvwspeakerqz, said_on: 2024-10-30, via: [Zqvwviaqz], question: Zqvwlaterquestionqz}
  - {id: zqvw-coarse-qz, text: Zqvwcoarseqz, by: nato, said_on: 2024-10}
assessments:
  - text: It holds
    basis: [open, zqvw-newer-qz, zqvw-claim-qz]
    outcome: {result: Zqvwoutcomeqz, on: 2024-11-10, source: Zqvwevidenceqz}
  - {text: It lasts, outcome: {result: Zqvwundatedqz}}
changes:
  - {on: 2024-10-28, kind: update, note: Brought up to date}
  - {on: 2024-11-20, kind: retraction, note: Zqvwretractionqz}";
    let text = "See [[event:zqvw-event-qz]], [[event:zqvw-event-qz|what followed]], [[brief:Zqvwtitleqz]] and [a page](zqvw-brief-qz.md#zqvwheadingqz) or [another](/events/zqvw-event-qz/).

Told [@zqvw-source-qz]. Told twice [@letter; @zqvw-source-qz, p. 3]. [Words]{claim=zqvw-newer-qz} and [more words]{claim=zqvw-claim-qz}.[^1]

```timeline
event: zqvw-event-qz
```

```estimates
quantity: zqvwquantityqz
```

[^1]: In a note: [[event:zqvw-event-qz]] and [more]{claim=zqvw-newer-qz}.
";
    site.record("briefs/public", &format!("{brief}\ndate: 2024-10-28"), text)
        .actor("nato", "name: NATO\npositions: [{title: Zqvwofficeqz, org: Zqvwofficeorgqz, from: 2024-11-01}, {title: Host, from: 2020, to: 2024-11-17}]\nmember_of: [{actor: Zqvwunionqz, from: 2024-12}]\nrelations: [{type: other, to: Zqvwtoqz, label: Zqvwlabelqz, from_date: 2024-10-29, sources: [Zqvwtiesourceqz]}]")
        .event("known", "date: 2024-10-27\nfollows: [zqvw-known-later-qz]\ncauses: [zqvw-event-qz, zqvw-plan-qz]\npart_of: [zqvw-event-qz]\ndistinct_from: [zqvw-known-later-qz]\nsources: [letter, zqvw-source-qz]")
        .source("letter", "url: https://example.org/\npublished: 2024-10-01\naccessed: 2024-11-16\nderived_from: [zqvw-source-qz]\narchive: [{url: 'https://zqvwarchiveqz.example/', on: 2024-11-15}]")
}

fn holding(built: &Built, words: &[&str]) -> Vec<String> {
    let holds = |text: &str| words.iter().any(|word| text.contains(word));
    let found = built.outputs.iter().filter(|(path, bytes)| {
        holds(&path.to_lowercase()) || holds(&String::from_utf8_lossy(bytes).to_lowercase())
    });
    found.map(|(path, _)| path.clone()).collect()
}

#[test]
fn no_word_of_what_came_later_is_in_any_byte_or_path_and_none_is_a_mistake() {
    let site = later(known(Site::new()));
    let built = site.clone().known_on(super::DAY).strict().sound();
    assert!(built.has("briefs/public/") && built.has("events/known/"));
    assert_eq!(holding(&built, &[MARKER]), Vec::<String>::new());
    let days = ["2024-11-15", "2024-11-16", "2024-11-17", "2024-11-20"];
    let written = ["15 november", "16 november", "17 november", "20 november"];
    assert_eq!(holding(&built, &[days, written].concat()), Vec::<String>::new());
}

#[test]
fn today_every_word_appears() {
    let built = later(known(Site::new())).build();
    assert!(built.reports.iter().all(|report| !report.error), "{:#?}", built.reports);
    let words = [
        "title summary tag former alt stubactor inlineevent stubplace url source quote claim question quantity counter",
        "judged change heading body event participant said longago plan planner sourceurl press month ownquote",
        "ownplace newer speaker via laterquestion coarse outcome evidence undated retraction office officeorg union",
        "to label tiesource archive",
    ];
    let words = words.iter().flat_map(|line| line.split(' ')).map(|word| format!("zqvw{word}qz"));
    let missing: Vec<String> = words.filter(|word| holding(&built, &[word]).is_empty()).collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// The ids of all records and claims of an edition that more than one word makes.
fn ids(built: &Built) -> BTreeSet<String> {
    let site = built.edition.as_ref().expect("it is built").site();
    let records = site.briefs.iter().map(|one| &one.id).chain(site.actors.iter().map(|one| &one.id));
    let records = records.chain(site.events.iter().map(|one| &one.id));
    let records = records.chain(site.sources.iter().map(|one| &one.id));
    let records = records.chain(site.places.iter().map(|one| &one.id));
    let all = records.chain(site.claims.iter().map(|one| &one.claim.id.text));
    all.filter(|id| id.contains('-')).cloned().collect()
}

#[test]
fn no_id_of_what_the_sample_leaves_out_is_in_any_output() {
    let today = ids(&super::sample().sound());
    for day in ["2024-10-13", "2024-10-28", "2024-10-30", "2024-11-05"] {
        let then = super::sample().known_on(day).sound();
        let known = ids(&then);
        let gone: BTreeSet<&str> = today.difference(&known).map(String::as_str).collect();
        assert!(gone.len() > 10, "{day}: {gone:?}");
        for (path, bytes) in &then.outputs {
            let text = format!("{path} {}", String::from_utf8_lossy(bytes));
            let mut words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            assert_eq!(words.find(|word| gone.contains(word)), None, "{day}: {path}");
        }
    }
}
