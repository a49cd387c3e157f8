//! The two axes: days and numbers.

use super::chart::Chart;
use crate::model::{Length, month_name};
use jiff::civil;

/// Days across, as parts of the width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    first: i64,
    last: i64,
}

impl Days {
    /// From the first day of any mark to the last; none where no mark has a day.
    pub fn of(chart: &Chart) -> Option<Self> {
        let days = || chart.marks.iter().flat_map(|mark| [mark.days.0, mark.days.1]).flatten();
        Some(Self { first: days().min()?, last: days().max()? })
    }

    /// True where all marks stand on one day.
    pub fn one(self) -> bool {
        self.first == self.last
    }

    /// 0 to 1; in the middle where there is one day only.
    #[allow(clippy::cast_precision_loss, reason = "days of a few thousand years are far below 2^52")]
    pub fn part(self, day: i64) -> f64 {
        if self.one() { 0.5 } else { (day - self.first) as f64 / (self.last - self.first) as f64 }
    }

    /// The parts between which a mark's day may lie; open ends reach to the edge.
    pub fn span(self, days: (Option<i64>, Option<i64>)) -> (f64, f64) {
        let (from, to) = (days.0.unwrap_or(self.first), days.1.unwrap_or(self.last));
        (self.part(from.max(self.first)), self.part(to.min(self.last).max(from)))
    }

    /// Days to print under the axis, with their words: the first, the last, and what fits between them.
    pub fn ticks(self, chart: &Chart, width: f64) -> Vec<(f64, String)> {
        let year = |day: i64| civil_day(day).map(civil::Date::year);
        let one_year = year(self.first) == year(self.last);
        let words = |day: i64, with_year: bool| date_words(day, with_year);
        let mut ticks = vec![(self.first, words(self.first, !one_year || self.one()))];
        if self.one() {
            return place(self, ticks);
        }
        let last = words(self.last, true);
        let room_until = width - text_width(&last) - GAP;
        let mut taken_until = text_width(&ticks[0].1) + GAP;
        let certain = chart.marks.iter().filter(|mark| !mark.fades).filter_map(|mark| mark.days.0);
        let mut between: Vec<i64> = certain.filter(|day| *day > self.first && *day < self.last).collect();
        between.sort_unstable();
        between.dedup();
        for day in between {
            let text = words(day, !one_year);
            let half = text_width(&text) / 2.0;
            let at = self.part(day) * width;
            if at - half >= taken_until && at + half <= room_until {
                taken_until = at + half + GAP;
                ticks.push((day, text));
            }
        }
        ticks.push((self.last, last));
        place(self, ticks)
    }
}

const GAP: f64 = 8.0;

fn place(days: Days, ticks: Vec<(i64, String)>) -> Vec<(f64, String)> {
    ticks.into_iter().map(|(day, text)| (days.part(day), text)).collect()
}

pub(super) fn civil_day(day: i64) -> Option<civil::Date> {
    civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(day).ok()?).ok()
}

fn date_words(day: i64, with_year: bool) -> String {
    let Some(date) = civil_day(day) else { return String::new() };
    let month = month_name(u8::try_from(date.month()).unwrap_or(1), Length::Short);
    if with_year {
        format!("{} {month} {}", date.day(), date.year())
    } else {
        format!("{} {month}", date.day())
    }
}

/// How wide a text is at 12 px, nearly: never less than it is.
pub(super) fn text_width(text: &str) -> f64 {
    let wide = |c: char| if c >= '\u{1100}' && !('\u{2000}'..'\u{2300}').contains(&c) { 12.5 } else { 6.7 };
    text.chars().map(wide).sum()
}

/// The text, cut at its end where it is wider than this.
pub(super) fn fitting(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut room = width - text_width("…");
    let mut kept = String::new();
    for c in text.chars() {
        room -= text_width(c.encode_utf8(&mut [0; 4]));
        if room < 0.0 {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end_matches([' ', ',', ':', ';', '–']))
}

/// Numbers upwards.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    low: f64,
    high: f64,
    step: f64,
}

impl Numbers {
    /// From nought (or the least number, where one is below) to the greatest number.
    pub fn of(chart: &Chart) -> Self {
        let all = || {
            chart.marks.iter().flat_map(|mark| {
                let (low, high) = mark.range.unwrap_or((mark.value, mark.value));
                [low, high, mark.value]
            })
        };
        let low = all().fold(0.0, f64::min);
        let high = all().fold(0.0, f64::max);
        let high = if high > low { high } else { low + 1.0 };
        Self { low, high, step: step((high - low) / 3.0) }
    }

    /// 0 at the bottom to 1 at the top.
    pub fn part(self, number: f64) -> f64 {
        (number - self.low) / (self.high - self.low)
    }

    /// Round numbers within the axis, from the least.
    pub fn ticks(self) -> Vec<f64> {
        let first = (self.low / self.step).ceil();
        let numbers = (0..16u32).map(|n| (first + f64::from(n)) * self.step);
        numbers.take_while(|number| *number <= self.high * (1.0 + 1e-9)).collect()
    }
}

/// The next of 1, 2, 2.5, 5, 10 times a power of ten.
fn step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 2.5, 5.0].into_iter().find(|factor| factor * power >= rough * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * power
}
