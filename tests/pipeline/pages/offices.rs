//! The office of a day is printed, not today's; no claim without its speaker.

use crate::support::Site;
use rstest::rstest;

const OFFICES: &str = "name: Mark Rutte
positions:
  - {title: Prime Minister, from: 2010-10-14, to: 2024-07-02}
  - {title: Secretary General, from: 2024-10-01}";

#[rstest]
#[case::before_any("2009-01-01", "person")]
#[case::during_the_first("2020-05-05", "Prime Minister")]
#[case::on_its_last_day("2024-07-02", "Prime Minister")]
#[case::between_two("2024-08-01", "person")]
#[case::during_the_second("2024-10-28", "Secretary General")]
fn an_actor_in_a_brief_and_an_event_bears_the_office_of_that_day(#[case] day: &str, #[case] office: &str) {
    let built = Site::new()
        .actor("rutte", &format!("{OFFICES}\nkind: person"))
        .brief("b", &format!("date: {day}\nactors: [rutte]"))
        .event("e", &format!("date: {day}\nparticipants: [rutte]"))
        .sound();
    for page in ["briefs/b/", "events/e/"] {
        assert_eq!(built.page(page).texts("#who .gist"), [office], "{page}");
    }
}

#[test]
fn a_claim_bears_the_office_of_the_day_it_was_made_not_of_the_brief() {
    let claim = "claims: [{id: c, text: T, by: rutte, said_on: 2020-05-05}]";
    let built = Site::new().actor("rutte", OFFICES).brief("b", &format!("{claim}\ndate: 2024-10-28")).sound();
    assert_eq!(built.page("briefs/b/").texts("#claims .office"), ["(Prime Minister)"]);
    assert_eq!(built.page("actors/rutte/").texts("#said .office"), ["(Prime Minister)"]);
}

#[test]
fn an_actors_own_page_bears_the_latest_office() {
    let page = Site::new().actor("rutte", OFFICES).sound().page("actors/rutte/");
    assert_eq!(page.texts(".standfirst"), ["Secretary General"]);
}

#[test]
fn wherever_a_claim_is_printed_its_speaker_is_too() {
    let built = Site::new()
        .actor("by", "name: The Speaker")
        .source("s", "")
        .brief_saying(
            "b",
            "sources: [s]\nclaims: [{id: c, text: Words of a claim, by: by, about: [nato], event: e, sources: [s]}]
estimates: [{id: f, quantity: troops, kind: present, value: 10000, by: by, event: e, sources: [s]}]
assessments: [{text: Judged, basis: [c]}]",
            "[Marked]{claim=c} words.\n\n```claims\nactor: by\n```\n",
        )
        .brief("later", "claims: [{id: d, text: Newer, by: nato}, {id: old, text: Older, by: nato, superseded_by: c}]")
        .event("e", "")
        .build();
    let mut seen = 0;
    for (path, page) in built.pages() {
        for row in page.all("tr, li, p, dd") {
            let words = crate::support::text(row);
            if words.contains("Words of a claim") || words.contains("10,000") {
                seen += 1;
                assert!(words.contains("The Speaker"), "{path}: {words}");
            }
        }
    }
    assert!(seen >= 10, "{seen}");
    assert_eq!(built.page("briefs/b/").texts(".claim-ref .visually-hidden"), ["claim by The Speaker"]);
}

#[test]
fn a_claim_names_those_who_relayed_it_in_order_and_where_it_was_published() {
    let built = Site::new()
        .source("s", "publisher: nato\npublished: 2024-10-28")
        .actor("a", "name: First")
        .actor("b", "name: Second")
        .brief("x", "claims: [{id: c, text: T, by: nato, via: [b, a], sources: [{source: s, at: p. 2}]}]")
        .sound();
    assert_eq!(
        built.page("claims/").texts("td.who"),
        ["NATO via Second via First published in NATO, 28 Oct 2024, p. 2 (1 report, 1 origin)"]
    );
}
