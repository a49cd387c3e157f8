//! The server: a loopback address, what is asked of it, and the signals that end it.

use super::answer::{answer, response};
use super::events::events;
use super::html::{CLIENT, STYLE};
use super::live::Live;
use super::media::content_type;
use super::tab::Seen;
use super::{Messenger, ServeError, guard};
use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::IntoResponse;
use axum::response::sse::{KeepAlive, Sse};
use axum::routing::get;
use axum::serve::ListenerExt;
use serde::Deserialize;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};

/// How many ports are tried.
const PORTS: u16 = 50;

/// A port that is ours.
pub(super) struct Bound {
    listener: TcpListener,
    port: u16,
}

impl Bound {
    /// The port.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// The address of the home page.
    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

/// Takes `first` on the loopback interface, or the next port that is free; 0 is any.
pub(super) fn bind(first: u16) -> Result<Bound, ServeError> {
    let failed = |source| ServeError::Bind { port: first, source };
    let mut port = first;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => {
                listener.set_nonblocking(true).map_err(failed)?;
                let port = listener.local_addr().map_err(failed)?.port();
                return Ok(Bound { listener, port });
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse && port < first.saturating_add(PORTS) => {
                port += 1
            }
            Err(source) => return Err(failed(source)),
        }
    }
}

/// What every request is answered with.
#[derive(Clone)]
struct Desk {
    live: Arc<Live>,
    messenger: Messenger,
    port: u16,
}

/// Serves in threads of its own, until the program ends or is interrupted.
pub(super) fn start(bound: Bound, live: Arc<Live>, messenger: Messenger) -> Result<Runtime, ServeError> {
    let failed = |source| ServeError::Server { source };
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(failed)?;
    let desk = Desk { live, messenger: messenger.clone(), port: bound.port };
    runtime.spawn(async move {
        let result = tokio::select! {
            result = run(bound.listener, desk) => result.map_err(failed),
            result = interrupted() => result.map_err(failed),
        };
        messenger.stop(result);
    });
    Ok(runtime)
}

async fn run(listener: TcpListener, desk: Desk) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    // Events are small and must not wait for more to come.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let router = Router::new()
        .route(CLIENT, get(async || own_file(CLIENT, include_str!("client/live.js"))))
        .route(STYLE, get(async || own_file(STYLE, include_str!("client/live.css"))))
        .route("/_chancery/events", get(stream))
        .fallback(page)
        .layer(from_fn_with_state(desk.clone(), guarded))
        .with_state(desk);
    axum::serve(listener, router).await
}

/// Ends with the signal that asks the program to.
async fn interrupted() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            result = tokio::signal::ctrl_c() => result,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

async fn guarded(State(desk): State<Desk>, request: Request, next: Next) -> Response<Body> {
    if guard::may_pass(request.headers(), desk.port) {
        return next.run(request).await;
    }
    let why = format!("This preview answers only to http://127.0.0.1:{}/\n", desk.port);
    response(StatusCode::FORBIDDEN, content_type("why.txt"), why.into_bytes())
}

fn own_file(path: &str, text: &'static str) -> Response<Body> {
    response(StatusCode::OK, content_type(path), text.as_bytes().to_vec())
}

async fn page(State(desk): State<Desk>, method: Method, uri: Uri) -> Response<Body> {
    if method != Method::GET && method != Method::HEAD {
        let mut refused = response(StatusCode::METHOD_NOT_ALLOWED, content_type("why.txt"), Vec::new());
        refused.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, HEAD"));
        return refused;
    }
    let state = desk.live.state().await;
    let made = tokio::task::spawn_blocking(move || answer(&state, desk.live.instance, &uri, &desk.messenger));
    let failed = |_| response(StatusCode::INTERNAL_SERVER_ERROR, content_type("why.txt"), Vec::new());
    made.await.unwrap_or_else(failed)
}

/// What a tab says of itself.
#[derive(Deserialize)]
struct Asked {
    /// The path in its address.
    page: String,
    /// What it has seen.
    seen: String,
}

async fn stream(State(desk): State<Desk>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response<Body> {
    // A browser that connects again tells the last event it had.
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let seen = Seen::parse(last.unwrap_or(&asked.seen));
    let events = events(desk.live, asked.page, seen);
    let mut answer = Sse::new(events).keep_alive(KeepAlive::default()).into_response();
    answer.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    answer
}
