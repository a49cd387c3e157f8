//! The tables of figures: their heads and rows.

use super::{Asked, MOST, Table, escaped};
use crate::figures::series;
use crate::model::{Date, Length, Term, digits};
use crate::pages::body::escape_into;
use crate::pages::drawings::map::Counted;
use crate::pages::drawings::network::Recorded;
use crate::pages::since::{since, since_words};
use crate::pages::{place, words};
use crate::resolve::{AnyIdx, ClaimIdx, EventIdx};

impl Asked<'_> {
    fn link(&self, index: AnyIdx) -> String {
        let link = self.names.link(index);
        let mut html = format!(
            "<a class=\"record {}\" href=\"{}\"",
            index.kind().singular(),
            link.href.as_deref().unwrap_or_default()
        );
        crate::pages::body::attributes(link.lang.as_deref(), link.dir, &mut html);
        html.push('>');
        escape_into(&link.text, &mut html);
        html + "</a>"
    }

    pub(super) fn timeline(&self) -> Table {
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
                self.briefs(event),
            ]
        };
        Table {
            head: &["When", "What", "Where", "Status", "In briefs"],
            rows: self.events().into_iter().map(row).collect(),
        }
    }

    /// The newest briefs that name an event.
    fn briefs(&self, event: EventIdx) -> String {
        const SHOWN: usize = 3;
        let briefs = self.site().back.event_briefs.of(event.at());
        let shown: Vec<_> = briefs.iter().take(SHOWN).map(|brief| self.link(AnyIdx::Brief(*brief))).collect();
        let more = briefs.len().saturating_sub(SHOWN);
        let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
        shown.join(", ") + &rest
    }

    pub(super) fn claims(&self) -> Table {
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

    /// A panel for each series; true where there is one.
    pub(super) fn panels(&self, number: usize, html: &mut String) -> bool {
        let claims = self.estimated().into_iter().take(MOST);
        let mut drawn = false;
        for (at, series) in series(self.site(), claims).iter().enumerate() {
            let id = format!("section-figure-{number}-{}", at + 1);
            drawn |= crate::pages::chart::panel(self.names, series, &id, html);
        }
        drawn
    }

    pub(super) fn estimates(&self) -> Table {
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
        let since = since(self.names, index);
        let mut html = match &since {
            Some(since) if since.key == "later" => "◐\u{a0}".to_owned(),
            Some(_) => format!("{}\u{a0}{}; ", status.symbol, status.label),
            None => format!("{}\u{a0}{}", status.symbol, status.label),
        };
        if let Some(since) = &since {
            since_words(since, &mut html);
        }
        html
    }

    pub(super) fn network(&self) -> Table {
        let row = |tie: Recorded<'_>| {
            vec![
                self.link(AnyIdx::Actor(tie.from)),
                escaped(tie.label),
                self.link(AnyIdx::Actor(tie.to)),
                span(tie.term),
            ]
        };
        let rows = self.ties().into_iter().map(row).collect();
        Table { head: &["Who", "Tie", "To", "When"], rows }
    }

    pub(super) fn map(&self) -> Table {
        let row = |Counted { place, events }: Counted| {
            let data = &self.site().places[place.at()].data;
            let point = data.point.map_or_else(|| "no position is recorded".to_owned(), place::coordinates);
            vec![
                self.link(AnyIdx::Place(place)),
                point,
                data.precision.map_or_else(String::new, place::precision),
                #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
                digits(events as f64),
            ]
        };
        Table {
            head: &["Place", "Where", "How exact", "Events"],
            rows: self.places().into_iter().map(row).collect(),
        }
    }
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
