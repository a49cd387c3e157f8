//! The rows of every record, each made once.

use super::hrefs::Hrefs;
use super::ledger::Ledger;
use super::link::Links;
use super::row::{ListRow, OtherRow, Row};
use super::shop::{Names, Shop};
use super::since::since;
use super::view::{
    ActorRow, BriefRow, CitationView, ClaimRow, EstimateView, EventRow, Link, LinkView, PlaceRow, SourceRow,
    TagRow, TermView, TextView,
};
use super::{corrections, estimates, evidence, questions, words};
use crate::diagnostics::Diagnostic;
use crate::figures::Figures;
use crate::model::{Citation, Claim, Credibility, Date, Name, NameSort, Ref, Reliability};
use crate::resolve::{
    ActorIdx, AnyIdx, BriefIdx, ClaimEntry, ClaimIdx, EventIdx, PlaceIdx, Site, SourceIdx, latest_office,
    office_on,
};
use crate::theme::Fragments;
use std::sync::{Arc, OnceLock};

/// Rows by the places of their records, each made when the first page asks for it.
#[derive(Debug)]
pub struct Rows {
    briefs: Kept<BriefRow>,
    actors: Kept<ActorRow>,
    events: Kept<EventRow>,
    sources: Kept<SourceRow>,
    places: Kept<PlaceRow>,
    claims: Kept<ClaimRow>,
    /// Links to every record.
    pub links: Links,
    /// Claims by what became of them and by question.
    pub ledger: Ledger,
    /// Every change to every brief, newest first: the brief and the place there.
    pub changes: Vec<(BriefIdx, usize)>,
    /// What prints them.
    fragments: Arc<Fragments>,
}

/// Rows of one kind that were made, and room for those that were not.
#[derive(Debug)]
struct Kept<T>(Vec<OnceLock<Row<T>>>);

impl<T: ListRow> Kept<T> {
    fn room_for(count: usize) -> Self {
        Self(std::iter::repeat_with(OnceLock::new).take(count).collect())
    }

    fn get(&self, at: usize, make: impl FnOnce() -> Row<T>) -> Row<T> {
        self.look(at, make).clone()
    }

    fn look(&self, at: usize, make: impl FnOnce() -> Row<T>) -> &Row<T> {
        self.0[at].get_or_init(make)
    }
}

impl ListRow for BriefRow {}
impl ListRow for ActorRow {}
impl ListRow for EventRow {}
impl ListRow for SourceRow {}
impl ListRow for PlaceRow {}

/// The fields of a row are kept where so many pages or more want them: each takes more memory than all that is printed of it.
const MANY: usize = 4;

/// How many participants an event's row names.
const ROW_PARTICIPANTS: usize = 3;

impl Rows {
    /// Room for the rows of `site`.
    pub fn new(site: &Site, hrefs: &Hrefs, fragments: Fragments) -> Self {
        Self {
            fragments: Arc::new(fragments),
            briefs: Kept::room_for(site.briefs.len()),
            actors: Kept::room_for(site.actors.len()),
            events: Kept::room_for(site.events.len()),
            sources: Kept::room_for(site.sources.len()),
            places: Kept::room_for(site.places.len()),
            claims: Kept::room_for(site.claims.len()),
            links: Links::new(site),
            ledger: Ledger::new(site, hrefs),
            changes: corrections::sorted(site),
        }
    }

    /// What is wrong with a template of rows, once a row could not be printed.
    pub fn trouble(&self) -> Option<&Diagnostic> {
        self.fragments.trouble()
    }
}

