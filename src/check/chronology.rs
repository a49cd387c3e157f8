//! C003: a brief that reports what had not happened yet.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Brief, Change, Date, EventStatus, RefOrInline};
use crate::resolve::{BriefEntry, EventEntry, EventIdx, Site};
use crate::text::{Span, fold_name};
use rayon::prelude::*;

/// Events that a brief lists, or dates its claims to, which lie wholly after its day, where no change says that it was
/// brought up to date. Events only linked in the text are pointers for the reader and may be later.
pub(super) fn later_events(site: &Site) -> Vec<Diagnostic> {
    site.briefs.par_iter().flat_map_iter(|brief| later_than(site, brief)).collect()
}

fn later_than<'a>(site: &'a Site, brief: &'a BriefEntry) -> impl Iterator<Item = Diagnostic> + 'a {
    brief.links.events.iter().filter_map(|index| {
        let event = &site.events[index.at()];
        let date = event.data.date.as_ref()?;
        let foreseen = matches!(event.data.status, EventStatus::Planned | EventStatus::Cancelled);
        if foreseen || !is_later(date, &brief.data.date) || brought_up_to_date(&brief.data, date) {
            return None;
        }
        let span = reported_at(site, brief, *index, event)?;
        let message = format!(
            "the event `{}` ({}) is later than this brief, which is of {}",
            event.id, date.written, brief.data.date.written
        );
        let help =
            "correct one of the dates, mark the event `planned`, or record the addition under `changes`";
        Some(Diagnostic::new(Code::C003, span, message).help(help).related(event.span, "the event"))
    })
}

/// By the clock where both are moments, else by calendar days, each in its own zone.
fn is_later(event: &Date, brief: &Date) -> bool {
    if event.moment().is_some() && brief.moment().is_some() {
        return event.earliest > brief.latest;
    }
    match (event.first_day(), brief.last_day()) {
        (Some(event), Some(brief)) => event > brief,
        _ => false,
    }
}

fn brought_up_to_date(brief: &Brief, event: &Date) -> bool {
    let after =
        |change: &Change| change.on.last_day().zip(event.first_day()).is_some_and(|(on, day)| on >= day);
    brief.changes.iter().any(after)
}

/// Where the brief reports the event; none where its text alone links to it.
fn reported_at(site: &Site, brief: &BriefEntry, index: EventIdx, event: &EventEntry) -> Option<Span> {
    let listed = brief.data.events.iter().find_map(|one| match one {
        RefOrInline::Ref(name) if name.text == event.id => Some(name.span),
        RefOrInline::Ref(name) => {
            let folded = fold_name(&name.text);
            event.data.title.iter().any(|(_, title)| fold_name(title) == folded).then_some(name.span)
        }
        RefOrInline::Inline(_) => None,
    });
    let claims = || brief.links.claims.iter().map(|claim| &site.claims[claim.at()]);
    let in_claim =
        || claims().filter(|one| one.event == Some(index)).find_map(|one| one.claim.event.as_ref());
    listed.or_else(|| in_claim().map(|name| name.span))
}
