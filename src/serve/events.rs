//! The stream of events that an open tab listens to.
//!
//! Each event says what the tab has to do and what is wrong now. It is made from the state alone, so a tab that missed
//! some, was asleep or lost the connection is told the sum of them when it asks again.

use super::live::{Live, State, next};
use super::tab::{Look, Seen, Step, step};
use super::trouble::Trouble;
use axum::response::sse::Event;
use futures_util::Stream;
use futures_util::stream::unfold;
use serde::Serialize;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::watch;

/// The data of an event.
#[derive(Serialize)]
struct Told {
    /// The page is another.
    reload: bool,
    /// Style sheets are others.
    styles: bool,
    /// What is wrong.
    trouble: Trouble,
}

/// A tab with the page at `path`, and where it stands.
struct Tab {
    live: Arc<Live>,
    changes: watch::Receiver<Option<State>>,
    path: String,
    seen: Option<Seen>,
    /// What it was last told to be wrong.
    trouble: Option<Trouble>,
}

/// The events for a tab that has `seen` something at `path`; what cannot be read counts as outdated.
pub(super) fn events(
    live: Arc<Live>,
    path: String,
    seen: Option<Seen>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    let changes = live.changes();
    unfold(Tab { live, changes, path, seen, trouble: None }, |mut tab| async move {
        let event = tab.event().await;
        Some((Ok(event), tab))
    })
}

impl Tab {
    /// The next event that says something new.
    async fn event(&mut self) -> Event {
        loop {
            let state = next(&mut self.changes).await;
            let path = self.path.clone();
            let (state, look) = match tokio::task::spawn_blocking(move || {
                let look = Look::at(&state, &path);
                (state, look)
            })
            .await
            {
                Ok(looked) => looked,
                // The program is about to end.
                Err(_) => std::future::pending().await,
            };
            let step =
                self.seen.map_or(Step::Reload, |seen| step(seen, self.live.instance, &state, look.content));
            let now = Seen { instance: self.live.instance, number: state.number, content: look.content };
            let made = |seen: Seen| matches!(seen.content, super::tab::Content::Page(_));
            // A page that cannot be made now is compared with what comes when it can.
            if made(now) || self.seen.is_none_or(|seen| !made(seen)) {
                self.seen = Some(now);
            }
            if step == Step::Stay && self.trouble.as_ref() == Some(&look.trouble) {
                continue;
            }
            self.trouble = Some(look.trouble.clone());
            return self.told(step, look.trouble);
        }
    }

    fn told(&self, step: Step, trouble: Trouble) -> Event {
        let told = Told { reload: step == Step::Reload, styles: step == Step::Styles, trouble };
        let data = serde_json::to_string(&told).expect("texts and numbers can be written");
        let event = Event::default().event("state").data(data);
        match &self.seen {
            Some(seen) => event.id(seen.to_string()),
            None => event,
        }
    }
}
