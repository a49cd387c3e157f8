//! Pictures in pages: their size, their copies, and who may see them.

use crate::support::{Html, Site, photograph, photograph_of_a_place};
use chancery::diagnostics::Code;
use chancery::write::Outputs;

const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>"#;

/// An attribute of the only image in `selector`.
fn said<'a>(page: &'a Html, selector: &str, name: &str) -> Option<&'a str> {
    page.one(selector).value().attr(name)
}

#[test]
fn a_picture_in_a_text_says_its_size_and_its_copies() {
    let site = Site::new()
        .brief_saying("b", "", "![A](a%20b.jpg)\n\n![C](c.svg \"T\")")
        .file("content/briefs/a b.jpg", photograph(1200, 800))
        .file("content/briefs/c.svg", SVG);
    let built = site.sound();
    let page = built.page("briefs/b/");
    let image = |name| said(&page, ".body p img", name);
    assert_eq!(image("src"), Some("/files/briefs/a%20b.jpg"));
    assert_eq!((image("width"), image("height")), (Some("1200"), Some("800")));
    assert_eq!((image("loading"), image("decoding")), (Some("lazy"), Some("async")));
    let copies = ["/files/briefs/a%20b.jpg.480w.jpg 480w", "/files/briefs/a%20b.jpg.960w.jpg 960w"];
    let all = [copies[0], copies[1], "/files/briefs/a%20b.jpg 1200w"].join(", ");
    assert_eq!(image("srcset"), Some(all.as_str()));
    assert_eq!(image("sizes"), Some("(min-width: 44rem) 38rem, 100vw"));
    for width in [480, 960] {
        let bytes = &built.outputs[&format!("files/briefs/a b.jpg.{width}w.jpg")];
        let pixels = image::load_from_memory(bytes).expect("it can be read");
        assert_eq!((pixels.width(), pixels.height()), (width, width * 2 / 3));
    }
    let drawing = |name| said(&page, ".body figure img", name);
    assert_eq!((drawing("width"), drawing("height"), drawing("srcset")), (Some("30"), Some("20"), None));
}

#[test]
fn the_picture_of_a_brief_is_not_lazy_and_cards_show_its_largest_copy() {
    let site = Site::new()
        .brief("b", "image: {file: p.jpg, alt: A picture}")
        .file("content/briefs/p.jpg", photograph(1200, 800));
    let built = site.sound();
    let page = built.page("briefs/b/");
    let image = |name| said(&page, "main img", name);
    assert_eq!((image("width"), image("height"), image("loading")), (Some("1200"), Some("800"), None));
    assert!(image("srcset").is_some_and(|set| set.starts_with("/files/briefs/p.jpg.480w.jpg 480w, ")));
    let preview = said(&page, "meta[property='og:image']", "content");
    assert_eq!(preview, Some("https://example.org/files/briefs/p.jpg.960w.jpg"));
}

#[test]
fn a_theme_says_how_wide_it_shows_pictures() {
    let site = Site::new()
        .yaml("theme: own")
        .file("themes/own/theme.yaml", "extends: default\npicture_sizes: 50vw\n")
        .brief_saying("b", "", "![A](p.jpg)")
        .file("content/briefs/p.jpg", photograph(600, 400));
    assert_eq!(said(&site.sound().page("briefs/b/"), ".body img", "sizes"), Some("50vw"));
}

#[test]
fn a_picture_that_is_only_linked_to_has_no_copies() {
    let site =
        Site::new().brief_saying("b", "", "[A](p.jpg)").file("content/briefs/p.jpg", photograph(600, 400));
    let built = site.sound();
    assert!(built.has("files/briefs/p.jpg") && !built.has("files/briefs/p.jpg.480w.jpg"));
}

#[test]
fn who_looks_for_mistakes_alone_need_not_make_copies() {
    let site =
        Site::new().brief_saying("b", "", "![A](p.jpg)").file("content/briefs/p.jpg", photograph(600, 400));
    let edition = site.sound().edition.expect("there is one");
    let certain = (0..edition.len()).filter(|at| edition.is_certain(*at)).map(|at| edition.path(at).as_str());
    assert_eq!(certain.collect::<Vec<_>>(), ["files/briefs/p.jpg.480w.jpg"]);
}

#[test]
fn copies_of_what_only_a_withheld_record_shows_are_withheld() {
    let site = Site::new()
        .brief("open", "")
        .brief_saying("b", "draft: true\nimage: {file: p.jpg, alt: A}", "![A](q.jpg)")
        .file("content/briefs/p.jpg", photograph(600, 400))
        .file("content/briefs/q.jpg", photograph(600, 400));
    assert!(site.clone().drafts().sound().has("files/briefs/q.jpg.480w.jpg"));
    assert!(site.sound().paths().iter().all(|path| !path.starts_with("files/")));
}

#[test]
fn a_damaged_picture_is_told_of_once_and_published_as_it_is() {
    let whole = photograph(600, 400);
    let half = &whole[..whole.len() / 2];
    let site =
        Site::new().brief_saying("b", "", "![A](p.jpg)\n\n![B](p.jpg)").file("content/briefs/p.jpg", half);
    let built = site.build();
    let report = built.report(Code::R014);
    assert_eq!((report.at.as_str(), report.error), ("content/briefs/b.md:7:1", false));
    assert_eq!(built.outputs["files/briefs/p.jpg"], half);
    let page = built.page("briefs/b/");
    let first = page.all(".body img")[0].value();
    assert_eq!((first.attr("src"), first.attr("width")), (Some("/files/briefs/p.jpg"), None));
    assert!(site.strict().build().report(Code::R014).error);
}

#[test]
fn a_photograph_that_tells_where_it_was_taken_is_told_of() {
    let site = Site::new()
        .brief_saying("b", "", "Words and ![A](p.jpg)")
        .file("content/briefs/p.jpg", photograph_of_a_place(600, 400));
    assert!(site.build().reports.is_empty(), "small sites of tests leave lints out");
    let built = site.lints().build();
    let report = built.report(Code::C018);
    assert_eq!((report.at.as_str(), report.text.as_str()), ("content/briefs/b.md:7:11", "![A](p.jpg)"));
    let copy = &built.outputs["files/briefs/p.jpg.480w.jpg"];
    assert!(!copy.windows(4).any(|part| part == b"Exif"));
}
