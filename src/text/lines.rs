//! Byte offsets to lines and columns.

/// A place as people count it: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
}

/// The starts of a text's lines, found once and then searched.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Indexes `text`. Lines end at `\n`; a `\r` before it belongs to the line.
    pub fn new(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect() }
    }

    /// The line and column of the byte at `offset`; past the end it gives the end.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_boundary(text, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let column = text[start..offset].chars().filter(|c| *c != '\u{feff}').count() + 1;
        Position { line, column }
    }

    /// The byte offset of a line and column counted as in [`Position`], bounded by the text.
    pub fn offset(&self, text: &str, at: Position) -> usize {
        let Some(start) = self.starts.get(at.line.saturating_sub(1)) else { return text.len() };
        let rest = &text[*start..];
        rest.char_indices().nth(at.column.saturating_sub(1)).map_or(text.len(), |(byte, _)| start + byte)
    }
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "title: 윤석열\ndate: x";
        let index = LineIndex::new(text);
        let at = text.find('열').expect("the text holds it");
        assert_eq!(index.position(text, at), Position { line: 1, column: 10 });
        assert_eq!(index.position(text, text.len()), Position { line: 2, column: 8 });
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let text = "\u{feff}---";
        assert_eq!(LineIndex::new(text).position(text, 3), Position { line: 1, column: 1 });
    }
}
