//! Whole numbers in a text, however they are written.

mod east_asian;
mod spelled;

use std::ops::Range;

/// The whole numbers of `text` with their places, in order. `12,000`, `12.000`, `12 000`, `12’000`, `12000`, `12k`,
/// `12 thousand`, `twelve thousand` and `1만 2천` are one number; dates, times, decimals, versions, addresses and digits
/// within words are none; four digits from 1900 to 2100 are a year.
pub(super) fn numbers(text: &str) -> Vec<(Range<usize>, u64)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|distance| at + distance) {
        let end = end_of_number(text, start);
        at = end;
        if let Some((stop, number)) = scaled(text, start, end).or_else(|| east_asian::number(text, start)) {
            at = stop;
            // `10-12 thousand`: no date goes on with a word of number.
            let mut before = text[..start].chars().rev();
            let ranged = before.next() == Some('-') && is_digit(before.next());
            if ranged || begins_alone(text, start) {
                found.push((start..stop, number));
            }
            continue;
        }
        let digits: String = text[start..end].chars().filter(char::is_ascii_digit).collect();
        let year = end - start == 4 && ("1900"..="2100").contains(&digits.as_str());
        if stands_alone(text, start, end)
            && !year
            && let Ok(number) = digits.parse()
        {
            found.push((start..end, number));
        }
    }
    found.extend(spelled::spelled(text));
    found.sort_by_key(|(range, _)| range.start);
    found.retain(|(range, _)| !in_address(text, range));
    found
}

/// `12 thousand`, `1.2 million`, `12k`: where it ends, and the number.
fn scaled(text: &str, start: usize, end: usize) -> Option<(usize, u64)> {
    let fraction = text[end..].strip_prefix('.').map_or(0, |_| digits_at(text, end + 1));
    let end = if fraction > 0 { end + 1 + fraction } else { end };
    let gap = text[end..].chars().next().filter(|c| matches!(c, ' ' | '-' | '\u{a0}' | '\u{202f}'));
    let word_at = end + gap.map_or(0, char::len_utf8);
    let rest = &text[word_at..];
    let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    let short = match word {
        "k" | "K" => Some(1_000),
        "bn" => Some(1_000_000_000),
        _ => None,
    };
    let scale = spelled::scale(word).or(short.filter(|_| gap.is_none()))?;
    let written = &text[start..end];
    let plain = if fraction > 0 && !written[..written.len() - fraction - 1].contains(is_separator) {
        written.to_owned()
    } else {
        written.chars().filter(char::is_ascii_digit).collect()
    };
    #[allow(clippy::cast_precision_loss, reason = "scales are small")]
    let value = plain.parse::<f64>().ok()? * scale as f64;
    let whole = value.round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and not below nought")]
    ((value - whole).abs() < 1e-6 * scale as f64).then_some((word_at + word.len(), whole as u64))
}

/// Bytes before a number in which an address may begin.
const LONGEST_ADDRESS: usize = 500;

/// True within an address of the web or of mail, and behind `#`.
fn in_address(text: &str, range: &Range<usize>) -> bool {
    let near = &text[text.floor_char_boundary(range.start.saturating_sub(LONGEST_ADDRESS))..range.start];
    let before = near.rsplit(char::is_whitespace).next().unwrap_or(near);
    before.contains("://") || before.starts_with("www.") || before.contains('@') || before.ends_with('#')
}

