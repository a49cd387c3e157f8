//! A timeline laid out: where marks, bars and labels stand.

use super::axis::Axis;
use super::{Moment, Timeline};
use crate::figures::labels::Anchor;
use crate::figures::scale::text_width;
use crate::figures::sized::{NARROW, Sized};
use crate::model::{Edge, EventStatus};

/// Height of a lane's name.
pub(super) const NAME: f64 = 26.0;
/// Height of an event with its label beside it, and above it.
const BESIDE: f64 = 21.0;
const ABOVE: f64 = 36.0;
/// Between a mark and its label.
const GAP: f64 = 10.0;
/// A label with less room than this stands above its bar.
const LEAST: f64 = 120.0;
/// How far the days of an uncertain mark fade to both sides.
pub(super) const WING: f64 = 16.0;

/// What an event looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shape {
    /// A mark at this part of the width; `soft` where its day is uncertain.
    Point { at: f64, soft: bool },
    /// A bar between these parts.
    Bar { from: f64, to: f64, start: Edge, end: Edge },
}

/// An event in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub shape: Shape,
    /// Middle of the mark, from the top of the event's row.
    pub y: f64,
    /// Height of the row.
    pub height: f64,
    /// The part of the width to which the label is tied, and how far from there it begins.
    pub label_at: f64,
    pub label_dx: f64,
    /// The label's line of writing, from the top of the row.
    pub label_y: f64,
    pub anchor: Anchor,
    /// The label as far as there is room for it.
    pub label: Sized,
}

/// The axis of a timeline; none where no event has a day.
pub(super) fn axis(timeline: &Timeline) -> Option<Axis> {
    let extents = || timeline.lanes.iter().flat_map(|lane| &lane.moments).map(|moment| moment.extent);
    let days = || extents().flat_map(|extent| [extent.first, extent.last]).flatten();
    Some(Axis { first: days().min()?, last: days().max()? })
}

/// Places an event; none where it has no day at all.
pub(super) fn place(axis: Axis, moment: &Moment) -> Option<Placed> {
    let shape = shape(axis, moment)?;
    let (left, right) = reach(shape);
    let room = |part: f64, width: f64| part * width - GAP;
    let label = label(moment, shape);
    let fits = |part: f64| text_width(&label).min(LEAST) <= room(part, NARROW);
    let (label_at, label_dx, anchor, share, above) = if fits(1.0 - right.0) {
        (right.0, right.1 + GAP, Anchor::Start, 1.0 - right.0, false)
    } else if fits(left.0) {
        (left.0, -left.1 - GAP, Anchor::End, left.0, false)
    } else if left.0 <= 1.0 - right.0 {
        (left.0, 0.0, Anchor::Start, 1.0 - left.0, true)
    } else {
        (right.0, 0.0, Anchor::End, right.0, true)
    };
    let beyond = if above { 0.0 } else { left.1.max(right.1) };
    let label = Sized::of(&label, |width| room(share, width) - beyond);
    let (y, height, label_y) =
        if above { (ABOVE - 10.0, ABOVE, 13.0) } else { (BESIDE / 2.0, BESIDE, BESIDE / 2.0 + 4.0) };
    Some(Placed { shape, y, height, label_at, label_dx, label_y, anchor, label })
}

/// Where it ends on both sides: the part of the width, and the pixels beyond.
fn reach(shape: Shape) -> ((f64, f64), (f64, f64)) {
    match shape {
        Shape::Point { at, soft } => {
            let beyond = if soft { WING - 4.0 } else { 0.0 };
            ((at, beyond), (at, beyond))
        }
        Shape::Bar { from, to, .. } => ((from, 0.0), (to, 0.0)),
    }
}

fn shape(axis: Axis, moment: &Moment) -> Option<Shape> {
    let extent = moment.extent;
    if extent.first.is_none() && extent.last.is_none() {
        return None;
    }
    let (first, last) = (extent.first.unwrap_or(axis.first), extent.last.unwrap_or(axis.last));
    let (from, to) = (axis.part(first), axis.part(last.max(first).saturating_add(1)));
    let open = extent.start == Edge::Open || extent.end == Edge::Open;
    let soft = extent.start == Edge::Soft || extent.end == Edge::Soft;
    let one_day = first == last && extent.first.is_some() && extent.last.is_some();
    // A bar that would be no longer than a mark is drawn as one.
    if !open && (one_day || (to - from) * NARROW < 8.0) {
        let at = if one_day { axis.middle(first) } else { f64::midpoint(from, to) };
        return Some(Shape::Point { at, soft });
    }
    Some(Shape::Bar { from, to, start: extent.start, end: extent.end })
}

/// A bar has no mark whose form would tell how sure it is: a sign before its label does.
fn label(moment: &Moment, shape: Shape) -> String {
    let sign = match (shape, moment.status) {
        (Shape::Point { .. }, _) | (_, EventStatus::Confirmed | EventStatus::Reported) => "",
        (_, EventStatus::Disputed) => "⚑ ",
        (_, EventStatus::Denied | EventStatus::Cancelled) => "✕ ",
        (_, EventStatus::Planned) => "◌ ",
    };
    format!("{sign}{}", moment.label)
}
