//! A check that HTML is balanced, as strict as XML but for void elements.

/// Elements without an end.
const VOID: [&str; 3] = ["br", "hr", "img"];

/// What is wrong with `html`, if anything: a stray `<`, `>` or `&`, a tag that is not closed by its
/// own end, an attribute without quotes, or one that stands twice.
pub(super) fn fault(html: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        if let Some(fault) = text_fault(&rest[..start]) {
            return Some(fault);
        }
        let Some(length) = rest[start..].find('>') else { return Some(format!("an open tag: {rest}")) };
        let tag = &rest[start + 1..start + length];
        rest = &rest[start + length + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, attributes) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
            return Some(format!("not a name: <{tag}>"));
        }
        if let Some(fault) = attributes_fault(attributes) {
            return Some(format!("{fault} in <{tag}>"));
        }
        if name == "a" && open.contains(&"a") {
            return Some("a link in a link".to_owned());
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    text_fault(rest).or_else(|| open.last().map(|name| format!("<{name}> is not closed")))
}

fn text_fault(text: &str) -> Option<String> {
    if text.contains('>') {
        return Some(format!("a stray >: {text}"));
    }
    if text.chars().any(|c| matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')) {
        return Some(format!("a forbidden character: {text:?}"));
    }
    let entities = ["amp;", "lt;", "gt;", "quot;"];
    let is_bare = |(at, _): (usize, &str)| !entities.iter().any(|entity| text[at + 1..].starts_with(entity));
    text.match_indices('&').any(is_bare).then(|| format!("a bare &: {text}"))
}

fn attributes_fault(attributes: &str) -> Option<String> {
    let mut names = Vec::new();
    let mut rest = attributes;
    while !rest.is_empty() {
        let Some((name, behind)) = rest.strip_prefix(' ').and_then(|rest| rest.split_once("=\"")) else {
            return Some("an attribute without a quoted value".to_owned());
        };
        let Some((value, behind)) = behind.split_once('"') else { return Some("an open value".to_owned()) };
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        if !is_name || names.contains(&name) || name == "style" || name.starts_with("on") {
            return Some(format!("the attribute {name}"));
        }
        if let Some(fault) = text_fault(value).or_else(|| address_fault(name, value)) {
            return Some(fault);
        }
        names.push(name);
        rest = behind;
    }
    None
}

fn address_fault(name: &str, value: &str) -> Option<String> {
    if !matches!(name, "href" | "src") {
        return None;
    }
    let scheme =
        value.find([':', '/', '?', '#']).filter(|at| value[*at..].starts_with(':')).map(|at| &value[..at]);
    let is_fine = match scheme.map(str::to_ascii_lowercase).as_deref() {
        None => !value.starts_with("//") && !value.starts_with("/\\") && !value.contains(char::is_control),
        Some("http" | "https" | "mailto") => name == "href",
        Some(_) => false,
    };
    (!is_fine).then(|| format!("the address {value}"))
}

#[test]
fn faults_are_found() {
    for html in
        ["<p>", "<p></a>", "a > b", "a & b", "<p style=\"x\"></p>", "<a href=\"data:x\"></a>", "<b c></b>"]
    {
        assert!(fault(html).is_some(), "{html}");
    }
    assert_eq!(fault("<p>a &amp; <img src=\"a\" alt=\"\"><br>\n</p>"), None);
}
