//! What became of a claim, in words.

use super::body::escape_into;
use super::shop::Names;
use super::view::{LinkView, SinceView};
use super::words;
use crate::figures::{self, Since};
use crate::model::{ClaimStatus, Figure};
use crate::resolve::{AnyIdx, ClaimIdx};
use crate::text::fold_name;
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
            let lead = lead.to_owned();
            SinceView { key: "withdrawn", lead, link: None, by: None, on: None, after: String::new() }
        }
        Since::Replaced(newest) => {
            let tie = tie(names, index, newest);
            leading_to(names, newest, tie, "replaced", lead(status, tie))
        }
        Since::Later(later) => leading_to(names, later, Tie::Same, "later", "later:".to_owned()),
    })
}

/// What two claims are to each other. Only figures of one quantity, kind and unit are ever called revisions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// Estimates of one series.
    Same,
    /// Estimates of two series.
    Apart(Apart),
    /// One of them is no estimate.
    Words,
}

/// What tells two series apart: the first of the three that differs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    Quantity,
    Kind,
    Unit,
}

impl Apart {
    /// Behind the words *an estimate*.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Quantity => "of another quantity",
            Self::Kind => "of another kind",
            Self::Unit => "in another unit",
        }
    }
}

/// What the newer claim is to the older one.
pub(super) fn tie(names: Names<'_>, older: ClaimIdx, newer: ClaimIdx) -> Tie {
    let figure = |index: ClaimIdx| names.site.claims[index.at()].claim.figure.as_ref();
    let (Some(older), Some(newer)) = (figure(older), figure(newer)) else { return Tie::Words };
    let same = |a: &str, b: &str| fold_name(a) == fold_name(b);
    let unit = |figure: &Figure| figure.unit.clone().unwrap_or_default();
    if !same(&older.quantity, &newer.quantity) {
        Tie::Apart(Apart::Quantity)
    } else if !same(&older.kind, &newer.kind) {
        Tie::Apart(Apart::Kind)
    } else if !same(&unit(older), &unit(newer)) {
        Tie::Apart(Apart::Unit)
    } else {
        Tie::Same
    }
}

fn lead(status: ClaimStatus, tie: Tie) -> String {
    match (status, tie) {
        (ClaimStatus::Revised | ClaimStatus::Current, Tie::Apart(what)) => {
            format!("since replaced by an estimate {}:", what.in_words())
        }
        (ClaimStatus::Retracted, Tie::Apart(what)) => {
            format!("since retracted; instead an estimate {}:", what.in_words())
        }
        (ClaimStatus::Denied, Tie::Apart(what)) => {
            format!("since denied; instead an estimate {}:", what.in_words())
        }
        (ClaimStatus::Revised, Tie::Same) => "since revised to".to_owned(),
        (ClaimStatus::Revised, Tie::Words) => "since revised:".to_owned(),
        (ClaimStatus::Retracted, _) => "since retracted; instead:".to_owned(),
        (ClaimStatus::Denied, _) => "since denied:".to_owned(),
        (ClaimStatus::Current, _) => "since replaced by".to_owned(),
    }
}

/// What stands for the newer claim: its figure, with what it counts where that is another thing; else its words.
pub(super) fn newer_words(names: Names<'_>, newer: ClaimIdx, tie: Tie) -> String {
    let claim = &names.site.claims[newer.at()].claim;
    match (&claim.figure, tie) {
        (Some(figure), Tie::Same | Tie::Apart(Apart::Unit)) => figure.in_words(),
        (Some(figure), Tie::Apart(Apart::Kind)) => {
            format!("{}, {}", words::spaced(&figure.kind), figure.in_words())
        }
        (Some(figure), Tie::Apart(Apart::Quantity)) => {
            let (quantity, kind) = (words::spaced(&figure.quantity), words::spaced(&figure.kind));
            format!("{quantity}, {kind}, {}", figure.in_words())
        }
        _ => sentence(&claim.text),
    }
}

fn leading_to(names: Names<'_>, newest: ClaimIdx, tie: Tie, key: &'static str, lead: String) -> SinceView {
    let entry = &names.site.claims[newest.at()];
    let text = newer_words(names, newest, tie);
    let after = match entry.claim.status {
        ClaimStatus::Current => String::new(),
        status => format!(", since {}", words::claim_status(status).label),
    };
    SinceView {
        key,
        lead,
        link: Some(LinkView { href: Some(names.claim_href(newest)), text, lang: None, dir: None }.into()),
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
    let mut told = String::new();
    if let Some(by) = &since.by {
        let _ = write!(told, " ({}", words::in_line(&by.text, by.dir));
        if let Some(on) = &since.on {
            let _ = write!(told, ", {}", on.text);
        }
        told.push(')');
    }
    told + &since.after
}

/// How it begins where no status stands before it: a figure that its speaker has not taken back was current then.
fn lead_alone(since: &SinceView) -> String {
    if since.key == "later" { format!("current then; {}", since.lead) } else { since.lead.clone() }
}

/// The whole as plain text.
pub fn in_words(since: &SinceView) -> String {
    let text = since.link.as_ref().map_or_else(String::new, |link| format!(" {}", link.text));
    format!("{}{text}{}", lead_alone(since), who(since))
}

/// The whole as HTML with its link.
pub fn since_words(since: &SinceView, html: &mut String) {
    html.push_str(&lead_alone(since));
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
