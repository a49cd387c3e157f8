//! Where a link may lead: `http`, `https`, `mailto` and the site itself.

/// A link's destination, entities and backslashes resolved, by what may be done with it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination<'a> {
    /// `http:` or `https:`.
    Web(&'a str),
    /// `mailto:`.
    Mail(&'a str),
    /// Without a scheme: a path, a query or a fragment.
    Site(&'a str),
    /// Anything else, with the reason as the end of a sentence that begins with the address.
    Refused(String),
}

/// Sorts a destination. Browsers leave out white space around an address and line breaks in it,
/// and take `\` for `/` (WHATWG URL, section 4.4): what could be read in two ways is refused.
pub(super) fn classify(destination: &str) -> Destination<'_> {
    let address = destination.trim_matches(|c: char| c <= ' ');
    if address.is_empty() {
        return Destination::Refused("leads nowhere".to_owned());
    }
    if address.contains(|c: char| c.is_ascii_control()) {
        return Destination::Refused("has a control character in it".to_owned());
    }
    if address.bytes().take(2).filter(|byte| matches!(byte, b'/' | b'\\')).count() == 2 {
        return Destination::Refused("has no scheme".to_owned());
    }
    match address.find([':', '/', '?', '#']) {
        Some(end) if address[end..].starts_with(':') => with_scheme(address, &address[..end]),
        _ => Destination::Site(address),
    }
}

fn with_scheme<'a>(address: &'a str, scheme: &str) -> Destination<'a> {
    let is = |known: &str| scheme.eq_ignore_ascii_case(known);
    if is("https") || is("http") {
        Destination::Web(address)
    } else if is("mailto") {
        Destination::Mail(address)
    } else {
        Destination::Refused(format!("has the scheme `{}`", shorten(&scheme.to_ascii_lowercase())))
    }
}

/// `text` for a message: its first 60 characters.
pub(super) fn shorten(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn web_mail_and_site_are_told_apart() {
        assert_eq!(classify("HTTPS://x.org/a:b"), Destination::Web("HTTPS://x.org/a:b"));
        assert_eq!(classify(" http://x "), Destination::Web("http://x"));
        assert_eq!(classify("MailTo:a@b.c"), Destination::Mail("MailTo:a@b.c"));
        for site in ["../x.md", "/actors/x/", "#frag", "?q=a:b", "a b.pdf", "x#a:b", "./a:b", "윤석열.md"]
        {
            assert_eq!(classify(site), Destination::Site(site));
        }
    }

    #[rstest]
    #[case("javascript:alert(1)")]
    #[case("JavaScript:alert(1)")]
    #[case(" javascript:alert(1)")]
    #[case("java\nscript:alert(1)")]
    #[case("\u{1}javascript:alert(1)")]
    #[case("java script:alert(1)")]
    #[case("data:text/html,x")]
    #[case("vbscript:x")]
    #[case("file:///etc/passwd")]
    #[case("//host/x")]
    #[case("/\\host/x")]
    #[case("\\\\host\\x")]
    #[case("https\u{a0}:x")]
    #[case("")]
    #[case(" ")]
    fn everything_else_is_refused(#[case] address: &str) {
        assert!(matches!(classify(address), Destination::Refused(_)), "{address:?}");
    }
}
