//! A record's text with its slots filled.

use super::address::Addresses;
use super::figure::Sheets;
use super::picture;
use super::rows::short_source;
use super::shop::Names;
use super::since::{in_words, since, since_mark};
use super::view::{BodyView, HeadingView, NoteMark, NoteView};
use crate::model::{Body, CiteItem, Flow, Slot, SlotKind};
use crate::resolve::{AnyIdx, BodyTargets, ClaimIdx, SourceIdx, Target, marked_claims};
use crate::text::FileId;
use std::collections::HashMap;
use std::fmt::Write;

/// A body ready to print, and where it cites what.
#[derive(Debug, Default)]
pub struct Filled {
    /// For the template.
    pub view: BodyView,
    /// For each source the marks that cite it, in order.
    pub cited: HashMap<SourceIdx, Vec<NoteMark>>,
}

/// Fills `body`. `number_of` gives a source's number in the page's list of sources, from 1.
pub fn fill(
    body: &Body,
    targets: &BodyTargets,
    file: FileId,
    names: Names<'_>,
    addresses: &Addresses,
    number_of: &dyn Fn(SourceIdx) -> Option<usize>,
) -> Filled {
    if body.flow.html.is_empty() {
        return Filled::default();
    }
    let mut filler = Filler {
        body,
        targets,
        file,
        names,
        addresses,
        number_of,
        notes: Vec::new(),
        footnotes: vec![None; body.notes.len()],
        cited: HashMap::new(),
        marks: 0,
        figures: 0,
        sheets: Sheets::default(),
        in_note: false,
    };
    let html = filler.flow(&body.flow, &targets.flow, true);
    let Filler { notes, cited, sheets, .. } = filler;
    let headings = body.headings.iter();
    let headings =
        headings.map(|h| HeadingView { level: h.level, id: h.id.clone(), text: h.text.clone() }).collect();
    let view = BodyView {
        html,
        notes,
        headings,
        minutes: minutes(body.words),
        figures: sheets.charts,
        drawings: sheets.drawings,
    };
    Filled { view, cited }
}

/// Words a reader reads in a minute.
const PACE: u32 = 230;

fn minutes(words: u32) -> usize {
    if words == 0 { 0 } else { words.div_ceil(PACE) as usize }
}

/// U+2060: no line ends here.
const WORD_JOINER: char = '\u{2060}';

struct Filler<'a> {
    body: &'a Body,
    targets: &'a BodyTargets,
    file: FileId,
    names: Names<'a>,
    addresses: &'a Addresses,
    number_of: &'a dyn Fn(SourceIdx) -> Option<usize>,
    notes: Vec<NoteView>,
    /// For each footnote the place of its note, once it has one.
    footnotes: Vec<Option<usize>>,
    cited: HashMap<SourceIdx, Vec<NoteMark>>,
    marks: usize,
    /// Figures written so far.
    figures: usize,
    /// The sheets that what was written needs.
    sheets: Sheets,
    /// A figure in a note stays as it is written.
    in_note: bool,
}

impl<'a> Filler<'a> {
    /// `beside`: whether notes may stand beside their marks; not within a note, nor within a table.
    fn flow(&mut self, flow: &'a Flow, targets: &'a [Target], beside: bool) -> String {
        let mut html = String::with_capacity(flow.html.len() + flow.slots.len() * 120);
        let mut at = 0;
        let mut table = flow.html.contains("<table").then(Tables::default);
        let mut unlinked = false;
        for (slot, target) in flow.slots.iter().zip(targets) {
            let (start, end) = (slot.start as usize, slot.end as usize);
            let before = &flow.html[at..start];
            copy(before, &mut unlinked, &mut html);
            let in_table = table.as_mut().is_some_and(|table| table.pass(before));
            let fallback = &flow.html[start..end];
            if self.addresses.is_left_out(self.file, &slot.kind) && html.ends_with(LINK) {
                html.truncate(html.len() - LINK.len());
                at = flow.html[end..].find('>').map_or(end, |close| end + close + 1);
                unlinked = true;
                continue;
            }
            self.slot(slot, target, fallback, beside && !in_table, &mut html);
            at = end;
        }
        copy(&flow.html[at..], &mut unlinked, &mut html);
        html
    }

