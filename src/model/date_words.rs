//! Dates in words, with the precision that is known and no more.

use super::Date;
use edtf_core::{DateTime, Edtf, Interval, IntervalEndpoint, Precision, Set, SetElement, SetKind, TimeShift};

/// How long month names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// `28 October 2024`.
    Full,
    /// `28 Oct 2024`.
    Short,
}

impl Date {
    /// The date in English words: the author's own (`date_text`) where given, else `28 October 2024`,
    /// `about 28 October 2024`, `25–26 October 2024`, `late 2024`, `October 2024, day not known`, …
    pub fn in_words(&self, length: Length) -> String {
        if let Some(words) = &self.words {
            return words.clone();
        }
        match &*self.edtf {
            Edtf::Date(date) => qualified(date, plain(date, length)),
            Edtf::DateTime(moment) => date_time(moment, length),
            Edtf::Interval(interval) => interval_words(interval, length),
            Edtf::Set(set) => set_words(set, length),
        }
    }

    /// The time of day as written, with its zone: `16:30 UTC+09:00`; none where no time is given.
    pub fn clock_in_words(&self) -> Option<String> {
        match &*self.edtf {
            Edtf::DateTime(moment) => Some(clock(moment)),
            _ => None,
        }
    }

    /// How well it is known, in words.
    pub fn precision_words(&self) -> &'static str {
        match &*self.edtf {
            Edtf::DateTime(_) => "known to the minute",
            Edtf::Interval(_) => "a span of time",
            Edtf::Set(set) if set.kind == SetKind::OneMember => "one of several dates",
            Edtf::Set(_) => "several dates",
            Edtf::Date(date) if date.is_uncertain() => "uncertain",
            Edtf::Date(date) if date.is_approximate() => "approximate",
            Edtf::Date(date) if date.has_unspecified() => "known in part",
            Edtf::Date(date) => match date.precision() {
                Precision::Day => "day known, hour not",
                Precision::Month => "month known, day not",
                Precision::Season => "part of the year known, day not",
                Precision::Year => "year known, day not",
            },
        }
    }

    /// What HTML's `datetime` accepts: a year, month, day or moment that is certain; else none.
    pub fn machine(&self) -> Option<String> {
        match &*self.edtf {
            Edtf::DateTime(_) => Some(self.moment()?.to_string()),
            Edtf::Date(date) if !date.has_unspecified() && date.precision() != Precision::Season => {
                let year = date.year.value().filter(|year| (1..=9999).contains(year))?;
                let month = date.month.and_then(edtf_core::DateField::value);
                let day = date.day.and_then(edtf_core::DateField::value);
                if is_plain(&self.written) {
                    return Some(self.written.clone());
                }
                Some(match (month, day) {
                    (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
                    (Some(month), None) => format!("{year:04}-{month:02}"),
                    _ => format!("{year:04}"),
                })
            }
            _ => None,
        }
    }
}

/// True for `2024`, `2024-10` and `2024-10-28`, which are dates by now.
fn is_plain(written: &str) -> bool {
    let is_plain = |(at, byte): (usize, u8)| byte.is_ascii_digit() || (byte == b'-' && (at == 4 || at == 7));
    matches!(written.len(), 4 | 7 | 10) && written.bytes().enumerate().all(is_plain)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of month 1–12; empty for any other number.
pub fn month_name(month: u8, length: Length) -> &'static str {
    let name = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("");
    match length {
        Length::Full => name,
        Length::Short => name.get(..3).unwrap_or(name),
    }
}

/// Words for the part of a year that ISO 8601-2, table 5, gives the codes 21–41.
fn part_of_year(code: u8, year: &str) -> String {
    match code {
        21 | 25 | 29 => format!("spring {year}"),
        22 | 26 | 30 => format!("summer {year}"),
        23 | 27 | 31 => format!("autumn {year}"),
        24 | 28 | 32 => format!("winter {year}"),
        33..=36 => {
            format!("{} quarter of {year}", ["first", "second", "third", "fourth"][usize::from(code - 33)])
        }
        37 => format!("early {year}"),
        38 => format!("mid {year}"),
        39 => format!("late {year}"),
        40 => format!("first half of {year}"),
        _ => format!("second half of {year}"),
    }
}

fn year_words(date: &edtf_core::Date) -> String {
    match date.year.value() {
        Some(year) if year < 1 => format!("{} BC", 1 - year),
        Some(year) => year.to_string(),
        None => unknown_digits(date.year.kind),
    }
}

