//! Dates as authors know them: EDTF (ISO 8601-2:2019), levels 0 to 2.

use edtf_core::{Bound, BoundDate, Bounds, Edtf, TimeShift, YearKind};
use jiff::Timestamp;
use jiff::civil;
use std::cmp::Ordering;

/// A date as written, with the first and last day it may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    /// The expression in EDTF, as the author wrote it.
    pub written: String,
    /// The same, parsed: apart, for records have room for several dates and few have them.
    pub edtf: Box<Edtf>,
    /// `date_text`: the author's own words to print instead.
    pub words: Option<String>,
    /// Seconds since 1970 in UTC of the first moment it may be; [`i64::MIN`] where that is open.
    pub earliest: i64,
    /// Seconds since 1970 in UTC of the last day's beginning, or of the moment itself;
    /// [`i64::MAX`] where that is open.
    pub latest: i64,
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    /// Not EDTF, or a day that does not exist: the reason, and the byte where it shows.
    Unreadable(String, usize),
    /// A time of day without `Z` or an offset.
    NoZone,
    /// An interval whose end lies wholly before its beginning.
    EndsBeforeItBegins,
}

impl Date {
    /// Reads an EDTF expression. A time may leave out its seconds (`T16:30+09:00`).
    ///
    /// # Errors
    /// [`DateError`] says what is wrong and at which byte.
    pub fn parse(written: &str) -> Result<Self, DateError> {
        let (full, seconds_added_at) = with_seconds(written);
        let edtf = Edtf::parse(&full).map_err(|error| {
            if error.message == "interval end precedes interval start" {
                return DateError::EndsBeforeItBegins;
            }
            let at = match seconds_added_at {
                Some(added) if error.offset > added => error.offset.saturating_sub(3),
                _ => error.offset,
            };
            DateError::Unreadable(error.message.to_owned(), at.min(written.len()))
        })?;
        if let Edtf::DateTime(moment) = &edtf
            && moment.time.shift.is_none()
        {
            return Err(DateError::NoZone);
        }
        let (earliest, latest) = limits(&edtf);
        if matches!(edtf, Edtf::Interval(_)) && latest < earliest {
            return Err(DateError::EndsBeforeItBegins);
        }
        Ok(Self { written: written.to_owned(), edtf: Box::new(edtf), words: None, earliest, latest })
    }

    /// The moment, where a time of day is given.
    pub fn moment(&self) -> Option<Timestamp> {
        matches!(*self.edtf, Edtf::DateTime(_)).then(|| Timestamp::from_second(self.earliest).ok()).flatten()
    }

    /// The single day this date is, where it is known to the day and to no more than one.
    pub fn day(&self) -> Option<civil::Date> {
        let date = match &*self.edtf {
            Edtf::Date(date) => date,
            Edtf::DateTime(moment) => &moment.date,
            _ => return None,
        };
        civil_day(date)
    }

    /// True where only a year is known, or a part of one that is no month.
    pub fn is_coarser_than_a_month(&self) -> bool {
        use edtf_core::{Edtf, Precision};
        matches!(&*self.edtf, Edtf::Date(date) if matches!(date.precision(), Precision::Year | Precision::Season)
            || date.month.is_some_and(edtf_core::DateField::has_unspecified))
    }

    /// The calendar year of the first moment, in the date's own zone; none where it is open or beyond ±9999.
    pub fn year(&self) -> Option<i16> {
        self.first_day().map(civil::Date::year)
    }

    /// The first calendar day it may be, in the date's own zone.
    pub fn first_day(&self) -> Option<civil::Date> {
        bound_day(bounds(&self.edtf).earliest)
    }

    /// The last calendar day it may be, in the date's own zone.
    pub fn last_day(&self) -> Option<civil::Date> {
        bound_day(bounds(&self.edtf).latest)
    }

