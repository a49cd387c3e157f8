//! What each mistake in a file is reported as.

use super::*;
use crate::model::Vocabulary;
use rstest::rstest;

fn read(path: &str, kind: RecordKind, text: &str) -> Reported<Record> {
    parse(path, kind, FileId(0), text.as_bytes())
}

fn brief(keys: &str) -> String {
    format!("---\ntitle: T\ndate: 2024-10-28\nactors: [nato]\nsources: [a]\n{keys}\n---\nBody\n")
}

/// The codes reported, each with the text it points at.
fn mistakes(path: &str, kind: RecordKind, text: &str) -> Vec<(Code, String)> {
    let read = read(path, kind, text);
    read.diagnostics.into_iter().map(|d| (d.code, text[d.span.range()].to_owned())).collect()
}

#[test]
fn four_keys_make_a_brief_and_each_is_missed() {
    let path = "content/briefs/x.md";
    assert_eq!(mistakes(path, RecordKind::Brief, &brief("")), []);
    let missing = read(path, RecordKind::Brief, "---\nsummary: x\n---\n").diagnostics;
    let names: Vec<_> = missing.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        names,
        [
            "the key `sources` is missing",
            "the key `title` is missing",
            "the key `date` is missing",
            "the key `actors` is missing"
        ]
    );
}

#[rstest]
#[case("titel: x", Code::P004, "titel")]
#[case("info_cutoff: 2024-02-30", Code::P007, "30")]
#[case("info_cutoff: 2024-10-28T16:30", Code::P008, "2024-10-28T16:30")]
#[case("status: finished", Code::P009, "finished")]
#[case("tlp: blue", Code::P009, "blue")]
#[case("draft: maybe", Code::P006, "maybe")]
#[case("summary: [a]", Code::P006, "")]
#[case("series: ''", Code::P016, "''")]
#[case("former_ids: [Old Id]", Code::P017, "Old Id")]
#[case("changes: [{on: 2024-10-30/2024-10-29, kind: update, note: n}]", Code::P013, "2024-10-30/2024-10-29")]
#[case("authors: [{name: A, url: 'javascript:x'}]", Code::P014, "'javascript:x'")]
#[case("image: {file: a.png}", Code::P015, "")]
#[case(
    "supersedes: [a]\nclaims: [{id: c, text: t, by: nis, sources: ['javascript:x']}]",
    Code::P014,
    "'javascript:x'"
)]
#[case("places: [{name: P, lat: 91, lon: 0}]", Code::P012, "91")]
#[case("places: [{name: P, lat: 51.7}]", Code::P005, "51.7")]
#[case("events: [{title: E, date: 2024, timezone: Mars/Base}]", Code::P022, "Mars/Base")]
#[case("assessments: [{text: t, likelihood: maybe}]", Code::P023, "maybe")]
#[case("claims: [{id: c, text: t}]", Code::P005, "")]
#[case("estimates: [{id: c, by: nis, quantity: q, kind: present, low: 5, high: 4}]", Code::P012, "")]
#[case(
    "estimates: [{id: c, by: nis, quantity: q, kind: present, value: 9007199254740994}]",
    Code::P012,
    "9007199254740994"
)]
#[case("estimates: [{id: c, by: nis, quantity: q, kind: present, value: '1,5'}]", Code::P006, "'1,5'")]
#[case("a: 1\na: 2", Code::P003, "a: 2")]
fn a_mistake_in_a_key_is_reported_where_it_stands(
    #[case] keys: &str,
    #[case] code: Code,
    #[case] text: &str,
) {
    let found = mistakes("content/briefs/x.md", RecordKind::Brief, &brief(keys));
    let at = found.iter().find(|(found, _)| *found == code);
    let Some((_, pointed)) = at else { panic!("{keys}: {code:?} is not among {found:?}") };
    assert!(text.is_empty() || pointed == text, "{keys}: points at {pointed:?}");
}

