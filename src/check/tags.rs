//! C017: tags that are taken for one, though they look like two.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Common, Ref};
use crate::resolve::{Site, tag_slug};
use crate::text::fold_name;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// Tags that have the page of another one: their letters and digits are the same, and what else is in them is not. Spellings
/// that differ only in capitals, spaces or hyphens are meant to be one tag. Each spelling is told once, where it first stands.
pub(super) fn one_page(site: &Site) -> Vec<Diagnostic> {
    let mut first_of: HashMap<String, &Ref> = HashMap::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut found = Vec::new();
    for tag in records(site).flat_map(|common| &common.tags) {
        if !seen.insert(&tag.text) {
            continue;
        }
        match first_of.entry(tag_slug(&tag.text)) {
            Entry::Vacant(free) => {
                free.insert(tag);
            }
            Entry::Occupied(taken) if fold_name(&taken.get().text) == fold_name(&tag.text) => {}
            Entry::Occupied(taken) => found.push(told(tag, taken.get(), taken.key())),
        }
    }
    found
}

/// What all records that may carry tags have in common, in the order in which tags get their names.
fn records(site: &Site) -> impl Iterator<Item = &Common> {
    let (briefs, actors) = (site.briefs.iter(), site.actors.iter());
    let first = briefs.map(|one| &one.common).chain(actors.map(|one| &one.common));
    let (events, sources, places) = (site.events.iter(), site.sources.iter(), site.places.iter());
    let then = events.map(|one| &one.common).chain(sources.map(|one| &one.common));
    first.chain(then).chain(places.map(|one| &one.common))
}

fn told(tag: &Ref, first: &Ref, slug: &str) -> Diagnostic {
    let message = format!("the tags `{}` and `{}` have one page, /tags/{slug}/", tag.text, first.text);
    let example = in_letters(&tag.text).or_else(|| in_letters(&first.text));
    let example = example.map(|words| format!(", such as `{words}`")).unwrap_or_default();
    let help = format!(
        "where both mean the same, write `{}` here too; where they do not, give one a name that differs in its letters{example}",
        first.text
    );
    Diagnostic::new(Code::C017, tag.span, message)
        .help(help)
        .related(first.span, format!("`{}`, by which the page is called", first.text))
}

/// A tag with a word for each sign that paths leave out: `C plus plus`; none where it has no such sign.
fn in_letters(tag: &str) -> Option<String> {
    let word = |c: char| match c {
        '+' => " plus ".to_owned(),
        '#' => " sharp ".to_owned(),
        '&' => " and ".to_owned(),
        '@' => " at ".to_owned(),
        '%' => " per cent ".to_owned(),
        letter => letter.to_string(),
    };
    let words: String = tag.chars().map(word).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (words != tag).then_some(words)
}
