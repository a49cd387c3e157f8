//! Where the actors of a network stand: those that are tied near one another, each in a row of its own.
//!
//! Springs along ties, repulsion between all (Fruchterman and Reingold), a fixed number of steps from a start that
//! depends on names alone. Only the four operations and the square root are used, so every machine gives the same.

use super::Network;
use xxhash_rust::xxh3::xxh3_64;

/// Steps towards rest.
const STEPS: u32 = 240;

/// For each node its part of the width and its row.
pub(super) fn places(network: &Network) -> Vec<(f64, usize)> {
    let mut at: Vec<(f64, f64)> = network.nodes.iter().map(start).collect();
    let count = f64::from(u32::try_from(at.len()).unwrap_or(u32::MAX)).max(1.0);
    // The length at which a tie is at rest, in a square of one by one.
    let rest = 0.8 / count.sqrt();
    for step in 0..STEPS {
        let reach = 0.12 * (1.0 - f64::from(step) / f64::from(STEPS)) + 0.002;
        let pulls = pulls(network, &at, rest);
        for ((x, y), (dx, dy)) in at.iter_mut().zip(pulls) {
            let length = (dx * dx + dy * dy).sqrt();
            if length > 0.0 {
                let far = length.min(reach) / length;
                (*x, *y) = (*x + dx * far, *y + dy * far);
            }
        }
    }
    let edges = at.iter().fold((f64::MAX, f64::MIN), |(low, high), (x, _)| (low.min(*x), high.max(*x)));
    let width = (edges.1 - edges.0).max(1e-9);
    let mut rows: Vec<usize> = (0..at.len()).collect();
    rows.sort_by(|a, b| at[*a].1.total_cmp(&at[*b].1).then(a.cmp(b)));
    let mut places = vec![(0.5, 0); at.len()];
    for (row, node) in rows.into_iter().enumerate() {
        let x = if at.len() == 1 { 0.5 } else { (at[node].0 - edges.0) / width };
        places[node] = (0.03 + 0.94 * x, row);
    }
    places
}

/// A place in the square that depends on the actor's address and nothing else.
fn start(node: &super::Node) -> (f64, f64) {
    let hash = xxh3_64(node.href.as_bytes());
    let part = |bits: u64| f64::from(u32::try_from(bits & 0xffff_ffff).unwrap_or(0)) / f64::from(u32::MAX);
    (part(hash), part(hash >> 32))
}

/// Where each node is drawn to.
fn pulls(network: &Network, at: &[(f64, f64)], rest: f64) -> Vec<(f64, f64)> {
    let mut pulls: Vec<(f64, f64)> = vec![(0.0, 0.0); at.len()];
    for one in 0..at.len() {
        // Towards the middle, so that what is tied to nothing else does not drift off.
        pulls[one].0 += (0.5 - at[one].0) * 0.12;
        pulls[one].1 += (0.5 - at[one].1) * 0.12;
        for other in one + 1..at.len() {
            let (dx, dy) = (at[one].0 - at[other].0, at[one].1 - at[other].1);
            let square = (dx * dx + dy * dy).max(1e-6);
            let push = rest * rest / square;
            pulls[one] = (pulls[one].0 + dx * push, pulls[one].1 + dy * push);
            pulls[other] = (pulls[other].0 - dx * push, pulls[other].1 - dy * push);
        }
    }
    for tie in &network.ties {
        let (dx, dy) = (at[tie.to].0 - at[tie.from].0, at[tie.to].1 - at[tie.from].1);
        let pull = (dx * dx + dy * dy).sqrt() / rest;
        pulls[tie.from] = (pulls[tie.from].0 + dx * pull, pulls[tie.from].1 + dy * pull);
        pulls[tie.to] = (pulls[tie.to].0 - dx * pull, pulls[tie.to].1 - dy * pull);
    }
    pulls
}
