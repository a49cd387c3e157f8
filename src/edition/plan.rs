//! Which outputs there are.

use crate::diagnostics::{Code, Diagnostic};
use crate::exports::{Export, Index, Lookup};
use crate::feeds;
use crate::images::Picture;
use crate::model::{OutputPath, RecordKind};
use crate::pages::address::{Addresses, asset_path};
use crate::pages::hrefs::{list_path, output_path, record_path};
use crate::pages::ledger::{self, Part};
use crate::pages::list::{self, MainList};
use crate::pages::picture::copy_path;
use crate::pages::sections::{Owner, owner_path};
use crate::pages::{Shop, assessments, corrections, estimates, map, network, questions, timeline};
use crate::resolve::{ActorIdx, AnyIdx, TagIdx};
use crate::text::{FileId, Span};
use crate::theme::Theme;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One output and what it is made of.
#[derive(Debug)]
pub(super) struct Output {
    pub path: OutputPath,
    pub item: Item,
}

/// What an output is.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Home,
    Record(AnyIdx),
    List(MainList, usize),
    /// The page with this number of the list at this place among its owner's.
    Overflow(Owner, usize, usize),
    /// A page of some of the claims.
    Claims(Part, usize),
    /// The list of questions that claims answer.
    QuestionList(usize),
    Tag(TagIdx),
    Timeline(usize),
    Map,
    Network,
    Corrections(usize),
    Assessments(usize),
    Estimates(usize),
    Questions(usize),
    Redirect(usize),
    NotFound,
    SiteFeed,
    CorrectionsFeed,
    ActorFeed(ActorIdx),
    TagFeed(TagIdx),
    /// The whole sitemap, or with a number one of several.
    Sitemap(Option<usize>),
    SitemapIndex(usize),
    Robots,
    Export(Export),
    /// A file that scripts look up these records in.
    Lookup(Lookup, Vec<AnyIdx>),
    Static(String),
    /// A file of `content/`; what is known of it where it is a picture.
    Asset(FileId, Option<Arc<Picture>>),
    /// A copy of a picture, of this width.
    Copy(FileId, Arc<Picture>, u32),
}

impl Item {
    /// True for a page that readers and search engines are led to.
    pub fn is_page(&self) -> bool {
        matches!(
            self,
            Self::Home
                | Self::Record(_)
                | Self::List(..)
                | Self::Overflow(..)
                | Self::Claims(..)
                | Self::QuestionList(_)
                | Self::Tag(_)
                | Self::Timeline(_)
                | Self::Map
                | Self::Network
                | Self::Corrections(_)
                | Self::Assessments(_)
                | Self::Estimates(_)
                | Self::Questions(_)
        )
    }
}

/// Where static files of the theme are published.
pub(super) const ASSETS_FOLDER: &str = "assets/";

