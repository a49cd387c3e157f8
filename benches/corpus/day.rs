//! Days of the years that the corpus is of.

use super::chance::Chance;

/// Days from the first of 2014 to the last of 2025.
const DAYS: usize = 4_383;
const FIRST_YEAR: usize = 2014;

/// A day, counted from the first.
#[derive(Clone, Copy)]
pub struct Day(usize);

impl Day {
    /// Any of them.
    pub fn any(chance: &mut Chance) -> Self {
        Self(chance.below(DAYS))
    }

    /// So many days later.
    pub fn later(self, days: usize) -> Self {
        Self(self.0 + days)
    }

    /// Its year.
    pub fn year(self) -> usize {
        self.parts().0
    }

    /// As ISO 8601 writes it.
    pub fn text(self) -> String {
        let (year, month, day) = self.parts();
        format!("{year}-{month:02}-{day:02}")
    }

    fn parts(self) -> (usize, usize, usize) {
        let (mut year, mut rest) = (FIRST_YEAR, self.0);
        let is_leap = |year: usize| year.is_multiple_of(4);
        while rest >= 365 + usize::from(is_leap(year)) {
            rest -= 365 + usize::from(is_leap(year));
            year += 1;
        }
        let february = 28 + usize::from(is_leap(year));
        let mut month = 1;
        for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if rest < days {
                break;
            }
            rest -= days;
            month += 1;
        }
        (year, month, rest + 1)
    }
}
