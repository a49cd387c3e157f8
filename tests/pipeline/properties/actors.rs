//! From an actor to all that names it, and back.

use super::{Whole, complain};
use crate::support::Html;
use std::collections::{BTreeMap, BTreeSet};

/// Where the links of a page's `<main>` lead, as outputs.
fn links(site: &Whole, page: &Html) -> BTreeSet<String> {
    let links = page.links("main").into_iter().filter_map(|href| href.strip_prefix(site.base_path()));
    links.map(|href| href.split('#').next().unwrap_or_default().to_owned()).collect()
}

/// The record that a page belongs to: `actors/x/` for `actors/x/briefs/page/2/index.html`.
fn record(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    (parts.len() > 2 && parts[1] != "page").then(|| format!("{}/{}/", parts[0], parts[1]))
}

/// For each record all that its page and its lists link to.
fn linked(site: &Whole) -> BTreeMap<String, BTreeSet<String>> {
    let mut linked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, page) in site.pages() {
        if let Some(record) = record(path) {
            linked.entry(record).or_default().extend(links(site, &page));
        }
    }
    linked
}

#[test]
fn an_actors_page_links_each_brief_and_event_that_names_it_and_they_link_back() {
    complain(|site, complaints| {
        let linked = linked(site);
        for (record, targets) in &linked {
            for target in targets.iter().filter(|target| linked.contains_key(*target)) {
                let forth = ["briefs/", "events/"].iter().any(|kind| record.starts_with(kind));
                if forth
                    && target.starts_with("actors/")
                    && names_it(site, record, target)
                    && !linked[target].contains(record)
                {
                    complaints.push(format!("/{record} names /{target}, which does not link back"));
                }
            }
        }
    });
}

/// True where the actor stands in the list of who is in a brief or event, not only beside a source or neighbour.
fn names_it(site: &Whole, record: &str, actor: &str) -> bool {
    let page = site.built.page(record);
    let href = format!("{}{actor}", site.base_path());
    page.links("#who, .body, #claims .speaker, #estimates .speaker").contains(&href.as_str())
}

#[test]
fn each_brief_and_event_in_an_actors_lists_names_the_actor() {
    complain(|site, complaints| {
        for (path, page) in site.pages().filter(|(path, _)| path.starts_with("actors/")) {
            let Some(actor) = record(path) else { continue };
            let own = format!("{}{actor}", site.base_path());
            for href in page.links("#briefs tbody .what, #events tbody .what") {
                let target = href.trim_start_matches(site.base_path());
                if !(target.starts_with("briefs/") || target.starts_with("events/")) {
                    continue;
                }
                if !site.built.page(target).links("main").contains(&own.as_str()) {
                    complaints.push(format!("{path} lists {href}, which does not name it"));
                }
            }
        }
    });
}
