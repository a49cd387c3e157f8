//! Claims gathered from briefs and events, in one list.

use super::flat::Flat;
use super::index::{AnyIdx, ClaimIdx};
use super::linker::Linker;
use super::site::ClaimEntry;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::{Claim, Data, RecordKind};
use crate::text::fold_name;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// All claims, newest first, with their ids.
pub(super) struct Claims {
    pub entries: Vec<ClaimEntry>,
    pub by_id: HashMap<String, ClaimIdx>,
    /// Every quantity that is estimated, as written, by its folded form.
    pub quantities: BTreeMap<String, String>,
    /// Every kind of estimate, as written, by its folded form and that of its quantity.
    pub kinds: BTreeMap<(String, String), String>,
}

/// Takes the claims out of briefs and events; R008 where two have one id, R007 where one names another that is not.
pub(super) fn gather(
    kinds: &mut [Vec<Flat>; 6],
    linker: &Linker<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Claims {
    let mut found: Vec<(AnyIdx, Box<Claim>)> = Vec::new();
    for kind in [RecordKind::Brief, RecordKind::Event] {
        for (at, one) in kinds[kind as usize].iter_mut().enumerate() {
            let claims = match &mut one.record.data {
                Data::Brief(brief) => std::mem::take(&mut brief.claims),
                Data::Event(event) => std::mem::take(&mut event.claims),
                _ => Vec::new(),
            };
            found.extend(claims.into_iter().map(|claim| (AnyIdx::new(kind, at), Box::new(claim))));
        }
    }
    found.sort_by_cached_key(|(home, claim)| {
        let said = claim.said_on.as_ref().map_or((false, 0, 0), |date| (true, date.earliest, date.latest));
        (Reverse(said), claim.id.text.clone(), *home)
    });
    let by_id = ids(&mut found, diagnostics);
    // Without its speaker a claim is not shown at all; the speaker's absence is an error reported before.
    let linked = found.into_par_iter().filter_map(|(home, claim)| {
        let by = linker.actor(&claim.by.text)?;
        Some(entry(home, claim, by, linker))
    });
    let mut entries: Vec<ClaimEntry> = linked.collect();
    let superseded: Vec<Option<ClaimIdx>> =
        entries.iter().map(|entry| successor(entry, &by_id, diagnostics)).collect();
    for (entry, newer) in entries.iter_mut().zip(superseded) {
        entry.superseded_by = newer;
    }
    circles(&entries, diagnostics);
    let figures = entries.iter().filter_map(|entry| entry.claim.figure.as_ref());
    // Few of them differ, and to fold a name costs more than to find it.
    let spellings: BTreeSet<_> = figures.map(|figure| (&figure.quantity, &figure.kind)).collect();
    let quantity = |(quantity, _): &(&String, &String)| (fold_name(quantity), (*quantity).clone());
    let kind = |(of, kind): &(&String, &String)| ((fold_name(kind), fold_name(of)), (*kind).clone());
    let quantities = spellings.iter().map(quantity).collect();
    let kinds = spellings.iter().map(kind).collect();
    Claims { entries, by_id, quantities, kinds }
}

fn entry(home: AnyIdx, mut claim: Box<Claim>, by: super::ActorIdx, linker: &Linker<'_>) -> ClaimEntry {
    let (sources, cited) = linker.citations(std::mem::take(&mut claim.sources));
    claim.sources = sources;
    ClaimEntry {
        by,
        via: claim.via.iter().filter_map(|one| linker.actor(&one.text)).collect(),
        about: claim.about.iter().filter_map(|one| linker.any_of(super::uses::ABOUT, &one.text)).collect(),
        event: claim.event.as_ref().and_then(|one| linker.event(&one.text)),
        cited,
        superseded_by: None,
        home,
        claim,
    }
}

fn ids(
    found: &mut Vec<(AnyIdx, Box<Claim>)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> HashMap<String, ClaimIdx> {
    let mut by_id: HashMap<String, ClaimIdx> = HashMap::with_capacity(found.len());
    let mut first_spans: HashMap<String, crate::text::Span> = HashMap::with_capacity(found.len());
    let mut twins = Vec::new();
    found.retain(|(_, claim)| {
        let first = first_spans.entry(claim.id.text.clone()).or_insert(claim.id.span);
        if *first != claim.id.span {
            twins.push((claim.id.clone(), *first));
            return false;
        }
        true
    });
    for (at, (_, claim)) in found.iter().enumerate() {
        by_id.insert(claim.id.text.clone(), ClaimIdx::from_at(at));
    }
    for (id, first) in twins {
        let message = format!("a claim with the id `{}` is there already", id.text);
        let help = "ids of claims are unique in the whole site";
        diagnostics
            .push(Diagnostic::new(Code::R008, id.span, message).help(help).related(first, "the other one"));
    }
    by_id
}

fn successor(
    entry: &ClaimEntry,
    by_id: &HashMap<String, ClaimIdx>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ClaimIdx> {
    let newer = entry.claim.superseded_by.as_ref()?;
    let found = by_id.get(&newer.text).copied();
    if found.is_none() {
        let near = nearest_id(&newer.text, by_id).map(|near| format!("did you mean `{near}`?"));
        let message = format!("no claim that these readers may see has the id `{}`", newer.text);
        diagnostics.push(Diagnostic::new(Code::R007, newer.span, message).maybe_help(near));
    }
    found
}

/// The nearest id, the first in the alphabet of equals.
pub(super) fn nearest_id<'a>(id: &str, by_id: &'a HashMap<String, ClaimIdx>) -> Option<&'a str> {
    #[allow(clippy::iter_over_hash_type, reason = "the ids are sorted before they are used")]
    let mut ids: Vec<&str> = by_id.keys().map(String::as_str).collect();
    ids.sort_unstable();
    nearest(id, ids)
}

fn circles(entries: &[ClaimEntry], diagnostics: &mut Vec<Diagnostic>) {
    let next = |at: usize| entries[at].superseded_by.iter().map(|newer| newer.at()).collect();
    for at in super::circles::circles(0..entries.len(), entries.len(), next) {
        let claim = &entries[at].claim;
        let message = format!("`superseded_by` of the claim `{}` leads back to itself", claim.id.text);
        let help = "take one link of the circle out";
        diagnostics.push(Diagnostic::new(Code::R009, claim.span, message).help(help));
    }
}
