//! Every reference followed to a record, stubs made where there is none.

use super::Rules;
use super::flat::{Flat, Ids, narrow};
use super::names::{Found, Names, label, names_of};
use super::uses::{self, Unknown, Use, Wanted};
use super::visibility::{Audience, Edge, Seen};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::{
    Actor, ActorKind, Common, Data, Event, EventStatus, Localized, Place, Record, RecordKind, Source,
};
use crate::text::{Span, slugify};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// All that records say of one another.
pub(super) struct Mentions {
    pub edges: Vec<Edge>,
    troubles: Vec<Trouble>,
}

/// A reference that is not simply in order.
struct Trouble {
    edge: Edge,
    span: Span,
    text: String,
    what: What,
}

enum What {
    /// It made or met the stub at this place.
    Stub(u32),
    /// It leads nowhere and stays text.
    Nowhere(Wanted),
    /// It leads nowhere, which is an error.
    Missing(Wanted),
    /// It fits these.
    Many(Vec<u32>, bool),
}

/// Follows all references; adds a stub to `flat` and `names` for each name that nothing bears.
pub(super) fn follow(flat: &mut Vec<Flat>, names: &mut Names, audience: &Audience) -> Mentions {
    let found: Vec<Followed> = flat
        .par_iter()
        .enumerate()
        .map(|(from, one)| of_record(narrow(from), &one.record, names, audience))
        .collect();
    let mut mentions = Mentions { edges: Vec::new(), troubles: Vec::new() };
    // Made when the first stub asks for it.
    let mut ids: Option<Ids> = None;
    for (edges, troubles) in found {
        mentions.edges.extend(edges);
        for (mut trouble, stub) in troubles {
            if let Some(kind) = stub {
                let (to, is_stub) = stub_for(kind, &trouble, flat, names, &mut ids);
                mentions.edges.push(Edge { to, ..trouble.edge });
                trouble.what = What::Stub(to);
                if !is_stub {
                    continue;
                }
            }
            mentions.troubles.push(trouble);
        }
    }
    mentions
}

type Followed = (Vec<Edge>, Vec<(Trouble, Option<RecordKind>)>);

fn of_record(from: u32, record: &Record, names: &Names, audience: &Audience) -> Followed {
    let (mut edges, mut troubles) = (Vec::new(), Vec::new());
    uses::each(record, audience, &mut |one: Use<'_>| {
        let dated = one.in_claim || record.kind() == RecordKind::Brief;
        let edge = |to| Edge { from, to, hidden: one.hidden, later: one.later, dated };
        // What it leads to is known once there is a stub, if ever.
        let trouble = |what| Trouble { edge: edge(from), span: one.span, text: one.text.to_owned(), what };
        let bearers = names.find_unmerged(one.wanted, one.text);
        match (names.after_merges(bearers.clone()), one.unknown) {
            (Found::One(to), _) => {
                // An actor that was merged into another is mentioned with it: its old id is a page too.
                let old = bearers.records().iter().filter(|old| **old != to);
                let mentioned = old.chain(std::iter::once(&to));
                edges.extend(mentioned.map(|to| edge(*to)));
            }
            (Found::Many(list), unknown) => {
                troubles.push((trouble(What::Many(list, unknown == Unknown::Text)), None))
            }
            (Found::Nothing, Unknown::Fine) => {}
            (Found::Nothing, Unknown::Text) => troubles.push((trouble(What::Nowhere(one.wanted)), None)),
            (Found::Nothing, Unknown::Error) => troubles.push((trouble(What::Missing(one.wanted)), None)),
            (Found::Nothing, Unknown::Stub) => {
                troubles.push((trouble(What::Nowhere(one.wanted)), Some(first_kind(one.wanted))));
            }
        }
    });
    (edges, troubles)
}

fn first_kind(wanted: Wanted) -> RecordKind {
    match wanted {
        Wanted::One(kind) => kind,
        Wanted::AnyOf(kinds) => kinds[0],
    }
}

/// The stub for a name, made now or by an earlier mention; and whether it is one (an address is a source, not a stub).
fn stub_for(
    kind: RecordKind,
    trouble: &Trouble,
    flat: &mut Vec<Flat>,
    names: &mut Names,
    ids: &mut Option<Ids>,
) -> (u32, bool) {
    if let Found::One(at) = names.find(Wanted::One(kind), &trouble.text) {
        return (at, flat[at as usize].stub);
    }
    let at = narrow(flat.len());
    let (data, stub) = stub_data(kind, &trouble.text);
    let slug = slugify(trouble.text.trim_start_matches("https://").trim_start_matches("http://"));
    let hashed = || format!("x{:08x}", xxhash_rust::xxh3::xxh3_64(trouble.text.as_bytes()) >> 32);
    let ids = ids.get_or_insert_with(|| Ids::of(flat));
    let id = ids.free(kind, &if slug.is_empty() { hashed() } else { slug });
    ids.take(kind, id.clone(), flat.len());
    let record = Record {
        id,
        id_given: false,
        file: trouble.span.file,
        span: trouble.span,
        has_file: false,
        common: Common::default(),
        data,
        body: Arc::default(),
    };
    names.add(&record);
    flat.push(Flat { record, stub });
    (at, stub)
}

