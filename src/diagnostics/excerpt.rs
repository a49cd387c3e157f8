//! The few lines of a file that a report shows.

use super::texts::bounded;
use crate::text::Span;
use std::ops::Range;

/// Bytes from a line's start to what is marked at most: such a line is not shown at all.
const FARTHEST: usize = 16_000;
/// Bytes shown of a line after what is marked.
const AFTER: usize = 300;
/// Bytes of the author's that are marked at most; of a longer span the first line is.
const LONGEST: usize = 2_000;
/// Lines that are marked at most.
const TALLEST: usize = 12;

/// A stretch of a text: whole lines, but that the end of a long one is cut.
pub(super) struct Excerpt {
    shown: String,
    start: usize,
}

impl Excerpt {
    /// True where one excerpt can show all these spans of one file.
    pub(super) fn fits(text: &str, spans: &mut dyn Iterator<Item = Span>) -> bool {
        let Some(Range { start, end }) = union(text, spans) else { return false };
        end - start <= LONGEST && text[start..end].matches('\n').count() < TALLEST
    }

    /// The lines with these spans, of which there is at least one and which fit together. None where
    /// they are too far from their line's start.
    pub(super) fn new(text: &str, mut spans: impl Iterator<Item = Span>) -> Option<Self> {
        let marked = union(text, &mut spans)?;
        let floor = bounded(text, 0..0).start;
        let from = text.floor_char_boundary(marked.start.saturating_sub(FARTHEST)).max(floor);
        let to = text.ceil_char_boundary(marked.end.saturating_add(AFTER));
        let start = match text[from..marked.start].rfind('\n') {
            Some(at) => from + at + 1,
            None if from == floor => floor,
            None => return None,
        };
        let shown = match text[marked.end..to].find('\n') {
            Some(at) => text[start..marked.end + at].trim_end_matches('\r').to_owned(),
            None if to == text.len() => text[start..].to_owned(),
            None => format!("{}…", &text[start..to]),
        };
        Some(Self { shown, start })
    }

    /// The byte of the text where the stretch starts.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Where a range of the text is in the excerpt; what is beyond it is left out.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| self.shown.floor_char_boundary(at.saturating_sub(self.start));
        place(range.start)..place(range.end)
    }

    /// The text to show.
    pub(super) fn into_text(self) -> String {
        self.shown
    }
}

/// From the first start to the last end; of a span too large, its first line.
fn union(text: &str, spans: &mut dyn Iterator<Item = Span>) -> Option<Range<usize>> {
    spans
        .map(|span| shortened(text, bounded(text, span.range())))
        .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
}

fn shortened(text: &str, range: Range<usize>) -> Range<usize> {
    let marked = &text[range.clone()];
    let head = &marked[..marked.floor_char_boundary(LONGEST)];
    if head.len() == marked.len() && head.matches('\n').count() < TALLEST {
        return range;
    }
    let line = head.find('\n').unwrap_or(head.len());
    range.start..range.start + line
}
