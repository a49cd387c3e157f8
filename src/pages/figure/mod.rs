//! Figures that texts ask for: drawings, and tables that say the same without them.

mod asked;
mod tables;

use super::body::escape_into;
use super::drawings::{self, Drawn};
use super::shop::Names;
use super::words;
use crate::model::{Date, FigureKind, FigureQuery, Lanes, Length, Vocabulary};
use crate::resolve::{FigureTarget, Site};

/// Rows in one table, at most.
const MOST: usize = 100;

/// What was drawn, and so which sheets a page needs.
#[derive(Default, Clone, Copy)]
pub(super) struct Sheets {
    /// Charts, or marks of what became of a figure.
    pub(super) charts: bool,
    /// Timelines, maps or networks.
    pub(super) drawings: bool,
}

/// A table before it is written: cells are HTML.
struct Table {
    head: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

/// Writes the table that answers `query`, with a sentence that says what it shows; timelines, maps and networks are
/// drawn too, and estimates, one panel for each series. `number` is the figure's in its text. Gives what was drawn.
pub(super) fn write(
    names: Names<'_>,
    query: &FigureQuery,
    target: FigureTarget,
    number: usize,
    html: &mut String,
) -> Sheets {
    let asked = Asked { names, query, target };
    let mut table = match query.kind {
        FigureKind::Timeline => asked.timeline(),
        FigureKind::Claims => asked.claims(),
        FigureKind::Estimates => asked.estimates(),
        FigureKind::Network => asked.network(),
        FigureKind::Map => asked.map(),
    };
    let total = table.rows.len();
    table.rows.truncate(MOST);
    let caption = asked.caption(total);
    html.push_str(&format!("<figure class=\"figure figure-{}\">", query.kind.key()));
    let panels = query.kind == FigureKind::Estimates && asked.panels(number, html);
    let drawing = asked.drawing(number, &caption);
    let drawing_made = drawing.is_some();
    let drawn = panels || drawing_made;
    if let Some(drawing) = &drawing {
        html.push_str(&format!("<div class=\"plot plot-{}\">{}</div>", drawing.class, drawing.svg));
        html.push_str("<p class=\"panel-note\">");
        escape_into(&drawing.note, html);
        html.push_str("</p>");
    }
    if table.rows.is_empty() {
        html.push_str("<p>Nothing is recorded here yet.</p>");
    } else if drawn {
        html.push_str("<details class=\"figure-table\"><summary>The same as a table</summary>");
        table.write(&caption, html);
        html.push_str("</details>");
    } else {
        table.write(&caption, html);
    }
    // Panels say what they show themselves; what they are a part of is told where it is a part.
    if !(panels && total <= MOST && asked.is_whole()) {
        html.push_str("<figcaption>");
        escape_into(&caption, html);
        if let Some(drawing) = drawing {
            let link = drawings::data(names, drawing.data);
            html.push_str(&format!(
                " <a href=\"{}\">{}</a>",
                link.href.as_deref().unwrap_or_default(),
                link.text
            ));
        }
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>\n");
    Sheets { charts: panels, drawings: drawing_made }
}

impl Table {
    fn write(&self, caption: &str, html: &mut String) {
        html.push_str("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"");
        escape_into(caption, html);
        html.push_str("\"><table><thead><tr>");
        for word in self.head {
            html.push_str(&format!("<th scope=\"col\">{word}</th>"));
        }
        html.push_str("</tr></thead><tbody>");
        for row in &self.rows {
            html.push_str("<tr>");
            for cell in row {
                html.push_str(&format!("<td>{cell}</td>"));
            }
            html.push_str("</tr>");
        }
        html.push_str("</tbody></table></div>");
    }
}

struct Asked<'a> {
    names: Names<'a>,
    query: &'a FigureQuery,
    target: FigureTarget,
}

impl<'a> Asked<'a> {
    fn site(&self) -> &'a Site {
        self.names.site
    }

    /// True where nothing but a quantity and a kind narrow the query down.
    fn is_whole(&self) -> bool {
        let FigureQuery { actor, event, tag, from, to, .. } = self.query;
        actor.is_none() && event.is_none() && tag.is_none() && from.is_none() && to.is_none()
    }

    /// The drawing of a figure that is one, if there is anything to draw.
    fn drawing(&self, number: usize, caption: &str) -> Option<Drawn> {
        let (names, id) = (self.names, format!("section-figure-{number}"));
        let title = caption.trim_end_matches('.');
        match self.query.kind {
            FigureKind::Timeline => {
                let by = self.query.lanes.unwrap_or(Lanes::Type);
                drawings::timeline::events(names, &self.events(), by, &id, title)
            }
            FigureKind::Map => drawings::map::places(names, &self.places(), &id, title),
            FigureKind::Network => match self.target.actor {
                Some(actor) => drawings::network::of_one(names, actor, &id, title),
                None => drawings::network::all(names, &self.ties(), &id, title),
            },
            FigureKind::Claims | FigureKind::Estimates => None,
        }
    }

    /// `Events that name Mark Rutte, from 23 October 2024, in order of time.`
    fn caption(&self, total: usize) -> String {
        let mut caption = match self.query.kind {
            FigureKind::Timeline => "Events",
            FigureKind::Claims => "Claims",
            FigureKind::Estimates => "Estimates",
            FigureKind::Network => "Who is tied to whom",
            FigureKind::Map => "Places of events",
        }
        .to_owned();
        if let Some(quantity) = &self.query.quantity {
            caption += &format!(" of {}", words::spaced(&quantity.text));
        }
        if let Some(kind) = &self.query.estimate_kind {
            caption += &format!(", {}", words::spaced(&kind.text));
        }
        if let Some(actor) = self.target.actor {
            caption += &format!(", {}", self.names.actor(actor).text);
        }
        if let Some(event) = self.target.event {
            caption += &format!(", “{}”", self.names.event(event).text);
        }
        if let Some(tag) = &self.query.tag {
            caption += &format!(", tagged “{tag}”");
        }
        let date = |date: &Date| date.in_words(Length::Full);
        caption +=
            &self.query.from.as_ref().map_or_else(String::new, |from| format!(", from {}", date(from)));
        caption += &self.query.to.as_ref().map_or_else(String::new, |to| format!(", until {}", date(to)));
        if matches!(self.query.kind, FigureKind::Timeline | FigureKind::Claims | FigureKind::Estimates) {
            caption += ", in order of time";
        }
        if total > MOST {
            caption += &format!(": the first {MOST} of {total}");
        }
        caption + "."
    }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape_into(text, &mut html);
    html
}
