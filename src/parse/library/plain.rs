//! Plain text out of fields that hold more than that.

use crate::model::Writer;

/// `text` on one line, without control characters; none where nothing is left.
pub(super) fn line(text: &str) -> Option<String> {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let words = text.split_whitespace().map(|word| word.chars().filter(allowed).collect::<String>());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A title and its subtitle.
pub(super) fn with_subtitle(title: String, subtitle: Option<String>) -> String {
    match subtitle.filter(|subtitle| !subtitle.trim().is_empty()) {
        Some(subtitle) if title.trim_end().ends_with(['?', '!', ':', '.']) => format!("{title} {subtitle}"),
        Some(subtitle) => format!("{title}: {subtitle}"),
        None => title,
    }
}

/// A writer; none where neither name says anything.
pub(super) fn writer(family: &str, given: &str) -> Option<Writer> {
    match (line(family), line(given)) {
        (Some(family), given) => Some(Writer { family, given }),
        (None, Some(given)) => Some(Writer { family: given, given: None }),
        (None, None) => None,
    }
}

/// `Family, Given`; names in Chinese, Japanese and Korean script stand together as they are written there.
pub(super) fn full_name(writer: &Writer) -> String {
    let Writer { family, given } = writer;
    match given {
        None => family.clone(),
        Some(given) if is_east_asian(family) && is_east_asian(given) => format!("{family}{given}"),
        Some(given) => format!("{family}, {given}"),
    }
}

fn is_east_asian(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(u32::from(c), 0x1100..=0x11ff | 0x3040..=0x318f | 0x3400..=0x4dbf | 0x4e00..=0x9fff
            | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0x2_0000..=0x3_134f)
    })
}

/// The words of a title in which CSL allows a little HTML. Other angle brackets are the author's own.
pub(super) fn without_html(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        match rest.find('>').filter(|end| is_tag(&rest[1..*end])) {
            Some(end) => rest = &rest[end + 1..],
            None => {
                plain.push('<');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The tags that CSL knows: `i`, `b`, `sub`, `sup`, `sc` and `span` with its attributes.
fn is_tag(inside: &str) -> bool {
    let name = inside.trim_start_matches('/').trim_end_matches('/').trim_end();
    matches!(name, "i" | "b" | "sub" | "sup" | "sc" | "em" | "strong" | "span") || name.starts_with("span ")
}

/// Text without the TeX commands that no sign stands for: of `\emph{words}` the words stay, of `\LaTeX ` nothing.
pub(super) fn without_commands(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    // Braces that belong to a command; others are signs of the author's.
    let mut open = 0_usize;
    while let Some(at) = rest.find(['\\', '}']) {
        plain.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        if rest[at..].starts_with('}') {
            if open == 0 {
                plain.push('}');
            }
            open = open.saturating_sub(1);
            rest = behind;
            continue;
        }
        let name = behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len());
        rest = &behind[name..];
        if name == 0 {
            plain.push('\\');
        } else if let Some(argument) = rest.strip_prefix('{') {
            open += 1;
            rest = argument;
        } else {
            rest = rest.strip_prefix(' ').unwrap_or(rest);
        }
    }
    plain.push_str(rest);
    plain
}

/// A string of hayagriva: `{…}` keeps its case, `\` takes the next sign as it is.
pub(super) fn without_braces(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '{' | '}' => {}
            '\\' => plain.extend(signs.next()),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_tags_of_csl_are_taken_out() {
        assert_eq!(
            without_html("<i>Kursk</i> in <span class=\"nocase\">NATO</span> eyes"),
            "Kursk in NATO eyes"
        );
        assert_eq!(without_html("1 < 2 > 0, <script>x</script>"), "1 < 2 > 0, <script>x</script>");
        assert_eq!(without_html("a <"), "a <");
    }

    #[test]
    fn commands_go_and_their_words_stay() {
        assert_eq!(
            without_commands(r"The \emph{very \textbf{big}} map \LaTeX of {x}"),
            "The very big map of {x}"
        );
        assert_eq!(without_commands(r"\url{https://example.org/b}"), "https://example.org/b");
        assert_eq!(without_commands("C: \\ 3"), "C: \\ 3");
    }

    #[test]
    fn names_are_family_first_and_korean_ones_together() {
        let name = |family, given| full_name(&writer(family, given).expect("a name"));
        assert_eq!(name("Rutte", "Mark"), "Rutte, Mark");
        assert_eq!(name("윤", "석열"), "윤석열");
        assert_eq!(name("Reuters", " "), "Reuters");
        assert_eq!(name("", "Bono"), "Bono");
        assert_eq!(writer(" ", ""), None);
    }

    #[test]
    fn a_line_has_no_breaks_and_no_control_signs() {
        assert_eq!(line(" a\u{1}\n\t b ").as_deref(), Some("a b"));
        assert_eq!(line(" \u{7} \n"), None);
    }

    #[test]
    fn a_subtitle_stands_behind_a_colon() {
        assert_eq!(with_subtitle("Who?".into(), Some("A list".into())), "Who? A list");
        assert_eq!(with_subtitle("War".into(), Some("A list".into())), "War: A list");
    }
}
