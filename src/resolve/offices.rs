//! The office an actor held on a day.

use super::index::ActorIdx;
use super::site::Site;
use crate::model::{Date, Position};

/// The office that `actor` held on `date`: among those that nothing says had ended or not begun, the one that began
/// last, undated ones after dated ones, then the first listed. With the place in the actor's list.
pub fn office_on<'a>(site: &'a Site, actor: ActorIdx, date: &Date) -> Option<(usize, &'a Position)> {
    let positions = site.actors[actor.at()].data.positions.iter().enumerate();
    best(positions.filter(|(_, position)| position.term.may_hold(date)))
}

/// The office known last: one that has not ended before one that has, then the one that began last.
pub fn latest_office(site: &Site, actor: ActorIdx) -> Option<(usize, &Position)> {
    let positions = || site.actors[actor.at()].data.positions.iter().enumerate();
    best(positions().filter(|(_, position)| position.term.to.is_none())).or_else(|| best(positions()))
}

fn best<'a>(positions: impl Iterator<Item = (usize, &'a Position)>) -> Option<(usize, &'a Position)> {
    let began = |position: &Position| position.term.from.as_ref().map(|from| from.earliest);
    // `max_by_key` keeps the last of equals, so the place in the list goes in reversed.
    positions.max_by_key(|(at, position)| (began(position), std::cmp::Reverse(*at)))
}
