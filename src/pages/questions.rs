//! The page of open questions: who answered what, and when.

use super::estimates::ON_A_PAGE;
use super::hrefs::{Hrefs, list_path};
use super::list::{pager_of, with_pager};
use super::page::Page;
use super::parts::{Head, plain_title};
use super::shop::Shop;
use super::view::{
    AnswerView, AnswersView, CellView, ColumnView, Link, LinkView, QuestionView, QuestionsView, TermView,
};
use super::words;
use crate::figures::{Answers, Figures, Question};
use crate::model::{ClaimStatus, Stance};
use crate::resolve::ClaimIdx;

/// The folder of the page.
pub const FOLDER: &str = "questions/";

/// How many pages there are: none where no claim answers a question.
pub fn pages(shop: &Shop<'_>) -> usize {
    shop.figures.questions.len().div_ceil(ON_A_PAGE)
}

/// A link to each question.
pub(super) fn links(hrefs: &Hrefs, figures: &Figures) -> Vec<Link> {
    let link = |(at, one): (usize, &Question)| {
        let href = format!("{}#{}", hrefs.list(FOLDER, at / ON_A_PAGE + 1), element_id(one));
        LinkView { href: Some(href), text: one.text.clone(), lang: None, dir: None }.into()
    };
    figures.questions.iter().enumerate().map(link).collect()
}

fn element_id(question: &Question) -> String {
    format!("question-{}", question.id)
}

/// Makes a page of questions, numbered from 1.
pub fn page(shop: &Shop<'_>, number: usize) -> Page {
    let all = &shop.figures.questions;
    let shown = all.iter().skip((number - 1) * ON_A_PAGE).take(ON_A_PAGE);
    let view = QuestionsView {
        questions: shown.map(|one| question(shop, one)).collect(),
        total: all.len(),
        pager: pager_of(shop, FOLDER, number, pages(shop)),
    };
    let title = plain_title("Questions");
    let path = list_path(FOLDER, number);
    let mut head = Head {
        kind: "questions",
        title: &title,
        description: "Who confirms, who denies, and when each said so.".to_owned(),
        path: &path,
        breadcrumbs: shop.home(),
        section: "questions",
    }
    .view(shop);
    with_pager(&mut head, view.pager.as_ref());
    Page::new("questions.html", "questions", head, view)
}

fn question(shop: &Shop<'_>, one: &Question) -> QuestionView {
    let column = |column: &crate::figures::Column| ColumnView {
        text: column.text.clone(),
        datetime: column.datetime.clone(),
    };
    QuestionView {
        id: element_id(one),
        text: one.text.clone(),
        caption: caption(shop, one),
        columns: one.columns.iter().map(column).collect(),
        rows: one.rows.iter().map(|row| answers(shop, row)).collect(),
    }
}

fn answers(shop: &Shop<'_>, row: &Answers) -> AnswersView {
    let names = shop.names();
    let speaker = names.actor(row.actor);
    let body = row.body.filter(|body| *body != row.actor).map(|body| names.actor(body));
    let (actor, speaker) = match body {
        Some(body) => (body, Some(speaker)),
        None => (speaker, None),
    };
    let office = |at: usize| shop.actor(row.actor).positions.get(at).map(|position| position.title.clone());
    AnswersView {
        actor,
        speaker,
        office: row.office.and_then(office),
        cells: row
            .cells
            .chunk_by(|a, b| a.is_empty() && b.is_empty())
            .map(|cells| cell(shop, cells))
            .collect(),
    }
}

/// A cell with answers, or empty ones side by side: most of a large matrix is empty.
fn cell(shop: &Shop<'_>, cells: &[Vec<ClaimIdx>]) -> CellView {
    let answers = cells.iter().flatten().map(|claim| answer(shop, *claim)).collect();
    CellView { columns: cells.len(), answers }
}

fn answer(shop: &Shop<'_>, index: ClaimIdx) -> AnswerView {
    let entry = &shop.site.claims[index.at()];
    let none = || TermView { key: "none".into(), label: "no stance recorded".into(), symbol: "·" };
    let gone = match entry.claim.status {
        ClaimStatus::Current => entry.superseded_by.map(|_| words::claim_status(ClaimStatus::Revised)),
        status => Some(words::claim_status(status)),
    };
    AnswerView {
        href: shop.claim_view(index).href.clone(),
        by: shop.names().speaker(index),
        text: entry.claim.text.clone(),
        stance: entry.claim.stance.map_or_else(none, words::stance),
        gone,
    }
}

/// `8 answers: 5 confirm, 2 deny, 1 unclear.`
fn caption(shop: &Shop<'_>, one: &Question) -> String {
    let stances = [
        (Some(Stance::Confirm), "confirm", "confirms"),
        (Some(Stance::Deny), "deny", "denies"),
        (Some(Stance::NoComment), "without comment", "without comment"),
        (Some(Stance::Unclear), "unclear", "unclear"),
        (None, "without a recorded stance", "without a recorded stance"),
    ];
    let count =
        |wanted| one.claims().filter(|claim| shop.site.claims[claim.at()].claim.stance == wanted).count();
    let parts: Vec<String> = stances
        .into_iter()
        .map(|(stance, many, single)| (count(stance), many, single))
        .filter(|(count, ..)| *count > 0)
        .map(|(count, many, single)| words::count(count, single, many))
        .collect();
    format!("{}: {}.", words::count(one.claims().count(), "answer", "answers"), parts.join(", "))
}