/// Rows, made when they are first asked for.
impl Shop<'_> {
    /// The row of a brief.
    pub fn brief_row(&self, index: BriefIdx) -> Row<BriefRow> {
        self.rows.briefs.get(index.at(), || self.row(self.maker().brief(index), "rows/brief.html", false))
    }

    /// The row of an actor.
    pub fn actor_row(&self, index: ActorIdx) -> Row<ActorRow> {
        self.rows.actors.get(index.at(), || self.row(self.maker().actor(index), "rows/actor.html", true))
    }

    /// The row of an event.
    pub fn event_row(&self, index: EventIdx) -> Row<EventRow> {
        self.rows.events.get(index.at(), || {
            let many = self.site.back.event_briefs.of(index.at()).len() >= MANY;
            self.row(self.maker().event(index), "rows/event.html", many)
        })
    }

    /// The row of a source.
    pub fn source_row(&self, index: SourceIdx) -> Row<SourceRow> {
        self.rows.sources.get(index.at(), || {
            let row = self.maker().source(index);
            let many = row.cited >= MANY;
            self.row(row, "rows/source.html", many)
        })
    }

    /// The row of a place.
    pub fn place_row(&self, index: PlaceIdx) -> Row<PlaceRow> {
        self.rows.places.get(index.at(), || self.row(self.maker().place(index), "rows/place.html", false))
    }

    /// The row of a claim.
    pub fn claim_row(&self, index: ClaimIdx) -> Row<ClaimRow> {
        self.kept_claim_row(index).clone()
    }

    fn kept_claim_row(&self, index: ClaimIdx) -> &Row<ClaimRow> {
        self.rows.claims.look(index.at(), || self.row(self.maker().claim(index), "rows/claim.html", false))
    }

    /// What the row of a claim holds.
    pub fn claim_view(&self, index: ClaimIdx) -> &ClaimRow {
        self.kept_claim_row(index).view()
    }

    /// The row of an estimate in the table of its series.
    pub fn estimate_row(&self, index: ClaimIdx) -> OtherRow<ClaimRow> {
        self.claim_row(index).by("rows/estimate.html")
    }

    /// The row of the tag at this place.
    pub fn tag_row(&self, at: usize) -> TagRow {
        self.maker().tag(at)
    }

    /// `keep` where many pages want it in full.
    fn row<T: ListRow>(&self, row: T, template: &'static str, keep: bool) -> Row<T> {
        Row::new(row, Arc::clone(&self.rows.fragments), template, keep)
    }

    fn maker(&self) -> Maker<'_> {
        Maker { site: self.site, names: self.names(), hrefs: self.hrefs, figures: self.figures }
    }
}

struct Maker<'a> {
    site: &'a Site,
    names: Names<'a>,
    hrefs: &'a Hrefs,
    figures: &'a Figures,
}

