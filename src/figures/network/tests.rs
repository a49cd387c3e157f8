//! Networks read back from their SVG.

use super::*;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;

fn network(count: usize, ties: &[(usize, usize)]) -> Network {
    let node = |at: usize| Node { href: format!("/actors/a{at}/"), name: format!("Actor {at}") };
    let tie = |(from, to): &(usize, usize)| Tie {
        from: *from,
        to: *to,
        belongs: from % 2 == 0,
        label: "belongs to".to_owned(),
        words: format!("Actor {from} belongs to Actor {to}"),
    };
    Network {
        id: "section-n".to_owned(),
        title: "Ties".to_owned(),
        nodes: (0..count).map(node).collect(),
        ties: ties.iter().map(tie).collect(),
    }
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("it is sound")).collect()
}

#[test]
fn each_actor_has_a_row_of_its_own_so_names_never_meet() {
    let ties: Vec<(usize, usize)> = (1..60).map(|at| (at, at / 3)).collect();
    let page = Html::parse_fragment(&draw_network(&network(60, &ties)));
    let rows: BTreeSet<&str> =
        all(&page, "a > circle").into_iter().filter_map(|mark| mark.attr("cy")).collect();
    assert_eq!(rows.len(), 60);
    assert_eq!(all(&page, "line.tie").len(), 59);
}

#[test]
fn the_same_network_is_drawn_the_same() {
    let network = network(20, &[(0, 1), (2, 3), (3, 4), (5, 0), (19, 3)]);
    assert_eq!(draw_network(&network), draw_network(&network.clone()));
}

#[test]
fn tied_actors_stand_nearer_than_others() {
    let pairs: Vec<(usize, usize)> = (0..10).map(|at| (at * 2, at * 2 + 1)).collect();
    let network = network(20, &pairs);
    let places = super::layout::places(&network);
    let rows = |a: usize, b: usize| places[a].1.abs_diff(places[b].1);
    let tied: usize = pairs.iter().map(|(a, b)| rows(*a, *b)).sum();
    let others: usize = (0..10).map(|at| rows(at, at + 10)).sum();
    assert!(tied * 2 < others, "{tied} and {others} rows apart");
}

#[test]
fn a_fan_says_what_each_tie_is_and_leads_to_the_other() {
    let page = Html::parse_fragment(&draw_fan(&network(3, &[(0, 1), (0, 2)])));
    let links: Vec<_> = all(&page, "a").into_iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(links, ["/actors/a1/", "/actors/a2/"]);
    let words: String = all(&page, "a:first-of-type .tie-name")[0].text().collect();
    assert_eq!(words, "belongs to");
}

proptest! {
    #[test]
    fn nothing_stands_outside(count in 1usize..40, seed in prop::collection::vec((0usize..1000, 0usize..1000), 1..60)) {
        let ties: Vec<(usize, usize)> = seed.iter().map(|(a, b)| (a % count, b % count)).collect();
        let svg = draw_network(&network(count, &ties));
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
        let page = Html::parse_fragment(&svg);
        for mark in all(&page, "a > circle") {
            let x: f64 = mark.attr("cx").and_then(|x| x.strip_suffix('%')).expect("per cent").parse().expect("a number");
            prop_assert!((0.0..=100.0).contains(&x));
        }
    }
}
