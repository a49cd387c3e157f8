//! Text made safe for HTML: markup escaped, and the characters that XML forbids left out.

use std::borrow::Cow;
use std::convert::Infallible;
use std::io::{self, Write};

/// Appends `text` as the content of an element.
pub fn push_text(html: &mut String, text: &str) {
    push(html, text, Place::Text);
}

/// Appends `value` as the value of an attribute in double quotes.
pub fn push_attribute(html: &mut String, value: &str) {
    push(html, value, Place::Attribute);
}

/// Appends `address` as the value of an `href` or `src`: a space, which no URL holds, becomes `%20`.
pub fn push_address(html: &mut String, address: &str) {
    push(html, address, Place::Address);
}

/// Writes `text` so that it may stand anywhere in a template: as content, or as a value in quotes of either sort.
///
/// # Errors
/// Those of `to`.
pub fn write_anywhere(text: &str, to: &mut dyn Write) -> io::Result<()> {
    pieces(text, Place::Anywhere, |piece| to.write_all(piece.as_bytes()))
}

/// `text` without what XML 1.0 forbids (section 2.2, `Char`), its line ends as `\n`.
pub fn legal(text: &str) -> Cow<'_, str> {
    if Place::Plain.first_special(text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    push(&mut kept, text, Place::Plain);
    Cow::Owned(kept)
}

/// Where a text will stand; the number is the bit of [`SPECIAL`] that tells what is special there.
#[derive(Clone, Copy)]
enum Place {
    Plain = 1,
    Text = 2,
    Attribute = 4,
    Address = 8,
    Anywhere = 16,
}

impl Place {
    #[inline]
    fn is_special(self, byte: u8) -> bool {
        SPECIAL[usize::from(byte)] & self as u8 != 0
    }

    /// Where the first special byte stands. Eight bytes without any are passed over at once; where some may be
    /// special, each is looked up.
    fn first_special(self, bytes: &[u8]) -> Option<usize> {
        let (eights, rest) = bytes.as_chunks::<8>();
        for (number, eight) in eights.iter().enumerate() {
            if may_be_special(u64::from_le_bytes(*eight)) || matches!(self, Self::Address) {
                let found = eight.iter().position(|byte| self.is_special(*byte));
                if let Some(distance) = found {
                    return Some(number * 8 + distance);
                }
            }
        }
        let found = rest.iter().position(|byte| self.is_special(*byte))?;
        Some(eights.len() * 8 + found)
    }
}

/// By byte, the places where it may not simply be copied: control characters, markup, and the first byte of U+FFFE and
/// U+FFFF. A table, for nearly every byte of every text is looked up in it.
static SPECIAL: [u8; 256] = special_bytes();

const fn special_bytes() -> [u8; 256] {
    let in_quotes = Place::Attribute as u8 | Place::Address as u8 | Place::Anywhere as u8;
    let in_html = in_quotes | Place::Text as u8;
    let everywhere = in_html | Place::Plain as u8;
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 32 {
        table[byte] = everywhere;
        byte += 1;
    }
    table[b'\t' as usize] = 0;
    table[b'\n' as usize] = 0;
    table[0xef] = everywhere;
    table[b'&' as usize] = in_html;
    table[b'<' as usize] = in_html;
    table[b'>' as usize] = in_html;
    table[b'"' as usize] = in_quotes;
    table[b'\'' as usize] = Place::Anywhere as u8;
    table[b' ' as usize] = Place::Address as u8;
    table
}

/// False only where none of eight bytes is a control character, markup, a quotation mark or beyond ASCII.
#[inline]
fn may_be_special(bytes: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // A byte less than `n` becomes negative, where it was not before.
    let less = |bytes: u64, n: u64| bytes.wrapping_sub(EACH * n) & !bytes;
    // `"`, `&` and `'` differ in two bits, and `<` and `>` in one.
    let quote_or_ampersand = less((bytes | (EACH * 5)) ^ (EACH * u64::from(b'\'')), 1);
    let angle = less((bytes | (EACH * 2)) ^ (EACH * u64::from(b'>')), 1);
    (less(bytes, 32) | quote_or_ampersand | angle | bytes) & (EACH << 7) != 0
}

fn push(html: &mut String, text: &str, place: Place) {
    let done: Result<(), Infallible> = pieces(text, place, |piece| {
        html.push_str(piece);
        Ok(())
    });
    done.expect("a string takes all");
}

/// Hands out `text` as it may stand in a place, piece by piece.
fn pieces<E>(text: &str, place: Place, mut put: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let bytes = text.as_bytes();
    let (mut copied, mut at) = (0, 0);
    while let Some(distance) = place.first_special(&bytes[at..]) {
        at += distance;
        let (instead, width) = special(bytes, at);
        if let Some(instead) = instead {
            put(&text[copied..at])?;
            put(instead)?;
            copied = at + width;
        }
        at += width;
    }
    put(&text[copied..])
}

/// What stands for the special character at `at`, none where it is copied after all, and its length in bytes.
fn special(bytes: &[u8], at: usize) -> (Option<&'static str>, usize) {
    match bytes[at] {
        b'&' => (Some("&amp;"), 1),
        b'<' => (Some("&lt;"), 1),
        b'>' => (Some("&gt;"), 1),
        b'"' => (Some("&quot;"), 1),
        b'\'' => (Some("&#39;"), 1),
        b' ' => (Some("%20"), 1),
        b'\r' if bytes.get(at + 1) != Some(&b'\n') => (Some("\n"), 1),
        0xef => match bytes.get(at + 1..at + 3) {
            Some([0xbf, 0xbe | 0xbf]) => (Some(""), 3),
            _ => (None, 3),
        },
        _ => (Some(""), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_forbidden_characters_are_left_out() {
        let mut html = String::new();
        push_text(&mut html, "a\0<b>\u{1}&\u{fffe}\"\r\nc\rd\te");
        assert_eq!(html, "a&lt;b&gt;&amp;\"\nc\nd\te");
        let mut value = String::new();
        push_address(&mut value, "a b\"&<'\u{1f}");
        assert_eq!(value, "a%20b&quot;&amp;&lt;'");
        let mut anywhere = Vec::new();
        write_anywhere("a b\"&<'>\u{1f}é#$%", &mut anywhere).expect("memory takes it");
        assert_eq!(anywhere, "a b&quot;&amp;&lt;&#39;&gt;é#$%".as_bytes());
    }

    #[test]
    fn no_special_byte_is_passed_over() {
        for byte in 0..=255 {
            for at in 0..8 {
                let mut eight = *b"abcd. x~";
                eight[at] = byte;
                let places = [Place::Plain, Place::Text, Place::Attribute, Place::Anywhere];
                let is_special = places.iter().any(|place| place.is_special(byte));
                assert!(!is_special || may_be_special(u64::from_le_bytes(eight)), "{byte} at {at}");
            }
        }
        assert!(!may_be_special(u64::from_le_bytes(*b"aZ 09.~!")));
        for place in [Place::Plain, Place::Text, Place::Attribute, Place::Address, Place::Anywhere] {
            let text = b"abcdefghijk\n<\"lmnop q".as_slice();
            let first = text.iter().position(|byte| place.is_special(*byte));
            assert_eq!(place.first_special(text), first);
        }
    }

    #[test]
    fn marks_of_direction_survive() {
        assert_eq!(legal("\u{200f}\u{202b}נ\u{202c}\u{2067}"), "\u{200f}\u{202b}נ\u{202c}\u{2067}");
        assert_eq!(legal("a\u{c}b\u{ffff}"), "ab");
    }
}