impl Maker<'_> {
    fn href(&self, index: AnyIdx) -> String {
        self.hrefs.record(self.site, index)
    }

    fn brief(&self, index: BriefIdx) -> BriefRow {
        let brief = &self.site.briefs[index.at()];
        BriefRow {
            href: self.href(AnyIdx::Brief(index)),
            title: self.names.text(AnyIdx::Brief(index)),
            date: words::date(&brief.data.date),
            summary: brief
                .data
                .summary
                .as_ref()
                .map(|text| words::text(text, brief.common.lang.as_ref(), self.names.lang)),
            series: brief.data.series.clone(),
            status: words::brief_status(brief.data.status),
            marking: words::marking(brief.common.marking.tlp),
            draft: brief.common.marking.draft == Some(true),
        }
    }

    fn actor(&self, index: ActorIdx) -> ActorRow {
        let actor = &self.site.actors[index.at()];
        let back = &self.site.back;
        ActorRow {
            href: self.href(AnyIdx::Actor(index)),
            name: self.names.text(AnyIdx::Actor(index)),
            native: native_names(&actor.data.names, self.names),
            kind: words::term(actor.data.kind),
            office: latest_office(self.site, index).map(|(_, position)| position.title.clone()),
            briefs: back.actor_briefs.of(index.at()).len(),
            events: back.actor_events.of(index.at()).len(),
            claims: back.actor_said.of(index.at()).len(),
            stub: actor.stub,
        }
    }

    fn event(&self, index: EventIdx) -> EventRow {
        let event = &self.site.events[index.at()];
        let participants = &event.links.participants;
        EventRow {
            href: self.href(AnyIdx::Event(index)),
            title: self.names.text(AnyIdx::Event(index)),
            date: event.data.date.as_ref().map_or_else(words::no_date, words::date),
            kind: event_type(event.data.kind.as_ref()),
            status: words::event_status(event.data.status),
            places: event.links.places.iter().map(|place| self.names.place(*place)).collect(),
            participants: participants
                .iter()
                .take(ROW_PARTICIPANTS)
                .map(|actor| self.names.actor(*actor))
                .collect(),
            more_participants: participants.len().saturating_sub(ROW_PARTICIPANTS),
            stub: event.stub,
        }
    }

    fn source(&self, index: SourceIdx) -> SourceRow {
        let source = &self.site.sources[index.at()];
        let (data, links, back) = (&source.data, &source.links, &self.site.back);
        let open = !data.protected;
        let at = index.at();
        SourceRow {
            href: self.href(AnyIdx::Source(index)),
            title: self.names.source_title(index),
            author: by(self.names, data.author.as_ref(), links.author).filter(|_| open),
            publisher: by(self.names, data.publisher.as_ref(), links.publisher).filter(|_| open),
            published: data.published.as_ref().map(words::date).filter(|_| open),
            kind: data.kind.map(words::term).filter(|_| open),
            reliability: reliability(self.site, index).map(words::term),
            url: data.url.clone().filter(|_| open),
            archived: open && !data.archive.is_empty(),
            cited: back.source_briefs.of(at).len()
                + back.source_events.of(at).len()
                + back.source_actors.of(at).len()
                + back.source_claims.of(at).len(),
            protected: data.protected,
            stub: source.stub,
        }
    }

    fn place(&self, index: PlaceIdx) -> PlaceRow {
        let place = &self.site.places[index.at()];
        PlaceRow {
            href: self.href(AnyIdx::Place(index)),
            name: self.names.text(AnyIdx::Place(index)),
            kind: place.data.kind.as_deref().map(words::spaced),
            within: place.links.within.map(|within| self.names.place(within)),
            country: place.data.country.clone(),
            events: self.site.back.place_events.of(index.at()).len(),
            stub: place.stub,
        }
    }

    fn tag(&self, at: usize) -> TagRow {
        let tag = &self.site.tags[at];
        TagRow {
            href: self.hrefs.to(&format!("tags/{}/", tag.slug)),
            name: tag.name.clone(),
            count: tag.records.len(),
        }
    }

    fn claim(&self, index: ClaimIdx) -> ClaimRow {
        let ClaimEntry { claim, by, via, about, cited, superseded_by, home, .. } =
            &self.site.claims[index.at()];
        let citations = claim.sources.iter().zip(cited);
        let sources: Vec<CitationView> =
            citations.map(|(citation, source)| self.citation(citation, *source, claim.credibility)).collect();
        ClaimRow {
            id: claim.id.text.clone(),
            href: self.names.claim_href(index),
            text: claim.text.clone(),
            by: self.names.actor(*by),
            office: claim.said_on.as_ref().and_then(|date| office_words(self.site, *by, date)),
            via: via.iter().map(|actor| self.names.actor(*actor)).collect(),
            said_on: claim.said_on.as_ref().map(words::date),
            about: about.iter().map(|record| self.names.link(*record)).collect(),
            question: claim.question.as_ref().map(|question| self.question(question, index)),
            stance: claim.stance.map(words::stance),
            quote: claim.quote.clone(),
            grades: grades(&sources),
            sources,
            evidence: evidence::in_words(self.site, cited),
            credibility: claim.credibility.map(words::term),
            status: words::claim_status(claim.status),
            since: since(self.names, index).map(Box::new),
            superseded_by: superseded_by.map(|newer| self.names.claim(newer)),
            recorded_in: self.names.link(*home),
            estimate: self.estimate(claim, index).map(Box::new),
        }
    }

    fn estimate(&self, claim: &Claim, index: ClaimIdx) -> Option<EstimateView> {
        let figure = claim.figure.as_ref()?;
        let all = || estimates::series_links(self.hrefs, self.figures);
        let series = self.figures.series_of(index).map(|at| &self.names.links.series(all)[at]);
        Some(EstimateView {
            quantity: saying(series, &words::spaced(&figure.quantity)),
            kind: words::spaced(&figure.kind),
            figure: figure.in_words(),
            as_of: figure.as_of.as_ref().map(words::date),
            by_when: figure.by_when.as_ref().map(words::date),
        })
    }

    /// The question that a claim answers, in the claim's own spelling.
    fn question(&self, question: &str, claim: ClaimIdx) -> Link {
        let all = || questions::links(self.hrefs, self.figures);
        let at = self.figures.question_of(claim);
        saying(at.map(|at| &self.names.links.questions(all)[at]), question)
    }

    /// A citation of a claim: the claim's own credibility is that of the citations that have none.
    fn citation(&self, citation: &Citation, source: SourceIdx, whole: Option<Credibility>) -> CitationView {
        let credibility = citation.credibility.or(whole);
        CitationView {
            grade: words::grade(reliability(self.names.site, source), credibility),
            ..citation_view(self.names, None, citation, source)
        }
    }
}

