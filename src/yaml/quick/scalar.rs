//! Words, bare or quoted, and the characters they may be of.

use super::super::tree::{Node, Value};
use super::{LONGEST_KEY, Quick};

/// A byte that a bare word may hold outside of brackets.
pub(super) const BLOCK: u8 = 1;
/// The same within them.
pub(super) const FLOW: u8 = 2;
/// A byte of a key.
const KEY: u8 = 4;
/// A byte that can be seen, or a space.
const PRINTED: u8 = 8;
/// A byte that means something beside a space.
const MARK: u8 = 16;

/// What each byte may stand in; none of those that are not ASCII.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        classes[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' => KEY | BLOCK | FLOW | PRINTED,
            b':' => BLOCK | FLOW | PRINTED | MARK,
            b'#' => BLOCK | PRINTED | MARK,
            b' ' | b'.' | b'(' | b')' | b'/' | b'\'' | b'+' | b'~' | b'?' | b'=' | b'&' | b'%' | b';'
            | b'!' => BLOCK | FLOW | PRINTED,
            b',' | b'"' | b'$' | b'@' => BLOCK | PRINTED,
            _ => PRINTED,
        };
        byte += 1;
    }
    classes
};

impl Quick<'_> {
    /// A word or several from `at` to `end`, of bytes of `class`.
    pub(super) fn bare(&mut self, at: usize, end: usize, class: u8) -> Option<Node> {
        let written = self.text.get(at..end)?;
        let value = if is_number(written) || matches!(written, "true" | "false") {
            Value::Plain(written.to_owned())
        } else if is_text(written, class) {
            Value::Text(written.to_owned())
        } else {
            return None;
        };
        self.node(at, end - at, value)
    }

    /// Words in quotes, which begin at `at` and end not behind `end`, and where they do.
    pub(super) fn quoted(&mut self, at: usize, end: usize) -> Option<(Node, usize)> {
        let quote = self.text.as_bytes()[at];
        let rest = &self.text[at + 1..end];
        let stops = |byte: u8| byte == quote || (byte == b'\\' && quote == b'"');
        let length = rest.bytes().position(stops)?;
        let inner = &rest[..length];
        let behind = at + length + 2;
        // A quote twice is a quote, and what a backslash means is for the library to say.
        let ends = rest.as_bytes()[length] == quote && !rest[length + 1..].starts_with(char::from(quote));
        let node = self.node(at, length + 2, Value::Text(inner.to_owned()))?;
        (ends && is_printable(inner)).then_some((node, behind))
    }
}

/// The length of the key before a colon, where there is one with a space or nothing behind it.
pub(super) fn key_length(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let length = bytes.iter().position(|byte| CLASSES[usize::from(*byte)] & KEY == 0)?;
    let ends = matches!(&bytes[length..], [b':'] | [b':', b' ', ..]);
    let begins = bytes[0].is_ascii_alphabetic() || bytes[0] == b'_';
    (ends && begins && length <= LONGEST_KEY && !is_one_of(&LOADED, &line[..length])).then_some(length)
}

/// True where all characters are of `class`, and whether any of them is a [`MARK`].
fn classes_of(text: &str, class: u8) -> (bool, bool) {
    let class_of = |byte: u8| CLASSES[usize::from(byte)];
    let (all, any) =
        text.bytes().fold((class, 0), |(all, any), byte| (all & class_of(byte), any | class_of(byte)));
    let letters = || {
        let is_of_class =
            |c: char| if c.is_ascii() { class_of(c as u8) & class != 0 } else { is_letter_or_point(c) };
        text.chars().all(is_of_class)
    };
    (all != 0 || (!text.is_ascii() && letters()), any & MARK != 0)
}

/// True where there is nothing but letters, digits and signs that no reader of YAML takes for anything else.
pub(super) fn is_printable(text: &str) -> bool {
    classes_of(text, PRINTED).0
}

fn is_letter_or_point(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{2010}'..='\u{2027}' | '\u{a1}'..='\u{ff}')
}

/// True for bare words of bytes of `class` that are surely text: they begin with a letter, or as a date does, or are several and begin with
/// a digit; they end in no space, have no colon or hash where a key or a comment would, and are no word that some YAML
/// takes for something else.
fn is_text(bare: &str, class: u8) -> bool {
    let begins = match bare.as_bytes() {
        [b'a'..=b'z' | b'A'..=b'Z', ..] => true,
        [b'0'..=b'9', rest @ ..] => is_as_a_date(bare) || rest.contains(&b' '),
        _ => bare.starts_with(char::is_alphabetic),
    };
    let (are_of_class, has_mark) = classes_of(bare, class);
    begins
        && are_of_class
        && !bare.ends_with([' ', ':'])
        && !(has_mark && (bare.contains(": ") || bare.contains(" #")))
        && !is_loaded(bare)
}

/// `2024-10` and whatever follows.
fn is_as_a_date(bare: &str) -> bool {
    let is_digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    bare.as_bytes()
        .split_at_checked(7)
        .is_some_and(|(month, _)| is_digits(&month[..4]) && month[4] == b'-' && is_digits(&month[5..]))
}

/// A number without signs that versions of YAML read differently: `12`, `-1.10`, but not `007`, `1e3` or `1_000`.
fn is_number(bare: &str) -> bool {
    if !bare.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        return false;
    }
    let is_digits =
        |part: &str| (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let positive = bare.strip_prefix('-').unwrap_or(bare);
    let (whole, part) =
        positive.split_once('.').map_or((positive, None), |(whole, part)| (whole, Some(part)));
    is_digits(whole) && (whole == "0" || !whole.starts_with('0')) && part.is_none_or(is_digits)
}

/// Booleans, nulls and numbers in words.
const LOADED: [&str; 6] = ["true", "false", "null", "nan", "inf", "infinity"];
/// Booleans of older versions of YAML. As keys (a day `on` which, a language `no`) they are words like any other.
const ONCE_LOADED: [&str; 6] = ["yes", "no", "on", "off", "y", "n"];

fn is_loaded(word: &str) -> bool {
    is_one_of(&LOADED, word) || is_one_of(&ONCE_LOADED, word)
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    word.len() <= 8 && words.iter().any(|known| word.eq_ignore_ascii_case(known))
}
