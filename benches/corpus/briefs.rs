//! Briefs: who, what and from where, and a text with all that such texts have.

use super::Corpus;
use super::chance::Chance;
use super::claims::{Claims, Drawn};
use super::day::Day;
use super::folder::{Folder, list, text};
use super::prose::{Prose, slug};
use super::records::{Named, Records};
use std::io;

/// Words that headings, lists, tables and notes of a text have together, about: the rest is paragraphs.
const FIXED: usize = 265;

/// Writes the briefs of the corpus.
///
/// # Errors
/// The disk's.
pub fn write(corpus: Corpus, records: &Records, prose: &Prose, folder: &mut Folder) -> io::Result<()> {
    // Claims have a stream of their own: the rest is the same with and without them.
    let mut chance = Chance::new(2);
    let mut claims = corpus.claims.then(|| Claims::new(corpus.briefs, prose));
    for at in 0..corpus.briefs {
        let (title, day) = (prose.title(&mut chance), Day::any(&mut chance));
        let laws = &records.drawn;
        let actors = laws.actors.some(chance.within(3..=8), &mut chance);
        let events = laws.events.some(chance.within(1..=3), &mut chance);
        let sources = laws.sources.some(chance.within(2..=6), &mut chance);
        let tags = laws.tags.some(2, &mut chance);
        let mut keys = vec![
            text("title", &title),
            format!("date: {}", day.text()),
            text("summary", &(prose.title(&mut chance) + ".")),
            list("actors", actors.iter().map(|at| &records.actors[*at].id)),
            list("events", events.iter().map(|at| &records.events[*at])),
            list("sources", sources.iter().map(|at| &records.sources[*at])),
            list("tags", tags.iter().map(|at| &records.tags[*at])),
        ];
        let marked = claims.as_mut().map(|claims| {
            let drawn = Drawn { brief: at, day, actors: &actors, events: &events, sources: &sources };
            keys.extend(claims.of(drawn, records, prose));
            claims.mark()
        });
        let actors: Vec<&Named> = actors.iter().map(|at| &records.actors[*at]).collect();
        let body = body(&actors, marked, prose, &mut chance);
        folder.write("briefs", &format!("{}-b{at}", slug(&title)), &keys, &body)?;
    }
    Ok(())
}

/// 300 to 700 words; the claim that is marked, if any, stands in the first paragraph.
fn body(actors: &[&Named], marked: Option<String>, prose: &Prose, chance: &mut Chance) -> String {
    let words = chance.within(300..=700) - FIXED;
    let part = |share: f64| (words as f64 * share) as usize;
    let link = |actor: &Named| format!("[{}](/actors/{}/)", actor.name, actor.id);
    let two_notes = chance.happens(0.7);
    let mut blocks: Vec<String> = Vec::new();

    let said = prose.title(chance);
    let said = marked.map_or(said.clone(), |claim| format!("[{said}]{{claim={claim}}}"));
    let first = prose.text(part(0.2), chance);
    blocks.push(format!("{first} According to {}, {said}.[^1]", link(actors[0])));
    blocks.push(format!("## {}", prose.title(chance)));
    let mut second = prose.text(part(0.25), chance);
    if two_notes {
        second += &format!(" {} [^2].", prose.title(chance));
    }
    blocks.push(second);
    let points: Vec<_> = (0..3).map(|_| format!("- {}", prose.text(9, chance))).collect();
    blocks.push(points.join("\n"));
    blocks.push(format!("> {}\n> — {}", prose.text(16, chance), link(actors[1])));
    blocks.push(format!("### {}", prose.title(chance)));
    blocks.push(prose.text(part(0.25), chance));
    let mut table = "| Actor | Assessment | Score |\n|---|---|---:|".to_owned();
    for actor in &actors[..3] {
        table += &format!("\n| {} | {} | {} |", link(actor), prose.title(chance), chance.within(1..=99));
    }
    blocks.push(table);
    blocks.push(format!("## {}", prose.title(chance)));
    blocks.push(prose.text(part(0.3), chance));
    let steps: Vec<_> =
        ["1. ", "2. ", "   - ", "   - "].map(|mark| mark.to_owned() + &prose.text(8, chance)).into();
    blocks.push(steps.join("\n"));
    let notes = 1..=if two_notes { 2 } else { 1 };
    let notes: Vec<_> = notes.map(|note| format!("[^{note}]: {}", prose.text(10, chance))).collect();
    blocks.push(notes.join("\n"));
    blocks.join("\n\n") + "\n"
}
