//! A record's text as a reader reads it: the HTML's words without markup, notes included, with what is marked as a claim.

use crate::model::{Body, Flow, Slot, SlotKind};
use crate::resolve::{ActorIdx, AnyIdx, BodyTargets, ClaimIdx, Target};
use std::ops::Range;

/// What parts one block from the next.
const BLOCK_END: char = '\u{2029}';

/// Elements that stand within a line.
const INLINE: [&str; 9] = ["a", "abbr", "code", "del", "em", "img", "span", "strong", "sup"];

/// The words of a body.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// Text without markup, citations and figures; blocks end with U+2029.
    pub text: String,
    /// Where words are marked as a claim, in order.
    pub marked: Vec<Range<usize>>,
    /// Where code stands, in order.
    pub code: Vec<Range<usize>>,
    /// Where actors are linked, in order.
    pub actors: Vec<(Range<usize>, ActorIdx)>,
    /// The claims that words are marked as; those that lead nowhere are left out.
    pub claims: Vec<ClaimIdx>,
}

impl Prose {
    /// The words of `body`, whose slots lead to `targets`.
    pub fn of(body: &Body, targets: &BodyTargets) -> Self {
        let mut prose = Self { text: String::with_capacity(body.flow.html.len()), ..Self::default() };
        prose.add(&body.flow, &targets.flow);
        for (note, targets) in body.notes.iter().zip(&targets.notes) {
            prose.end_block();
            prose.add(&note.flow, targets);
        }
        prose
    }

    fn add(&mut self, flow: &Flow, targets: &[Target]) {
        let html = flow.html.as_str();
        let mut slots = flow.slots.iter().zip(targets).peekable();
        let mut open = None;
        let mut code = None;
        let mut at = 0;
        while at < html.len() {
            // A slot in a tag, an address, has been passed over with the tag.
            while slots.next_if(|(slot, _)| (slot.start as usize) < at).is_some() {}
            if let Some((slot, target)) = slots.next_if(|(slot, _)| slot.start as usize == at) {
                self.slot(slot, target, &mut open);
                at = (slot.end as usize).max(at);
                continue;
            }
            let next = slots.peek().map_or(html.len(), |(slot, _)| (slot.start as usize).min(html.len()));
            let rest = &html[at..];
            at += match rest.as_bytes()[0] {
                b'<' => self.tag(rest, &mut code),
                b'&' => self.entity(rest),
                _ => {
                    let end = rest[..next - at].find(['<', '&']).unwrap_or(next - at);
                    self.text.push_str(&rest[..end]);
                    end
                }
            };
        }
    }

    fn slot(&mut self, slot: &Slot, target: &Target, open: &mut Option<usize>) {
        match &slot.kind {
            SlotKind::Link { target: id, label, .. } => {
                let from = self.text.len();
                self.text.push_str(label.as_deref().unwrap_or(id));
                if let Target::Record(AnyIdx::Actor(actor)) = target {
                    self.actors.push((from..self.text.len(), *actor));
                }
            }
            SlotKind::Words(words) => self.text.push_str(words),
            SlotKind::ClaimOpen(_) => {
                *open = Some(self.text.len());
                if let Target::Claim(claim) = target {
                    self.claims.push(*claim);
                }
            }
            SlotKind::ClaimClose(_) => self.marked.extend(open.take().map(|from| from..self.text.len())),
            SlotKind::Cite(_) | SlotKind::Note(_) | SlotKind::Address(_) | SlotKind::Picture(_) => {}
            SlotKind::Figure { .. } => self.end_block(),
        }
    }

    /// Passes over the tag that `rest` begins with; gives its length.
    fn tag(&mut self, rest: &str, code: &mut Option<usize>) -> usize {
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let name = rest[1..end].trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        if name == "code" {
            match code.take() {
                Some(from) if rest.starts_with("</") => self.code.push(from..self.text.len()),
                open => *code = Some(open.unwrap_or(self.text.len())),
            }
        }
        if !INLINE.contains(&name) {
            self.end_block();
        }
        end
    }

