//! Records in their places become entries: each reference an index.

use super::arrange::Arranged;
use super::claims::{self, Claims, nearest_id};
use super::flat::Flat;
use super::index::{ActorIdx, AnyIdx, SourceIdx};
use super::linker::{Linker, written};
use super::names::Names;
use super::once::Once;
use super::redirects::{self, Merged};
use super::site::{
    ActorEntry, ActorLinks, BodyTargets, BriefEntry, BriefLinks, ClaimEntry, Entries, Entry, EventEntry,
    EventLinks, PageEntry, PlaceEntry, PlaceLinks, Site, SourceEntry, SourceLinks,
};
use super::{Rules, reverse, slots, tags};
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::{BriefRole, Data, Event, Record, RecordKind, Ref, RefOrInline};
use crate::text::is_id;
use rayon::prelude::*;
use std::sync::Arc;

/// Makes the site.
pub(super) fn link(
    arranged: Arranged,
    names: &Names,
    merged: &[Merged],
    rules: &Rules<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Site {
    let Arranged { mut kinds, placed } = arranged;
    let linker = Linker { names, placed: &placed };
    let claims = claims::gather(&mut kinds, &linker, diagnostics);
    let by_home = claims_by_home(&claims.entries);
    let [briefs, actors, events, sources, places, pages] = kinds;
    let context = Context { linker: &linker, claims: &claims, by_home: &by_home, rules };
    let mut site = Site {
        briefs: all(briefs, diagnostics, |at, one, sink| context.brief(at, one, sink)),
        actors: all(actors, diagnostics, |_, one, sink| context.actor(one, sink)),
        events: all(events, diagnostics, |at, one, sink| context.event(at, one, sink)),
        sources: all(sources, diagnostics, |_, one, sink| context.source(one, sink)),
        places: all(places, diagnostics, |_, one, sink| context.place(one, sink)),
        pages: all(pages, diagnostics, |_, one, sink| context.page(one, sink)),
        ..Site::default()
    };
    site.claims = Arc::new(claims.entries);
    site.claim_ids = Arc::new(claims.by_id);
    site.tags = Arc::new(tags::all(&site));
    site.redirects = Arc::new(redirects::all(&site, merged, &placed, diagnostics));
    site.back = Arc::new(reverse::references(&site));
    site
}

/// Links every record of a kind, in parallel, its diagnostics in order.
fn all<T: Send + Sync>(
    records: Vec<Flat>,
    diagnostics: &mut Vec<Diagnostic>,
    link: impl Fn(usize, Flat, &mut Vec<Diagnostic>) -> Option<T> + Sync,
) -> Entries<T> {
    let linked: Vec<(Option<Arc<T>>, Vec<Diagnostic>)> = records
        .into_par_iter()
        .enumerate()
        .map(|(at, one)| {
            let mut sink = Vec::new();
            (link(at, one, &mut sink).map(Arc::new), sink)
        })
        .collect();
    let mut entries = Vec::with_capacity(linked.len());
    for (entry, mut sink) in linked {
        diagnostics.append(&mut sink);
        entries.push(entry.expect("records are arranged by their kind"));
    }
    Arc::new(entries)
}

/// For each brief and event the claims recorded with it, in the author's order.
type ByHome = std::collections::HashMap<AnyIdx, Vec<super::ClaimIdx>>;

fn claims_by_home(entries: &[ClaimEntry]) -> ByHome {
    let mut by_home = ByHome::new();
    for (at, entry) in entries.iter().enumerate() {
        by_home.entry(entry.home).or_default().push(super::ClaimIdx::from_at(at));
    }
    let place = |index: &super::ClaimIdx| entries[index.at()].claim.span;
    #[allow(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
    by_home.values_mut().for_each(|list| list.sort_by_key(place));
    by_home
}

struct Context<'a> {
    linker: &'a Linker<'a>,
    claims: &'a Claims,
    by_home: &'a ByHome,
    rules: &'a Rules<'a>,
}

