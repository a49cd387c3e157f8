//! `[[…]]` and `[@…]`: what is one, and what real Markdown holds and must survive.

use super::*;
use rstest::rstest;

#[rstest]
#[case("[[mark-rutte]]", "link mark-rutte = [[mark-rutte]]")]
#[case("[[nis|the spy agency]]", "link nis|the spy agency = [[nis|the spy agency]]")]
#[case(r"[[nis\|the spy agency]]", "link nis|the spy agency = [[nis|the spy agency]]")]
#[case("[[event:rutte-confirms]]", "link event:rutte-confirms = [[event:rutte-confirms]]")]
#[case("[[ brief : x y | z ]]", "link brief:x y|z = [[ brief : x y | z ]]")]
#[case("[[Mission: Impossible]]", "link Mission: Impossible = [[Mission: Impossible]]")]
#[case("[[a|]]", "link a = [[a|]]")]
#[case("[[AT&amp;T]]", "link AT&T = [[AT&amp;T]]")]
#[case("[[a_b_c]]", "link a_b_c = [[a_b_c]]")]
#[case("[[윤석열|尹]]", "link 윤석열|尹 = [[윤석열|尹]]")]
#[case("[[Mark\nRutte]]", "link Mark Rutte = [[Mark Rutte]]")]
#[case("> [[Mark\n> Rutte]]", "link Mark Rutte = [[Mark Rutte]]")]
#[case("[[nis|the *spy* agency]]", "link nis|the spy agency = [[nis|the spy agency]]")]
#[case("x![[nis]]", "link nis = [[nis]]")]
#[case("[[[nis]]]", "link nis = [[nis]]")]
#[case(r"\\[[nis]]", "link nis = [[nis]]")]
#[case("국정원은[[nis]]은", "link nis = [[nis]]")]
#[case("**[[nis]]**", "link nis = [[nis]]")]
#[case("[@korea-herald, para. 4]", "cite korea-herald at para. 4 = [@korea-herald, para. 4]")]
#[case("[@a; @b]", "cite a + b = [@a; @b]")]
#[case("[@The Korea Herald]", "cite The Korea Herald = [@The Korea Herald]")]
#[case("[@a, p. 3;@b, *ibid.*]", "cite a at p. 3 + b at ibid. = [@a, p. 3;@b, ibid.]")]
#[case("said[@a].", "cite a = [@a]")]
#[case("발표[@a]했다", "cite a = [@a]")]
fn a_reference_is_a_slot(#[case] text: &str, #[case] slot: &str) {
    assert_eq!(brief_slots(text), [slot], "{text}");
}

#[rstest]
#[case(
    "[[Feature #1]](https://x.org)",
    "<p><a class=\"external\" href=\"https://x.org\">[Feature #1]</a></p>\n"
)]
#[case("[[x]][ref]\n\n[ref]: https://x.org", "<p><a class=\"external\" href=\"https://x.org\">[x]</a></p>\n")]
#[case("[@handle](https://x.org)", "<p><a class=\"external\" href=\"https://x.org\">@handle</a></p>\n")]
#[case("[[x]]\n\n[x]: https://x.org", "<p>[<a class=\"external\" href=\"https://x.org\">x</a>]</p>\n")]
#[case("[@x]\n\n[@x]: https://x.org", "<p><a class=\"external\" href=\"https://x.org\">@x</a></p>\n")]
#[case("[[[x]] y](https://x.org)", "<p><a class=\"external\" href=\"https://x.org\">[[x]] y</a></p>\n")]
#[case(r"\[[x]]", "<p>[[x]]</p>\n")]
#[case(r"\\\[[x]]", "<p>\\[[x]]</p>\n")]
#[case(r"[\[x]]", "<p>[[x]]</p>\n")]
#[case(r"[[x]\]", "<p>[[x]]</p>\n")]
#[case(r"[\@x]", "<p>[@x]</p>\n")]
#[case("`[[x]] [@y]`", "<p><code>[[x]] [@y]</code></p>\n")]
#[case("    [[x]] [@y]", "<pre><code>[[x]] [@y]</code></pre>\n")]
#[case("[[]] [[ ]] [[|x]] [[event:]] [[\u{1}]]", "<p>[[]] [[ ]] [[|x]] [[event:]] [[]]</p>\n")]
#[case("[[a `b`]] [[a]b]]", "<p>[[a <code>b</code>]] [[a]b]]</p>\n")]
#[case("[[a *b]] c*", "<p>[[a <em>b]] c</em></p>\n")]
#[case("[@] [@, p. 3] [@a; @] [@ a]", "<p>[@] [@, p. 3] [@a; @] [@ a]</p>\n")]
#[case("me@x.org [me@x.org] [@user@host.org] a[@i]b", "<p>me@x.org [me@x.org] [@user@host.org] a[@i]b</p>\n")]
#[case("[[a", "<p>[[a</p>\n")]
fn what_is_ordinary_markdown_stays_so(#[case] text: &str, #[case] expected: &str) {
    assert_eq!(html(text), expected, "{text}");
    assert!(body(text).flow.slots.is_empty(), "{text}");
}

#[test]
fn a_pipe_in_a_table_is_written_with_a_backslash() {
    let text = "| a | b |\n|---|---|\n| [[nis\\|the spy agency]] | [@a, p. 1] |";
    assert_eq!(
        brief_slots(text),
        ["link nis|the spy agency = [[nis|the spy agency]]", "cite a at p. 1 = [@a, p. 1]"]
    );
}

#[test]
fn spans_are_of_the_file() {
    let text = "윤 [[a]] and [@k&amp;l, p. 1; @윤석열] x";
    let flow = body(text).flow;
    let at = |span: crate::text::Span| &text[span.start as usize - OFFSET..span.end as usize - OFFSET];
    assert_eq!(at(flow.slots[0].span), "[[a]]");
    assert_eq!(at(flow.slots[1].span), "[@k&amp;l, p. 1; @윤석열]");
    let SlotKind::Cite(items) = &flow.slots[1].kind else { panic!("a citation: {:?}", flow.slots) };
    assert_eq!(items.iter().map(|item| at(item.span)).collect::<Vec<_>>(), ["k&amp;l", "윤석열"]);
    assert_eq!(items[0].key, "k&l");
}

#[test]
fn a_reference_has_at_most_a_thousand_bytes() {
    assert_eq!(brief_slots(&format!("[[{}]]", "a ".repeat(400))).len(), 1);
    assert!(brief_slots(&format!("[[{}]]", "a ".repeat(600))).is_empty());
}