/// A link that says `text`, and leads where `link` does.
fn saying(link: Option<&Link>, text: &str) -> Link {
    let alone = || LinkView { href: None, text: text.to_owned(), lang: None, dir: None }.into();
    link.map_or_else(alone, |link| link.saying(text))
}

/// The grades of citations, each once, in order.
fn grades(citations: &[CitationView]) -> Option<String> {
    let mut grades: Vec<&str> = Vec::new();
    for grade in citations.iter().filter_map(|citation| citation.grade.as_deref()) {
        if !grades.contains(&grade) {
            grades.push(grade);
        }
    }
    (!grades.is_empty()).then(|| grades.join(", "))
}

/// A citation as printed, with its number in the page's list if it has one.
pub fn citation_view(
    names: Names<'_>,
    number: Option<usize>,
    citation: &Citation,
    source: SourceIdx,
) -> CitationView {
    CitationView {
        number,
        short: short_source(names, source).to_owned(),
        href: names.source(source).href.clone().unwrap_or_default(),
        at: citation.at.clone(),
        quote: citation.quote.clone().filter(|_| !names.site.sources[source.at()].data.protected),
        grade: words::grade(reliability(names.site, source), citation.credibility),
    }
}

/// Publisher (or author, or title) and date: `The Korea Herald, 28 Oct 2024`.
pub fn short_source(names: Names<'_>, index: SourceIdx) -> &str {
    names.links.short_source(index, || in_short(names, index))
}

fn in_short(names: Names<'_>, index: SourceIdx) -> String {
    let source = &names.site.sources[index.at()];
    let (data, links) = (&source.data, &source.links);
    if data.protected {
        return names.source_title(index).text;
    }
    let publisher = by(names, data.publisher.as_ref(), links.publisher);
    let who =
        publisher.or_else(|| by(names, data.author.as_ref(), links.author)).map(|link| link.text.clone());
    let who = who.unwrap_or_else(|| names.source_title(index).text);
    match &data.published {
        Some(date) => [who.as_str(), ", ", &words::date(date).short].concat(),
        None => who,
    }
}

/// An author or publisher: a link where it is an actor, else text.
fn by(names: Names<'_>, text: Option<&Ref>, actor: Option<ActorIdx>) -> Option<Link> {
    let plain = |text: &Ref| LinkView { href: None, text: text.text.clone(), lang: None, dir: None }.into();
    actor.map(|actor| names.actor(actor)).or_else(|| text.map(plain))
}

/// A source's own reliability, else its publisher's.
pub fn reliability(site: &Site, index: SourceIdx) -> Option<Reliability> {
    let source = &site.sources[index.at()];
    let publisher = || source.links.publisher.and_then(|actor| site.actors[actor.at()].data.reliability);
    // Of a protected source readers learn what `description_public` says and nothing else.
    source.data.reliability.or_else(publisher).filter(|_| !source.data.protected)
}

/// The office held on a day.
pub fn office_words(site: &Site, actor: ActorIdx, date: &Date) -> Option<String> {
    office_on(site, actor, date).map(|(_, position)| position.title.clone())
}

/// A type of event in words.
pub fn event_type(kind: Option<&Ref>) -> TermView {
    let key = kind.map_or("other", |kind| kind.text.as_str());
    TermView {
        key: key.to_owned().into(),
        label: if key == "other" { "event".into() } else { words::spaced(key).into() },
        symbol: "",
    }
}

/// Names in other languages than the readers', official ones first.
pub fn native_names(names: &[Name], of: Names<'_>) -> Vec<TextView> {
    let foreign = |name: &&Name| {
        name.sort != NameSort::Weak && name.lang.as_ref().is_some_and(|lang| lang.base() != of.lang.base())
    };
    let mut native: Vec<&Name> = names.iter().filter(foreign).collect();
    native.sort_by_key(|name| name.sort != NameSort::Official);
    native.into_iter().map(|name| words::text_in(&name.text, name.lang.as_ref(), of.lang)).collect()
}
