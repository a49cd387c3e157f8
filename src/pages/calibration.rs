//! How often judgements came true, by how likely they were said to be.

use crate::model::{Assessment, LIKELIHOOD_TERMS, Likelihood};

/// Judgements of one ICD 203 band whose outcome is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Band {
    /// How many.
    pub known: usize,
    /// How many of them came true.
    pub came_true: usize,
}

/// What became of judgements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calibration {
    /// In the order of [`LIKELIHOOD_TERMS`].
    pub bands: [Band; LIKELIHOOD_TERMS.len()],
    /// Judgements with an outcome that are in no band: its words say neither yes nor no, or no likelihood was given.
    pub left_out: usize,
}

impl Calibration {
    /// Counts.
    pub fn of<'a>(assessments: impl Iterator<Item = &'a Assessment>) -> Self {
        let mut calibration = Self::default();
        for assessment in assessments {
            let Some(outcome) = &assessment.outcome else { continue };
            match (assessment.likelihood.as_ref().map(band), came_true(&outcome.result)) {
                (Some(band), Some(came_true)) => {
                    calibration.bands[band].known += 1;
                    calibration.bands[band].came_true += usize::from(came_true);
                }
                _ => calibration.left_out += 1,
            }
        }
        calibration
    }

    /// How many are in some band.
    pub fn known(&self) -> usize {
        self.bands.iter().map(|band| band.known).sum()
    }
}

/// Whether an outcome's words say that it happened; none where they say neither. The words are listed in
/// `docs/reference/assessments.md`.
fn came_true(result: &str) -> Option<bool> {
    match result.trim().trim_end_matches('.').to_lowercase().as_str() {
        "true" | "yes" | "happened" => Some(true),
        "false" | "no" | "did not happen" => Some(false),
        _ => None,
    }
}

/// The band of a term, or the one that holds the middle of a range; a middle between two is in the upper one.
fn band(likelihood: &Likelihood) -> usize {
    let named =
        |term: &str| LIKELIHOOD_TERMS.iter().position(|(one, other, ..)| [*one, *other].contains(&term));
    let twice_middle = u16::from(likelihood.low) + u16::from(likelihood.high);
    let of_range = || LIKELIHOOD_TERMS.iter().position(|(.., high)| twice_middle < 2 * u16::from(*high));
    likelihood.term.and_then(named).or_else(of_range).unwrap_or(LIKELIHOOD_TERMS.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Outcome;
    use crate::text::{FileId, Span};

    fn judged(term: Option<&'static str>, low: u8, high: u8, result: Option<&str>) -> Assessment {
        Assessment {
            text: "It will rain.".to_owned(),
            span: Span::whole_file(FileId(0)),
            likelihood: Some(Likelihood { term, low, high }),
            confidence: None,
            basis: Vec::new(),
            horizon: None,
            outcome: result.map(|result| Outcome { result: result.to_owned(), on: None, source: None }),
        }
    }

    #[test]
    fn outcomes_are_counted_by_band() {
        let list = [
            judged(Some("likely"), 55, 80, Some("Yes.")),
            judged(Some("probable"), 55, 80, Some("false")),
            judged(Some("remote"), 1, 5, Some("did not happen")),
            judged(Some("likely"), 55, 80, Some("partly")),
            judged(Some("likely"), 55, 80, None),
        ];
        let counted = Calibration::of(list.iter());
        assert_eq!(counted.bands[4], Band { known: 2, came_true: 1 });
        assert_eq!(counted.bands[0], Band { known: 1, came_true: 0 });
        assert_eq!((counted.known(), counted.left_out), (3, 1));
    }

    #[test]
    fn a_range_is_in_the_band_of_its_middle() {
        let band_of = |low, high| band(&Likelihood { term: None, low, high });
        assert_eq!([band_of(0, 0), band_of(10, 30), band_of(40, 60), band_of(60, 70)], [0, 2, 3, 4]);
        assert_eq!([band_of(95, 95), band_of(100, 100)], [6, 6]);
    }

    #[test]
    fn only_listed_words_say_yes_or_no() {
        assert_eq!(
            ["TRUE", " happened ", "No", "unclear"].map(came_true),
            [Some(true), Some(true), Some(false), None]
        );
    }
}
