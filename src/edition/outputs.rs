//! Outputs made on demand.

use super::Edition;
use super::plan::Item;
use crate::feeds::{self, Feed};
use crate::images::Picture;
use crate::model::{Fingerprint, FingerprintHasher, OutputPath, RecordKind};
use crate::pages::hrefs::record_path;
use crate::pages::sections::{self, Owner, owner_path};
use crate::pages::{
    self, Page, Shop, assessments, claims, corrections, estimates, list, map, network, questions, timeline,
};
use crate::resolve::{AnyIdx, BriefIdx};
use crate::text::FileId;
use crate::write::{MakeError, Outputs};
use std::borrow::Cow;
use std::sync::PoisonError;

/// An output before its bytes are made.
enum Draft<'a> {
    Page(Box<Page>),
    Bytes(Cow<'a, [u8]>),
}

impl Outputs for Edition {
    fn len(&self) -> usize {
        self.plan.outputs.len()
    }

    fn path(&self, index: usize) -> &OutputPath {
        &self.plan.outputs[index].path
    }

    fn fingerprint(&self, index: usize) -> Fingerprint {
        if let Some(known) = known(&self.plan.outputs[index].item) {
            return known;
        }
        // A file that cannot be read is told of when it is made; until then it is like no other.
        let unreadable = || Fingerprint(index as u128);
        *self.fingerprints[index]
            .get_or_init(|| self.draft(index).map_or_else(|_| unreadable(), |draft| self.hash(&draft)))
    }

    fn is_certain(&self, index: usize) -> bool {
        matches!(self.plan.outputs[index].item, Item::Copy(..))
    }

    fn is_large(&self, index: usize) -> bool {
        let item = &self.plan.outputs[index].item;
        matches!(item, Item::Export(_) | Item::Lookup(..) | Item::Sitemap(_))
    }

    fn make<'a>(&'a self, index: usize, room: &'a mut Vec<u8>) -> Result<&'a [u8], MakeError> {
        let draft = self.draft(index)?;
        let _ = self.fingerprints[index].get_or_init(|| self.hash(&draft));
        match draft {
            Draft::Bytes(Cow::Borrowed(bytes)) => return Ok(bytes),
            Draft::Bytes(Cow::Owned(bytes)) => *room = bytes,
            Draft::Page(page) => {
                let path = self.plan.outputs[index].path.as_str();
                self.plan
                    .theme
                    .render(page.template, &page.context(), path, room)
                    // A page that lists a row which could not be printed fails for that.
                    .map_err(|mistake| vec![self.plan.rows.trouble().cloned().unwrap_or(mistake)])?;
            }
        }
        Ok(room)
    }
}

impl Edition {
    fn hash(&self, draft: &Draft<'_>) -> Fingerprint {
        match draft {
            Draft::Bytes(bytes) => Fingerprint::of(bytes),
            Draft::Page(page) => {
                let mut hasher = FingerprintHasher::new();
                hasher.write_fingerprint(self.plan.frame);
                hasher.write_fingerprint(page.fingerprint());
                hasher.finish()
            }
        }
    }

