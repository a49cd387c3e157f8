//! C005 and C006: what a text cites, and what its record lists.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Citation, CiteItem, RefOrInline, Slot, SlotKind};
use crate::resolve::{
    AnyIdx, BriefEntry, Cited, ClaimIdx, Entry, Site, SourceEntry, SourceIdx, Target, marked_claims,
};
use crate::text::Span;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Sources cited in the text of a record that lists sources, but not these. A record that lists none cites in its text
/// alone, which is a way of writing too.
pub(super) fn unlisted(site: &Site) -> Vec<Diagnostic> {
    let briefs = site.briefs.par_iter().flat_map_iter(|one| {
        let outcomes = one.links.outcomes.iter().copied().flatten();
        unlisted_in(site, one, &one.links.claims, outcomes, "brief")
    });
    let events = site.events.par_iter();
    let events =
        events.flat_map_iter(|one| unlisted_in(site, one, &one.links.claims, std::iter::empty(), "event"));
    let mut found: Vec<Diagnostic> = briefs.chain(events).collect();
    found.extend(site.actors.iter().flat_map(|one| unlisted_in(site, one, &[], std::iter::empty(), "actor")));
    found
}

fn unlisted_in<D, L>(
    site: &Site,
    entry: &Entry<D, L>,
    claims: &[ClaimIdx],
    outcomes: impl Iterator<Item = SourceIdx>,
    kind: &str,
) -> Vec<Diagnostic> {
    if entry.cited.is_empty() {
        return Vec::new();
    }
    let of_claims = claims.iter().flat_map(|claim| &site.claims[claim.at()].cited);
    let listed = entry.cited.iter().chain(of_claims).copied();
    let mut known: BTreeSet<SourceIdx> = listed.chain(outcomes).collect();
    let mut found = Vec::new();
    each_citation(entry, &mut |item, source| {
        if known.insert(source) {
            let message = format!("the text cites `{}`, which this {kind} does not list", item.key);
            let help = format!("add `{}` to its `sources`", site.sources[source.at()].id);
            found.push(Diagnostic::new(Code::C005, item.span, message).help(help));
        }
    });
    found
}

/// Sources that a brief lists although none of its text, claims and estimates rests on them. Where the text cites
/// nothing at all, the list is all the citing that the author does.
pub(super) fn uncited(site: &Site) -> Vec<Diagnostic> {
    site.briefs.par_iter().flat_map_iter(|brief| uncited_in(site, brief)).collect()
}

fn uncited_in(site: &Site, brief: &BriefEntry) -> Vec<Diagnostic> {
    let mut used = BTreeSet::new();
    each_citation(brief, &mut |_, source| {
        used.insert(source);
    });
    if used.is_empty() {
        return Vec::new();
    }
    // What supports a claim that the text marks is what the text rests on, wherever the claim is recorded.
    let claims = brief.links.claims.iter().copied().chain(marked_claims(&brief.slots));
    let claims = claims.flat_map(|claim| site.claims[claim.at()].cited.iter());
    used.extend(claims.chain(brief.links.outcomes.iter().flatten()));
    let linked = brief.slots.flow.iter().chain(brief.slots.notes.iter().flatten());
    used.extend(linked.filter_map(|target| match target {
        Target::Record(AnyIdx::Source(source)) => Some(*source),
        _ => None,
    }));
    let idle = |(citation, source): Cited<'_>| {
        let is_new = used.insert(source);
        (is_new && !links_to(brief, &site.sources[source.at()])).then(|| {
            let id = &site.sources[source.at()].id;
            let message = format!("nothing in this brief cites `{id}`, which it lists");
            let help = format!("cite it where the text rests on it, `[@{id}]`, or take it out of `sources`");
            Diagnostic::new(Code::C006, span_of(citation), message).help(help)
        })
    };
    brief.citations().filter_map(idle).collect()
}

/// True where the text has an ordinary link to the address of the source.
fn links_to(brief: &BriefEntry, source: &SourceEntry) -> bool {
    let Some(url) = source.data.url.as_ref().filter(|_| !source.data.protected) else { return false };
    let href = format!("href=\"{}\"", url.replace('&', "&amp;"));
    let notes = brief.body.notes.iter().map(|note| &note.flow);
    std::iter::once(&brief.body.flow).chain(notes).any(|flow| flow.html.contains(&href))
}

fn span_of(citation: &Citation) -> Span {
    match &citation.source {
        RefOrInline::Ref(name) => name.span,
        RefOrInline::Inline(record) => record.span,
    }
}

/// Every citation in the text and its notes that leads to a source.
fn each_citation<D, L>(entry: &Entry<D, L>, visit: &mut dyn FnMut(&CiteItem, SourceIdx)) {
    let notes = entry.body.notes.iter().map(|note| note.flow.slots.as_slice());
    let targets = entry.slots.notes.iter().map(Vec::as_slice);
    let flows = std::iter::once((entry.body.flow.slots.as_slice(), entry.slots.flow.as_slice()));
    let mut each = |slot: &Slot, target: &Target| {
        if let (SlotKind::Cite(items), Target::Sources(sources)) = (&slot.kind, target) {
            items.iter().zip(sources).for_each(|(item, source)| visit(item, *source));
        }
    };
    for (slots, targets) in flows.chain(notes.zip(targets)) {
        slots.iter().zip(targets).for_each(|(slot, target)| each(slot, target));
    }
}
