//! Plain front matter, read at a glance: lines of `key: value` whose values are words, quoted words or lists of them
//! on one line.
//!
//! Most front matter is nothing else, and the library takes a sixth of a whole build for it. Whatever is not plainly of
//! this form is left to the library; what is read here is read as it would (a property test holds the two together).

use super::tree::{Entry, Node, Value};
use crate::text::{FileId, Span};

/// More values than this are the library's to count.
const MOST_VALUES: usize = 10_000;

/// Reads `text`, which stands in `file` from byte `offset` on; none where it is not all of the plain form.
pub(super) fn parse(text: &str, file: FileId, offset: usize) -> Option<Node> {
    let mut quick = Quick { text, file, offset, values: 0 };
    let mut entries: Vec<Entry> = Vec::with_capacity(8);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.strip_suffix('\n').unwrap_or(line);
        if !content.is_empty() {
            let entry = quick.entry(content, at)?;
            if entries.iter().any(|known| known.key == entry.key) {
                return None;
            }
            entries.push(entry);
        }
        at += line.len();
    }
    let first = entries.first()?.key_span.start as usize;
    let span = Span::new(file, first, first);
    Some(Node { span, value: Value::Map(entries) })
}

struct Quick<'a> {
    text: &'a str,
    file: FileId,
    offset: usize,
    values: usize,
}

impl Quick<'_> {
    /// `key: value`, which begins at `at`.
    fn entry(&mut self, line: &str, at: usize) -> Option<Entry> {
        let length = line.bytes().position(|byte| !is_key(byte))?;
        let key = &line[..length];
        let rest = line[length..].strip_prefix(": ")?;
        if length == 0 || is_loaded(key) {
            return None;
        }
        let from = at + length + 2;
        let value = match rest.strip_prefix('[') {
            Some(list) => self.list(list.strip_suffix(']')?, from)?,
            None => self.scalar(from, rest, is_in_block)?,
        };
        Some(Entry { key: key.to_owned(), key_span: self.span(at, length), value })
    }

    /// The items of a list whose `[` stands at `at`.
    fn list(&mut self, inner: &str, at: usize) -> Option<Node> {
        let mut items = Vec::new();
        let mut from = at + 1;
        let mut rest = inner;
        while !rest.is_empty() {
            let (item, behind) = match rest.split_once(", ") {
                Some((item, behind)) if !behind.is_empty() => (item, behind),
                Some(_) => return None,
                None => (rest, ""),
            };
            items.push(self.scalar(from, item, is_in_list)?);
            from += item.len() + 2;
            rest = behind;
        }
        Some(Node { span: self.span(at, 1), value: Value::List(items) })
    }

    /// A word or several, bare or in double quotes, at `at`; `is_bare` says which characters need no quotes.
    fn scalar(&mut self, at: usize, written: &str, is_bare: fn(char) -> bool) -> Option<Node> {
        self.values += 1;
        let value = match written.strip_prefix('"') {
            Some(quoted) => {
                let inner = quoted.strip_suffix('"').filter(|inner| inner.chars().all(is_in_quotes))?;
                Value::Text(inner.to_owned())
            }
            None if is_number(written) => Value::Plain(written.to_owned()),
            None if is_text(written) && written.chars().all(is_bare) => Value::Text(written.to_owned()),
            None => return None,
        };
        (self.values <= MOST_VALUES).then_some(Node { span: self.span(at, written.len()), value })
    }

    fn span(&self, at: usize, length: usize) -> Span {
        debug_assert!(at + length <= self.text.len(), "a span is within the text");
        Span::new(self.file, self.offset + at, self.offset + at + length)
    }
}

fn is_key(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')
}

/// True for bare words that are surely text: they begin with a letter, or are a day, a month or two of them with a slash
/// between; they end in no space, have no colon where a key would, and are no word that some YAML takes for something else.
fn is_text(bare: &str) -> bool {
    let begins = bare.chars().next().is_some_and(char::is_alphabetic) || bare.split('/').all(is_date);
    begins && !bare.ends_with([' ', ':']) && !bare.contains(": ") && !is_loaded(bare)
}

