//! Whether what bears a date was known on a day.

use super::Date;
use edtf_core::{Bound, BoundDate, Edtf, IntervalEndpoint};
use jiff::civil;

/// What a date says of a day on which something may have been known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It was: all of the date lies on the day or before it.
    Yes,
    /// It was not: all of the date lies after the day.
    Later,
    /// The date is too coarse to tell.
    Unclear,
}

impl Date {
    /// Compares calendar days as the date gives them, in its own zone, for a day ends at its end everywhere.
    ///
    /// The latest possible day decides, and of an interval that is open at its end the beginning. The marks `?` and `~`
    /// move no day.
    pub fn known_on(&self, day: civil::Date) -> Known {
        let day = (i64::from(day.year()), i64::from(day.month()), i64::from(day.day()));
        let after = |bound: BoundDate| (bound.year, i64::from(bound.month), i64::from(bound.day)) > day;
        match self.edtf.bounds().earliest {
            Bound::Date(first) if after(first) => return Known::Later,
            Bound::PositiveInfinity => return Known::Later,
            _ => {}
        }
        match latest(&self.edtf) {
            Bound::Date(last) if !after(last) => Known::Yes,
            _ => Known::Unclear,
        }
    }
}

/// The last day that decides.
fn latest(edtf: &Edtf) -> Bound {
    let Edtf::Interval(interval) = edtf else { return edtf.bounds().latest };
    match (&interval.start, &interval.end) {
        (
            IntervalEndpoint::Date(start) | IntervalEndpoint::OnOrBefore(start),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown,
        ) => Edtf::Date(*start).bounds().latest,
        _ => edtf.bounds().latest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::a_day_before("2024-10-27", Known::Yes)]
    #[case::the_day("2024-10-28", Known::Yes)]
    #[case::the_day_after("2024-10-29", Known::Later)]
    #[case::the_day_in_the_far_east("2024-10-28T00:30+14:00", Known::Yes)]
    #[case::the_day_in_the_far_west("2024-10-28T23:30-11:00", Known::Yes)]
    #[case::already_the_next_day_there("2024-10-29T08:00+09:00", Known::Later)]
    #[case::uncertain("2024-10-28?", Known::Yes)]
    #[case::approximate("2024-10-28~", Known::Yes)]
    #[case::month_before("2024-09", Known::Yes)]
    #[case::month_that_is_not_over("2024-10", Known::Unclear)]
    #[case::month_after("2024-11", Known::Later)]
    #[case::year("2024", Known::Unclear)]
    #[case::year_before("2023~", Known::Yes)]
    #[case::season_that_goes_on("2024-23", Known::Unclear)]
    #[case::digit_left_out("2024-10-2X", Known::Unclear)]
    #[case::digit_left_out_before("2024-10-1X", Known::Yes)]
    #[case::closed_interval("2024-10-25/2024-10-28", Known::Yes)]
    #[case::interval_that_was_not_over("2024-10-25/2024-10-30", Known::Unclear)]
    #[case::interval_to_come("2024-10-29/2024-10-30", Known::Later)]
    #[case::open_from_before("2024-10-25/..", Known::Yes)]
    #[case::open_from_after("2024-10-29/..", Known::Later)]
    #[case::open_from_a_coarse_beginning("2024-10~/..", Known::Unclear)]
    #[case::end_unknown("2024-10-25/", Known::Yes)]
    #[case::until_before("../2024-10-01", Known::Yes)]
    #[case::until_after("../2024-11-05", Known::Unclear)]
    #[case::one_of_days_before("[2024-10-21..2024-10-27]", Known::Yes)]
    #[case::one_of_days_around("[2024-10-27,2024-10-29]", Known::Unclear)]
    #[case::one_day_from_then_on("[2024-10-25..]", Known::Unclear)]
    #[case::both_days("{2024-10-27,2024-10-29}", Known::Unclear)]
    fn the_latest_possible_day_decides(#[case] date: &str, #[case] known: Known) {
        let day = civil::date(2024, 10, 28);
        assert_eq!(Date::parse(date).expect(date).known_on(day), known);
    }
}
