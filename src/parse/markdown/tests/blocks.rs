//! Block elements, line breaks, characters and the count of words.

use super::*;
use rstest::rstest;

#[rstest]
#[case("a\\\nb  \nc\nd", "<p>a<br>\nb<br>\nc\nd</p>\n")]
#[case("***", "<hr>\n")]
#[case("*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <del>c</del></p>\n")]
#[case("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
#[case("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n")]
#[case("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n")]
#[case("1. a", "<ol>\n<li>a</li>\n</ol>\n")]
#[case("- [ ] a", "<ul>\n<li>[ ] a</li>\n</ul>\n")]
#[case("a\n: b\n: c", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>\n")]
#[case("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n")]
#[case("\"a\" -- b...", "<p>\"a\" -- b...</p>\n")]
#[case("---\na: b\n---", "<hr>\n<h2 id=\"a-b\">a: b</h2>\n")]
#[case("```Rust x\na < b\n```", "<pre><code class=\"language-rust\">a &lt; b\n</code></pre>\n")]
#[case("```c++\n```", "<pre><code class=\"language-c++\"></code></pre>\n")]
#[case("```a\"b\nx\n```", "<pre><code>x\n</code></pre>\n")]
fn elements_are_written(#[case] text: &str, #[case] expected: &str) {
    assert_eq!(html(text), expected);
}

#[test]
fn an_alert_is_a_note_with_its_title() {
    for (word, class, title) in [("NOTE", "note", "Note"), ("CAUTION", "caution", "Caution")] {
        let expected = format!(
            "<div class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">{title}</p>\n<p>a</p>\n</div>\n"
        );
        assert_eq!(html(&format!("> [!{word}]\n> a")), expected);
    }
}

#[test]
fn a_table_scrolls_and_has_aligned_cells() {
    let table = "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|\n|5|\n";
    let expected = "<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"Table 1\"><table>\n\
        <thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"align-left\">b</th>\
        <th scope=\"col\" class=\"align-center\">c</th><th scope=\"col\" class=\"align-right\">d</th></tr></thead>\n\
        <tbody>\n<tr><td>1</td><td class=\"align-left\">2</td><td class=\"align-center\">3</td>\
        <td class=\"align-right\">4</td></tr>\n<tr><td>5</td><td class=\"align-left\"></td>\
        <td class=\"align-center\"></td><td class=\"align-right\"></td></tr>\n</tbody></table></div>\n";
    assert_eq!(html(table), expected);
    let two = html(&format!("{table}\n{table}"));
    assert!(two.contains("Table 2"));
    assert!(!html("|a|\n|-|").contains("tbody"));
}

#[test]
fn a_block_named_after_a_figure_is_a_slot_over_the_code() {
    let text = "> ```timeline\n> actor: <x>\n> ```\n";
    assert_eq!(
        brief_slots(text),
        [concat!(
            "figure timeline \"actor: <x>\\n\" = ",
            "<pre><code class=\"language-timeline\">actor: &lt;x&gt;\n</code></pre>"
        )]
    );
    for name in ["claims", "estimates", "network", "map", "timeline x"] {
        assert_eq!(brief_slots(&format!("```{name}\n```")).len(), 1, "{name}");
    }
    for name in ["", "Timeline", "timeline-x", "yaml timeline"] {
        assert_eq!(brief_slots(&format!("```{name}\n```")).len(), 0, "{name}");
    }
}

#[test]
fn control_characters_are_dropped_and_marks_of_direction_are_kept() {
    assert_eq!(html("a\u{1}b\u{c}&#2;\u{ffff} `\u{3}` \u{200f}x"), "<p>ab <code></code> \u{200f}x</p>\n");
    assert_eq!(html("a\r\nb\r\n\r\n```\r\nc\r\n```\r\n"), "<p>a\nb</p>\n<pre><code>c\n</code></pre>\n");
    assert_eq!(html("| a\u{202b} |\n|-|\n").matches('\u{202b}').count(), 1);
}

#[test]
fn words_are_those_a_reader_reads() {
    let words = |text: &str| body(text).words;
    assert_eq!(words("One *two* th**r**ee – four\nfive"), 5);
    assert_eq!(words("윤석열 대통령은 [[nis|the spy agency]] [@a, p. 3] [[mark-rutte]]"), 6);
    assert_eq!(words("## a\n\n- b\n- c\n\n|d|e|\n|-|-|\n|f|g|\n\n[h i]{claim=x}"), 9);
    assert_eq!(words("a[^1]\n\n[^1]: b c"), 3);
    assert_eq!(words("```map\ntag: x\n```\n\n```\ncode here\n```\n![alt text](p.png 'a title')"), 4);
}

#[test]
fn no_text_is_an_empty_body() {
    assert_eq!(body(""), Body::default());
    assert_eq!(body(" \n\n\t\n"), Body::default());
}
