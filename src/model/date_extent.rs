//! How far a date reaches in days, and how certain its two ends are.

use super::Date;
use edtf_core::{Edtf, IntervalEndpoint, Precision, SetKind};

/// The days a date covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The first day, counted from 1970; none where it is open or not known.
    pub first: Option<i64>,
    /// The last day; none where it is open or not known.
    pub last: Option<i64>,
    /// How it begins.
    pub start: Edge,
    /// How it ends.
    pub end: Edge,
    /// True where it lasted from the first day to the last, false where it was on one of them.
    pub lasting: bool,
}

/// An end of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// The day is known.
    Sharp,
    /// The day is not certain, only approximate, or known to the month or year.
    Soft,
    /// It goes on.
    Open,
}

const DAY: i64 = 86_400;

impl Date {
    /// The days it covers, and how certain its ends are.
    pub fn extent(&self) -> Extent {
        let known = |seconds: i64| (!matches!(seconds, i64::MIN | i64::MAX)).then(|| seconds.div_euclid(DAY));
        let own_day = self.day().map(|day| day.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24);
        let (first, last) = (own_day.or(known(self.earliest)), own_day.or(known(self.latest)));
        let (start, end, lasting) = match &*self.edtf {
            Edtf::Date(date) => (edge(date), edge(date), false),
            Edtf::DateTime(_) => (Edge::Sharp, Edge::Sharp, false),
            Edtf::Interval(interval) => (endpoint(&interval.start), endpoint(&interval.end), true),
            Edtf::Set(set) => (Edge::Soft, Edge::Soft, set.kind == SetKind::AllMembers),
        };
        Extent { first, last, start, end, lasting }
    }
}

fn edge(date: &edtf_core::Date) -> Edge {
    let vague = date.is_uncertain() || date.is_approximate() || date.has_unspecified();
    if vague || date.precision() != Precision::Day { Edge::Soft } else { Edge::Sharp }
}

fn endpoint(point: &IntervalEndpoint) -> Edge {
    match point {
        IntervalEndpoint::Date(date) => edge(date),
        IntervalEndpoint::Open => Edge::Open,
        _ => Edge::Soft,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const OCTOBER: (i64, i64) = (19_997, 20_027);

    #[rstest]
    #[case("2024-10-28", Some(20_024), Some(20_024), Edge::Sharp, Edge::Sharp, false)]
    #[case("2024-10-28?", Some(20_024), Some(20_024), Edge::Soft, Edge::Soft, false)]
    #[case("2024-10-28T01:00+09:00", Some(20_024), Some(20_024), Edge::Sharp, Edge::Sharp, false)]
    #[case("2024-10", Some(OCTOBER.0), Some(OCTOBER.1), Edge::Soft, Edge::Soft, false)]
    #[case("2024-10~/..", Some(OCTOBER.0), None, Edge::Soft, Edge::Open, true)]
    #[case("2024-10-28/", Some(20_024), None, Edge::Sharp, Edge::Soft, true)]
    #[case("../2024-10-28", None, Some(20_024), Edge::Open, Edge::Sharp, true)]
    #[case("2024-10-25/2024-10-26?", Some(20_021), Some(20_022), Edge::Sharp, Edge::Soft, true)]
    #[case("[2024-10-21..2024-10-27]", Some(20_017), Some(20_023), Edge::Soft, Edge::Soft, false)]
    fn a_date_tells_its_days_and_how_certain_its_ends_are(
        #[case] written: &str,
        #[case] first: Option<i64>,
        #[case] last: Option<i64>,
        #[case] start: Edge,
        #[case] end: Edge,
        #[case] lasting: bool,
    ) {
        let extent = Date::parse(written).expect(written).extent();
        assert_eq!(extent, Extent { first, last, start, end, lasting });
    }
}
