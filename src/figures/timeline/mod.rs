//! Timelines: events in lanes, each a mark on its day or a bar over its days.
//!
//! A mark's form says how sure the event is, an end's form how sure its day is: sharp where it is known, fading where
//! it is not, an arrow where it goes on.

mod axis;
mod plan;
mod svg;

use crate::model::{EventStatus, Extent};

pub use svg::draw_timeline;

/// A timeline before it is drawn.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// Beginning of the ids in the drawing; must be unique in its page.
    pub id: String,
    /// What it shows, in words.
    pub title: String,
    /// Lanes from the top down.
    pub lanes: Vec<Lane>,
}

/// Events that have one thing in common.
#[derive(Debug, Clone)]
pub struct Lane {
    /// What that is.
    pub name: String,
    /// Where its page is, if it has one.
    pub href: Option<String>,
    /// The events in order of time.
    pub moments: Vec<Moment>,
}

/// An event on a timeline.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The event's page.
    pub href: String,
    /// What stands beside its mark.
    pub label: String,
    /// The whole of it in words, day first.
    pub words: String,
    /// The days it covers.
    pub extent: Extent,
    /// How sure it is.
    pub status: EventStatus,
}

#[cfg(test)]
mod tests;
