//! What of a source a reference says, and the same as an item of CSL-JSON.

use crate::config::Config;
use crate::model::{Date, Fingerprint, FingerprintHasher, Ref, SourceType};
use crate::resolve::{ActorIdx, Site, SourceEntry};
use hayagriva::citationberg::json::{
    DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// All that a reference is made of.
#[derive(Debug, Serialize)]
pub(super) struct Cited {
    kind: &'static str,
    title: Option<String>,
    url: Option<String>,
    /// Family name and given name, or a name that is not parted.
    writers: Vec<(String, Option<String>)>,
    publisher: Option<String>,
    published: Option<Day>,
    accessed: Option<Day>,
    lang: String,
}

/// Year, month and day as far as they are known.
#[derive(Debug, Serialize)]
struct Day {
    parts: Vec<i16>,
    circa: bool,
}

impl Cited {
    /// What is said of a source that is not protected.
    pub fn of(site: &Site, config: &Config, entry: &SourceEntry) -> Self {
        let (data, links) = (&entry.data, &entry.links);
        let lang = entry.common.lang.as_ref().unwrap_or(&config.language);
        let named = |text: Option<&Ref>, actor: Option<ActorIdx>| {
            let actor =
                actor.map(|actor| site.actors[actor.at()].data.name.pick(&config.language).0.to_owned());
            actor.or_else(|| text.map(|text| text.text.clone()))
        };
        let writers = if data.writers.is_empty() || links.author.is_some() {
            named(data.author.as_ref(), links.author).map(|name| (name, None)).into_iter().collect()
        } else {
            data.writers.iter().map(|writer| (writer.family.clone(), writer.given.clone())).collect()
        };
        Self {
            kind: kind(data.kind, data.url.is_some(), data.publisher.is_some()),
            title: data.title.as_ref().map(|title| title.pick(lang).0.to_owned()),
            url: data.url.clone(),
            writers,
            publisher: named(data.publisher.as_ref(), links.publisher),
            published: data.published.as_ref().and_then(day),
            accessed: data.accessed.as_ref().and_then(day),
            lang: lang.as_str().to_owned(),
        }
    }

    /// Adds all of it to a hash.
    pub fn fingerprint(&self, style: &str, language: &str) -> Fingerprint {
        let mut hasher = FingerprintHasher::new();
        hasher.write_str(style);
        hasher.write_str(language);
        postcard::to_io(self, hasher).expect("plain values go into a hasher").finish()
    }

    /// The item that is formatted.
    pub fn item(&self) -> Item {
        let mut fields: BTreeMap<String, Value> = BTreeMap::new();
        let mut put = |name: &str, value: Option<Value>| {
            fields.extend(value.map(|value| (name.to_owned(), value)));
        };
        let text = |text: &Option<String>| text.clone().map(Value::String);
        put("id", Some(Value::String("source".to_owned())));
        put("type", Some(Value::String(self.kind.to_owned())));
        put("title", text(&self.title).or_else(|| text(&self.url)));
        put("URL", text(&self.url));
        let doi = self.url.as_deref().and_then(|url| url.strip_prefix("https://doi.org/"));
        put("DOI", doi.map(|doi| Value::String(doi.to_owned())));
        let within = matches!(self.kind, "article-newspaper" | "webpage" | "post" | "broadcast");
        put(if within { "container-title" } else { "publisher" }, text(&self.publisher));
        put("issued", self.published.as_ref().map(Day::value));
        put("accessed", self.accessed.as_ref().map(Day::value));
        put("language", Some(Value::String(self.lang.clone())));
        let names: Vec<NameValue> =
            self.writers.iter().map(|(family, given)| name(family, given.as_deref())).collect();
        put("author", (!names.is_empty()).then_some(Value::Names(names)));
        Item(fields)
    }
}

impl Day {
    /// One date: the formatter takes no ranges.
    fn value(&self) -> Value {
        Value::Date(DateValue::DateParts {
            date_parts: VecDateRange(vec![VecDate(self.parts.clone())]),
            literal: None,
            season: None,
            circa: self.circa,
        })
    }
}

fn name(family: &str, given: Option<&str>) -> NameValue {
    match given {
        None => NameValue::Literal(LiteralName { literal: family.to_owned() }),
        Some(given) => NameValue::Item(NameItem {
            family: family.to_owned(),
            given: Some(given.to_owned()),
            non_dropping_particle: None,
            dropping_particle: None,
            suffix: None,
            comma_suffix: None,
        }),
    }
}

/// The beginning of a date as far as it is known; none where not even the year is one.
fn day(date: &Date) -> Option<Day> {
    if let Some((begin, _)) = date.written.split_once('/') {
        return day(&Date::parse(begin).ok()?);
    }
    let (first, last) = (date.first_day()?, date.last_day()?);
    if first.year() != last.year() {
        return None;
    }
    let mut parts = vec![first.year()];
    if !date.is_coarser_than_a_month() {
        parts.push(i16::from(first.month()));
        parts.extend(date.day().map(|day| i16::from(day.day())));
    }
    Some(Day { parts, circa: date.written.contains(['~', '?', '%']) })
}

/// CSL's word for a sort of source.
fn kind(kind: Option<SourceType>, url: bool, publisher: bool) -> &'static str {
    let page = if url { "webpage" } else { "document" };
    match kind {
        Some(SourceType::Article | SourceType::Wire) if publisher => "article-newspaper",
        Some(SourceType::Article) => page,
        Some(SourceType::Report) => "report",
        Some(SourceType::Interview) => "interview",
        Some(SourceType::SocialPost) => "post",
        Some(SourceType::Dataset) => "dataset",
        Some(SourceType::Imagery) => "graphic",
        Some(SourceType::Video) => "motion_picture",
        Some(SourceType::Broadcast) => "broadcast",
        Some(SourceType::OfficialStatement | SourceType::PressRelease | SourceType::Wire) | None => page,
        Some(SourceType::Document) => "document",
    }
}
