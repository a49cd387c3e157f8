//! Libraries in all three formats.

use super::library;
use crate::diagnostics::{Code, Reported};
use crate::model::{Data, LibraryFormat, Record, Source, SourceType};
use crate::text::FileId;

fn read(format: LibraryFormat, text: &str) -> Reported<Vec<Record>> {
    library("content/sources/all", format, FileId(1), text.as_bytes())
}

fn sound(format: LibraryFormat, text: &str) -> Vec<Record> {
    let read = read(format, text);
    assert_eq!(read.diagnostics, []);
    read.value
}

fn source(record: &Record) -> &Source {
    let Data::Source(source) = &record.data else { panic!("it is a source") };
    source
}

fn ids(records: &[Record]) -> Vec<&str> {
    records.iter().map(|record| record.id.as_str()).collect()
}

/// Title, address, author, publisher, published, accessed.
fn fields(record: &Record) -> [String; 6] {
    let source = source(record);
    let date = |date: &Option<crate::model::Date>| {
        date.as_ref().map(|date| date.written.clone()).unwrap_or_default()
    };
    let name =
        |name: &Option<crate::model::Ref>| name.as_ref().map(|name| name.text.clone()).unwrap_or_default();
    [
        source.title.as_ref().map(|title| title.first().to_owned()).unwrap_or_default(),
        source.url.clone().unwrap_or_default(),
        name(&source.author),
        name(&source.publisher),
        date(&source.published),
        date(&source.accessed),
    ]
}

/// The codes with the texts they point to.
fn told<'a>(text: &'a str, read: &Reported<Vec<Record>>) -> Vec<(Code, &'a str)> {
    read.diagnostics.iter().map(|one| (one.code, &text[one.span.range()])).collect()
}

const BIB: LibraryFormat = LibraryFormat::BibTex;
const YAML: LibraryFormat = LibraryFormat::Hayagriva;
const JSON: LibraryFormat = LibraryFormat::CslJson;

