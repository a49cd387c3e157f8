//! Timelines, maps and networks on pages and in texts.

use crate::support::{Html, Site, text};

/// Where the links lead that a selector finds.
fn to<'a>(page: &'a Html, selector: &str) -> Vec<&'a str> {
    page.all(selector).into_iter().filter_map(|link| link.value().attr("href")).collect()
}

fn events(count: usize) -> Site {
    let event = |site: Site, at: usize| {
        let keys = format!("date: 2024-{:02}-{:02}\nactors: nato", at / 28 + 1, at % 28 + 1);
        site.event(&format!("e{at:03}"), &keys)
    };
    (0..count).fold(Site::new().actor("nato", ""), event)
}

#[test]
fn the_timeline_draws_its_events_above_their_list() {
    let site = events(3).event("war", "date: 2024-02/..\ntype: deployment\nstatus: disputed").sound();
    let page = site.page("timeline/index.html");
    assert_eq!(page.texts("svg.timeline-chart .lane-name"), ["Event", "Deployment"]);
    let links = to(&page, "svg.timeline-chart a.moment");
    assert_eq!(links, ["/events/e000/", "/events/e001/", "/events/e002/", "/events/war/"]);
    assert_eq!(to(&page, ".timeline a.title").len(), 4);
    assert_eq!(to(&page, "figcaption a"), ["/data/events.json"]);
    assert!(site.has("data/events.json"));
}

#[test]
fn a_drawing_holds_forty_events_and_says_how_many_more_there_are() {
    let page = events(81).sound().page("timeline/index.html");
    assert_eq!(page.all("svg.timeline-chart a.moment").len(), 40);
    assert!(
        text(page.one("figcaption"))
            .contains("40 events: the first 1 January 2024, the last 12 February 2024; 41 more in the list.")
    );
}

#[test]
fn an_actor_has_a_timeline_from_three_events_up() {
    let two = events(2).sound();
    assert!(!two.page("actors/nato/index.html").has("svg.timeline-chart"));
    let page = events(45).sound().page("actors/nato/index.html");
    let links = to(&page, "#events svg.timeline-chart a.moment");
    assert_eq!((links.len(), links[39]), (40, "/events/e044/"), "the newest, earliest first");
    assert!(page.has("link[href*='drawings.css']"));
}

#[test]
fn a_mark_names_the_briefs_of_its_event() {
    let site = Site::new().event("call", "").brief("b", "events: call").sound();
    let page = site.page("timeline/index.html");
    let told = page.texts("svg.timeline-chart a.moment > title");
    assert_eq!(told, ["28 October 2024: Event call; event, reported; in “Brief b”"]);
}

fn with_block(block: &str, site: Site) -> Html {
    let site = site.record("pages/p", "title: P", &format!("```{block}\n```"));
    site.sound().page("p/index.html")
}

#[test]
fn a_block_draws_lanes_of_actors_on_request() {
    let site = Site::new()
        .actor("eu", "")
        .actor("un", "")
        .event("a", "date: 2024-10-27\nactors: [eu, un]")
        .event("b", "actors: un");
    let page = with_block("timeline\nlanes: actor", site);
    assert_eq!(page.texts(".lane-name"), ["un", "eu"]);
    assert_eq!(to(&page, ".timeline-chart a.moment"), ["/events/a/", "/events/b/", "/events/a/"]);
    assert_eq!(page.all("table tbody tr").len(), 2, "its table stands beside it");
}

#[test]
fn lanes_of_anything_else_are_an_error() {
    let built =
        Site::new().event("a", "").record("pages/p", "title: P", "```timeline\nlanes: place\n```").build();
    assert!(!built.codes().is_empty());
}

fn places() -> Site {
    Site::new()
        .place("kursk", "lat: 51.73\nlon: 36.19\nprecision: region")
        .place("bunker", "lat: 51.5\nlon: 35.0\nprecision: exact")
        .place("east", "")
        .event("a", "places: [kursk, east]")
        .event("b", "place: kursk")
}

#[test]
fn the_map_shows_places_as_exactly_as_they_are_known_and_lists_the_others() {
    let site = places().sound();
    let page = site.page("map/index.html");
    assert_eq!(to(&page, "svg.map a.spot"), ["/places/kursk/", "/places/bunker/"]);
    assert!(
        page.has("a[href='/places/kursk/'] ellipse.reach") && !page.has("a[href='/places/kursk/'] .point")
    );
    assert!(page.has("a[href='/places/bunker/'] path.point"));
    let rows = page.texts("table tbody tr");
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().any(|row| row.contains("east") && row.contains("No position is recorded")));
    assert!(text(page.one("figcaption")).contains("1 place is in the list only: no position is recorded."));
}

