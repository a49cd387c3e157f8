//! Whole numbers in a text, however their thousands are set apart.

use std::ops::Range;

/// The whole numbers of `text` with their places. `12,000`, `12.000`, `12 000`, `12’000` and `12000` are one number;
/// dates, times, decimals, versions and digits within words are none; four digits from 1900 to 2100 are a year.
pub(super) fn numbers(text: &str) -> Vec<(Range<usize>, u64)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|distance| at + distance) {
        let end = end_of_number(text, start);
        at = end;
        let digits: String = text[start..end].chars().filter(char::is_ascii_digit).collect();
        let year = end - start == 4 && ("1900"..="2100").contains(&digits.as_str());
        if stands_alone(text, start, end)
            && !year
            && let Ok(number) = digits.parse()
        {
            found.push((start..end, number));
        }
    }
    found
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
    let joins = |c: char| matches!(c, '-' | '.' | ',' | ':' | '/' | '_');
    let mut before = text[..start].chars().rev();
    let mut after = text[end..].chars();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let clear = |next: Option<char>, beyond: Option<char>| match next {
        Some(c) if c.is_ascii_alphanumeric() => false,
        Some(c) => !(joins(c) && digit(beyond)),
        None => true,
    };
    let front = clear(before.next(), before.next());
    front && clear(after.next(), after.next())
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
}
