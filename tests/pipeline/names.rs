//! What a written name leads to (rule 5 of the content model).

use crate::support::Site;
use chancery::diagnostics::Code;
use rstest::rstest;

/// A brief that names `name` beside an actor `kim` with these keys.
fn naming(name: &str, keys: &str) -> Site {
    Site::new().actor("kim", keys).brief("b", &format!("actors: [\"{name}\"]"))
}

/// True where the brief's only actor is `kim`, without a word of complaint.
fn leads_to_kim(name: &str, keys: &str) -> bool {
    let built = naming(name, keys).build();
    built.reports.is_empty() && built.page("briefs/b/").links("#who") == ["/actors/kim/"]
}

#[rstest]
#[case::its_id("kim", "name: Kim Yong-bok")]
#[case::its_name("Kim Yong-bok", "name: Kim Yong-bok")]
#[case::its_name_in_any_language("김영복", "name: {en: Kim Yong-bok, ko: 김영복}")]
#[case::a_strong_alias("The General", "name: Kim\nnames: [The General]")]
#[case::a_transliteration(
    "Gim Yeong-bok",
    "name: Kim\nnames: [{text: Gim Yeong-bok, type: transliteration}]"
)]
#[case::a_former_name("Kim Old", "name: Kim\naliases: [{text: Kim Old, type: former}]")]
#[case::another_case("KIM YONG-BOK", "name: Kim Yong-bok")]
#[case::no_hyphen("Kim Yong bok", "name: Kim Yong-bok")]
#[case::another_hyphen("Kim Yong‑bok", "name: Kim Yong-bok")]
#[case::no_space("KimYongbok", "name: Kim Yong-bok")]
#[case::wide_letters("Ｋｉｍ Yong-bok", "name: Kim Yong-bok")]
#[case::decomposed_letters("Zelenski\u{301}", "name: Zelenskí")]
#[case::decomposed_hangul("\u{1100}\u{1175}\u{11b7}", "name: 김")]
#[case::cyrillic_case("володимир зеленський", "name: Володимир Зеленський")]
#[case::another_apostrophe("Мар’яна", "name: Мар'яна")]
#[case::direction_marks("\u{200f}محمد\u{200e}", "name: محمد")]
fn a_name_leads_to_the_record_by(#[case] name: &str, #[case] keys: &str) {
    assert!(leads_to_kim(name, keys), "{:#?}", naming(name, keys).build().reports);
}

#[test]
fn a_weak_name_never_leads_anywhere() {
    let built = naming("Kim", "name: Kim Yong-bok\nnames: [{text: Kim, type: weak}]").build();
    assert_eq!(built.codes(), [Code::R003]);
    assert_eq!(built.page("briefs/b/").links("#who"), ["/actors/kim-2/"], "a stub, not the general");
}

#[test]
fn an_id_goes_before_a_name_and_a_name_before_an_alias() {
    let site = Site::new()
        .actor("nis", "name: National Intelligence Service")
        .actor("other", "name: nis")
        .actor("spy", "name: Spy\nnames: [Agency]")
        .actor("agency", "name: The Agency")
        .actor("third", "name: Agency");
    let site = site.brief("b", "actors: [nis, Agency]");
    assert_eq!(site.sound().page("briefs/b/").links("#who"), ["/actors/nis/", "/actors/third/"]);
}

#[test]
fn a_name_of_two_records_is_an_error_that_lists_both() {
    let site =
        Site::new().actor("kim-a", "name: Kim").actor("kim-b", "name: Kim").brief("b", "actors: [Kim]");
    let built = site.build();
    assert_eq!(built.codes(), [Code::R002]);
    let report = &built.reports[0];
    assert_eq!(report.message, "`Kim` fits 2 records: Kim (kim-a); Kim (kim-b)");
    assert_eq!(report.related, ["content/actors/kim-a.md:2:7", "content/actors/kim-b.md:2:7"]);
    assert!(built.edition.is_none());
}

#[test]
fn a_name_of_two_records_that_nobody_uses_is_in_order() {
    let site = Site::new().actor("kim-a", "name: Kim").actor("kim-b", "name: Kim");
    site.brief("b", "actors: [kim-a, kim-b]").sound();
}

