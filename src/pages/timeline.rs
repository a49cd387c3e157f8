//! The timeline: events by year and month, in order of time.

use super::drawings;
use super::hrefs::{PAGE_ROWS, list_path};
use super::list::{pager, with_pager};
use super::page::Page;
use super::parts::{Head, plain_title};
use super::shop::Shop;
use super::view::{MonthEventsView, TimelineView, YearView};
use crate::model::{Date, Lanes, Length, month_name};
use crate::resolve::EventIdx;

/// The folder of the timeline.
pub const FOLDER: &str = "timeline/";

/// Makes a page of the timeline, numbered from 1: the first holds the earliest events, undated ones stand last.
pub fn page(shop: &Shop<'_>, number: usize) -> Page {
    let total = shop.site.events.len();
    // Events stand newest first, undated ones last.
    let dated = shop.site.events.partition_point(|event| event.data.date.is_some());
    let in_time = (0..dated).rev().chain(dated..total).map(EventIdx::from_at);
    let events: Vec<EventIdx> = in_time.skip((number - 1) * PAGE_ROWS).take(PAGE_ROWS).collect();
    let title = "Events in order of time";
    let drawing = shop.if_printed("timeline", "drawing", || {
        let drawn =
            drawings::timeline::events(shop.names(), &events, Lanes::Type, "section-timeline", title)?;
        Some(drawn.view(shop.names()))
    });
    let view = TimelineView {
        drawing,
        years: years(shop, &events),
        total,
        pager: pager(shop, FOLDER, number, total),
    };
    let title = plain_title("Timeline");
    let path = list_path(FOLDER, number);
    let mut head = Head {
        kind: "timeline",
        title: &title,
        description: "Events in order of time.".to_owned(),
        path: &path,
        breadcrumbs: shop.home(),
        section: "timeline",
    }
    .view(shop);
    with_pager(&mut head, view.pager.as_ref());
    Page::new("timeline.html", "timeline", head, view)
}

fn years(shop: &Shop<'_>, events: &[EventIdx]) -> Vec<YearView> {
    let mut years: Vec<YearView> = Vec::new();
    for event in events {
        let (year, month, id) = place(shop.site.events[event.at()].data.date.as_ref());
        if years.last().is_none_or(|last| last.label != year) {
            years.push(YearView { label: year, months: Vec::new() });
        }
        let months = &mut years.last_mut().expect("one was pushed if there was none").months;
        if months.last().is_none_or(|last| last.label != month) {
            // A month may come back: spans of time that begin in it stand by where they end.
            let twin = months.iter().filter(|other| other.id.starts_with(&id)).count();
            let id = if twin == 0 { id } else { format!("{id}-{}", twin + 1) };
            months.push(MonthEventsView { label: month, id, events: Vec::new() });
        }
        let row = shop.event_row(*event).in_full();
        months.last_mut().expect("one was pushed if there was none").events.push(row);
    }
    years
}

/// Year, month and fragment under which a date stands.
fn place(date: Option<&Date>) -> (String, String, String) {
    let Some(first) = date.and_then(Date::first_day) else {
        return ("Undated".to_owned(), "Date not recorded".to_owned(), "undated".to_owned());
    };
    let year = first.year();
    if date.is_some_and(Date::is_coarser_than_a_month) {
        return (year.to_string(), format!("{year}, month not known"), format!("{year}"));
    }
    let name = month_name(u8::try_from(first.month()).unwrap_or(1), Length::Full);
    (year.to_string(), format!("{name} {year}"), format!("{year}-{:02}", first.month()))
}
