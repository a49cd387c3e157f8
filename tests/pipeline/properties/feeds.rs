//! Feeds, sitemaps and data are well formed and name whole addresses.

use super::complain;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeSet;

/// An XML element without those in it: name, attributes, text of its own.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Every element of a document, in order of their beginnings; an error where it is not well formed.
pub fn elements(xml: &str) -> Result<Vec<Element>, String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut all, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Eof => break,
            Event::Start(ref tag) | Event::Empty(ref tag) => {
                let attributes = tag.attributes().map(|one| {
                    let one = one.map_err(|error| error.to_string())?;
                    let value = one.unescape_value().map_err(|error| error.to_string())?;
                    Ok((String::from_utf8_lossy(one.key.as_ref()).into_owned(), value.into_owned()))
                });
                let attributes = attributes.collect::<Result<_, String>>()?;
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                if matches!(event, Event::Start(_)) {
                    open.push(all.len());
                }
                all.push(Element { name, attributes, text: String::new() });
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Text(text) => {
                let text = text.decode().map_err(|error| error.to_string())?;
                if let Some(at) = open.last() {
                    all[*at].text += &text;
                }
            }
            Event::GeneralRef(name) => {
                let name = String::from_utf8_lossy(&name).into_owned();
                let character = quick_xml::escape::unescape(&format!("&{name};"))
                    .map_err(|error| error.to_string())?
                    .into_owned();
                if let Some(at) = open.last() {
                    all[*at].text += &character;
                }
            }
            _ => {}
        }
    }
    if open.is_empty() { Ok(all) } else { Err("an element is not closed".to_owned()) }
}

/// The texts of all elements of this name.
pub fn texts(xml: &str, name: &str) -> Vec<String> {
    let all = elements(xml).expect("it is well formed");
    all.into_iter().filter(|one| one.name == name).map(|one| one.text).collect()
}

/// The addresses of a sitemap.
pub fn locations(xml: &str) -> Vec<String> {
    texts(xml, "loc")
}

#[test]
fn every_xml_and_json_file_is_well_formed_and_has_no_forbidden_characters() {
    complain(|site, complaints| {
        for path in site.built.paths() {
            if path.ends_with(".xml") {
                let text = site.built.text(path);
                complaints.extend(elements(text).err().map(|error| format!("{path}: {error}")));
                if text
                    .chars()
                    .any(|c| (c.is_control() && !"\n\t\r".contains(c)) || "\u{fffe}\u{ffff}".contains(c))
                {
                    complaints.push(format!("{path}: a character that XML forbids"));
                }
            }
            if path.ends_with(".json") {
                let parsed: Result<serde_json::Value, _> = serde_json::from_str(site.built.text(path));
                complaints.extend(parsed.err().map(|error| format!("{path}: {error}")));
            }
        }
    });
}

#[test]
fn the_sitemap_holds_each_page_once_and_nothing_else() {
    complain(|site, complaints| {
        let listed = locations(site.built.text("sitemap.xml"));
        let once: BTreeSet<String> = listed.iter().map(|url| super::targets::decoded(url)).collect();
        if once.len() != listed.len() {
            complaints.push("an address stands twice".to_owned());
        }
        let pages = site.pages().filter(|(_, page)| !page.has("meta[name=robots][content=noindex]"));
        let own = pages.map(|(path, _)| format!("{}{}", site.base_url, path.trim_end_matches("index.html")));
        let own: BTreeSet<String> = own.collect();
        complaints.extend(own.symmetric_difference(&once).cloned());
    });
}

#[test]
fn robots_name_the_sitemap() {
    complain(|site, complaints| {
        let wanted = format!("Sitemap: {}sitemap.xml", site.base_url);
        if !site.built.text("robots.txt").lines().any(|line| line == wanted) {
            complaints.push(wanted);
        }
    });
}

#[test]
fn feeds_have_whole_addresses_and_moments_with_zones() {
    complain(|site, complaints| {
        for path in site.built.paths().into_iter().filter(|path| path.ends_with("feed.xml")) {
            for element in elements(site.built.text(path)).expect("it is well formed") {
                let text = element.text.as_str();
                let sound = match element.name.as_str() {
                    "link" => element.attribute("href").is_some_and(|href| href.starts_with(&site.base_url)),
                    "id" => text.starts_with(&site.base_url),
                    "updated" | "published" => text.contains('T') && text.parse::<jiff::Timestamp>().is_ok(),
                    "title" | "name" => !text.trim().is_empty(),
                    _ => true,
                };
                if !sound {
                    complaints.push(format!("{path}: {element:?}"));
                }
            }
        }
    });
}
