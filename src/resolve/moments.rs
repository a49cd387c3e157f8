//! Moments at which an edition changes though nobody edits anything: embargoes that end, judgements that fall due.

use crate::model::{Citation, Claim, Data, Marking, Record, RefOrInline};
use jiff::Timestamp;

/// From a horizon's last day on, for so long, it depends on the moment who takes it for overdue: pages say so when it is
/// over in UTC, lints half a day later.
const FALLING_DUE: i64 = 2 * 86_400;

/// The first moment at which an edition made of these records at `now` may be another; `now` itself where it may be so at
/// any time, none where that never comes. It errs on the early side only.
///
/// What bears a [`Marking`] or is compared with the clock must be looked at here, or `build` takes an old edition
/// for the new one.
pub fn next_change(records: &[Record], now: Timestamp) -> Option<Timestamp> {
    let mut next = Next { now, first: None };
    records.iter().for_each(|record| next.record(record));
    next.first
}

struct Next {
    now: Timestamp,
    first: Option<Timestamp>,
}

impl Next {
    fn at(&mut self, moment: Timestamp) {
        self.first = Some(self.first.map_or(moment, |first| first.min(moment)));
    }

    fn marking(&mut self, marking: &Marking) {
        if let Some(until) = marking.embargo.filter(|until| *until > self.now) {
            self.at(until);
        }
    }

    fn record(&mut self, record: &Record) {
        self.marking(&record.common.marking);
        self.citations(&record.common.sources);
        match &record.data {
            Data::Brief(brief) => {
                self.slots(&brief.events);
                self.slots(&brief.places);
                self.claims(&brief.claims);
                let horizons = brief.assessments.iter().filter_map(|judged| judged.horizon.as_ref());
                horizons.for_each(|horizon| self.horizon(horizon.latest));
            }
            Data::Event(event) => {
                self.slots(&event.places);
                self.claims(&event.claims);
            }
            Data::Actor(actor) => {
                actor.relations.iter().for_each(|relation| self.citations(&relation.sources));
            }
            Data::Source(_) | Data::Place(_) | Data::Page(_) => {}
        }
    }

    fn claims(&mut self, claims: &[Claim]) {
        for claim in claims {
            self.marking(&claim.marking);
            self.citations(&claim.sources);
        }
    }

    fn citations(&mut self, citations: &[Citation]) {
        for citation in citations {
            self.marking(&citation.marking);
            self.slots(std::slice::from_ref(&citation.source));
        }
    }

    fn slots(&mut self, slots: &[RefOrInline]) {
        for slot in slots {
            if let RefOrInline::Inline(record) = slot {
                self.record(record);
            }
        }
    }

    /// `latest` in seconds since 1970: a moment, or the beginning of the last day.
    fn horizon(&mut self, latest: i64) {
        let now = self.now.as_second();
        if now < latest {
            // One beyond the end of time never comes.
            if let Ok(moment) = Timestamp::from_second(latest) {
                self.at(moment);
            }
        } else if now <= latest.saturating_add(FALLING_DUE) {
            self.at(self.now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RecordKind;
    use crate::text::FileId;
    use rstest::rstest;

    fn next(kind: RecordKind, keys: &str) -> Option<String> {
        let text = format!("---\n{keys}\n---\n");
        let record = crate::parse::parse("content/x/x.md", kind, FileId(0), text.as_bytes()).value;
        let now = "2024-12-01T12:00:00Z".parse().expect("a moment");
        next_change(&[record], now).map(|moment| moment.to_string())
    }

    #[rstest]
    #[case::of_the_record("embargo: 2024-12-24T00:00Z", Some("2024-12-24T00:00:00Z"))]
    #[case::passed("embargo: 2024-11-24T00:00Z", None)]
    #[case::of_a_claim(
        "claims: [{id: c, text: T, by: nato, embargo: 2024-12-24T00:00Z}]",
        Some("2024-12-24T00:00:00Z")
    )]
    #[case::of_a_citation("sources: [{source: a, embargo: 2024-12-24T00:00Z}]", Some("2024-12-24T00:00:00Z"))]
    #[case::of_a_claims_citation(
        "claims: [{id: c, text: T, by: nato, sources: [{source: a, embargo: 2024-12-24T00:00Z}]}]",
        Some("2024-12-24T00:00:00Z")
    )]
    #[case::of_an_inline_event(
        "events: [{title: E, date: 2024-10-28, embargo: 2024-12-24T00:00Z}]",
        Some("2024-12-24T00:00:00Z")
    )]
    #[case::horizon_to_come("assessments: [{text: T, horizon: 2024-12-05}]", Some("2024-12-05T00:00:00Z"))]
    #[case::horizon_of_today("assessments: [{text: T, horizon: 2024-12-01}]", Some("2024-12-01T12:00:00Z"))]
    #[case::horizon_of_yesterday(
        "assessments: [{text: T, horizon: 2024-11-30}]",
        Some("2024-12-01T12:00:00Z")
    )]
    #[case::horizon_long_gone("assessments: [{text: T, horizon: 2024-11-28}]", None)]
    #[case::open_horizon("assessments: [{text: T, horizon: 2024-11-28/..}]", None)]
    #[case::the_first_of_two(
        "embargo: 2024-12-24T00:00Z\nassessments: [{text: T, horizon: 2024-12-05}]",
        Some("2024-12-05T00:00:00Z")
    )]
    fn the_next_change_of_a_brief_is_known(#[case] keys: &str, #[case] expected: Option<&str>) {
        let keys = format!("title: T\ndate: 2024-10-28\nactors: nato\n{keys}");
        assert_eq!(next(RecordKind::Brief, &keys).as_deref(), expected);
    }

    #[test]
    fn relations_and_events_are_looked_at_too() {
        let soon = "embargo: 2024-12-24T00:00Z";
        let tie = format!(
            "name: A\nrelations: [{{type: leads, to: b, sources: [{{source: {{title: S, {soon}}}}}]}}]"
        );
        assert_eq!(next(RecordKind::Actor, &tie).as_deref(), Some("2024-12-24T00:00:00Z"));
        let event = format!("title: E\ndate: 2024-10-28\nplace: {{name: P, {soon}}}");
        assert_eq!(next(RecordKind::Event, &event).as_deref(), Some("2024-12-24T00:00:00Z"));
        let claim = format!("title: E\ndate: 2024-10-28\nclaims: [{{id: c, text: T, by: b, {soon}}}]");
        assert_eq!(next(RecordKind::Event, &claim).as_deref(), Some("2024-12-24T00:00:00Z"));
    }
}
