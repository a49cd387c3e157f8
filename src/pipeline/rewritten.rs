//! The edition that was made last, carried over changes of texts.
//!
//! Most saves change words and nothing else. Then nothing needs to be resolved or planned again: the edition that would be
//! made of all records is the last one with another text in it. Where that is not certain, nothing is carried over, and
//! the next edition is made whole. `tests/pipeline/rewritten` holds the two to the same bytes.

use super::Prepared;
use super::last_build::Prints;
use crate::config::Config;
use crate::diagnostics::Diagnostic;
use crate::discover::FileSet;
use crate::edition::Edition;
use crate::model::{Record, RecordKind};
use crate::resolve::{LeftOut, told_of};
use jiff::Timestamp;
use std::sync::Arc;

/// An edition, and what was told when it was made.
pub(super) struct Last {
    pub edition: Edition,
    pub config: Config,
    /// See [`Prepared`].
    pub counts: Vec<(RecordKind, usize)>,
    pub claims: usize,
    pub left_out: LeftOut,
    /// What is wrong with the list of files, the settings and the theme.
    pub before_records: Vec<Diagnostic>,
    /// What resolving and planning told.
    pub after_records: Vec<Diagnostic>,
    /// From this moment on it holds.
    pub from: Timestamp,
    /// Up to this moment, which is no longer in it.
    pub until: Option<Timestamp>,
}

impl Last {
    /// The same where the record `before` is `after` now; none where they differ in more than words.
    pub fn rewritten(mut self, before: &Record, after: &Record) -> Option<Self> {
        if !has_same_keys(before, after) || self.tells_of_text(before) {
            return None;
        }
        let place = (before.kind(), before.file);
        self.edition = self.edition.rewritten(place, &before.body, &after.body)?;
        Some(self)
    }

    /// True where a mistake was found by what a text names: its place may be another now.
    fn tells_of_text(&self, record: &Record) -> bool {
        let Some(first) = told_of(&record.body).map(|span| span.start).min() else { return false };
        self.after_records.iter().any(|told| {
            let related = told.related.iter().map(|(span, _)| *span);
            std::iter::once(told.span)
                .chain(related)
                .any(|span| span.file == record.file && span.start >= first)
        })
    }

    /// The edition at the moment `now`, with what is wrong `in_records`; none where others see it by now.
    pub fn prepared(
        &self,
        now: Timestamp,
        files: &Arc<FileSet>,
        in_records: impl Iterator<Item = Diagnostic>,
    ) -> Option<Prepared> {
        let holds = self.from <= now && self.until.is_none_or(|until| now < until);
        if !holds {
            return None;
        }
        let mut diagnostics = self.before_records.clone();
        diagnostics.extend(in_records);
        diagnostics.extend(self.after_records.iter().cloned());
        crate::diagnostics::sort(&mut diagnostics);
        Some(Prepared {
            files: Arc::clone(files),
            config: self.config.clone(),
            edition: Some(self.edition.at(now)),
            counts: self.counts.clone(),
            claims: self.claims,
            left_out: self.left_out.clone(),
            diagnostics,
            prints: Prints::default(),
            texts: None,
            until: None,
        })
    }
}

/// True where two records of a file differ in their texts alone.
fn has_same_keys(before: &Record, after: &Record) -> bool {
    let Record { id, id_given, file, span, has_file, common, data, body: _ } = before;
    (id, id_given, file, span, has_file)
        == (&after.id, &after.id_given, &after.file, &after.span, &after.has_file)
        && common == &after.common
        && data == &after.data
}
