//! Texts as the manifest keeps them, and as messages quote them.

use crate::model::{Date, Fingerprint, Localized};

/// Characters of a text that is kept whole.
const LONGEST: usize = 160;
/// Characters that are kept of a longer one.
const KEPT: usize = 120;
/// Characters that a message quotes.
const QUOTED: usize = 80;
/// What stands between the beginning of a long text and its fingerprint.
const CUT: &str = "… #";

/// A text, its white space made single. One of more than 160 characters is its first 120, `… #` and its fingerprint.
pub(super) fn wording(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !single.is_empty() {
            single.push(' ');
        }
        single.push_str(word);
    }
    let text = single;
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some(_) => {
            let kept: String = text.chars().take(KEPT).collect();
            format!("{kept}{CUT}{}", Fingerprint::of(text.as_bytes()))
        }
    }
}

/// A text in all its languages: `NIS`, or `en: NIS; ko: 국정원`.
pub(super) fn versions(text: &Localized) -> String {
    let version = |(tag, text): (Option<&crate::model::LangTag>, &str)| {
        tag.map_or_else(|| text.to_owned(), |tag| format!("{}: {text}", tag.as_str()))
    };
    wording(&text.iter().map(version).collect::<Vec<_>>().join("; "))
}

/// A date as written, with the words that are printed instead.
pub(super) fn date(date: &Date) -> String {
    match &date.words {
        Some(words) => format!("{} ({words})", date.written),
        None => date.written.clone(),
    }
}

/// The text in quotation marks, as much of it as a message can hold.
pub(super) fn quoted(kept: &str) -> String {
    let whole = kept.rsplit_once(CUT).filter(|(_, end)| end.parse::<Fingerprint>().is_ok());
    let text = whole.map_or(kept, |(text, _)| text);
    let more = if whole.is_some() || text.chars().nth(QUOTED).is_some() { "…" } else { "" };
    let short: String = text.chars().take(QUOTED).collect();
    format!("“{}{more}”", short.trim_end())
}

/// `WHAT was OLD, now NEW`, for what can be quoted as it is; none where nothing changed.
pub(super) fn moved(what: &str, old: Option<&str>, new: Option<&str>) -> Option<String> {
    match (old, new) {
        (old, new) if old == new => None,
        (Some(old), Some(new)) => Some(format!("{what} was {old}, now {new}")),
        (Some(old), None) => Some(format!("{what} was {old} and is left out now")),
        (None, Some(new)) => Some(format!("{what} is new: {new}")),
        (None, None) => None,
    }
}

/// The same for texts. Long ones that differ only behind what a message can hold are said to be reworded.
pub(super) fn reworded(what: &str, old: Option<&str>, new: Option<&str>) -> Option<String> {
    let (before, after) = (old.map(quoted), new.map(quoted));
    if old != new && before == after {
        return Some(format!("{what} {} is worded otherwise now", before.unwrap_or_default()));
    }
    moved(what, before.as_deref(), after.as_deref())
}

#[cfg(test)]
mod tests {
    use super::{quoted, reworded, wording};

    #[test]
    fn a_long_text_is_kept_by_its_beginning_and_its_fingerprint() {
        assert_eq!(wording(" a\n  b "), "a b");
        let long = "word ".repeat(60);
        let (one, other) = (wording(&long), wording(&format!("{long} more")));
        assert_ne!(one, other);
        assert!(one.len() < 160, "{one}");
        assert_eq!(quoted(&one), quoted(&other));
        assert!(quoted(&one).ends_with("word…”"), "{}", quoted(&one));
        let told = reworded("the summary", Some(&one), Some(&other)).unwrap_or_default();
        assert!(told.ends_with("…” is worded otherwise now"), "{told}");
        assert_eq!(reworded("the summary", Some(&one), Some(&one)), None);
    }

    #[test]
    fn a_text_that_holds_the_mark_of_a_cut_is_quoted_whole() {
        assert_eq!(quoted("ends in … #1"), "“ends in … #1”");
    }
}
