//! The whole `<main>` of one small page of each kind, and every path of one fixture.

use crate::support::{Built, Site};
use std::path::Path;
use std::sync::OnceLock;

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        Site::new()
            .record(
                "actors/mark-rutte",
                "name: Mark Rutte\nkind: person\nnames: [{text: 마르크 뤼터, lang: ko}]\npositions: [{title: Secretary General, org: nato, from: 2024-10-01}]\nmember_of: [nato]\ntags: [leaders]",
                "A *short* text.",
            )
            .actor("nato", "name: NATO\nkind: organization\nreliability: A")
            .source("statement", "title: A statement\nurl: https://example.org/s\npublisher: nato\npublished: 2024-10-28\ntype: official-statement")
            .place("brussels", "name: Brussels\nlat: 50.85\nlon: 4.35\ntimezone: Europe/Brussels\ncountry: BE")
            .event("briefing", "title: A briefing\ndate: 2024-10-28T14:00+01:00\ntype: briefing\nstatus: confirmed\nplaces: [brussels]\nparticipants: [{actor: mark-rutte, role: speaker}]\nsources: [{source: statement, credibility: 2}]")
            .brief_saying(
                "confirmed",
                "title: NATO confirms\ndate: 2024-10-29\nsummary: In one sentence.\nactors: [mark-rutte]\nsources: [statement]\nevents: [briefing]\ntags: [troops]\nclaims: [{id: deployed, text: Troops were sent, by: mark-rutte, said_on: 2024-10-28, event: briefing, sources: [statement]}]",
                "## What was said\n\n[[mark-rutte]] said that [troops were sent]{claim=deployed} [@statement, para. 2].",
            )
            .record("pages/about", "title: About", "Who we are.")
            .sound()
    })
}

#[track_caller]
fn main_of(path: &str) -> String {
    let page = built().page(path);
    page.one("main").html()
}

#[test]
fn the_main_part_of_each_kind_of_page() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, path) in [
            ("home", ""),
            ("brief", "briefs/confirmed/"),
            ("actor", "actors/mark-rutte/"),
            ("event", "events/briefing/"),
            ("source", "sources/statement/"),
            ("place", "places/brussels/"),
            ("tag", "tags/troops/"),
            ("page", "about/"),
            ("list", "claims/"),
            ("timeline", "timeline/"),
            ("not-found", "404.html"),
        ] {
            insta::assert_snapshot!(name, main_of(path));
        }
    });
}

#[test]
fn every_path_of_a_site_in_a_folder() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/base-path");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("paths", Site::folder(&fixture).sound().paths().join("\n")));
}
