//! Views, and maps read back from their SVG.

use super::*;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

fn spot(point: (f64, f64), precision: Option<PlacePrecision>) -> Spot {
    Spot {
        href: "/p/".to_owned(),
        label: "Place".to_owned(),
        words: "Place: words".to_owned(),
        point,
        precision,
    }
}

fn exact(lat: f64, lon: f64) -> Spot {
    spot((lat, lon), Some(PlacePrecision::Exact))
}

fn drawn(spots: Vec<Spot>) -> Html {
    let map = Map { id: "section-m".to_owned(), title: "Places".to_owned(), spots };
    Html::parse_fragment(&draw_map(&map))
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("it is sound")).collect()
}

fn percent(element: ElementRef<'_>, name: &str) -> f64 {
    element.attr(name).expect("it is there").trim_end_matches('%').parse().expect("it is a number")
}

#[test]
fn only_what_is_exact_has_a_pin() {
    for precision in
        [None, Some(PlacePrecision::Kilometre), Some(PlacePrecision::Town), Some(PlacePrecision::Region)]
    {
        let page = drawn(vec![spot((51.7, 36.2), precision)]);
        assert!(all(&page, "path.point").is_empty(), "{precision:?}");
        assert_eq!(all(&page, ".reach, .ring").len(), 1, "{precision:?}");
    }
    let page = drawn(vec![exact(51.7, 36.2)]);
    assert_eq!((all(&page, "path.point").len(), all(&page, ".reach, .ring").len()), (1, 0));
}

#[test]
fn a_circle_is_as_wide_as_the_place_may_lie_off() {
    let page = drawn(vec![spot((60.0, 36.0), Some(PlacePrecision::Region))]);
    let view = View::of(&[spot((60.0, 36.0), Some(PlacePrecision::Region))]);
    let circle = all(&page, "ellipse.reach")[0];
    let up = percent(circle, "ry") / 100.0 * view.up * KM;
    let across = percent(circle, "rx") / 100.0 * view.across * KM * 60f64.to_radians().cos();
    assert!((up - 150.0).abs() < 1.0 && (across - 150.0).abs() < 1.0, "{up} by {across} km");
    // On the page it is round: the map is half as wide again as it is high.
    let round = percent(circle, "rx") * 1.5 / percent(circle, "ry");
    assert!((round - 1.0).abs() < 0.01, "{round}");
}

#[test]
fn places_near_one_another_are_shown_close_up_and_those_far_apart_on_the_world() {
    assert!(!View::of(&[exact(50.4, 30.5), exact(55.8, 37.6)]).is_world());
    assert_eq!(View::of(&[exact(38.9, -77.0), exact(37.6, 127.0)]), View::WORLD);
    assert!(View::of(&[exact(-80.0, -120.0), exact(10.0, 110.0)]).south < -80.0, "the world with its poles");
}

#[test]
fn the_pacific_is_one_piece() {
    let (fiji, samoa) = (exact(-18.1, 178.4), exact(-13.8, -171.8));
    let view = View::of(&[fiji.clone(), samoa.clone()]);
    assert!(view.across < 40.0, "{view:?}");
    let (west, east) = (view.place(fiji.point).0, view.place(samoa.point).0);
    assert!(0.0 < west && west < east && east < 1.0, "{west} {east}");
}

#[test]
fn close_up_the_countries_are_named_that_fill_the_map() {
    let page = drawn(vec![exact(37.6, 127.0)]);
    let names: Vec<String> = all(&page, ".country").into_iter().map(|name| name.text().collect()).collect();
    assert!(
        names.contains(&"South Korea".to_owned()) && names.contains(&"North Korea".to_owned()),
        "{names:?}"
    );
    let world = drawn(vec![exact(38.9, -77.0), exact(37.6, 127.0)]);
    assert!(all(&world, ".country").is_empty());
    assert!(all(&world, "path.land")[0].attr("d").is_some_and(|path| path.len() > 10_000));
}

fn anywhere() -> impl Strategy<Value = Spot> {
    let precision = prop::option::of(prop::sample::select(<PlacePrecision as crate::model::Vocabulary>::ALL));
    ((-90.0..=90.0f64, -180.0..=180.0f64), precision).prop_map(|(point, precision)| spot(point, precision))
}

proptest! {
    #[test]
    fn every_place_stands_on_its_map(spots in prop::collection::vec(anywhere(), 1..8)) {
        let page = drawn(spots);
        prop_assert!(!page.html().contains("NaN") && !page.html().contains("inf"));
        let places = all(&page, "a.spot > svg");
        prop_assert!(!places.is_empty());
        for place in places {
            prop_assert!((0.0..=100.0).contains(&percent(place, "x")), "{}", place.html());
            prop_assert!((0.0..=100.0).contains(&percent(place, "y")), "{}", place.html());
        }
    }

    #[test]
    fn outlines_stay_within_their_box_and_a_little_around(spots in prop::collection::vec(anywhere(), 1..3)) {
        let view = View::of(&spots);
        let (data, _) = super::outlines::within(view);
        for ring in data.split('M').filter(|ring| !ring.is_empty()) {
            let spaced = ring.trim_end_matches('z').replace('l', " ").replace('-', " -");
            let numbers: Vec<f64> = spaced.split_whitespace().map(|n| n.parse().expect(n)).collect();
            prop_assert!(numbers.len().is_multiple_of(2) && numbers.len() >= 6);
            let (mut x, mut y) = (0.0, 0.0);
            for pair in numbers.chunks(2) {
                (x, y) = (x + pair[0], y + pair[1]);
                prop_assert!((-0.05..=1.05).contains(&(x / view.unit_width())), "{x}");
                prop_assert!((-0.05..=1.05).contains(&(y / View::UNIT_HEIGHT)), "{y}");
            }
        }
    }
}
