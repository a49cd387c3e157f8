//! Three claims for each brief: two that answer open questions, and an estimate.

use super::chance::Chance;
use super::day::Day;
use super::prose::Prose;
use super::records::Records;
use super::zipf::Zipf;

/// Kinds of figures that are compared with one another.
const KINDS: [&str; 4] = ["planned", "arrived", "present", "killed"];
const QUALIFIERS: [&str; 4] = ["about", "at-least", "up-to", "more-than"];
const STANCES: [&str; 4] = ["confirm", "deny", "no-comment", "unclear"];
/// The share of claims that a later one replaces.
const REPLACED: f64 = 0.05;

/// Claims are drawn with a stream of their own.
pub struct Claims {
    chance: Chance,
    /// As open questions, and as what is counted.
    topics: Vec<String>,
    law: Zipf,
    marked: String,
    briefs: usize,
}

/// What a brief is of.
pub struct Drawn<'a> {
    /// Its place among all.
    pub brief: usize,
    /// Its date.
    pub day: Day,
    /// Ranks of its actors.
    pub actors: &'a [usize],
    /// Ranks of its events.
    pub events: &'a [usize],
    /// Ranks of its sources.
    pub sources: &'a [usize],
}

impl Claims {
    /// For so many briefs: one topic for every ten of them.
    pub fn new(briefs: usize, prose: &Prose) -> Self {
        let mut chance = Chance::new(3);
        let count = (briefs / 10).max(4);
        let topics = (0..count).map(|_| prose.title(&mut chance)).collect();
        Self { chance, topics, law: Zipf::new(count, 0.8), marked: String::new(), briefs }
    }

    /// Keys of the brief's front matter.
    pub fn of(&mut self, drawn: Drawn, records: &Records, prose: &Prose) -> Vec<String> {
        let mut keys = vec!["claims:".to_owned()];
        for number in 1..=2 {
            keys.extend(self.claim(number, &drawn, records, prose));
        }
        keys.push("estimates:".to_owned());
        keys.extend(self.estimate(&drawn, records));
        self.marked = format!("b{}-c1", drawn.brief);
        keys
    }

    /// The claim of the last brief that its text marks.
    pub fn mark(&self) -> String {
        self.marked.clone()
    }

    fn claim(&mut self, number: usize, drawn: &Drawn, records: &Records, prose: &Prose) -> Vec<String> {
        let chance = &mut self.chance;
        let text = prose.title(chance);
        let by = |at: usize| &records.actors[drawn.actors[at]].id;
        let mut lines = vec![
            format!("  - id: b{}-c{number}", drawn.brief),
            format!("    text: \"{text}.\""),
            format!("    by: {}", by(number - 1)),
            format!("    said_on: {}", drawn.day.text()),
            format!("    about: [{}]", by(2)),
            format!("    event: {}", records.events[drawn.events[0]]),
            format!("    question: \"Is it true of {}?\"", self.topics[self.law.one(chance)].to_lowercase()),
            format!("    stance: {}", chance.one(&STANCES)),
            format!("    sources: [{}]", records.sources[drawn.sources[number - 1]]),
            format!("    credibility: {}", chance.within(1..=6)),
        ];
        if chance.happens(0.3) {
            lines.push(format!("    via: [{}]", by(2)));
        }
        if chance.happens(REPLACED) && drawn.brief + 1 < self.briefs {
            let later = chance.within(drawn.brief + 1..=self.briefs - 1);
            lines.push(format!("    status: revised\n    superseded_by: b{later}-c{number}"));
        }
        lines
    }

    fn estimate(&mut self, drawn: &Drawn, records: &Records) -> [String; 9] {
        let chance = &mut self.chance;
        let topic = self.law.one(chance);
        let best = chance.within(1..=400) * 50;
        [
            format!("  - id: b{}-e1", drawn.brief),
            format!("    by: {}", records.actors[drawn.actors[1]].id),
            format!("    said_on: {}", drawn.day.text()),
            format!("    sources: [{}]", records.sources[drawn.sources[1]]),
            format!("    quantity: {}", super::prose::slug(&self.topics[topic])),
            format!("    kind: {}", chance.one(&KINDS)),
            format!("    value: {{low: {}, best: {best}, high: {}}}", best / 2, best * 2),
            format!("    qualifier: {}", chance.one(&QUALIFIERS)),
            format!("    as_of: {}", drawn.day.text()),
        ]
    }
}
