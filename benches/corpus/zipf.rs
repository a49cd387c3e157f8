//! Zipf's law: few are named very often, most hardly ever, as actors and sources are in real reporting.

use super::chance::Chance;

/// Weights `1 / rank^s`, summed up from the first rank on.
pub struct Zipf(Vec<f64>);

impl Zipf {
    /// Over so many ranks, with this exponent.
    pub fn new(ranks: usize, exponent: f64) -> Self {
        let weight = |rank: usize| (rank as f64).powf(-exponent);
        let sum = |sum: &mut f64, rank| {
            *sum += weight(rank);
            Some(*sum)
        };
        Self((1..=ranks).scan(0.0, sum).collect())
    }

    /// One rank, from 0.
    pub fn one(&self, chance: &mut Chance) -> usize {
        let whole = self.0.last().copied().unwrap_or_default();
        let mark = chance.share() * whole;
        self.0.partition_point(|sum| *sum < mark).min(self.0.len() - 1)
    }

    /// So many different ranks, in the order they were drawn; all there are where that is fewer.
    pub fn some(&self, count: usize, chance: &mut Chance) -> Vec<usize> {
        let mut drawn = Vec::with_capacity(count);
        while drawn.len() < count.min(self.0.len()) {
            let rank = self.one(chance);
            if !drawn.contains(&rank) {
                drawn.push(rank);
            }
        }
        drawn
    }
}
