//! Words that are cut to the room there is: on a phone, in a column, over a whole page.
//!
//! A drawing without scripts cannot know how wide it will be, so a text that differs stands in it up to three times,
//! and the theme shows the one that fits.

use super::scale::fitting;
use super::svg::escape;
use std::fmt::Write;

/// The narrowest drawing: a phone of 320 px less its margins.
pub(super) const NARROW: f64 = 276.0;
/// A column, and a page: the theme's sheet knows these widths too.
const MIDDLE: f64 = 556.0;
const WIDE: f64 = 856.0;

/// A text in as many lengths as it needs, each with the class that says where it is shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sized {
    texts: Vec<(&'static str, String)>,
}

impl Sized {
    /// The text cut to the room that it has at each width.
    pub fn of(text: &str, room: impl Fn(f64) -> f64) -> Self {
        let [narrow, middle, wide] = [NARROW, MIDDLE, WIDE].map(|width| fitting(text, room(width)));
        let texts = match (narrow == middle, middle == wide) {
            (true, true) => vec![("", narrow)],
            (true, false) => vec![(" nm", narrow), (" w", wide)],
            (false, true) => vec![(" n", narrow), (" mw", wide)],
            (false, false) => vec![(" n", narrow), (" m", middle), (" w", wide)],
        };
        Self { texts }
    }

    /// Writes it: `class` and `place` go into each element.
    pub fn write(&self, class: &str, place: &str, svg: &mut String) {
        for (sizes, text) in &self.texts {
            let _ = write!(svg, "<text class=\"{class}{sizes}\" {place}>");
            escape(text, svg);
            svg.push_str("</text>");
        }
    }
}
