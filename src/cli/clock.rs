//! The time: the system's, or the one that `SOURCE_DATE_EPOCH` fixes so that a build can be repeated.

use super::CliError;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned, civil};
use std::env;

const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The moment at which a command was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// The moment, by which embargoes are judged.
    pub now: Timestamp,
    /// The day where the author is; in UTC where the time is fixed.
    pub today: civil::Date,
}

impl Clock {
    /// Reads the environment, else the system's clock.
    ///
    /// # Errors
    /// [`CliError::Epoch`] where `SOURCE_DATE_EPOCH` is no number of seconds that a date can have.
    pub(super) fn read() -> Result<Self, CliError> {
        match env::var_os(EPOCH) {
            Some(value) => Self::fixed(&value.to_string_lossy()),
            None => Ok(Self::of(&Zoned::now())),
        }
    }

    /// The clock at a number of seconds since 1970, as the Reproducible Builds project
    /// specifies `SOURCE_DATE_EPOCH`.
    fn fixed(value: &str) -> Result<Self, CliError> {
        let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = digits.then(|| value.parse::<i64>().ok()).flatten();
        let moment = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
        let moment = moment.ok_or_else(|| CliError::Epoch { value: value.to_owned() })?;
        Ok(Self::of(&moment.to_zoned(TimeZone::UTC)))
    }

    fn of(moment: &Zoned) -> Self {
        Self { now: moment.timestamp(), today: moment.date() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_stands_in_utc() -> Result<(), CliError> {
        let clock = Clock::fixed("1730160000")?;
        assert_eq!(clock.now.to_string(), "2024-10-29T00:00:00Z");
        assert_eq!(clock.today, civil::date(2024, 10, 29));
        Ok(())
    }

    #[test]
    fn what_is_no_number_of_seconds_is_refused() {
        for bad in ["", " ", "-1", "+1", "1.5", "now", "99999999999999", "99999999999999999999"] {
            assert!(matches!(Clock::fixed(bad), Err(CliError::Epoch { value }) if value == bad), "{bad:?}");
        }
    }
}
