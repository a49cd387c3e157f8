//! Open questions: who answered what, and when.

use crate::model::{Date, Length, month_name};
use crate::resolve::{ActorIdx, ClaimIdx, Site, office_on};
use crate::text::{Spellings, slugify};
use std::collections::HashMap;

/// A question with its answers, as a matrix.
#[derive(Debug, Clone)]
pub struct Question {
    /// `[a-z0-9-]+`, unique among questions.
    pub id: String,
    /// The question as its first answer has it.
    pub text: String,
    /// When answers were given, in order; a column for those without a day stands last.
    pub columns: Vec<Column>,
    /// Who answered, in the order of their first answers; those who spoke for one body stand together.
    pub rows: Vec<Answers>,
}

/// A day, or where there are many a month or year, on which answers were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// `28 Oct 2024`, `October 2024`, `day not known`.
    pub text: String,
    /// A value for HTML's `datetime`, if there is one.
    pub datetime: Option<String>,
}

/// One actor's answers, given in one office.
#[derive(Debug, Clone)]
pub struct Answers {
    /// Who answered.
    pub actor: ActorIdx,
    /// The office held when answering, by its place among the actor's `positions`, if one is recorded.
    pub office: Option<usize>,
    /// The body in which that office is held: for whom the actor spoke.
    pub body: Option<ActorIdx>,
    /// For each column the claims, in order of time; mostly one or none.
    pub cells: Vec<Vec<ClaimIdx>>,
}

impl Answers {
    /// For whom they are counted: the body, or who answered.
    fn whose(&self) -> ActorIdx {
        self.body.unwrap_or(self.actor)
    }
}

impl Question {
    /// Its answers, row by row.
    pub fn claims(&self) -> impl Iterator<Item = ClaimIdx> {
        self.rows.iter().flat_map(|row| row.cells.iter().flatten().copied())
    }
}

/// More columns than this make nobody wiser: days are then put together as months, months as years.
const MOST_COLUMNS: usize = 40;

/// The questions that `claims` answer; the same words, spelling aside, are one question.
pub(super) fn questions(site: &Site, claims: impl Iterator<Item = ClaimIdx>) -> Vec<Question> {
    let question = |index: ClaimIdx| site.claims[index.at()].claim.question.as_deref();
    let answers = claims.filter_map(|index| Some(([question(index)?], index)));
    let mut lists = Spellings::gathered(answers);
    lists.iter_mut().for_each(|list| list.sort_by_key(|index| when(site, *index)));
    lists.sort_by_key(|list| when(site, list[0]));
    let mut taken = HashMap::new();
    lists.iter().map(|list| matrix(site, list, &mut taken)).collect()
}

/// A date known only to the month stands at the month's end, so that nobody is made the first by a vague date.
fn when(site: &Site, index: ClaimIdx) -> (bool, i64, i64, ClaimIdx) {
    let date = site.claims[index.at()].claim.said_on.as_ref();
    let (latest, earliest) = date.map_or((0, 0), |date| (date.latest, date.earliest));
    (date.is_none(), latest, earliest, index)
}

fn matrix(site: &Site, claims: &[ClaimIdx], taken: &mut HashMap<String, usize>) -> Question {
    let said_on = |index: &ClaimIdx| site.claims[index.at()].claim.said_on.as_ref();
    let dates = || claims.iter().map(said_on);
    let fits = [Grain::Day, Grain::Month].into_iter().find_map(|grain| grain.columns(dates(), MOST_COLUMNS));
    let (columns, places) = fits.unwrap_or_else(|| {
        Grain::Year.columns(dates(), usize::MAX).expect("there are no more columns than claims")
    });
    let mut rows: Vec<Answers> = Vec::new();
    let mut row_of: HashMap<(ActorIdx, Option<usize>), usize> = HashMap::new();
    for (index, at) in claims.iter().zip(places) {
        let actor = site.claims[index.at()].by;
        let office = said_on(index).and_then(|date| office_on(site, actor, date)).map(|(at, _)| at);
        let row = *row_of.entry((actor, office)).or_insert_with(|| {
            let orgs = &site.actors[actor.at()].links.orgs;
            let body = office.and_then(|office| orgs.get(office).copied().flatten());
            rows.push(Answers { actor, office, body, cells: vec![Vec::new(); columns.len()] });
            rows.len() - 1
        });
        rows[row].cells[at].push(*index);
    }
    let mut first_of: HashMap<ActorIdx, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        first_of.entry(row.whose()).or_insert(at);
    }
    rows.sort_by_key(|row| first_of[&row.whose()]);
    let text = site.claims[claims[0].at()].claim.question.clone().unwrap_or_default();
    let id = super::free_id(slugify(&text), "question", taken);
    Question { id, text, columns, rows }
}

#[derive(Debug, Clone, Copy)]
enum Grain {
    Day,
    Month,
    Year,
}

impl Grain {
    /// The columns for `dates`, which stand in order, and for each date the place of its own; none where there would be
    /// more than `most`.
    fn columns<'a>(
        self,
        dates: impl Iterator<Item = Option<&'a Date>>,
        most: usize,
    ) -> Option<(Vec<Column>, Vec<usize>)> {
        let (mut columns, mut places): (Vec<Column>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut last = None;
        for date in dates {
            // Most stand beside their like; to put one into words costs more than to see that.
            if last != Some(date.map(|date| (&date.written, &date.words))) {
                let column = self.column(date);
                if columns.last() != Some(&column) {
                    columns.push(column);
                }
                last = Some(date.map(|date| (&date.written, &date.words)));
            }
            if columns.len() > most {
                return None;
            }
            places.push(columns.len() - 1);
        }
        Some((columns, places))
    }

    fn column(self, date: Option<&Date>) -> Column {
        let Some(date) = date else { return Column { text: "day not known".to_owned(), datetime: None } };
        let coarse = date.last_day().or_else(|| date.first_day());
        match (self, coarse) {
            (Self::Month, Some(day)) => Column {
                text: format!(
                    "{} {}",
                    month_name(u8::try_from(day.month()).unwrap_or(1), Length::Full),
                    day.year()
                ),
                datetime: Some(format!("{:04}-{:02}", day.year(), day.month())),
            },
            (Self::Year, Some(day)) => {
                Column { text: day.year().to_string(), datetime: Some(format!("{:04}", day.year())) }
            }
            _ => Column { text: date.in_words(Length::Short), datetime: date.machine() },
        }
    }
}
