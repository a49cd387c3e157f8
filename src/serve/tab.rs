//! What an open tab shows, and what it has to do when there is a new state.

use super::live::{Shown, State};
use super::trouble::Trouble;
use crate::model::Fingerprint;
use crate::write::Outputs;
use percent::decoded;
use std::fmt;

mod percent;

/// What a tab had when its page was made, or when it was last told of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    /// The run of the server.
    pub instance: u64,
    /// The state.
    pub number: u64,
    /// The page, or the trouble in its place.
    pub content: Content,
}

/// What stands at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A page.
    Page(Fingerprint),
    /// A page that only tells what is wrong.
    Trouble(Fingerprint),
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sort, Fingerprint(content)) = match self.content {
            Content::Page(fingerprint) => ('p', fingerprint),
            Content::Trouble(fingerprint) => ('t', fingerprint),
        };
        write!(f, "{:x}-{}-{sort}{content:x}", self.instance, self.number)
    }
}

impl Seen {
    /// Reads what [`Display`](fmt::Display) wrote.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (instance, number, content) = (parts.next()?, parts.next()?, parts.next()?);
        let hash = |text| u128::from_str_radix(text, 16).ok().map(Fingerprint);
        let content = match content.strip_prefix('p') {
            Some(page) => Content::Page(hash(page)?),
            None => Content::Trouble(hash(content.strip_prefix('t')?)?),
        };
        Some(Self {
            instance: u64::from_str_radix(instance, 16).ok()?,
            number: number.parse().ok()?,
            content,
        })
    }
}

/// What a tab is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// To load its page again.
    Reload,
    /// To load its style sheets again.
    Styles,
    /// That nothing changed but what is wrong.
    Stay,
}

/// What stands at a path now.
pub(super) struct Look {
    pub content: Content,
    /// What is wrong with the site, else with the page.
    pub trouble: Trouble,
}

impl Look {
    /// Looks at the page at `path`, which may be that of an address that leads nowhere. Makes it, to see if it can be.
    pub(super) fn at(state: &State, path: &str) -> Self {
        let Some(shown) = &state.shown else { return Self::of_trouble(&state.trouble) };
        let Some(index) = find(shown, path).or_else(|| shown.edition.find(NOT_FOUND)) else {
            return Self::of_trouble(&state.trouble);
        };
        match shown.edition.make(index, &mut Vec::new()) {
            Ok(_) => {
                let content = Content::Page(shown.edition.fingerprint(index));
                Self { content, trouble: (*state.trouble).clone() }
            }
            Err(mistakes) => Self::of_trouble(&Trouble::of(&mistakes, &*shown.files)),
        }
    }

    fn of_trouble(trouble: &Trouble) -> Self {
        Self { content: Content::Trouble(trouble.fingerprint()), trouble: trouble.clone() }
    }
}

/// What a tab has to do that has `seen` something, now that there is `state` with `now` in its place.
pub(super) fn step(seen: Seen, instance: u64, state: &State, now: Content) -> Step {
    let page_changed = state.pages > seen.number && now != seen.content;
    match (seen.content, now) {
        _ if seen.instance != instance => Step::Reload,
        // What stands there is better than what cannot be made.
        (Content::Page(_), Content::Trouble(_)) => Step::Stay,
        (Content::Trouble(_), _) if now == seen.content => Step::Stay,
        (Content::Trouble(_), _) => Step::Reload,
        _ if page_changed || state.files > seen.number => Step::Reload,
        _ if state.styles > seen.number => Step::Styles,
        _ => Step::Stay,
    }
}

/// The page for addresses that lead nowhere.
pub(super) const NOT_FOUND: &str = "404.html";

/// The output at the path of an address: `/briefs/x/` is `briefs/x/index.html`.
pub(super) fn find(shown: &Shown, path: &str) -> Option<usize> {
    let path = decoded(path.strip_prefix('/')?)?;
    if path.is_empty() || path.ends_with('/') {
        shown.edition.find(&format!("{path}index.html"))
    } else {
        shown.edition.find(&path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(number: u64, content: Content) -> Seen {
        Seen { instance: 1, number, content }
    }

    fn state(number: u64, pages: u64, files: u64, styles: u64) -> State {
        State { number, shown: None, trouble: std::sync::Arc::default(), pages, files, styles }
    }

    const A: Content = Content::Page(Fingerprint(0xA));
    const B: Content = Content::Page(Fingerprint(0xB));
    const WRONG: Content = Content::Trouble(Fingerprint(0xA));

    #[test]
    fn what_was_seen_is_read_as_it_was_written() {
        for content in [A, WRONG] {
            let one = seen(7, content);
            assert_eq!(Seen::parse(&one.to_string()), Some(one));
        }
        for bad in ["", "1-2", "1-2-x3", "1-2-p", "x-2-p3", "1--p3"] {
            assert_eq!(Seen::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_page_is_loaded_again_only_where_it_is_another() {
        assert_eq!(step(seen(1, A), 1, &state(2, 2, 1, 1), B), Step::Reload);
        assert_eq!(step(seen(1, A), 1, &state(2, 2, 1, 1), A), Step::Stay);
        assert_eq!(step(seen(1, A), 1, &state(2, 1, 2, 1), A), Step::Reload);
        assert_eq!(step(seen(1, A), 2, &state(1, 1, 1, 1), A), Step::Reload);
    }

    #[test]
    fn style_sheets_are_swapped_where_nothing_else_changed() {
        assert_eq!(step(seen(1, A), 1, &state(2, 1, 1, 2), B), Step::Styles);
        assert_eq!(step(seen(1, A), 1, &state(3, 3, 1, 2), B), Step::Reload);
    }

    #[test]
    fn a_page_stays_while_it_cannot_be_made() {
        assert_eq!(step(seen(1, A), 1, &state(2, 2, 2, 2), WRONG), Step::Stay);
        assert_eq!(step(seen(1, WRONG), 1, &state(2, 1, 1, 1), A), Step::Reload);
        assert_eq!(step(seen(1, WRONG), 1, &state(2, 2, 1, 1), WRONG), Step::Stay);
    }
}
