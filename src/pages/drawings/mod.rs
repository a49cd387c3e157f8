//! Drawings of records: a timeline of events, a map of places, a network of actors.
//!
//! Names, links and words come from the site; where things stand is computed below, in `figures`.

pub mod map;
pub mod network;
pub mod timeline;

use super::shop::Names;
use super::view::{DrawingView, Link, LinkView};

/// A drawing and what it shows, in words.
pub struct Drawn {
    /// The drawing.
    pub svg: String,
    /// What it shows, what its marks mean, and what is not in it.
    pub note: String,
    /// Its class: `timeline`, `map`, `network`.
    pub class: &'static str,
    /// The path of its records as data.
    pub data: &'static str,
}

impl Drawn {
    /// For a template.
    pub fn view(self, names: Names<'_>) -> DrawingView {
        DrawingView { svg: self.svg, note: self.note, class: self.class, data: data(names, self.data) }
    }
}

/// The link to the records behind a drawing.
pub fn data(names: Names<'_>, path: &str) -> Link {
    LinkView { href: Some(names.hrefs.to(path)), text: "The data (JSON)".to_owned(), lang: None, dir: None }
        .into()
}

/// Joins sentences that apply.
fn sentences(first: String, others: &[(bool, &str)]) -> String {
    let there = others.iter().filter(|(there, _)| *there);
    there.fold(
        first,
        |text, (_, sentence)| if text.is_empty() { (*sentence).to_owned() } else { text + " " + sentence },
    )
}
