//! A chart as SVG text.
//!
//! It has no view box: x is in per cent and y in pixels, so that it is as wide as its column while its words keep
//! their size on every screen. Words stand in the margin left of it; the theme leaves room for them.

use super::chart::{Chart, Mark, Open, short_number};
use super::labels::Place;
use super::plan::{LINE, Plan, WIDTH, lines};
use crate::resolve::ActorIdx;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Room for the days under the plot.
const AXIS: f64 = 26.0;
/// The shapes by which speakers are told apart, beside their names.
const SHAPES: [&str; 8] = [
    "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
    "M-4 -4h8v8h-8z",
    "M0 -5.2L4.9 3.6H-4.9z",
    "M0 -5.5L5 0L0 5.5L-5 0z",
    "M0 5.2L4.9 -3.6H-4.9z",
    "M-1.6 -5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z",
    "M-5 -3h10v6h-10z",
    "M-3 -5h6v10h-6z",
];

/// Draws the chart; an empty text where it has no marks.
pub fn draw(chart: &Chart) -> String {
    let Some(plan) = Plan::new(chart) else { return String::new() };
    let places = plan.labels();
    let highest = places.iter().flatten().map(|place| place.y).fold(0.0, f64::min);
    let mut drawing = Drawing { plan, top: (8.0 - highest).round(), svg: String::new() };
    drawing.whole(&places);
    drawing.svg
}

struct Drawing<'a> {
    plan: Plan<'a>,
    /// Where the plot begins.
    top: f64,
    svg: String,
}

impl Drawing<'_> {
    fn whole(&mut self, places: &[Option<Place>]) {
        let Plan { chart, height, .. } = self.plan;
        let top = self.top;
        let id = &chart.id;
        let size = format!("height=\"{}\"", top + height + AXIS);
        let told = description(chart);
        opening("chart", "img", id, (&chart.title, &told), &size, &mut self.svg);
        if chart.marks.iter().any(|mark| mark.fades) {
            let _ = write!(
                self.svg,
                "<defs><linearGradient id=\"{id}-fade\"><stop class=\"fade-end\" offset=\"0\"/><stop class=\"fade\" offset=\".4\"/><stop class=\"fade\" offset=\".6\"/><stop class=\"fade-end\" offset=\"1\"/></linearGradient></defs>"
            );
        }
        self.axes();
        self.steps();
        let shapes = shapes(chart);
        for (mark, place) in chart.marks.iter().zip(places) {
            self.mark(mark, shapes[&mark.speaker], *place);
        }
        self.svg.push_str("</svg>");
    }

    fn axes(&mut self) {
        let bottom = self.top + self.plan.height;
        for number in self.plan.numbers.ticks() {
            let y = px(self.top + self.plan.y(number));
            let class = if number == 0.0 { "axis" } else { "grid" };
            let _ = write!(
                self.svg,
                "<line class=\"{class}\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/><text class=\"tick\" x=\"0\" y=\"{y}\" dx=\"-8\" dy=\".32em\" text-anchor=\"end\">{}</text>",
                short_number(number)
            );
        }
        for (part, text) in self.plan.days.ticks(self.plan.chart, WIDTH) {
            let anchor = match part {
                part if part <= 0.0 => "start",
                part if part >= 1.0 => "end",
                _ => "middle",
            };
            let (x, y) = (percent(part), px(bottom));
            let _ = write!(
                self.svg,
                "<line class=\"axis\" x1=\"{x}\" x2=\"{x}\" y1=\"{y}\" y2=\"{}\"/><text class=\"tick\" x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\">{text}</text>",
                px(bottom + 5.0),
                px(bottom + 19.0)
            );
        }
    }

    fn steps(&mut self) {
        let (mut svg, top) = (String::new(), self.top);
        self.plan.each_step(|from, to, y1, y2| {
            let (x1, x2) = (percent(from), percent(to));
            let (y1, y2) = (px(top + y1), px(top + y2));
            let _ = write!(svg, "<line class=\"step\" x1=\"{x1}\" x2=\"{x2}\" y1=\"{y1}\" y2=\"{y1}\"/>");
            if y1 != y2 {
                let _ = write!(svg, "<line class=\"step\" x1=\"{x2}\" x2=\"{x2}\" y1=\"{y1}\" y2=\"{y2}\"/>");
            }
        });
        self.svg.push_str(&svg);
    }

    fn mark(&mut self, mark: &Mark, shape: usize, place: Option<Place>) {
        let y = self.top + self.plan.y(mark.value);
        self.span(mark, y);
        let _ = write!(
            self.svg,
            "<svg class=\"mark shape-{shape}{}\" x=\"{}\" overflow=\"visible\"><title>",
            if mark.gone { " gone" } else { "" },
            percent(self.plan.part(mark))
        );
        escape(&mark.words, &mut self.svg);
        self.svg.push_str("</title>");
        if let Some((low, high)) = mark.range {
            let (from, to) = (self.top + self.plan.y(high), self.top + self.plan.y(low));
            let _ = write!(
                self.svg,
                "<rect class=\"range\" x=\"-5\" y=\"{}\" width=\"10\" height=\"{}\"/>",
                px(from),
                px((to - from).max(1.0))
            );
        }
        self.arrow(mark.open, y);
        let _ = write!(
            self.svg,
            "<path class=\"point\" transform=\"translate(0 {})\" d=\"{}\"/>",
            px(y),
            SHAPES[shape - 1]
        );
        if let Some(place) = place {
            self.label(mark, place);
        }
        self.svg.push_str("</svg>");
    }

    /// The days on which it may have been said, where that is not one: a bar with fading ends.
    fn span(&mut self, mark: &Mark, y: f64) {
        if !mark.fades {
            return;
        }
        let (from, to) = self.plan.days.span(mark.days);
        let fill = format!("fill=\"url(#{}-fade)\"", self.plan.chart.id);
        let y = px(y - 2.0);
        let _ = if to > from {
            let (x, width) = (percent(from), percent(to - from));
            write!(
                self.svg,
                "<rect class=\"span\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"4\" {fill}/>"
            )
        } else {
            let x = percent(from);
            write!(
                self.svg,
                "<svg x=\"{x}\" overflow=\"visible\"><rect class=\"span\" x=\"-16\" y=\"{y}\" width=\"32\" height=\"4\" {fill}/></svg>"
            )
        };
    }

    fn arrow(&mut self, open: Open, y: f64) {
        let up = match open {
            Open::No => return,
            Open::Up => 1.0,
            Open::Down => -1.0,
        };
        let (from, tip) = (y - 6.0 * up, y - 20.0 * up);
        let barb = px(tip + 4.5 * up);
        let _ = write!(
            self.svg,
            "<path class=\"open\" d=\"M0 {}V{}M-3.5 {barb}L0 {}L3.5 {barb}\"/>",
            px(from),
            px(tip),
            px(tip)
        );
    }

    fn label(&mut self, mark: &Mark, place: Place) {
        let top = self.top;
        if let Some((from, to)) = place.leader {
            let _ = write!(
                self.svg,
                "<line class=\"leader\" x1=\"0\" x2=\"0\" y1=\"{}\" y2=\"{}\"/>",
                px(top + from),
                px(top + to)
            );
        }
        let anchor = place.anchor.word();
        let lines = lines(mark);
        for (nth, (class, text)) in (0u8..).zip([("label", &lines.0), ("name", &lines.1)]) {
            let y = px(top + place.y + LINE * f64::from(nth) + 11.5);
            let dx = px(place.dx);
            let _ =
                write!(self.svg, "<text class=\"{class}\" x=\"{dx}\" y=\"{y}\" text-anchor=\"{anchor}\">");
            escape(text, &mut self.svg);
            self.svg.push_str("</text>");
        }
    }
}

