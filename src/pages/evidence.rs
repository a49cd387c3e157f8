//! How well something is known: reports, their origins, and which report came first.

use super::rows::short_source;
use super::shop::{Names, Shop};
use super::view::{ChainView, EvidenceView, FirstView, Link, LinkView};
use super::words;
use crate::model::Date;
use crate::resolve::{Site, SourceIdx, origins};
use std::collections::BTreeSet;

/// `3 reports, 1 origin`, each source counted once; none where there is none.
pub fn in_words(site: &Site, sources: &[SourceIdx]) -> Option<String> {
    if let [one] = sources
        && site.sources[one.at()].links.derived_from.is_empty()
    {
        return Some(words::evidence(1, 1));
    }
    let reports: BTreeSet<SourceIdx> = sources.iter().copied().collect();
    (!reports.is_empty()).then(|| words::evidence(reports.len(), origins(site, sources).len()))
}

/// What the reports of an event, each given once, amount to; none where there is none.
pub fn evidence(shop: &Shop<'_>, reports: &[SourceIdx]) -> Option<EvidenceView> {
    in_words(shop.site, reports).map(|text| EvidenceView {
        text,
        first: first(shop, reports),
        chains: reports.iter().filter_map(|report| chain(shop, *report)).collect(),
    })
}

/// What a report derives from, step by step; none where it derives from nothing. What a protected source derives
/// from is no part of the site, since it may tell who it is.
fn chain(shop: &Shop<'_>, report: SourceIdx) -> Option<ChainView> {
    let from = |source: SourceIdx| shop.site.sources[source.at()].links.derived_from.as_slice();
    let mut seen = vec![report];
    let mut steps = Vec::new();
    let mut step = from(report).to_vec();
    while !step.is_empty() {
        step.retain(|source| !seen.contains(source));
        seen.extend_from_slice(&step);
        if !step.is_empty() {
            steps.push(step.iter().map(|source| other(shop.names(), report, *source)).collect());
        }
        let mut next: Vec<SourceIdx> = step.iter().flat_map(|source| from(*source)).copied().collect();
        next.dedup();
        step = next;
    }
    (!steps.is_empty()).then(|| ChainView { report: shop.names().source(report), steps })
}

/// A link from one source to another that it derives from, or that derives from it. A report is mostly carried under
/// the very title that its origin has: then who published the other one tells them apart.
pub fn other(names: Names<'_>, one: SourceIdx, other: SourceIdx) -> Link {
    let link = names.source(other);
    if link.text != names.source(one).text {
        return link;
    }
    LinkView { text: short_source(names, other).to_owned(), lang: None, dir: None, href: link.href.clone() }
        .into()
}

/// The reports published first. None where there is only one, where it cannot be told for certain, or where a
/// protected source is among them: when that one spoke may tell who it is.
fn first(shop: &Shop<'_>, reports: &[SourceIdx]) -> Option<FirstView> {
    let data = |source: &SourceIdx| &shop.site.sources[source.at()].data;
    if reports.len() < 2 || reports.iter().any(|report| data(report).protected) {
        return None;
    }
    let dated: Vec<(SourceIdx, &Date)> =
        reports.iter().filter_map(|report| Some((*report, data(report).published.as_ref()?))).collect();
    let dates: Vec<&Date> = dated.iter().map(|(_, date)| *date).collect();
    let earliest = earliest(&dates)?;
    Some(FirstView {
        label: if dated.len() == reports.len() { "First to report" } else { "First of the dated reports" },
        date: words::date(dates[*earliest.first()?]),
        sources: earliest.into_iter().map(|at| shop.names().source(dated[at].0)).collect(),
    })
}

/// The places of the earliest dates, several where they are of one day and no hour parts them. None where it is
/// not known to the day, is uncertain, or another date may be earlier.
fn earliest(dates: &[&Date]) -> Option<Vec<usize>> {
    let first = *dates.iter().min_by(|a, b| a.order(b))?;
    let day = first.day().filter(|_| !first.written.contains(['?', '~', '%']))?;
    let mut places = Vec::new();
    for (at, date) in dates.iter().enumerate() {
        if first.is_wholly_before(date) {
            continue;
        }
        if date.day() != Some(day) {
            return None;
        }
        places.push(at);
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::earliest;
    use crate::model::Date;

    fn places(written: &[&str]) -> Option<Vec<usize>> {
        let dates: Vec<Date> = written.iter().map(|text| Date::parse(text).unwrap()).collect();
        earliest(&dates.iter().collect::<Vec<_>>())
    }

    #[test]
    fn the_first_day_is_first() {
        assert_eq!(places(&["2024-10-29", "2024-10-28", "2024-11"]), Some(vec![1]));
    }

    #[test]
    fn of_one_day_the_hour_decides_where_it_is_known() {
        assert_eq!(places(&["2024-10-28", "2024-10-28"]), Some(vec![0, 1]));
        assert_eq!(places(&["2024-10-28T12:00Z", "2024-10-28T09:00Z"]), Some(vec![1]));
        assert_eq!(places(&["2024-10-28T12:00Z", "2024-10-28"]), Some(vec![0, 1]));
    }

    #[test]
    fn what_is_not_certain_is_not_said() {
        for written in
            [&["2024-10-28?", "2024-10-29"], &["2024-10", "2024-10-29"], &["2024-10-28", "2024-10"]]
        {
            assert_eq!(places(written), None, "{written:?}");
        }
        assert_eq!(places(&[]), None);
    }
}
