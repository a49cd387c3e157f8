//! Text made safe for HTML: markup escaped, and the characters that XML forbids left out.

use std::borrow::Cow;

/// Appends `text` as the content of an element.
pub(super) fn push_text(html: &mut String, text: &str) {
    push(html, text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        _ => None,
    });
}

/// Appends `value` as the value of an attribute in double quotes.
pub(super) fn push_attribute(html: &mut String, value: &str) {
    push(html, value, in_attribute);
}

/// Appends `address` as the value of an `href` or `src`: a space, which no URL holds, becomes `%20`.
pub(super) fn push_address(html: &mut String, address: &str) {
    push(html, address, |c| if c == ' ' { Some("%20") } else { in_attribute(c) });
}

/// `text` without what XML 1.0 forbids (section 2.2, `Char`), its line ends as `\n`.
pub(super) fn legal(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c == '\r' || is_forbidden(c)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    push(&mut kept, text, |_| None);
    Cow::Owned(kept)
}

fn in_attribute(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        _ => None,
    }
}

fn push(html: &mut String, text: &str, escaped: impl Fn(char) -> Option<&'static str>) {
    let mut copied = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let instead = match c {
            '\r' if text[next..].starts_with('\n') => Some(""),
            '\r' => Some("\n"),
            c if is_forbidden(c) => Some(""),
            c => escaped(c),
        };
        if let Some(instead) = instead {
            html.push_str(&text[copied..at]);
            html.push_str(instead);
            copied = next;
        }
    }
    html.push_str(&text[copied..]);
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
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
    }

    #[test]
    fn marks_of_direction_survive() {
        assert_eq!(legal("\u{200f}\u{202b}נ\u{202c}\u{2067}"), "\u{200f}\u{202b}נ\u{202c}\u{2067}");
        assert_eq!(legal("a\u{c}b\u{ffff}"), "ab");
    }
}
