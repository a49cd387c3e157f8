//! Timelines read back from their SVG.

use super::*;
use crate::model::{Date, Vocabulary};
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

fn moment(id: &str, date: &str, status: EventStatus) -> Moment {
    let extent = Date::parse(date).expect(date).extent();
    Moment { href: format!("/{id}/"), label: id.to_owned(), words: format!("{date}: {id}"), extent, status }
}

fn drawn(dates: &[&str]) -> Html {
    let moments = dates.iter().map(|date| moment(date, date, EventStatus::Confirmed)).collect();
    html(vec![Lane { name: "Calls".to_owned(), href: None, moments }])
}

fn html(lanes: Vec<Lane>) -> Html {
    let timeline = Timeline { id: "section-t".to_owned(), title: "Events".to_owned(), lanes };
    Html::parse_fragment(&draw_timeline(&timeline))
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("it is sound")).collect()
}

fn percent(element: ElementRef<'_>, name: &str) -> f64 {
    let value = element.attr(name).expect("it is there");
    value.trim_end_matches('%').parse().expect("it is a number")
}

#[test]
fn days_stand_where_they_fall_between_the_first_and_the_last() {
    let page = drawn(&["2024-10-01", "2024-10-06", "2024-10-10"]);
    let x: Vec<f64> = all(&page, ".moment > .mark").into_iter().map(|mark| percent(mark, "x")).collect();
    assert_eq!(x, [5.0, 55.0, 95.0]);
}

#[test]
fn a_span_is_a_bar_over_all_its_days() {
    let page = drawn(&["2024-10-01", "2024-10-03/2024-10-07", "2024-10-10"]);
    let bar = all(&page, "rect.days:not(.soft)")[0];
    assert_eq!((percent(bar, "x"), percent(bar, "width")), (20.0, 50.0));
    assert_eq!(bar.attr("fill"), None, "sharp ends are filled alike");
}

#[test]
fn only_ends_that_are_not_certain_fade() {
    let fill = |date: &str| {
        let page = drawn(&["2024-09-01", date, "2024-12-31"]);
        all(&page, "rect.days")[0].attr("fill").map(str::to_owned)
    };
    assert_eq!(fill("2024-10"), Some("url(#section-t-both)".to_owned()));
    assert_eq!(fill("2024-10-03~/2024-11-07"), Some("url(#section-t-in)".to_owned()));
    assert_eq!(fill("2024-10-03/2024-11-07?"), Some("url(#section-t-out)".to_owned()));
    assert_eq!(fill("2024-10-03/2024-11-07"), None);
    assert_eq!(fill("2024-10-03?"), Some("url(#section-t-both)".to_owned()), "wings beside the mark");
}

#[test]
fn what_goes_on_reaches_the_edge_and_ends_in_an_arrow() {
    let page = drawn(&["2024-10-01", "2024-10-06/..", "2024-10-10"]);
    let bar = all(&page, "rect.days")[0];
    assert_eq!(percent(bar, "x") + percent(bar, "width"), 100.0);
    let arrow = all(&page, "a.moment > svg:has(> path.open)");
    assert_eq!(arrow.into_iter().map(|arrow| percent(arrow, "x")).collect::<Vec<_>>(), [100.0]);
}

#[test]
fn a_mark_tells_by_its_form_how_sure_the_event_is() {
    let forms: Vec<String> = EventStatus::ALL
        .iter()
        .map(|status| {
            let moments = vec![moment("e", "2024-10-01", *status)];
            let page = html(vec![Lane { name: "L".to_owned(), href: None, moments }]);
            all(&page, ".mark path").into_iter().map(|path| path.html()).collect()
        })
        .collect();
    let kinds: std::collections::BTreeSet<&String> = forms.iter().collect();
    assert_eq!(kinds.len(), EventStatus::ALL.len() - 1, "denied and cancelled are alike: {forms:?}");
}

#[test]
fn every_mark_leads_to_its_event_and_is_told_in_words() {
    let page = drawn(&["2024-10-01", "2024-10"]);
    let marks: Vec<_> = all(&page, "a.moment").into_iter().map(|link| link.attr("href")).collect();
    assert_eq!(marks, [Some("/2024-10-01/"), Some("/2024-10/")]);
    let told: String = all(&page, "a.moment:last-of-type > title")[0].text().collect();
    assert_eq!(told, "2024-10: 2024-10");
    let about: String = all(&page, "svg > desc")[0].text().collect();
    assert_eq!(about, "2024-10-01: 2024-10-01; 2024-10: 2024-10.");
}

fn date() -> impl Strategy<Value = String> {
    let day = (1i32..9999, 1u32..13, 1u32..29).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
    let month = (1i32..9999, 1u32..13).prop_map(|(y, m)| format!("{y:04}-{m:02}~"));
    let age = (-900_000_000i64..900_000_000)
        .prop_map(|y| format!("Y{y}"))
        .prop_filter("long years", |y| y.trim_start_matches(['Y', '-']).len() > 4);
    let open = day.clone().prop_flat_map(|day| {
        prop_oneof![Just(format!("{day}/..")), Just(format!("../{day}")), Just(format!("{day}/"))]
    });
    prop_oneof![day, month, age, open]
}

proptest! {
    #[test]
    fn nothing_stands_outside_and_nothing_is_no_number(dates in prop::collection::vec(date(), 1..12)) {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let page = drawn(&dates);
        prop_assert!(!page.html().contains("NaN") && !page.html().contains("inf"));
        for element in all(&page, "[x$='%'], [x1$='%'], [x2$='%']") {
            for name in ["x", "x1", "x2"] {
                if let Some(x) = element.attr(name).and_then(|x| x.strip_suffix('%')) {
                    let x: f64 = x.parse().expect("it is a number");
                    prop_assert!((0.0..=100.0).contains(&x), "{x}");
                }
            }
        }
        for bar in all(&page, "rect.days[width$='%']") {
            prop_assert!(percent(bar, "x") + percent(bar, "width") <= 100.011);
        }
    }
}