impl Context<'_> {
    /// What all kinds have in common.
    fn entry<D, L>(&self, record: Parts, data: D, links: L, slots: BodyTargets) -> Entry<D, L> {
        let Parts { mut record, stub } = record;
        let (sources, cited) = self.linker.citations(std::mem::take(&mut record.common.sources));
        record.common.sources = sources;
        Entry {
            id: record.id,
            file: record.file,
            span: record.span,
            stub,
            common: record.common,
            body: record.body,
            data,
            links,
            cited,
            slots,
        }
    }

    fn slots(&self, record: &Record, sink: &mut Vec<Diagnostic>) -> BodyTargets {
        slots::targets(&record.body, self.linker, self.claims, self.rules.strict, sink)
    }

    fn homed(&self, home: AnyIdx) -> &[super::ClaimIdx] {
        self.by_home.get(&home).map_or(&[], Vec::as_slice)
    }

    fn entries(&self, home: AnyIdx) -> impl Iterator<Item = &ClaimEntry> {
        self.homed(home).iter().map(|index| &self.claims.entries[index.at()])
    }

    fn brief(&self, at: usize, one: Flat, sink: &mut Vec<Diagnostic>) -> Option<BriefEntry> {
        let home = AnyIdx::new(RecordKind::Brief, at);
        let slots = self.slots(&one.record, sink);
        let (record, Data::Brief(mut brief)) = Parts::split(one) else { return None };
        let linker = self.linker;
        let (mut actors, mut events, mut places) = (Once::default(), Once::default(), Once::default());
        let (mut sources, mut briefs) = (Once::default(), Once::default());
        for one in &brief.actors {
            actors.add_with(linker.actor(&one.actor.text), one.brief_role);
        }
        let named = |refs: &[RefOrInline]| {
            refs.iter().filter_map(|one| written(one).map(|one| one.text.clone())).collect::<Vec<_>>()
        };
        named(&brief.events).iter().for_each(|text| events.add(linker.event(text)));
        named(&brief.places).iter().for_each(|text| places.add(linker.place(text)));
        for citation in &record.record.common.sources {
            sources.add(written(&citation.source).and_then(|one| linker.source(&one.text)));
        }
        for claim in self.entries(home) {
            actors.add_with(Some(claim.by), BriefRole::Claimant);
            claim.via.iter().for_each(|via| actors.add_with(Some(*via), BriefRole::Claimant));
            events.add(claim.event);
            claim.cited.iter().for_each(|source| sources.add(Some(*source)));
        }
        brief.assessments.iter_mut().for_each(|one| self.check_basis(&mut one.basis, sink));
        let outcomes: Vec<Option<SourceIdx>> = brief
            .assessments
            .iter()
            .map(|one| one.outcome.as_ref().and_then(|outcome| outcome.source.as_ref()))
            .map(|source| source.and_then(|source| linker.source(&source.text)))
            .collect();
        outcomes.iter().for_each(|source| sources.add(*source));
        let (own_actors, own_events) = (actors.len(), events.len());
        slots::each_record(&slots, &mut |target| match target {
            AnyIdx::Actor(index) => actors.add_with(Some(index), BriefRole::Mentioned),
            AnyIdx::Event(index) => events.add(Some(index)),
            AnyIdx::Place(index) => places.add(Some(index)),
            AnyIdx::Source(index) => sources.add(Some(index)),
            AnyIdx::Brief(index) => briefs.add(Some(index)),
            AnyIdx::Page(_) => {}
        });
        let links = BriefLinks {
            actors: actors.into_pairs(),
            own_actors,
            events: events.into_items(),
            own_events,
            places: places.into_items(),
            sources: sources.into_items(),
            claims: self.homed(home).to_vec(),
            supersedes: brief.supersedes.iter().filter_map(|one| linker.brief(&one.text)).collect(),
            briefs: briefs.into_items(),
            outcomes,
        };
        Some(self.entry(record, *brief, links, slots))
    }

    fn event(&self, at: usize, one: Flat, sink: &mut Vec<Diagnostic>) -> Option<EventEntry> {
        let home = AnyIdx::new(RecordKind::Event, at);
        let slots = self.slots(&one.record, sink);
        let (record, Data::Event(mut event)) = Parts::split(one) else { return None };
        self.check_type(&event, sink);
        let linker = self.linker;
        let (mut actors, mut places, mut sources) = (Once::default(), Once::default(), Once::default());
        event.participants.retain(|one| linker.actor(&one.actor.text).is_some());
        let participants: Vec<ActorIdx> =
            event.participants.iter().filter_map(|one| linker.actor(&one.actor.text)).collect();
        participants.iter().for_each(|actor| actors.add(Some(*actor)));
        event.places.iter().for_each(|one| places.add(written(one).and_then(|one| linker.place(&one.text))));
        for citation in &record.record.common.sources {
            sources.add(written(&citation.source).and_then(|one| linker.source(&one.text)));
        }
        for claim in self.entries(home) {
            actors.add(Some(claim.by));
            claim.cited.iter().for_each(|source| sources.add(Some(*source)));
        }
        slots::each_record(&slots, &mut |target| match target {
            AnyIdx::Actor(index) => actors.add(Some(index)),
            AnyIdx::Source(index) => sources.add(Some(index)),
            _ => {}
        });
        let links = EventLinks {
            participants,
            actors: actors.into_items(),
            places: places.into_items(),
            sources: sources.into_items(),
            part_of: linker.events(&event.part_of),
            follows: linker.events(&event.follows),
            causes: linker.events(&event.causes),
            distinct_from: linker.events(&event.distinct_from),
            claims: self.homed(home).to_vec(),
        };
        Some(self.entry(record, *event, links, slots))
    }

    /// What an assessment rests on is a claim's id or words; an id that no claim bears is told (R004) and not printed,
    /// for it may be that of a withheld claim.
    fn check_basis(&self, basis: &mut Vec<Ref>, sink: &mut Vec<Diagnostic>) {
        basis.retain(|one| {
            let words = !is_id(&one.text) || !one.text.contains('-');
            let known = words || self.claims.by_id.contains_key(&one.text);
            if !known {
                let near =
                    nearest_id(&one.text, &self.claims.by_id).map(|near| format!("did you mean `{near}`?"));
                let message = format!("these readers may see no claim with the id `{}`", one.text);
                let report = Diagnostic::new(Code::R004, one.span, message).maybe_help(near);
                sink.push(report.as_error_if(self.rules.strict));
            }
            known
        });
    }

    /// The type is one of `site.yaml`'s (P009).
    fn check_type(&self, event: &Event, sink: &mut Vec<Diagnostic>) {
        let known = self.rules.event_types;
        let Some(kind) = event.kind.as_ref().filter(|kind| !known.contains(&kind.text)) else { return };
        let near = nearest(&kind.text, known.iter().map(String::as_str))
            .map(|near| format!("did you mean `{near}`? "));
        let help = format!(
            "{}The list: {}; `event_types` in site.yaml makes another",
            near.unwrap_or_default(),
            known.join(", ")
        );
        let message = format!("`{}` is not a type of event of this site", kind.text);
        sink.push(Diagnostic::new(Code::P009, kind.span, message).help(help));
    }

    fn actor(&self, one: Flat, sink: &mut Vec<Diagnostic>) -> Option<ActorEntry> {
        let slots = self.slots(&one.record, sink);
        let (record, Data::Actor(mut actor)) = Parts::split(one) else { return None };
        let linker = self.linker;
        actor.member_of.retain(|one| linker.actor(&one.actor.text).is_some());
        actor.relations.retain(|one| linker.actor(&one.to.text).is_some());
        let org = |org: &Option<Ref>| org.as_ref().and_then(|org| linker.actor(&org.text));
        let links = ActorLinks {
            orgs: actor.positions.iter().map(|position| org(&position.org)).collect(),
            member_of: actor.member_of.iter().filter_map(|one| linker.actor(&one.actor.text)).collect(),
            relations: actor.relations.iter().filter_map(|one| linker.actor(&one.to.text)).collect(),
        };
        Some(self.entry(record, *actor, links, slots))
    }

    fn source(&self, one: Flat, sink: &mut Vec<Diagnostic>) -> Option<SourceEntry> {
        let slots = self.slots(&one.record, sink);
        let (record, Data::Source(source)) = Parts::split(one) else { return None };
        let open = !source.protected;
        let actor = |name: &Option<Ref>| {
            name.as_ref().filter(|_| open).and_then(|name| self.linker.actor(&name.text))
        };
        let links = SourceLinks {
            author: actor(&source.author),
            publisher: actor(&source.publisher),
            derived_from: source
                .derived_from
                .iter()
                .filter(|_| open)
                .filter_map(|one| self.linker.source(&one.text))
                .collect(),
        };
        Some(self.entry(record, *source, links, slots))
    }

    fn place(&self, one: Flat, sink: &mut Vec<Diagnostic>) -> Option<PlaceEntry> {
        let slots = self.slots(&one.record, sink);
        let (record, Data::Place(place)) = Parts::split(one) else { return None };
        let within = place.within.as_ref().and_then(|within| self.linker.place(&within.text));
        Some(self.entry(record, *place, PlaceLinks { within }, slots))
    }

    fn page(&self, one: Flat, sink: &mut Vec<Diagnostic>) -> Option<PageEntry> {
        let slots = self.slots(&one.record, sink);
        let (record, Data::Page(page)) = Parts::split(one) else { return None };
        Some(self.entry(record, page, (), slots))
    }
}

/// A record without its own keys.
struct Parts {
    record: Record,
    stub: bool,
}

impl Parts {
    fn split(one: Flat) -> (Self, Data) {
        let Flat { mut record, stub } = one;
        let empty = Data::Page(crate::model::Page { title: crate::model::Localized::plain("") });
        let data = std::mem::replace(&mut record.data, empty);
        (Self { record, stub }, data)
    }
}