/// A number without signs that versions of YAML read differently: `12`, `-1.10`, but not `007`, `1e3` or `1_000`.
fn is_number(bare: &str) -> bool {
    let is_digits =
        |part: &str| (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let positive = bare.strip_prefix('-').unwrap_or(bare);
    let (whole, part) =
        positive.split_once('.').map_or((positive, None), |(whole, part)| (whole, Some(part)));
    is_digits(whole) && (whole == "0" || !whole.starts_with('0')) && part.is_none_or(is_digits)
}

/// `2024-10` or `2024-10-28`.
fn is_date(bare: &str) -> bool {
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = bare.split('-');
    let [year, month, day, rest] = [parts.next(), parts.next(), parts.next(), parts.next()];
    let has = |part: Option<&str>, length| part.is_some_and(|part| part.len() == length && is_digits(part));
    has(year, 4) && has(month, 2) && (day.is_none() || has(day, 2)) && rest.is_none()
}

/// Booleans, nulls and numbers in words, of this version of YAML or an older one.
fn is_loaded(word: &str) -> bool {
    const LOADED: [&str; 12] =
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity"];
    word.len() <= 8 && LOADED.iter().any(|loaded| word.eq_ignore_ascii_case(loaded))
}

fn is_in_block(c: char) -> bool {
    matches!(c, ':' | ',' | '\'' | '?' | '=' | '&' | '%' | '+' | '~' | ';') || is_in_list(c)
}

fn is_in_list(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, ' ' | '-' | '_' | '.' | '(' | ')' | '/')
        || (!c.is_ascii() && c.is_alphanumeric())
}

fn is_in_quotes(c: char) -> bool {
    is_in_block(c) || matches!(c, '!' | '–' | '—' | '’' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use super::super::tree::slow;
    use super::*;
    use crate::diagnostics::Reported;
    use proptest::prelude::*;

    fn library(text: &str) -> Option<Node> {
        let Reported { value, diagnostics } = slow(text, FileId(3), 40);
        value.filter(|_| diagnostics.is_empty())
    }

    fn quick(text: &str) -> Option<Node> {
        parse(text, FileId(3), 40)
    }

    #[test]
    fn plain_front_matter_is_read_as_the_library_reads_it() {
        let plain = "title: \"Seoul: the calls\"\ndate: 2024-10-28\nactors: [nis, \"Mark Rutte\"]\ntags: []\n\nkind: person";
        assert!(quick(plain).is_some());
        assert_eq!(quick(plain), library(plain));
        let numbers = "lat: 61.338\nlon: -132.6267\nyear: 2024\nzero: 0\nkept: 1.10\nurl: https://a.example/b?c=d&e=%20~f\ndate: 2020-11-28/2020-12-13";
        assert!(quick(numbers).is_some());
        assert_eq!(quick(numbers), library(numbers));
        let korean = "name: 조태용\ntitle: Ще не вмерла, України\nend: x\n";
        assert!(quick(korean).is_some());
        assert_eq!(quick(korean), library(korean));
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_library() {
        let cases = [
            "a: yes",
            "a: 007",
            "a: 1e3",
            "a: 0x1F",
            "a: 1_000",
            "a: .5",
            "a: b:",
            "a: ~",
            "a:",
            "a: b: c",
            "a: b # c",
            "a: b\n  c",
            "a:\n  - b",
            "a: [b, [c]]",
            "a: [b,\n c]",
            "a: [b, ]",
            "a: {b: c}",
            "a: &b c",
            "a: *b",
            "a: |\n  b",
            "a: \"b\\n\"",
            "a: \"b\" c",
            "a: 'b'",
            "a: b\r\nc: d",
            "a: b\na: c",
            "- a",
            "# a\nb: c",
            "",
            "a: \t",
            "a: b ",
            "a: \"",
            "a: [b",
        ];
        for case in cases {
            assert_eq!(quick(case), None, "{case:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn whatever_is_read_quickly_is_read_the_same(
            lines in prop::collection::vec(("[a-z_]{1,4}", ": ?", r#"("?[a-zA-Z0-9 ,.'\-:#?&=%~+;/]{0,9}"?|-?[0-9]{0,3}\.?[0-9]{0,3}|[0-9]{4}-[0-9]{2}/[0-9-]{4,7}|\[("?[a-z0-9 .:'é가-]{0,5}"?,? ?){0,4}\]|[0-9-]{1,10}|[0-9.e+_]{1,6}|true|Null|~|\[\])"#), 0..5),
            end in "\n?",
        ) {
            let text: String = lines.iter().map(|(key, colon, value)| format!("{key}{colon}{value}\n")).collect();
            let text = text.strip_suffix('\n').unwrap_or(&text).to_owned() + &end;
            if let Some(node) = quick(&text) {
                prop_assert_eq!(Some(node), library(&text), "{:?}", text);
            }
        }
    }
}