fn digits_at(text: &str, at: usize) -> usize {
    text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Behind the last group of three digits that belongs to the number at `start`.
fn end_of_number(text: &str, start: usize) -> usize {
    let first = digits_at(text, start);
    let mut end = start + first;
    let separator = text[end..].chars().next().filter(|c| is_separator(*c));
    let Some(separator) = separator.filter(|_| first <= 3) else { return end };
    while text[end..].starts_with(separator) && digits_at(text, end + separator.len_utf8()) == 3 {
        end += separator.len_utf8() + 3;
    }
    end
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | ' ' | '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let mut after = text[end..].chars();
    let (next, beyond) = (after.next(), after.next());
    begins_alone(text, start)
        && match next {
            Some(c) if c.is_ascii_alphanumeric() => false,
            Some('-') => !is_digit(beyond) || is_range(&text[start..end], &text[end + 1..]),
            Some(c) => !(joins(c) && is_digit(beyond)),
            None => true,
        }
}

/// True where nothing before a number makes it a part of something else: of a date, a decimal, a document's number.
fn begins_alone(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let (last, beyond) = (before.next(), before.next());
    match last {
        Some(c) if c.is_ascii_alphanumeric() => false,
        Some('-') if is_digit(beyond) => {
            let other = text[..start - 1].rfind(|c: char| !is_of_number(c)).map_or(0, |at| at + 1);
            is_range(&text[text.ceil_char_boundary(other)..start - 1], &text[start..])
        }
        Some('-' | '/' | '_') => !beyond.is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => !(joins(c) && is_digit(beyond)),
        None => true,
    }
}

/// True for `11,000-12,000` and `3000-4000`: a hyphen between two numbers of four digits and more, which no date has.
fn is_range(one: &str, other: &str) -> bool {
    let long =
        |text: &str| text.chars().take_while(|c| is_of_number(*c)).filter(char::is_ascii_digit).count() > 3;
    long(one) && long(other)
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.')
}

fn joins(c: char) -> bool {
    matches!(c, '-' | '.' | ',' | ':' | '/' | '_')
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::numbers;

    fn read(text: &str) -> Vec<u64> {
        numbers(text).into_iter().map(|(_, number)| number).collect()
    }

    #[test]
    fn thousands_may_be_set_apart_in_any_way() {
        for written in ["12,000", "12.000", "12 000", "12\u{a0}000", "12\u{202f}000", "12’000", "12000"] {
            assert_eq!(read(&format!("about {written}, it said")), [12_000], "{written}");
        }
        assert_eq!(read("11,000–12,000 of 1,200,000."), [11_000, 12_000, 1_200_000]);
        assert_eq!(read("12000명"), [12_000]);
    }

    #[test]
    fn dates_decimals_and_words_are_no_numbers() {
        assert_eq!(read("on 2024-10-28 at 16:30, 3.5 of b2b, T72, in 2024 and v1.2.3"), [] as [u64; 0]);
        assert_eq!(read("12,000.5 and 12,0001"), [] as [u64; 0]);
        assert_eq!(read("28 October 2024: 300 of 12 and 4000"), [28, 300, 12, 4000]);
    }

    #[test]
    fn numbers_with_words_and_units_are_whole_ones() {
        for written in
            ["12k", "12 thousand", "12-thousand", "twelve thousand", "1만 2천", "1만2000", "12.0 thousand"]
        {
            assert_eq!(read(&format!("about {written} came")), [12_000], "{written}");
        }
        assert_eq!(read("1.2 million and 10.9 thousand"), [1_200_000, 10_900]);
        assert_eq!(read("from 10-12 thousand"), [12_000]);
        assert_eq!(read("북한군 1만 900명, 12,000여 명"), [10_900, 12_000]);
    }

    #[test]
    fn ranges_with_a_hyphen_are_two_numbers_and_dates_are_none() {
        assert_eq!(read("11,000-12,000 men, 3000-4000 more"), [11_000, 12_000, 3_000, 4_000]);
        assert_eq!(read("2024-10-28, 1990-1995, 555-3000, 10-12"), [] as [u64; 0]);
        assert_eq!(read("a 12,000-strong force"), [12_000]);
    }

    #[test]
    fn numbers_of_documents_and_in_addresses_are_none() {
        for text in [
            "https://example.org/12000?a=12000",
            "www.example.org/a/12000",
            "(see <https://example.org/x-12000>)",
            "DOC-12000 and S/12000 and A_12000",
            "#12000",
            "desk12000@example.org x@12000.example",
        ] {
            assert_eq!(read(text), [] as [u64; 0], "{text}");
        }
    }
}