#[test]
fn files_that_are_no_record_are_told_why() {
    let codes = |path: &str, text: &[u8]| -> Vec<_> {
        parse(path, RecordKind::Brief, FileId(0), text).diagnostics.into_iter().map(|d| d.code).collect()
    };
    assert_eq!(codes("content/briefs/x.md", b"no front matter"), [Code::P001]);
    assert_eq!(codes("content/briefs/x.md", b"---\ntitle: T\n"), [Code::P001]);
    assert_eq!(codes("content/briefs/x.md", b"---\ntitle: \xff\n---\n"), [Code::P011]);
    assert_eq!(codes("content/briefs/x.md", b"---\ntitle: a: b\n---\n"), [Code::P002]);
    assert_eq!(codes("content/briefs/x.md", b"---\n- a\n---\n"), [Code::P006]);
    assert_eq!(codes("content/briefs/x.md", b""), [Code::P001]);
    assert_eq!(codes("content/briefs/My File.md", brief("").as_bytes()), [Code::P010]);
}

#[test]
fn a_scalar_is_accepted_where_an_object_or_a_list_is() {
    let text =
        "---\ntitle: T\ndate: 2024-10-28\nactors: NATO\nsources: https://example.org/a\nplaces: Kyiv\n---\n";
    let record = read("content/briefs/x.md", RecordKind::Brief, text);
    assert_eq!(record.diagnostics, []);
    let Data::Brief(brief) = record.value.data else { panic!("a brief") };
    assert_eq!(brief.actors[0].actor.text, "NATO");
    assert_eq!(brief.places.len(), 1);
    assert_eq!(record.value.common.sources.len(), 1);
}

#[test]
fn an_estimate_takes_its_figure_from_value_or_from_low_and_high() {
    let keys = "estimates:\n- {id: a, by: nis, quantity: q, kind: present, value: 10000, qualifier: about, unit: soldiers}\n\
                - {id: b, by: nis, quantity: q, kind: present, value: {low: 11000, high: 12000}}\n\
                - {id: c, by: nis, quantity: q, kind: present, low: 1, best: 2, high: 3}";
    let record = read("content/briefs/x.md", RecordKind::Brief, &brief(keys));
    assert_eq!(record.diagnostics, []);
    let Data::Brief(brief) = record.value.data else { panic!("a brief") };
    let words: Vec<_> = brief.claims.iter().map(|claim| claim.text.as_str()).collect();
    assert_eq!(words, ["about 10,000 soldiers", "11,000–12,000", "1–3 (best 2)"]);
}

#[test]
fn a_protected_source_keeps_no_body() {
    let text = "---\ntitle: T\nprotected: true\ndescription_public: An official\n---\nsecret words\n";
    let record = read("content/sources/x.md", RecordKind::Source, text).value;
    assert_eq!(*record.body, Body::default());
}

#[test]
fn an_inline_record_gets_an_id_from_its_title() {
    let keys = "events: [{title: The call, date: 2024-10-28}, {id: second, title: Another, date: 2024}]";
    let record = read("content/briefs/x.md", RecordKind::Brief, &brief(keys)).value;
    let Data::Brief(brief) = record.data else { panic!("a brief") };
    let ids: Vec<_> = brief
        .events
        .iter()
        .map(|event| match event {
            crate::model::RefOrInline::Inline(record) => (record.id.as_str(), record.id_given),
            crate::model::RefOrInline::Ref(_) => panic!("inline"),
        })
        .collect();
    assert_eq!(ids, [("the-call", false), ("second", true)]);
}

#[test]
fn every_word_of_every_list_is_read_back() {
    fn check<V: Vocabulary + PartialEq + std::fmt::Debug>() {
        for word in V::ALL {
            assert_eq!(V::from_key(word.key()), Some(*word));
        }
    }
    check::<crate::model::Tlp>();
    check::<crate::model::ActorKind>();
    check::<crate::model::SourceType>();
    check::<crate::model::PlacePrecision>();
}

proptest::proptest! {
    #[test]
    fn no_file_makes_the_parser_panic(front in "[ -~\n가-힣]{0,80}", body in "\\PC{0,40}") {
        for kind in RecordKind::ALL {
            let _ = read("content/x/a.md", kind, &format!("---\n{front}\n---\n{body}"));
        }
    }
}
