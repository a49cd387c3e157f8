//! References in the bundled styles.

use super::{References, references};
use crate::config::Config;
use crate::diagnostics::Code;
use crate::model::{Data, LibraryFormat, Record};
use crate::parse::library;
use crate::resolve::{Audience, Rules, Site, resolve};
use crate::text::FileId;
use hayagriva::archive::ArchivedStyle;

const LIBRARY: &str = r#"
kwak:
  type: article
  title: "NATO <b>confirms</b> & \"troops\""
  author: ["Kwak, Min-ji", "van der Berg, Jan"]
  url: {value: "https://example.org/k?a=1&b='2'", date: 2024-11-02}
  date: 2024-10-28
  parent: {type: newspaper, title: The Korea Herald}
report:
  type: report
  title: An Appraisal
  author: Ministry of Defence
  organization: The Ministry
  date: ~2020-10
  serial-number: {doi: 10.1000/182}
bare: {type: book, title: 윤석열, date: 2024-10-25/2024-10-26}
old: {title: "Old?", date: "-0044-03", author: "Caesar, G. Julius"}
decade: {title: "A decade", date: 199X, url: "https://example.org/d"}
"#;

fn config(style: &str, more: &str) -> Config {
    let text = format!("title: T\nbase_url: https://example.org/\ncitation_style: {style}\n{more}");
    crate::config::parse(&text, FileId(0)).value
}

/// The entries of a library as a site's sources, visible though nothing cites them.
fn site_of(text: &str) -> Site {
    let mut records: Vec<Record> =
        library("x.yaml", LibraryFormat::Hayagriva, FileId(1), text.as_bytes()).value;
    for record in &mut records {
        if let Data::Source(source) = &mut record.data {
            source.keys.clear();
        }
    }
    site_of_records(records)
}

fn site_of_records(records: Vec<Record>) -> Site {
    let now = "2024-12-01T12:00:00Z".parse().expect("a moment");
    let audience = Audience { tlp: crate::model::Tlp::Clear, drafts: false, now, as_of: None };
    resolve(records, &Rules { audience, strict: false, event_types: &[] }).value
}

fn html<'a>(site: &Site, references: &'a References, id: &str) -> &'a str {
    let at = site.sources.iter().position(|source| source.id == id).expect("it is there");
    references.of(crate::resolve::SourceIdx::from_at(at)).expect("it is formatted")
}

fn in_style(style: &str, more: &str) -> (Site, References) {
    let site = site_of(LIBRARY);
    let done = references(&site, &config(style, more), None);
    assert_eq!(done.diagnostics, [], "{style}");
    (site, done.value)
}

#[test]
fn a_reference_has_the_form_of_its_style() {
    let (site, apa) = in_style("apa", "");
    assert_eq!(
        html(&site, &apa, "report"),
        "Ministry of Defence. (ca. 2020). <em>An Appraisal</em>. The Ministry. \
         <a class=\"external\" href=\"https://doi.org/10.1000/182\">https://doi.org/10.1000/182</a>"
    );
    let (site, chicago) = in_style("chicago-notes", "");
    assert_eq!(
        html(&site, &chicago, "kwak"),
        "Kwak, Min-ji, and Jan van der Berg. “NATO &lt;b&gt;confirms&lt;/b&gt; &amp; &quot;Troops&quot;.” \
         <em>The Korea Herald</em>, October 28, 2024. <a class=\"external\" \
         href=\"https://example.org/k?a=1&amp;b=&apos;2&apos;\">https://example.org/k?a=1&amp;b=&apos;2&apos;</a>."
    );
}