    fn slot(&mut self, slot: &'a Slot, target: &'a Target, fallback: &str, beside: bool, html: &mut String) {
        match (&slot.kind, target) {
            (SlotKind::Link { label, .. }, Target::Record(index)) => {
                self.link(*index, label.as_deref(), html)
            }
            // All that it cited came after the edition's day.
            (SlotKind::Cite(items), _) if items.is_empty() => html.truncate(html.trim_end_matches(' ').len()),
            (SlotKind::Cite(items), Target::Sources(sources)) => self.cite(items, sources, beside, html),
            (SlotKind::Words(words), _) => escape_into(words, html),
            (SlotKind::ClaimOpen(_), Target::Claim(index)) => html.push_str(claim_open(self.names, *index)),
            (SlotKind::ClaimClose(_), Target::Claim(index)) => self.claim_close(*index, html),
            (SlotKind::Note(index), _) => self.footnote(*index as usize, beside, html),
            (SlotKind::Address(address), _) => match self.addresses.href(self.names, self.file, address) {
                Some(href) => escape_into(&href, html),
                None => html.push_str(fallback),
            },
            (SlotKind::Picture(address), _) => {
                picture::source(self.names, self.addresses, (self.file, address), fallback, html);
            }
            (SlotKind::Figure { .. }, _) if !self.in_note => self.figure(fallback, html),
            _ => html.push_str(fallback),
        }
    }

    /// The next figure of the flow.
    fn figure(&mut self, fallback: &str, html: &mut String) {
        let at = self.figures;
        match (self.body.figures.get(at), self.targets.figures.get(at)) {
            (Some(query), Some(target)) => {
                self.figures += 1;
                let drawn = super::figure::write(self.names, query, *target, self.figures, html);
                self.sheets.charts |= drawn.charts;
                self.sheets.drawings |= drawn.drawings;
            }
            _ => html.push_str(fallback),
        }
    }

    /// The mark behind a claim's words: who said it, and what became of it.
    fn claim_close(&mut self, index: ClaimIdx, html: &mut String) {
        let names = self.names;
        let claim = &names.site.claims[index.at()];
        let mut who = names.speaker(index);
        if let Some(date) = &claim.claim.said_on {
            let _ = write!(who, ", {}", date.in_words(crate::model::Length::Full));
        }
        let since = since(names, index).filter(|since| self.tells(since.key, index));
        if let Some(since) = &since {
            let _ = write!(who, "; {}", in_words(since));
        }
        let href = names.claim_href(index);
        let _ = write!(html, "</span>{WORD_JOINER}<a class=\"claim-ref\" href=\"{href}\" title=\"");
        escape_into(&who, html);
        html.push_str("\"><span aria-hidden=\"true\">◆</span><span class=\"visually-hidden\">claim by ");
        escape_into(&who, html);
        html.push_str("</span></a>");
        if let Some(since) = since.filter(|_| claim.claim.figure.is_some()) {
            self.sheets.charts = true;
            since_mark(&since, html);
        }
    }

    /// A later figure is not told of where the text itself goes on to it.
    fn tells(&self, key: &str, index: ClaimIdx) -> bool {
        let later = match crate::figures::since(self.names.site, index) {
            Some(crate::figures::Since::Later(later)) if key == "later" => later,
            _ => return true,
        };
        !marked_claims(self.targets).any(|marked| marked == later)
    }

    fn link(&self, index: AnyIdx, label: Option<&str>, html: &mut String) {
        let link = self.names.link(index);
        let kind = index.kind().singular();
        let _ =
            write!(html, "<a class=\"record {kind}\" href=\"{}\"", link.href.as_deref().unwrap_or_default());
        match label {
            Some(label) => {
                html.push('>');
                escape_into(label, html);
            }
            None => {
                attributes(link.lang.as_deref(), link.dir, html);
                html.push('>');
                escape_into(&link.text, html);
            }
        }
        html.push_str("</a>");
    }

    /// The mark of a note: `<sup>` with its number, on the line of the word before it.
    fn mark(&mut self, number: usize, html: &mut String) -> NoteMark {
        self.marks += 1;
        html.truncate(html.trim_end_matches(' ').len());
        if !html.ends_with('>')
            || html.ends_with("</span>")
            || html.ends_with("</a>")
            || html.ends_with("</sup>")
        {
            html.push(WORD_JOINER);
        }
        let id = format!("note-ref-{}", self.marks);
        let _ =
            write!(html, "<sup class=\"note-ref\" id=\"{id}\"><a href=\"#note-{number}\">{number}</a></sup>");
        NoteMark { id, number }
    }

