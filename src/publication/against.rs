//! Two publications compared: the briefs that changed without saying so (C014), and those that are gone (C015).

use super::differences::{Difference, Pair, Part, is_announced};
use super::gather::gather;
use super::manifest::{BriefItem, Manifest};
use super::wording::quoted;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{RecordKind, RefOrInline, Tlp};
use crate::resolve::{BriefEntry, Site};
use crate::text::{FileId, Span, fold_name};
use std::collections::{BTreeSet, HashMap};

/// Differences that a message lists; the rest is counted. All of them are marked in the file.
const LISTED: usize = 5;

/// How two publications are compared.
pub struct Comparison<'a> {
    /// Whether what looks wrong is an error.
    pub strict: bool,
    /// Lints that are left out.
    pub silence: &'a [Code],
    /// The day that the advice proposes for an entry under `changes`.
    pub today: String,
    /// The file that still holds the brief of this id, where there is one, though no reader may see it.
    pub file_of: &'a dyn Fn(&str) -> Option<FileId>,
}

/// Compares what `site` says with what was published for the same audience: one C014 for each brief, in the order in
/// which they were published, and one C015 for each that is gone.
pub fn against(old: &Manifest, site: &Site, audience: Tlp, by: &Comparison<'_>) -> Vec<Diagnostic> {
    let new = gather(site, audience);
    let pair = Pair::new(old, &new, former_ids(site));
    let places: HashMap<&str, usize> =
        new.briefs.iter().enumerate().map(|(at, brief)| (brief.id.as_str(), at)).collect();
    let published: BTreeSet<&str> = old.briefs.iter().map(|brief| brief.id.as_str()).collect();
    let mut found = Vec::new();
    for was in &old.briefs {
        let id = pair.now(RecordKind::Brief, &was.id);
        // Of two that are one now, the one that kept its id is compared.
        if id != was.id && published.contains(id) {
            continue;
        }
        match places.get(id) {
            Some(at) => found.extend(changed(&pair, was, &new.briefs[*at], site, *at, &by.today)),
            None => found.push(gone(was, by)),
        }
    }
    found.retain(|told| !by.silence.contains(&told.code));
    found.into_iter().map(|told| told.as_error_if(by.strict)).collect()
}

/// Ids of old with those they lead to.
fn former_ids(site: &Site) -> HashMap<(RecordKind, String), String> {
    let all = site.redirects.iter();
    all.map(|old| ((old.kind, old.id.clone()), site.id(old.to).to_owned())).collect()
}

fn changed(
    pair: &Pair<'_>,
    was: &BriefItem,
    now: &BriefItem,
    site: &Site,
    at: usize,
    today: &str,
) -> Option<Diagnostic> {
    if is_announced(&was.changes, &now.changes) {
        return None;
    }
    let differences = pair.differences(was, now);
    let entry = &site.briefs[at];
    let places: Vec<Span> = differences.iter().map(|(part, _)| place(site, entry, part)).collect();
    let (first, others) = (places.first()?, places.iter().zip(&differences).skip(1));
    let listed: Vec<&str> = differences.iter().take(LISTED).map(|(_, words)| words.as_str()).collect();
    let more = differences.len() - listed.len();
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    let message = format!(
        "`{}` has changed since it was published, and `changes` does not say so: {}{more}",
        now.id,
        listed.join("; ")
    );
    let help =
        format!("add an entry to `changes:`, such as `- {{on: {today}, kind: correction, note: \"…\"}}`");
    let report = Diagnostic::new(Code::C014, *first, message).help(help);
    Some(others.fold(report, |report, (span, difference)| marked(report, *span, difference)))
}

fn marked(report: Diagnostic, span: Span, (_, words): &Difference) -> Diagnostic {
    report.related(span, words.clone())
}

/// Where a part of a brief is written: in its own file where it can be, at its title where there is no better place.
fn place(site: &Site, brief: &BriefEntry, part: &Part) -> Span {
    let span = match part {
        Part::Title => None,
        Part::Date => Some(brief.data.date_span),
        Part::Actor(id) => actor_place(site, brief, id),
        Part::Event(id) => event_place(site, brief, id),
        Part::Claim(id) => site.claim(id).map(|claim| site.claims[claim.at()].claim.id.span),
        Part::Assessment(at) => brief.data.assessments.get(*at).map(|one| one.span),
    };
    span.filter(|span| span.file == brief.file).unwrap_or(brief.span)
}

/// The entry under `actors` that names the actor by its id or one of its names.
fn actor_place(site: &Site, brief: &BriefEntry, id: &str) -> Option<Span> {
    let index = brief.links.actors.iter().find(|(actor, _)| site.actors[actor.at()].id == id)?.0;
    let actor = &site.actors[index.at()];
    let names: BTreeSet<String> = actor
        .data
        .name
        .iter()
        .map(|(_, text)| fold_name(text))
        .chain(actor.data.names.iter().map(|name| fold_name(&name.text)))
        .chain([fold_name(id)])
        .collect();
    let mut listed = brief.data.actors.iter().map(|one| &one.actor);
    listed.find(|name| names.contains(&fold_name(&name.text))).map(|name| name.span)
}

/// The entry under `events`; an inline event stands there itself.
fn event_place(site: &Site, brief: &BriefEntry, id: &str) -> Option<Span> {
    let index = brief.links.events.iter().find(|event| site.events[event.at()].id == id)?;
    let event = &site.events[index.at()];
    let names: BTreeSet<String> =
        event.data.title.iter().map(|(_, text)| fold_name(text)).chain([fold_name(id)]).collect();
    brief.data.events.iter().find_map(|one| match one {
        RefOrInline::Ref(name) => names.contains(&fold_name(&name.text)).then_some(name.span),
        RefOrInline::Inline(record) => (record.id == id).then_some(record.span),
    })
}

/// A published brief that these readers cannot find any more.
fn gone(was: &BriefItem, by: &Comparison<'_>) -> Diagnostic {
    let named = format!("the brief `{}`, {} of {},", was.id, quoted(&was.title), was.date);
    match (by.file_of)(&was.id) {
        Some(file) => {
            let message = format!("{named} was published and is withheld from the same readers now");
            let help = "publish it again with `status: retracted` and an entry under `changes`, or leave it as it was";
            Diagnostic::new(Code::C015, Span::whole_file(file), message).help(help)
        }
        None => {
            let message = format!("{named} was published and is gone");
            let help = "name its id under `former_ids` of the brief that stands in its place, or bring it back with \
                        `status: retracted` and an entry under `changes`";
            Diagnostic::new(Code::C015, Span::whole_file(FileId(0)), message).help(help)
        }
    }
}