#[test]
fn no_style_breaks_on_any_source_or_gives_tags_that_are_not_ours() {
    let ours = ["em", "strong", "sup", "sub", "span", "a"];
    for style in ArchivedStyle::all() {
        let (site, done) = in_style(style.names()[0], "");
        for at in 0..site.sources.len() {
            let Some(html) = done.of(crate::resolve::SourceIdx::from_at(at)) else { continue };
            let parsed = scraper::Html::parse_fragment(html);
            for element in parsed.select(&scraper::Selector::parse("html *").unwrap()) {
                let name = element.value().name();
                assert!(ours.contains(&name), "{style:?}: {html}");
                assert_eq!(element.value().attr("style"), None, "{style:?}: {html}");
                let href = element.value().attr("href");
                assert!(href.is_none_or(|href| crate::yaml::allowed_url(href).is_some()), "{html}");
            }
            assert!(
                parsed.root_element().text().any(|text| text.chars().any(char::is_alphanumeric)),
                "{html}"
            );
        }
    }
}

#[test]
fn a_numeric_style_gives_no_number_of_its_own() {
    for style in ["ieee", "vancouver", "nature", "american-chemical-society", "springer-mathphys"] {
        let (site, done) = in_style(style, "");
        let first = html(&site, &done, "kwak").chars().next();
        assert!(first.is_some_and(char::is_alphabetic), "{style}: {}", html(&site, &done, "kwak"));
    }
}

#[test]
fn the_language_of_the_site_is_that_of_the_style() {
    let (site, german) = in_style("apa", "language: de\n");
    assert!(html(&site, &german, "kwak").contains("Oktober"), "{}", html(&site, &german, "kwak"));
    let (site, unknown) = in_style("apa", "language: tlh\n");
    assert!(html(&site, &unknown, "kwak").contains("October"));
}

#[test]
fn of_a_protected_source_nothing_is_formatted() {
    let text = b"---\ntitle: Secret name\nurl: https://example.org/secret\nprotected: true\n---\n";
    let kind = crate::model::RecordKind::Source;
    let record = crate::parse::parse("content/sources/s.md", kind, FileId(1), text).value;
    let site = site_of_records(vec![record]);
    let done = references(&site, &config("apa", ""), None).value;
    assert_eq!((site.sources.len(), done.formatted), (1, 0));
    assert_eq!(done.of(crate::resolve::SourceIdx::from_at(0)), None);
}

#[test]
fn an_unknown_style_is_an_error_with_its_neighbours() {
    let told = references(&site_of(LIBRARY), &config("chicago-author-dat", ""), None).diagnostics;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].code, Code::P028);
    assert_eq!(told[0].span.range(), 56..74);
    assert!(told[0].help.as_deref().is_some_and(|help| help.contains("`chicago-author-date`")), "{told:?}");
}

#[test]
fn what_was_kept_is_not_formatted_again_and_what_is_unused_goes() {
    let (site, config) = (site_of(LIBRARY), config("apa", ""));
    let first = references(&site, &config, None).value;
    let kept = first.to_keep.as_deref().expect("there is something to keep");
    assert_eq!(first.formatted, 5);
    let second = references(&site, &config, Some(kept)).value;
    assert_eq!((second.formatted, second.to_keep.as_deref()), (0, None));
    assert_eq!(html(&site, &second, "kwak"), html(&site, &first, "kwak"));
    let fewer = site_of(LIBRARY.split("old:").next().unwrap());
    let third = references(&fewer, &config, Some(kept)).value;
    assert_eq!(third.formatted, 0);
    assert!(third.to_keep.is_some_and(|bytes| bytes.len() < kept.len()));
    let changed = site_of(&LIBRARY.replace("An Appraisal", "Another"));
    assert_eq!(references(&changed, &config, Some(kept)).value.formatted, 1);
    assert_eq!(references(&site, &super::tests::config("ieee", ""), Some(kept)).value.formatted, 5);
    assert_eq!(
        references(&site, &super::tests::config("apa", "language: ko"), Some(kept)).value.formatted,
        5
    );
}

#[test]
fn damaged_bytes_are_taken_for_nothing() {
    let (site, config) = (site_of(LIBRARY), config("apa", ""));
    let kept = references(&site, &config, None).value.to_keep.unwrap();
    for end in (0..kept.len()).step_by(97) {
        assert_eq!(references(&site, &config, Some(&kept[..end])).value.formatted, 5, "{end}");
    }
}