    /// True where all of this date lies before the first moment of `other`.
    pub fn is_wholly_before(&self, other: &Self) -> bool {
        self.last_second() < other.earliest
    }

    /// True where all of this date lies before `now`; a day without a zone ends in UTC.
    pub fn has_passed(&self, now: Timestamp) -> bool {
        self.last_second() < now.as_second()
    }

    /// The moment itself, or the last second of the last day it may be.
    fn last_second(&self) -> i64 {
        if self.moment().is_some() { self.latest } else { self.latest.saturating_add(DAY - 1) }
    }

    /// Order of time: by first moment, then by last.
    pub fn order(&self, other: &Self) -> Ordering {
        (self.earliest, self.latest, &self.written).cmp(&(other.earliest, other.latest, &other.written))
    }
}

const DAY: i64 = 86_400;

/// `T16:30+09:00` is ISO 8601 but EDTF wants seconds: they are added, and where they were is told.
fn with_seconds(written: &str) -> (std::borrow::Cow<'_, str>, Option<usize>) {
    let Some(time) = written.find('T').map(|at| at + 1) else { return (written.into(), None) };
    let bytes = written.as_bytes();
    let digits = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let short = digits(time)
        && digits(time + 1)
        && bytes.get(time + 2) == Some(&b':')
        && digits(time + 3)
        && digits(time + 4)
        && bytes.get(time + 5) != Some(&b':');
    if !short {
        return (written.into(), None);
    }
    let at = time + 5;
    (format!("{}:00{}", &written[..at], &written[at..]).into(), Some(at))
}

fn limits(edtf: &Edtf) -> (i64, i64) {
    let bounds = bounds(edtf);
    let earliest = bound_seconds(bounds.earliest, i64::MIN);
    let latest = bound_seconds(bounds.latest, i64::MAX);
    let Edtf::DateTime(moment) = edtf else { return (earliest, latest) };
    let shift = match moment.time.shift {
        Some(TimeShift::Offset { minutes, .. }) => i64::from(minutes) * 60,
        _ => 0,
    };
    let clock = i64::from(moment.time.hour) * 3600
        + i64::from(moment.time.minute) * 60
        + i64::from(moment.time.second);
    let at = earliest.saturating_add(clock - shift);
    (at, at)
}

/// The first and the last day, without a search where there is but one: most dates are days, and asked for often.
fn bounds(edtf: &Edtf) -> Bounds {
    let date = match edtf {
        Edtf::Date(date) => date,
        Edtf::DateTime(moment) => &moment.date,
        Edtf::Interval(_) | Edtf::Set(_) => return edtf.bounds(),
    };
    single_day(date)
        .map_or_else(|| edtf.bounds(), |day| Bounds { earliest: Bound::Date(day), latest: Bound::Date(day) })
}

fn single_day(date: &edtf_core::Date) -> Option<BoundDate> {
    let is_plain =
        matches!(date.year.kind, YearKind::Standard { .. }) && date.year.significant_digits.is_none();
    let year = date.year.value().filter(|_| is_plain)?;
    let month = date.month?.value().filter(|month| *month <= 12)?;
    Some(BoundDate { year, month, day: date.day?.value()? })
}

