//! What is written in several spellings, numbered.

use super::fold_name;
use ahash::HashMap;
use std::collections::BTreeMap;

/// Numbers for texts, from 0 up, the same for all spellings of one. Several words together are a text of `N` parts.
///
/// Texts are many and spellings few, so each spelling is folded once.
#[derive(Debug)]
pub struct Spellings<'a, const N: usize> {
    written: HashMap<[&'a str; N], usize>,
    folded: BTreeMap<[String; N], usize>,
}

impl<const N: usize> Default for Spellings<'_, N> {
    fn default() -> Self {
        Self { written: HashMap::default(), folded: BTreeMap::new() }
    }
}

impl<'a, const N: usize> Spellings<'a, N> {
    /// The number of a text.
    pub fn number(&mut self, text: [&'a str; N]) -> usize {
        *self.written.entry(text).or_insert_with(|| {
            let next = self.folded.len();
            *self.folded.entry(text.map(fold_name)).or_insert(next)
        })
    }

    /// All numbers, in the alphabet of their texts.
    pub fn in_order(self) -> impl Iterator<Item = usize> {
        self.folded.into_values()
    }

    /// Gathers `items` by their texts: a list for each, in the alphabet of the texts.
    pub fn gathered<T>(items: impl Iterator<Item = ([&'a str; N], T)>) -> Vec<Vec<T>> {
        let mut numbers = Self::default();
        let mut lists: Vec<Vec<T>> = Vec::new();
        for (text, item) in items {
            let number = numbers.number(text);
            if number == lists.len() {
                lists.push(Vec::new());
            }
            lists[number].push(item);
        }
        numbers.in_order().map(|number| std::mem::take(&mut lists[number])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Spellings;

    #[test]
    fn spellings_of_one_text_are_gathered_in_the_alphabet() {
        let texts = ["Troops there?", "Ammunition?", "TROOPS  there?", "troops there?", "Ammunition?"];
        let lists = Spellings::gathered(texts.into_iter().enumerate().map(|(at, text)| ([text], at)));
        assert_eq!(lists, [vec![1, 4], vec![0, 2, 3]]);
    }
}
