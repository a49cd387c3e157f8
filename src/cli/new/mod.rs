//! `chancery new`: the file of a record, with the keys it must have.

mod front_matter;

use super::args::NewArgs;
use super::clock::Clock;
use super::report::Report;
use super::{CliError, Verdict, root};
use crate::discover::discover;
use crate::model::RecordKind;
use crate::text::slugify;
use jiff::civil;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Makes the file and answers with its path.
///
/// # Errors
/// Where there is no site, the id is taken or cannot be made, or the file cannot be written.
pub(super) fn new(args: &NewArgs, report: &Report) -> Result<Verdict, CliError> {
    let root = root::find(args.root.as_deref())?;
    let today = Clock::read()?.today;
    let id = match &args.id {
        Some(id) => id.clone(),
        None => id_of(args.kind, &args.title, today)
            .ok_or_else(|| CliError::NoId { title: args.title.clone() })?,
    };
    let folder = root.join(root::CONTENT).join(args.kind.plural());
    root::check_inside(&root, &folder)?;
    check_free(&root, args.kind, &id)?;
    let path = folder.join(format!("{id}.md"));
    fs::create_dir_all(&folder).map_err(CliError::io("make the folder", &folder))?;
    write_new(&path, &front_matter::text(args.kind, &args.title, today))?;
    report.answer(&root::shown(&path))?;
    Ok(Verdict::Sound)
}

/// The id that a title gives; none where nothing in it can stand in an id.
fn id_of(kind: RecordKind, title: &str, today: civil::Date) -> Option<String> {
    let bare = title.strip_prefix("https://").or_else(|| title.strip_prefix("http://")).unwrap_or(title);
    let slug = slugify(bare);
    match kind {
        _ if slug.is_empty() => None,
        RecordKind::Brief => Some(format!("{today}-{slug}")),
        _ => Some(slug),
    }
}

/// Ids are unique within their kind, in whatever sub-folder the file stands.
fn check_free(root: &Path, kind: RecordKind, id: &str) -> Result<(), CliError> {
    let files = discover(root, root::CONTENT)?.value;
    let paths = files.records().filter(|(_, of)| *of == kind).filter_map(|(file, _)| files.file(file));
    let mut taken = paths.filter(|file| Path::new(&*file.path).file_stem().is_some_and(|stem| stem == id));
    match taken.next() {
        Some(file) => Err(CliError::TakenId { kind, id: id.to_owned(), path: file.path.to_string() }),
        None => Ok(()),
    }
}

/// Writes a file that is not there yet.
pub(super) fn write_new(path: &Path, text: &str) -> Result<(), CliError> {
    match File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes())) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(CliError::Taken { path: path.to_owned() })
        }
        result => result.map_err(CliError::io("write", path)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brief_begins_with_its_day_and_a_source_may_be_an_address() {
        let id = |kind, title| id_of(kind, title, civil::date(2024, 10, 28));
        assert_eq!(id(RecordKind::Brief, "A: b?").as_deref(), Some("2024-10-28-a-b"));
        assert_eq!(id(RecordKind::Source, "https://example.org/x").as_deref(), Some("example-org-x"));
        assert_eq!(id(RecordKind::Brief, "!!!"), None);
    }
}