fn bound_seconds(bound: Bound, unknown: i64) -> i64 {
    match bound {
        Bound::Date(day) => days_from_epoch(day).saturating_mul(DAY),
        Bound::NegativeInfinity => i64::MIN,
        Bound::PositiveInfinity => i64::MAX,
        Bound::Unknown => unknown,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant's `days_from_civil`); exact for any
/// year whose days fit an `i64`, which is why `jiff` (years to 9999) does not do.
fn days_from_epoch(day: BoundDate) -> i64 {
    let month = i64::from(day.month);
    let year = day.year.clamp(-100_000_000_000, 100_000_000_000) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(day.day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn bound_day(bound: Bound) -> Option<civil::Date> {
    let Bound::Date(day) = bound else { return None };
    civil::Date::new(
        i16::try_from(day.year).ok()?,
        i8::try_from(day.month).ok()?,
        i8::try_from(day.day).ok()?,
    )
    .ok()
}

fn civil_day(date: &edtf_core::Date) -> Option<civil::Date> {
    let year = i16::try_from(date.year.value()?).ok()?;
    let month = i8::try_from(date.month?.value()?).ok()?;
    let day = i8::try_from(date.day?.value()?).ok()?;
    civil::Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(date("1970-01-01").earliest, 0);
        assert_eq!(date("2024-10-28").earliest, 1_730_073_600);
        assert_eq!(date("2024-10-28T16:30+09:00").earliest, 1_730_100_600);
        assert_eq!(
            date("2024-10-28T16:30:00Z").moment().map(|t| t.to_string()).as_deref(),
            Some("2024-10-28T16:30:00Z")
        );
    }

    #[test]
    fn a_time_without_a_zone_and_a_day_that_is_not_are_errors() {
        assert_eq!(Date::parse("2024-10-28T16:30"), Err(DateError::NoZone));
        assert!(matches!(Date::parse("2024-02-30"), Err(DateError::Unreadable(..))));
        assert!(matches!(Date::parse("28 October 2024"), Err(DateError::Unreadable(..))));
        assert_eq!(Date::parse("2024-10-28/2024-10-25"), Err(DateError::EndsBeforeItBegins));
    }

    proptest! {
        #[test]
        fn bounds_are_those_of_the_library(written in "-?[0-9X]{4}(S2)?(-[0-3X][0-9X](-[0-3X][0-9X])?)?[?~%]?(T1[0-9]:30:00Z)?(/..)?") {
            if let Ok(edtf) = Edtf::parse(&written) {
                prop_assert_eq!(bounds(&edtf), edtf.bounds());
            }
        }
    }

    #[test]
    fn dates_sort_by_their_bounds() {
        let mut dates: Vec<_> =
            ["2024-11", "2024-10-28", "../2024-01-01", "2024-10-28T01:00+09:00", "2024-10", "2024-10-28/.."]
                .map(date)
                .into();
        dates.sort_by(Date::order);
        let order: Vec<_> = dates.iter().map(|d| d.written.as_str()).collect();
        assert_eq!(
            order,
            ["../2024-01-01", "2024-10", "2024-10-28T01:00+09:00", "2024-10-28", "2024-10-28/..", "2024-11"]
        );
    }

    #[test]
    fn only_dates_wholly_apart_are_before_one_another() {
        assert!(date("2024-10").is_wholly_before(&date("2024-11-01")));
        assert!(!date("2024-10").is_wholly_before(&date("2024-10-31")));
        assert!(date("2024-10-28T01:00Z").is_wholly_before(&date("2024-10-28T02:00Z")));
    }

    #[test]
    fn a_day_has_passed_when_it_is_over() {
        let passed = |text, now: &str| date(text).has_passed(now.parse().expect("a moment"));
        assert!(
            !passed("2024-10-28", "2024-10-28T23:59:59Z") && passed("2024-10-28", "2024-10-29T00:00:00Z")
        );
        assert!(
            !passed("2024-10", "2024-10-31T12:00:00Z") && !passed("2024-10-28/..", "2030-01-01T00:00:00Z")
        );
        assert!(passed("2024-10-28T09:00+09:00", "2024-10-28T00:00:01Z"));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "[0-9XTZ:+~?%{}\\[\\],./ \\-]{0,24}|\\PC{0,12}") {
            let _ = Date::parse(&text);
        }

        #[test]
        fn civil_days_agree_with_the_calendar(days in -700_000i32..2_900_000) {
            let day = civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(days));
            if let Ok(day) = day && day.year() >= 0 {
                prop_assert_eq!(date(&day.to_string()).earliest, i64::from(days) * DAY);
            }
        }
    }
}
