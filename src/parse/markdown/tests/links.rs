//! Links, images and raw HTML: what a page may lead to, ask for and hold.

use super::*;
use crate::diagnostics::Code;
use rstest::rstest;

#[rstest]
#[case(
    "[a](https://x.org/?a=1&b=\"2\")",
    "<a class=\"external\" href=\"https://x.org/?a=1&amp;b=&quot;2&quot;\">a</a>"
)]
#[case(
    "[a](HTTP://x 'the \"t\"')",
    "<a class=\"external\" href=\"HTTP://x\" title=\"the &quot;t&quot;\">a</a>"
)]
#[case("<https://x.org>", "<a class=\"external\" href=\"https://x.org\">https://x.org</a>")]
#[case("<a@b.org>", "<a href=\"mailto:a@b.org\">a@b.org</a>")]
#[case("![a *b* `c`](../p.png)", "<img src=\"../p.png\" alt=\"a b c\" loading=\"lazy\" decoding=\"async\">")]
#[case(
    "x ![a](p.png 't')",
    "x <img src=\"p.png\" alt=\"a\" title=\"t\" loading=\"lazy\" decoding=\"async\">"
)]
#[case(
    "[![a](p.png)](/x/)",
    "<a href=\"/x/\"><img src=\"p.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></a>"
)]
fn links_and_images_are_written(#[case] text: &str, #[case] expected: &str) {
    assert_eq!(html(text), format!("<p>{expected}</p>\n"));
}

#[test]
fn an_address_without_a_scheme_is_a_slot() {
    let text = "[a](../x.md#y) [b](</p q/>) [c](#f) [d](?q&r) ![e](i.png)";
    assert_eq!(
        brief_slots(text),
        [
            "address ../x.md#y = ../x.md#y",
            "address /p q/ = /p%20q/",
            "address #f = #f",
            "address ?q&r = ?q&amp;r",
            "picture i.png = src=\"i.png\""
        ]
    );
}

#[rstest]
#[case("[x](javascript:alert(1))")]
#[case("[x](JAVASCRIPT:alert(1))")]
#[case("[x](java&#115;cript&colon;alert(1))")]
#[case("[x](<java&#10;script:alert(1)>)")]
#[case("[x](< javascript:alert(1)>)")]
#[case("[x](data:text/html;base64,PHN2Zz4)")]
#[case("[x](vbscript:x)")]
#[case("[x](file:///etc/passwd)")]
#[case("[x](//host/path)")]
#[case(r"[x](/\\host/path)")]
#[case("[x]()")]
#[case("![x](data:image/png;base64,AA)")]
#[case("![x](mailto:a@b.org)")]
fn other_addresses_leave_the_text_and_warn(#[case] text: &str) {
    assert_eq!(mistakes(text), [(Code::P020, text)]);
    assert_eq!(render_at(text).0.flow.html, "<p>x</p>\n");
}

#[test]
fn an_image_from_elsewhere_is_a_link() {
    let text = "![a](https://x.org/i.png)";
    assert_eq!(mistakes(text), [(Code::P020, text)]);
    let link =
        |words: &str| format!("<p><a class=\"external\" href=\"https://x.org/i.png\">{words}</a></p>\n");
    assert_eq!(render_at(text).0.flow.html, link("a"));
    assert_eq!(render_at("![](https://x.org/i.png)").0.flow.html, link("https://x.org/i.png"));
    let linked = render_at("[![a](https://x.org/i.png)](/y/)").0.flow.html;
    assert_eq!(linked, "<p><a href=\"/y/\">a</a></p>\n");
}

#[test]
fn an_image_alone_with_a_title_is_a_figure() {
    let figure = "<figure><img src=\"p.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"><figcaption>t &lt;</figcaption></figure>\n";
    assert_eq!(html("![a](p.png 't <')"), figure);
    assert_eq!(
        html("![a](p.png)"),
        "<p><img src=\"p.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></p>\n"
    );
}

#[test]
fn raw_html_is_shown_as_text_with_one_warning() {
    let text = "a <b onclick=x>c</b>\n\n<div style=\"x\">\n<script>y</script>\n</div>";
    let (body, diagnostics) = render_at(text);
    assert_eq!(mistakes(text), [(Code::P021, "<b onclick=x>")]);
    assert!(diagnostics[0].message.contains("3 places"), "{diagnostics:?}");
    assert_eq!(
        body.flow.html,
        "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n<pre class=\"raw-html\">&lt;div style=\"x\"&gt;\n\
         &lt;script&gt;y&lt;/script&gt;\n&lt;/div&gt;</pre>\n"
    );
}

#[test]
fn comments_are_dropped() {
    assert_eq!(html("a <!-- b --> c"), "<p>a  c</p>\n");
    assert_eq!(html("<!-- a\n\nb -->\n\nc"), "<p>c</p>\n");
    assert_eq!(html("<!-- a --> b"), "<p> b</p>\n");
    assert_eq!(html("<!-->\nb\n"), "<p>b</p>\n");
    assert_eq!(mistakes("<!-- a\n\nb").len(), 1);
}
