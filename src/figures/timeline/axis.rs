//! The days of a timeline: where each stands, and which are named.

use crate::figures::scale::{civil_day, text_width};
use crate::model::{Length, month_name};
use jiff::civil;

/// Days from the first to the last, each as wide as the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Axis {
    pub first: i64,
    pub last: i64,
}

/// A day that is named.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    pub part: f64,
    pub text: String,
    /// True where the name is of what begins here (a month, a year), not of the day alone.
    pub begins: bool,
}

/// Which days are named.
#[derive(Debug, Clone, Copy)]
enum Grain {
    /// Every so many days, from the first.
    Days(i64),
    /// Every so many weeks, on Mondays.
    Weeks(i64),
    Months(i64),
    Years(i64),
}

/// Names this near an edge, as a part of the width, begin or end at their day.
pub(super) const NEAR: f64 = 0.12;
/// Room that a name takes at least.
const ROOM: f64 = 54.0;

#[allow(clippy::cast_precision_loss, reason = "days of many thousands of years are far below 2^52")]
impl Axis {
    /// The part of the width at which a day begins; the day behind the last ends at 1.
    pub fn part(self, day: i64) -> f64 {
        let part = day.saturating_sub(self.first) as f64 / self.days() as f64;
        part.clamp(0.0, 1.0)
    }

    /// The middle of a day.
    pub fn middle(self, day: i64) -> f64 {
        ((day.saturating_sub(self.first) as f64 + 0.5) / self.days() as f64).clamp(0.0, 1.0)
    }

    fn days(self) -> i64 {
        self.last.saturating_sub(self.first).saturating_add(1).max(1)
    }

    /// Days to name on this width: as many as there is room for, on round ones.
    pub fn ticks(self, width: f64) -> Vec<Tick> {
        let most = (width / ROOM).floor();
        let per_tick = self.days() as f64 / most;
        let grains = [
            (1.0, Grain::Days(1)),
            (2.0, Grain::Days(2)),
            (4.0, Grain::Days(4)),
            (7.0, Grain::Weeks(1)),
            (14.0, Grain::Weeks(2)),
            (31.0, Grain::Months(1)),
            (61.0, Grain::Months(2)),
            (92.0, Grain::Months(3)),
            (183.0, Grain::Months(6)),
        ];
        let readable = civil_day(self.first).is_some() && civil_day(self.last).is_some();
        let fits = grains.into_iter().find(|(days, _)| readable && *days >= per_tick);
        let grain = fits.map_or_else(|| Grain::Years(years_step(per_tick / 365.25)), |(_, grain)| grain);
        let mut ticks: Vec<Tick> = Vec::new();
        let (mut shown, mut taken) = (None, f64::MIN);
        for day in self.named(grain) {
            let (text, year) = grain.words(day, shown);
            let begins = matches!(grain, Grain::Months(_) | Grain::Years(_));
            let part = if begins { self.part(day) } else { self.middle(day) };
            let (x, wide) = (part * width, text_width(&text));
            let left = match part {
                _ if begins => x,
                part if part < NEAR => x,
                part if part > 1.0 - NEAR => x - wide,
                _ => x - wide / 2.0,
            };
            // A name that would be cut off or touch the one before is not written; the line stays.
            if left < taken || left + wide > width + 6.0 {
                ticks.push(Tick { part, text: String::new(), begins });
                continue;
            }
            (shown, taken) = (year, left + wide + 4.0);
            ticks.push(Tick { part, text, begins });
        }
        ticks
    }

