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
    let now = "2024-12-01T12:00:00Z".parse().unwrap();
    let audience = Audience { tlp: crate::model::Tlp::Clear, drafts: false, now };
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
        "Ministry of Defence. (ca. October 2020). <em>An Appraisal</em>. The Ministry. \
         <a class=\"external\" href=\"https://doi.org/10.1000/182\">https://doi.org/10.1000/182</a>"
    );
    let (site, chicago) = in_style("chicago-author-date", "");
    assert_eq!(html(&site, &chicago, "kwak"), "");
}

#[test]
fn print_all() {
    for style in ArchivedStyle::all() {
        let (site, done) = in_style(style.names()[0], "");
        for id in ["kwak", "report", "bare", "old", "decade"] {
            println!("{} {id}: {}", style.names()[0], html(&site, &done, id));
        }
    }
}
