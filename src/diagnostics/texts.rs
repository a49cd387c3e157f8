//! The texts that a report quotes: each file read and indexed once.

use super::Files;
use crate::text::{FileId, LineIndex, Position, Span};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// Looks files up for the length of one report.
pub(super) struct Texts<'a> {
    files: &'a dyn Files,
    known: RefCell<HashMap<FileId, Rc<Quoted>>>,
}

/// A file as a report needs it.
pub(super) struct Quoted {
    pub path: String,
    /// None where the text cannot be had.
    pub text: Option<(String, LineIndex)>,
}

/// Where a span begins and ends, as people count it.
pub(super) struct Region<'a> {
    pub start: Position,
    /// Just behind the last character.
    pub end: Position,
    /// The words in between.
    pub text: &'a str,
}

impl<'a> Texts<'a> {
    pub(super) fn new(files: &'a dyn Files) -> Self {
        Self { files, known: RefCell::default() }
    }

    pub(super) fn get(&self, file: FileId) -> Rc<Quoted> {
        let load = || {
            let text = self.files.text(file);
            let indexed = text.map(|text| {
                let index = LineIndex::new(&text);
                (text, index)
            });
            Rc::new(Quoted { path: self.files.path(file), text: indexed })
        };
        Rc::clone(self.known.borrow_mut().entry(file).or_insert_with(load))
    }
}

impl Quoted {
    /// The region of a span; none where it is the file as a whole, or the text cannot be had. A span
    /// that does not fit, for the file has changed since, is bounded by the text.
    pub(super) fn region(&self, span: Span) -> Option<Region<'_>> {
        let (text, index) = self.text.as_ref()?;
        if span == Span::whole_file(span.file) {
            return None;
        }
        let Range { start, end } = bounded(text, span.range());
        Some(Region {
            start: index.position(text, start),
            end: index.position(text, end),
            text: &text[start..end],
        })
    }
}

/// The range cut to the text and widened to whole characters; a byte order mark is left out.
pub(super) fn bounded(text: &str, range: Range<usize>) -> Range<usize> {
    let floor = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = text.floor_char_boundary(range.start).max(floor);
    let end = text.ceil_char_boundary(range.end).max(start);
    start..end
}
