//! A brief as others cite it: in words, as BibTeX and as CSL-JSON.

use super::shop::Shop;
use super::view::CiteView;
use crate::model::{Author, Date, LangTag, Length, RecordKind};
use crate::resolve::BriefEntry;
use serde::Serialize;

/// What a reference is made of.
struct Cited<'a> {
    id: &'a str,
    authors: Vec<&'a str>,
    title: &'a str,
    site: &'a str,
    date: &'a Date,
    url: String,
    lang: &'a LangTag,
}

/// The reference to a brief.
pub fn cite(shop: &Shop<'_>, entry: &BriefEntry) -> CiteView {
    let config = shop.config;
    let lang = entry.common.lang.as_ref().unwrap_or(&config.language);
    let authors: &[Author] =
        if entry.data.authors.is_empty() { &config.authors } else { &entry.data.authors };
    let cited = Cited {
        id: &entry.id,
        authors: authors.iter().map(|author| author.name.as_str()).collect(),
        title: entry.data.title.pick(lang).0,
        site: &config.title,
        date: &entry.data.date,
        url: shop.hrefs.absolute(&super::hrefs::record_path(RecordKind::Brief, &entry.id)),
        lang,
    };
    CiteView { text: cited.text(), bibtex: cited.bibtex(), csl_json: cited.csl_json() }
}

impl Cited<'_> {
    fn text(&self) -> String {
        let title = format!("“{}”", self.title);
        let date = self.date.in_words(Length::Full);
        let rest = [title.as_str(), self.site, &date, &self.url];
        self.authors.iter().copied().chain(rest).collect::<Vec<_>>().join(", ")
    }

    /// `@misc`, which every style knows. Names stand in braces of their own: which part of one is the family's is
    /// not known, and a desk has none.
    fn bibtex(&self) -> String {
        let authors: Vec<String> = self.authors.iter().map(|name| format!("{{{}}}", bibtex(name))).collect();
        let parts = date_parts(self.date);
        let month = parts.get(1).and_then(|month| usize::try_from(*month).ok()?.checked_sub(1));
        let fields = [
            ("author", (!authors.is_empty()).then(|| format!("{{{}}}", authors.join(" and ")))),
            ("title", Some(format!("{{{{{}}}}}", bibtex(self.title)))),
            ("howpublished", Some(format!("{{{}}}", bibtex(self.site)))),
            ("year", parts.first().map(|year| format!("{{{year}}}"))),
            ("month", month.and_then(|month| MONTHS.get(month)).map(|month| (*month).to_owned())),
            ("day", parts.get(2).map(|day| format!("{{{day}}}"))),
            ("url", Some(format!("{{{}}}", self.url.replace('{', "%7B").replace('}', "%7D")))),
        ];
        let lines = fields.into_iter().filter_map(|(name, value)| Some(format!("  {name} = {},\n", value?)));
        format!("@misc{{{},\n{}}}", self.id, lines.collect::<String>())
    }

    fn csl_json(&self) -> String {
        let parts = date_parts(self.date);
        let item = CslItem {
            id: self.id,
            kind: "webpage",
            title: self.title,
            author: self.authors.iter().map(|literal| CslName { literal }).collect(),
            container_title: self.site,
            issued: if parts.is_empty() {
                CslDate::Raw { raw: &self.date.written }
            } else {
                CslDate::Parts { date_parts: [parts] }
            },
            url: &self.url,
            language: self.lang.as_str(),
        };
        serde_json::to_string_pretty(&[item]).expect("plain values are always JSON")
    }
}

/// BibTeX's own short names of months.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Text with the signs that TeX takes for its own written as TeX prints them. Braces go by their names, since
/// BibTeX counts them even behind a backslash.
fn bibtex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '%' | '_' => escaped.extend(['\\', sign]),
            '\n' | '\r' | '\t' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Year, month and day as far as they are certain; none where not even the year is.
fn date_parts(date: &Date) -> Vec<i16> {
    if let Some(day) = date.day() {
        return vec![day.year(), i16::from(day.month()), i16::from(day.day())];
    }
    let machine = date.machine();
    machine.map_or_else(Vec::new, |text| text.split('-').map_while(|part| part.parse().ok()).collect())
}

#[derive(Serialize)]
struct CslItem<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName<'a>>,
    #[serde(rename = "container-title")]
    container_title: &'a str,
    issued: CslDate<'a>,
    #[serde(rename = "URL")]
    url: &'a str,
    language: &'a str,
}

#[derive(Serialize)]
struct CslName<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum CslDate<'a> {
    Parts {
        #[serde(rename = "date-parts")]
        date_parts: [Vec<i16>; 1],
    },
    Raw {
        raw: &'a str,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(title: &'static str, date: &Date) -> String {
        let lang = LangTag::english();
        let url = "https://example.org/briefs/x_1/".to_owned();
        Cited {
            id: "x-1", authors: vec!["Desk & Co", "김영희"], title, site: "Site", date, url, lang: &lang
        }
        .bibtex()
    }

    #[test]
    fn signs_of_tex_are_escaped() {
        assert_eq!(bibtex(r"50% of $5 & #1_a"), r"50\% of \$5 \& \#1\_a");
        assert_eq!(
            bibtex("\\{~^}\n"),
            r"\textbackslash{}\textbraceleft{}\textasciitilde{}\textasciicircum{}\textbraceright{} "
        );
        assert_eq!(bibtex("윤석열 “quoted”"), "윤석열 “quoted”");
    }

    #[test]
    fn an_entry_has_its_fields_in_braces_and_its_address_as_it_is() {
        let date = Date::parse("2024-10-28T16:30+09:00").unwrap();
        assert_eq!(
            cited("Who {said} so?", &date),
            "@misc{x-1,\n  author = {{Desk \\& Co} and {김영희}},\n  title = {{Who \\textbraceleft{}said\\textbraceright{} so?}},\n  \
             howpublished = {Site},\n  year = {2024},\n  month = oct,\n  day = {28},\n  \
             url = {https://example.org/briefs/x_1/},\n}"
        );
    }

    #[test]
    fn a_date_is_told_as_far_as_it_is_known() {
        let parts = |text| date_parts(&Date::parse(text).unwrap());
        assert_eq!(parts("2024-10-28"), [2024, 10, 28]);
        assert_eq!(parts("2024-10"), [2024, 10]);
        assert_eq!(parts("2024-10-2X"), [] as [i16; 0]);
    }
}
