//! An actor's keys.

use super::citation;
use super::parts::span_of;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Actor, ActorKind, Data, Localized, Membership, Name, NameSort, Position, Relation, Term};
use crate::text::Span;
use crate::yaml::{Fields, Node, Reading, Value};

pub(super) fn read(fields: &mut Fields<'_>, reading: &mut Reading) -> (Data, Span) {
    let name_node = reading.required(fields, "name", "an actor has a name");
    let name = name_node.and_then(|node| reading.localized(node));
    let mut names = reading.each(fields, "names", self::name);
    names.extend(reading.each(fields, "aliases", self::name));
    let actor = Actor {
        name: name.unwrap_or_else(|| Localized::plain("Unnamed")),
        kind: reading.maybe(fields, "kind", Reading::word).unwrap_or(ActorKind::Other),
        names,
        positions: reading.each(fields, "positions", position),
        member_of: reading.each(fields, "member_of", membership),
        country: reading.each(fields, "country", Reading::country),
        identifiers: fields.take("identifiers").map(|node| identifiers(reading, node)).unwrap_or_default(),
        same_as: reading.each(fields, "same_as", Reading::url),
        not_same_as: reading.each(fields, "not_same_as", Reading::reference),
        merged_into: reading.maybe(fields, "merged_into", Reading::reference),
        relations: reading.each(fields, "relations", relation),
        reliability: reading.maybe(fields, "reliability", Reading::word),
    };
    (Data::Actor(Box::new(actor)), span_of(name_node, fields))
}

/// A name, or `{text, lang, script, type}`.
pub(super) fn name(reading: &mut Reading, node: &Node) -> Option<Name> {
    if !matches!(node.value, Value::Map(_)) {
        let text = reading.text(node)?;
        return Some(Name { text, span: node.span, lang: None, script: None, sort: NameSort::Alias });
    }
    let mut fields = reading.fields(node, "a name")?;
    let text_node = reading.required(&mut fields, "text", "write `{text: 윤석열, lang: ko}`");
    let text = text_node.and_then(|node| reading.text(node));
    let lang = reading.maybe(&mut fields, "lang", Reading::language);
    let script = reading.maybe(&mut fields, "script", script);
    let sort = reading.maybe(&mut fields, "type", Reading::word).unwrap_or(NameSort::Alias);
    fields.finish("a name", &mut reading.diagnostics);
    Some(Name { text: text?, span: text_node.map_or(node.span, |node| node.span), lang, script, sort })
}

/// An ISO 15924 code (P009).
fn script(reading: &mut Reading, node: &Node) -> Option<String> {
    let text = reading.text(node)?;
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Some(text);
    }
    let message = format!("`{text}` is not a script");
    reading.report(
        Diagnostic::new(Code::P009, node.span, message).help("write ISO 15924: `Hang`, `Cyrl`, `Latn`"),
    );
    None
}

/// A title, or `{title, org, from, to}`.
fn position(reading: &mut Reading, node: &Node) -> Option<Position> {
    if !matches!(node.value, Value::Map(_)) {
        let title = reading.text(node)?;
        return Some(Position { title, org: None, term: Term { from: None, to: None } });
    }
    let mut fields = reading.fields(node, "an office")?;
    let title = reading.required(
        &mut fields,
        "title",
        "write `{title: Secretary General, org: nato, from: 2024-10-01}`",
    );
    let title = title.and_then(|node| reading.text(node));
    let org = reading.maybe(&mut fields, "org", Reading::reference);
    let term = reading.term(&mut fields, "from", "to");
    fields.finish("an office", &mut reading.diagnostics);
    Some(Position { title: title?, org, term })
}

/// A reference, or `{actor, from, to}`.
fn membership(reading: &mut Reading, node: &Node) -> Option<Membership> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Membership { actor: reading.reference(node)?, term: Term { from: None, to: None } });
    }
    let mut fields = reading.fields(node, "a membership")?;
    let actor = reading.required(&mut fields, "actor", "write `{actor: nato, from: 2024}`");
    let actor = actor.and_then(|node| reading.reference(node));
    let term = reading.term(&mut fields, "from", "to");
    fields.finish("a membership", &mut reading.diagnostics);
    Some(Membership { actor: actor?, term })
}

/// `{type, to, from_date, to_date, label, sources}`.
fn relation(reading: &mut Reading, node: &Node) -> Option<Relation> {
    let mut fields = reading.fields(node, "a relation")?;
    let kind = reading.required(&mut fields, "type", "say what ties them: `type: supplies`");
    let kind = kind.and_then(|node| reading.word(node));
    let to = reading.required(&mut fields, "to", "say to whom");
    let to = to.and_then(|node| reading.reference(node));
    let term = reading.term(&mut fields, "from_date", "to_date");
    let label = reading.maybe(&mut fields, "label", Reading::text);
    let sources = fields.take("sources").map(|node| citation::list(node, reading)).unwrap_or_default();
    fields.finish("a relation", &mut reading.diagnostics);
    Some(Relation { kind: kind?, to: to?, term, label, sources })
}

fn identifiers(reading: &mut Reading, node: &Node) -> Vec<(String, String)> {
    let Value::Map(entries) = &node.value else {
        reading.wrong_type(node, "a map of identifiers (`wikidata: Q…`)");
        return Vec::new();
    };
    entries.iter().filter_map(|entry| Some((entry.key.clone(), reading.text(&entry.value)?))).collect()
}
