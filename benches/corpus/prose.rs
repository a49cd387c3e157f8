//! Words that mean nothing, and sentences of them with the usual marks of Markdown.

use super::chance::Chance;
use std::collections::BTreeSet;

const SYLLABLES: &str = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu al en ir os un bra cle dri flo \
    gru kan lem min nor pul ras ten vis wol stra thel";
const SMALL: &str = "the of and to in that for with on as by from at which this its were was has had been after \
    before during between against under over into about not more than two several three local regional senior \
    joint new other both all their";
/// How many words are drawn; those drawn twice are one.
const DRAWN: usize = 4_000;
/// Sentences are made once and used again: writing 100,000 briefs then takes seconds.
const SENTENCES: usize = 20_000;

/// What texts are made of.
pub struct Prose {
    words: Vec<String>,
    /// Each with its number of words.
    sentences: Vec<(usize, String)>,
}

impl Prose {
    /// The same words and sentences for the same stream.
    pub fn new(chance: &mut Chance) -> Self {
        let syllables: Vec<&str> = SYLLABLES.split_whitespace().collect();
        let small: Vec<&str> = SMALL.split_whitespace().collect();
        let mut words = BTreeSet::new();
        for _ in 0..DRAWN {
            let count = chance.within(2..=4);
            words.insert((0..count).map(|_| chance.one(&syllables)).collect());
        }
        let words: Vec<String> = words.into_iter().collect();
        let sentences = (0..SENTENCES).map(|_| sentence(&words, &small, chance)).collect();
        Self { words, sentences }
    }

    /// A word.
    pub fn word(&self, chance: &mut Chance) -> &str {
        &self.words[chance.below(self.words.len())]
    }

    /// A word that begins with a capital.
    pub fn name(&self, chance: &mut Chance) -> String {
        capital(self.word(chance))
    }

    /// Four to seven different words, the first with a capital.
    pub fn title(&self, chance: &mut Chance) -> String {
        let count = chance.within(4..=7);
        let mut words: Vec<&str> = Vec::with_capacity(count);
        while words.len() < count {
            let word = self.word(chance);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        capital(&words.join(" "))
    }

    /// Whole sentences of together at least so many words.
    pub fn text(&self, words: usize, chance: &mut Chance) -> String {
        let (mut text, mut count) = (String::new(), 0);
        while count < words {
            let (length, sentence) = &self.sentences[chance.below(self.sentences.len())];
            if count > 0 {
                text.push(' ');
            }
            text.push_str(sentence);
            count += length;
        }
        text
    }
}

/// Eight to twenty words; in a third of all sentences some are strong, emphasized, code or a link.
fn sentence(words: &[String], small: &[&str], chance: &mut Chance) -> (usize, String) {
    let count = chance.within(8..=20);
    let mut sentence: Vec<String> = Vec::with_capacity(count);
    for _ in 0..count {
        let is_small = chance.happens(0.45);
        sentence
            .push(if is_small { chance.one(small) } else { &words[chance.below(words.len())] }.to_owned());
    }
    sentence[0] = capital(&sentence[0]);
    let at = chance.within(1..=count - 3);
    let word = sentence[at].clone();
    match (chance.share() * 100.0) as usize {
        0..10 => {
            sentence[at].insert_str(0, "**");
            sentence[at + 1].push_str("**");
        }
        10..20 => sentence[at] = format!("*{word}*"),
        20..25 => sentence[at] = format!("`{word}`"),
        25..31 => sentence[at] = format!("[{word}](https://www.example.com/{word}?id={count})"),
        _ => {}
    }
    (count, sentence.join(" ") + ".")
}

/// With a capital at the beginning; all words are ASCII.
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// As it stands in an id and a file's name.
pub fn slug(text: &str) -> String {
    text.to_ascii_lowercase().replace(' ', "-")
}
