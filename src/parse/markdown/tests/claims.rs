//! `[words]{claim=id}`.

use super::*;
use rstest::rstest;

#[test]
fn the_words_of_a_claim_stand_between_two_slots() {
    let text = "He said [12,000 *troops* by `x` and [b](/c/)]{claim=nis-12000}.";
    assert_eq!(
        brief_slots(text),
        ["open nis-12000 = [", "address /c/ = /c/", "close nis-12000 = ]{claim=nis-12000}"]
    );
    assert_eq!(
        html(text),
        "<p>He said [12,000 <em>troops</em> by <code>x</code> and <a href=\"/c/\">b</a>]{claim=nis-12000}.</p>\n"
    );
    let (open, close) = (&body(text).flow.slots[0], &body(text).flow.slots[2]);
    assert_eq!(open.span.range(), OFFSET + 8..OFFSET + 9);
    assert_eq!(&text[close.span.start as usize - OFFSET..][..18], "]{claim=nis-12000}");
}

#[rstest]
#[case("[a [b] c]{claim=x}", &["open x = [", "close x = ]{claim=x}"])]
#[case(r"[a\]b]{claim=x}", &["open x = [", "close x = ]{claim=x}"])]
#[case("[[[nis]] said]{claim=x}", &["open x = [", "link nis = [[nis]]", "close x = ]{claim=x}"])]
#[case("[[nis]]{claim=x}", &["open x = [", "link nis = [nis]", "close x = ]{claim=x}"])]
#[case("[[[nis]]]{claim=x}", &["open x = [", "link nis = [[nis]]", "close x = ]{claim=x}"])]
#[case("[@a]{claim=x}", &["open x = [", "close x = ]{claim=x}"])]
#[case("[w [@a]]{claim=x}", &["open x = [", "cite a = [@a]", "close x = ]{claim=x}"])]
#[case("[a [b]{claim=y}]{claim=x}", &["open x = [", "open y = [", "close y = ]{claim=y}", "close x = ]{claim=x}"])]
#[case("*[a]{claim=x}*", &["open x = [", "close x = ]{claim=x}"])]
#[case("# [a]{claim=x}", &["open x = [", "close x = ]{claim=x}"])]
#[case("# [a]{claim=x} {#y}", &["open x = [", "close x = ]{claim=x}"])]
#[case("- [a\n  b]{claim=x}", &["open x = [", "close x = ]{claim=x}"])]
#[case("|a|\n|-|\n|[b]{claim=x}|", &["open x = [", "close x = ]{claim=x}"])]
fn brackets_nest(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(brief_slots(text), expected, "{text}");
}

#[rstest]
#[case("[a *b]{claim=x} c*")]
#[case("*[a* b]{claim=x}")]
#[case("[a\n\nb]{claim=x}")]
#[case(r"\[a]{claim=x}")]
#[case(r"[a\]{claim=x}")]
#[case("[a] {claim=x}")]
#[case("[a]{claim=X}")]
#[case("[a]{claim=}")]
#[case("[a]{claim=x")]
#[case("a]{claim=x}")]
#[case("|a|b|\n|-|-|\n|[b|c]{claim=x}|")]
#[case("- [a\n  ```\n  x\n  ```\n  c]{claim=x}")]
fn other_brackets_are_text(#[case] text: &str) {
    assert_eq!(brief_slots(text), Vec::<String>::new(), "{text}");
}

#[test]
fn a_claim_in_a_link_is_text_and_a_link_before_braces_is_a_link() {
    assert_eq!(brief_slots("[a [b]{claim=x}](/c/)"), ["address /c/ = /c/"]);
    assert_eq!(brief_slots("[a](/c/){claim=x}"), ["address /c/ = /c/"]);
}
