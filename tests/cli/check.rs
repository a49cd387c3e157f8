//! `chancery check`, and the forms in which mistakes are told.

use crate::site::{Site, assert_told};

#[test]
fn a_sound_site_is_told_to_be_so_and_nothing_is_written() {
    let site = Site::sound();
    let before = site.files("");
    assert_told(
        &site.run(&["check"]),
        "\
> Checked [pages] pages and [others] other files: no errors
>   1 brief · 1 actor · 1 source
>   0 warnings · [time]
exit 0
",
    );
    assert_eq!(site.files(""), before);
}

#[test]
fn people_see_the_lines() {
    assert_told(&Site::broken().run(&["check"]), "\
> error[P007]: `2024-10-32` is not a date: day is out of range for the month
>  --> content/briefs/bad.md:3:15
>   |
> 3 | date: 2024-10-32
>   |               ^^
>   |
>   = help: dates are EDTF: `2024`, `2024-10`, `2024-10-28`, `2024-10-28?`, `2024-10~`, `2024-10-25/2024-10-26`
>
> warning[P004]: `sumary` is not a key of a brief
>  --> content/briefs/odd.md:6:1
>   |
> 6 | sumary: S
>   | ^^^^^^
>   |
>   = help: did you mean `summary`? Anything of your own may stand under `extra:`
>
> The site cannot be built: 1 error, 1 warning
exit 1
");
}

#[test]
fn json_goes_to_standard_output() {
    assert_told(
        &Site::broken().run(&["check", "--format", "json"]),
        include_str!("expected/broken.json.txt"),
    );
    assert_told(&Site::sound().run(&["check", "--format", "json", "--quiet"]), "[]\nexit 0\n");
}

#[test]
fn github_is_told_on_standard_error() {
    assert_told(&Site::broken().run(&["check", "--format", "github"]), "\
> ::error file=content/briefs/bad.md,line=3,endLine=3,col=15,endColumn=17,title=P007 a date cannot be read or does not exist::`2024-10-32` is not a date: day is out of range for the month%0Ahelp: dates are EDTF: `2024`, `2024-10`, `2024-10-28`, `2024-10-28?`, `2024-10~`, `2024-10-25/2024-10-26`
> ::warning file=content/briefs/odd.md,line=6,endLine=6,col=1,endColumn=7,title=P004 a key is not known::`sumary` is not a key of a brief%0Ahelp: did you mean `summary`? Anything of your own may stand under `extra:`
> The site cannot be built: 1 error, 1 warning
exit 1
");
}

#[test]
fn sarif_goes_to_standard_output() {
    assert_told(
        &Site::broken().run(&["check", "--format", "sarif"]),
        include_str!("expected/broken.sarif.txt"),
    );
}

#[test]
fn a_build_tells_mistakes_in_the_same_forms() {
    let site = Site::broken();
    for format in ["human", "json", "github", "sarif"] {
        let checked = site.run(&["check", "--format", format]);
        let built = site.run(&["build", "--format", format]);
        assert_told(&built, &checked.replace("The site cannot be built", "Nothing was written"));
    }
}

#[test]
fn a_page_that_cannot_be_made_is_found_without_writing_it() {
    let site = Site::sound();
    site.write("site.yaml", "title: Test\nbase_url: https://example.org/\ntheme: own\n");
    site.write("themes/own/theme.yaml", "name: Own\nextends: default\n");
    site.write("themes/own/templates/brief.html", "<p>{{ nothing.there }}</p>\n");
    assert_told(&site.run(&["check"]), "\
> error[T003]: Variable `nothing` is not defined. Available variables: brief, page, site, in the making of briefs/first/index.html
>  --> themes/own/templates/brief.html:1:7
>   |
> 1 | <p>{{ nothing.there }}</p>
>   |       ^^^^^^^
>
> The site cannot be built: 1 error, 0 warnings
exit 1
");
    assert_told(&site.run(&["build"]), "\
> error[T003]: Variable `nothing` is not defined. Available variables: brief, page, site, in the making of briefs/first/index.html
>  --> themes/own/templates/brief.html:1:7
>   |
> 1 | <p>{{ nothing.there }}</p>
>   |       ^^^^^^^
>
> Nothing was written: 1 error, 0 warnings
exit 1
");
    assert!(!site.path("public").exists());
}

#[test]
fn colours_come_where_they_are_asked_for() {
    let site = Site::broken();
    let escape = '\u{1b}';
    assert!(!site.run(&["check"]).contains(escape));
    assert!(!site.run(&["check", "--color", "never"]).contains(escape));
    let colored = site.told(site.command(&["check", "--color", "always"]).env("NO_COLOR", "1"));
    assert!(
        colored.contains("\u{1b}[1;31mThe site cannot be built: 1 error, 1 warning\u{1b}[0m\n"),
        "{colored:?}"
    );
}

#[test]
fn of_very_many_mistakes_people_see_the_errors_and_not_all() {
    let site = Site::broken();
    let keys: String = (0..250).map(|number| format!("zzqq{number}: 1\n")).collect();
    let text = format!("---\ntitle: A\ndate: 2024-10-02\nactors: [nato]\nsources: [letter]\n{keys}---\n");
    site.write("content/briefs/a.md", &text);
    let told = site.run(&["check"]);
    assert_eq!(told.matches("> warning[P004]").count(), 199);
    assert_eq!(told.matches("> error[P007]").count(), 1);
    let end = "> … and 52 more\n>\n> The site cannot be built: 1 error, 251 warnings\nexit 1\n";
    assert!(told.ends_with(end), "{told}");
    let json = site.run(&["check", "--format", "json"]);
    assert_eq!(json.matches("\"code\": ").count(), 252);
}

/// A site in which a claim was replaced by another that an inline event holds.
fn replaced() -> Site {
    let site = Site::sound();
    site.write(
        "content/briefs/forecast.md",
        "---
title: The forecast
date: 2024-10-24
actors: [nato]
sources: [letter]
estimates:
  - {id: ten, by: nato, said_on: 2024-10-23, quantity: troops, kind: planned, value: 10000, status: revised, superseded_by: twelve}
---
",
    );
    site.write(
        "content/briefs/later.md",
        "---
title: Later
date: 2024-10-28
actors: [nato]
sources: [letter]
events:
  - {id: briefing, title: A briefing, date: 2024-10-27}
claims:
  - {id: twelve, by: nato, said_on: 2024-10-27, text: They will send more., sources: [letter]}
---
NATO first said [ten thousand]{claim=ten}.
",
    );
    site
}

#[test]
fn claims_that_no_longer_stand_are_listed_with_the_files_that_use_them() {
    let told = replaced().run(&["check"]);
    let list = "\
> Superseded claims in use:
>   ten: revised, replaced by `twelve` (NATO, 27 October 2024)
>     NATO, 23 October 2024: troops, planned: 10,000
>     content/briefs/later.md (28 October 2024)
>     content/briefs/forecast.md (24 October 2024)
>
> Checked ";
    assert!(told.starts_with(list), "{told}");
    assert!(told.ends_with("0 warnings · [time]\nexit 0\n"), "{told}");
}

#[test]
fn speakers_of_superseded_claims_are_named_in_the_readers_language() {
    let site = replaced();
    site.write("content/actors/nato.md", "---\nname: {ko: 나토, en: NATO}\n---\n");
    let told = site.run(&["check"]);
    assert!(told.contains("\n>     NATO, 23 October 2024: troops, planned: 10,000\n"), "{told}");
}

#[test]
fn the_list_of_superseded_claims_is_in_no_document_and_not_told_quietly() {
    let site = replaced();
    assert_told(&site.run(&["check", "--quiet"]), "exit 0\n");
    assert_told(&site.run(&["check", "--quiet", "--format", "json"]), "[]\nexit 0\n");
    assert!(site.run(&["check", "--format", "json"]).starts_with("[]\n> Superseded claims in use:\n"));
}