fn unknown_digits(kind: edtf_core::YearKind) -> String {
    let edtf_core::YearKind::Standard { digits, .. } = kind else { return "a distant year".to_owned() };
    let known: String = digits.iter().map_while(|digit| digit.map(|d| char::from(b'0' + d))).collect();
    match known.len() {
        3 => format!("{known}0s"),
        2 => format!("between {known}00 and {known}99"),
        1 => format!("between {known}000 and {known}999"),
        _ => "year not known".to_owned(),
    }
}

/// A date without its qualifiers.
fn plain(date: &edtf_core::Date, length: Length) -> String {
    let year = year_words(date);
    let Some(month) = date.month else { return year };
    let Some(month) = month.value() else { return format!("{year}, month not known") };
    if month > 12 {
        return part_of_year(month, &year);
    }
    let month = month_name(month, length);
    let Some(day) = date.day else { return [month, " ", &year].concat() };
    match (day.value(), day.digits) {
        // Printed far more often than all the rest.
        (Some(day), _) => [&day.to_string(), " ", month, " ", &year].concat(),
        (None, [Some(tens), None]) => {
            let first = (tens * 10).max(1);
            let last = (tens * 10 + 9).min(days_in(date));
            format!("between {first} and {last} {month} {year}")
        }
        _ => format!("{month} {year}, day not known"),
    }
}

fn days_in(date: &edtf_core::Date) -> u8 {
    let month = date.month.and_then(edtf_core::DateField::value).and_then(|m| i8::try_from(m).ok());
    let year = date.year.value().and_then(|y| i16::try_from(y).ok());
    match (year, month) {
        (Some(year), Some(month)) => jiff::civil::Date::new(year, month, 1)
            .map_or(31, |first| u8::try_from(first.days_in_month()).unwrap_or(31)),
        _ => 31,
    }
}

fn qualified(date: &edtf_core::Date, words: String) -> String {
    let words = if date.is_approximate() { format!("about {words}") } else { words };
    if date.is_uncertain() { format!("{words} (uncertain)") } else { words }
}

fn date_time(moment: &DateTime, length: Length) -> String {
    format!("{}, {}", plain(&moment.date, length), clock(moment))
}

/// The time of day as written, with its zone.
fn clock(moment: &DateTime) -> String {
    let zone = match moment.time.shift {
        Some(TimeShift::Offset { minutes, .. }) if minutes != 0 => offset_words(i32::from(minutes)),
        _ => "UTC".to_owned(),
    };
    format!("{:02}:{:02} {zone}", moment.time.hour, moment.time.minute)
}

