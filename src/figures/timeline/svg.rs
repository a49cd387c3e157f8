//! A timeline as SVG text: x in per cent, y in pixels, so that words keep their size on every screen.

use super::axis::{Axis, NEAR};
use super::plan::{NAME, Placed, Shape, WING, axis, place};
use super::{Moment, Timeline};
use crate::figures::sized::{NARROW, Sized};
use crate::figures::svg::{escape, opening, percent, px, told};
use crate::model::{Edge, EventStatus, Vocabulary};
use std::fmt::Write;

/// Room for the names of days.
const DAYS: f64 = 24.0;
/// Half the height of a bar.
const HALF: f64 = 4.0;

/// Draws the timeline; an empty text where no event has a day.
pub fn draw_timeline(timeline: &Timeline) -> String {
    let Some(axis) = axis(timeline) else { return String::new() };
    let mut svg = String::new();
    let lanes: Vec<Vec<(&Moment, Placed)>> = timeline
        .lanes
        .iter()
        .map(|lane| lane.moments.iter().filter_map(|one| Some((one, place(axis, one)?))).collect())
        .collect();
    let rows = |lane: &Vec<(&Moment, Placed)>| lane.iter().map(|(_, placed)| placed.height).sum::<f64>();
    let height: f64 = lanes.iter().map(|lane| NAME + rows(lane)).sum::<f64>() + DAYS + 6.0;
    let words = timeline.lanes.iter().flat_map(|lane| &lane.moments).map(|one| one.words.as_str());
    let (id, title) = (&timeline.id, &timeline.title);
    let size = format!("height=\"{}\"", px(height));
    opening("timeline-chart", "group", id, (title, &told(words)), &size, &mut svg);
    fades(id, &mut svg);
    svg.push_str("<g class=\"axes\">");
    days(axis, height, &mut svg);
    svg.push_str("</g>");
    let mut top = 0.0;
    for (lane, placed) in timeline.lanes.iter().zip(&lanes) {
        let y = px(top + 16.0);
        // Scripts close the gap where a lane is filtered out.
        let _ = write!(svg, "<g class=\"swim\" data-height=\"{}\">", px(NAME + rows(placed)));
        let _ =
            write!(svg, "<line class=\"lane\" x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>", px(top + 0.5));
        let close = lane.href.as_ref().map(|href| {
            svg.push_str("<a href=\"");
            escape(href, &mut svg);
            svg.push_str("\">");
            "</a>"
        });
        // Names of lanes are strong, and strong letters are wider.
        let name = Sized::of(&lane.name, |width| width * 0.88);
        name.write("lane-name", &format!("x=\"0\" y=\"{y}\""), &mut svg);
        svg.push_str(close.unwrap_or_default());
        top += NAME - 2.0;
        for (moment, placed) in placed {
            one(id, moment, placed, top, &mut svg);
            top += placed.height;
        }
        svg.push_str("</g>");
        top += 2.0;
    }
    svg.push_str("</svg>");
    svg
}

/// Fills of bars: fading in, fading out, and both.
fn fades(id: &str, svg: &mut String) {
    let stops: [(&str, &[(&str, &str)]); 3] = [
        ("in", &[("fade-end", "0"), ("fade", ".5")]),
        ("out", &[("fade", ".5"), ("fade-end", "1")]),
        ("both", &[("fade-end", "0"), ("fade", ".35"), ("fade", ".65"), ("fade-end", "1")]),
    ];
    svg.push_str("<defs>");
    for (name, stops) in stops {
        let _ = write!(svg, "<linearGradient id=\"{id}-{name}\">");
        for (class, offset) in stops {
            let _ = write!(svg, "<stop class=\"{class}\" offset=\"{offset}\"/>");
        }
        svg.push_str("</linearGradient>");
    }
    svg.push_str("</defs>");
}

