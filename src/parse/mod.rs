//! One file to one record: front matter by kind, Markdown to a body. A library of sources gives many.
//!
//! Takes a file's bytes; gives a [`Record`] with a span for whatever may be reported later. Pure, and
//! knows nothing of any other file: whether a name is known, a chain closed or a record withheld is for
//! `resolve` to say. A file with mistakes still gives a record, so that one mistake is reported once.

mod actor;
mod brief;
mod citation;
mod claim;
mod event;
mod figure;
mod front_matter;
pub mod kept;
mod library;
pub mod markdown;
mod page;
mod parts;
mod place;
mod shared_keys;
mod source;

pub use library::library;
pub use source::of_address as source_of_address;

use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::model::{Body, Common, Data, Record, RecordKind};
use crate::text::{FileId, Span, is_id, slugify};
use crate::yaml::{Fields, Node, Reading};
use std::sync::Arc;

/// Reads one file of `content/`: `path` is relative to the site's root and gives the id.
///
/// Errors: all codes `P…`.
pub fn parse(path: &str, kind: RecordKind, file: FileId, bytes: &[u8]) -> Reported<Record> {
    let mut reading = Reading::new(file);
    let id = id_of(path, &mut reading);
    let Ok(text) = std::str::from_utf8(bytes) else {
        let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), |_| 0);
        let message = format!("{path} is not UTF-8 text from byte {at} on");
        reading.report(Diagnostic::new(Code::P011, Span::whole_file(file), message).help("save it as UTF-8"));
        return reading.finish(placeholder(kind, id, file));
    };
    let parts = front_matter::split(text);
    let Some((front, front_at)) = parts.front else {
        reading.report(
            Diagnostic::new(
                Code::P001,
                Span::new(file, 0, first_line(text)),
                front_matter::missing(text, kind),
            )
            .help("a file begins with `---`, its keys, and `---` again, each on a line of its own"),
        );
        return reading.finish(placeholder(kind, id, file));
    };
    let node = crate::yaml::parse(front, file, front_at).into_value(&mut reading.diagnostics);
    let body = markdown::render(parts.body, markdown::Origin { file, offset: parts.body_at })
        .into_value(&mut reading.diagnostics);
    let body = Body { figures: figure::queries(&body, text, &mut reading), ..body };
    let Some(node) = node else {
        return reading.finish(placeholder(kind, id, file));
    };
    let record = record(kind, &node, Identity::File(id), body, &mut reading);
    reading.finish(record.unwrap_or_else(|| placeholder(kind, file_stem(path).to_owned(), file)))
}

/// Where a record's id comes from.
enum Identity {
    /// The file's name.
    File(String),
    /// The key `id:` of an inline map, or its title.
    Inline,
}

/// A record from a map of its keys; none where the node is no map.
fn record(
    kind: RecordKind,
    node: &Node,
    identity: Identity,
    body: Body,
    reading: &mut Reading,
) -> Option<Record> {
    let Some(mut fields) = Fields::of(node) else {
        let message = format!("the front matter of a {} is a list of keys", kind.singular());
        reading.report(Diagnostic::new(Code::P006, node.span, message).help("write `key: value` lines"));
        return None;
    };
    let given = match &identity {
        Identity::File(id) => Some(id.clone()),
        Identity::Inline => fields.take("id").and_then(|node| reading.id(node)).map(|id| id.text),
    };
    let has_file = matches!(identity, Identity::File(_));
    let common = shared_keys::read(&mut fields, kind, has_file, reading);
    let (data, span) = match kind {
        RecordKind::Brief => brief::read(&mut fields, reading),
        RecordKind::Actor => actor::read(&mut fields, reading),
        RecordKind::Event => event::read(&mut fields, reading),
        RecordKind::Source => source::read(&mut fields, reading),
        RecordKind::Place => place::read(&mut fields, reading),
        RecordKind::Page => page::read(&mut fields, reading),
    };
    fields.finish(&format!("a {}", kind.singular()), &mut reading.diagnostics);
    let id_given = given.is_some();
    let id = given.unwrap_or_else(|| proposed_id(&data));
    let (common, body) = if data.is_protected() { (shut(common), Body::default()) } else { (common, body) };
    Some(Record { id, id_given, file: reading.file, span, has_file, common, data, body: Arc::new(body) })
}

/// A protected source's own words reach nothing that is made from the record.
fn shut(common: Common) -> Common {
    Common { marking: common.marking, former_ids: common.former_ids, ..Common::default() }
}

fn proposed_id(data: &Data) -> String {
    let name = match data {
        Data::Brief(brief) => brief.title.first(),
        Data::Actor(actor) => actor.name.first(),
        Data::Event(event) => event.title.first(),
        Data::Place(place) => place.name.first(),
        Data::Page(page) => page.title.first(),
        // Its address must not tell what its page does not.
        Data::Source(source) if source.protected => {
            source.description_public.as_deref().unwrap_or("protected source")
        }
        Data::Source(source) => {
            source.title.as_ref().map_or(source.url.as_deref().unwrap_or(""), |title| title.first())
        }
    };
    let slug = slugify(name.trim_start_matches("https://").trim_start_matches("http://"));
    if slug.is_empty() { format!("x{:08x}", xxhash_rust::xxh3::xxh3_64(name.as_bytes()) >> 32) } else { slug }
}

fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn id_of(path: &str, reading: &mut Reading) -> String {
    let stem = file_stem(path);
    if is_id(stem) {
        return stem.to_owned();
    }
    let proposed = slugify(stem);
    let help = if proposed.is_empty() {
        "rename it with letters a-z, digits and hyphens".to_owned()
    } else {
        format!("rename it to `{proposed}.md`")
    };
    let message = format!("the file name `{stem}` is not an id: only a-z, 0-9 and - may stand in one");
    reading.report(Diagnostic::new(Code::P010, Span::whole_file(reading.file), message).help(help));
    proposed
}

fn first_line(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}

/// What stands for a file that could not be read, so that references to it are not reported too.
fn placeholder(kind: RecordKind, id: String, file: FileId) -> Record {
    let mut quiet = Reading::new(file);
    let mut fields = Fields::empty(Span::whole_file(file));
    let (data, span) = match kind {
        RecordKind::Brief => brief::read(&mut fields, &mut quiet),
        RecordKind::Actor => actor::read(&mut fields, &mut quiet),
        RecordKind::Event => event::read(&mut fields, &mut quiet),
        RecordKind::Source => source::read(&mut fields, &mut quiet),
        RecordKind::Place => place::read(&mut fields, &mut quiet),
        RecordKind::Page => page::read(&mut fields, &mut quiet),
    };
    Record {
        id,
        id_given: true,
        file,
        span,
        has_file: true,
        common: Common::default(),
        data,
        body: Arc::default(),
    }
}

#[cfg(test)]
mod tests;
