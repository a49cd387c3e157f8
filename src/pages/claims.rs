//! Pages of the ledger: all claims, those of one status, those on one question, and the questions.

use super::hrefs::PAGE_ROWS;
use super::ledger::{FOLDER, Group, Part, QUESTIONS};
use super::list::{self, grouped, pager};
use super::page::Page;
use super::sections::Items;
use super::shop::Shop;
use super::view::{AnyRow, FilterLink, FilterView, GroupView, Link, ListView};

/// Makes a page of some of the claims, numbered from 1.
pub fn part(shop: &Shop<'_>, part: Part, number: usize) -> Page {
    let group = shop.rows.ledger.part(part).expect("only lists that are there are planned");
    let items = Items::Claims(group.claims.as_slice().into());
    let total = items.len();
    let (title, mut crumbs) = match part {
        Part::Status(_) => (format!("Claims: {}", group.name), above(shop)),
        Part::Question(_) => (group.name.clone(), above(shop)),
    };
    if matches!(part, Part::Question(_)) {
        crumbs.push(shop.fixed(QUESTIONS, "Questions"));
    }
    let view = ListView {
        title,
        intro: if matches!(part, Part::Question(_)) {
            "What has been said on this question.".to_owned()
        } else {
            String::new()
        },
        rows_of: "claims",
        groups: grouped(shop, &items, list::rows_of(number, total)),
        total,
        pager: pager(shop, &group.folder, number, total),
        filters: filters(shop, Some(part)),
        downloads: Vec::new(),
    };
    list::page(shop, view, &group.folder, number, crumbs, "claims")
}

/// Makes a page of the list of questions, numbered from 1.
pub fn questions(shop: &Shop<'_>, number: usize) -> Page {
    let rows = &shop.rows.ledger.question_rows;
    let total = rows.len();
    let shown = rows.iter().skip((number - 1) * PAGE_ROWS).take(PAGE_ROWS);
    let rows = shown.map(|row| AnyRow::Tag(row.clone())).collect();
    let view = ListView {
        title: "Questions".to_owned(),
        intro: "Open questions, each with all that was said on it.".to_owned(),
        rows_of: "questions",
        groups: vec![GroupView { heading: String::new(), id: String::new(), rows }],
        total,
        pager: pager(shop, QUESTIONS, number, total),
        filters: Vec::new(),
        downloads: Vec::new(),
    };
    list::page(shop, view, QUESTIONS, number, above(shop), "claims")
}

/// The pages above a list of some of the claims.
fn above(shop: &Shop<'_>) -> Vec<Link> {
    let mut above = shop.home();
    above.push(shop.fixed(FOLDER, "Claims"));
    above
}

/// The lists that one may turn to from the ledger or, where `current` is given, from one of its parts.
pub fn filters(shop: &Shop<'_>, current: Option<Part>) -> Vec<FilterView> {
    let ledger = &shop.rows.ledger;
    let link = |part: Part, group: &Group| FilterLink {
        label: group.name.clone(),
        count: group.claims.len(),
        href: shop.hrefs.to(&group.folder),
        current: current == Some(part),
    };
    let all = FilterLink {
        label: "all".to_owned(),
        count: shop.site.claims.len(),
        href: shop.hrefs.to(FOLDER),
        current: current.is_none(),
    };
    let statuses = ledger.statuses.iter().map(|(status, group)| link(Part::Status(*status), group));
    let mut filters = Vec::new();
    if shop.site.claims.is_empty() {
        return filters;
    }
    filters.push(FilterView {
        label: "What became of it",
        links: std::iter::once(all).chain(statuses).collect(),
        all: None,
    });
    let shown = ledger.most_answered.iter();
    let links: Vec<FilterLink> = shown.map(|at| link(Part::Question(*at), &ledger.questions[*at])).collect();
    if !links.is_empty() {
        let questions = ledger.questions.len();
        let all =
            (questions > links.len()).then(|| shop.fixed(QUESTIONS, &format!("All {questions} questions")));
        filters.push(FilterView { label: "On the question", links, all });
    }
    filters
}

/// The ledger as files.
pub fn downloads(shop: &Shop<'_>) -> Vec<Link> {
    vec![shop.fixed("claims/claims.csv", "CSV"), shop.fixed("data/claims.json", "JSON")]
}
