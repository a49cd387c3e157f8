//! The ties of one actor: it stands on the left, each other in a row of its own on the right, what ties them between.

use super::Network;
use crate::figures::scale::fitting;
use crate::figures::sized::Sized;
use crate::figures::svg::{escape, opening, percent, px, told};
use std::fmt::Write;

/// Height of a row.
const ROW: f64 = 23.0;
/// Where the others stand, as a part of the width.
const OTHERS: f64 = 0.46;
/// Between a mark and its words.
const GAP: f64 = 9.0;

/// Draws the ties of the first node; an empty text where it has none.
pub fn draw_fan(network: &Network) -> String {
    let Some(first) = network.nodes.first().filter(|_| !network.ties.is_empty()) else {
        return String::new();
    };
    let (mut svg, mut y) = (String::new(), ROW / 2.0);
    #[allow(clippy::cast_precision_loss, reason = "networks are small")]
    let height = (network.ties.len() as f64).max(2.0) * ROW;
    let told = told(network.ties.iter().map(|tie| tie.words.as_str()));
    let size = format!("height=\"{}\"", px(height));
    opening("network", "group", &network.id, (&network.title, &told), &size, &mut svg);
    let (middle, others) = (height / 2.0, percent(OTHERS));
    for tie in &network.ties {
        let _ = write!(
            svg,
            "<line class=\"tie{}\" x1=\"4\" y1=\"{}\" x2=\"{others}\" y2=\"{}\"/>",
            if tie.belongs { "" } else { " related" },
            px(middle),
            px(y)
        );
        y += ROW;
    }
    y = ROW / 2.0;
    for tie in &network.ties {
        let node = &network.nodes[tie.to];
        let place = |dx: f64, anchor: &str| {
            format!("x=\"{others}\" dx=\"{}\" y=\"{}\" text-anchor=\"{anchor}\"", px(dx), px(y + 4.0))
        };
        svg.push_str("<a href=\"");
        escape(&node.href, &mut svg);
        svg.push_str("\"><title>");
        escape(&tie.words, &mut svg);
        let _ = write!(svg, "</title><circle class=\"point\" cx=\"{others}\" cy=\"{}\" r=\"4\"/>", px(y));
        Sized::of(&tie.label, |width| OTHERS * width - 34.0).write("tie-name", &place(-GAP, "end"), &mut svg);
        Sized::of(&node.name, |width| (1.0 - OTHERS) * width - GAP).write(
            "words",
            &place(GAP, "start"),
            &mut svg,
        );
        svg.push_str("</a>");
        y += ROW;
    }
    let _ = write!(svg, "<circle class=\"ring\" cx=\"5\" cy=\"{}\" r=\"4.5\"/>", px(middle));
    let _ = write!(svg, "<text class=\"words own\" x=\"0\" y=\"{}\">", px((middle - 11.0).max(11.0)));
    escape(&fitting(&first.name, 110.0), &mut svg);
    svg.push_str("</text></svg>");
    svg
}
