//! Claims and estimates: who said what, when, through whom.

use super::{Citation, ClaimStatus, Credibility, Date, Marking, Qualifier, Ref, Stance};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Something somebody said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// `[a-z0-9-]+`, unique in the site.
    pub id: Ref,
    /// Where the claim begins.
    pub span: Span,
    /// In the authors' words.
    pub text: String,
    /// Who said it.
    pub by: Ref,
    /// Through whom it came, in order.
    pub via: Vec<Ref>,
    /// When it was said.
    pub said_on: Option<Date>,
    /// What it is about: actors, events or places.
    pub about: Vec<Ref>,
    /// The event at which it was said.
    pub event: Option<Ref>,
    /// The open question it answers; the same words join answers.
    pub question: Option<String>,
    /// Which answer.
    pub stance: Option<Stance>,
    /// The words themselves.
    pub quote: Option<String>,
    /// Where it was published.
    pub sources: Vec<Citation>,
    /// How credible.
    pub credibility: Option<Credibility>,
    /// What became of it.
    pub status: ClaimStatus,
    /// What replaced it.
    pub superseded_by: Option<Ref>,
    /// Its own marking.
    pub marking: Marking,
    /// The figure, where the claim is an estimate.
    pub figure: Option<Box<Figure>>,
}

/// A number, or a range of numbers, of something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What is counted.
    pub quantity: String,
    /// `planned`, `arrived`, `present`, `killed`, … in the author's word. Figures of different kinds are never joined.
    pub kind: String,
    /// The single figure, or the best one of a range.
    pub best: Option<f64>,
    /// Lower end of a range.
    pub low: Option<f64>,
    /// Upper end of a range.
    pub high: Option<f64>,
    /// How it is meant.
    pub qualifier: Option<Qualifier>,
    /// What one is called in the plural: `soldiers`.
    pub unit: Option<String>,
    /// The day it is for.
    pub as_of: Option<Date>,
    /// The day by which it is expected.
    pub by_when: Option<Date>,
}

impl Figure {
    /// What figures of one series have in common, spelling aside: quantity, kind and unit.
    pub fn series(&self) -> [&str; 3] {
        [&self.quantity, &self.kind, self.unit.as_deref().unwrap_or_default()]
    }

    /// The figure as printed: `about 10,000 soldiers`, `11,000–12,000 soldiers`, `10,000–12,000 (best 11,000)`.
    pub fn in_words(&self) -> String {
        let number = self.number_in_words();
        match self.unit.as_deref() {
            None | Some("") => number,
            Some(unit) if number.is_empty() => unit.to_owned(),
            Some(unit) => [number.as_str(), " ", unit].concat(),
        }
    }

    /// The figure without its unit: `about 10,000`.
    pub fn number_in_words(&self) -> String {
        let number = match (self.low, self.high, self.best) {
            (Some(low), Some(high), Some(best)) => {
                [digits(low).as_str(), "–", &digits(high), " (best ", &digits(best), ")"].concat()
            }
            (Some(low), Some(high), None) => [digits(low).as_str(), "–", &digits(high)].concat(),
            (Some(low), None, None) => ["from ", &digits(low)].concat(),
            (None, Some(high), None) => ["up to ", &digits(high)].concat(),
            (Some(low), None, Some(best)) => [&digits(best), " (at least ", &digits(low), ")"].concat(),
            (None, Some(high), Some(best)) => [&digits(best), " (at most ", &digits(high), ")"].concat(),
            (None, None, Some(best)) => digits(best),
            (None, None, None) => String::new(),
        };
        match self.qualifier.map(super::Vocabulary::label) {
            None => number,
            Some(qualifier) if number.is_empty() => qualifier.to_owned(),
            Some(qualifier) => [qualifier, " ", &number].concat(),
        }
    }
}

/// A number with thousands apart: `12,000`, `1,234.5`.
pub fn digits(number: f64) -> String {
    // Most are counts, and whole numbers are written several times as fast.
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return grouped(number < 0.0, number.abs() as u64);
    }
    let written = number.abs().to_string();
    let (whole, rest) = written.split_once('.').unwrap_or((&written, ""));
    let Ok(whole) = whole.parse() else { return number.to_string() };
    let point = if rest.is_empty() { "" } else { "." };
    grouped(number < 0.0, whole) + point + rest
}

/// A whole number in groups of three, with a minus sign where it is below nought.
fn grouped(below: bool, number: u64) -> String {
    // From the last digit: twenty of them and six commas at most.
    let (mut text, mut at, mut rest) = ([0; 26], 26, number);
    loop {
        if (26 - at) % 4 == 3 {
            at -= 1;
            text[at] = b',';
        }
        at -= 1;
        text[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let digits = std::str::from_utf8(&text[at..]).expect("digits and commas");
    [if below { "−" } else { "" }, digits].concat()
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn thousands_stand_apart() {
        let numbers = [-0.0, 999.0, 1000.0, 12_000.0, 1_234_567.5, -3000.0, -0.5, 1e15];
        let printed =
            ["0", "999", "1,000", "12,000", "1,234,567.5", "−3,000", "−0.5", "1,000,000,000,000,000"];
        assert_eq!(numbers.map(digits), printed);
    }
}
