//! What every page is made with: the site, the settings, addresses and shared rows.

use super::hrefs::Hrefs;
use super::link::Links;
use super::rows::Rows;
use super::view::{Link, LinkView, TextView};
use super::words;
use crate::config::Config;
use crate::figures::Figures;
use crate::model::{Actor, LangTag, Localized, RecordKind, Ref};
use crate::references::References;
use crate::resolve::{ActorIdx, AnyIdx, BriefIdx, ClaimIdx, EventIdx, PlaceIdx, Site, SourceIdx};
use crate::theme::Uses;

/// Everything that is shared by all pages and never changes while they are made.
#[derive(Debug)]
pub struct Shop<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its settings.
    pub config: &'a Config,
    /// Its addresses.
    pub hrefs: &'a Hrefs,
    /// Rows of every record.
    pub rows: &'a Rows,
    /// Series of estimates and open questions.
    pub figures: &'a Figures,
    /// Every source in the style that the settings ask for.
    pub references: &'a References,
    /// What the theme's templates ask for.
    pub uses: &'a Uses,
}

/// The name of a record as a link.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its addresses.
    pub hrefs: &'a Hrefs,
    /// The readers' language.
    pub lang: &'a LangTag,
    /// Links that were made.
    pub links: &'a Links,
}

impl<'a> Names<'a> {
    /// What any record is called.
    pub fn text(&self, index: AnyIdx) -> TextView {
        let site = self.site;
        let of = |text: &Localized, lang: Option<&LangTag>| words::text(text, lang, self.lang);
        match index {
            AnyIdx::Brief(i) => of(&site.briefs[i.at()].data.title, site.briefs[i.at()].common.lang.as_ref()),
            AnyIdx::Event(i) => of(&site.events[i.at()].data.title, site.events[i.at()].common.lang.as_ref()),
            AnyIdx::Page(i) => of(&site.pages[i.at()].data.title, site.pages[i.at()].common.lang.as_ref()),
            // A person's name is not in the language of the file that describes the person.
            AnyIdx::Actor(i) => of(&site.actors[i.at()].data.name, None),
            AnyIdx::Place(i) => of(&site.places[i.at()].data.name, None),
            AnyIdx::Source(i) => self.source_title(i),
        }
    }

    /// A source's title; a protected one's public description; else its address.
    pub fn source_title(&self, index: SourceIdx) -> TextView {
        let source = &self.site.sources[index.at()];
        if source.data.protected {
            let public = source.data.description_public.as_deref().unwrap_or("a protected source");
            return words::text_in(public, None, self.lang);
        }
        match (&source.data.title, &source.data.url) {
            (Some(title), _) => words::text(title, source.common.lang.as_ref(), self.lang),
            (None, url) => words::text_in(url.as_deref().unwrap_or(&source.id), None, self.lang),
        }
    }

    /// A link to any record.
    pub fn link(&self, index: AnyIdx) -> Link {
        self.links.get(index, || {
            let TextView { text, lang, dir } = self.text(index);
            LinkView { href: Some(self.hrefs.record(self.site, index)), text, lang, dir }
        })
    }

    /// A link to an actor.
    pub fn actor(&self, index: ActorIdx) -> Link {
        self.link(AnyIdx::Actor(index))
    }

    /// A link to a source.
    pub fn source(&self, index: SourceIdx) -> Link {
        self.link(AnyIdx::Source(index))
    }

    /// A link to a place.
    pub fn place(&self, index: PlaceIdx) -> Link {
        self.link(AnyIdx::Place(index))
    }

    /// A link to an event.
    pub fn event(&self, index: EventIdx) -> Link {
        self.link(AnyIdx::Event(index))
    }

    /// A link to a brief.
    pub fn brief(&self, index: BriefIdx) -> Link {
        self.link(AnyIdx::Brief(index))
    }

    /// The place of a claim on the page where it is recorded.
    pub fn claim_href(&self, index: ClaimIdx) -> String {
        let claim = &self.site.claims[index.at()];
        let home = self.link(claim.home);
        [home.href.as_deref().unwrap_or_default(), "#claim-", &claim.claim.id.text].concat()
    }

    /// Who made a claim, within a line of plain text.
    pub fn speaker(&self, index: ClaimIdx) -> String {
        let name = self.actor(self.site.claims[index.at()].by);
        words::in_line(&name.text, name.dir)
    }

    /// A link to a claim that says who made it.
    pub fn claim(&self, index: ClaimIdx) -> Link {
        let claim = &self.site.claims[index.at()];
        let by = self.speaker(index);
        LinkView {
            href: Some(self.claim_href(index)),
            text: format!("{by}: {}", claim.claim.text),
            lang: None,
            dir: None,
        }
        .into()
    }
}

impl<'a> Shop<'a> {
    /// What `make` gives for a field of a view that is dear to make; nothing where no template prints it.
    pub fn if_printed<T: Default>(&self, view: &str, field: &str, make: impl FnOnce() -> T) -> T {
        if self.uses.asks_for(view, field) { make() } else { T::default() }
    }

    /// Records as links.
    pub fn names(&self) -> Names<'a> {
        Names { site: self.site, hrefs: self.hrefs, lang: &self.config.language, links: &self.rows.links }
    }

    /// The first name of an actor.
    pub fn actor(&self, index: ActorIdx) -> &'a Actor {
        &self.site.actors[index.at()].data
    }

    /// The tags of a record as links.
    pub fn tags(&self, tags: &[Ref]) -> Vec<Link> {
        let link = |Ref { text: name, .. }: &Ref| {
            let slug = crate::resolve::tag_slug(name);
            LinkView {
                href: Some(self.hrefs.to(&format!("tags/{slug}/"))),
                text: name.clone(),
                lang: None,
                dir: None,
            }
            .into()
        };
        tags.iter().map(link).collect()
    }

    /// The path of pages above one: the home page, then the list of its kind.
    pub fn above(&self, kind: RecordKind) -> Vec<Link> {
        let mut above = self.home();
        if kind != RecordKind::Page {
            let make = || self.fixed(&format!("{}/", kind.plural()), &capital(kind.plural()));
            above.push(self.rows.links.list(kind, make));
        }
        above
    }

    /// The home page alone.
    pub fn home(&self) -> Vec<Link> {
        vec![self.rows.links.home(|| self.fixed("", "Home"))]
    }

    /// A link to a fixed path.
    pub fn fixed(&self, path: &str, text: &str) -> Link {
        LinkView { href: Some(self.hrefs.to(path)), text: text.to_owned(), lang: None, dir: None }.into()
    }
}

/// The word with a capital letter.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
