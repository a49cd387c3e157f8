//! Numbers in English words: `twelve thousand`, `two hundred and fifty`, `a hundred`.

use std::ops::Range;

const SMALL: [&str; 19] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A word that may be part of a number.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// `a`, which counts only before a hundred or a thousand.
    Article,
    Small(u64),
    Tens(u64),
    Hundred,
    Scale(u64),
    And,
}

/// The scale that a word stands for: `thousand`.
pub(super) fn scale(word: &str) -> Option<u64> {
    let scales = [("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)];
    scales.into_iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, scale)| scale)
}

fn part(word: &str) -> Option<Part> {
    let is = |name: &&str| word.eq_ignore_ascii_case(name);
    let place = |list: &[&str]| list.iter().position(is).map(|at| at as u64);
    match word {
        _ if is(&"a") || is(&"an") => Some(Part::Article),
        _ if is(&"and") => Some(Part::And),
        _ if is(&"hundred") => Some(Part::Hundred),
        _ => place(&SMALL)
            .map(|at| Part::Small(at + 1))
            .or_else(|| place(&TENS).map(|at| Part::Tens(10 * (at + 2))))
            .or_else(|| scale(word).map(Part::Scale)),
    }
}

/// Numbers of a hundred and more that `text` spells out, with their places, in order.
pub(super) fn spelled(text: &str) -> Vec<(Range<usize>, u64)> {
    let mut found = Vec::new();
    // Most texts hold none of the words that every such number has, and are not read word by word.
    if !["undred", "housand", "illion", "UNDRED", "HOUSAND", "ILLION"].iter().any(|part| text.contains(part))
    {
        return found;
    }
    let mut open: Option<Open> = None;
    let mut close = |open: &mut Option<Open>| found.extend(open.take().and_then(Open::finish));
    let mut last = 0;
    for (at, word) in words(text) {
        let joined = matches!(&text[last..at], " " | "-" | "\u{a0}" | "\n");
        if !joined {
            close(&mut open);
        }
        last = at + word.len();
        let Some(part) = part(word) else {
            close(&mut open);
            continue;
        };
        let taken = open.as_mut().is_some_and(|number| number.take(part, last));
        if !taken {
            close(&mut open);
            open = Open::begin(part, at, last);
        }
    }
    close(&mut open);
    found
}

/// Runs of ASCII letters; a word that holds other letters or digits too is none.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = text.char_indices().filter(|(at, c)| {
        c.is_ascii_alphabetic() && !text[..*at].chars().next_back().is_some_and(char::is_alphanumeric)
    });
    starts.filter_map(|(at, _)| {
        let rest = &text[at..];
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let whole = !rest[end..].chars().next().is_some_and(char::is_alphanumeric);
        whole.then_some((at, &rest[..end]))
    })
}

/// A number that is being read.
struct Open {
    place: Range<usize>,
    total: u64,
    section: u64,
    last: Part,
}

impl Open {
    fn begin(part: Part, at: usize, end: usize) -> Option<Self> {
        let section = match part {
            Part::Small(value) | Part::Tens(value) => value,
            Part::Article => 0,
            Part::Hundred | Part::Scale(_) | Part::And => return None,
        };
        Some(Self { place: at..end, total: 0, section, last: part })
    }

    /// False where the word begins another number, or none.
    fn take(&mut self, part: Part, end: usize) -> bool {
        let fits = match (self.last, part) {
            (Part::Hundred | Part::Scale(_), Part::And) => {
                self.last = Part::And;
                // `and` belongs to the number only if one more part follows.
                return true;
            }
            (Part::Tens(_), Part::Small(value)) => value < 10,
            (Part::Hundred | Part::Scale(_) | Part::And, Part::Small(_) | Part::Tens(_)) => true,
            (Part::Article | Part::Small(_), Part::Hundred) => self.section < 100,
            (Part::And | Part::Article, Part::Scale(_)) => self.last == Part::Article,
            (Part::Small(_) | Part::Tens(_) | Part::Hundred, Part::Scale(_)) => true,
            _ => false,
        };
        if !fits {
            return false;
        }
        match part {
            Part::Small(value) | Part::Tens(value) => self.section += value,
            Part::Hundred => self.section = self.section.max(1) * 100,
            Part::Scale(scale) => {
                self.total = self.total.saturating_add(self.section.max(1).saturating_mul(scale));
                self.section = 0;
            }
            Part::Article | Part::And => {}
        }
        self.place.end = end;
        self.last = part;
        true
    }

    fn finish(self) -> Option<(Range<usize>, u64)> {
        let value = self.total.saturating_add(self.section);
        (value >= 100).then_some((self.place, value))
    }
}

#[cfg(test)]
mod tests {
    use super::spelled;

    fn read(text: &str) -> Vec<(&str, u64)> {
        spelled(text).into_iter().map(|(range, number)| (&text[range], number)).collect()
    }

    #[test]
    fn numbers_in_words_are_read_to_their_end() {
        for (text, number) in [
            ("twelve thousand", 12_000),
            ("Twenty-four thousand", 24_000),
            ("two hundred and fifty", 250),
            ("a hundred", 100),
            ("a thousand", 1_000),
            ("three million two hundred thousand", 3_200_000),
            ("fifteen hundred", 1_500),
            ("one thousand and one", 1_001),
        ] {
            assert_eq!(read(&format!("It saw {text} of them.")), [(text, number)]);
        }
        assert_eq!(
            read("three to four thousand, or five thousand"),
            [("four thousand", 4_000), ("five thousand", 5_000)]
        );
        assert_eq!(read("ten thousand and a wait"), [("ten thousand", 10_000)]);
    }

    #[test]
    fn small_numbers_and_words_that_only_look_like_them_are_none() {
        assert_eq!(read("a man and twelve others, thousands of them, a someone, hundred"), []);
        assert_eq!(read("one, two, thousand; tenthousand; ten2thousand"), []);
    }
}
