//! References in a CSL style, from `site.yaml` to the page.

#[cfg(feature = "cite")]
use crate::support::main_text;
use crate::support::{Built, Site};
use chancery::diagnostics::Code;

fn site(style: &str) -> Site {
    let source = "title: Troops in Kursk\npublisher: The Korea Herald\npublished: 2024-10-28\ntype: article\nurl: https://example.org/k";
    Site::new()
        .yaml(&format!("citation_style: {style}"))
        .source("kursk", source)
        .source("human", "title: Secret name\nprotected: true\ndescription_public: An official")
        .brief_saying("b", "sources: [{source: kursk, at: para. 4}, human]", "So it is [@kursk].")
}

#[test]
fn a_style_that_cannot_be_used_is_told_at_its_name() {
    let built = site("no-such-style").build();
    let report = built.report(Code::P028);
    assert_eq!((report.at.as_str(), report.text.as_str()), ("site.yaml:3:17", "no-such-style"));
    assert!(report.error);
}

#[cfg(not(feature = "cite"))]
#[test]
fn a_program_without_styles_says_how_to_get_them() {
    let built: Built = site("apa").build();
    assert!(built.report(Code::P028).help.contains("--features cite"));
}

#[cfg(feature = "cite")]
mod with_styles {
    use super::*;
    use chancery::pipeline::{Keep, Request};

    fn kept_between_builds(request: Request) -> Request {
        let started = std::time::SystemTime::now();
        Request { keep: Some(Keep { program: "program 1".to_owned(), started, read_only: false }), ..request }
    }

    #[test]
    fn the_sources_of_a_page_and_their_own_pages_have_its_form() {
        let built = site("apa").sound();
        let page = built.page("briefs/b/");
        assert_eq!(
            page.texts("#source-1 .ref-text > p:first-child"),
            ["Troops in Kursk. (2024, October 28). The Korea Herald. https://example.org/k para. 4."]
        );
        assert!(page.has("#source-1 em") && page.has("#note-ref-1"));
        assert!(page.links("#source-1").contains(&"/sources/kursk/"));
        let source = built.page("sources/kursk/");
        assert!(main_text(&source).contains("Troops in Kursk. (2024, October 28)."));
    }

    #[test]
    fn a_protected_source_keeps_its_public_words_and_nothing_else() {
        let built = site("apa").sound();
        assert!(built.page("briefs/b/").texts("#source-2")[0].contains("An official"));
        let holds = |bytes: &[u8]| bytes.windows(11).any(|part| part == b"Secret name");
        assert!(!built.outputs.values().any(|bytes| holds(bytes)));
    }

    #[test]
    fn the_next_build_finds_them_in_the_sites_own_folder_and_damage_does_no_harm() {
        let site = site("apa");
        let folder = site.on_disk();
        let request = kept_between_builds(site.request(folder.path()));
        let build = || chancery::pipeline::prepare(&request).expect("it is in order");
        build();
        let kept = folder.path().join(".chancery/cache/references");
        let first = std::fs::read(&kept).expect("it is kept");
        assert!(!String::from_utf8_lossy(&first).contains("Secret name"));
        let written = |path: &std::path::Path| {
            std::fs::metadata(path).and_then(|it| it.modified()).expect("it is there")
        };
        let before = written(&kept);
        build();
        assert_eq!(written(&kept), before, "a build that finds everything writes nothing");
        std::fs::write(&kept, b"rubbish").expect("it can be written");
        build();
        assert_eq!(std::fs::read(&kept).expect("it is kept"), first);
        let built = Built::of(&request, folder);
        assert!(built.page("briefs/b/").has("#source-1 em"));
    }

    /// Prints what a source costs: `cargo test --release --features cite --test pipeline cost -- --ignored --nocapture`.
    #[test]
    #[ignore = "a measurement"]
    fn cost_of_a_source() {
        const MANY: u32 = 2000;
        let entry = |n| {
            format!(
                "k{n}: {{type: article, title: Title {n} of it, author: [\"A{n}, B\", \"C, D{n}\"], date: 2024-10-28, \
                 url: \"https://example.org/{n}\", parent: {{type: newspaper, title: The Korea Herald}}}}\n"
            )
        };
        let keys: Vec<String> = (0..MANY).map(|n| format!("k{n}")).collect();
        let plain = Site::new()
            .file("content/sources/all.yaml", (0..MANY).map(entry).collect::<String>())
            .brief("b", &format!("sources: [{}]", keys.join(", ")));
        for style in ["", "apa", "chicago-notes", "ieee", "modern-language-association"] {
            let site = if style.is_empty() {
                plain.clone()
            } else {
                plain.clone().yaml(&format!("citation_style: {style}"))
            };
            let folder = site.on_disk();
            let request = kept_between_builds(site.request(folder.path()));
            let build = || {
                let from = std::time::Instant::now();
                chancery::pipeline::prepare(&request).expect("it is in order");
                from.elapsed()
            };
            println!("`{style}`: {MANY} sources: first {:?}, again {:?}", build(), build());
        }
    }
}
