//! Style sheets without what only their authors need: comments, indents and ends of lines.
//!
//! Takes the text of a sheet and gives one that means the same. Only space next to `{`, `}` and `;` goes: elsewhere it
//! may join or divide (`a b`, `1px + 2px`). Strings and addresses stay as they are.

/// Nothing can be joined or divided by space next to these.
const EDGES: [u8; 3] = *b"{};";

/// The sheet, shorter. A comment that opens with `/*!`, as licences do, stays.
pub(super) fn shortened(css: &str) -> String {
    let bytes = css.as_bytes();
    let mut out = String::with_capacity(css.len());
    let mut at = 0;
    let mut space = false;
    while let Some(&byte) = bytes.get(at) {
        let rest = &css[at..];
        if byte.is_ascii_whitespace() {
            space = true;
            at += 1;
            continue;
        }
        if rest.starts_with("/*") && !rest.starts_with("/*!") {
            at = rest[2..].find("*/").map_or(css.len(), |end| at + 2 + end + 2);
            // It divides without being space: `0/**/auto` has two words, `.a/**/.b` is one element.
            let after = bytes.get(at).is_none_or(|next| next.is_ascii_whitespace() || EDGES.contains(next));
            let before = out.as_bytes().last().is_none_or(|last| EDGES.contains(last));
            if !space && !before && !after {
                out.push_str("/**/");
            }
            continue;
        }
        let before = out.as_bytes().last().is_none_or(|last| EDGES.contains(last));
        if space && !before && !EDGES.contains(&byte) {
            out.push(' ');
        }
        space = false;
        // The last declaration of a block needs no end.
        if byte == b'}' && out.ends_with(';') {
            out.pop();
        }
        let end = at + whole(rest);
        out.push_str(&css[at..end]);
        at = end;
    }
    out
}

/// The length of what stands at the beginning of `rest` and must not be looked into: a string, an address without quotes, a
/// comment that stays, an escaped character; else of one character.
fn whole(rest: &str) -> usize {
    let until = |open: usize, close: &str| {
        rest[open..].find(close).map_or(rest.len(), |end| open + end + close.len())
    };
    let first = rest.chars().next().map_or(0, char::len_utf8);
    match rest.as_bytes() {
        [quote @ (b'"' | b'\''), ..] => string(rest, *quote),
        [b'\\', ..] => first + rest[first..].chars().next().map_or(0, char::len_utf8),
        [b'/', b'*', ..] => until(2, "*/"),
        [b'u' | b'U', b'r' | b'R', b'l' | b'L', b'(', next, ..] if !matches!(next, b'"' | b'\'') => {
            until(4, ")")
        }
        _ => first,
    }
}

/// The length of a string with its quotes.
fn string(rest: &str, quote: u8) -> usize {
    let mut escaped = false;
    let end = rest.bytes().skip(1).position(|byte| {
        let ends = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(rest.len(), |end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn comments_indents_and_ends_of_lines_go() {
        let css = "/* a sheet */\n.a {\n  color: red; /* why */\n  margin: 0 auto;\n}\n\n@media print {\n  .b { top: 0 }\n}\n";
        assert_eq!(shortened(css), ".a{color: red;margin: 0 auto}@media print{.b{top: 0}}");
    }

    #[test]
    fn space_that_divides_stays() {
        assert_eq!(
            shortened(".a\n.b,\n.c /**/ .d{width:calc(1px  +  2px)}"),
            ".a .b, .c .d{width:calc(1px + 2px)}"
        );
        assert_eq!(shortened("a{margin:0/* x */auto}.a/* y */.b{}"), "a{margin:0/**/auto}.a/**/.b{}");
    }

    #[test]
    fn strings_addresses_and_licences_stay_as_they_are() {
        for css in [
            "a::after{content:\"  /* ; } */ \\\" ; }\"}",
            "a::after{content:'\\\\'}",
            "a{background:url(data:image/svg+xml;utf8,x;}/*y*/)}",
            "/*! (c) a; b */a{b:c}",
            "a{content:\"–  \"}",
            ".a\\;b{top:0}",
        ] {
            assert_eq!(shortened(css), css);
        }
    }

    #[test]
    fn what_is_never_closed_is_no_trouble() {
        for css in ["/* open", "a{b:\"open", "a{b:url(open", "a{b:c\\", "/", "/*!"] {
            let _ = shortened(css);
        }
        assert_eq!(shortened("a{b:c}/* open"), "a{b:c}");
    }
}
