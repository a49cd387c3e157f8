//! A brief's page.

use super::address::{Addresses, Destination};
use super::cite::cite;
use super::hrefs::record_path;
use super::notices::notices;
use super::page::Page;
use super::parts::{Head, body_and_sources, links, shorten};
use super::picture::Shown;
use super::rows::office_words;
use super::shop::Shop;
use super::since::since;
use super::view::{
    ActorMention, AssessmentView, AuthorView, BasisView, BriefView, ChangeView, ClaimRow, ImageView,
    LinkView, OutcomeView, TextView,
};
use super::{row::OwnRow, words};
use crate::model::{Assessment, Author, Brief, BriefRole, Change, Date, Image, RecordKind, Vocabulary};
use crate::resolve::{ActorIdx, AnyIdx, BriefEntry, BriefIdx, ClaimIdx, SourceIdx};
use crate::text::FileId;

/// Makes the page of a brief.
pub fn page(shop: &Shop<'_>, addresses: &Addresses, index: BriefIdx) -> Page {
    let entry = &shop.site.briefs[index.at()];
    let view = view(shop, addresses, index, entry);
    let path = record_path(RecordKind::Brief, &entry.id);
    let summary = view.summary.as_ref().map_or("", |text: &TextView| text.text.as_str());
    let mut head = Head {
        kind: "brief",
        title: &view.title,
        description: shorten(summary, 160),
        path: &path,
        breadcrumbs: shop.above(RecordKind::Brief),
        section: "briefs",
    }
    .view(shop);
    if let Some(lang) = &entry.common.lang {
        lang.as_str().clone_into(&mut head.lang);
    }
    head.image = view.image.as_ref().map(|image| shop.hrefs.absolute_href(&image.preview));
    Page::new("brief.html", "brief", head, view)
}

fn view(shop: &Shop<'_>, addresses: &Addresses, index: BriefIdx, entry: &BriefEntry) -> BriefView {
    let Brief { title, date, summary, .. } = &entry.data;
    let (data, common, names) = (&entry.data, &entry.common, shop.names());
    // The page is in the brief's own language, so its own words carry no other.
    let own = common.lang.as_ref().unwrap_or(&shop.config.language);
    let (body, sources) = body_and_sources(shop, addresses, entry, &entry.links.sources);
    let (claims, estimates) = claims(shop, &entry.links.claims);
    let back = &shop.site.back;
    let mut events = entry.links.events.clone();
    events.sort_by_key(|event| std::cmp::Reverse(event.at()));
    let brief_links = |list: &[BriefIdx]| links(shop, list.iter().map(|brief| AnyIdx::Brief(*brief)));
    BriefView {
        id: entry.id.clone(),
        title: words::text(title, None, own),
        summary: summary.as_ref().map(|text| words::text(text, None, own)),
        date: words::date(date),
        series: data.series.clone(),
        status: words::brief_status(data.status),
        marking: words::marking(common.marking.tlp),
        draft: common.marking.draft == Some(true),
        info_cutoff: data.info_cutoff.as_ref().map(words::date),
        authors: authors(if data.authors.is_empty() { &shop.config.authors } else { &data.authors }),
        image: data.image.as_ref().and_then(|one| image(shop, addresses, entry.file, one)),
        notices: notices(
            shop,
            Some(date),
            entry.links.claims.iter().copied().chain(shop.site.rests_on(data)),
            &entry.slots,
        ),
        body: body.view,
        assessments: assessments(shop, &data.assessments, &entry.links.outcomes),
        who: who(shop, &entry.links.actors, date),
        events: events.iter().map(|event| shop.event_row(*event).in_full()).collect(),
        places: links(shop, entry.links.places.iter().map(|place| AnyIdx::Place(*place))),
        claims,
        estimates,
        sources,
        changes: changes(&data.changes),
        cite: shop.if_printed("brief", "cite", || cite(shop, entry)),
        tags: shop.tags(&common.tags),
        supersedes: brief_links(&entry.links.supersedes),
        superseded_by: brief_links(back.brief_superseded_by.of(index.at())),
        linked_from: brief_links(back.brief_linked_from.of(index.at())),
        older: (index.at() + 1 < shop.site.briefs.len())
            .then(|| names.brief(BriefIdx::from_at(index.at() + 1))),
        newer: index.at().checked_sub(1).map(|at| names.brief(BriefIdx::from_at(at))),
        extra: common.extra.clone(),
    }
}

