//! A chart of one series before it is drawn: marks with their days, numbers and speakers.

use crate::model::{ClaimStatus, Date, Figure, Qualifier, digits};
use crate::resolve::{ActorIdx, ClaimIdx, Site};

/// A panel: the estimates of one series.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Beginning of the ids in the drawing; must be unique in its page.
    pub id: String,
    /// What is counted, in words.
    pub title: String,
    /// The marks in order of time; estimates without a day or a number are no marks.
    pub marks: Vec<Mark>,
}

/// One estimate.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Who gave it.
    pub speaker: ActorIdx,
    /// The speaker's name.
    pub name: String,
    /// The day or days it may have been said on, as days since 1970; none where that end is open.
    pub days: (Option<i64>, Option<i64>),
    /// True where the day is uncertain or more than one: its ends fade.
    pub fades: bool,
    /// Where the mark stands: the best value, else the middle of the range, else the end that is given.
    pub value: f64,
    /// The range, where two of its three numbers are given.
    pub range: Option<(f64, f64)>,
    /// Which end is open.
    pub open: Open,
    /// True where it no longer stands.
    pub gone: bool,
    /// The figure without its unit: `at least 10,000`.
    pub figure: String,
    /// The whole of it in words, speaker first.
    pub words: String,
}

/// The open end of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Neither.
    No,
    /// At least, more than.
    Up,
    /// Up to.
    Down,
}

const DAY: i64 = 86_400;

impl Mark {
    /// The mark of an estimate; none where it has no day or no number.
    pub fn new(site: &Site, index: ClaimIdx, name: String, words: String) -> Option<Self> {
        let entry = &site.claims[index.at()];
        let (date, figure) = (entry.claim.said_on.as_ref()?, entry.claim.figure.as_ref()?);
        let days = days(date);
        let Number { value, range, open } = number(figure)?;
        let vague = date.written.contains(['?', '~', '%']);
        Some(Self {
            speaker: entry.by,
            name,
            days,
            fades: vague || days.0 != days.1 || days.0.is_none(),
            value,
            range,
            open,
            gone: entry.superseded_by.is_some() || entry.claim.status != ClaimStatus::Current,
            figure: figure.number_in_words(),
            words,
        })
    }
}

fn days(date: &Date) -> (Option<i64>, Option<i64>) {
    let day = |seconds: i64, open: i64| (seconds != open).then(|| seconds.div_euclid(DAY));
    (day(date.earliest, i64::MIN), day(date.latest, i64::MAX))
}

/// Where a mark stands, its range and its open end.
struct Number {
    value: f64,
    range: Option<(f64, f64)>,
    open: Open,
}

fn number(figure: &Figure) -> Option<Number> {
    let open = match figure.qualifier {
        Some(Qualifier::AtLeast | Qualifier::MoreThan) => Open::Up,
        Some(Qualifier::UpTo) => Open::Down,
        Some(Qualifier::About) | None => Open::No,
    };
    let (value, range, open) = match (figure.low, figure.best, figure.high) {
        (Some(low), best, Some(high)) => (best.unwrap_or(f64::midpoint(low, high)), Some((low, high)), open),
        (Some(low), Some(best), None) => (best, Some((low, best)), open),
        (None, Some(best), Some(high)) => (best, Some((best, high)), open),
        (None, Some(best), None) => (best, None, open),
        (Some(low), None, None) => (low, None, Open::Up),
        (None, None, Some(high)) => (high, None, Open::Down),
        (None, None, None) => return None,
    };
    Some(Number { value, range, open })
}

/// A number on an axis: `5,000`, `1.2m`, `3bn`.
pub(super) fn short_number(number: f64) -> String {
    let (divisor, suffix) = match number.abs() {
        n if n >= 1e9 => (1e9, "bn"),
        n if n >= 1e6 => (1e6, "m"),
        _ => return digits(number),
    };
    format!("{}{suffix}", digits((number / divisor * 100.0).round() / 100.0))
}
