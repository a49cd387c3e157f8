//! Pages as the preview hands them out: with the live client, and a policy that lets it run.
//!
//! What is built never passes here, so built pages have the scripts of their theme alone.

use super::tab::Seen;
use super::trouble::Trouble;

/// Where the live client's files stand.
pub(super) const CLIENT: &str = "/_chancery/live.js";
/// The style of the overlay and of pages that tell what is wrong.
pub(super) const STYLE: &str = "/_chancery/live.css";

/// What the client needs of a content security policy.
const NEEDED: [&str; 3] = ["script-src", "connect-src", "style-src"];

/// The page with the client in it.
pub(super) fn with_client(page: &[u8], seen: Seen) -> Vec<u8> {
    let Ok(page) = std::str::from_utf8(page) else { return page.to_vec() };
    let mut page = with_policies(page);
    let script = format!("<script src=\"{CLIENT}\" data-seen=\"{seen}\" defer></script>\n");
    let end = ["</head>", "</body>"].iter().find_map(|tag| page.find(tag));
    page.insert_str(end.unwrap_or(page.len()), &script);
    page.into_bytes()
}

/// A page that tells what is wrong with the site, or with the page that should be there.
pub(super) fn of_trouble(trouble: &Trouble, seen: Seen) -> Vec<u8> {
    let title = match trouble.count {
        1 => "1 error".to_owned(),
        count => format!("{count} errors"),
    };
    let texts = trouble.errors.iter().map(|error| format!("<pre>{}</pre>\n", escaped(&error.text)));
    let texts: String = texts.collect();
    let more = trouble.count.saturating_sub(trouble.errors.len());
    let more = if more > 0 { format!("<p>… and {more} more</p>\n") } else { String::new() };
    let page = format!(
        "<!doctype html>\n<html lang=\"en\" class=\"trouble\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; \
         script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{STYLE}\">\n\
         <script src=\"{CLIENT}\" data-seen=\"{seen}\" defer></script>\n</head>\n<body>\n<main class=\"panel\">\n\
         <h1>{title}</h1>\n<p>The page is shown here as soon as nothing is wrong any more.</p>\n{texts}{more}</main>\n\
         </body>\n</html>\n"
    );
    page.into_bytes()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The page, its policies allowing files of its own origin where the client needs them.
fn with_policies(page: &str) -> String {
    let mut changed = String::with_capacity(page.len() + 256);
    let mut rest = page;
    while let Some(at) = find_ignoring_case(rest, "http-equiv=\"content-security-policy\"") {
        let tag = rest[..at].rfind('<').unwrap_or(at);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end);
        let value = rest[tag..end].find(" content=\"").map(|from| tag + from + " content=\"".len());
        let value = value.and_then(|from| rest[from..end].find('"').map(|length| from..from + length));
        if let Some(value) = value {
            changed.push_str(&rest[..value.start]);
            changed.push_str(&with_own(&rest[value.clone()]));
            changed.push_str(&rest[value.end..end]);
        } else {
            changed.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
    changed.push_str(rest);
    changed
}

fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len()).position(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// A policy that allows files of its own origin.
fn with_own(policy: &str) -> String {
    let directives = policy.split(';').map(str::trim).filter(|directive| !directive.is_empty());
    let mut directives: Vec<String> = directives.map(str::to_owned).collect();
    let default = directives.iter().find_map(|one| one.strip_prefix("default-src")).map(str::to_owned);
    for name in NEEDED {
        let named = |one: &&mut String| one.split_whitespace().next() == Some(name);
        let sources = match directives.iter_mut().find(named) {
            Some(directive) => directive,
            None => {
                // What is not said is as the default; without one all is allowed.
                let Some(default) = &default else { continue };
                directives.push(format!("{name}{default}"));
                let Some(last) = directives.last_mut() else { continue };
                last
            }
        };
        let words: Vec<&str> = sources.split_whitespace().filter(|word| *word != "'none'").collect();
        let own = if words.contains(&"'self'") { "" } else { " 'self'" };
        *sources = format!("{}{own}", words.join(" "));
    }
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fingerprint;
    use crate::serve::tab::Content;

    #[test]
    fn a_policy_allows_the_client_and_keeps_the_rest() {
        assert_eq!(
            with_own("default-src 'none'; style-src 'self'; img-src 'self'"),
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'"
        );
        assert_eq!(
            with_own("default-src https://a.example; script-src 'none';"),
            "default-src https://a.example; script-src 'self'; connect-src https://a.example 'self'; \
             style-src https://a.example 'self'"
        );
        assert_eq!(with_own("img-src 'self'"), "img-src 'self'");
    }

    #[test]
    fn a_policy_is_found_in_its_own_tag_alone() {
        let tag = |policy: &str| {
            format!(
                "<meta content=\"{policy}\" http-equiv=\"Content-Security-Policy\"><meta content=\"a; b\">"
            )
        };
        assert_eq!(with_policies(&tag("script-src 'none'")), tag("script-src 'self'"));
        let empty = "<meta http-equiv=\"Content-Security-Policy\"><meta content=\"default-src 'none'\">";
        assert_eq!(with_policies(empty), empty);
    }

    #[test]
    fn the_client_stands_in_the_head_and_every_policy_allows_it() {
        let seen = Seen { instance: 1, number: 2, content: Content::Page(Fingerprint(3)) };
        let meta = "<META HTTP-EQUIV=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let page = with_client(format!("<head>{meta}{meta}</head><body>").as_bytes(), seen);
        let page = String::from_utf8(page).expect("UTF-8");
        assert_eq!(page.matches("script-src 'self'; connect-src 'self'; style-src 'self'").count(), 2);
        let script = "<script src=\"/_chancery/live.js\" data-seen=\"1-2-p3\" defer></script>\n</head>";
        assert!(page.contains(script), "{page}");
        assert_eq!(with_client(b"bare", seen).len(), "bare".len() + script.len() - "</head>".len());
    }
}