/// Every output, sorted by path; R013 where two have one path, of which the first stays.
pub(super) fn plan(
    shop: &Shop<'_>,
    theme: &Theme,
    addresses: &Addresses,
    (published, asset_ids): (&BTreeMap<String, bool>, &BTreeMap<String, FileId>),
    lookups: [Option<Index>; 2],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Output> {
    let mut planner = Planner { outputs: Vec::new() };
    planner.records(shop);
    planner.lists(shop);
    planner.claims(shop);
    planner.judging(shop);
    if shop.config.feeds {
        planner.feeds(shop);
    }
    for export in Export::ALL {
        planner.file(export.path(), Item::Export(export));
    }
    for (path, lookup, records) in lookups.into_iter().flatten().flat_map(Index::files) {
        planner.file(path, Item::Lookup(lookup, records));
    }
    planner.page("", Item::Home);
    planner.file("404.html".to_owned(), Item::NotFound);
    planner.file("robots.txt".to_owned(), Item::Robots);
    for name in theme.statics.keys() {
        planner.file(format!("{ASSETS_FOLDER}{name}"), Item::Static(name.clone()));
    }
    for (path, shown) in published {
        if let Some(file) = asset_ids.get(path) {
            planner.asset(path, *file, addresses.picture(path), *shown);
        }
    }
    planner.sitemaps();
    planner.finish(shop, diagnostics)
}

struct Planner {
    outputs: Vec<Output>,
}

impl Planner {
    fn page(&mut self, path: &str, item: Item) {
        self.outputs.push(Output { path: output_path(path), item });
    }

    fn file(&mut self, path: String, item: Item) {
        // A name that cannot be a path of the site is left out: the file system that gave it knows it, the web does not.
        if let Some(path) = OutputPath::new(path) {
            self.outputs.push(Output { path, item });
        }
    }

    fn asset(&mut self, path: &str, file: FileId, picture: Option<&Arc<Picture>>, shown: bool) {
        self.file(asset_path(path), Item::Asset(file, picture.cloned()));
        if let Some(picture) = picture.filter(|_| shown) {
            for width in picture.copies() {
                self.file(copy_path(path, picture, width), Item::Copy(file, Arc::clone(picture), width));
            }
        }
    }

    fn records(&mut self, shop: &Shop<'_>) {
        let site = shop.site;
        let counts = [
            (RecordKind::Brief, site.briefs.len()),
            (RecordKind::Actor, site.actors.len()),
            (RecordKind::Event, site.events.len()),
            (RecordKind::Source, site.sources.len()),
            (RecordKind::Place, site.places.len()),
            (RecordKind::Page, site.pages.len()),
        ];
        for (kind, count) in counts {
            for index in (0..count).map(|at| AnyIdx::new(kind, at)) {
                self.page(&record_path(kind, site.id(index)), Item::Record(index));
            }
        }
        for (at, redirect) in site.redirects.iter().enumerate() {
            self.page(&record_path(redirect.kind, &redirect.id), Item::Redirect(at));
        }
    }

    fn lists(&mut self, shop: &Shop<'_>) {
        for main in MainList::ALL {
            for number in 1..=list::pages(main.total(shop)) {
                self.page(&list_path(&format!("{}/", main.word()), number), Item::List(main, number));
            }
        }
        for number in 1..=list::pages(shop.site.events.len()) {
            self.page(&list_path(timeline::FOLDER, number), Item::Timeline(number));
        }
        if map::any(shop) {
            self.page(map::FOLDER, Item::Map);
        }
        if network::any(shop) {
            self.page(network::FOLDER, Item::Network);
        }
        for number in 1..=estimates::pages(shop) {
            self.page(&list_path(estimates::FOLDER, number), Item::Estimates(number));
        }
        for number in 1..=questions::pages(shop) {
            self.page(&list_path(questions::FOLDER, number), Item::Questions(number));
        }
        for tag in (0..shop.site.tags.len()).map(TagIdx::from_at) {
            self.page(&owner_path(shop, Owner::Tag(tag)), Item::Tag(tag));
        }
        for owner in list::owners(shop) {
            for (at, path, number) in list::overflows(shop, owner) {
                self.page(&path, Item::Overflow(owner, at, number));
            }
        }
    }

    fn claims(&mut self, shop: &Shop<'_>) {
        let ledger = &shop.rows.ledger;
        for (part, group) in ledger.parts() {
            for number in 1..=list::pages(group.claims.len()) {
                self.page(&list_path(&group.folder, number), Item::Claims(part, number));
            }
        }
        if !ledger.questions.is_empty() {
            for number in 1..=list::pages(ledger.questions.len()) {
                self.page(&list_path(ledger::QUESTIONS, number), Item::QuestionList(number));
            }
        }
    }

    /// A site always has a page of corrections, if only to say that there are none.
    fn judging(&mut self, shop: &Shop<'_>) {
        for number in 1..=list::pages(corrections::all(shop).len()) {
            self.page(&list_path(corrections::FOLDER, number), Item::Corrections(number));
        }
        let judged = assessments::total(shop.site);
        if judged > 0 {
            for number in 1..=list::pages(judged) {
                self.page(&list_path(assessments::FOLDER, number), Item::Assessments(number));
            }
        }
    }

    fn feeds(&mut self, shop: &Shop<'_>) {
        self.file("feed.xml".to_owned(), Item::SiteFeed);
        self.file(corrections::FEED.to_owned(), Item::CorrectionsFeed);
        for (at, actor) in shop.site.actors.iter().enumerate() {
            if !shop.site.back.actor_briefs.of(at).is_empty() {
                let path = format!("{}feed.xml", record_path(RecordKind::Actor, &actor.id));
                self.file(path, Item::ActorFeed(ActorIdx::from_at(at)));
            }
        }
        for tag in (0..shop.site.tags.len()).map(TagIdx::from_at) {
            self.file(format!("{}feed.xml", owner_path(shop, Owner::Tag(tag))), Item::TagFeed(tag));
        }
    }

    fn sitemaps(&mut self) {
        let pages = self.outputs.iter().filter(|output| output.item.is_page()).count();
        let parts = pages.div_ceil(feeds::LARGEST);
        if parts <= 1 {
            self.file("sitemap.xml".to_owned(), Item::Sitemap(None));
            return;
        }
        self.file("sitemap.xml".to_owned(), Item::SitemapIndex(parts));
        for number in 1..=parts {
            self.file(format!("sitemap-{number}.xml"), Item::Sitemap(Some(number)));
        }
    }

    fn finish(mut self, shop: &Shop<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Output> {
        // Stable: of two at one path the one planned first stays.
        self.outputs.par_sort_by(|a, b| a.path.cmp(&b.path));
        let mut outputs: Vec<Output> = Vec::with_capacity(self.outputs.len());
        for output in self.outputs {
            match outputs.last().filter(|last| last.path == output.path) {
                Some(first) => diagnostics.push(twice(shop, first, &output)),
                None => outputs.push(output),
            }
        }
        outputs
    }
}

fn twice(shop: &Shop<'_>, first: &Output, second: &Output) -> Diagnostic {
    let blamed = span_of(shop, &second.item).or_else(|| span_of(shop, &first.item));
    let span = blamed.unwrap_or(Span::whole_file(FileId(0)));
    let message = format!(
        "two pages would stand at /{}: {} and {}",
        second.path.href(),
        words(shop, &first.item),
        words(shop, &second.item)
    );
    let mut report = Diagnostic::new(Code::R013, span, message).help("rename one of the two");
    if let Some(other) = span_of(shop, &first.item).filter(|other| *other != span) {
        report = report.related(other, "the other one");
    }
    report
}

fn span_of(shop: &Shop<'_>, item: &Item) -> Option<Span> {
    let site = shop.site;
    match item {
        Item::Record(index) => Some(site.span(*index)),
        Item::Redirect(at) => Some(site.redirects[*at].span),
        _ => None,
    }
}

fn words(shop: &Shop<'_>, item: &Item) -> String {
    match item {
        Item::Record(index) => format!("the {} `{}`", index.kind().singular(), shop.site.id(*index)),
        Item::Redirect(at) => format!("the redirect from `{}`", shop.site.redirects[*at].id),
        Item::List(list, _) => format!("the list of {}", list.word()),
        Item::Overflow(..) => "a list of a record's".to_owned(),
        Item::Tag(tag) => format!("the tag `{}`", shop.site.tag(*tag).name),
        Item::Claims(..) | Item::QuestionList(_) => "a part of the ledger".to_owned(),
        Item::Timeline(_) => "the timeline".to_owned(),
        Item::Map => "the map".to_owned(),
        Item::Network => "the network".to_owned(),
        Item::Corrections(_) => "the page of corrections".to_owned(),
        Item::Assessments(_) => "the page of assessments".to_owned(),
        Item::Estimates(_) => "the series of estimates".to_owned(),
        Item::Questions(_) => "the open questions".to_owned(),
        Item::Asset(..) => "a file of content/".to_owned(),
        Item::Copy(..) => "a copy of a picture".to_owned(),
        Item::Static(name) => format!("the theme's file `{name}`"),
        _ => "a page every site has".to_owned(),
    }
}
