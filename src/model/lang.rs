//! Language tags (BCP 47).

use serde::{Deserialize, Serialize};

/// A language tag as far as its form can be told right: letters, digits and hyphens, 2–35 bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LangTag(String);

impl LangTag {
    /// A tag, or none where the text has not the form of one.
    pub fn new(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let language = parts
            .next()
            .is_some_and(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()));
        let rest = parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        (language && rest && text.len() <= 35).then(|| Self(text.to_owned()))
    }

    /// English.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its language alone: `en` of `en-GB`.
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

/// `rtl` where the first letter with a direction runs right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko and
/// their kin), else none: the rule of `dir="auto"`, decided at build time.
pub fn direction(text: &str) -> Option<&'static str> {
    let first = text.chars().find(|c| c.is_alphabetic())?;
    let right_to_left = matches!(u32::from(first),
        0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff);
    right_to_left.then_some("rtl")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_by_their_form() {
        assert!(["en", "ko-Kore-KR", "zh-Hant", "uk"].into_iter().all(|t| LangTag::new(t).is_some()));
        assert!(["", "e", "english language", "en_GB", "-en"].into_iter().all(|t| LangTag::new(t).is_none()));
    }

    #[test]
    fn arabic_and_hebrew_run_right_to_left() {
        assert_eq!(direction("«محمد» said"), Some("rtl"));
        assert_eq!(direction("Mark روتّه"), None);
        assert_eq!(direction("2024"), None);
    }
}
