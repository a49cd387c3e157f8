//! An entry of any format, before it is a record.

use super::{dates, languages, plain};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Archive, Common, Data, Date, Localized, Record, Ref, Source, SourceType, Writer};
use crate::text::{Span, slugify};
use crate::yaml::{Node, Reading, Value, allowed_url};
use std::sync::Arc;

/// A text and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub text: String,
    pub span: Span,
}

/// What the fields of an entry say.
#[derive(Debug)]
pub(super) struct Entry {
    /// The keys by which the library calls it, its own first.
    pub keys: Vec<String>,
    /// Where the key stands.
    pub span: Span,
    pub title: Option<String>,
    /// Addresses in the order in which they are preferred.
    pub addresses: Vec<Written>,
    pub writers: Vec<Writer>,
    /// Whether there are more authors than are named.
    pub and_others: bool,
    /// Names of the publisher, in the order in which they are preferred.
    pub publisher: Option<Written>,
    pub author_span: Span,
    /// In EDTF or in words.
    pub published: Option<Written>,
    pub accessed: Option<Written>,
    pub kind: Option<SourceType>,
    pub language: Option<String>,
    pub archive: Option<Written>,
}

impl Entry {
    /// With keys and nothing else.
    pub fn new(keys: Vec<String>, span: Span) -> Self {
        Self {
            keys,
            span,
            title: None,
            addresses: Vec::new(),
            writers: Vec::new(),
            and_others: false,
            publisher: None,
            author_span: span,
            published: None,
            accessed: None,
            kind: None,
            language: None,
            archive: None,
        }
    }

    /// The source it describes; what is wrong with its fields is reported.
    pub fn record(self, reading: &mut Reading) -> Record {
        let url = self.url(reading);
        let title = self.title.as_deref().and_then(plain::line);
        if title.is_none() && url.is_none() {
            let message = format!("the entry `{}` has neither a title nor an address", self.key());
            let help = "give it one of the two, or take it out of the library";
            reading.report(Diagnostic::new(Code::P005, self.span, message).help(help));
        }
        let author = self.author();
        let source = Source {
            title: title.map(Localized::plain),
            url,
            author: author.map(|text| Ref { text, span: self.author_span }),
            publisher: self.publisher.as_ref().and_then(reference),
            published: self.published.as_ref().and_then(|date| self.date(date, reading)),
            accessed: self.accessed.as_ref().and_then(|date| self.date(date, reading)),
            kind: self.kind,
            archive: self.archive.as_ref().and_then(copy).into_iter().collect(),
            writers: self.writers,
            keys: self.keys,
            ..Source::default()
        };
        let lang = self.language.as_deref().and_then(languages::tag);
        Record {
            id: id(&source.keys[0]),
            id_given: true,
            file: reading.file,
            span: self.span,
            has_file: true,
            common: Common { lang, ..Common::default() },
            data: Data::Source(Box::new(source)),
            body: Arc::default(),
        }
    }

    fn key(&self) -> &str {
        &self.keys[0]
    }

    /// The first address that may be linked to. One that may not is left out and told (P027).
    fn url(&self, reading: &mut Reading) -> Option<String> {
        for written in &self.addresses {
            let text = written.text.trim();
            if text.is_empty() {
                continue;
            }
            if let Some(url) = allowed_url(text) {
                return Some(url);
            }
            let message = format!("`{text}` in `{}` is not an address that may be linked to", self.key());
            let help = "addresses begin with `https://` or `http://`; it is left out";
            reading.report(Diagnostic::new(Code::P027, written.span, message).help(help));
        }
        None
    }

    /// `Family, Given; Family, Given`.
    fn author(&self) -> Option<String> {
        let mut names: Vec<String> = self.writers.iter().map(plain::full_name).collect();
        if self.and_others && !names.is_empty() {
            names.push("et al.".to_owned());
        }
        (!names.is_empty()).then(|| names.join("; "))
    }

    /// A date that looks like one and is none is an error as it is elsewhere; words that say no date are left out (P027).
    fn date(&self, written: &Written, reading: &mut Reading) -> Option<Date> {
        let text = written.text.trim();
        if text.is_empty() {
            return None;
        }
        if let Some(edtf) = dates::edtf(text) {
            return reading.date(&Node { span: written.span, value: Value::Text(edtf) });
        }
        let message = format!("`{text}` in `{}` is no date that can be read", self.key());
        let help = "it is left out; write `2024`, `2024-10` or `2024-10-28` where it is known";
        reading.report(Diagnostic::new(Code::P027, written.span, message).help(help));
        None
    }
}

fn reference(written: &Written) -> Option<Ref> {
    Some(Ref { text: plain::line(&written.text)?, span: written.span })
}

/// An archived copy, where the place in the archive is an address: all else is a shelf.
fn copy(written: &Written) -> Option<Archive> {
    let url = allowed_url(written.text.trim())?;
    Some(Archive { url, span: written.span, on: None, sha256: None })
}

/// The id that a key gives.
fn id(key: &str) -> String {
    let slug = slugify(key);
    if slug.is_empty() { format!("x{:08x}", xxhash_rust::xxh3::xxh3_64(key.as_bytes()) >> 32) } else { slug }
}
