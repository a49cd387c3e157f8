//! C011: an office named where it was not held.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ActorUse, Date, Position};
use crate::resolve::{ActorEntry, EventEntry, Site};
use crate::text::fold_name;

/// Participants whose role is the title of an office they hold at some time, but not on the event's date.
pub(super) fn out_of_term(site: &Site) -> Vec<Diagnostic> {
    site.events.iter().flat_map(|event| in_event(site, event)).collect()
}

fn in_event<'a>(site: &'a Site, event: &'a EventEntry) -> impl Iterator<Item = Diagnostic> + 'a {
    let participants = event.data.participants.iter().zip(&event.links.participants);
    participants.filter_map(|(written, actor)| {
        let date = event.data.date.as_ref()?;
        wrong_office(written, &site.actors[actor.at()], date)
    })
}

fn wrong_office(written: &ActorUse, actor: &ActorEntry, date: &Date) -> Option<Diagnostic> {
    let role = written.event_role.as_ref()?;
    let folded = fold_name(role);
    let titled = |position: &&Position| fold_name(&position.title) == folded;
    let offices: Vec<&Position> = actor.data.positions.iter().filter(titled).collect();
    let first = offices.first()?;
    if offices.iter().any(|position| position.term.may_hold(date)) {
        return None;
    }
    let message = format!(
        "`{}` was not {role} on {}: the office is recorded {}",
        actor.id,
        date.written,
        term_in_words(first)
    );
    let help = "leave the role out: pages print the office held on the day; or correct the term or the date";
    Some(
        Diagnostic::new(Code::C011, written.actor.span, message)
            .help(help)
            .related(actor.span, "the actor, with its `positions`"),
    )
}

fn term_in_words(position: &Position) -> String {
    match (&position.term.from, &position.term.to) {
        (Some(from), Some(to)) => format!("from {} to {}", from.written, to.written),
        (Some(from), None) => format!("from {} on", from.written),
        (None, Some(to)) => format!("until {}", to.written),
        (None, None) => "without dates".to_owned(),
    }
}