    fn cite(&mut self, items: &[CiteItem], sources: &[SourceIdx], beside: bool, html: &mut String) {
        let number = self.notes.len() + 1;
        let mark = self.mark(number, html);
        let mut text = String::new();
        for (item, source) in items.iter().zip(sources) {
            if !text.is_empty() {
                text.push_str("; ");
            }
            self.citation(*source, item.locator.as_deref(), &mut text);
            self.cited.entry(*source).or_default().push(mark.clone());
        }
        if beside {
            sidenote(number, &text, html);
        }
        self.notes.push(NoteView { number, html: text, beside, marks: vec![mark] });
    }

    fn citation(&self, source: SourceIdx, locator: Option<&str>, text: &mut String) {
        let href = match (self.number_of)(source) {
            Some(number) => format!("#source-{number}"),
            None => self.names.hrefs.record(self.names.site, AnyIdx::Source(source)),
        };
        let _ = write!(text, "<a class=\"record source\" href=\"{href}\">");
        escape_into(short_source(self.names, source), text);
        text.push_str("</a>");
        if let Some(locator) = locator {
            text.push_str(", ");
            escape_into(locator, text);
        }
    }

    fn footnote(&mut self, index: usize, beside: bool, html: &mut String) {
        if let Some(at) = self.footnotes[index] {
            let number = self.notes[at].number;
            let mark = self.mark(number, html);
            self.notes[at].marks.push(mark);
            return;
        }
        let (at, number) = (self.notes.len(), self.notes.len() + 1);
        self.footnotes[index] = Some(at);
        let mark = self.mark(number, html);
        self.notes.push(NoteView { number, html: String::new(), beside: false, marks: vec![mark] });
        let (note, targets) = (&self.body.notes[index], &self.targets.notes[index]);
        // Marks within a note are numbered once, in the list; the copy beside the text would repeat their ids.
        let plain =
            note.flow.slots.iter().all(|slot| !matches!(slot.kind, SlotKind::Cite(_) | SlotKind::Note(_)));
        self.in_note = true;
        let text = self.flow(&note.flow, targets, false);
        if let Some(words) = one_paragraph(&note.flow, &text).filter(|_| beside && plain) {
            sidenote(number, words, html);
            self.notes[at].beside = true;
        }
        self.in_note = false;
        self.notes[at].html = text;
    }
}

/// How a link begins whose address is a slot.
const LINK: &str = "<a href=\"";

/// Copies HTML; where a link's beginning was left out its end is too.
fn copy(from: &str, unlinked: &mut bool, html: &mut String) {
    match from.split_once("</a>") {
        Some((words, rest)) if *unlinked => {
            *unlinked = false;
            html.push_str(words);
            html.push_str(rest);
        }
        _ => html.push_str(from),
    }
}

/// Whether what is written stands within a table, where a note has no margin to stand in.
#[derive(Default)]
struct Tables {
    depth: usize,
}

impl Tables {
    fn pass(&mut self, html: &str) -> bool {
        self.depth += html.matches("<table").count();
        self.depth = self.depth.saturating_sub(html.matches("</table").count());
        self.depth > 0
    }
}

/// What was made of a flow without the tags of its paragraph, if that is all it holds: so it can stand inside another one.
/// Text is escaped, so each `<p>` in HTML is a tag.
fn one_paragraph<'a>(flow: &Flow, made: &'a str) -> Option<&'a str> {
    const OPEN: &str = "<p>";
    let one = flow.html.matches(OPEN).count() == 1;
    made.strip_prefix(OPEN)?.strip_suffix("</p>\n").filter(|_| one)
}

fn sidenote(number: usize, text: &str, html: &mut String) {
    let _ = write!(
        html,
        "<span class=\"sidenote\"><span class=\"sidenote-number\">{number}</span> {text}</span>"
    );
}

fn claim_open(names: Names<'_>, index: ClaimIdx) -> &'static str {
    let claim = &names.site.claims[index.at()];
    let stands = claim.claim.status == crate::model::ClaimStatus::Current && claim.superseded_by.is_none();
    if stands { "<span class=\"claim\">" } else { "<span class=\"claim claim-superseded\">" }
}

pub(super) fn attributes(lang: Option<&str>, dir: Option<&str>, html: &mut String) {
    if let Some(lang) = lang {
        let _ = write!(html, " lang=\"{lang}\"");
    }
    if let Some(dir) = dir {
        let _ = write!(html, " dir=\"{dir}\"");
    }
}

/// Appends `text` with the characters escaped that mean something in HTML, in text and attributes alike.
pub fn escape_into(text: &str, html: &mut String) {
    crate::text::escape::push_attribute(html, text);
}
