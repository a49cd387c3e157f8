//! Time grows with the length of the text, whatever stands in it.

use super::*;
use std::time::{Duration, Instant};

/// A text of `length` bytes.
fn filled(piece: &str, length: usize) -> String {
    piece.repeat(length / piece.len() + 1)
}

#[test]
fn a_hundred_kilobytes_of_anything_take_little_time() {
    let pieces = [
        "[",
        "]",
        "[[",
        "[@",
        "[@a",
        "[@a;",
        "[[a ",
        "[[a|",
        "[a]{claim=x}",
        "[a ]{claim=x} ",
        "[^",
        "[^1]",
        "[^1]: x [^1]\n",
        "![",
        "![[",
        "[*a ",
        "[[*a* ",
        "\\[",
        "\\",
        "*[",
        "](",
        "[a](b ",
        "<!--",
        "<!-- -->",
        "<b>",
        "# a\n",
        "# [a\n",
        "> [[a]]\n",
        "- [[a]]\n",
        "|[[a\\|b]]",
        "``` map\n",
        "![a](b)",
        "[[a]] [@b, c; @d] [e]{claim=f}\n",
        "@",
        ";",
        "@;",
        "> [^a]: ",
        "[^a]:\n",
        "*a [",
        "[[a]",
        "&",
        "a\n: [[b]]\n",
    ];
    for piece in pieces {
        let text = filled(piece, 100_000);
        let start = Instant::now();
        let _ = render_at(&text);
        assert!(start.elapsed() < Duration::from_secs(3), "{piece:?} took {:?}", start.elapsed());
    }
}