/// Claims and, apart from them, estimates.
pub fn claims(shop: &Shop<'_>, list: &[ClaimIdx]) -> (Vec<OwnRow<ClaimRow>>, Vec<OwnRow<ClaimRow>>) {
    let (estimates, claims): (Vec<ClaimIdx>, Vec<ClaimIdx>) =
        list.iter().partition(|index| shop.site.claims[index.at()].claim.figure.is_some());
    let row = |index: &ClaimIdx| {
        let row = shop.claim_row(*index);
        let anchor = format!("claim-{}", row.view().id);
        row.at(anchor)
    };
    let rows = |list: Vec<ClaimIdx>| list.iter().map(row).collect();
    (rows(claims), rows(estimates))
}

/// Subjects first, then those quoted, then those mentioned; within each in the author's order.
fn who(shop: &Shop<'_>, actors: &[(ActorIdx, BriefRole)], date: &Date) -> Vec<ActorMention> {
    let mut actors = actors.to_vec();
    actors.sort_by_key(|(_, role)| *role);
    let mention = |(actor, role): (ActorIdx, BriefRole)| ActorMention {
        actor: shop.actor_row(actor).in_full(),
        role: (role != BriefRole::Subject).then(|| role.label().to_owned()),
        office: office_words(shop.site, actor, date),
    };
    actors.into_iter().map(mention).collect()
}

fn authors(list: &[Author]) -> Vec<AuthorView> {
    let view = |author: &Author| AuthorView {
        name: author.name.clone(),
        org: author.org.clone(),
        url: author.url.clone(),
        orcid: author.orcid.as_ref().map(|orcid| format!("https://orcid.org/{orcid}")),
    };
    list.iter().map(view).collect()
}

fn image(shop: &Shop<'_>, addresses: &Addresses, file: FileId, image: &Image) -> Option<ImageView> {
    let Destination::Asset(path) = addresses.destination(file, &image.file.text) else { return None };
    let Shown { src, size, srcset, sizes, preview } = Shown::new(shop.hrefs, addresses, &path);
    Some(ImageView {
        src,
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
        srcset,
        sizes,
        preview,
        alt: image.alt.clone(),
        credit: image.credit.clone(),
        license: image.license.clone(),
    })
}

fn assessments(shop: &Shop<'_>, list: &[Assessment], outcomes: &[Option<SourceIdx>]) -> Vec<AssessmentView> {
    list.iter().zip(outcomes).map(|(one, source)| assessment_view(shop, one, *source)).collect()
}

/// A judgement; `source` is that of its outcome.
pub(super) fn assessment_view(
    shop: &Shop<'_>,
    one: &Assessment,
    source: Option<SourceIdx>,
) -> AssessmentView {
    let range = one.likelihood.as_ref().map(|likely| match (likely.low, likely.high) {
        (low, high) if low == high => format!("{low} %"),
        (low, high) => format!("{low}–{high} %"),
    });
    let term = one.likelihood.as_ref().and_then(|likely| likely.term).map(str::to_owned);
    AssessmentView {
        text: one.text.clone(),
        likelihood: term.clone().or_else(|| range.clone()),
        likelihood_range: range.filter(|_| term.is_some()),
        confidence: one.confidence.map(words::term),
        basis: one.basis.iter().map(|rests_on| basis(shop, &rests_on.text)).collect(),
        horizon: one.horizon.as_ref().map(words::date),
        outcome: one.outcome.as_ref().map(|outcome| OutcomeView {
            result: outcome.result.clone(),
            on: outcome.on.as_ref().map(words::date),
            source: source.map(|source| shop.names().source(source)),
        }),
    }
}

/// A claim with who made it and what became of it where the text is a claim's id, else the text itself.
fn basis(shop: &Shop<'_>, text: &str) -> BasisView {
    let words = || LinkView { href: None, text: text.to_owned(), lang: None, dir: None }.into();
    let claim = shop.site.claim(text);
    let names = shop.names();
    BasisView {
        rests_on: claim.map_or_else(words, |index| names.claim(index)),
        since: claim.and_then(|index| since(names, index)),
    }
}

/// Changes, newest first.
fn changes(list: &[Change]) -> Vec<ChangeView> {
    let mut list: Vec<&Change> = list.iter().collect();
    list.sort_by(|a, b| b.on.order(&a.on));
    list.into_iter().map(change_view).collect()
}

/// A change.
pub(super) fn change_view(change: &Change) -> ChangeView {
    ChangeView { on: words::date(&change.on), kind: words::term(change.kind), note: change.note.clone() }
}
