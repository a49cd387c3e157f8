//! Old ids that still lead somewhere.

use super::flat::Flat;
use super::index::AnyIdx;
use super::names::Names;
use super::site::{Redirect, Site};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Common, RecordKind};
use crate::text::Span;
use std::collections::HashMap;

/// An actor that was merged into another: its id, where that is said, and the place in the flat list it leads to.
pub(super) type Merged = (String, Span, u32);

/// The visible actors that were merged into others.
pub(super) fn of_merged(flat: &[Flat], visible: &[bool], names: &Names) -> Vec<Merged> {
    let all = flat.iter().enumerate().filter(|(at, _)| visible[*at]);
    all.filter_map(|(at, one)| {
        let at = u32::try_from(at).ok()?;
        let into = names.merged(at);
        (into != at).then(|| (one.record.id.clone(), one.record.span, into))
    })
    .collect()
}

/// Redirects of merged actors and former ids, in order; R010 where an old id is some record's own or is claimed twice.
pub(super) fn all(
    site: &Site,
    merged: &[Merged],
    placed: &[Option<AnyIdx>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Redirect> {
    let mut redirects: Vec<Redirect> = Vec::new();
    for (id, span, into) in merged {
        if let Some(to) = placed[*into as usize] {
            redirects.push(Redirect { kind: RecordKind::Actor, id: id.clone(), to, span: *span });
        }
    }
    each_record(site, &mut |index, common| {
        for old in &common.former_ids {
            redirects.push(Redirect { kind: index.kind(), id: old.text.clone(), to: index, span: old.span });
        }
    });
    if redirects.is_empty() {
        return redirects;
    }
    let mut taken: HashMap<(RecordKind, &str), Option<Span>> = HashMap::new();
    each_record(site, &mut |index, _| {
        taken.insert((index.kind(), site.id(index)), None);
    });
    let mut kept = Vec::with_capacity(redirects.len());
    for (at, redirect) in redirects.iter().enumerate() {
        match taken.get(&(redirect.kind, redirect.id.as_str())) {
            Some(first) => diagnostics.push(is_taken(redirect, *first)),
            None => {
                taken.insert((redirect.kind, &redirect.id), Some(redirect.span));
                kept.push(at);
            }
        }
    }
    let mut redirects: Vec<Option<Redirect>> = redirects.into_iter().map(Some).collect();
    let mut all: Vec<Redirect> = kept.into_iter().filter_map(|at| redirects[at].take()).collect();
    all.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    all
}

fn is_taken(redirect: &Redirect, first: Option<Span>) -> Diagnostic {
    let kind = redirect.kind.singular();
    match first {
        None => {
            let message = format!("the former id `{}` is the id of a {kind} today", redirect.id);
            Diagnostic::new(Code::R010, redirect.span, message).help("a former id must not be in use")
        }
        Some(first) => {
            let message = format!("two {}s say that `{}` was their id", kind, redirect.id);
            Diagnostic::new(Code::R010, redirect.span, message)
                .help("take one of the two out")
                .related(first, "the other one")
        }
    }
}

fn each_record<'a>(site: &'a Site, visit: &mut dyn FnMut(AnyIdx, &'a Common)) {
    let of = |kind: RecordKind| move |at: usize| AnyIdx::new(kind, at);
    site.briefs.iter().enumerate().for_each(|(at, one)| visit(of(RecordKind::Brief)(at), &one.common));
    site.actors.iter().enumerate().for_each(|(at, one)| visit(of(RecordKind::Actor)(at), &one.common));
    site.events.iter().enumerate().for_each(|(at, one)| visit(of(RecordKind::Event)(at), &one.common));
    site.sources.iter().enumerate().for_each(|(at, one)| visit(of(RecordKind::Source)(at), &one.common));
    site.places.iter().enumerate().for_each(|(at, one)| visit(of(RecordKind::Place)(at), &one.common));
    site.pages.iter().enumerate().for_each(|(at, one)| visit(of(RecordKind::Page)(at), &one.common));
}
