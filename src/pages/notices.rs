//! Notices at the top of a brief or event: which of the claims it records or marks no longer stand.

use super::shop::Shop;
use super::since::sentence;
use super::view::{LinkView, NoticeView, TermView};
use super::words;
use crate::figures::newest;
use crate::model::{ClaimStatus, Date};
use crate::resolve::{AnyIdx, BodyTargets, ClaimIdx, marked_claims};
use std::collections::HashSet;

/// The notices of a record of this date: first those of claims its text marks, in their order, then of others it records.
pub fn notices(
    shop: &Shop<'_>,
    date: Option<&Date>,
    recorded: &[ClaimIdx],
    text: &BodyTargets,
) -> Vec<NoticeView> {
    let mut seen = HashSet::new();
    let all = marked_claims(text).chain(recorded.iter().copied()).filter(|claim| seen.insert(*claim));
    all.filter_map(|claim| notice(shop, date, claim)).collect()
}

fn notice(shop: &Shop<'_>, date: Option<&Date>, index: ClaimIdx) -> Option<NoticeView> {
    let (site, names) = (shop.site, shop.names());
    let entry = &site.claims[index.at()];
    let newest = newest(site, index);
    if newest.is_none() && entry.claim.status == ClaimStatus::Current {
        return None;
    }
    let words_of = |claim: ClaimIdx| LinkView {
        href: Some(names.claim_href(claim)),
        text: sentence(&site.claims[claim.at()].claim.text),
        lang: None,
        dir: None,
    };
    let status = match entry.claim.status {
        ClaimStatus::Current => {
            TermView { key: "replaced".to_owned(), label: "replaced".to_owned(), symbol: "↻" }
        }
        status => words::claim_status(status),
    };
    let on = newest.and_then(|newest| site.claims[newest.at()].claim.said_on.as_ref());
    Some(NoticeView {
        after: date.zip(on).is_some_and(|(date, on)| date.is_wholly_before(on)),
        claim: words_of(index),
        by: names.link(AnyIdx::Actor(entry.by)),
        status,
        on: on.map(words::date),
        replacement: newest.map(words_of),
        replacement_by: newest.map(|newest| names.link(AnyIdx::Actor(site.claims[newest.at()].by))),
    })
}
