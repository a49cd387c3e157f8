//! Every page is well made.

use super::complain;
use crate::support::{attributes, text};
use chancery::model::LangTag;
use std::collections::BTreeSet;

#[test]
fn ids_are_unique_in_their_page_and_not_empty() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            let mut seen = BTreeSet::new();
            for id in attributes(&page, "id") {
                if id.is_empty() || id.contains(char::is_whitespace) || !seen.insert(id) {
                    complaints.push(format!("{path}: {id:?}"));
                }
            }
        }
    });
}

#[test]
fn every_page_has_one_h1_and_its_headings_skip_no_level() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            let headings = page.all("h1, h2, h3, h4, h5, h6");
            let levels: Vec<u8> =
                headings.iter().map(|one| one.value().name().as_bytes()[1] - b'0').collect();
            if levels.iter().filter(|level| **level == 1).count() != 1 || levels.first() != Some(&1) {
                complaints.push(format!("{path}: levels {levels:?}"));
            }
            if levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
                complaints.push(format!("{path}: a level is skipped in {levels:?}"));
            }
            if headings.iter().any(|heading| text(*heading).is_empty()) {
                complaints.push(format!("{path}: an empty heading"));
            }
        }
    });
}

#[test]
fn no_page_holds_a_style_or_a_script_but_those_of_its_theme() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            for what in [
                "script:not([src])",
                "body script",
                "style",
                "[style]",
                "iframe",
                "object",
                "embed",
                "base",
                "form[action^=http]",
            ] {
                if page.has(what) {
                    complaints.push(format!("{path}: {what}"));
                }
            }
            let scripts = page.all("script").into_iter().filter_map(|script| script.value().attr("src"));
            complaints.extend(
                scripts
                    .filter(|src| {
                        !src.split_once("/assets/").is_some_and(|(_, name)| name.contains(".js?v="))
                    })
                    .map(|src| format!("{path}: {src}")),
            );
            for element in page.all("*") {
                let handlers = element.value().attrs().filter(|(name, _)| name.starts_with("on"));
                complaints.extend(handlers.map(|(name, _)| format!("{path}: {name}")));
            }
        }
    });
}

#[test]
fn languages_are_tags_and_directions_are_directions() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            let bad = attributes(&page, "lang").into_iter().filter(|lang| LangTag::new(lang).is_none());
            complaints.extend(bad.map(|lang| format!("{path}: lang={lang}")));
            let known = ["ltr", "rtl", "auto"];
            let bad = attributes(&page, "dir").into_iter().filter(|dir| !known.contains(dir));
            complaints.extend(bad.map(|dir| format!("{path}: dir={dir}")));
            if page.all("html[lang]").len() != 1 {
                complaints.push(format!("{path}: the page has no language"));
            }
        }
    });
}

#[test]
fn every_page_has_a_title_a_main_part_and_no_image_without_words() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            if page.texts("head title").iter().filter(|title| !title.is_empty()).count() != 1 {
                complaints.push(format!("{path}: {:?}", page.texts("head title")));
            }
            if page.all("main").len() != 1 || page.has("img:not([alt])") || page.has("img:not([src])") {
                complaints.push(format!("{path}: main or img"));
            }
        }
    });
}

#[test]
fn every_table_has_headings_and_every_link_says_something() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            if page.all("main table").len() != page.all("main table thead").len() {
                complaints.push(format!("{path}: a table without a head"));
            }
            for link in page.all("a[href]") {
                if text(link).is_empty() && link.value().attr("aria-label").is_none() {
                    complaints
                        .push(format!("{path}: a link without words to {:?}", link.value().attr("href")));
                }
            }
        }
    });
}

#[test]
fn no_line_of_a_page_shows_a_hole_in_a_template() {
    complain(|site, complaints| {
        for (path, page) in site.built.pages() {
            let body = text(page.one("body"));
            // BibTeX has braces of its own.
            let text =
                page.all("pre").into_iter().map(text).fold(body, |all, quoted| all.replace(&quoted, ""));
            for hole in ["{{", "{%", "[object", "Some("] {
                if text.contains(hole) {
                    complaints.push(format!("{path}: {hole}"));
                }
            }
        }
    });
}
