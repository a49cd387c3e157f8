//! Figures and what they are made of: series of estimates, answers to open questions, what came after a claim.
//!
//! Takes a [`Site`]; gives plain data, and SVG as text. A chart's geometry is computed, so it is written here and not
//! by a template; it carries classes only, and the theme says what lines, marks and words look like. Names and links
//! come from the room above: this one knows nothing of pages, addresses or themes.
//!
//! Rules that hold for every chart: estimates of different quantity, kind or unit are never in one series; a line
//! joins estimates of one speaker only; the number axis begins at nought; both axes end with the data.

mod chart;
mod labels;
mod map;
mod network;
mod plan;
mod question;
mod scale;
mod series;
mod since;
mod sized;
mod svg;
mod timeline;

pub use chart::{Chart, Mark, Open};
pub use map::{Map, Spot, View, draw_map};
pub use network::{Network, Node, Tie, draw_fan, draw_network};
pub use question::{Answers, Column, Question};
pub use series::{Series, series};
pub use since::{Since, newest, since};
pub use svg::draw;
pub use timeline::{Lane, Moment, Timeline, draw_timeline};

use crate::resolve::{ClaimIdx, Site};
use std::collections::HashMap;

/// For each claim, by its place, where it is in another list.
type Places = Vec<Option<u32>>;

/// Every series and question of a site.
#[derive(Debug, Default)]
pub struct Figures {
    /// Series of estimates, by quantity, kind and unit.
    pub series: Vec<Series>,
    /// Questions that claims answer, in the order of their first answers.
    pub questions: Vec<Question>,
    series_of: Places,
    question_of: Places,
}

impl Figures {
    /// Gathers them.
    pub fn new(site: &Site) -> Self {
        let claims = || (0..site.claims.len()).map(ClaimIdx::from_at);
        let (series, questions) =
            rayon::join(|| series(site, claims()), || question::questions(site, claims()));
        let of_series = series.iter().enumerate();
        let series_of =
            places(site, of_series.flat_map(|(at, one)| one.claims.iter().map(move |claim| (*claim, at))));
        let of_questions = questions.iter().enumerate();
        let question_of =
            places(site, of_questions.flat_map(|(at, one)| one.claims().map(move |claim| (claim, at))));
        Self { series, questions, series_of, question_of }
    }

    /// The place of the series that an estimate is part of.
    pub fn series_of(&self, claim: ClaimIdx) -> Option<usize> {
        place(&self.series_of, claim)
    }

    /// The place of the question that a claim answers.
    pub fn question_of(&self, claim: ClaimIdx) -> Option<usize> {
        place(&self.question_of, claim)
    }
}

fn places(site: &Site, of: impl Iterator<Item = (ClaimIdx, usize)>) -> Places {
    let mut places = vec![None; site.claims.len()];
    of.for_each(|(claim, at)| places[claim.at()] = u32::try_from(at).ok());
    places
}

fn place(places: &Places, claim: ClaimIdx) -> Option<usize> {
    places.get(claim.at()).copied().flatten().map(|at| at as usize)
}

/// Ids that are unique in a page: `slug`, or `slug-2`, …
fn free_id(slug: String, fallback: &str, taken: &mut HashMap<String, usize>) -> String {
    let slug = if slug.is_empty() { fallback.to_owned() } else { slug };
    let mut number = taken.get(&slug).map_or(1, |last| last + 1);
    let mut id = if number == 1 { slug.clone() } else { format!("{slug}-{number}") };
    while number > 1 && taken.contains_key(&id) {
        number += 1;
        id = format!("{slug}-{number}");
    }
    taken.insert(slug, number);
    taken.entry(id.clone()).or_insert(1);
    id
}

#[cfg(test)]
mod tests;
