//! Dates of libraries as EDTF.

/// `text` as an EDTF expression; none where it is words that say no date. What has only the signs of a date is given
/// as it is, so that a day that does not exist is told as one.
pub(super) fn edtf(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = text.strip_prefix('~').map_or_else(|| text.to_owned(), |rest| format!("{rest}~"));
    if plain.chars().all(|c| c.is_ascii_digit() || "-+/.~?%XYTZ:–, ".contains(c)) && has_digit(&plain) {
        let range = plain.replace('–', "/");
        return Some(range.split('/').map(without_loose_time).collect::<Vec<_>>().join("/"));
    }
    in_words(text)
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// A time of day without a zone says nothing that a site may print: the day stays.
fn without_loose_time(date: &str) -> &str {
    let date = date.trim();
    match date.split_once('T') {
        Some((day, time)) if !time.ends_with('Z') && !time.contains(['+', '-']) => day,
        _ => date,
    }
}

/// Year, month and day as far as they are given, in numbers; season as CSL counts them.
pub(super) fn of_parts(parts: &[i64], season: Option<i64>, circa: bool) -> Option<String> {
    let (year, rest) = parts.split_first()?;
    let mut text = match year {
        -9999..=-1 => format!("-{:04}", -year),
        0..=9999 => format!("{year:04}"),
        _ => format!("Y{year}"),
    };
    match (rest.first(), season) {
        // Months beyond the twelfth are seasons, counted from 13 or as ISO 8601-2 does.
        (Some(month @ 13..=16), _) => text += &format!("-{}", month + 8),
        (Some(month), _) => text += &format!("-{month:02}"),
        (None, Some(season @ 1..=4)) => text += &format!("-{}", season + 20),
        (None, _) => {}
    }
    if let Some(day) = rest.get(1) {
        text += &format!("-{day:02}");
    }
    if circa {
        text.push('~');
    }
    Some(text)
}

/// The month of a number, of an English name or of its first three letters.
pub(super) fn month(text: &str) -> Option<u8> {
    let word = text.trim().trim_end_matches('.').to_lowercase();
    if let Ok(number) = word.parse::<u8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let fits =
        |name: &&str| word.len() >= 3 && name.starts_with(&word) || word == "sept" && *name == "september";
    let at = MONTHS.iter().position(fits)?;
    u8::try_from(at + 1).ok()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `28 October 2024`, `October 28, 2024`, `Oct. 2024`: the name of a month leaves no doubt.
fn in_words(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let (day, name, year) = match words.as_slice() {
        [name, year] => (None, *name, *year),
        [first, second, year] if has_digit(first) => (Some(*first), *second, *year),
        [first, second, year] => (Some(*second), *first, *year),
        _ => return None,
    };
    let month = month(name).filter(|_| !has_digit(name))?;
    let year = Some(year).filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    match day {
        None => Some(format!("{year}-{month:02}")),
        Some(day) => Some(format!("{year}-{month:02}-{:02}", day.parse::<u8>().ok()?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_signs_of_a_date_goes_on_as_one() {
        for (text, wanted) in [
            ("2024-10-28", "2024-10-28"),
            ("2024-02-30", "2024-02-30"),
            ("~2020-10", "2020-10~"),
            ("2020–2021", "2020/2021"),
            ("1997/..", "1997/.."),
            ("2024-10-28T16:30:00", "2024-10-28"),
            ("2024-10-28T16:30:00+09:00", "2024-10-28T16:30:00+09:00"),
        ] {
            assert_eq!(edtf(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn a_month_by_its_name_is_read_and_other_words_are_not() {
        assert_eq!(edtf("28 October 2024").as_deref(), Some("2024-10-28"));
        assert_eq!(edtf("Oct. 8, 2024").as_deref(), Some("2024-10-08"));
        assert_eq!(edtf("Sept 2024").as_deref(), Some("2024-09"));
        for words in ["n.d.", "forthcoming", "in press", "May", "10 10 2024 x", "Ma 2024", ""] {
            assert_eq!(edtf(words), None, "{words}");
        }
    }

    #[test]
    fn parts_of_csl_become_edtf() {
        assert_eq!(of_parts(&[2024, 3, 5], None, false).as_deref(), Some("2024-03-05"));
        assert_eq!(of_parts(&[2024], Some(2), false).as_deref(), Some("2024-22"));
        assert_eq!(of_parts(&[2024, 13], None, true).as_deref(), Some("2024-21~"));
        assert_eq!(of_parts(&[-44, 3], None, false).as_deref(), Some("-0044-03"));
        assert_eq!(of_parts(&[], None, false), None);
    }
}
