//! C001: two actors that share a name or an identifier.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{NameSort, Ref};
use crate::resolve::{ActorEntry, Site};
use crate::text::{Span, fold_name};
use std::collections::BTreeSet;

/// How many of those before it an actor is compared with: bounds the work where very many have one name.
const COMPARED: usize = 8;

/// What two actors may have in common, how it is written, and where.
struct Trait<'a> {
    key: String,
    actor: usize,
    written: &'a str,
    span: Span,
}

/// Actors with the same name, strong alias or Wikidata id. One that was merged into another is not in the site.
pub(super) fn doubles(site: &Site) -> Vec<Diagnostic> {
    let mut traits: Vec<Trait<'_>> =
        site.actors.iter().enumerate().flat_map(|(at, entry)| traits(at, entry)).collect();
    traits.sort_by(|a, b| (&a.key, a.actor, a.span).cmp(&(&b.key, b.actor, b.span)));
    traits.dedup_by(|a, b| a.key == b.key && a.actor == b.actor);
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for shared in traits.chunk_by(|a, b| a.key == b.key) {
        for (at, other) in shared.iter().enumerate().skip(1) {
            let b = &site.actors[other.actor];
            // The first that it may be: of three with one name, the first may be told apart from both others.
            let twin = shared[..at].iter().take(COMPARED).find(|first| {
                let a = &site.actors[first.actor];
                !says_not_same(a, b) && !says_not_same(b, a)
            });
            let Some(first) = twin.filter(|first| told.insert((first.actor, other.actor))) else { continue };
            found.push(double(&site.actors[first.actor], b, first, other));
        }
    }
    found
}

fn traits(actor: usize, entry: &ActorEntry) -> Vec<Trait<'_>> {
    let data = &entry.data;
    let name = |written, span| Trait { key: fold_name(written), actor, written, span };
    let own = data.name.iter().map(|(_, text)| name(text, entry.span));
    let strong = data.names.iter().filter(|one| one.sort != NameSort::Weak);
    let names = own.chain(strong.map(|one| name(&one.text, one.span)));
    let wikidata = data.identifiers.iter().filter(|(system, _)| system.eq_ignore_ascii_case("wikidata"));
    let wikidata =
        wikidata.map(|(_, id)| id.as_str()).chain(data.same_as.iter().filter_map(|url| wikidata_id(url)));
    let ids = wikidata.map(|id| {
        // A folded name holds no white space, so the two sorts of keys never meet.
        let key = format!("wikidata {}", id.trim().to_uppercase());
        Trait { key, actor, written: id, span: entry.span }
    });
    names.chain(ids).filter(|one| !one.key.is_empty()).collect()
}

/// `Q42` of `https://www.wikidata.org/wiki/Q42`.
fn wikidata_id(url: &str) -> Option<&str> {
    let (_, path) = url.split_once("wikidata.org/")?;
    let id = path.strip_prefix("wiki/").or_else(|| path.strip_prefix("entity/"))?;
    let id = &id[..id.find(['#', '?', '/']).unwrap_or(id.len())];
    id.starts_with(['Q', 'q']).then_some(id)
}

fn says_not_same(one: &ActorEntry, other: &ActorEntry) -> bool {
    let means = |name: &Ref| {
        let folded = fold_name(&name.text);
        name.text == other.id
            || other.data.name.iter().any(|(_, text)| fold_name(text) == folded)
            || other.data.names.iter().any(|alias| fold_name(&alias.text) == folded)
    };
    one.data.not_same_as.iter().any(means)
}

fn double(first: &ActorEntry, second: &ActorEntry, a: &Trait<'_>, b: &Trait<'_>) -> Diagnostic {
    let shared = if b.key.contains(' ') { "Wikidata id" } else { "name" };
    let message =
        format!("the actors `{}` and `{}` have the same {shared}: `{}`", first.id, second.id, b.written);
    let help = format!(
        "if they are one, write `merged_into: {}` in `{}`; if not, `not_same_as: {}`",
        first.id, second.id, first.id
    );
    Diagnostic::new(Code::C001, b.span, message).help(help).related(a.span, "the other one")
}
