//! Records to a site: visibility first, then every reference followed.
//!
//! Takes all parsed records and for whom the edition is; gives a [`Site`] that is complete and never changed.
//! Nothing withheld takes part in anything after `visibility`. Knows nothing of HTML, themes or paths.

mod arrange;
mod as_of;
mod back;
mod circles;
mod claims;
mod flat;
mod index;
mod later;
mod link;
mod linker;
mod mentions;
mod met;
mod moments;
mod names;
mod newer;
mod offices;
mod once;
mod origins;
mod redirects;
mod reverse;
mod rewrite;
mod sequence;
mod site;
mod slots;
mod strip;
mod tags;
mod uses;
mod visibility;

pub use back::Back;
pub use index::{ActorIdx, AnyIdx, BriefIdx, ClaimIdx, EventIdx, PageIdx, PlaceIdx, SourceIdx, TagIdx};
pub use later::LeftOut;
pub use moments::next_change;
pub use offices::{latest_office, office_on};
pub use origins::origins;
pub use rewrite::{ties, told_of};
pub use site::{
    ActorEntry, BackReferences, BodyTargets, BriefEntry, Cited, ClaimEntry, Entries, Entry, EventEntry,
    FigureTarget, PageEntry, PlaceEntry, Redirect, Site, SourceEntry, Tag, Target,
};
pub use slots::marked as marked_claims;
pub use tags::slug as tag_slug;
pub use visibility::Audience;

use crate::diagnostics::{Diagnostic, Reported};
use crate::model::Record;

/// What the whole site is resolved by.
#[derive(Debug)]
pub struct Rules<'a> {
    /// For whom and when.
    pub audience: Audience,
    /// Whether what is only probably wrong is an error.
    pub strict: bool,
    /// Allowed types of events.
    pub event_types: &'a [String],
}

/// Follows every reference of `records`, which come in the order of their files.
///
/// Errors: all codes `R…` but those about paths and files, and P009 for types of events.
pub fn resolve(records: Vec<Record>, rules: &Rules<'_>) -> Reported<Site> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut flat = flat::flatten(records, &mut diagnostics);
    let mut names = names::Names::new(&flat);
    let mentions = mentions::follow(&mut flat, &mut names, &rules.audience);
    let seen = visibility::decide(&flat, &mentions.edges, &rules.audience);
    mentions.report(&flat, &names, &seen, rules, &mut diagnostics);
    let left_out = later::take_out(&mut flat, &seen, &names, &rules.audience);
    let visible = seen.visible;
    strip::claims_and_citations(&mut flat, &visible, &rules.audience);
    circles::report(&flat, &visible, &names, &mut diagnostics);
    let merged = redirects::of_merged(&flat, &visible, &names);
    let arranged = arrange::arrange(flat, &visible, &names);
    let mut site = link::link(arranged, &names, &merged, rules, &mut diagnostics);
    site.left_out = left_out;
    Reported { value: site, diagnostics }
}
