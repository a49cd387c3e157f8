//! Networks: actors and what ties them.
//!
//! Each actor has a row to itself, so names never stand on one another however many there are.

mod fan;
mod layout;
mod whole;

pub use fan::draw_fan;
pub use whole::draw_network;

/// A network before it is drawn.
#[derive(Debug, Clone)]
pub struct Network {
    /// Beginning of the ids in the drawing; must be unique in its page.
    pub id: String,
    /// What it shows, in words.
    pub title: String,
    /// The actors. In a fan the first is the one all ties lead from.
    pub nodes: Vec<Node>,
    /// What ties them.
    pub ties: Vec<Tie>,
}

/// An actor in a network.
#[derive(Debug, Clone)]
pub struct Node {
    /// The actor's page.
    pub href: String,
    /// The name.
    pub name: String,
}

/// What ties two actors.
#[derive(Debug, Clone)]
pub struct Tie {
    /// Places among the nodes.
    pub from: usize,
    /// The other.
    pub to: usize,
    /// True for belonging, false for any other relation.
    pub belongs: bool,
    /// What ties them, read from the one to the other: `belongs to`, `leads`.
    pub label: String,
    /// The whole of it in words.
    pub words: String,
}

#[cfg(test)]
mod tests;
