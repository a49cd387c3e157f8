//! A library of sources: one file, many records.
//!
//! Takes the bytes of a `.bib`, of hayagriva's YAML or of CSL-JSON; gives a source for each entry. Only the fields
//! that a source has are read. An entry that cannot be read is reported and the others stay, as far as the format
//! lets one tell where an entry ends.

mod bib_blocks;
mod bib_strings;
mod bibtex;
mod csl_json;
mod dates;
mod entry;
mod hayagriva;
mod json;
mod languages;
mod nodes;
mod plain;

#[cfg(test)]
mod tests;

use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::model::{LibraryFormat, Record};
use crate::text::{FileId, Span};
use crate::yaml::Reading;

/// Reads every entry of a library; `path` is relative to the site's root. Records come in the order of the file.
///
/// Errors: P002, P003, P005, P007, P008, P011, P013, P018, P026, P027.
pub fn library(path: &str, format: LibraryFormat, file: FileId, bytes: &[u8]) -> Reported<Vec<Record>> {
    let mut reading = Reading::new(file);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let message = format!("{path} is not UTF-8 text from byte {} on", error.valid_up_to());
            reading.report(
                Diagnostic::new(Code::P011, Span::whole_file(file), message).help("save it as UTF-8"),
            );
            return reading.finish(Vec::new());
        }
    };
    let from = text.len() - text.trim_start_matches('\u{feff}').len();
    let entries = match format {
        LibraryFormat::BibTex => bibtex::entries(text, from, &mut reading),
        LibraryFormat::Hayagriva => hayagriva::entries(text, from, &mut reading),
        LibraryFormat::CslJson => csl_json::entries(text, from, &mut reading),
    };
    let records = entries.into_iter().map(|entry| entry.record(&mut reading)).collect();
    reading.finish(records)
}
