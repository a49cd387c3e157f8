//! Keys that every kind has.

use super::citation;
use crate::model::{Common, Marking, RecordKind, Ref};
use crate::yaml::{Fields, Reading};

pub(super) fn read(
    fields: &mut Fields<'_>,
    kind: RecordKind,
    has_file: bool,
    reading: &mut Reading,
) -> Common {
    let required = kind == RecordKind::Brief && has_file;
    // A brief without its sources is the one thing this program exists to prevent.
    let sources =
        if required { reading.required(fields, "sources", BRIEF_HELP) } else { fields.take("sources") };
    let sources = sources.map(|node| citation::list(node, reading)).unwrap_or_default();
    let marking = marking(fields, reading);
    let mut tags: Vec<Ref> = Vec::new();
    for tag in reading.each(fields, "tags", Reading::reference) {
        if tags.iter().all(|other| other.text != tag.text) {
            tags.push(tag);
        }
    }
    tags.shrink_to_fit();
    let lang = reading.maybe(fields, "lang", Reading::language);
    let former_ids = reading.each(fields, "former_ids", Reading::id);
    let extra = reading.maybe(fields, "extra", Reading::json).unwrap_or_default();
    // Private: asked for so that it is a known key, and dropped.
    let _ = fields.take("notes");
    Common { marking, sources, tags, lang, former_ids, extra }
}

pub(super) const BRIEF_HELP: &str = "four keys make a brief: `title`, `date`, `actors` and `sources`";

/// `tlp`, `draft` and `embargo`.
pub(super) fn marking(fields: &mut Fields<'_>, reading: &mut Reading) -> Marking {
    Marking {
        tlp: reading.maybe(fields, "tlp", Reading::word),
        draft: reading.maybe(fields, "draft", Reading::boolean),
        embargo: reading.maybe(fields, "embargo", Reading::moment),
    }
}
