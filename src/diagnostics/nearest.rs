//! *Did you mean …?*

/// The candidate most like `word`, if any is like enough to be meant: Damerau-Levenshtein distance at most
/// a third of the longer length (and at least one). The first of equals wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word_length = word.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let length = candidate.chars().count();
        let limit = (word_length.max(length) / 3).max(1);
        // A cheap bound first: the distance is at least the difference of the lengths.
        if word_length.abs_diff(length) > limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(word, candidate);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_finds_its_key_and_another_word_none() {
        let keys = ["title", "date", "actors", "sources"];
        assert_eq!(nearest("actor", keys), Some("actors"));
        assert_eq!(nearest("tilte", keys), Some("title"));
        assert_eq!(nearest("weather", keys), None);
    }
}
