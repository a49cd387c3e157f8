//! Languages as libraries name them: tags, and the English names that BibLaTeX takes.

use crate::model::LangTag;

/// The tag of a language; none where it is not known.
pub(super) fn tag(text: &str) -> Option<LangTag> {
    let word = text.trim().replace('_', "-");
    // A tag's language has two or three letters; `korean` has the form of a tag and is none.
    if word.split('-').next().is_some_and(|language| matches!(language.len(), 2 | 3)) {
        return LangTag::new(&word);
    }
    let lower = word.to_lowercase();
    let found = NAMES.iter().find(|(name, _)| *name == lower)?;
    LangTag::new(found.1)
}

/// Names of babel and polyglossia, with their tags.
const NAMES: [(&str, &str); 46] = [
    ("american", "en-US"),
    ("arabic", "ar"),
    ("australian", "en-AU"),
    ("austrian", "de-AT"),
    ("brazil", "pt-BR"),
    ("brazilian", "pt-BR"),
    ("british", "en-GB"),
    ("bulgarian", "bg"),
    ("canadian", "en-CA"),
    ("catalan", "ca"),
    ("chinese", "zh"),
    ("croatian", "hr"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("estonian", "et"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hungarian", "hu"),
    ("indonesian", "id"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("latvian", "lv"),
    ("lithuanian", "lt"),
    ("naustrian", "de-AT"),
    ("ngerman", "de"),
    ("norsk", "nb"),
    ("norwegian", "no"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("serbian", "sr"),
    ("slovak", "sk"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("turkish", "tr"),
    ("ukenglish", "en-GB"),
    ("ukrainian", "uk"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_tags_are_known_and_guesses_are_not() {
        let of = |text| tag(text).map(|tag| tag.as_str().to_owned());
        assert_eq!(of("korean").as_deref(), Some("ko"));
        assert_eq!(of("en_US").as_deref(), Some("en-US"));
        assert_eq!(of("Ukrainian").as_deref(), Some("uk"));
        assert_eq!(of("klingon"), None);
    }
}