fn stub_data(kind: RecordKind, name: &str) -> (Data, bool) {
    let title = Localized::plain(name);
    let data = match kind {
        RecordKind::Source => {
            if let Some(source) = crate::parse::source_of_address(name) {
                return (Data::Source(Box::new(source)), false);
            }
            Data::Source(Box::new(Source { title: Some(title), ..Source::default() }))
        }
        RecordKind::Event => Data::Event(Box::new(Event {
            title,
            date: None,
            kind: None,
            participants: Vec::new(),
            places: Vec::new(),
            timezone: None,
            reported: None,
            status: EventStatus::Reported,
            part_of: Vec::new(),
            follows: Vec::new(),
            causes: Vec::new(),
            distinct_from: Vec::new(),
            claims: Vec::new(),
        })),
        RecordKind::Place => Data::Place(Box::new(Place {
            name: title,
            names: Vec::new(),
            kind: None,
            point: None,
            precision: None,
            within: None,
            country: Vec::new(),
            timezone: None,
        })),
        RecordKind::Actor | RecordKind::Brief | RecordKind::Page => Data::Actor(Box::new(Actor {
            name: title,
            kind: ActorKind::Other,
            names: Vec::new(),
            positions: Vec::new(),
            member_of: Vec::new(),
            country: Vec::new(),
            identifiers: Vec::new(),
            same_as: Vec::new(),
            not_same_as: Vec::new(),
            merged_into: None,
            relations: Vec::new(),
            reliability: None,
        })),
    };
    (data, true)
}

/// How many unknown names get a *did you mean*: looking for it costs a walk through all names.
const MOST_SUGGESTIONS: usize = 50;

impl Mentions {
    /// Reports what visible records name wrongly; what withheld ones do is nobody's business yet.
    pub fn report(
        &self,
        flat: &[Flat],
        names: &Names,
        seen: &Seen,
        rules: &Rules<'_>,
        sink: &mut Vec<Diagnostic>,
    ) {
        let shown = |edge: &Edge| seen.visible[edge.from as usize] && !edge.hidden && !edge.later;
        let stands = |at: u32| seen.visible[at as usize] || seen.left_out[at as usize];
        let mut suggest = Suggestions { flat, left: MOST_SUGGESTIONS };
        let mut stubs: HashMap<u32, usize> = HashMap::new();
        let mut stub_reports: Vec<(Diagnostic, u32)> = Vec::new();
        for trouble in self.troubles.iter().filter(|trouble| shown(&trouble.edge)) {
            match &trouble.what {
                What::Stub(at) => {
                    let count = stubs.entry(*at).or_default();
                    *count += 1;
                    if *count == 1 {
                        stub_reports
                            .push((stub_report(trouble, &flat[*at as usize], &mut suggest, rules), *at));
                    }
                }
                // A name in a text may have got its stub from a key elsewhere, after the text was looked through.
                What::Nowhere(wanted) if matches!(names.find(*wanted, &trouble.text), Found::One(at) if stands(at)) =>
                    {}
                What::Nowhere(wanted) => sink.push(nowhere(trouble, *wanted, &mut suggest, rules)),
                What::Missing(wanted) => sink.push(missing(trouble, *wanted, &mut suggest)),
                What::Many(list, in_text) => sink.push(many(trouble, list, *in_text, flat)),
            }
        }
        for (mut report, at) in stub_reports {
            let count = stubs[&at];
            if count > 1 {
                report.message += &format!(" (named in {count} places, here first)");
            }
            sink.push(report);
        }
        self.report_withheld(flat, names, seen, rules, sink);
    }

