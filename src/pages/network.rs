//! The network: all memberships and relations.

use super::drawings::network::{self, Recorded, recorded};
use super::page::Page;
use super::parts::{Head, plain_title};
use super::shop::Shop;
use super::view::{NetworkRowView, NetworkView};
use super::words;
use crate::resolve::ActorIdx;

/// The folder of the network.
pub const FOLDER: &str = "network/";

/// Rows in the table below the drawing.
const ROWS: usize = 500;

/// True where there is something to show: a tie.
pub fn any(shop: &Shop<'_>) -> bool {
    ties(shop).next().is_some()
}

fn ties<'a>(shop: &Shop<'a>) -> impl Iterator<Item = Recorded<'a>> {
    let site = shop.site;
    (0..site.actors.len()).map(ActorIdx::from_at).flat_map(move |actor| recorded(site, actor))
}

/// Makes the page.
pub fn page(shop: &Shop<'_>) -> Page {
    let ties: Vec<Recorded<'_>> = ties(shop).collect();
    let drawing = network::all(shop.names(), &ties, "section-network", "Who is tied to whom");
    let row = |tie: &Recorded<'_>| NetworkRowView {
        actor: shop.names().actor(tie.from),
        label: tie.label.to_owned(),
        other: shop.names().actor(tie.to),
        from: tie.term.from.as_ref().map(words::date),
        to: tie.term.to.as_ref().map(words::date),
    };
    let view = NetworkView {
        drawing: drawing.map(|drawn| drawn.view(shop.names())),
        rows: ties.iter().take(ROWS).map(row).collect(),
        total: ties.len(),
        all: shop.fixed("actors/", "All actors"),
    };
    let title = plain_title("Network");
    let head = Head {
        kind: "network",
        title: &title,
        description: "Who belongs to what, and who is tied to whom.".to_owned(),
        path: FOLDER,
        breadcrumbs: shop.home(),
        section: "network",
    };
    Page::new("network.html", "network", head.view(shop), view)
}
