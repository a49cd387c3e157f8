//! CSV (RFC 4180): UTF-8, CR LF, quotes where they are needed, and nothing that a spreadsheet would run.

use std::borrow::Cow;
use std::fmt::Write;

/// Signs that make a spreadsheet take a cell for a formula when they stand first in it (OWASP, *CSV Injection*).
const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing is known.
    Empty,
    /// A number: never a formula, so it is left as it is.
    Number(f64),
    /// Text, guarded against being taken for a formula.
    Text(Cow<'a, str>),
}

impl From<Option<f64>> for Cell<'_> {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, Self::from)
    }
}

/// Adds a line.
pub(super) fn line(csv: &mut String, cells: &[Cell<'_>]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        match cell {
            Cell::Empty => {}
            Cell::Number(number) => {
                let _ = write!(csv, "{number}");
            }
            Cell::Text(text) => quoted(csv, &guarded(text)),
        }
    }
    csv.push_str("\r\n");
}

/// Text with an apostrophe before it where it begins like a formula. One that only begins with apostrophes before
/// such a sign gets one more, so that taking one off always gives back what was written.
fn guarded(text: &str) -> Cow<'_, str> {
    // Nearly all cells begin with a letter or figure, which is neither.
    if text.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return Cow::Borrowed(text);
    }
    if text.trim_start_matches('\'').starts_with(DANGEROUS) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn quoted(csv: &mut String, text: &str) {
    // Bytes, for none of these signs is part of another letter; and all of them, for then many are looked at at once.
    let special = |found, byte: u8| found | matches!(byte, b',' | b'"' | b'\r' | b'\n' | b';');
    let at_an_end = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    if !at_an_end && !text.bytes().fold(false, special) {
        csv.push_str(text);
        return;
    }
    csv.push('"');
    for (at, part) in text.split('"').enumerate() {
        if at > 0 {
            csv.push_str("\"\"");
        }
        csv.push_str(part);
    }
    csv.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Cell, guarded, line};
    use proptest::prelude::*;

    fn written(cells: &[&str]) -> String {
        let cells: Vec<Cell<'_>> = cells.iter().map(|text| Cell::from(*text)).collect();
        let mut csv = String::new();
        line(&mut csv, &cells);
        csv
    }

    #[test]
    fn commas_quotes_and_line_ends_stand_in_quotes() {
        assert_eq!(
            written(&["a,b", "said \"no\"", "two\nlines", "plain"]),
            "\"a,b\",\"said \"\"no\"\"\",\"two\nlines\",plain\r\n"
        );
    }

    #[test]
    fn any_script_is_left_as_it_is() {
        assert_eq!(written(&["윤석열 대통령", "Путин", "😀"]), "윤석열 대통령,Путин,😀\r\n");
    }

    #[test]
    fn a_cell_that_would_be_a_formula_gets_an_apostrophe() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "'=1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        assert_eq!(written(&["=1,2", "@x"]), "\"'=1,2\",'@x\r\n");
        for text in ["a=1", "1-2", "'tis", "", "<b>"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn numbers_are_never_guarded_and_nothing_is_an_empty_cell() {
        let mut csv = String::new();
        line(&mut csv, &[Cell::Number(-3000.0), Cell::Empty, Cell::Number(1.5)]);
        assert_eq!(csv, "-3000,,1.5\r\n");
    }

    /// Reads one line back, as RFC 4180 says.
    fn read(csv: &str) -> Vec<String> {
        let (mut cells, mut cell, mut inside) = (Vec::new(), String::new(), false);
        let mut signs = csv.strip_suffix("\r\n").expect("a line end").chars().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                '"' if inside && signs.peek() == Some(&'"') => cell.extend(signs.next()),
                '"' => inside = !inside,
                ',' if !inside => cells.push(std::mem::take(&mut cell)),
                other => cell.push(other),
            }
        }
        cells.push(cell);
        cells
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_read_back(texts in proptest::collection::vec("[=@'\"a,;\\r\\n가 -]{0,6}", 1..4)) {
            let refs: Vec<&str> = texts.iter().map(String::as_str).collect();
            let back = read(&written(&refs));
            let unguarded = |cell: String| match cell.strip_prefix('\'') {
                Some(rest) if rest.trim_start_matches('\'').starts_with(super::DANGEROUS) => rest.to_owned(),
                _ => cell,
            };
            prop_assert_eq!(back.into_iter().map(unguarded).collect::<Vec<_>>(), texts);
        }
    }
}
