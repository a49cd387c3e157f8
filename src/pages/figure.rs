//! The tables of figures: what a figure shows, readable without it.

use super::body::escape_into;
use super::shop::Names;
use super::since::{since, since_words};
use super::words;
use crate::figures::series;
use crate::model::{Date, FigureKind, FigureQuery, Length, Ref, Term, Vocabulary, digits};
use crate::resolve::{ActorIdx, AnyIdx, ClaimIdx, EventIdx, FigureTarget, PlaceIdx, Site, tag_slug};
use crate::text::fold_name;
use std::collections::BTreeSet;

/// Rows in one table, at most.
const MOST: usize = 100;

/// A table before it is written: cells are HTML.
struct Table {
    head: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

/// Writes the table that answers `query`, with a sentence that says what it shows; estimates are drawn too, one panel
/// for each series. `number` is the figure's in its text. True where something was drawn.
pub(super) fn write(
    names: Names<'_>,
    query: &FigureQuery,
    target: FigureTarget,
    number: usize,
    html: &mut String,
) -> bool {
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
    let drawn = query.kind == FigureKind::Estimates && asked.panels(number, html);
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
    if !(drawn && total <= MOST && asked.is_whole()) {
        html.push_str("<figcaption>");
        escape_into(&caption, html);
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>\n");
    drawn
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

    /// The events that fit, earliest first.
    fn events(&self) -> Vec<EventIdx> {
        let (site, back) = (self.site(), &self.site().back);
        let of_actor = self.target.actor.map(|actor| back.actor_events.of(actor.at()).to_vec());
        let of_event = self.target.event.map(|event| {
            std::iter::once(event).chain(back.event_parts.of(event.at()).iter().copied()).collect::<Vec<_>>()
        });
        let of_tag = self.query.tag.as_deref().map(|tag| {
            let records = self.tagged(tag).iter();
            records
                .filter_map(|record| if let AnyIdx::Event(event) = record { Some(*event) } else { None })
                .collect()
        });
        let mut events = narrowed([of_actor, of_event, of_tag], || {
            (0..site.events.len()).map(EventIdx::from_at).collect()
        });
        events.retain(|event| self.query.holds(site.events[event.at()].data.date.as_ref()));
        events.reverse();
        events
    }

    /// The claims that fit, earliest first.
    fn said(&self) -> Vec<ClaimIdx> {
        let (site, back) = (self.site(), &self.site().back);
        let of_actor = self.target.actor.map(|actor| {
            let both = [back.actor_said.of(actor.at()), back.actor_about.of(actor.at())].concat();
            sorted(both)
        });
        let of_event = self.target.event.map(|event| {
            let own = site.events[event.at()].links.claims.iter().copied();
            sorted(own.chain(back.event_about.of(event.at()).iter().copied()).collect())
        });
        let of_tag = self.query.tag.as_deref().map(|tag| {
            let claims = self.tagged(tag).iter().flat_map(|record| match record {
                AnyIdx::Brief(brief) => site.briefs[brief.at()].links.claims.clone(),
                AnyIdx::Event(event) => site.events[event.at()].links.claims.clone(),
                _ => Vec::new(),
            });
            sorted(claims.collect())
        });
        let mut claims = narrowed([of_actor, of_event, of_tag], || {
            (0..site.claims.len()).map(ClaimIdx::from_at).collect()
        });
        claims.retain(|claim| self.query.holds(site.claims[claim.at()].claim.said_on.as_ref()));
        claims.reverse();
        claims
    }

    fn tagged(&self, tag: &str) -> &'a [AnyIdx] {
        let slug = tag_slug(tag);
        self.site().tags.iter().find(|tag| tag.slug == slug).map_or(&[], |tag| &tag.records)
    }

    fn link(&self, index: AnyIdx) -> String {
        let link = self.names.link(index);
        let mut html = format!(
            "<a class=\"record {}\" href=\"{}\"",
            index.kind().singular(),
            link.href.unwrap_or_default()
        );
        super::body::attributes(link.lang.as_deref(), link.dir, &mut html);
        html.push('>');
        escape_into(&link.text, &mut html);
        html + "</a>"
    }

    fn timeline(&self) -> Table {
        let row = |event: EventIdx| {
            let entry = &self.site().events[event.at()];
            let places: Vec<_> =
                entry.links.places.iter().map(|place| self.link(AnyIdx::Place(*place))).collect();
            let status = words::event_status(entry.data.status);
            vec![
                when(entry.data.date.as_ref()),
                self.link(AnyIdx::Event(event)),
                places.join(", "),
                format!("{}\u{a0}{}", status.symbol, status.label),
            ]
        };
        Table {
            head: &["When", "What", "Where", "Status"],
            rows: self.events().into_iter().map(row).collect(),
        }
    }

    fn claims(&self) -> Table {
        let row = |index: ClaimIdx| {
            let entry = &self.site().claims[index.at()];
            let claim = format!(
                "<a class=\"record claim-link\" href=\"{}\">{}</a>",
                self.names.claim_href(index),
                escaped(&entry.claim.text)
            );
            vec![
                when(entry.claim.said_on.as_ref()),
                self.link(AnyIdx::Actor(entry.by)),
                claim,
                self.became(index),
            ]
        };
        Table {
            head: &["Said", "Who", "Claim", "What became of it"],
            rows: self.said().into_iter().map(row).collect(),
        }
    }

    /// The estimates that fit, earliest first.
    fn estimated(&self) -> Vec<ClaimIdx> {
        let wanted = |index: &ClaimIdx| {
            let figure = self.site().claims[index.at()].claim.figure.as_ref();
            figure.is_some_and(|figure| {
                let fits = |asked: &Option<Ref>, own: &str| {
                    asked.as_ref().is_none_or(|asked| fold_name(&asked.text) == fold_name(own))
                };
                fits(&self.query.quantity, &figure.quantity) && fits(&self.query.estimate_kind, &figure.kind)
            })
        };
        self.said().into_iter().filter(wanted).collect()
    }

    /// A panel for each series; true where there is one.
    fn panels(&self, number: usize, html: &mut String) -> bool {
        let claims = self.estimated().into_iter().take(MOST);
        let mut drawn = false;
        for (at, series) in series(self.site(), claims).iter().enumerate() {
            let id = format!("section-figure-{number}-{}", at + 1);
            drawn |= super::chart::panel(self.names, series, &id, html);
        }
        drawn
    }

    fn estimates(&self) -> Table {
        let row = |index: ClaimIdx| {
            let entry = &self.site().claims[index.at()];
            let figure = entry.claim.figure.as_ref();
            let figure = figure.map(|figure| {
                (words::spaced(&figure.quantity), words::spaced(&figure.kind), figure.in_words())
            });
            let (quantity, kind, figure) = figure.unwrap_or_default();
            vec![
                when(entry.claim.said_on.as_ref()),
                self.link(AnyIdx::Actor(entry.by)),
                format!("{}, {}", escaped(&quantity), escaped(&kind)),
                format!(
                    "<a class=\"record claim-link\" href=\"{}\">{}</a>",
                    self.names.claim_href(index),
                    escaped(&figure)
                ),
                self.became(index),
            ]
        };
        let rows = self.estimated().into_iter().map(row).collect();
        Table { head: &["Said", "Who", "Of what", "Figure", "What became of it"], rows }
    }

    fn became(&self, index: ClaimIdx) -> String {
        let entry = &self.site().claims[index.at()];
        let status = words::claim_status(entry.claim.status);
        let mut html = format!("{} {}", status.symbol, status.label);
        if let Some(since) = since(self.names, index) {
            html.push_str("; ");
            since_words(&since, &mut html);
        }
        html
    }

    fn network(&self) -> Table {
        let mut rows = Vec::new();
        let all = || (0..self.site().actors.len()).map(ActorIdx::from_at).collect::<Vec<_>>();
        let back = &self.site().back;
        let around = self.target.actor.map(|actor| {
            let members = back.actor_members.of(actor.at()).iter().copied();
            let related = back.actor_relations.of(actor.at()).iter().map(|(other, _)| *other);
            std::iter::once(actor)
                .chain(members)
                .chain(related)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect()
        });
        for actor in around.unwrap_or_else(all) {
            self.ties(actor, &mut rows);
        }
        Table { head: &["Who", "Tie", "To", "When"], rows }
    }

    fn ties(&self, actor: ActorIdx, rows: &mut Vec<Vec<String>>) {
        let entry = &self.site().actors[actor.at()];
        let fits = |other: ActorIdx| self.target.actor.is_none_or(|asked| asked == actor || asked == other);
        let mut row = |other: ActorIdx, label: &str, term: &Term| {
            if fits(other) {
                rows.push(vec![
                    self.link(AnyIdx::Actor(actor)),
                    escaped(label),
                    self.link(AnyIdx::Actor(other)),
                    span(term),
                ]);
            }
        };
        for (membership, other) in entry.data.member_of.iter().zip(&entry.links.member_of) {
            row(*other, "belongs to", &membership.term);
        }
        for (relation, other) in entry.data.relations.iter().zip(&entry.links.relations) {
            row(*other, relation.label.as_deref().unwrap_or(relation.kind.label()), &relation.term);
        }
    }

    fn map(&self) -> Table {
        let events = self.events();
        let mut places: BTreeSet<PlaceIdx> = BTreeSet::new();
        for event in &events {
            places.extend(&self.site().events[event.at()].links.places);
        }
        let row = |place: PlaceIdx| {
            let data = &self.site().places[place.at()].data;
            let point = data.point.map_or_else(|| "no point recorded".to_owned(), super::place::coordinates);
            let here = events
                .iter()
                .filter(|event| self.site().events[event.at()].links.places.contains(&place))
                .count();
            vec![
                self.link(AnyIdx::Place(place)),
                point,
                data.precision.map_or_else(String::new, super::place::precision),
                #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
                digits(here as f64),
            ]
        };
        Table {
            head: &["Place", "Where", "How exact", "Events"],
            rows: places.into_iter().map(row).collect(),
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

/// The items that stand in every list that was asked for, in the order of the first; all where none was.
fn narrowed<T: Copy + Ord>(lists: [Option<Vec<T>>; 3], all: impl FnOnce() -> Vec<T>) -> Vec<T> {
    let mut asked = lists.into_iter().flatten();
    let Some(first) = asked.next() else { return all() };
    asked.fold(first, |kept, other| {
        let other: BTreeSet<T> = other.into_iter().collect();
        kept.into_iter().filter(|item| other.contains(item)).collect()
    })
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape_into(text, &mut html);
    html
}

fn when(date: Option<&Date>) -> String {
    let Some(date) = date else { return "not recorded".to_owned() };
    let words = escaped(&date.in_words(Length::Short));
    date.machine()
        .map_or_else(|| words.clone(), |machine| format!("<time datetime=\"{machine}\">{words}</time>"))
}

fn span(term: &Term) -> String {
    let word = |date: &Date| escaped(&date.in_words(Length::Short));
    match (&term.from, &term.to) {
        (Some(from), Some(to)) => format!("{} – {}", word(from), word(to)),
        (Some(from), None) => format!("since {}", word(from)),
        (None, Some(to)) => format!("until {}", word(to)),
        (None, None) => String::new(),
    }
}