    fn draft(&self, index: usize) -> Result<Draft<'_>, MakeError> {
        let shop = &self.shop();
        let page = |page: Page| Ok(Draft::Page(Box::new(page)));
        let bytes = |bytes: Vec<u8>| Ok(Draft::Bytes(Cow::Owned(bytes)));
        match &self.plan.outputs[index].item {
            Item::Home => page(pages::home(shop)),
            Item::Record(index) => page(pages::record(shop, &self.plan.addresses, *index)),
            Item::List(main, number) => page(list::main(shop, *main, *number)),
            Item::Overflow(owner, at, number) => {
                let lists = sections::lists(shop, *owner);
                page(list::overflow(shop, *owner, &lists[*at], *number))
            }
            Item::Claims(part, number) => page(claims::part(shop, *part, *number)),
            Item::QuestionList(number) => page(claims::questions(shop, *number)),
            Item::Tag(tag) => page(pages::tag(shop, *tag)),
            Item::Timeline(number) => page(timeline::page(shop, *number)),
            Item::Map => page(map::page(shop)),
            Item::Network => page(network::page(shop)),
            Item::Corrections(number) => page(corrections::page(shop, *number)),
            Item::Assessments(number) => page(assessments::page(shop, self.now, *number)),
            Item::Estimates(number) => page(estimates::page(shop, *number)),
            Item::Questions(number) => page(questions::page(shop, *number)),
            Item::Redirect(at) => page(pages::redirect(shop, &self.site.redirects[*at])),
            Item::NotFound => page(pages::not_found(shop)),
            Item::SiteFeed => bytes(self.site_feed(shop)),
            Item::CorrectionsFeed => bytes(feeds::corrections(shop)),
            Item::ActorFeed(actor) => {
                let name = &shop.names().actor(*actor).text;
                let page = record_path(RecordKind::Actor, self.site.id(AnyIdx::Actor(*actor)));
                bytes(feed(shop, name, page, self.site.back.actor_briefs.of(actor.at())))
            }
            Item::TagFeed(tag) => {
                let name = &self.site.tag(*tag).name;
                let briefs = self.site.tag(*tag).records.iter().filter_map(|record| match record {
                    AnyIdx::Brief(brief) => Some(*brief),
                    _ => None,
                });
                bytes(feed(shop, name, owner_path(shop, Owner::Tag(*tag)), &briefs.collect::<Vec<_>>()))
            }
            Item::Sitemap(part) => bytes(self.sitemap(shop, *part)),
            Item::SitemapIndex(count) => bytes(feeds::sitemap_index(shop, *count)),
            Item::Export(export) => bytes(export.bytes(shop)),
            Item::Lookup(lookup, records) => bytes(lookup.bytes(shop, records)),
            Item::Robots => bytes(feeds::robots(shop)),
            Item::Static(name) => Ok(Draft::Bytes(Cow::Borrowed(&self.plan.theme.statics[name].bytes))),
            Item::Asset(file, _) => self.read(*file).and_then(bytes),
            Item::Copy(file, picture, width) => bytes(self.copy(picture, self.read(*file)?, *width)),
        }
    }

    fn read(&self, file: FileId) -> Result<Vec<u8>, MakeError> {
        (self.plan.read_asset)(file).map_err(|mistake| vec![mistake])
    }

    /// A copy of a picture. Where its pixels belie all that its file said, the original stands in its place: a browser makes
    /// of it what it can.
    fn copy(&self, picture: &Picture, original: Vec<u8>, width: u32) -> Vec<u8> {
        // As many threads as a machine has would otherwise hold as many of the largest in memory.
        let alone = || self.plan.large_picture.lock().unwrap_or_else(PoisonError::into_inner);
        let _alone = picture.is_large().then(alone);
        picture.copy(&original, width).unwrap_or(original)
    }

    fn site_feed(&self, shop: &Shop<'_>) -> Vec<u8> {
        let briefs: Vec<BriefIdx> = (0..self.site.briefs.len()).map(BriefIdx::from_at).collect();
        let feed = Feed {
            title: self.plan.config.title.clone(),
            page: String::new(),
            path: "feed.xml".to_owned(),
            briefs: &briefs,
        };
        feeds::atom(shop, &feed)
    }

    fn sitemap(&self, shop: &Shop<'_>, part: Option<usize>) -> Vec<u8> {
        let pages =
            self.plan.outputs.iter().filter(|output| output.item.is_page()).map(|output| output.path.href());
        match part {
            Some(number) => {
                feeds::sitemap(shop, pages.skip((number - 1) * feeds::LARGEST).take(feeds::LARGEST))
            }
            None => feeds::sitemap(shop, pages),
        }
    }
}

/// The fingerprint of an output that need not be made for it.
fn known(item: &Item) -> Option<Fingerprint> {
    match item {
        Item::Asset(_, picture) => picture.as_ref().map(|picture| picture.fingerprint),
        Item::Copy(_, picture, width) => Some(picture.fingerprint_of(*width)),
        _ => None,
    }
}

/// The feed of briefs that name something with a page of its own.
fn feed(shop: &Shop<'_>, name: &str, page: String, briefs: &[BriefIdx]) -> Vec<u8> {
    let title = format!("{name} – {}", shop.config.title);
    let path = format!("{page}feed.xml");
    feeds::atom(shop, &Feed { title, page, path, briefs })
}
