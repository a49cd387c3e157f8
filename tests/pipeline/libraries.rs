//! Libraries of sources: what their entries are to the rest of the site.

use crate::support::{Site, main_text};
use chancery::diagnostics::Code;
use rstest::rstest;

const BIB: &str = "@article{Smith:2024_a,
  title = {Troops in Kursk},
  author = {Smith, Jane},
  journaltitle = {The Korea Herald},
  date = {2024-10-28},
  url = {https://example.org/kursk}
}
@book{unused, title = {Unused}, url = {https://example.org/unused}}
";

fn site() -> Site {
    Site::new().file("content/sources/all.bib", BIB)
}

#[rstest]
#[case::the_key("Smith:2024_a")]
#[case::the_id_made_of_it("smith-2024-a")]
#[case::the_address("https://example.org/kursk")]
#[case::the_title("Troops in Kursk")]
fn an_entry_is_cited_by(#[case] name: &str) {
    let built = site().brief("b", &format!("sources: [\"{name}\"]")).sound();
    let page = built.page("briefs/b/");
    assert!(page.links("#sources").contains(&"/sources/smith-2024-a/"), "{:?}", page.links("#sources"));
}

#[test]
fn a_key_in_a_text_and_in_a_list_without_quotes_leads_to_the_entry() {
    let built =
        site().brief_saying("b", "sources: [Smith:2024_a]", "So it says [@Smith:2024_a, p. 3].").sound();
    assert!(built.page("briefs/b/").has("#note-ref-1"));
    let source = built.page("sources/smith-2024-a/");
    assert_eq!(source.links("#briefs"), ["/briefs/b/"]);
    let text = main_text(&source);
    assert!(text.contains("Smith, Jane") && text.contains("The Korea Herald"), "{text}");
}

#[test]
fn an_address_with_a_scheme_that_is_not_allowed_is_still_no_key() {
    let built = site().brief("b", "sources: ['ftp://example.org/x']").build();
    assert_eq!(built.codes(), [Code::P014]);
}

#[test]
fn an_entry_that_nothing_cites_is_no_part_of_the_site() {
    let built = site().brief("b", "sources: [Smith:2024_a]").sound();
    assert!(!built.has("sources/unused/"));
    let holds = |bytes: &[u8]| bytes.windows(6).any(|part| part == b"Unused");
    let told = built.outputs.iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path);
    assert_eq!(told.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn an_entry_that_only_a_withheld_record_cites_is_withheld() {
    let site = site().brief("open", "sources: [Smith:2024_a]").brief("closed", "tlp: red\nsources: [unused]");
    assert!(!site.sound().has("sources/unused/"));
    assert!(site.audience("red").sound().has("sources/unused/"));
}

#[test]
fn an_entry_that_a_source_derives_from_is_a_part_of_the_site() {
    let built = site().source("reprint", "derived_from: [unused]").sound();
    assert!(built.has("sources/unused/"));
}

#[test]
fn no_lint_asks_for_anything_of_an_entry_that_nothing_cites() {
    let archived = "title: A\nurl: https://example.org/a\narchive: [https://example.org/copy]";
    let told = |cited: &str| {
        let site = site().source("archived", archived).brief("b", &format!("sources: [archived, {cited}]"));
        let folder = site.on_disk();
        let yaml = "title: Test\nbase_url: https://example.org/\nsilence: [C005, C006]\n";
        std::fs::write(folder.path().join("site.yaml"), yaml).expect("it can be written");
        crate::support::Built::of(&site.request(folder.path()), folder).codes()
    };
    assert_eq!(told("archived"), []);
    assert_eq!(told("unused"), [Code::C004]);
}

#[test]
fn two_keys_that_give_one_id_are_an_error_that_names_both() {
    let text = "[{\"id\": \"smith-2024-A\", \"title\": \"Another\"}]";
    let built = site().file("content/sources/more.json", text).build();
    let report = built.report(Code::R001);
    assert!(report.message.contains("`Smith:2024_a`") && report.message.contains("`smith-2024-A`"));
    assert_eq!(
        (report.at.as_str(), report.text.as_str()),
        ("content/sources/more.json:1:10", "smith-2024-A")
    );
    assert_eq!(report.related, ["content/sources/all.bib:1:10"]);
}

#[test]
fn a_key_that_a_file_has_too_is_an_error() {
    let built = site().source("unused", "").build();
    assert_eq!(built.codes(), [Code::R001]);
}

#[test]
fn a_key_and_the_other_key_of_another_entry_are_never_guessed_between() {
    let text = "@book{a, title = {A}, ids = {Old_Key}}\n@book{b, title = {B}, ids = {Old_Key}}";
    let site = Site::new().file("content/sources/all.bib", text);
    assert_eq!(site.brief("x", "sources: [Old_Key]").build().codes(), [Code::R002]);
}

#[test]
fn libraries_of_all_formats_are_read_at_any_depth() {
    let built = site()
        .file("content/sources/a/b/more.yml", "yaml_key: {type: web, title: From YAML}")
        .file("content/sources/zotero.json", "[{\"id\": \"json_key\", \"title\": \"From JSON\"}]")
        .brief("b", "sources: [yaml_key, json_key]")
        .sound();
    assert!(built.has("sources/yaml-key/") && built.has("sources/json-key/"));
    assert!(!built.paths().iter().any(|path| path.ends_with(".bib") || path.ends_with("zotero.json")));
}

#[test]
fn a_library_and_a_folder_of_files_stand_side_by_side() {
    let built = site()
        .actor("korea-herald", "name: The Korea Herald\nreliability: B")
        .source("own", "")
        .brief("b", "sources: [own, Smith:2024_a]")
        .sound();
    assert!(built.page("sources/smith-2024-a/").links("main").contains(&"/actors/korea-herald/"));
}
