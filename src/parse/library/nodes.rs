//! What libraries in JSON and in YAML are read with: fields of maps, lists, words.

use super::entry::Written;
use crate::yaml::{Node, Value};

/// The value of a key; none where there is no such key, or no map.
pub(super) fn field<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|entry| entry.key == name).map(|entry| &entry.value)
}

/// The items of a list; what is none is a list of itself.
pub(super) fn list(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// The words of a text or number without the spaces around them; none where there are no words.
pub(super) fn word(node: &Node) -> Option<String> {
    let (Value::Text(text) | Value::Plain(text)) = &node.value else { return None };
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The same with the place where they stand.
pub(super) fn written(node: &Node) -> Option<Written> {
    Some(Written { text: word(node)?, span: node.span })
}

/// A DOI as an address: with or without its resolver or its scheme before it.
pub(super) fn doi(written: Written) -> Written {
    let text = written.text.trim();
    let bare = text.find("10.").map_or(text, |at| &text[at..]);
    Written { text: format!("doi:{bare}"), span: written.span }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    fn node(text: &str) -> Node {
        crate::yaml::parse_library(text, FileId(0), 0).into_value(&mut Vec::new()).expect("YAML")
    }

    #[test]
    fn a_field_is_found_in_a_map_alone() {
        let map = node("{a: 1, b: {a: 2}}");
        assert_eq!(field(&map, "a").and_then(word).as_deref(), Some("1"));
        assert!(field(&map, "c").is_none());
        assert!(field(&node("[a]"), "a").is_none());
    }

    #[test]
    fn one_thing_is_a_list_of_itself() {
        let words = |text: &str| list(&node(text)).iter().filter_map(word).collect::<Vec<_>>();
        assert_eq!(words("[a, b]"), ["a", "b"]);
        assert_eq!(words("a"), ["a"]);
    }

    #[test]
    fn words_are_trimmed_and_an_empty_text_is_none() {
        assert_eq!(word(&node("' a b '")).as_deref(), Some("a b"));
        assert_eq!(word(&node("2024")).as_deref(), Some("2024"));
        assert_eq!(word(&node("' '")), None);
        assert_eq!(word(&node("[a]")), None);
        assert_eq!(written(&node("  a")).map(|it| it.span.start), Some(2));
    }

    #[test]
    fn a_doi_is_an_address_with_or_without_its_resolver() {
        for text in ["10.1000/1", "doi:10.1000/1", "https://doi.org/10.1000/1"] {
            assert_eq!(
                written(&node(text)).map(doi).map(|it| it.text).as_deref(),
                Some("doi:10.1000/1"),
                "{text}"
            );
        }
    }
}
