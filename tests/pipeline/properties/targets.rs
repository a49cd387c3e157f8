//! Every link leads somewhere.

use super::{Whole, complain};
use crate::support::{Html, hrefs};
use std::collections::{BTreeMap, BTreeSet};

/// The ids of every page of a site, by its path.
fn ids(site: &Whole) -> BTreeMap<String, BTreeSet<String>> {
    let of = |page: &Html| crate::support::attributes(page, "id").into_iter().map(str::to_owned).collect();
    site.built.pages().map(|(path, page)| (path.to_owned(), of(&page))).collect()
}

fn is_outside(href: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme))
}

/// The path of the output that an address within the site leads to; none where it leaves the site's folder.
fn target(site: &Whole, from: &str, href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() {
        return Some(from.to_owned());
    }
    let path = decoded(path.strip_prefix(site.base_path())?);
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path })
}

/// Percent-encoding undone.
pub fn decoded(path: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), path.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let hex = (*first == b'%').then(|| std::str::from_utf8(&after[..2]).expect("two digits"));
        bytes.push(hex.map_or(*first, |hex| u8::from_str_radix(hex, 16).expect("two hex digits")));
        rest = if hex.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn every_link_and_fragment_within_a_site_leads_to_something() {
    complain(|site, complaints| {
        let ids = ids(site);
        for (path, page) in site.built.pages() {
            for (element, href) in hrefs(&page) {
                if is_outside(href) {
                    continue;
                }
                let Some(target) = target(site, path, href) else {
                    complaints.push(format!("{path}: <{element}> {href} leaves the site's folder"));
                    continue;
                };
                if !site.built.outputs.contains_key(&target) {
                    complaints.push(format!("{path}: <{element}> {href} leads nowhere"));
                } else if let Some((_, fragment)) = href.split_once('#')
                    && !ids.get(&target).is_some_and(|ids| ids.contains(&decoded(fragment)))
                {
                    complaints.push(format!("{path}: {href} has no such place"));
                }
            }
        }
    });
}

#[test]
fn redirects_lead_to_pages() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            for refresh in page.all("meta[http-equiv=refresh]") {
                let content = refresh.value().attr("content").unwrap_or_default();
                let href = content.strip_prefix("0; url=").expect("at once, and somewhere");
                let found = target(site, path, href).is_some_and(|to| site.built.outputs.contains_key(&to));
                if !found {
                    complaints.push(format!("{path}: {content}"));
                }
            }
        }
    });
}

#[test]
fn whole_addresses_of_pages_are_their_own() {
    complain(|site, complaints| {
        for (path, page) in site.pages().filter(|(path, _)| *path != "404.html") {
            let canonical = page.one("link[rel=canonical]").value().attr("href").unwrap_or_default();
            let own = format!("{}{}", site.base_url, path.trim_end_matches("index.html"));
            if decoded(canonical) != own {
                complaints.push(format!("{path}: {canonical} is not {own}"));
            }
        }
    });
}

#[test]
fn links_lead_only_to_the_web_to_mail_and_within_the_site() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            for (element, href) in hrefs(&page) {
                let within = href.starts_with('#') || (href.starts_with('/') && !href.starts_with("//"));
                let canonical = element == "link" && href.starts_with(&site.base_url);
                let outside = element == "a" && is_outside(href);
                if !within && !canonical && !outside {
                    complaints.push(format!("{path}: <{element}> {href}"));
                }
            }
        }
    });
}
