//! Names folded for comparison.

use unicode_normalization::UnicodeNormalization;

/// The form in which two spellings of one name are equal: NFKC, lower case, and hyphens,
/// apostrophes and white space of every sort left out.
///
/// `Kim Yong-bok`, `KIM YONG BOK` and `Kim Yong‐Bok` fold to the same text. What remains is never
/// shown to anyone. Invisible direction marks are dropped too.
pub fn fold_name(name: &str) -> String {
    if name.is_ascii() {
        // A byte at a time: every title and name of a site comes through here.
        let mut folded = Vec::with_capacity(name.len());
        for byte in name.bytes() {
            if !matches!(byte, b' ' | b'-' | b'\'' | b'`' | b'\t'..=b'\r') {
                folded.push(byte.to_ascii_lowercase());
            }
        }
        return String::from_utf8(folded).expect("what is left of ASCII is ASCII");
    }
    let mut folded = String::with_capacity(name.len());
    for c in name.nfkc().filter(|c| !is_filler(*c)) {
        match c {
            'ß' => folded.push_str("ss"),
            'ς' => folded.push('σ'),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded.nfkc().collect()
}

fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{30fb}'
            | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʹ' | '`' | '´'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The form in which scripts compare words of names: NFKD without marks, in lower case. It must be what `fold` in the
/// default theme's `find.js` makes of them.
pub fn fold_word(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let bare: String = text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    bare.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{fold_name, fold_word};

    #[test]
    fn a_folded_word_has_no_marks_and_hangul_falls_to_its_letters() {
        assert_eq!(fold_word("Łódź İZMİR Éire"), "łodz izmir eire");
        assert_eq!(fold_word("Йод"), "иод");
        assert!(fold_word("윤석열").starts_with(&fold_word("유")));
    }

    #[test]
    fn spellings_of_one_name_fold_together() {
        for other in
            ["KIM YONG BOK", "Kim Yong\u{2010}Bok", "Ｋｉｍ Yong-bok", "kim yongbok", "Kim\u{a0}Yong bok"]
        {
            assert_eq!(fold_name("Kim Yong-bok"), fold_name(other), "{other}");
        }
        assert_eq!(fold_name("윤석열"), fold_name("윤석열"));
        assert_ne!(fold_name("Kim Yong-bok"), fold_name("Kim Yong-chol"));
    }
}
