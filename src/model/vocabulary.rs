//! Closed lists of words.

/// Makes an enum whose variants are the words of a list, with the word authors write and the one readers see.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $key:literal $label:literal;)* }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the words document themselves")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($variant,)* }

        impl $crate::model::Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)*];
            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
            fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)* }
            }
        }
    };
}
pub(crate) use vocabulary;

/// A closed list of words.
pub trait Vocabulary: Copy + 'static {
    /// Every word, in the list's order.
    const ALL: &'static [Self];
    /// As authors write it.
    fn key(self) -> &'static str;
    /// As readers see it.
    fn label(self) -> &'static str;
    /// The word with this [`key`](Self::key), upper or lower case alike.
    fn from_key(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|item| item.key().eq_ignore_ascii_case(word))
    }
}
