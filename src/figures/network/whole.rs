//! A network as SVG text: x in per cent, y in pixels, a row for each actor.

use super::Network;
use super::layout::places;
use crate::figures::sized::Sized;
use crate::figures::svg::{escape, opening, percent, px, told};
use std::fmt::Write;

/// Height of a row, and of one among few.
const ROW: f64 = 19.0;
const TALL: f64 = 27.0;
/// Networks up to this size have tall rows.
const FEW: usize = 14;
/// Between a mark and its name.
const GAP: f64 = 9.0;

/// Draws a network; an empty text where it has no ties.
pub fn draw_network(network: &Network) -> String {
    if network.ties.is_empty() {
        return String::new();
    }
    let row = if network.nodes.len() > FEW { ROW } else { TALL };
    #[allow(clippy::cast_precision_loss, reason = "networks are small")]
    let y = |nth: usize| (nth as f64 + 0.5) * row;
    let places: Vec<(f64, f64)> = places(network).into_iter().map(|(x, nth)| (x, y(nth))).collect();
    let (mut svg, id) = (String::new(), &network.id);
    let told = told(network.ties.iter().map(|tie| tie.words.as_str()));
    let height = format!("height=\"{}\"", px(y(network.nodes.len()) - row / 2.0));
    opening("network", "group", id, (&network.title, &told), &height, &mut svg);
    let _ = write!(
        svg,
        "<defs><marker id=\"{id}-tip\" viewBox=\"0 0 8 8\" refX=\"13\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"tip\" d=\"M0.5 1L7 4L0.5 7\"/></marker></defs>"
    );
    for tie in &network.ties {
        let ((x1, y1), (x2, y2)) = (places[tie.from], places[tie.to]);
        svg.push_str("<g><title>");
        escape(&tie.words, &mut svg);
        let _ = write!(
            svg,
            "</title><line class=\"tie{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" marker-end=\"url(#{id}-tip)\"/></g>",
            if tie.belongs { "" } else { " related" },
            percent(x1),
            px(y1),
            percent(x2),
            px(y2)
        );
    }
    for (node, (x, y)) in network.nodes.iter().zip(places) {
        svg.push_str("<a href=\"");
        escape(&node.href, &mut svg);
        svg.push_str("\"><title>");
        escape(&node.name, &mut svg);
        let _ =
            write!(svg, "</title><circle class=\"point\" cx=\"{}\" cy=\"{}\" r=\"4\"/>", percent(x), px(y));
        let (share, dx, anchor) = if x < 0.5 { (1.0 - x, GAP, "start") } else { (x, -GAP, "end") };
        let place =
            format!("x=\"{}\" dx=\"{}\" y=\"{}\" text-anchor=\"{anchor}\"", percent(x), px(dx), px(y + 4.0));
        Sized::of(&node.name, |width| share * width - GAP).write("words", &place, &mut svg);
        svg.push_str("</a>");
    }
    svg.push_str("</svg>");
    svg
}
