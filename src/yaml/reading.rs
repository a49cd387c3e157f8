//! Values of every sort, read from YAML nodes with their mistakes reported.

use super::{Fields, Node, Value};
use crate::diagnostics::{Code, Diagnostic, Reported, nearest};
use crate::model::{LangTag, Localized, Ref, Vocabulary};
use crate::text::{FileId, is_id, slugify};

/// The reading of one file: where mistakes are gathered.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub file: FileId,
    /// What was wrong so far.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// A reading of `file` with nothing wrong yet.
    pub fn new(file: FileId) -> Self {
        Self { file, diagnostics: Vec::new() }
    }

    /// Adds a mistake.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The value with all that was wrong.
    pub fn finish<T>(self, value: T) -> Reported<T> {
        Reported { value, diagnostics: self.diagnostics }
    }

    /// Reports that something else was wanted (P006).
    pub fn wrong_type(&mut self, node: &Node, wanted: &str) {
        let found = match &node.value {
            Value::Null => "nothing",
            Value::Plain(_) | Value::Text(_) => "a word",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        };
        self.report(Diagnostic::new(Code::P006, node.span, format!("{wanted} is wanted here, not {found}")));
    }

    /// The value of a key that must be there (P005).
    pub fn required<'a>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &'static str,
        why: &str,
    ) -> Option<&'a Node> {
        let node = fields.take(key);
        if node.is_none() {
            let message = format!("the key `{key}` is missing");
            self.report(Diagnostic::new(Code::P005, fields.span, message).help(why));
        }
        node
    }

    /// A scalar's text, trimmed, not blank (P006, P016).
    pub fn text(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Value::Plain(text) | Value::Text(text) if text.trim().is_empty() => {
                self.report(
                    Diagnostic::new(Code::P016, node.span, "the value is empty")
                        .help("write it or leave the key out"),
                );
                None
            }
            Value::Plain(text) | Value::Text(text) => Some(printable(text.trim())),
            Value::Null => {
                self.report(
                    Diagnostic::new(Code::P016, node.span, "the value is empty")
                        .help("write it or leave the key out"),
                );
                None
            }
            _ => {
                self.wrong_type(node, "text");
                None
            }
        }
    }

    /// Text, or a map of texts by language tag.
    pub fn localized(&mut self, node: &Node) -> Option<Localized> {
        let Value::Map(entries) = &node.value else { return self.text(node).map(Localized::plain) };
        let mut versions = Vec::with_capacity(entries.len());
        for entry in entries {
            let text = self.text(&entry.value);
            match LangTag::new(&entry.key) {
                Some(tag) => versions.extend(text.map(|text| (tag, text))),
                None => self.report(
                    Diagnostic::new(
                        Code::P006,
                        entry.key_span,
                        format!("`{}` is not a language tag", entry.key),
                    )
                    .help("write tags of BCP 47, such as `en`, `ko` or `zh-Hant`"),
                ),
            }
        }
        let localized = Localized::versions(versions);
        if localized.is_none() && entries.is_empty() {
            self.report(Diagnostic::new(Code::P016, node.span, "the value is empty"));
        }
        localized
    }

    /// The items of a list, or the value itself as the only item; empty items are reported (P016).
    pub fn items<'a>(&mut self, node: &'a Node) -> Vec<&'a Node> {
        let Value::List(items) = &node.value else { return vec![node] };
        let (full, empty): (Vec<_>, Vec<_>) = items.iter().partition(|item| item.value != Value::Null);
        for item in empty {
            self.report(Diagnostic::new(Code::P016, item.span, "an item of the list is empty"));
        }
        full
    }

    /// Each item of the key's list, read by `read`; what cannot be read is left out.
    pub fn each<T>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        fields.take(key).map(|node| self.list(node, &mut read)).unwrap_or_default()
    }

    /// Every item of a list that `read` can read, or the one value that stands in its place.
    pub fn list<T>(&mut self, node: &Node, mut read: impl FnMut(&mut Self, &Node) -> Option<T>) -> Vec<T> {
        let items = self.items(node);
        // Room for as many as there are: what is collected one by one gets room for four at least.
        let mut list = Vec::with_capacity(items.len());
        items.into_iter().for_each(|item| list.extend(read(self, item)));
        list
    }

    /// The key's value read by `read`, if it is there.
    pub fn maybe<T>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Node) -> Option<T>,
    ) -> Option<T> {
        fields.take(key).and_then(|node| read(self, node))
    }

    /// An id or a name.
    pub fn reference(&mut self, node: &Node) -> Option<Ref> {
        Some(Ref { text: self.text(node)?, span: node.span })
    }

    /// An id (P017).
    pub fn id(&mut self, node: &Node) -> Option<Ref> {
        let text = self.text(node)?;
        if !is_id(&text) {
            let message = format!("`{text}` is not an id: only a-z, 0-9 and - may stand in one");
            let proposed = slugify(&text);
            let help = (!proposed.is_empty()).then(|| format!("write `{proposed}`"));
            self.report(Diagnostic::new(Code::P017, node.span, message).maybe_help(help));
            return None;
        }
        Some(Ref { text, span: node.span })
    }

    /// A word of a closed list (P009).
    pub fn word<V: Vocabulary>(&mut self, node: &Node) -> Option<V> {
        let text = self.text(node)?;
        let word = V::from_key(&text);
        if word.is_none() {
            let keys: Vec<_> = V::ALL.iter().map(|word| word.key()).collect();
            let known = keys.join(", ");
            let help = match nearest(&text.to_lowercase(), keys) {
                Some(near) => format!("did you mean `{near}`? The list: {known}"),
                None => format!("the list: {known}"),
            };
            self.report(
                Diagnostic::new(Code::P009, node.span, format!("`{text}` is not in the list")).help(help),
            );
        }
        word
    }

    /// A language tag (P006).
    pub fn language(&mut self, node: &Node) -> Option<LangTag> {
        let text = self.text(node)?;
        let tag = LangTag::new(&text);
        if tag.is_none() {
            let message = format!("`{text}` is not a language tag");
            self.report(
                Diagnostic::new(Code::P006, node.span, message)
                    .help("write a tag of BCP 47, such as `en` or `ko`"),
            );
        }
        tag
    }

    /// `true` or `false` (P006).
    pub fn boolean(&mut self, node: &Node) -> Option<bool> {
        match &node.value {
            Value::Plain(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::Plain(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => {
                self.wrong_type(node, "`true` or `false`");
                None
            }
        }
    }

    /// Where a map was wanted and something else stands (P006), none.
    pub fn fields<'a>(&mut self, node: &'a Node, wanted: &str) -> Option<Fields<'a>> {
        let fields = Fields::of(node);
        if fields.is_none() {
            self.wrong_type(node, wanted);
        }
        fields
    }
}

/// Text without the control characters that XML forbids (XML 1.0, section 2.2), which would break a feed; line breaks
/// become spaces, for no title or name has one.
fn printable(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if matches!(c, '\n' | '\t' | '\r') { ' ' } else { c }).filter(allowed).collect()
}
