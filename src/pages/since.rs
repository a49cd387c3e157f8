//! What became of a claim, in words.

use super::body::escape_into;
use super::shop::Names;
use super::view::{LinkView, SinceView};
use super::words;
use crate::figures::{self, Since};
use crate::model::ClaimStatus;
use crate::resolve::{AnyIdx, ClaimIdx};
use std::fmt::Write;

/// What became of the claim; none where it stands and its speaker said nothing newer of the same thing.
pub fn since(names: Names<'_>, index: ClaimIdx) -> Option<SinceView> {
    let status = names.site.claims[index.at()].claim.status;
    Some(match figures::since(names.site, index)? {
        Since::Withdrawn => {
            let lead = match status {
                ClaimStatus::Retracted => "since retracted",
                ClaimStatus::Denied => "since denied",
                ClaimStatus::Revised | ClaimStatus::Current => "since revised; to what is not recorded",
            };
            SinceView { key: "withdrawn", lead, link: None, by: None, on: None, after: String::new() }
        }
        Since::Replaced(newest) => {
            let same = same_series(names, index, newest);
            let lead = match (status, same) {
                (ClaimStatus::Revised, true) => "since revised to",
                (ClaimStatus::Revised, false) => "since revised:",
                (ClaimStatus::Retracted, _) => "since retracted; instead:",
                (ClaimStatus::Denied, _) => "since denied:",
                (ClaimStatus::Current, _) => "since replaced by",
            };
            leading_to(names, newest, same, "replaced", lead)
        }
        Since::Later(later) => leading_to(names, later, true, "later", "later:"),
    })
}

fn same_series(names: Names<'_>, one: ClaimIdx, other: ClaimIdx) -> bool {
    figures::series(names.site, [one, other]).first().is_some_and(|series| series.claims.len() == 2)
}

fn leading_to(
    names: Names<'_>,
    newest: ClaimIdx,
    same_series: bool,
    key: &'static str,
    lead: &'static str,
) -> SinceView {
    let entry = &names.site.claims[newest.at()];
    let figure = entry.claim.figure.as_ref().filter(|_| same_series);
    let text = figure.map_or_else(|| sentence(&entry.claim.text), crate::model::Figure::in_words);
    let after = match entry.claim.status {
        ClaimStatus::Current => String::new(),
        status => format!(", since {}", words::claim_status(status).label),
    };
    SinceView {
        key,
        lead,
        link: Some(LinkView { href: Some(names.claim_href(newest)), text, lang: None, dir: None }),
        by: Some(names.link(AnyIdx::Actor(entry.by))),
        on: entry.claim.said_on.as_ref().map(words::date),
        after,
    }
}

/// A claim's words within a sentence: without the stop at their end.
pub fn sentence(text: &str) -> String {
    text.strip_suffix('.').unwrap_or(text).to_owned()
}

/// ` (Hong Jang-won, 28 October 2024), since retracted`.
fn who(since: &SinceView) -> String {
    let mut words = String::new();
    if let Some(by) = &since.by {
        let _ = write!(words, " ({}", by.text);
        if let Some(on) = &since.on {
            let _ = write!(words, ", {}", on.text);
        }
        words.push(')');
    }
    words + &since.after
}

/// The whole as plain text.
pub fn in_words(since: &SinceView) -> String {
    let text = since.link.as_ref().map_or_else(String::new, |link| format!(" {}", link.text));
    format!("{}{text}{}", since.lead, who(since))
}

/// The whole as HTML with its link.
pub fn since_words(since: &SinceView, html: &mut String) {
    html.push_str(since.lead);
    if let Some(link) = &since.link {
        let _ = write!(html, " <a href=\"{}\">", link.href.as_deref().unwrap_or_default());
        escape_into(&link.text, html);
        html.push_str("</a>");
    }
    escape_into(&who(since), html);
}

/// The small words behind a marked figure in a text.
pub fn since_mark(since: &SinceView, html: &mut String) {
    let _ = write!(html, " <span class=\"since since-{}\">[", since.key);
    since_words(since, html);
    html.push_str("]</span>");
}
