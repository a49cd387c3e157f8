//! C011: an office named where it was not held.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ActorUse, Date, Position};
use crate::resolve::{ActorEntry, EventEntry, Site};
use crate::text::{Span, fold_name};

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
    let office = candidates(actor, date).into_iter().find(|office| fold_name(&office.title) == folded)?;
    Some(not_held(actor, office, role, date, written.actor.span))
}

/// The offices of an actor that cannot have been held on `date`, under any of their terms; each title once.
pub(super) fn candidates<'a>(actor: &'a ActorEntry, date: &Date) -> Vec<&'a Position> {
    let mut offices: Vec<(String, &Position, bool)> = Vec::new();
    for position in &actor.data.positions {
        let (title, held) = (fold_name(&position.title), position.term.may_hold(date));
        match offices.iter_mut().find(|(known, ..)| *known == title) {
            Some((.., known)) => *known |= held,
            None => offices.push((title, position, held)),
        }
    }
    offices.into_iter().filter(|(.., held)| !held).map(|(_, office, _)| office).collect()
}

/// Says that `actor` did not hold `office`, called `title`, on `date`.
pub(super) fn not_held(
    actor: &ActorEntry,
    office: &Position,
    title: &str,
    date: &Date,
    span: Span,
) -> Diagnostic {
    let message = format!(
        "`{}` was not {title} on {}: the office is recorded {}",
        actor.id,
        date.written,
        term_in_words(office)
    );
    let help = "leave it out: pages print the office held on the day; or correct the term or the date";
    Diagnostic::new(Code::C011, span, message)
        .help(help)
        .related(actor.span, "the actor, with its `positions`")
}

fn term_in_words(position: &Position) -> String {
    match (&position.term.from, &position.term.to) {
        (Some(from), Some(to)) => format!("from {} to {}", from.written, to.written),
        (Some(from), None) => format!("from {} on", from.written),
        (None, Some(to)) => format!("until {}", to.written),
        (None, None) => "without dates".to_owned(),
    }
}
