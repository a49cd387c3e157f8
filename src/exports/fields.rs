//! Values as the files of data write them.

use crate::model::{Date, Localized, Name, Term, Vocabulary};
use crate::pages::Shop;
use crate::resolve::{ActorIdx, AnyIdx, ClaimIdx, EventIdx, PlaceIdx, Site, SourceIdx};
use serde::Serialize;

/// A name beside the main one.
#[derive(Debug, Serialize)]
pub(super) struct NameData {
    text: String,
    lang: Option<String>,
    #[serde(rename = "type")]
    sort: &'static str,
}

/// From when until when something held, in EDTF.
#[derive(Debug, Serialize)]
pub(super) struct TermData {
    from: Option<String>,
    to: Option<String>,
}

/// The address of a record's page, with scheme and host.
pub(super) fn url(shop: &Shop<'_>, index: AnyIdx) -> String {
    shop.hrefs.absolute_href(&shop.hrefs.record(shop.site, index))
}

/// A date in EDTF, as its author wrote it.
pub(super) fn date(date: Option<&Date>) -> Option<String> {
    date.map(|date| date.written.clone())
}

/// The word that authors write.
pub(super) fn key<V: Vocabulary>(word: Option<V>) -> Option<&'static str> {
    word.map(Vocabulary::key)
}

/// The version of a text for the site's readers.
pub(super) fn text(shop: &Shop<'_>, text: &Localized) -> String {
    text.pick(&shop.config.language).0.to_owned()
}

/// A number without a fraction as a whole one: `3000`, not `3000.0`.
pub(super) fn number(number: f64) -> serde_json::Value {
    #[allow(clippy::cast_possible_truncation, reason = "within what both types hold exactly")]
    let whole = (number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0).then_some(number as i64);
    whole.map_or_else(|| serde_json::Value::from(number), serde_json::Value::from)
}

/// Other names, in the author's order.
pub(super) fn names(names: &[Name]) -> Vec<NameData> {
    let name = |name: &Name| NameData {
        text: name.text.clone(),
        lang: name.lang.as_ref().map(|lang| lang.as_str().to_owned()),
        sort: name.sort.key(),
    };
    names.iter().map(name).collect()
}

pub(super) fn term(term: &Term) -> TermData {
    TermData { from: date(term.from.as_ref()), to: date(term.to.as_ref()) }
}

/// `actor:nis`, as a link in a text is written.
pub(super) fn kind_and_id(site: &Site, index: AnyIdx) -> String {
    [index.kind().singular(), ":", site.id(index)].concat()
}

pub(super) fn actor_ids(site: &Site, list: &[ActorIdx]) -> Vec<String> {
    list.iter().map(|index| site.actors[index.at()].id.clone()).collect()
}

pub(super) fn event_ids(site: &Site, list: &[EventIdx]) -> Vec<String> {
    list.iter().map(|index| site.events[index.at()].id.clone()).collect()
}

pub(super) fn source_ids(site: &Site, list: &[SourceIdx]) -> Vec<String> {
    list.iter().map(|index| site.sources[index.at()].id.clone()).collect()
}

pub(super) fn place_ids(site: &Site, list: &[PlaceIdx]) -> Vec<String> {
    list.iter().map(|index| site.places[index.at()].id.clone()).collect()
}

pub(super) fn claim_ids(site: &Site, list: &[ClaimIdx]) -> Vec<String> {
    list.iter().map(|index| site.claims[index.at()].claim.id.text.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn whole_numbers_are_written_without_a_fraction() {
        assert_eq!(number(3000.0).to_string(), "3000");
        assert_eq!(number(-0.5).to_string(), "-0.5");
        assert_eq!(number(1e300).to_string(), "1e+300");
    }
}
