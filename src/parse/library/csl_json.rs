//! CSL-JSON: what Zotero and its kin export, and what Pandoc reads.

use super::entry::{Entry, Written};
use super::json::Source;
use super::nodes::{doi, field, list, word, written};
use super::{dates, plain};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{SourceType, Writer};
use crate::text::Span;
use crate::yaml::{Node, Reading, Value};

/// Every item of the list.
pub(super) fn entries(text: &str, from: usize, reading: &mut Reading) -> Vec<Entry> {
    let source = Source { text, file: reading.file };
    if !text[from..].trim_start().starts_with('[') {
        let at = text.len() - text[from..].trim_start().len();
        let length = text[at..].chars().next().map_or(0, char::len_utf8);
        let message = "a library in CSL-JSON is a list of items, and this is none";
        let help = "export it as CSL JSON; other JSON belongs into another folder than `sources`";
        reading.report(
            Diagnostic::new(Code::P026, Span::new(reading.file, at, at + length), message).help(help),
        );
        return Vec::new();
    }
    match source.items(from) {
        Ok(items) => items.into_iter().filter_map(|item| entry(&source.node(item), reading)).collect(),
        Err(error) => {
            let words = error.to_string();
            let words = words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words);
            let message = format!("the JSON cannot be read: {words}");
            let help = "no entry of this library is read until it is mended; export it anew";
            reading.report(Diagnostic::new(Code::P026, source.place(from, &error), message).help(help));
            Vec::new()
        }
    }
}

fn entry(item: &Node, reading: &mut Reading) -> Option<Entry> {
    let Value::Map(_) = &item.value else {
        let message = "an item of a library is an object with its fields";
        reading.report(Diagnostic::new(Code::P026, item.span, message));
        return None;
    };
    // Zotero's own `id` is an address of its database; the key that people cite by stands beside it.
    let keys: Vec<&Node> = ["citation-key", "id"].iter().filter_map(|name| field(item, name)).collect();
    let names: Vec<String> = keys.iter().filter_map(|node| word(node)).collect();
    if names.is_empty() {
        let message = "the item has no `id`, so nothing can cite it";
        let span = Span::new(item.span.file, item.span.start as usize, item.span.start as usize + 1);
        reading.report(Diagnostic::new(Code::P026, span, message).help("give it an `id`"));
        return None;
    }
    let mut entry = Entry::new(names, keys.first().map_or(item.span, |node| node.span));
    let text = |name| field(item, name).and_then(word);
    entry.keys.dedup();
    entry.title = text("title").map(|title| plain::without_html(&title));
    entry.addresses.extend(field(item, "URL").and_then(written));
    entry.addresses.extend(field(item, "DOI").and_then(written).map(doi));
    if let Some(node) = field(item, "author") {
        entry.author_span = node.span;
        entry.writers = list(node).iter().filter_map(name).collect();
    }
    let publishers = ["publisher", "container-title"].into_iter();
    entry.publisher = publishers
        .filter_map(|name| field(item, name))
        .find_map(written)
        .map(|name| Written { text: plain::without_html(&name.text), span: name.span });
    entry.published = field(item, "issued").and_then(date);
    entry.accessed = field(item, "accessed").and_then(date);
    entry.kind = text("type").and_then(|kind| of_type(&kind));
    entry.language = text("language");
    entry.archive = field(item, "archive_location").and_then(written);
    Some(entry)
}

fn name(node: &Node) -> Option<Writer> {
    if let Some(literal) = field(node, "literal").and_then(word).or_else(|| word(node)) {
        return plain::writer(&literal, "");
    }
    let part = |name| field(node, name).and_then(word).unwrap_or_default();
    let joined = |parts: [String; 2]| parts.join(" ");
    let family = joined([part("non-dropping-particle"), part("family")]);
    let given = joined([part("given"), part("dropping-particle")]);
    let suffix = part("suffix");
    let family = if suffix.is_empty() { family } else { format!("{family} {suffix}") };
    plain::writer(&family, &given)
}

/// `date-parts`, one or two of them, or text.
fn date(node: &Node) -> Option<Written> {
    let as_text = |name| field(node, name).and_then(word);
    let number = |node: &Node| word(node).and_then(|text| text.parse::<i64>().ok());
    let circa = as_text("circa").is_some_and(|circa| !matches!(circa.as_str(), "false" | "0"));
    let season = field(node, "season").and_then(number);
    let parts = field(node, "date-parts").map_or(&[][..], list);
    let ends: Vec<String> = parts
        .iter()
        .take(2)
        .filter_map(|part| {
            let numbers: Vec<i64> = list(part).iter().map_while(number).collect();
            dates::of_parts(&numbers, season, circa)
        })
        .collect();
    let text = if ends.is_empty() {
        as_text("raw").or_else(|| as_text("literal")).or_else(|| word(node))
    } else {
        Some(ends.join("/"))
    };
    Some(Written { text: text?, span: node.span })
}

/// The nearest of our list; none where nothing is near.
fn of_type(name: &str) -> Option<SourceType> {
    Some(match name {
        "article" | "article-journal" | "article-magazine" | "article-newspaper" | "paper-conference"
        | "chapter" | "entry" | "entry-dictionary" | "entry-encyclopedia" | "post-weblog" | "review"
        | "review-book" => SourceType::Article,
        "report" => SourceType::Report,
        "dataset" => SourceType::Dataset,
        "interview" => SourceType::Interview,
        "post" => SourceType::SocialPost,
        "broadcast" => SourceType::Broadcast,
        "motion_picture" => SourceType::Video,
        "graphic" | "map" => SourceType::Imagery,
        "webpage" | "book" | "bill" | "legislation" | "legal_case" | "regulation" | "treaty" | "hearing"
        | "thesis" | "manuscript" | "pamphlet" | "document" | "standard" | "patent" | "speech" => {
            SourceType::Document
        }
        _ => return None,
    })
}
