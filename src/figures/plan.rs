//! A chart laid out: where its marks, lines and labels stand, before a letter of it is written.

use super::chart::{Chart, Mark, Open};
use super::labels::{Area, Field, Place};
use super::scale::{Days, Numbers, text_width};
use crate::resolve::ActorIdx;
use std::collections::BTreeMap;

/// The narrowest plot: a phone of 360 px less its margins.
pub(super) const WIDTH: f64 = 256.0;
/// Height of the plot, and where all marks stand on one day.
const HEIGHT: f64 = 200.0;
const LOW_HEIGHT: f64 = 96.0;
/// Height of a line of text.
pub(super) const LINE: f64 = 15.0;
/// Letters of a name in a label.
const NAME: usize = 26;
/// Speakers that are sure to be named: for more the chart would be all labels.
const NAMED: usize = 10;
/// Marks of a chart that has room for more than one label for each speaker.
const FEW: usize = 12;

/// The field on which a chart is drawn; y is in pixels from the plot's top, x a part of its width.
pub(super) struct Plan<'a> {
    pub chart: &'a Chart,
    pub days: Days,
    pub numbers: Numbers,
    pub height: f64,
}

impl<'a> Plan<'a> {
    /// Lays a chart out; none where it has no marks.
    pub fn new(chart: &'a Chart) -> Option<Self> {
        let days = Days::of(chart)?;
        let height = if days.one() { LOW_HEIGHT } else { HEIGHT };
        Some(Self { chart, days, numbers: Numbers::of(chart), height })
    }

    /// Height in the plot, from its top.
    pub fn y(&self, number: f64) -> f64 {
        self.height * (1.0 - self.numbers.part(number))
    }

    /// The middle of the days on which it may have been said, as a part of the width.
    pub fn part(&self, mark: &Mark) -> f64 {
        let (from, to) = self.days.span(mark.days);
        f64::midpoint(from, to)
    }

    /// Top and foot of a mark with its range or arrow.
    fn reach(&self, mark: &Mark) -> (f64, f64) {
        let (low, high) = mark.range.unwrap_or((mark.value, mark.value));
        let (up, down) = match mark.open {
            Open::Up => (22.0, 0.0),
            Open::Down => (0.0, 22.0),
            Open::No => (0.0, 0.0),
        };
        (self.y(high).min(self.y(mark.value) - up), self.y(low).max(self.y(mark.value) + down))
    }

    /// From estimate to estimate of one speaker: level until the day of the next, then up or down.
    pub fn each_step(&self, mut visit: impl FnMut(f64, f64, f64, f64)) {
        let mut last: BTreeMap<ActorIdx, &Mark> = BTreeMap::new();
        for mark in &self.chart.marks {
            if let Some(before) = last.insert(mark.speaker, mark) {
                visit(self.part(before), self.part(mark), self.y(before.value), self.y(mark.value));
            }
        }
    }

    /// Finds room for the labels: first one for each speaker, then the others where marks are few. In a dense chart a
    /// speaker is named once, at the last of the marks; their shape and line tell whose the others are.
    pub fn labels(&self) -> Vec<Option<Place>> {
        let marks = &self.chart.marks;
        let mut field = Field {
            width: WIDTH,
            bottom: self.height,
            above: 40.0,
            marks: self.obstacles(),
            labels: Vec::new(),
        };
        let mut last: BTreeMap<ActorIdx, usize> = BTreeMap::new();
        for (at, mark) in marks.iter().enumerate() {
            last.insert(mark.speaker, at);
        }
        let mut first: Vec<usize> = last.into_values().collect();
        first.sort_unstable();
        first.truncate(NAMED);
        // From the top down: a label over a high mark must not be cut off by one that came up from below.
        first.sort_by(|a, b| self.y(marks[*a].value).total_cmp(&self.y(marks[*b].value)).then(a.cmp(b)));
        let others = (0..marks.len()).filter(|at| marks.len() <= FEW && !first.contains(at));
        let mut places = vec![None; marks.len()];
        for at in first.iter().copied().chain(others) {
            let mark = &marks[at];
            let (figure, name) = lines(mark);
            // Speakers must be named: their labels may go as far up as it takes.
            let sure = first.contains(&at);
            field.above = if sure { 400.0 } else { 40.0 };
            let width = text_width(&figure).max(text_width(&name));
            let size = (width, LINE * 2.0);
            places[at] = field.place(self.part(mark) * WIDTH, self.reach(mark), size, sure);
        }
        places
    }

    /// What labels must keep clear of: marks, ranges, arrows, uncertain days, lines.
    fn obstacles(&self) -> Vec<Area> {
        let mut taken = Vec::new();
        for mark in &self.chart.marks {
            let x = self.part(mark) * WIDTH;
            let (top, foot) = self.reach(mark);
            taken.push(Area { x: x - 6.0, y: top - 6.0, width: 12.0, height: foot - top + 12.0 });
            if mark.fades {
                let (from, to) = self.days.span(mark.days);
                let y = self.y(mark.value) - 3.0;
                taken.push(Area { x: from * WIDTH, y, width: (to - from) * WIDTH, height: 6.0 });
            }
        }
        self.each_step(|from, to, y1, y2| {
            taken.push(Area { x: from * WIDTH, y: y1 - 1.0, width: (to - from) * WIDTH, height: 2.0 });
            let height = (y1 - y2).abs() + 2.0;
            taken.push(Area { x: to * WIDTH - 1.0, y: y1.min(y2) - 1.0, width: 2.0, height });
        });
        taken
    }
}

/// The two lines of a label: the figure, and who gave it.
pub(super) fn lines(mark: &Mark) -> (String, String) {
    let figure = if mark.gone { format!("{} ↻", mark.figure) } else { mark.figure.clone() };
    let name = if mark.name.chars().count() > NAME {
        mark.name.chars().take(NAME - 1).chain(['…']).collect()
    } else {
        mark.name.clone()
    };
    (figure, name)
}
