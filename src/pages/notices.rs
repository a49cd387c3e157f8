//! Notices at the top of a brief or event: which of the claims it uses no longer stand.

use super::shop::Shop;
use super::since::{Tie, newer_words, sentence, tie};
use super::view::{Link, LinkView, NoticeView, TermView};
use super::words;
use crate::figures::newest;
use crate::model::{ClaimStatus, Date};
use crate::resolve::{AnyIdx, BodyTargets, ClaimIdx, marked_claims};
use std::collections::HashSet;

/// The notices of a record of this date: first those of claims its text marks, in their order, then of others that it
/// uses.
pub fn notices(
    shop: &Shop<'_>,
    date: Option<&Date>,
    used: impl IntoIterator<Item = ClaimIdx>,
    text: &BodyTargets,
) -> Vec<NoticeView> {
    let mut seen = HashSet::new();
    let all = marked_claims(text).chain(used).filter(|claim| seen.insert(*claim));
    all.filter_map(|claim| notice(shop, date, claim)).collect()
}

fn notice(shop: &Shop<'_>, date: Option<&Date>, index: ClaimIdx) -> Option<NoticeView> {
    let (site, names) = (shop.site, shop.names());
    let entry = &site.claims[index.at()];
    let newest = newest(site, index);
    if newest.is_none() && entry.claim.status == ClaimStatus::Current {
        return None;
    }
    let link = |claim: ClaimIdx, text: String| {
        Link::from(LinkView { href: Some(names.claim_href(claim)), text, lang: None, dir: None })
    };
    let tie = newest.map_or(Tie::Words, |newest| tie(names, index, newest));
    let replaced = |label: String| TermView { key: "replaced".into(), label: label.into(), symbol: "↻" };
    let status = match (entry.claim.status, tie) {
        (ClaimStatus::Current | ClaimStatus::Revised, Tie::Apart(what)) => {
            replaced(format!("replaced by an estimate {}", what.in_words()))
        }
        (ClaimStatus::Current, _) => replaced("replaced".to_owned()),
        (status, _) => words::claim_status(status),
    };
    let newer = |newest: ClaimIdx| match tie {
        Tie::Apart(_) => newer_words(names, newest, tie),
        Tie::Same | Tie::Words => sentence(&site.claims[newest.at()].claim.text),
    };
    let on = newest.and_then(|newest| site.claims[newest.at()].claim.said_on.as_ref());
    Some(NoticeView {
        after: date.zip(on).is_some_and(|(date, on)| date.is_wholly_before(on)),
        claim: link(index, sentence(&entry.claim.text)),
        by: names.link(AnyIdx::Actor(entry.by)),
        status,
        on: on.map(words::date),
        replacement: newest.map(|newest| link(newest, newer(newest))),
        replacement_by: newest.map(|newest| names.link(AnyIdx::Actor(site.claims[newest.at()].by))),
    })
}
