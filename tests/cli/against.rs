//! `chancery check --against`: what was published, and what would be now.

use crate::site::{Site, assert_told};

const BRIEF: &str = "content/briefs/count.md";

/// A brief with a claim, two estimates and a judgement.
const COUNT: &str = "---
title: The count
date: 2024-10-27
actors: [nato]
sources: [letter]
events: [meeting]
summary: What NATO counted.
claims:
  - {id: they-came, text: They came by rail., by: nato, said_on: 2024-10-26, sources: [letter]}
estimates:
  - {id: nato-count, by: nato, said_on: 2024-10-26, quantity: troops, kind: present, value: 3000, sources: [letter]}
assessments:
  - {text: More will come, likelihood: likely, confidence: low}
---
Text.
";

const MEETING: &str =
    "---\ntitle: A meeting\ndate: 2024-10-20\nparticipants: [nato]\nsources: [letter]\n---\n";

/// A site with the brief, built, so that `public/data/publication.json` tells what was published.
fn published() -> Site {
    let site = Site::sound();
    site.write(BRIEF, COUNT);
    site.write("content/events/meeting.md", MEETING);
    let built = site.run(&["build"]);
    assert!(built.ends_with("0 warnings · [time]\nexit 0\n"), "{built}");
    site
}

fn check(site: &Site) -> String {
    site.run(&["check", "--quiet", "--against", "public/data/publication.json"])
}

/// The messages of a check in which nothing but comparing finds anything.
fn messages(site: &Site) -> Vec<(String, String)> {
    let told = site.run(&["check", "--quiet", "--format", "json", "--against", "public"]);
    let (json, code) = told.split_once("exit ").expect("it ends with the code");
    assert_eq!(code, "0\n", "{told}");
    let list: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let word = |one: &serde_json::Value, key: &str| one[key].as_str().expect("a text").to_owned();
    list.as_array().expect("a list").iter().map(|one| (word(one, "code"), word(one, "message"))).collect()
}

/// What is told of the brief once `from` in it is `to`, without the words that every message begins with.
fn edited(from: &str, to: &str) -> String {
    let site = published();
    assert!(COUNT.contains(from), "{from}");
    site.write(BRIEF, &COUNT.replace(from, to));
    let found = messages(&site);
    let [(code, message)] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(code, "C014");
    let start = "`count` has changed since it was published, and `changes` does not say so: ";
    message.strip_prefix(start).expect(message).to_owned()
}

#[test]
fn a_site_that_was_just_built_has_nothing_to_announce() {
    assert_told(&check(&published()), "exit 0\n");
}

