//! What was measured, as a table of medians.
//!
//! A ratio is taken within a round, where both of its sides met the same neighbours, and then the median of all rounds.

use crate::process::Taken;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::time::Duration;

/// A row: what was measured, and on what.
#[derive(Clone, Copy, PartialEq)]
pub struct Key {
    /// How many.
    pub briefs: usize,
    /// The theme's name.
    pub theme: &'static str,
    /// In words.
    pub measure: &'static str,
}

/// Values of all rounds; a column that is not measured stays empty.
#[derive(Default)]
struct Row {
    wall: Vec<f64>,
    cpu: Vec<f64>,
    peak: Vec<f64>,
    floor: Vec<f64>,
    ratio: Vec<f64>,
}

/// All rows, in the order in which they were first measured.
#[derive(Default)]
pub struct Table {
    rows: Vec<(Key, Row)>,
    /// Files and bytes of the finished sites.
    sizes: BTreeMap<(usize, &'static str), (usize, usize)>,
}

impl Table {
    /// How large a finished site is.
    pub fn size(&mut self, briefs: usize, theme: &'static str, files: usize, bytes: usize) {
        self.sizes.insert((briefs, theme), (files, bytes));
    }

    /// A build, beside its floor.
    pub fn build(&mut self, key: Key, taken: Taken, floor: Duration) {
        let row = self.row(key);
        row.wall.push(taken.wall.as_secs_f64());
        row.cpu.push(taken.cpu.as_secs_f64());
        row.peak.push(mebibytes(taken.peak));
        row.floor.push(floor.as_secs_f64());
        row.ratio.push(taken.wall.as_secs_f64() / floor.as_secs_f64());
    }

    /// How many times as much of everything as another build one took.
    pub fn pair(&mut self, key: Key, taken: Taken, other: Taken) {
        let row = self.row(key);
        row.ratio.push(taken.wall.as_secs_f64() / other.wall.as_secs_f64());
        row.cpu.push(taken.cpu.as_secs_f64() / other.cpu.as_secs_f64());
        row.peak.push(taken.peak as f64 / other.peak as f64);
    }

    /// A time alone.
    pub fn time(&mut self, key: Key, took: Duration) {
        self.row(key).wall.push(took.as_secs_f64());
    }

    /// Memory alone.
    pub fn memory(&mut self, key: Key, peak: u64) {
        self.row(key).peak.push(mebibytes(peak));
    }

    fn row(&mut self, key: Key) -> &mut Row {
        let at = self.rows.iter().position(|(own, _)| *own == key).unwrap_or_else(|| {
            self.rows.push((key, Row::default()));
            self.rows.len() - 1
        });
        &mut self.rows[at].1
    }

    /// By how much the median of a row grew from the next smaller size.
    fn growth(&self, key: Key, of: fn(&Row) -> &Vec<f64>) -> Option<f64> {
        let same = |other: &&(Key, Row)| (other.0.theme, other.0.measure) == (key.theme, key.measure);
        let smaller = self.rows.iter().filter(same).filter(|other| other.0.briefs < key.briefs);
        let before = smaller.max_by_key(|other| other.0.briefs)?;
        let own = self.rows.iter().find(|(own, _)| *own == key)?;
        Some(median(of(&own.1))? / median(of(&before.1))?)
    }
}

fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / (1 << 20) as f64
}

fn median(values: &[f64]) -> Option<f64> {
    let mut values = values.to_owned();
    values.sort_by(f64::total_cmp);
    let high = *values.get(values.len() / 2)?;
    let low = values[(values.len() - 1) / 2];
    Some(f64::midpoint(low, high))
}

impl Display for Table {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "\n| briefs | theme | files | MB |\n|---:|---|---:|---:|")?;
        for ((briefs, theme), (files, bytes)) in &self.sizes {
            writeln!(out, "| {briefs} | {theme} | {files} | {:.1} |", *bytes as f64 / 1e6)?;
        }
        writeln!(
            out,
            "\n| briefs | theme | | wall s | CPU s | peak MiB | floor s | ratio | wall grew | memory grew |"
        )?;
        writeln!(out, "|---:|---|---|---:|---:|---:|---:|---:|---:|---:|")?;
        for (key, row) in &self.rows {
            let cell =
                |value: Option<f64>, digits| value.map_or(String::new(), |value| format!("{value:.digits$}"));
            let Key { briefs, theme, measure } = key;
            let [wall, cpu, floor] = [&row.wall, &row.cpu, &row.floor].map(|all| cell(median(all), 3));
            let whole = |value: Option<f64>| {
                cell(value, if row.wall.is_empty() && !row.cpu.is_empty() { 2 } else { 0 })
            };
            let [peak, ratio] = [whole(median(&row.peak)), cell(median(&row.ratio), 2)];
            let [time, memory] = [self.growth(*key, |row| &row.wall), self.growth(*key, |row| &row.peak)];
            let [time, memory] = [time, memory].map(|value| cell(value, 1));
            writeln!(
                out,
                "| {briefs} | {theme} | {measure} | {wall} | {cpu} | {peak} | {floor} | {ratio} | {time} | {memory} |"
            )?;
        }
        Ok(())
    }
}