/// The shape of each speaker, from 1, in the order in which they spoke.
fn shapes(chart: &Chart) -> BTreeMap<ActorIdx, usize> {
    let mut shapes = BTreeMap::new();
    for mark in &chart.marks {
        let next = shapes.len() % SHAPES.len() + 1;
        shapes.entry(mark.speaker).or_insert(next);
    }
    shapes
}

fn description(chart: &Chart) -> String {
    told(chart.marks.iter().map(|mark| mark.words.as_str()))
}

/// Things that a drawing's description tells one by one.
const TOLD: usize = 12;

/// What a drawing shows, told one by one as far as one can listen to that.
pub(super) fn told<'a>(words: impl Iterator<Item = &'a str> + Clone) -> String {
    let told: Vec<&str> = words.clone().take(TOLD).collect();
    let more = words.count().saturating_sub(TOLD);
    let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
    format!("{}{rest}.", told.join("; "))
}

/// Opens a drawing that is as wide as its column, with title and description. A `group` holds links, an `img` none.
pub(super) fn opening(
    class: &str,
    role: &str,
    id: &str,
    (title, description): (&str, &str),
    size: &str,
    svg: &mut String,
) {
    let _ = write!(
        svg,
        "<svg class=\"{class}\" role=\"{role}\" aria-labelledby=\"{id}-title {id}-desc\" width=\"100%\" {size} overflow=\"visible\"><title id=\"{id}-title\">"
    );
    escape(title, svg);
    let _ = write!(svg, "</title><desc id=\"{id}-desc\">");
    escape(description, svg);
    svg.push_str("</desc>");
}

/// Pixels with a tenth at most.
pub(super) fn px(value: f64) -> String {
    decimal((value * 10.0).round(), 10)
}

/// A part of the width in per cent, with two decimals at most.
pub(super) fn percent(part: f64) -> String {
    let mut text = decimal((part * 10_000.0).round(), 100);
    text.push('%');
    text
}

/// A whole number of parts, each one of `of` (10 or 100), as a decimal without noughts at its end. A drawing has hundreds,
/// and to format a floating number takes several times as long.
fn decimal(parts: f64, of: u64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "drawings are some thousand pixels large")]
    let parts = parts as i64;
    let (whole, mut rest) = (parts.unsigned_abs() / of, parts.unsigned_abs() % of);
    let mut text = String::with_capacity(12);
    if parts < 0 {
        text.push('-');
    }
    let digit = |digit: u64| char::from(b'0' + u8::try_from(digit % 10).expect("one digit"));
    let mut place = 1;
    while whole / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(digit(whole / place));
        place /= 10;
    }
    let mut place = of / 10;
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        text.push(digit(rest / place));
        (rest, place) = (rest % place, place / 10);
    }
    text
}

pub(super) fn escape(text: &str, svg: &mut String) {
    crate::text::escape::push_attribute(svg, text);
}

#[cfg(test)]
mod tests {
    use super::{percent, px};

    #[test]
    fn lengths_are_rounded_and_end_without_noughts() {
        let pixels = [0.0, -0.04, 12.0, 12.34, -0.55, 3.96, 1_234.5].map(px);
        assert_eq!(pixels, ["0", "0", "12", "12.3", "-0.6", "4", "1234.5"]);
        let parts = [0.0, 0.5, 0.33333, 1.0, 0.0105, -0.002, 0.000_01].map(percent);
        assert_eq!(parts, ["0%", "50%", "33.33%", "100%", "1.05%", "-0.2%", "0%"]);
    }
}
