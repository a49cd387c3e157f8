//! What is read at a glance is what the library reads; the rest is left to it.

mod documents;

use super::super::tree::slow;
use super::*;
use crate::diagnostics::Reported;
use documents::{Edit, document, edited};
use include_dir::{Dir, include_dir};
use proptest::prelude::*;

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");

fn library(text: &str) -> Option<Node> {
    let Reported { value, diagnostics } = slow(text, FileId(3), 40);
    value.filter(|_| diagnostics.is_empty())
}

fn quick(text: &str) -> Option<Node> {
    parse(text, FileId(3), 40)
}

#[test]
fn plain_front_matter_is_read_as_the_library_reads_it() {
    let cases = [
        "title: \"Seoul: the calls\"\ndate: 2024-10-28\nactors: [nis, \"Mark Rutte\"]\ntags: []\n\nkind: person",
        "lat: 61.338\nlon: -132.6267\nyear: 2024\nzero: 0\nkept: 1.10\nprotected: true\ndate: 2020-11-28/2020-12-13",
        "url: https://a.example/b?c=d&e=%20~f#g\nat: 2024-10-28T23:30+00:00\nabout: 2024-10~\ntext: 3,000 soldiers",
        "name: 조태용\ntitle: Ще не вмерла, України\nend: x\nby: 'the \"desk\"'\nsaid: \"#1 [sic] {a: b} | * & ! @\"\n",
        "places: [{name: \"Kursk, Russia\", lat: 51.7}, moscow]\nlikelihood: {low: 45, high: 55, of: [a, b]}\n",
        "claims:\n  - id: one\n    text: \"Units: two.\"\n    about: [a]\n\n  - id: two\n    value: {low: 1}\nend: x\n",
        "claims:\n- id: one\n  by:\n  - a\n  - b\n- two\n# a note: of mine\nextra:\n  Zh-Hant: x\n    # more\n  deep:\n    er: z\n",
        "summary: >-\n  One\n  two: [\n\n  # three\nnote: |\n    a\n    b\n\nlist:\n  - >\n    x\n    y\n  - |-\n   z\n",
        "changes:\n  - on: 2024-10-29\n    No: a\nname: {en: b, no: c, y: d}\nYES: e\noff: f",
    ];
    let many_comments = format!(
        "{}a: b\n{}c:\n{}  d: e\n",
        "# x\n".repeat(200),
        "  # x\n".repeat(200),
        "# x\n\n".repeat(200)
    );
    for case in cases.into_iter().chain([&*many_comments, "_: []"]) {
        assert!(quick(case).is_some(), "{case}");
        assert_eq!(quick(case), library(case), "{case}");
    }
}

#[test]
fn what_is_not_plain_is_left_to_the_library() {
    let long_key = format!("{}: b", "a".repeat(LONGEST_KEY + 1));
    let many_keys: String = (0..=MOST_KEYS).map(|number| format!("a{number}: b\n")).collect();
    let long_text = format!("a: {}", "b".repeat(LONGEST_TEXT));
    let many_values = format!("a: [{}b]", "b, ".repeat(MOST_VALUES));
    let deep: String = (0..=DEEPEST + 1).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let deep = deep + &" ".repeat(DEEPEST + 2) + "a: b";
    let deep_flow = format!("a: {}{}", "[".repeat(DEEPEST + 1), "]".repeat(DEEPEST + 1));
    let cases = [
        "a: yes",
        "a: True",
        "null: b",
        "True: b",
        "a: 007",
        "a: 1e3",
        "a: 0x1F",
        "a: 1_000",
        "a: .5",
        "a: b:",
        "a: ~",
        "a:",
        "a:\nb: c",
        "a: b: c",
        "a: b # c",
        "a: b\n  c",
        "a: b\n c: d",
        "a:\n  b: c\n d: e",
        "a:\n    b: c\n  d: e",
        "a:\n  - b\n - c",
        "a:\n  - b\n  c: d",
        "a:\n  - b: c\n     d: e",
        "a:\n  - b: c\n   d: e",
        "a:\n  - - b",
        "a:\n  -\n    b: c",
        "a:\n  - b\n    c",
        "a: [b,\n c]",
        "a: [b, ]",
        "a: [b,c]",
        "a: [b: c]",
        "a: {b: c, b: d}",
        "a: {b}",
        "a: {}",
        "a: {b: c}, d",
        "a: [b] c",
        "a: &b c",
        "a: *b",
        "a: !b c",
        "<<: b",
        "a: |2\n  b\n",
        "a: |+\n  b\n",
        "a: |\n  b",
        "a: |\n",
        "a: >\n  b\n   c\n",
        "a: >\n  b\n c\n",
        "a: >\n\n  b\n",
        "a: >\n  b \n",
        "a: >\n  b\n  \n",
        "a: >\n  \tb\n",
        "a: > # c\n  b\n",
        "a: \"b\\n\"",
        "a: \"b\" c",
        "a: \"b\n  c\"",
        "a: 'b''c'",
        "\"a\": b",
        "a: b\r\nc: d",
        "a: b\na: c",
        "a:\n  b: c\n  b: d",
        "- a",
        " a: b",
        "# a",
        "",
        "a: \t",
        "a:\t b",
        "\ta: b",
        "a:  b",
        "a: b ",
        "a: b\n ",
        "a: \"",
        "a: [b",
        "a: {b: c",
        "---\na: b",
        "a: b\n---\nc: d",
        "a: b\n...\n",
        "%a: b",
        "? a",
        &long_key,
        &many_keys,
        &many_values,
        &long_text,
        &deep,
        &deep_flow,
    ];
    for case in cases {
        assert_eq!(quick(case), None, "{case:?}");
    }
}

