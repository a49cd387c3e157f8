//! A map read key by key, so that no key is overlooked.

use super::{Entry, Node, Value};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::text::Span;

/// The keys of one map. Each key asked for is known from then on; what is left at the end is not.
#[derive(Debug)]
pub struct Fields<'a> {
    /// Where the map begins, for what is missing from it.
    pub span: Span,
    entries: &'a [Entry],
    taken: Vec<bool>,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The keys of `node`, or none where it is not a map.
    pub fn of(node: &'a Node) -> Option<Self> {
        let Value::Map(entries) = &node.value else { return None };
        Some(Self {
            span: node.span,
            entries,
            taken: vec![false; entries.len()],
            known: Vec::with_capacity(24),
        })
    }

    /// No keys at all, at a place for what is missing.
    pub fn empty(span: Span) -> Self {
        Self { span, entries: &[], taken: Vec::new(), known: Vec::new() }
    }

    /// The value of `key`, none where it is missing or empty.
    pub fn take(&mut self, key: &'static str) -> Option<&'a Node> {
        self.take_any(key).filter(|node| node.value != Value::Null)
    }

    /// The value of `key`, even where nothing stands after its colon.
    pub fn take_any(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.push(key);
        let at = self.entries.iter().position(|entry| entry.key == key)?;
        self.taken[at] = true;
        Some(&self.entries[at].value)
    }

    /// Reports each key that was never asked for (P004), with the nearest one that was.
    pub fn finish(self, whose: &str, sink: &mut Vec<Diagnostic>) {
        for (entry, _) in self.entries.iter().zip(&self.taken).filter(|(_, taken)| !**taken) {
            let near = nearest(&entry.key, self.known.iter().copied());
            let help = match near {
                Some(key) => format!("did you mean `{key}`? Anything of your own may stand under `extra:`"),
                None => format!(
                    "keys of {whose}: {}; anything else may stand under `extra:`",
                    self.known.join(", ")
                ),
            };
            let message = format!("`{}` is not a key of {whose}", entry.key);
            sink.push(Diagnostic::new(Code::P004, entry.key_span, message).help(help));
        }
    }
}