    /// Writes the character reference that `rest` begins with; gives its length.
    fn entity(&mut self, rest: &str) -> usize {
        let known = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"')];
        let found = known.into_iter().find(|(entity, _)| rest.starts_with(entity));
        let (length, character) = found.map_or((1, '&'), |(entity, character)| (entity.len(), character));
        self.text.push(character);
        length
    }

    fn end_block(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(BLOCK_END) {
            self.text.push(BLOCK_END);
        }
    }

    /// True where all of `range` is marked as a claim.
    pub fn is_marked(&self, range: &Range<usize>) -> bool {
        self.marked.iter().any(|mark| mark.start <= range.start && range.end <= mark.end)
    }

    /// True where `range` begins within code.
    pub fn is_code(&self, range: &Range<usize>) -> bool {
        self.code.iter().any(|code| code.contains(&range.start))
    }

    /// The sentences, without the words that are marked as claims.
    pub fn own_sentences(&self) -> Vec<String> {
        let mut own = String::with_capacity(self.text.len());
        let mut from = 0;
        for mark in &self.marked {
            own.push_str(&self.text[from..mark.start.max(from)]);
            from = mark.end.max(from);
        }
        own.push_str(&self.text[from..]);
        let ends = |c: char| matches!(c, '.' | '?' | '!' | BLOCK_END);
        let mut sentences = Vec::new();
        let mut start = 0;
        for (at, end) in own.match_indices(ends) {
            let next = at + end.len();
            // The point of a number or of an abbreviation ends nothing.
            let goes_on = end == "." && own[next..].starts_with(|c: char| !c.is_whitespace());
            if !goes_on {
                sentences.push(own[start..next].split_whitespace().collect::<Vec<_>>().join(" "));
                start = next;
            }
        }
        sentences.push(own[start..].split_whitespace().collect::<Vec<_>>().join(" "));
        sentences
    }

    /// The sentence around `range`, white space folded.
    pub fn sentence(&self, range: &Range<usize>) -> String {
        let (before, after) = (&self.text[..range.start], &self.text[range.end..]);
        let start = [". ", "? ", "! ", ".\n", "\u{2029}"]
            .into_iter()
            .filter_map(|end| before.rfind(end).map(|at| at + end.len()))
            .max();
        let end = [". ", "? ", "! ", ".\n", "\u{2029}"]
            .into_iter()
            .filter_map(|end| after.find(end).map(|at| if end == "\u{2029}" { at } else { at + 1 }))
            .min();
        let whole = start.unwrap_or(0)..end.map_or(self.text.len(), |end| range.end + end);
        let words: Vec<&str> = self.text[whole].split_whitespace().collect();
        words.join(" ").trim_end_matches(BLOCK_END).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::{Origin, render};
    use crate::text::FileId;
    use proptest::prelude::*;

    fn prose(markdown: &str) -> Prose {
        let body = render(markdown, Origin { file: FileId(0), offset: 0 }).value;
        let nothing = |flow: &Flow| vec![Target::Nothing; flow.slots.len()];
        let notes = body.notes.iter().map(|note| nothing(&note.flow)).collect();
        let targets = BodyTargets { flow: nothing(&body.flow), notes, figures: Vec::new() };
        Prose::of(&body, &targets)
    }

    #[test]
    fn markup_citations_and_addresses_are_no_words() {
        let prose = prose(
            "# Head\n\nA *b* & [c](other.md \"t\") <d> [[e|f g]] [@h, p. 1].[^n]\n\n- [i]{claim=j}\n\n[^n]: k\n",
        );
        assert_eq!(prose.text.replace(BLOCK_END, "|"), "Head|\n|A b & c <d> f g .|\n|\n|i|\n|\n|k|\n");
        assert_eq!(prose.marked.len(), 1);
        assert_eq!(&prose.text[prose.marked[0].clone()], "i");
    }

    proptest! {
        #[test]
        fn any_text_has_words_numbers_and_sentences(text in r"(\PC|[ \n\[\]@^{}=.,&<>|*#0-9-]){0,80}") {
            let prose = prose(&text);
            for (range, _) in super::super::numbers::numbers(&prose.text) {
                prop_assert!(prose.sentence(&range).contains(char::is_numeric));
                prose.is_marked(&range);
            }
        }
    }
}
