//! Text of several lines: `>` and `|`, with a hyphen or without.

use super::super::tree::{Node, Value};
use super::{Line, Quick, scalar};

impl Quick<'_> {
    /// The text that `>` or `|` at `place` announces: lines further from the left than `place.indent`, all equally far.
    pub(super) fn folded(&mut self, place: Line) -> Option<Node> {
        let (joint, keeps_break) = match &self.text[place.at..place.end] {
            ">" => (' ', true),
            ">-" => (' ', false),
            "|" => ('\n', true),
            "|-" => ('\n', false),
            _ => return None,
        };
        let mut text = String::new();
        let mut indent = None;
        let mut empty = 0;
        let mut at = place.end + 1;
        let mut words_at = None;
        let mut end = place.end;
        while let Some(rest) = self.text.get(at..).filter(|rest| !rest.is_empty()) {
            let length = rest.find('\n').unwrap_or(rest.len());
            let line = &rest[..length];
            let words = line.trim_start_matches(' ');
            let spaces = length - words.len();
            if line.is_empty() {
                empty += 1;
            } else if spaces <= place.indent {
                break;
            } else if spaces != *indent.get_or_insert(spaces)
                || words.is_empty()
                || length == rest.len()
                || words.ends_with(' ')
                || !scalar::is_printable(words)
                || (text.is_empty() && empty > 0)
            {
                return None;
            } else {
                if !text.is_empty() && (empty == 0 || joint == '\n') {
                    text.push(joint);
                }
                text.extend(std::iter::repeat_n('\n', empty));
                text.push_str(words);
                empty = 0;
                words_at.get_or_insert(at + spaces);
                end = at + length;
            }
            at += length + 1;
        }
        if keeps_break {
            text.push('\n');
        }
        self.go_to(at)?;
        let words_at = words_at?;
        self.node(words_at, end - words_at, Value::Text(text))
    }
}