    /// A visible record that names one withheld by its own keys (R006); one that only came later may be named.
    fn report_withheld(
        &self,
        flat: &[Flat],
        names: &Names,
        seen: &Seen,
        rules: &Rules<'_>,
        sink: &mut Vec<Diagnostic>,
    ) {
        let mut blamed: Vec<Edge> = self
            .edges
            .iter()
            .copied()
            .filter(|edge| !edge.hidden && !edge.later && seen.visible[edge.from as usize])
            .filter(|edge| !seen.visible[edge.to as usize] && !seen.left_out[edge.to as usize])
            .collect();
        blamed.sort_unstable_by_key(|edge| (edge.from, edge.to));
        blamed.dedup_by_key(|edge| (edge.from, edge.to));
        for edge in blamed {
            let (from, to) = (&flat[edge.from as usize].record, &flat[edge.to as usize].record);
            let why =
                rules.audience.why_not(&to.common.marking).unwrap_or_else(|| "it is withheld".to_owned());
            let mut spans = Vec::new();
            let leads_there =
                |one: &Use<'_>| names.find_unmerged(one.wanted, one.text).records().contains(&edge.to);
            uses::each(from, &rules.audience, &mut |one| {
                if !one.hidden && !one.later && leads_there(&one) {
                    spans.push(one.span);
                }
            });
            let span = spans.first().copied().unwrap_or(from.span);
            let message = format!(
                "this names the {} `{}`, which readers may not see: {why}",
                to.kind().singular(),
                to.id
            );
            sink.push(
                Diagnostic::new(Code::R006, span, message)
                    .help("take the reference out, or give this record the same marking")
                    .related(to.span, "the withheld record"),
            );
        }
    }
}

/// Looks for near names, a limited number of times.
struct Suggestions<'a> {
    flat: &'a [Flat],
    left: usize,
}

impl Suggestions<'_> {
    fn near(&mut self, wanted: Wanted, text: &str) -> Option<String> {
        self.left = self.left.checked_sub(1)?;
        let fits = |kind: RecordKind| match wanted {
            Wanted::One(one) => one == kind,
            Wanted::AnyOf(kinds) => kinds.contains(&kind),
        };
        let records = || self.flat.iter().filter(|one| !one.stub && fits(one.record.kind()));
        let names =
            records().flat_map(|one| std::iter::once(one.record.id.as_str()).chain(names_of(&one.record)));
        nearest(text, names).map(|near| format!("did you mean `{near}`?"))
    }
}

fn stub_report(
    trouble: &Trouble,
    stub: &Flat,
    suggest: &mut Suggestions<'_>,
    rules: &Rules<'_>,
) -> Diagnostic {
    let kind = stub.record.kind();
    let message = format!("no {} is known as `{}`: a stub page is made", kind.singular(), trouble.text);
    let near = suggest.near(Wanted::One(kind), &trouble.text);
    let make = format!("write content/{}/{}.md", kind.plural(), stub.record.id);
    let help = near.map_or_else(|| make.clone(), |near| format!("{near} Else {make}"));
    Diagnostic::new(Code::R003, trouble.span, message).help(help).as_error_if(rules.strict)
}

fn kinds_in_words(wanted: Wanted) -> String {
    match wanted {
        Wanted::One(kind) => kind.singular().to_owned(),
        Wanted::AnyOf(kinds) => kinds.iter().map(|kind| kind.singular()).collect::<Vec<_>>().join(", "),
    }
}

fn nowhere(
    trouble: &Trouble,
    wanted: Wanted,
    suggest: &mut Suggestions<'_>,
    rules: &Rules<'_>,
) -> Diagnostic {
    let message =
        format!("`{}` leads nowhere: no {} has this id or name", trouble.text, kinds_in_words(wanted));
    let near = suggest.near(wanted, &trouble.text);
    let help =
        near.unwrap_or_else(|| "it stays as text; write the record, or take the brackets away".to_owned());
    Diagnostic::new(Code::R004, trouble.span, message).help(help).as_error_if(rules.strict)
}

fn missing(trouble: &Trouble, wanted: Wanted, suggest: &mut Suggestions<'_>) -> Diagnostic {
    let message = format!("no {} has the id or name `{}`", kinds_in_words(wanted), trouble.text);
    Diagnostic::new(Code::R007, trouble.span, message).maybe_help(suggest.near(wanted, &trouble.text))
}

fn many(trouble: &Trouble, list: &[u32], in_text: bool, flat: &[Flat]) -> Diagnostic {
    let code = if in_text { Code::R005 } else { Code::R002 };
    let records = || list.iter().map(|at| &flat[*at as usize].record);
    let candidates: Vec<_> = records().map(label).collect();
    let message = format!("`{}` fits {} records: {}", trouble.text, list.len(), candidates.join("; "));
    let mut report =
        Diagnostic::new(code, trouble.span, message).help("write the id of the one that is meant");
    for record in records().take(5) {
        report = report.related(record.span, "one of them");
    }
    report
}
