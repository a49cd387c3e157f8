//! What became of a brief's assessments, which have no ids: those of one text are one.

use super::manifest::AssessmentItem;
use super::wording::{moved, quoted, reworded};

/// Each difference in words with the place of the new assessment in its list; none for one that is gone.
pub(super) fn compare(old: &[AssessmentItem], new: &[AssessmentItem]) -> Vec<(Option<usize>, String)> {
    let mut told = Vec::new();
    let mut left: Vec<Option<&AssessmentItem>> = old.iter().map(Some).collect();
    let mut unmatched = Vec::new();
    for (at, now) in new.iter().enumerate() {
        match left.iter_mut().find(|one| one.is_some_and(|before| before.text == now.text)) {
            Some(slot) => told.extend(slot.take().map_or_else(Vec::new, |before| terms(before, now, at))),
            None => unmatched.push((at, now)),
        }
    }
    // What is left over was reworded, in the order in which it stands.
    let mut left = left.into_iter().flatten();
    for (at, now) in unmatched {
        match left.next() {
            Some(before) => {
                let text = reworded("a judgement", Some(&before.text), Some(&now.text));
                told.extend(text.map(|text| (Some(at), text)));
                told.extend(terms(before, now, at));
            }
            None => told.push((Some(at), format!("the judgement {} is new", quoted(&now.text)))),
        }
    }
    told.extend(left.map(|before| (None, format!("the judgement {} is gone", quoted(&before.text)))));
    told
}

fn terms(old: &AssessmentItem, new: &AssessmentItem, at: usize) -> Vec<(Option<usize>, String)> {
    let of = |part: &str| format!("the {part} of {}", quoted(&new.text));
    let told = [
        moved(&of("likelihood"), old.likelihood.as_deref(), new.likelihood.as_deref()),
        moved(&of("confidence"), old.confidence.as_deref(), new.confidence.as_deref()),
        moved(&of("horizon"), old.horizon.as_deref(), new.horizon.as_deref()),
        reworded(&of("outcome"), old.outcome.as_deref(), new.outcome.as_deref()),
    ];
    told.into_iter().flatten().map(|words| (Some(at), words)).collect()
}