#[test]
fn events_and_places_have_small_maps_where_a_position_is_recorded() {
    let site = places().sound();
    assert_eq!(to(&site.page("events/a/index.html"), "svg.map-fitted a.spot"), ["/places/kursk/"]);
    assert_eq!(site.page("places/bunker/index.html").all("svg.map-fitted path.point").len(), 1);
    assert!(!site.page("places/east/index.html").has("svg.map"));
    for page in ["map/index.html", "places/bunker/index.html"] {
        assert!(site.text(page).len() < 60_000, "{page}");
    }
}

#[test]
fn a_block_maps_the_places_of_the_events_it_asks_for() {
    let site = places().event("c", "place: bunker\ntags: [x]");
    let page = with_block("map\ntag: x", site);
    assert_eq!(to(&page, "svg.map a.spot"), ["/places/bunker/"]);
}

fn ties(count: usize) -> Site {
    let site = Site::new().actor("state", "");
    (0..count).fold(site, |site, at| site.actor(&format!("a{at:03}"), "member_of: state"))
}

#[test]
fn the_network_draws_sixty_actors_and_lists_all_ties() {
    let site = ties(100).sound();
    let page = site.page("network/index.html");
    assert_eq!((page.all("svg.network a").len(), page.all("svg.network line.tie").len()), (60, 59));
    assert!(text(page.one("figcaption")).contains("60 actors; 41 more in the list."));
    assert_eq!(page.all("table tbody tr").len(), 100);
    let fan = site.page("actors/state/index.html");
    assert_eq!(fan.all("#ties svg.network a").len(), 24);
    assert!(text(fan.one("#ties figcaption")).contains("24 ties; 76 more in the list."));
    assert!(!site.page("actors/a001/index.html").has("svg.network"), "one tie is no network");
}

#[test]
fn the_page_of_the_network_stays_small_at_any_size() {
    let long = "name: A very long name of an office that nobody would ever print in full anywhere";
    let state = Site::new().actor("state", "");
    let site = (0..700)
        .fold(state, |site, at| site.actor(&format!("a{at:03}"), &format!("{long} {at}\nmember_of: state")));
    let site = site.sound();
    assert!(site.text("network/index.html").len() < 500_000);
    assert_eq!(site.page("network/index.html").all("table tbody tr").len(), 500);
}

#[test]
fn ties_are_read_from_the_actor_whose_page_it_is() {
    let relations = "relations:\n- {type: leads, to: state}\nmember_of: state";
    let site = Site::new().actor("state", "").actor("head", relations).sound();
    let page = site.page("actors/head/index.html");
    assert_eq!(page.texts("#ties .tie-name"), ["belongs to", "leads"]);
    assert_eq!(page.all("#ties line.related").len(), 1);
    let page = site.page("actors/state/index.html");
    assert_eq!(page.texts("#ties .tie-name"), ["contains", "led by"]);
}

#[test]
fn pages_of_figures_are_there_where_there_is_something_to_show() {
    let empty = Site::new().brief("b", "").sound();
    assert!(!empty.has("map/index.html") && !empty.has("network/index.html"));
    let full = ties(2).place("p", "lat: 1\nlon: 1").event("e", "place: p").sound();
    let home = full.page("index.html");
    let menu = to(&home, "#site-nav a");
    for href in ["/timeline/", "/map/", "/network/"] {
        assert!(menu.contains(&href), "{href}");
        assert!(full.text("sitemap.xml").contains(&format!("https://example.org{href}")));
    }
}

#[test]
fn drawings_are_named_carry_classes_only_and_lead_to_pages() {
    let site = places()
        .actor("x", "member_of: y\nrelations:\n- {type: leads, to: z}")
        .actor("y", "")
        .actor("z", "")
        .sound();
    for path in ["timeline/index.html", "map/index.html", "network/index.html", "places/kursk/index.html"] {
        let page = site.page(path);
        let drawing = page.one("figure.figure svg[role]");
        for id in drawing.attr("aria-labelledby").expect("it is named").split(' ') {
            assert!(!text(page.one(&format!("#{id}"))).is_empty(), "{path}: {id}");
        }
        assert!(!page.has("[style], style, body script"), "{path}");
        for href in to(&page, "figure.figure svg a") {
            assert!(site.has(&format!("{}index.html", href.trim_start_matches('/'))), "{path}: {href}");
        }
    }
}