    fn named(self, grain: Grain) -> Vec<i64> {
        let every = |from: i64, step: i64| {
            (0..32)
                .map_while(move |n| from.checked_add(n * step))
                .take_while(|day| *day <= self.last)
                .collect()
        };
        match grain {
            Grain::Days(step) => every(self.first, step),
            // 1970-01-05 was a Monday.
            Grain::Weeks(step) => every(self.first + (4 - self.first).rem_euclid(7), step * 7),
            Grain::Months(step) => {
                let Some(day) = civil_day(self.first) else { return Vec::new() };
                let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
                let begins = (month.div_euclid(step)..).map(|nth| month_begins(nth * step));
                begins
                    .skip_while(|day| *day < self.first)
                    .take_while(|day| *day <= self.last)
                    .take(32)
                    .collect()
            }
            Grain::Years(step) => {
                let year = year_of(self.first).div_euclid(step);
                let begins = (year..).map(|nth| month_begins(nth.saturating_mul(step).saturating_mul(12)));
                begins
                    .skip_while(|day| *day < self.first)
                    .take_while(|day| *day <= self.last)
                    .take(32)
                    .collect()
            }
        }
    }
}

impl Grain {
    /// What a day is called, and its year, which is told where it is not that of the day before.
    fn words(self, day: i64, shown: Option<i64>) -> (String, Option<i64>) {
        let year = year_of(day);
        let name = |date: civil::Date| month_name(u8::try_from(date.month()).unwrap_or(1), Length::Short);
        let short = match (self, civil_day(day)) {
            (Self::Days(_) | Self::Weeks(_), Some(date)) => format!("{} {}", date.day(), name(date)),
            (Self::Months(_), Some(date)) => name(date).to_owned(),
            _ => return (year.to_string(), Some(year)),
        };
        (if shown == Some(year) { short } else { format!("{short} {year}") }, Some(year))
    }
}

/// 1, 2 or 5 times a power of ten: the next one from `rough` up.
fn years_step(rough: f64) -> i64 {
    let mut power: i64 = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            #[allow(clippy::cast_precision_loss, reason = "steps are round")]
            if step as f64 >= rough || step == i64::MAX {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// The day on which a month begins, months counted from the year nought (Hinnant's `days_from_civil`).
fn month_begins(month: i64) -> i64 {
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    let year = year.clamp(-100_000_000_000, 100_000_000_000) - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn year_of(day: i64) -> i64 {
    if let Some(date) = civil_day(day) {
        return i64::from(date.year());
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "beyond the year 9999")]
    let guess = 1970 + (day as f64 / 365.2425).floor() as i64;
    if month_begins(guess.saturating_mul(12)) > day { guess - 1 } else { guess }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(first: i64, last: i64) -> Vec<String> {
        Axis { first, last }.ticks(280.0).into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn days_weeks_months_and_years_are_named_as_far_as_there_is_room() {
        assert_eq!(words(20_024, 20_024), ["28 Oct 2024"]);
        assert_eq!(words(20_024, 20_026), ["28 Oct 2024", "29 Oct", "30 Oct"]);
        assert_eq!(words(19_997, 20_048), ["7 Oct 2024", "21 Oct", "4 Nov", "18 Nov"]);
        assert_eq!(words(20_000, 20_130), ["Nov 2024", "Dec", "Jan 2025", "Feb"]);
        assert_eq!(words(18_000, 20_100), ["2020", "2022", "2024"]);
    }

    #[test]
    fn ages_beyond_all_calendars_are_named_by_round_years() {
        let words = words(-4_000_000_000, 4_000_000_000);
        assert!(words.len() >= 2 && words.len() <= 6, "{words:?}");
        assert!(words.contains(&"0".to_owned()), "{words:?}");
    }

    #[test]
    fn every_day_stands_between_nought_and_one() {
        for (first, last) in [(0, 0), (-5, 9), (i64::MIN / 86_400, i64::MAX / 86_400), (i64::MIN, i64::MAX)] {
            let axis = Axis { first, last };
            for day in [first, last, 0, i64::MIN, i64::MAX] {
                assert!((0.0..=1.0).contains(&axis.part(day)) && (0.0..=1.0).contains(&axis.middle(day)));
            }
            assert!(axis.ticks(280.0).iter().all(|tick| (0.0..=1.0).contains(&tick.part)));
        }
    }
}
