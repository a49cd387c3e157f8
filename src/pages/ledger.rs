//! The ledger's shorter lists: claims by what became of them and by the question they answer.

use super::hrefs::{Hrefs, PAGE_ROWS};
use super::view::TagRow;
use crate::model::{ClaimStatus, Vocabulary};
use crate::resolve::{ClaimIdx, Site, tag_slug};
use crate::text::Spellings;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The folder of the ledger.
pub const FOLDER: &str = "claims/";
/// The folder of the list of questions, and of the list of claims on each.
pub const QUESTIONS: &str = "claims/question/";

/// Questions that every page of the ledger links to by name.
const QUESTIONS_SHOWN: usize = 8;

/// A list of some of the claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Those that stand, were revised, …
    Status(ClaimStatus),
    /// Answers to the question at this place in [`Ledger::questions`].
    Question(usize),
}

/// Claims with something in common, newest first.
#[derive(Debug)]
pub struct Group {
    /// The status or question, as readers see it.
    pub name: String,
    /// The path of its list.
    pub folder: String,
    /// The claims, at least one.
    pub claims: Vec<ClaimIdx>,
}

/// All claims, sorted into lists once for the whole site.
#[derive(Debug, Default)]
pub struct Ledger {
    /// In the order of [`ClaimStatus`]; without those of no claim, and of nearly all where there are many.
    pub statuses: Vec<(ClaimStatus, Group)>,
    /// Questions by their words. Spellings that fold to one ([`Spellings`]) are one question, as last written.
    pub questions: Vec<Group>,
    /// The places of those with the most answers, most first.
    pub most_answered: Vec<usize>,
    /// All of them as rows, in the order of `questions`.
    pub question_rows: Vec<TagRow>,
}

impl Ledger {
    /// Sorts the claims of `site`.
    pub fn new(site: &Site, hrefs: &Hrefs) -> Self {
        let claims = || (0..site.claims.len()).map(ClaimIdx::from_at);
        let status = |status: &ClaimStatus| {
            let of = |index: &ClaimIdx| site.claims[index.at()].claim.status == *status;
            let group = Group {
                name: status.label().to_owned(),
                folder: format!("{FOLDER}{}/", status.key()),
                claims: claims().filter(of).collect(),
            };
            (*status, group)
        };
        let statuses = ClaimStatus::ALL.iter().map(status);
        let statuses = statuses.filter(|(_, group)| is_of_use(group.claims.len(), site.claims.len()));
        let questions = questions(site);
        let row = |group: &Group| {
            let href = hrefs.to(&group.folder);
            TagRow { href, name: group.name.clone(), count: group.claims.len() }
        };
        Self {
            statuses: statuses.collect(),
            most_answered: most_answered(&questions),
            question_rows: questions.iter().map(row).collect(),
            questions,
        }
    }

    /// The claims of one list; none where there is no such list.
    pub fn part(&self, part: Part) -> Option<&Group> {
        match part {
            Part::Status(wanted) => {
                self.statuses.iter().find(|(status, _)| *status == wanted).map(|(_, group)| group)
            }
            Part::Question(at) => self.questions.get(at),
        }
    }

    /// Every list.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &Group)> {
        let statuses = self.statuses.iter().map(|(status, group)| (Part::Status(*status), group));
        statuses.chain(self.questions.iter().enumerate().map(|(at, group)| (Part::Question(at), group)))
    }
}

/// A list of nearly all claims of a long ledger would be the ledger once more.
fn is_of_use(claims: usize, of_all: usize) -> bool {
    let nearly_all = claims * 10 > of_all * 9;
    claims > 0 && !(nearly_all && of_all > PAGE_ROWS)
}

/// Questions in the order of their folded words, which does not depend on when they were asked: so are their paths.
fn questions(site: &Site) -> Vec<Group> {
    let answers = site.claims.iter().enumerate().filter_map(|(at, entry)| {
        let question = entry.claim.question.as_ref()?;
        Some(([question.as_str()], (question, ClaimIdx::from_at(at))))
    });
    let mut taken = BTreeSet::new();
    let group = |answers: Vec<(&String, ClaimIdx)>| {
        let name = answers[0].0.clone();
        let folder = format!("{QUESTIONS}{}/", free_slug(&tag_slug(&name), &mut taken));
        Group { name, folder, claims: answers.into_iter().map(|(_, claim)| claim).collect() }
    };
    Spellings::gathered(answers).into_iter().map(group).collect()
}

fn most_answered(questions: &[Group]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..questions.len()).collect();
    places.sort_by_key(|at| (Reverse(questions[*at].claims.len()), *at));
    places.truncate(QUESTIONS_SHOWN);
    places
}

/// `slug`, or with the first number behind it that makes it free. `page` is where further pages of the list stand.
fn free_slug(slug: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2_usize..).map(|number| format!("{slug}-{number}"));
    let free =
        std::iter::once(slug.to_owned()).chain(numbered).find(|slug| slug != "page" && !taken.contains(slug));
    let free = free.expect("there are more numbers than questions");
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::{Group, free_slug, is_of_use, most_answered};
    use crate::resolve::ClaimIdx;
    use std::collections::BTreeSet;

    #[test]
    fn the_questions_named_are_the_most_answered_then_the_first() {
        let question = |answers: usize| Group {
            name: String::new(),
            folder: String::new(),
            claims: (0..answers).map(ClaimIdx::from_at).collect(),
        };
        let answers = [1, 3, 2, 3, 1, 1, 1, 1, 1, 1];
        assert_eq!(most_answered(&answers.map(question)), [1, 3, 2, 0, 4, 5, 6, 7]);
    }

    #[test]
    fn a_list_that_would_repeat_a_long_ledger_is_not_made() {
        let made = |claims, of_all| is_of_use(claims, of_all);
        assert!(made(33, 33) && made(100, 100) && made(900, 1000) && made(1, 1000));
        assert!(!made(901, 1000) && !made(101, 101) && !made(0, 10));
    }

    #[test]
    fn two_questions_never_share_a_path() {
        let mut taken = BTreeSet::new();
        let slugs = ["troops", "troops", "page", "troops"].map(|slug| free_slug(slug, &mut taken));
        assert_eq!(slugs, ["troops", "troops-2", "page-2", "troops-3"]);
    }
}