#[test]
fn a_bib_entry_becomes_a_source() {
    let records = sound(
        BIB,
        r#"@string{kh = "The Korea Herald"}
@article{Smith:2024_a,
  title = {G{\"o}del \& {NATO}: pages 3--4, ``now''},
  subtitle = {A {\'E}tude},
  author = {Smith, Jane and {Ministry of Defence, Ukraine} and van der Berg, Jan and others},
  journaltitle = kh,
  date = {2024-10-28/2024-10-29},
  urldate = {2024-11-02},
  url = {https://example.org/a_b~c%20d},
  langid = {korean},
  abstract = {costs $5 and \broken{}},
  note = {ignored}}
@misc{b, title = "B", year = 2023, month = oct, day = {5}, howpublished = {\url{https://example.org/b}}}
@online{c, title = {C}, eprint = {2401.00001}, eprinttype = {arxiv}, year = {2024}, ids = {old-c, older}}
"#,
    );
    assert_eq!(ids(&records), ["smith-2024-a", "b", "c"]);
    assert_eq!(
        fields(&records[0]),
        [
            "Gödel & NATO: pages 3–4, “now”: A Étude",
            "https://example.org/a_b~c%20d",
            "Smith, Jane; Ministry of Defence, Ukraine; van der Berg, Jan; et al.",
            "The Korea Herald",
            "2024-10-28/2024-10-29",
            "2024-11-02"
        ]
    );
    assert_eq!(source(&records[0]).kind, Some(SourceType::Article));
    assert_eq!(source(&records[0]).writers.len(), 3);
    assert_eq!(records[0].common.lang.as_ref().map(|lang| lang.as_str()), Some("ko"));
    assert_eq!(fields(&records[1])[1], "https://example.org/b");
    assert_eq!(fields(&records[1])[4], "2023-10-05");
    assert_eq!(fields(&records[2])[1], "https://arxiv.org/abs/2401.00001");
    assert_eq!(source(&records[2]).keys, ["c", "old-c", "older"]);
}

#[test]
fn a_bib_entry_takes_what_it_lacks_from_those_it_refers_to() {
    let records = sound(
        BIB,
        "@xdata{x, url = {https://example.org/x}}
@inproceedings{a, title = {Talk}, crossref = {p}, xdata = {x}}
@proceedings{p, title = {Meeting}, year = {2020}}
@misc{loop, title = {L}, crossref = {loop}, xdata = {loop}}",
    );
    assert_eq!(ids(&records), ["a", "p", "loop"]);
    assert_eq!(fields(&records[0]), ["Talk", "https://example.org/x", "", "Meeting", "2020", ""]);
}

#[test]
fn a_broken_bib_entry_costs_no_other() {
    let text = "@book{a, title = {Open
@book{b, title = {B}}
@book{c title = {C}}
@book{d, title = {D}, year = {2024}, month = {13}}
@book{e, date = {2024-02-30}, title = {E}}
@book{f, date = {n.d.}, title = {F}}
@book{g, year = {2024}}
@book{, title = {No key}}
@book{h, title = {H}, author = {A $ B}, url = {ftp://example.org/}}
";
    let read = read(BIB, text);
    assert_eq!(ids(&read.value), ["b", "d", "e", "f", "g", "h"]);
    assert_eq!(
        told(text, &read),
        [
            (Code::P026, "@book{a"),
            (Code::P026, "title = {C}}"),
            (Code::P026, "@book{"),
            (Code::P027, "A $ B"),
            (Code::P007, "30"),
            (Code::P027, "n.d."),
            (Code::P005, "g"),
            (Code::P027, "ftp://example.org/"),
        ]
    );
    assert_eq!(fields(&read.value[1])[4], "2024");
}

#[test]
fn bombs_of_abbreviations_and_braces_are_told_and_harmless() {
    let mut text = String::from("@string{s0 = \"0123456789\"}\n@string{loop = loop # loop}\n");
    for n in 1..200 {
        text += &format!("@string{{s{n} = s{0} # s{0}}}\n", n - 1);
    }
    text += "@misc{a, title = s40}\n@misc{b, title = s199}\n@misc{c, title = loop}\n@misc{d, title = s3}\n";
    text += &format!("@misc{{e, title = {{{}x{}}}}}\n", "\\'{".repeat(5000), "}".repeat(5000));
    let read = read(BIB, &text);
    assert_eq!(ids(&read.value), ["a", "b", "c", "d"]);
    let codes: Vec<Code> = read.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes.iter().filter(|code| **code == Code::P026).count(), 1);
    assert_eq!(codes.iter().filter(|code| **code == Code::P027).count(), 3);
    assert_eq!(fields(&read.value[3])[0].len(), 80);
}

#[test]
fn hayagriva_takes_from_the_parent_what_the_entry_lacks() {
    let records = sound(
        YAML,
        r#"
kwak:
  type: Article
  title: "{NATO} says so"
  author: ["Kwak, Min-ji", {name: Berg, given-name: Jan, prefix: van der}, Reuters]
  url: {value: https://example.org/k, date: 2024-11-02}
  language: ko
  parent:
    type: Newspaper
    title: The Korea Herald
    date: 2024-10-28
Doi_only:
  type: report
  title: {value: "Long", short: L}
  organization: SIPRI
  date: ~2020-10
  serial-number: {doi: "10.1000/182"}
"#,
    );
    assert_eq!(ids(&records), ["kwak", "doi-only"]);
    assert_eq!(
        fields(&records[0]),
        [
            "NATO says so",
            "https://example.org/k",
            "Kwak, Min-ji; van der Berg, Jan; Reuters",
            "The Korea Herald",
            "2024-10-28",
            "2024-11-02"
        ]
    );
    assert_eq!(fields(&records[1]), ["Long", "https://doi.org/10.1000/182", "", "SIPRI", "2020-10~", ""]);
    assert_eq!(source(&records[1]).kind, Some(SourceType::Report));
}

#[test]
fn what_is_wrong_with_yaml_is_told_at_its_place() {
    let text = "a: {title: A, date: 2024-02-30}\nb: just words\nc: {type: book}\n";
    let found = read(YAML, text);
    assert_eq!(ids(&found.value), ["a", "c"]);
    assert_eq!(told(text, &found), [(Code::P026, "b"), (Code::P007, "30"), (Code::P005, "c")]);
    assert_eq!(told("- a\n", &read(YAML, "- a\n")).iter().map(|one| one.0).collect::<Vec<_>>(), [Code::P026]);
    assert_eq!(read(YAML, "a: [\n").diagnostics[0].code, Code::P002);
    assert_eq!(read(YAML, "").diagnostics, []);
}

#[test]
fn csl_json_is_read_with_all_that_json_allows() {
    let text = "\u{feff}[\t{ \"id\": \"http://zotero.org/items/AB\", \"citation-key\": \"kwakNATO2024\",
\t\"type\": \"article-newspaper\", \"title\": \"<i>NATO</i> \\ud83d\\ude00 \\u00fc\\/\",
\t\"container-title\": \"The Korea Herald\", \"DOI\": \"https://doi.org/10.1000/182\",
\t\"author\": [{\"family\": \"Berg\", \"given\": \"Jan\", \"non-dropping-particle\": \"van der\"}, {\"literal\": \"Reuters\"}],
\t\"issued\": {\"date-parts\": [[\"2024\", 10, 28]]}, \"accessed\": {\"date-parts\": [[2024, 11, 2]]},
\t\"archive_location\": \"https://web.archive.org/x\", \"language\": \"en-US\", \"custom\": {\"deep\": [[[[1]]]]} },
{\"id\": 7, \"title\": \"Seven\", \"issued\": {\"date-parts\": [[2024, 1], [2024, 3]]}, \"archive_location\": \"Box 3\"},
{\"id\": \"c\", \"title\": \"C\", \"issued\": {\"raw\": \"28 October 2024\"}}]";
    let records = sound(JSON, text);
    assert_eq!(ids(&records), ["kwaknato2024", "7", "c"]);
    assert_eq!(
        fields(&records[0]),
        [
            "NATO 😀 ü/",
            "https://doi.org/10.1000/182",
            "van der Berg, Jan; Reuters",
            "The Korea Herald",
            "2024-10-28",
            "2024-11-02"
        ]
    );
    assert_eq!(source(&records[0]).keys, ["kwakNATO2024", "http://zotero.org/items/AB"]);
    assert_eq!(source(&records[0]).archive[0].url, "https://web.archive.org/x");
    assert_eq!(fields(&records[1])[4], "2024-01/2024-03");
    assert!(source(&records[1]).archive.is_empty());
    assert_eq!(fields(&records[2])[4], "2024-10-28");
}

#[test]
fn what_is_wrong_with_json_is_told_at_its_place() {
    let text = "[{\"id\": \"a\",\n \"title\": \"ü\", \"issued\": {\"raw\": \"2024-02-30\"}}, {\"title\": \"no id\"}, 3, {\"id\": \"b\"}]";
    let found = read(JSON, text);
    assert_eq!(ids(&found.value), ["a", "b"]);
    assert_eq!(
        told(text, &found),
        [(Code::P026, "{"), (Code::P026, "3"), (Code::P007, "{\"raw\": \"2024-02-30\"}"), (Code::P005, "b"),]
    );
    let broken = "[{\"id\": \"ü\"},\n {\"id\": x}]";
    assert_eq!(told(broken, &read(JSON, broken)), [(Code::P026, "x")]);
    assert_eq!(told("{\"a\": 1}", &read(JSON, "{\"a\": 1}")), [(Code::P026, "{")]);
    let deep = format!("[{}{}]", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(JSON, &deep).diagnostics[0].code, Code::P026);
}

#[test]
fn a_large_library_of_each_format_is_read() {
    let many = 20_000;
    let bib: String = (0..many)
        .map(|n| format!("@book{{k{n}, title = {{T{n}}}, author = {{A, B and C, D}}, year = {{2020}}}}\n"))
        .collect();
    let yaml: String = (0..many)
        .map(|n| format!("k{n}: {{type: book, title: T{n}, author: [\"A, B\", \"C, D\"], date: 2020}}\n"))
        .collect();
    let items: Vec<String> = (0..many)
        .map(|n| format!(r#"{{"id":"k{n}","title":"T{n}","author":[{{"family":"A","given":"B"}}],"issued":{{"date-parts":[[2020,1,2]]}}}}"#))
        .collect();
    let json = format!("[{}]", items.join(","));
    for (format, text) in [(BIB, bib), (YAML, yaml), (JSON, json)] {
        let from = std::time::Instant::now();
        assert_eq!(sound(format, &text).len(), many, "{format:?}");
        assert!(from.elapsed().as_secs() < 20, "{format:?} took {:?}", from.elapsed());
    }
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let read = library("content/sources/all.bib", BIB, FileId(1), b"@book{a, title = {\xff}}");
    assert_eq!(read.diagnostics[0].code, Code::P011);
}

proptest::proptest! {
    #[test]
    fn nothing_that_can_be_written_breaks_the_reading(text in "[@{}a-c=,\"\\\\#$ %(\n)'-]{0,60}", yaml in "[a-c:{}\\[\\], \n\"-]{0,40}") {
        read(BIB, &format!("@misc{{k, title = {text}}}\n{text}"));
        read(BIB, &format!("@misc{{k, author = {{{text}}}, date = {{{text}}}}}"));
        read(YAML, &yaml);
        read(JSON, &yaml);
    }
}
