//! The inside of `[@key, locator; @key]`: Pandoc's citations without prefixes.

use crate::model::CiteItem;
use crate::text::Span;
use crate::text::escape;
use std::ops::Range;

/// The items of `text`, which begins with `@`; none where any item has no key or is an address
/// (`@name@host`), for then it is not a citation at all. `span_of` places a range of `text`.
pub(super) fn parse(text: &str, span_of: impl Fn(Range<usize>) -> Span) -> Option<Vec<CiteItem>> {
    let mut items = Vec::new();
    for item in split(text) {
        let written = text[item.clone()].strip_prefix('@')?;
        let (key, locator) = written.split_once(',').map_or((written, ""), |(key, rest)| (key, rest.trim()));
        if key.starts_with(char::is_whitespace) || key.contains([';', '@']) {
            return None;
        }
        let key = key.trim_end();
        let clean = escape::legal(key);
        if clean.trim().is_empty() {
            return None;
        }
        let start = item.start + 1;
        items.push(CiteItem {
            key: clean.into_owned(),
            locator: (!locator.is_empty()).then(|| escape::legal(locator).into_owned()),
            span: span_of(start..start + key.len()),
        });
    }
    Some(items)
}

/// The ranges of the items: a semicolon parts two where an `@` follows it, else it is the locator's.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut start = 0;
    for (semicolon, _) in text.match_indices(';') {
        let rest = text[semicolon + 1..].trim_start();
        if rest.starts_with('@') {
            items.push(start..semicolon);
            start = text.len() - rest.len();
        }
    }
    items.push(start..text.len());
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    type Item = (String, Option<String>, Range<usize>);

    fn items(text: &str) -> Option<Vec<Item>> {
        let items = parse(text, |key| Span::new(FileId(0), key.start, key.end))?;
        Some(items.into_iter().map(|item| (item.key, item.locator, item.span.range())).collect())
    }

    #[test]
    fn keys_and_locators_are_told_apart() {
        let two = items("@a, p. 3; n. 4;  @The Korea Herald , para. 1, 2").expect("a citation");
        assert_eq!(two[0], ("a".into(), Some("p. 3; n. 4".into()), 1..2));
        assert_eq!(two[1], ("The Korea Herald".into(), Some("para. 1, 2".into()), 18..34));
        assert_eq!(items("@a,").expect("a citation")[0].1, None);
    }

    #[test]
    fn what_has_no_key_is_no_citation() {
        for text in ["@", "@\u{1}", "@ a", "@a; @", "@, p. 3", "@a; b", "@user@host.org", "@a;@;@b"] {
            assert_eq!(items(text), None, "{text}");
        }
    }
}
