//! Actors, events, sources and places: what briefs name.

use super::chance::Chance;
use super::day::Day;
use super::folder::{Folder, list, text};
use super::prose::{Prose, slug};
use super::zipf::Zipf;
use std::collections::BTreeMap;
use std::io;

/// Persons are as many as two of the other kinds.
const ACTORS: [&str; 5] = ["person", "person", "organization", "state", "armed-unit"];
const PUBLISHERS: [&str; 3] = ["Times", "Agency", "Wire"];
const PLACES: [&str; 8] = ["Port", "Ridge", "Valley", "Crossing", "Harbor", "Fields", "Gate", "Falls"];
/// Words in the text of an actor or event.
const TEXT: usize = 80;

/// A record that is not written yet.
struct Draft {
    id: String,
    keys: Vec<String>,
    text: String,
}

/// An actor as texts link to it.
pub struct Named {
    /// The file's name without its ending.
    pub id: String,
    /// As readers see it.
    pub name: String,
}

/// All records but briefs, and how often each is drawn.
pub struct Records {
    /// By rank: the first is named most often.
    pub actors: Vec<Named>,
    /// Ids, by rank.
    pub events: Vec<String>,
    /// Ids, by rank.
    pub sources: Vec<String>,
    /// By rank.
    pub tags: Vec<String>,
    /// The laws by which they are drawn.
    pub drawn: Laws,
    drafts: [(&'static str, Vec<Draft>); 4],
}

/// A law for each kind.
pub struct Laws {
    pub actors: Zipf,
    pub events: Zipf,
    pub sources: Zipf,
    pub tags: Zipf,
}

impl Records {
    /// For so many briefs.
    pub fn new(briefs: usize, prose: &Prose, chance: &mut Chance) -> Self {
        let counts = [(briefs / 5).max(8), (briefs / 2).max(4), briefs.max(8), 40 + briefs / 100];
        let [actor_count, event_count, source_count, tag_count] = counts;
        let drawn = Laws {
            actors: Zipf::new(actor_count, 1.0),
            events: Zipf::new(event_count, 0.8),
            sources: Zipf::new(source_count, 0.8),
            tags: Zipf::new(tag_count, 1.0),
        };
        let tags = (0..tag_count).map(|at| format!("{}-{at}", prose.word(chance))).collect();
        let mut actors: Vec<Named> = Vec::with_capacity(actor_count);
        let mut actor_drafts = Vec::with_capacity(actor_count);
        for at in 0..actor_count {
            let (named, draft) = actor(at, &actors, prose, chance);
            actors.push(named);
            actor_drafts.push(draft);
        }
        let source_drafts: Vec<_> = (0..source_count).map(|at| source(at, prose, chance)).collect();
        let sources: Vec<_> = source_drafts.iter().map(|draft| draft.id.clone()).collect();
        let mut places = BTreeMap::new();
        let mut event_drafts = Vec::with_capacity(event_count);
        for at in 0..event_count {
            let place = place(prose, chance);
            let by = drawn.actors.some(chance.within(2..=5), chance);
            let cited = drawn.sources.some(chance.within(1..=3), chance);
            let names = [
                format!("place: {}", place.id),
                list("actors", by.iter().map(|at| &actors[*at].id)),
                list("sources", cited.iter().map(|at| &sources[*at])),
            ];
            event_drafts.push(event(at, names, prose, chance));
            places.entry(place.id.clone()).or_insert(place);
        }
        let events = event_drafts.iter().map(|draft| draft.id.clone()).collect();
        let places = places.into_values().collect();
        let drafts = [
            ("actors", actor_drafts),
            ("events", event_drafts),
            ("places", places),
            ("sources", source_drafts),
        ];
        Self { actors, events, sources, tags, drawn, drafts }
    }

    /// Writes them all.
    ///
    /// # Errors
    /// The disk's.
    pub fn write(&self, folder: &mut Folder) -> io::Result<()> {
        for (kind, drafts) in &self.drafts {
            for draft in drafts {
                folder.write(kind, &draft.id, &draft.keys, &draft.text)?;
            }
        }
        Ok(())
    }
}

fn actor(at: usize, others: &[Named], prose: &Prose, chance: &mut Chance) -> (Named, Draft) {
    let kind = chance.one(&ACTORS);
    let words = if kind == "person" { 2 } else { 3 };
    let words: Vec<String> = (0..words).map(|_| prose.name(chance)).collect();
    let name = words.join(" ");
    let aliases = 0..chance.within(0..=3);
    let aliases: Vec<_> = aliases.map(|_| format!("\"{} {}\"", prose.name(chance), words[0])).collect();
    let mut keys = vec![text("name", &name), format!("kind: {kind}"), list("aliases", aliases.iter())];
    if chance.happens(0.4) && at > 0 {
        keys.push(format!("member_of: {}", others[chance.below(at)].id));
    }
    let id = format!("{}-a{at}", slug(&name));
    let text = prose.text(TEXT, chance) + "\n";
    (Named { id: id.clone(), name }, Draft { id, keys, text })
}

fn source(at: usize, prose: &Prose, chance: &mut Chance) -> Draft {
    let (title, published) = (prose.title(chance), Day::any(chance));
    let keys = vec![
        text("title", &title),
        text("publisher", &format!("{} {}", prose.name(chance), chance.one(&PUBLISHERS))),
        format!("url: https://news{}.example.com/{}/{at}", at % 97, published.year()),
        format!("published: {}", published.text()),
        format!("accessed: {}", published.later(chance.within(0..=9)).text()),
        format!("reliability: {}", chance.one(&["A", "B", "C", "D", "E", "F"])),
    ];
    Draft { id: format!("s{at}-{}", slug(&title)), keys, text: String::new() }
}

/// One of few thousand, so that larger sites have events at the same places.
fn place(prose: &Prose, chance: &mut Chance) -> Draft {
    let name = format!("{} {}", prose.name(chance), chance.one(&PLACES));
    let keys = vec![
        text("name", &name),
        format!("lat: {:.4}", chance.between(-60.0, 70.0)),
        format!("lon: {:.4}", chance.between(-180.0, 180.0)),
    ];
    Draft { id: slug(&name), keys, text: String::new() }
}

fn event(at: usize, names: [String; 3], prose: &Prose, chance: &mut Chance) -> Draft {
    let (title, day) = (prose.title(chance), Day::any(chance));
    let mut date = format!("date: {}", day.text());
    if chance.happens(0.3) {
        date += &format!("/{}", day.later(chance.within(1..=20)).text());
    }
    let mut keys = vec![text("title", &title), date];
    keys.extend(names);
    Draft { id: format!("e{at}-{}", slug(&title)), keys, text: prose.text(TEXT, chance) + "\n" }
}
