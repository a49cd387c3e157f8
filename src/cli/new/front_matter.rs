//! The text of a new record.

use crate::model::RecordKind;
use crate::yaml::allowed_url;
use jiff::civil;

/// A file that parses without a mistake and says what to fill in.
pub(super) fn text(kind: RecordKind, title: &str, today: civil::Date) -> String {
    let template = match kind {
        RecordKind::Brief => include_str!("brief.md"),
        RecordKind::Actor => include_str!("actor.md"),
        RecordKind::Event => include_str!("event.md"),
        RecordKind::Source if allowed_url(title).is_some() => include_str!("source_url.md"),
        RecordKind::Source => include_str!("source.md"),
        RecordKind::Place => include_str!("place.md"),
        RecordKind::Page => include_str!("page.md"),
    };
    // The title last, for anything may stand in it.
    template.replace("{today}", &today.to_string()).replacen("{title}", &scalar(title), 1)
}

/// The text as a YAML scalar: plain where no reader could take it for anything else, else in double quotes
/// (YAML 1.2.2, section 7.3.1).
fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '’');
    let joined = |(at, c): (usize, char)| c == '-' && text[..at].ends_with(char::is_alphanumeric);
    let sound = text.char_indices().all(|(at, c)| plain(c) || joined((at, c)));
    let word =
        ["null", "true", "false", "yes", "no", "on", "off"].iter().any(|w| w.eq_ignore_ascii_case(text));
    if sound && !word && text.starts_with(char::is_alphabetic) && !text.ends_with(' ') {
        return text.to_owned();
    }
    let escaped: String = text.chars().map(escape).collect();
    format!("\"{escaped}\"")
}

fn escape(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => format!("\\u{:04x}", u32::from(c)),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Data;
    use crate::text::FileId;
    use proptest::prelude::*;

    const TODAY: civil::Date = civil::date(2024, 10, 28);

    fn title_of(data: &Data) -> Option<&str> {
        match data {
            Data::Brief(brief) => Some(brief.title.first()),
            Data::Actor(actor) => Some(actor.name.first()),
            Data::Event(event) => Some(event.title.first()),
            Data::Source(source) => source.title.as_ref().map(|title| title.first()),
            Data::Place(place) => Some(place.name.first()),
            Data::Page(page) => Some(page.title.first()),
        }
    }

    #[test]
    fn simple_titles_stay_plain() {
        assert_eq!(scalar("Yoon speaks, at last, with the EU"), "Yoon speaks, at last, with the EU");
        assert_eq!(scalar("윤석열 대통령 EU-NATO"), "윤석열 대통령 EU-NATO");
        for hard in ["Null", "no", "- a", "a: b", "a #b", "\"", "12", "a - b", "@a", "[a]", "a\n---\nb"] {
            assert!(scalar(hard).starts_with('"'), "{hard}");
        }
    }

    #[test]
    fn an_address_becomes_the_url_of_a_source() {
        let text = text(RecordKind::Source, "https://example.org/a#b", TODAY);
        let read =
            crate::parse::parse("content/sources/x.md", RecordKind::Source, FileId(1), text.as_bytes());
        assert_eq!(read.diagnostics, []);
        let Data::Source(source) = read.value.data else { panic!("a source") };
        assert_eq!(source.url.as_deref(), Some("https://example.org/a#b"));
    }

    proptest! {
        #[test]
        fn any_title_reads_back_without_a_mistake(title in "[\\PC]{1,3}|.{1,40}|[-:#'\"\\[\\]{}&*!|>%@`\\\\ a]{1,12}") {
            let title = title.trim();
            let printed: String = title.chars().filter(|c| !c.is_control()).collect();
            prop_assume!(!printed.trim().is_empty() && printed == title && allowed_url(title).is_none());
            for kind in RecordKind::ALL {
                let text = text(kind, title, TODAY);
                let path = format!("content/{}/x.md", kind.plural());
                let read = crate::parse::parse(&path, kind, FileId(1), text.as_bytes());
                prop_assert_eq!(&read.diagnostics, &[]);
                prop_assert_eq!(title_of(&read.value.data), Some(title));
            }
        }
    }
}
