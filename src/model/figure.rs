//! What a fenced block asks for: a figure, and which records it shows.

use super::{Date, Ref, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The figures that a fenced block can be named after.
    FigureKind {
        Timeline "timeline" "timeline";
        Claims "claims" "claims";
        Estimates "estimates" "estimates";
        Network "network" "network";
        Map "map" "map";
    }
}

vocabulary! {
    /// What the lanes of a timeline stand for.
    Lanes {
        Type "type" "what sort of event";
        Actor "actor" "who took part";
    }
}

/// A figure's query. Keys narrow it down together; without any it shows all there is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureQuery {
    /// Which figure.
    pub kind: FigureKind,
    /// Only what names this actor.
    pub actor: Option<Ref>,
    /// Only this event, its parts, and what is said of them.
    pub event: Option<Ref>,
    /// Only what carries this tag, or stands in a brief or event that does.
    pub tag: Option<String>,
    /// Only figures of this quantity.
    pub quantity: Option<Ref>,
    /// Only figures of this kind: `planned`, `arrived`, …
    pub estimate_kind: Option<Ref>,
    /// Only what is not wholly before this date.
    pub from: Option<Date>,
    /// Only what is not wholly after this date.
    pub to: Option<Date>,
    /// The lanes of a timeline; by type where nothing is said.
    pub lanes: Option<Lanes>,
}

impl FigureQuery {
    /// True where nothing says that `date` lies outside; what has no date lies outside as soon as dates are asked for.
    pub fn holds(&self, date: Option<&Date>) -> bool {
        let Some(date) = date else { return self.from.is_none() && self.to.is_none() };
        let early = self.from.as_ref().is_some_and(|from| date.is_wholly_before(from));
        let late = self.to.as_ref().is_some_and(|to| to.is_wholly_before(date));
        !early && !late
    }
}
