//! What one brief says otherwise than it did when it was published.

use super::manifest::{ActorItem, BriefItem, ChangeItem, ClaimItem, EventItem, Manifest};
use super::wording::{moved, quoted, reworded};
use super::{judgements, statements};
use crate::model::RecordKind;
use std::collections::HashMap;

/// What of a brief changed: where a report points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Its title, or what has no better place.
    Title,
    Date,
    /// The actor with this id.
    Actor(String),
    /// The event with this id.
    Event(String),
    /// The claim with this id, which may be gone.
    Claim(String),
    /// The assessment at this place in the list.
    Assessment(usize),
}

/// One difference: where, and in words.
pub(super) type Difference = (Part, String);

/// The lists of a manifest by their ids.
pub(super) struct Lookup<'a> {
    claims: HashMap<&'a str, &'a ClaimItem>,
    events: HashMap<&'a str, &'a EventItem>,
    actors: HashMap<&'a str, &'a ActorItem>,
}

impl<'a> Lookup<'a> {
    fn of(manifest: &'a Manifest) -> Self {
        Self {
            claims: manifest.claims.iter().map(|one| (one.id.as_str(), one)).collect(),
            events: manifest.events.iter().map(|one| (one.id.as_str(), one)).collect(),
            actors: manifest.actors.iter().map(|one| (one.id.as_str(), one)).collect(),
        }
    }

    pub fn claim(&self, id: &str) -> Option<&'a ClaimItem> {
        self.claims.get(id).copied()
    }

    /// The id where nothing is known of it.
    pub fn actor_name<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.actors.get(id).map_or(id, |actor| actor.name.as_str())
    }
}

/// Two manifests and where the ids of the older one lead now.
pub(super) struct Pair<'a> {
    pub old: Lookup<'a>,
    pub new: Lookup<'a>,
    former: HashMap<(RecordKind, String), String>,
}

impl<'a> Pair<'a> {
    /// `former` gives the ids that lead to others now.
    pub fn new(old: &'a Manifest, new: &'a Manifest, former: HashMap<(RecordKind, String), String>) -> Self {
        Self { old: Lookup::of(old), new: Lookup::of(new), former }
    }

    /// The id of today.
    pub fn now<'b>(&'b self, kind: RecordKind, id: &'b str) -> &'b str {
        self.former.get(&(kind, id.to_owned())).map_or(id, String::as_str)
    }

    /// Every difference of a brief, in the order in which a reader would meet them.
    pub fn differences(&self, old: &BriefItem, new: &BriefItem) -> Vec<Difference> {
        let mut told: Vec<Difference> = Vec::new();
        let title = [
            reworded("the title", Some(&old.title), Some(&new.title)),
            moved("the status", Some(&old.status), Some(&new.status)),
            reworded("the summary", old.summary.as_deref(), new.summary.as_deref()),
            moved("`info_cutoff`", old.info_cutoff.as_deref(), new.info_cutoff.as_deref()),
        ];
        let date = moved("the date", Some(&old.date), Some(&new.date));
        told.extend(date.map(|words| (Part::Date, words)));
        told.extend(title.into_iter().flatten().map(|words| (Part::Title, words)));
        self.actors(old, new, &mut told);
        self.events(old, new, &mut told);
        let claims = statements::compare(self, &old.claims, &new.claims);
        told.extend(claims.into_iter().map(|(id, words)| (Part::Claim(id), words)));
        let judged = judgements::compare(&old.assessments, &new.assessments);
        told.extend(judged.into_iter().map(|(at, words)| (at.map_or(Part::Title, Part::Assessment), words)));
        told.extend(rewritten(old, new).map(|words| (Part::Title, words)));
        told
    }

    fn actors(&self, old: &BriefItem, new: &BriefItem, told: &mut Vec<Difference>) {
        let now: HashMap<&str, _> = new.actors.iter().map(|one| (one.id.as_str(), one)).collect();
        let mut seen = HashMap::new();
        for was in &old.actors {
            let id = self.now(RecordKind::Actor, &was.id);
            let name = self.old.actor_name(&was.id);
            seen.insert(id, ());
            let Some(one) = now.get(id) else {
                told.push((Part::Title, format!("{} is no longer named", quoted(name))));
                continue;
            };
            let new_name = self.new.actor_name(id);
            let renamed = reworded(&format!("the name of `{id}`"), Some(name), Some(new_name));
            let office = format!("the office of {}", quoted(new_name));
            let office = moved(&office, was.office.as_deref(), one.office.as_deref());
            told.extend(renamed.into_iter().chain(office).map(|words| (Part::Actor(id.to_owned()), words)));
        }
        for one in new.actors.iter().filter(|one| !seen.contains_key(one.id.as_str())) {
            let words = format!("{} was not named", quoted(self.new.actor_name(&one.id)));
            told.push((Part::Actor(one.id.clone()), words));
        }
    }

    fn events(&self, old: &BriefItem, new: &BriefItem, told: &mut Vec<Difference>) {
        let before: Vec<&str> = old.events.iter().map(|id| self.now(RecordKind::Event, id)).collect();
        for (id, today) in old.events.iter().zip(&before) {
            let Some(was) = self.old.events.get(id.as_str()) else { continue };
            let Some(now) = self.new.events.get(today).filter(|_| new.events.iter().any(|one| one == today))
            else {
                told.push((Part::Title, format!("the event {} is no longer named", quoted(&was.title))));
                continue;
            };
            let of = |part: &str| format!("the {part} of the event `{today}`");
            let words = [
                reworded(&of("title"), Some(&was.title), Some(&now.title)),
                moved(&of("date"), was.date.as_deref(), now.date.as_deref()),
                moved(&of("status"), Some(&was.status), Some(&now.status)),
            ];
            told.extend(words.into_iter().flatten().map(|words| (Part::Event((*today).to_owned()), words)));
        }
        for id in new.events.iter().filter(|id| !before.contains(&id.as_str())) {
            let title = self.new.events.get(id.as_str()).map_or(id.as_str(), |event| event.title.as_str());
            told.push((Part::Event(id.clone()), format!("the event {} was not named", quoted(title))));
        }
    }
}

/// An entry under `changes` that is there no more as it was: corrections are not taken back in silence.
fn rewritten(old: &BriefItem, new: &BriefItem) -> Option<String> {
    let lost = old.changes.iter().find(|entry| !new.changes.contains(entry))?;
    Some(format!("the entry of {} under `changes`, {}, is gone or rewritten", lost.on, quoted(&lost.note)))
}

/// True where the brief has an entry under `changes` more than it had.
pub(super) fn is_announced(old: &[ChangeItem], new: &[ChangeItem]) -> bool {
    new.len() > old.len() && new.iter().any(|entry| !old.contains(entry))
}
