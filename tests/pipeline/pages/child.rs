//! Themes that extend the default one.

use crate::support::{Built, Site};
use std::path::Path;

/// The project's own site, with what the theme `slate` puts into this template.
fn with(template: &str, text: &str) -> Built {
    Site::folder(Path::new(env!("CARGO_MANIFEST_DIR")))
        .yaml("theme: slate")
        .record("pages/witness", "title: A page\nformer_ids: [witness-of-old]", "Text.")
        .file("themes/slate/theme.yaml", "extends: default\n")
        .file(&format!("themes/slate/templates/{template}"), text)
        .build()
}

#[test]
fn what_a_child_puts_into_the_head_of_the_frame_stands_on_every_page() {
    let link = "{{ super() }}<link rel=\"stylesheet\" href=\"/own.css\">";
    let text = format!("{{% extends \"default/base.html\" %}}{{% block head %}}{link}{{% endblock head %}}");
    let built = with("base.html", &text);
    let mut kinds = std::collections::BTreeSet::new();
    for (path, page) in built.pages() {
        // A redirect is gone before anyone sees it: it has a head of its own.
        if page.has("meta[http-equiv=refresh]") {
            continue;
        }
        let sheets = page.all("link[rel=stylesheet]:not([media])");
        let last = sheets.last().and_then(|sheet| sheet.value().attr("href"));
        assert_eq!(last, Some("/own.css"), "{path}: behind the sheets of the default theme");
        let class = page.one("body").value().attr("class").unwrap_or_default().to_owned();
        kinds.insert(class.split(' ').next().unwrap_or_default().to_owned());
    }
    assert!(kinds.len() > 12, "pages of all kinds were made: {kinds:?}");
}

#[test]
fn a_child_may_print_more_on_the_page_of_a_record() {
    for (kind, folder) in [
        ("brief", "briefs"),
        ("actor", "actors"),
        ("event", "events"),
        ("source", "sources"),
        ("place", "places"),
    ] {
        let more = format!("<p class=\"own\">{{{{ {kind}.id }}}}</p>");
        let text =
            format!("{{% extends \"default/{kind}.html\" %}}{{% block more %}}{more}{{% endblock more %}}");
        let built = with(&format!("{kind}.html"), &text);
        let (path, page) = built
            .pages()
            .find(|(path, page)| path.starts_with(folder) && page.has(&format!("body.kind-{kind}")))
            .expect("there is a page of this kind");
        let id = path.trim_end_matches("/index.html").rsplit('/').next().unwrap_or_default();
        assert_eq!(page.texts("article p.own"), [id], "{path}");
    }
}