#[test]
fn people_see_each_change_at_its_place() {
    let site = published();
    site.write(BRIEF, &COUNT.replace("2024-10-27", "2024-10-28").replace("value: 3000", "value: 10000"));
    assert_told(&check(&site), "\
> warning[C014]: `count` has changed since it was published, and `changes` does not say so: the date was 2024-10-27, now 2024-10-28; the estimate `nato-count` said 3,000, now 10,000
>   --> content/briefs/count.md:3:7
>    |
>  3 | date: 2024-10-28
>    |       ^^^^^^^^^^
> ...
> 11 |   - {id: nato-count, by: nato, said_on: 2024-10-26, quantity: troops, kind: present, value: 10000, sources: [let...
>    |          ---------- the estimate `nato-count` said 3,000, now 10,000
>    |
>    = help: add an entry to `changes:`, such as `- {on: 2024-10-29, kind: correction, note: \"…\"}`
>
exit 0
");
}

#[test]
fn a_site_that_can_be_built_is_told_from_one_that_cannot() {
    let site = published();
    let strict = || site.run(&["check", "--strict", "--against", "public"]);
    site.write(BRIEF, &COUNT.replace("value: 3000", "value: 10000"));
    let told = strict();
    let unannounced = "> The site can be built, but does not say what changed since it was published: 1 error, 0 warnings\nexit 1\n";
    assert!(told.ends_with(unannounced), "{told}");
    assert!(site.run(&["build", "--strict", "--output", "next"]).ends_with("exit 0\n"), "as it says");
    site.write(BRIEF, &COUNT.replace("value: 3000", "value: 10000").replace("[letter]}", "[nothing-such]}"));
    let told = strict();
    assert!(told.contains("> The site cannot be built: "), "{told}");
}

#[test]
fn each_change_is_told_with_what_was_and_what_is() {
    for (from, to, told) in [
        ("title: The count", "title: A count", "the title was “The count”, now “A count”"),
        ("summary: What NATO counted.\n", "", "the summary was “What NATO counted.” and is left out now"),
        (
            "sources: [letter]\nevents",
            "sources: [letter]\nstatus: preliminary\nevents",
            "the status was current, now preliminary",
        ),
        (
            "They came by rail.",
            "They came by ship.",
            "the text of the claim `they-came` was “They came by rail.”, now “They came by ship.”",
        ),
        (
            "they-came, text: They came by rail.",
            "they-went, text: They went by rail.",
            "the claim `they-went` is new: “They went by rail.”; the claim `they-came` is gone: “They came by rail.”",
        ),
        (
            "rail., by: nato, said_on: 2024-10-26",
            "rail., by: nato, said_on: 2024-10-25",
            "the date of the claim `they-came` was 2024-10-26, now 2024-10-25",
        ),
        ("kind: present", "kind: planned", "the kind of the estimate `nato-count` was present, now planned"),
        (
            "value: 3000",
            "value: 3000, qualifier: at-least, unit: men",
            "the estimate `nato-count` said 3,000, now at least 3,000 men",
        ),
        (
            "value: 3000",
            "value: 3000, as_of: 2024-10-25",
            "the day of the estimate `nato-count` is new: 2024-10-25",
        ),
        (
            "likelihood: likely",
            "likelihood: unlikely",
            "the likelihood of “More will come” was likely, now unlikely",
        ),
        (
            "text: More will come",
            "text: Fewer will come",
            "a judgement was “More will come”, now “Fewer will come”",
        ),
        ("events: [meeting]\n", "", "the event “A meeting” is no longer named"),
    ] {
        assert_eq!(edited(from, to), told);
    }
}

#[test]
fn a_name_or_a_date_that_changed_in_another_file_is_told_of_the_brief_that_prints_it() {
    let site = published();
    site.write(
        "content/actors/nato.md",
        "---\nname: Nato\nkind: organization\nnames: [Otan]\n---\nAn alliance.\n",
    );
    site.write("content/events/meeting.md", &MEETING.replace("2024-10-20", "2024-10-21"));
    let told: Vec<String> = messages(&site).into_iter().map(|(_, message)| message).collect();
    let start =
        |id: &str| format!("`{id}` has changed since it was published, and `changes` does not say so: ");
    let name = "the name of `nato` was “NATO”, now “Nato”";
    let event = "the date of the event `meeting` was 2024-10-20, now 2024-10-21";
    let expected = [format!("{}{name}; {event}", start("count")), format!("{}{name}", start("first"))];
    assert_eq!(told, expected);
}

#[test]
fn text_that_is_no_claim_and_ids_that_nobody_reads_may_change() {
    let site = published();
    site.write(BRIEF, &COUNT.replace("Text.", "Better words.").replace("they-came", "rail"));
    assert_eq!(messages(&site), []);
}

#[test]
fn a_new_entry_under_changes_announces_all_and_an_old_one_nothing() {
    let site = published();
    let entry = |note: &str| {
        format!(
            "value: 10000, sources: [letter]}}\nchanges:\n  - {{on: 2024-10-28, kind: correction, note: {note}}}\n"
        )
    };
    let corrected = COUNT.replace("value: 3000, sources: [letter]}\n", &entry("The count"));
    site.write(BRIEF, &corrected);
    assert_eq!(messages(&site), []);
    site.run(&["build"]);
    site.write(BRIEF, &corrected.replace("10000", "12000"));
    assert!(messages(&site)[0].1.ends_with("the estimate `nato-count` said 10,000, now 12,000"));
    site.write(BRIEF, &corrected.replace("note: The count", "note: Nothing"));
    assert!(
        messages(&site)[0]
            .1
            .ends_with("the entry of 2024-10-28 under `changes`, “The count”, is gone or rewritten")
    );
}

#[test]
fn a_brief_that_is_gone_is_told_and_one_that_was_renamed_is_followed() {
    let site = published();
    std::fs::remove_file(site.path(BRIEF)).expect("it is there");
    let gone = "the brief `count`, “The count” of 2024-10-27, was published and is gone";
    assert_eq!(messages(&site), [("C015".to_owned(), gone.to_owned())]);
    let renamed = |text: &str| text.replace("title:", "former_ids: [count]\ntitle:");
    site.write("content/briefs/recount.md", &renamed(COUNT));
    assert_eq!(messages(&site), []);
    site.write("content/briefs/recount.md", &renamed(&COUNT.replace("3000", "4000")));
    let told = messages(&site);
    assert!(told[0].1.starts_with("`recount` has changed"), "{told:?}");
    site.write("content/briefs/recount.md", &renamed(COUNT).replace("title:", "draft: true\ntitle:"));
    assert_eq!(messages(&site).len(), 1);
}

#[test]
fn a_brief_that_was_withdrawn_from_its_readers_is_told_at_its_file() {
    let site = published();
    site.write(BRIEF, &COUNT.replace("title:", "tlp: amber\ntitle:"));
    let told = check(&site);
    assert!(told.contains("was published and is withheld from the same readers now\n"), "{told}");
    assert!(told.contains("--> content/briefs/count.md\n"), "{told}");
}

#[test]
fn new_briefs_are_nothing_to_tell_and_codes_can_be_silenced() {
    let site = published();
    site.write("content/briefs/new.md", &COUNT.replace("they-came", "x").replace("nato-count", "y"));
    assert_eq!(messages(&site), []);
    site.write(BRIEF, &COUNT.replace("3000", "4000"));
    assert_eq!(messages(&site).len(), 1);
    site.write("site.yaml", "title: Test\nbase_url: https://example.org/\nsilence: [C014]\n");
    assert_eq!(messages(&site), []);
}

#[test]
fn what_cannot_be_compared_with_is_told_and_ends_with_two() {
    let site = published();
    let help = ">   help: name `data/publication.json` of the site as it was last published\nexit 2\n";
    let against = |path: &str| site.run(&["check", "--against", path]);
    let missing = against("nothing.json");
    assert!(missing.starts_with("> error: cannot read nothing.json: "), "{missing}");
    assert!(missing.ends_with(help), "{missing}");
    for (text, why) in [
        ("{", "it is not JSON: "),
        ("[]", "it is not the list that a build writes to data/publication.json: "),
        ("{\"version\": 99}", "its version is 99, and this program knows version 1\n"),
    ] {
        site.write("other.json", text);
        let told = against("other.json");
        assert!(told.starts_with(&format!("> error: cannot compare with other.json: {why}")), "{told}");
        assert!(told.ends_with(help), "{told}");
    }
    assert_told(
        &site.run(&["check", "--audience", "green", "--against", "public"]),
        "\
> error: cannot compare with public/data/publication.json: it is of the edition for `clear`, and this one is for `green`
>   help: say `--audience TLP` as that edition was built, or name the file of the other edition
exit 2
",
    );
}

#[test]
fn every_form_of_mistakes_holds_what_was_found() {
    let site = published();
    site.write(BRIEF, &COUNT.replace("3000", "4000"));
    for format in ["sarif", "github"] {
        let told = site.run(&["check", "--format", format, "--against", "public"]);
        assert!(told.contains("C014") && told.contains("said 3,000, now 4,000"), "{told}");
    }
}
