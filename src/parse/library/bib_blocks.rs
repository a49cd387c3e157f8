//! Where in a `.bib` each entry begins and ends, told before any is read, so that one that is broken costs no other.
//!
//! An entry ends where its braces close. Once one was found whose braces do not, every `@word{` at the beginning of a
//! line begins a new entry, whatever is open; so the time it takes stays in proportion to the file.

use std::ops::Range;

/// A block: `@word{…}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block<'a> {
    /// The word behind the `@`, in lower case.
    pub word: String,
    /// From the `@` to behind the closing brace, or as far as it goes where that is missing.
    pub text: &'a str,
    /// The byte of the `@`.
    pub at: usize,
    /// Whether its braces close.
    pub closed: bool,
    /// How deep its braces go.
    pub depth: usize,
}

/// The blocks of a file, one after the other.
pub(super) struct Blocks<'a> {
    text: &'a str,
    at: usize,
    /// Whether a block was broken, so that lines are trusted more than braces.
    by_lines: bool,
}

impl<'a> Blocks<'a> {
    pub fn new(text: &'a str, from: usize) -> Self {
        Self { text, at: from, by_lines: false }
    }

    /// Goes back to the first `@word{` at the beginning of a line within a block that could not be read: the block may
    /// have swallowed those behind it.
    pub fn again_within(&mut self, block: &Block<'_>) {
        let end = block.at + block.text.len();
        if let Some(next) = at_line_start(self.text, block.at + 1..end) {
            self.at = next;
            self.by_lines = true;
        }
    }

    fn block(&mut self, at: usize, word: &str, open: usize) -> Block<'a> {
        let mut limit = self.text.len();
        if self.by_lines {
            limit = at_line_start(self.text, open..limit).unwrap_or(limit);
        }
        let (mut end, mut closed, depth) = balanced(self.text, open..limit);
        if !closed && !self.by_lines {
            self.by_lines = true;
            end = at_line_start(self.text, open..limit).unwrap_or(limit);
        }
        closed &= end <= limit;
        Block { word: word.to_ascii_lowercase(), text: &self.text[at..end], at, closed, depth }
    }
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Block<'a>;

    fn next(&mut self) -> Option<Block<'a>> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            match bytes[self.at] {
                b'%' => self.at = self.text[self.at..].find('\n').map_or(bytes.len(), |end| self.at + end),
                b'@' => {
                    let at = self.at;
                    if let Some((word, open)) = head(self.text, at) {
                        let block = self.block(at, word, open);
                        self.at = at + block.text.len();
                        return Some(block);
                    }
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
        None
    }
}

/// The word of `@word{` at this place and the byte of its brace; BibTeX takes a round one too.
fn head(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text[at..].strip_prefix('@')?;
    let end =
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).filter(|end| *end > 0)?;
    let behind = rest[end..].trim_start();
    behind.starts_with(['{', '(']).then(|| (&rest[..end], text.len() - behind.len()))
}

/// The first `@word{` at the beginning of a line in the range, white space before it apart.
fn at_line_start(text: &str, range: Range<usize>) -> Option<usize> {
    let mut at = range.start;
    while let Some(next) = text[at..range.end].find('\n') {
        at += next + 1;
        let line = &text[at..range.end];
        let sign = at + line.len() - line.trim_start_matches([' ', '\t']).len();
        if head(text, sign).is_some_and(|(_, open)| open < range.end) {
            return Some(sign);
        }
    }
    None
}

/// The end of the block whose brace opens the range, whether it is there, and the depth. A sign behind a backslash counts for nothing.
fn balanced(text: &str, range: Range<usize>) -> (usize, bool, usize) {
    let bytes = &text.as_bytes()[range.clone()];
    let round = bytes.first() == Some(&b'(');
    let (mut depth, mut deepest, mut at) = (0_usize, 0_usize, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'{' => depth += 1,
            b'(' if at == 0 => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b')' if round && depth == 1 => depth = 0,
            _ => {}
        }
        deepest = deepest.max(depth);
        at += 1;
        if depth == 0 {
            return (range.start + at, true, deepest);
        }
    }
    (range.end, false, deepest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(String, bool)> {
        Blocks::new(text, 0).map(|block| (block.text.to_owned(), block.closed)).collect()
    }

    #[test]
    fn braces_within_and_behind_backslashes_are_counted_right() {
        let text = "junk @a{k, t = {x {y} \\} \\{}} mail me@b.org\n% @c{no}\n@D (z, t = 1)";
        let found = blocks(text);
        assert_eq!(found[0], ("@a{k, t = {x {y} \\} \\{}}".to_owned(), true));
        assert_eq!(found[1], ("@D (z, t = 1)".to_owned(), true));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn an_open_brace_ends_where_the_next_line_begins_an_entry() {
        let found = blocks("@a{k, t = {x}\n @b{l, t = {y}}\n@c{m, t = {z}\n");
        assert_eq!(found[0], ("@a{k, t = {x}\n ".to_owned(), false));
        assert_eq!(found[1], ("@b{l, t = {y}}".to_owned(), true));
        assert!(!found[2].1);
    }

    #[test]
    fn very_many_open_braces_take_no_time() {
        let text = "@a{k, t = {x}\n".repeat(200_000);
        let from = std::time::Instant::now();
        assert_eq!(Blocks::new(&text, 0).count(), 200_000);
        assert!(from.elapsed().as_secs() < 5);
    }
}
