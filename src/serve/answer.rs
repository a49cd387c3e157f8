//! An address becomes an answer: an output made for it, a redirect, or the page that says there is none.

use super::html;
use super::live::{Shown, State};
use super::media::content_type;
use super::tab::{Content, NOT_FOUND, Seen, find};
use super::trouble::Trouble;
use super::{Messenger, News};
use crate::write::Outputs;
use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, Uri, header};
use std::sync::Arc;

/// Answers the request for `uri` from a state. Making a page takes its time, so not on a thread that serves others.
pub(super) fn answer(state: &State, instance: u64, uri: &Uri, messenger: &Messenger) -> Response<Body> {
    let seen = |content| Seen { instance, number: state.number, content };
    let wrong = |trouble: &Trouble| {
        let page = html::of_trouble(trouble, seen(Content::Trouble(trouble.fingerprint())));
        response(StatusCode::INTERNAL_SERVER_ERROR, content_type("html.html"), page)
    };
    let Some(shown) = &state.shown else { return wrong(&state.trouble) };
    let (status, index) = match find(shown, uri.path()) {
        Some(index) => (StatusCode::OK, index),
        None if find(shown, &format!("{}/", uri.path())).is_some() => return to_folder(uri),
        None => match shown.edition.find(NOT_FOUND) {
            Some(index) => (StatusCode::NOT_FOUND, index),
            None => return response(StatusCode::NOT_FOUND, content_type("a.txt"), b"Not found\n".to_vec()),
        },
    };
    let media = content_type(shown.edition.path(index).as_str());
    let mut room = Vec::new();
    match shown.edition.make(index, &mut room) {
        Ok(bytes) if media.starts_with("text/html") => {
            let content = Content::Page(shown.edition.fingerprint(index));
            response(status, media, html::with_client(bytes, seen(content)))
        }
        Ok(bytes) => response(status, media, bytes.to_vec()),
        Err(mistakes) => {
            tell(shown, &mistakes, messenger);
            wrong(&Trouble::of(&mistakes, &*shown.files))
        }
    }
}

/// Mistakes that only show when a page is made are told once.
fn tell(shown: &Shown, mistakes: &[crate::diagnostics::Diagnostic], messenger: &Messenger) {
    let diagnostics = shown.untold(mistakes);
    if !diagnostics.is_empty() {
        messenger.tell(News::Found { diagnostics, files: Arc::clone(&shown.files) });
    }
}

/// `/briefs/x` leads to `/briefs/x/`, so that relative links on the page are right.
fn to_folder(uri: &Uri) -> Response<Body> {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut answer = response(StatusCode::TEMPORARY_REDIRECT, content_type("a.txt"), Vec::new());
    if let Ok(location) = HeaderValue::from_str(&format!("{}/{query}", uri.path())) {
        answer.headers_mut().insert(header::LOCATION, location);
    }
    answer
}

/// An answer that no browser keeps and no page of another origin may embed.
pub(super) fn response(status: StatusCode, media: &'static str, bytes: Vec<u8>) -> Response<Body> {
    let mut answer = Response::new(Body::from(bytes));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    answer
}
