//! Pages that are no records of the story, and the pages every site has.

use super::address::Addresses;
use super::hrefs::record_path;
use super::page::Page;
use super::parts::{Head, body_and_sources, listed_sources, plain_title};
use super::shop::Shop;
use super::view::{ContentPageView, RedirectView};
use crate::model::RecordKind;
use crate::resolve::{AnyIdx, PageIdx, Redirect};

/// Makes a page such as *about*.
pub fn page(shop: &Shop<'_>, addresses: &Addresses, index: PageIdx) -> Page {
    let entry = shop.site.page(index);
    let (body, sources) = body_and_sources(shop, addresses, entry, &listed_sources(entry));
    let view = ContentPageView {
        id: entry.id.clone(),
        title: shop.names().text(AnyIdx::Page(index)),
        body: body.view,
        sources,
        draft: entry.common.marking.draft == Some(true),
        extra: entry.common.extra.clone(),
    };
    let path = record_path(RecordKind::Page, &entry.id);
    let mut head = Head {
        kind: "page",
        title: &view.title,
        description: String::new(),
        path: &path,
        breadcrumbs: shop.home(),
        section: "",
    }
    .view(shop);
    if let Some(lang) = &entry.common.lang {
        lang.as_str().clone_into(&mut head.lang);
    }
    Page::new("page.html", "content", head, view)
}

/// Makes `404.html`.
pub fn not_found(shop: &Shop<'_>) -> Page {
    let title = plain_title("Page not found");
    let mut head = Head {
        kind: "error",
        title: &title,
        description: String::new(),
        path: "",
        breadcrumbs: shop.home(),
        section: "",
    }
    .view(shop);
    head.canonical = None;
    Page::new("404.html", "error", head, ())
}

/// Makes the page at an old path.
pub fn redirect(shop: &Shop<'_>, redirect: &Redirect) -> Page {
    let href = shop.hrefs.record(shop.site, redirect.to);
    let title = shop.names().text(redirect.to);
    let mut head = Head {
        kind: "redirect",
        title: &title,
        description: String::new(),
        path: "",
        breadcrumbs: Vec::new(),
        section: "",
    }
    .view(shop);
    head.canonical = Some(shop.hrefs.absolute_href(&href));
    Page::new("redirect.html", "redirect", head, RedirectView { href, title: title.text.clone() })
}
