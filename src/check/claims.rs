//! C013: claims whose status and replacement do not fit each other.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ClaimStatus, Vocabulary};
use crate::resolve::{ClaimEntry, Site};
use crate::text::fold_name;
use std::collections::{BTreeSet, HashMap};

/// Claims that no longer stand though nothing says what came instead, and claims that have been replaced and are still
/// called current.
pub(super) fn replacements(site: &Site) -> Vec<Diagnostic> {
    let answers = answers(site);
    site.claims.iter().filter_map(|one| misfit(one, &answers)).collect()
}

/// For each question, folded, the stances taken on it.
type Answers = HashMap<String, BTreeSet<&'static str>>;

fn answers(site: &Site) -> Answers {
    let mut answers = Answers::new();
    for one in site.claims.iter() {
        if let (Some(question), Some(stance)) = (&one.claim.question, one.claim.stance) {
            answers.entry(fold_name(question)).or_default().insert(stance.key());
        }
    }
    answers
}

fn misfit(one: &ClaimEntry, answers: &Answers) -> Option<Diagnostic> {
    let claim = &one.claim;
    let (id, status) = (&claim.id.text, claim.status.key());
    match (&claim.superseded_by, claim.status) {
        (Some(by), ClaimStatus::Current) => {
            let message = format!("the claim `{id}` is superseded by `{}` and still called current", by.text);
            let help = "write `status: revised`, `retracted` or `denied`";
            Some(Diagnostic::new(Code::C013, by.span, message).help(help))
        }
        (None, ClaimStatus::Revised | ClaimStatus::Retracted | ClaimStatus::Denied) => {
            // A denial may be recorded as another answer to the same question.
            let others = claim.question.as_ref().and_then(|question| answers.get(&fold_name(question)));
            let own = claim.stance.map(Vocabulary::key);
            if others.is_some_and(|stances| stances.iter().any(|stance| Some(*stance) != own)) {
                return None;
            }
            let message = format!("the claim `{id}` is {status}, but what replaced it is not recorded");
            let help = "record the later claim and name it under `superseded_by`";
            Some(Diagnostic::new(Code::C013, claim.id.span, message).help(help))
        }
        _ => None,
    }
}