/// `UTC+09:00` for an offset in minutes.
pub fn offset_words(minutes: i32) -> String {
    let sign = if minutes < 0 { '−' } else { '+' };
    format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn interval_words(interval: &Interval, length: Length) -> String {
    use IntervalEndpoint as End;
    let one = |date: &edtf_core::Date| qualified(date, plain(date, length));
    match (&interval.start, &interval.end) {
        (End::Date(a), End::Date(b)) => between(a, b, length),
        (End::Date(a) | End::OnOrAfter(a), End::Open) => format!("from {}", one(a)),
        (End::Date(a) | End::OnOrAfter(a), End::Unknown) => format!("from {}, end not known", one(a)),
        (End::Open, End::Date(b) | End::OnOrBefore(b)) => format!("until {}", one(b)),
        (End::Unknown, End::Date(b) | End::OnOrBefore(b)) => format!("until {}, beginning not known", one(b)),
        (End::OnOrBefore(a), End::Date(b)) => format!("from {} or before to {}", one(a), one(b)),
        (End::Date(a), End::OnOrAfter(b)) => format!("from {} to {} or after", one(a), one(b)),
        (End::OnOrBefore(a), End::OnOrAfter(b)) => {
            format!("from {} or before to {} or after", one(a), one(b))
        }
        (End::OnOrBefore(a), _) => format!("from {} or before", one(a)),
        (_, End::OnOrAfter(b)) => format!("until {} or after", one(b)),
        _ => "date not known".to_owned(),
    }
}

/// Two dates with what they share said once: `25–26 October 2024`.
fn between(a: &edtf_core::Date, b: &edtf_core::Date, length: Length) -> String {
    let alike = a.is_uncertain() == b.is_uncertain() && a.is_approximate() == b.is_approximate();
    let whole = !a.has_unspecified() && !b.has_unspecified() && a.precision() == b.precision();
    if !alike || !whole || a.precision() == Precision::Season {
        return format!("{} – {}", qualified(a, plain(a, length)), qualified(b, plain(b, length)));
    }
    let same_year = a.year.value() == b.year.value();
    let month = |d: &edtf_core::Date| d.month.and_then(edtf_core::DateField::value).unwrap_or(0);
    let day = |d: &edtf_core::Date| d.day.and_then(edtf_core::DateField::value).unwrap_or(0);
    let words = match a.precision() {
        Precision::Day if same_year && month(a) == month(b) && day(a) == day(b) => plain(a, length),
        Precision::Day if same_year && month(a) == month(b) => format!("{}–{}", day(a), plain(b, length)),
        Precision::Day if same_year => {
            format!("{} {} – {}", day(a), month_name(month(a), length), plain(b, length))
        }
        Precision::Month if same_year && month(a) != month(b) => {
            format!("{}–{}", month_name(month(a), length), plain(b, length))
        }
        Precision::Year if !same_year => format!("{}–{}", year_words(a), year_words(b)),
        _ if same_year && month(a) == month(b) && day(a) == day(b) => plain(a, length),
        _ => format!("{} – {}", plain(a, length), plain(b, length)),
    };
    qualified(a, words)
}

fn set_words(set: &Set, length: Length) -> String {
    let one = |date: &edtf_core::Date| qualified(date, plain(date, length));
    let items: Vec<String> = set
        .elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) => one(date),
            SetElement::OnOrBefore(date) => format!("on or before {}", one(date)),
            SetElement::OnOrAfter(date) => format!("on or after {}", one(date)),
            SetElement::Range(a, b) if set.kind == SetKind::OneMember => {
                format!("between {} and {}", one(a), one(b))
            }
            SetElement::Range(a, b) => between(a, b, length),
        })
        .collect();
    let last_word = if set.kind == SetKind::OneMember { "or" } else { "and" };
    match items.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {last_word} {last}", rest.join(", ")),
        None => "date not known".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2024", "2024")]
    #[case("2024-10", "October 2024")]
    #[case("2024-10-28", "28 October 2024")]
    #[case("2024-10-28?", "28 October 2024 (uncertain)")]
    #[case("2024-10-28~", "about 28 October 2024")]
    #[case("2024-10-28%", "about 28 October 2024 (uncertain)")]
    #[case("2024-10~", "about October 2024")]
    #[case("2024-10-25/2024-10-26", "25–26 October 2024")]
    #[case("2024-10-25?/2024-10-26?", "25–26 October 2024 (uncertain)")]
    #[case("2024-10-25/2024-11-04", "25 October – 4 November 2024")]
    #[case("2024-12-28/2025-01-03", "28 December 2024 – 3 January 2025")]
    #[case("2024-10/2024-12", "October–December 2024")]
    #[case("2022/2024", "2022–2024")]
    #[case("2024-10-28/..", "from 28 October 2024")]
    #[case("../2024-10-28", "until 28 October 2024")]
    #[case("2024-10-28/", "from 28 October 2024, end not known")]
    #[case("2024-23", "autumn 2024")]
    #[case("2024-39", "late 2024")]
    #[case("2024-36", "fourth quarter of 2024")]
    #[case("2024-10-2X", "between 20 and 29 October 2024")]
    #[case("2024-02-2X", "between 20 and 29 February 2024")]
    #[case("2024-10-XX", "October 2024, day not known")]
    #[case("2024-XX", "2024, month not known")]
    #[case("202X", "2020s")]
    #[case("{2024-10-23,2024-10-28}", "23 October 2024 and 28 October 2024")]
    #[case("[2024-10-23,2024-10-28]", "23 October 2024 or 28 October 2024")]
    #[case("[2024-10-21..2024-10-27]", "between 21 October 2024 and 27 October 2024")]
    #[case("2024-10-28T16:30+09:00", "28 October 2024, 16:30 UTC+09:00")]
    #[case("2024-10-28T07:30Z", "28 October 2024, 07:30 UTC")]
    #[case("-0043", "44 BC")]
    fn dates_are_printed_with_the_precision_known(#[case] edtf: &str, #[case] words: &str) {
        assert_eq!(Date::parse(edtf).expect(edtf).in_words(Length::Full), words);
    }

    #[test]
    fn machine_dates_are_only_for_what_is_certain_in_form() {
        let machine = |edtf: &str| Date::parse(edtf).expect(edtf).machine();
        assert_eq!(machine("2024-10").as_deref(), Some("2024-10"));
        assert_eq!(machine("2024-10-28~").as_deref(), Some("2024-10-28"));
        assert_eq!(machine("2024-10-2X"), None);
        assert_eq!(machine("2024-10-28T16:30+09:00").as_deref(), Some("2024-10-28T07:30:00Z"));
    }
}