#[test]
fn an_unknown_name_makes_one_stub_that_is_reported_once_with_its_count() {
    let site = Site::new()
        .brief("a", "actors: [Jane Roe]")
        .brief("b", "actors: [JANE ROE]")
        .event("e", "participants: [Jane-Roe]");
    let built = site.build();
    let report = built.report(Code::R003);
    assert_eq!(report.at, "content/briefs/a.md:2:10");
    assert_eq!(
        report.message,
        "no actor is known as `Jane Roe`: a stub page is made (named in 3 places, here first)"
    );
    assert_eq!(report.help, "write content/actors/jane-roe.md");
    let page = built.page("actors/jane-roe/");
    assert_eq!(page.texts("h1"), ["Jane Roe"]);
    assert_eq!(page.links("#briefs"), ["/briefs/a/", "/briefs/b/"]);
}

#[rstest]
#[case::events("events: [A call]", "events/a-call/")]
#[case::places("places: [Brussels]", "places/brussels/")]
#[case::sources("sources: [Some letter]", "sources/some-letter/")]
#[case::actors("actors: [Somebody]", "actors/somebody/")]
fn each_kind_but_briefs_gets_stubs(#[case] keys: &str, #[case] page: &str) {
    let built = Site::new().brief("b", keys).build();
    assert_eq!(built.codes(), [Code::R003]);
    assert!(built.page(page).has(".notice"));
}

#[test]
fn a_near_name_is_proposed() {
    let site = Site::new().actor("mark-rutte", "name: Mark Rutte").brief("b", "actors: [Mark Ruute]");
    let built = site.build();
    assert!(built.report(Code::R003).help.starts_with("did you mean `Mark Rutte`?"));
}

#[test]
fn stubs_with_names_in_other_scripts_get_addresses_of_their_own() {
    let built = Site::new().brief("b", "actors: [김영복, 김정은, '!!!', '???']").build();
    let page = built.page("briefs/b/");
    let links = page.links("#who");
    assert_eq!(links.len(), 4);
    assert!(links.iter().all(|link| built.has(link.trim_start_matches('/'))), "{links:?}");
}

#[test]
fn a_publisher_that_is_no_actor_stays_text_without_a_stub() {
    let site =
        Site::new().source("s", "publisher: The Daily Planet\nauthor: Clark Kent").brief("b", "sources: [s]");
    let built = site.sound();
    assert_eq!(built.page("briefs/b/").texts("#sources .publisher"), ["The Daily Planet"]);
    assert_eq!(built.page("briefs/b/").links("#sources .publisher"), Vec::<&str>::new());
    assert!(!built.has("actors/the-daily-planet/") && !built.has("actors/clark-kent/"));
}

#[test]
fn one_address_cited_in_two_briefs_is_one_source() {
    let address = "sources: [https://example.org/a?b=1]";
    let built = Site::new().brief("a", address).brief("b", address).sound();
    let sources: Vec<&str> = built
        .paths()
        .into_iter()
        .filter(|path| path.starts_with("sources/") && *path != "sources/index.html")
        .collect();
    assert_eq!(sources.len(), 1, "{sources:?}");
    let page = built.page(sources[0]);
    assert_eq!(page.links("#briefs"), ["/briefs/a/", "/briefs/b/"]);
    assert!(!page.has(".notice"), "an address is a source, not a stub");
}

#[test]
fn an_address_leads_to_the_source_file_that_has_it() {
    let site =
        Site::new().source("s", "url: https://example.org/x").brief("b", "sources: https://example.org/x");
    assert_eq!(site.sound().page("sources/s/").links("#briefs"), ["/briefs/b/"]);
}

#[test]
fn a_name_in_a_text_leads_to_the_stub_that_a_key_makes() {
    let keys = "actors: [Mark Rutte]\nsources: ['https://example.org/a']";
    let built =
        Site::new().brief_saying("b", keys, "So says [[Mark Rutte]] [@https://example.org/a].").build();
    assert_eq!(built.codes(), [Code::R003]);
    assert!(built.page("briefs/b/").links(".body").contains(&"/actors/mark-rutte/"));
}

#[test]
fn a_name_in_a_text_does_not_bring_back_a_stub_that_only_a_draft_makes() {
    let built = Site::new()
        .brief_saying("seen", "", "So says [[Zqvw Agent]].")
        .brief("unseen", "draft: true\nactors: [Zqvw Agent]")
        .build();
    assert_eq!(built.codes(), [Code::R004]);
    assert!(built.outputs.iter().all(|(path, _)| !path.contains("zqvw")));
}