#[test]
fn the_front_matter_of_the_sample_is_plain() {
    fn fronts(folder: &Dir<'_>, found: &mut Vec<String>) {
        let texts = folder.files().filter_map(|file| file.contents_utf8());
        found.extend(
            texts.filter_map(|text| text.strip_prefix("---\n")?.split("---\n").next().map(str::to_owned)),
        );
        folder.dirs().for_each(|inner| fronts(inner, found));
    }
    let mut all = Vec::new();
    fronts(&SAMPLE, &mut all);
    let plain: Vec<_> = all.iter().filter(|front| quick(front).is_some()).collect();
    assert!(plain.len() > 100 && plain.len() * 20 > all.len() * 19, "{} of {}", plain.len(), all.len());
    for front in plain {
        assert_eq!(quick(front), library(front), "{front}");
    }
}

#[test]
fn every_plain_character_is_plain_to_the_library_too() {
    let plain: Vec<char> =
        ('!'..=char::MAX).filter(|c| scalar::is_printable(c.encode_utf8(&mut [0; 4]))).collect();
    assert!(plain.len() > 100_000 && !plain.contains(&'\u{85}') && !plain.contains(&'\u{2028}'));
    for part in plain.chunks(5000) {
        let beyond: String = part.iter().filter(|c| !c.is_ascii()).collect();
        let all: String = part.iter().filter(|c| !matches!(c, '"' | '\\')).collect();
        let text = format!("a: x{beyond}z\nb: [x{beyond}z]\nc: \"{all}\"\nd: >\n  {all}\n# {all}\n");
        assert!(quick(&text).is_some(), "{text}");
        assert_eq!(quick(&text), library(&text), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_plain_document_is_read_quickly_and_the_same(text in document()) {
        let node = quick(&text);
        prop_assert!(node.is_some(), "{}", text);
        prop_assert_eq!(node, library(&text), "{}", text);
    }

    #[test]
    fn what_is_nearly_plain_is_read_the_same_or_left(
        text in document(),
        edits in prop::collection::vec(any::<Edit>(), 1..4),
    ) {
        let text = edited(&text, &edits);
        if let Some(node) = quick(&text) {
            prop_assert_eq!(Some(node), library(&text), "{:?}", text);
        }
    }

    #[test]
    fn whatever_is_read_quickly_is_read_the_same(
        lines in prop::collection::vec((" {0,4}(- )?", "[a-z_]{1,4}", ": ?", r#"("?[a-zA-Z0-9 ,.'\-:#?&=%~+;/!|>@$*]{0,9}"?|-?[0-9]{0,3}\.?[0-9]{0,3}|[0-9]{4}-[0-9]{2}/[0-9-]{4,7}|\[("?[a-z0-9 .:'é가-]{0,5}"?,? ?){0,4}\]|\{([a-z]{0,3}: ?"?[a-z0-9 .:'-]{0,5}"?,? ?){0,3}\}|[0-9-]{1,10}|[0-9.e+_]{1,6}|[|>][-+2]?|true|Null|~|\[\])"#), 0..5),
        end in "\n?",
    ) {
        let text: String = lines.iter().map(|(indent, key, colon, value)| format!("{indent}{key}{colon}{value}\n")).collect();
        let text = text.strip_suffix('\n').unwrap_or(&text).to_owned() + &end;
        if let Some(node) = quick(&text) {
            prop_assert_eq!(Some(node), library(&text), "{:?}", text);
        }
    }
}
