//! Text that readers see, in one language or several.

use super::LangTag;
use serde::{Deserialize, Serialize};

/// One or more versions of a text, in the author's order, never empty, each version not blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localized(Vec<(Option<LangTag>, String)>);

impl Localized {
    /// Text in the record's own language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![(None, text.into())])
    }

    /// Versions by language; none where there are none.
    pub fn versions(versions: Vec<(LangTag, String)>) -> Option<Self> {
        (!versions.is_empty())
            .then(|| Self(versions.into_iter().map(|(tag, text)| (Some(tag), text)).collect()))
    }

    /// The version for readers of `lang`: in that language, else in its base language, else the
    /// first. Gives its tag too, none where it is in the record's own language.
    pub fn pick(&self, lang: &LangTag) -> (&str, Option<&LangTag>) {
        let same = |(tag, _): &&(Option<LangTag>, String)| tag.as_ref() == Some(lang);
        let base =
            |(tag, _): &&(Option<LangTag>, String)| tag.as_ref().is_some_and(|t| t.base() == lang.base());
        let all = || self.0.iter();
        let (tag, text) = all().find(same).or_else(|| all().find(base)).unwrap_or(&self.0[0]);
        (text, tag.as_ref())
    }

    /// The first version: what messages name the record by.
    pub fn first(&self) -> &str {
        &self.0[0].1
    }

    /// All versions.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&LangTag>, &str)> {
        self.0.iter().map(|(tag, text)| (tag.as_ref(), text.as_str()))
    }
}
