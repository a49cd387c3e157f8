//! The count of words: runs without white space that hold a letter or a digit.

/// Words counted in one text after the other; a word may go over from one to the next.
#[derive(Debug, Default)]
pub(super) struct Words {
    count: u32,
    in_word: bool,
}

impl Words {
    /// Counts those of `text`.
    pub(super) fn add(&mut self, text: &str) {
        if !text.is_ascii() {
            return text.chars().for_each(|c| self.add_one(c.is_whitespace(), c.is_alphanumeric()));
        }
        let (eights, rest) = text.as_bytes().as_chunks::<8>();
        eights.iter().for_each(|eight| self.add_eight(*eight));
        if !rest.is_empty() {
            // NUL is neither of a word nor white space.
            let mut eight = [0; 8];
            eight[..rest.len()].copy_from_slice(rest);
            self.add_eight(eight);
        }
    }

    /// Ends a word: what follows is in another line or block.
    pub(super) fn end(&mut self) {
        self.in_word = false;
    }

    /// How many there were.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    #[inline]
    fn add_one(&mut self, is_space: bool, is_word: bool) {
        let begins = is_word && !self.in_word;
        self.count = self.count.saturating_add(u32::from(begins));
        self.in_word = !is_space && (self.in_word || is_word);
    }

    /// The same for eight bytes of ASCII at once.
    ///
    /// "In a word" is carried from byte to byte as an addition carries: a byte of a word gives a carry, white space
    /// takes it, and any other byte, whose bits are all set, hands it on.
    #[inline]
    fn add_eight(&mut self, eight: [u8; 8]) {
        let bytes = u64::from_le_bytes(eight);
        let word = letters_and_digits(bytes);
        let hands_on = !white_space(bytes);
        let (sum, carried) = hands_on.overflowing_add(word);
        let (sum, carried_on) = sum.overflowing_add(u64::from(self.in_word));
        // What came in at a byte's highest bit is what the sum has there beyond the two that were added.
        let was_in_word = sum ^ hands_on ^ word;
        let begins = (word & !was_in_word) >> 7;
        self.count = self.count.saturating_add((begins.wrapping_mul(EACH) >> 56) as u32);
        self.in_word = carried | carried_on;
    }
}

/// One in each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;
const HIGHEST_BITS: u64 = EACH << 7;

/// The highest bit of each byte that is at least `least`; all are below 128.
#[inline]
fn at_least(bytes: u64, least: u8) -> u64 {
    bytes + EACH * u64::from(128 - least)
}

fn letters_and_digits(bytes: u64) -> u64 {
    let lower = bytes | (EACH * 0x20);
    let letters = at_least(lower, b'a') & !at_least(lower, b'z' + 1);
    let digits = at_least(bytes, b'0') & !at_least(bytes, b'9' + 1);
    (letters | digits) & HIGHEST_BITS
}

/// As `char::is_whitespace`, which takes the vertical tab for white space too.
fn white_space(bytes: u64) -> u64 {
    let breaks = at_least(bytes, b'\t') & !at_least(bytes, b'\r' + 1);
    let spaces = at_least(bytes, b' ') & !at_least(bytes, b' ' + 1);
    (breaks | spaces) & HIGHEST_BITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one_by_one(texts: &[String]) -> u32 {
        let mut words = Words::default();
        for c in texts.iter().flat_map(|text| text.chars()) {
            words.add_one(c.is_whitespace(), c.is_alphanumeric());
        }
        words.count
    }

    #[test]
    fn every_byte_is_what_its_character_is() {
        for byte in 0..128_u8 {
            for around in ["a.", ". ", "x", " - "] {
                let text = format!("{around}{}{around}", char::from(byte));
                let mut words = Words::default();
                words.add(&text);
                assert_eq!(words.count(), one_by_one(std::slice::from_ref(&text)), "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn eight_at_once_are_counted_as_one_by_one(texts in prop::collection::vec("[a-c09 .,\n\u{b}\\-(é–]{0,40}|\\PC{0,20}", 0..6)) {
            let mut words = Words::default();
            texts.iter().for_each(|text| words.add(text));
            prop_assert_eq!(words.count(), one_by_one(&texts));
        }
    }
}
