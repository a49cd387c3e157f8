//! Ids: how one looks, and how one is proposed for any text.

use deunicode::deunicode;
use std::borrow::Cow;

/// True where `text` may be an id: `[a-z0-9-]+`.
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// An id for `text`: transliterated, lower case, words joined by single hyphens, none at the ends.
///
/// Empty where nothing in the text can be written in Latin letters or digits; at most 80 bytes,
/// cut at a word where there is one.
pub fn slugify(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let apostrophes = ['\'', '’', 'ʼ'];
    let latin = if text.bytes().all(|byte| byte < 0x7f) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(deunicode(&text.replace(apostrophes, "")))
    };
    for c in latin.chars().filter(|c| *c != '\'') {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    shorten(slug.trim_end_matches('-'))
}

const LONGEST: usize = 80;

fn shorten(slug: &str) -> String {
    if slug.len() <= LONGEST {
        return slug.to_owned();
    }
    let cut = &slug[..LONGEST];
    let end = cut.rfind('-').filter(|at| *at > LONGEST / 2).unwrap_or(LONGEST);
    cut[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_in_any_script_become_ids() {
        assert_eq!(slugify("Kim Yong-bok"), "kim-yong-bok");
        assert_eq!(slugify("  Côte d’Ivoire: l'été  "), "cote-divoire-lete");
        assert_eq!(slugify("Володимир Зеленський"), "volodimir-zelens-kii".replace("s-k", "sk"));
        assert_eq!(slugify("!!!"), "");
    }

    proptest! {
        #[test]
        fn a_slug_is_an_id_or_empty(text in any::<String>()) {
            let slug = slugify(&text);
            prop_assert!(slug.is_empty() || is_id(&slug));
            prop_assert!(slug.len() <= LONGEST && !slug.starts_with('-') && !slug.ends_with('-'));
            prop_assert_eq!(slugify(&slug), slug);
        }
    }
}
