//! What became of the claims and estimates that a brief records or marks.

use super::differences::Pair;
use super::manifest::ClaimItem;
use super::wording::{moved, quoted, reworded};
use crate::model::RecordKind;
use std::collections::HashSet;

/// Each difference in words with the id of the claim, as it is now.
pub(super) fn compare(pair: &Pair<'_>, old: &[String], new: &[String]) -> Vec<(String, String)> {
    let (before, after): (HashSet<&String>, HashSet<&String>) = (old.iter().collect(), new.iter().collect());
    let mut gone: Vec<&ClaimItem> = Vec::new();
    let mut told = Vec::new();
    for id in old {
        let Some(was) = pair.old.claim(id) else { continue };
        match pair.new.claim(id).filter(|_| after.contains(id)) {
            Some(now) => told.extend(one(pair, was, now).into_iter().map(|words| (id.clone(), words))),
            None => gone.push(was),
        }
    }
    for id in new.iter().filter(|id| !before.contains(*id)) {
        let Some(now) = pair.new.claim(id) else { continue };
        // An id is no word of the report: a claim with another one that says the same is the same.
        match gone.iter().position(|was| one(pair, was, now).is_empty()) {
            Some(renamed) => {
                gone.remove(renamed);
            }
            None => told.push((id.clone(), format!("{} is new: {}", called(now), said(now)))),
        }
    }
    let gone =
        gone.into_iter().map(|was| (was.id.clone(), format!("{} is gone: {}", called(was), said(was))));
    told.extend(gone);
    told
}

fn called(claim: &ClaimItem) -> String {
    format!("the {} `{}`", if claim.estimate.is_some() { "estimate" } else { "claim" }, claim.id)
}

/// Its figure, else its words.
fn said(claim: &ClaimItem) -> String {
    let text = || quoted(claim.text.as_deref().unwrap_or_default());
    claim.estimate.as_ref().map_or_else(text, |estimate| estimate.in_words())
}

fn one(pair: &Pair<'_>, old: &ClaimItem, new: &ClaimItem) -> Vec<String> {
    let what = called(new);
    let of = |part: &str| format!("the {part} of {what}");
    let mut told = Vec::new();
    match (&old.estimate, &new.estimate) {
        (Some(was), Some(now)) => was.compare(now, &what, &mut told),
        (None, None) => {}
        _ => told.push(format!("{what} said {}, now {}", said(old), said(new))),
    }
    let speaker = |claim: &ClaimItem, old: bool| {
        let (id, edition) = (&claim.speaker, if old { &pair.old } else { &pair.new });
        edition.actor_name(id).to_owned()
    };
    if pair.now(RecordKind::Actor, &old.speaker) != new.speaker {
        let (was, now) = (speaker(old, true), speaker(new, false));
        told.extend(moved(&of("speaker"), Some(&was), Some(&now)));
    }
    let via: Vec<&str> = old.via.iter().map(|id| pair.now(RecordKind::Actor, id)).collect();
    if via != new.via {
        let names = |ids: &[String], edition: &super::differences::Lookup<'_>| {
            ids.iter().map(|id| edition.actor_name(id)).collect::<Vec<_>>().join(", ")
        };
        let (was, now) = (names(&old.via, &pair.old), names(&new.via, &pair.new));
        let some = |names: &'_ str| (!names.is_empty()).then(|| names.to_owned());
        told.extend(moved(&of("relay"), some(&was).as_deref(), some(&now).as_deref()));
    }
    told.extend(
        [
            reworded(&format!("the text of {what}"), old.text.as_deref(), new.text.as_deref()),
            reworded(&of("quotation"), old.quote.as_deref(), new.quote.as_deref()),
            moved(&of("speaker's office"), old.office.as_deref(), new.office.as_deref()),
            moved(&of("date"), old.said_on.as_deref(), new.said_on.as_deref()),
            moved(&of("stance"), old.stance.as_deref(), new.stance.as_deref()),
            moved(&of("status"), Some(&old.status), Some(&new.status)),
        ]
        .into_iter()
        .flatten(),
    );
    told
}
