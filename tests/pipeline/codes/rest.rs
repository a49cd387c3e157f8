//! Codes of paths, links and themes: R011 to R013, T001 to T003.

use super::{BRIEF, Case, base, brief};
use crate::support::{Site, photograph};
use chancery::diagnostics::Code;

pub fn cases() -> Vec<Case> {
    let saying = |text: &str| base().brief("other", "").file(BRIEF, brief("", text));
    let picture = |name: &str| {
        base()
            .file(BRIEF, brief("", &format!("![A map]({name})")))
            .file("content/briefs/map.png", photograph(30, 20))
    };
    let pictured = |bytes: &[u8]| {
        base().file(BRIEF, brief("", "![A map](map.png)")).file("content/briefs/map.png", bytes)
    };
    let page = |id: &str| Site::new().record(&format!("pages/{id}"), "title: P", "");
    let theme = |template: &str| {
        Site::new()
            .yaml("theme: mine")
            .file("themes/mine/theme.yaml", "extends: default\n")
            .file("themes/mine/templates/404.html", template)
    };
    let case = |code, at, text, bad, sound| Case { code, bad, sound, at, text };
    vec![
        case(
            Code::R011,
            "content/briefs/b.md:7:1",
            "[There](othr.md)",
            saying("[There](othr.md)"),
            saying("[There](other.md)"),
        ),
        case(
            Code::R012,
            "content/briefs/b.md:7:1",
            "![A map](mop.png)",
            picture("mop.png"),
            picture("map.png"),
        ),
        case(Code::R013, "content/pages/briefs.md:2:8", "P", page("briefs"), page("about")),
        case(
            Code::R014,
            "content/briefs/b.md:7:1",
            "![A map](map.png)",
            pictured(b"PNG"),
            pictured(&photograph(30, 20)),
        ),
        case(
            Code::T001,
            "site.yaml:3:8",
            "mine",
            Site::new().yaml("theme: mine"),
            Site::new().yaml("theme: default"),
        ),
        case(
            Code::T002,
            "themes/mine/templates/404.html:1:7",
            "%}",
            theme("{% if %}"),
            theme("{% if true %}{% endif %}"),
        ),
        case(
            Code::T003,
            "themes/mine/templates/404.html:1:4",
            "nothing",
            theme("{{ nothing.at.all }}"),
            theme("{{ site.title }}"),
        ),
    ]
}