fn days(axis: Axis, height: f64, svg: &mut String) {
    let foot = height - DAYS;
    let _ = write!(svg, "<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>", px(foot));
    for tick in axis.ticks(NARROW) {
        let x = percent(tick.part);
        let _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"{}\"/>",
            px(foot + if tick.begins { 16.0 } else { 5.0 })
        );
        if tick.text.is_empty() {
            continue;
        }
        let (anchor, dx) = match tick.part {
            _ if tick.begins => ("start", 4),
            part if part < NEAR => ("start", -4),
            part if part > 1.0 - NEAR => ("end", 4),
            _ => ("middle", 0),
        };
        let _ = write!(
            svg,
            "<text class=\"tick\" x=\"{x}\" dx=\"{dx}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            px(foot + 18.0),
            tick.text
        );
    }
}

fn one(id: &str, moment: &Moment, placed: &Placed, top: f64, svg: &mut String) {
    let y = top + placed.y;
    let _ = write!(
        svg,
        "<a class=\"moment status-{}\" data-height=\"{}\" href=\"",
        moment.status.key(),
        px(placed.height)
    );
    escape(&moment.href, svg);
    svg.push_str("\"><title>");
    escape(&moment.words, svg);
    svg.push_str("</title>");
    match placed.shape {
        Shape::Point { at, soft } => point(id, moment.status, at, soft, y, svg),
        Shape::Bar { from, to, start, end } => bar(id, (from, to), (start, end), y, svg),
    }
    let anchor = placed.anchor.word();
    let (x, dx, y) = (percent(placed.label_at), px(placed.label_dx), px(top + placed.label_y));
    let place = format!("x=\"{x}\" dx=\"{dx}\" y=\"{y}\" text-anchor=\"{anchor}\"");
    placed.label.write("words", &place, svg);
    svg.push_str("</a>");
}

const RING: &str = "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z";

fn point(id: &str, status: EventStatus, at: f64, soft: bool, y: f64, svg: &mut String) {
    let _ = write!(svg, "<svg class=\"mark\" x=\"{}\" overflow=\"visible\">", percent(at));
    if soft {
        let _ = write!(
            svg,
            "<rect class=\"days soft\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#{id}-both)\"/>",
            -WING,
            px(y - HALF),
            WING * 2.0,
            HALF * 2.0
        );
    }
    let mut path = |class: &str, d: &str| {
        let _ = write!(svg, "<path class=\"{class}\" transform=\"translate(0 {})\" d=\"{d}\"/>", px(y));
    };
    match status {
        EventStatus::Confirmed => path("point", RING),
        EventStatus::Reported => {
            path("ring", RING);
            path("point", "M0 -4.5a4.5 4.5 0 0 0 0 9z");
        }
        EventStatus::Planned => path("ring dashed", RING),
        EventStatus::Denied | EventStatus::Cancelled => path("cross", "M-4 -4L4 4M4 -4L-4 4"),
        EventStatus::Disputed => path("point", "M-3.5 6V-6L5.5 -2.5L-2 1V6z"),
    }
    svg.push_str("</svg>");
}

fn bar(id: &str, (from, to): (f64, f64), (start, end): (Edge, Edge), y: f64, svg: &mut String) {
    let fill = match (start == Edge::Soft, end == Edge::Soft) {
        (true, true) => format!(" fill=\"url(#{id}-both)\""),
        (true, false) => format!(" fill=\"url(#{id}-in)\""),
        (false, true) => format!(" fill=\"url(#{id}-out)\""),
        (false, false) => String::new(),
    };
    let soft = if fill.is_empty() { "" } else { " soft" };
    let _ = write!(
        svg,
        "<rect class=\"days{soft}\" x=\"{}\" width=\"{}\" y=\"{}\" height=\"{}\"{fill}/>",
        percent(from),
        percent(to - from),
        px(y - HALF),
        px(HALF * 2.0)
    );
    for (edge, at, sign) in [(start, from, -1.0), (end, to, 1.0)] {
        if edge == Edge::Open {
            let _ = write!(
                svg,
                "<svg x=\"{}\" overflow=\"visible\"><path class=\"open\" d=\"M{} {}L{} {}L{} {}\"/></svg>",
                percent(at),
                px(-6.0 * sign),
                px(y - 6.0),
                px(0.0),
                px(y),
                px(-6.0 * sign),
                px(y + 6.0)
            );
        }
    }
}
