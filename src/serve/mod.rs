//! The live preview: a server on this machine that shows the site as its files are now.
//!
//! Takes what is to be prepared and a port; answers each address with an output that is made when it is asked for,
//! watches the files, and tells open tabs what changed. Nothing is written to disk. What the author should see is
//! handed over as [`News`]: this room prints nothing.
//!
//! Three parts run beside one another. The *server* answers from the `State` that is shown. The *rebuild*
//! thread waits for changes, has the workshop make a new edition and swaps it in. The thread that called [`serve`]
//! hands over news until it is told to stop, and then waits for nobody.

mod answer;
mod error;
mod events;
mod guard;
mod html;
mod live;
mod media;
mod rebuild;
mod server;
mod tab;
mod trouble;
mod watch;

pub use error::ServeError;

use crate::config::BaseUrl;
use crate::diagnostics::Diagnostic;
use crate::discover::FileSet;
use crate::pipeline::{PipelineError, Request};
use jiff::Timestamp;
use live::Live;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

/// What is to be served, and how.
pub struct Options {
    /// The site. Its `base_url` is not heeded: links lead to the server.
    pub request: Request,
    /// The port, or the first of several to try.
    pub port: u16,
    /// The clock: embargoes are judged anew with each change.
    pub clock: Box<dyn Fn() -> Timestamp + Send>,
}

/// What the author should know, as it happens.
#[derive(Debug)]
pub enum News {
    /// The site can be seen, or what is wrong with it.
    Serving {
        /// The address.
        url: String,
        /// The port that was asked for, where another had to be taken.
        taken: Option<u16>,
        /// Visible briefs.
        briefs: usize,
        /// Since the start.
        took: Duration,
    },
    /// Files changed, and the new state is shown.
    Changed {
        /// Which, from the site's root; empty where nobody knows.
        paths: Vec<String>,
        /// From the moment they were told of.
        took: Duration,
    },
    /// Mistakes that were not told before.
    Found {
        /// All of them, in order.
        diagnostics: Vec<Diagnostic>,
        /// Where their texts are looked up.
        files: Arc<FileSet>,
    },
    /// Nothing is wrong any more.
    Mended,
    /// Files could not be read; it is tried again when something changes.
    Failed(PipelineError),
}

/// What reaches the thread that called [`serve`].
enum Message {
    News(News),
    Stop(Result<(), ServeError>),
}

/// The way to that thread, from any other.
#[derive(Clone)]
struct Messenger(Sender<Message>);

impl Messenger {
    fn tell(&self, news: News) {
        // After the end nobody listens, and nothing need be told.
        let _ = self.0.send(Message::News(news));
    }

    fn stop(&self, why: Result<(), ServeError>) {
        let _ = self.0.send(Message::Stop(why));
    }
}

/// Serves until the program is interrupted, and hands all news to `tell`.
///
/// # Errors
/// Where no port is free or files cannot be watched; a site that cannot be read at the start.
pub fn serve(options: Options, tell: &mut dyn FnMut(&News)) -> Result<(), ServeError> {
    let (sender, messages) = mpsc::channel();
    let messenger = Messenger(sender);
    let bound = server::bind(options.port)?;
    let live = Arc::new(Live::new());
    let (url, port) = (bound.url(), bound.port());
    let taken = (options.port != 0 && port != options.port).then_some(options.port);
    let mut request = options.request;
    request.base_url = BaseUrl::new(&url);
    let runtime = server::start(bound, Arc::clone(&live), messenger.clone())?;
    rebuild::start(rebuild::Job { request, clock: options.clock, url, taken, live, messenger });
    let result = messages.iter().find_map(|message| match message {
        Message::News(news) => {
            tell(&news);
            None
        }
        Message::Stop(result) => Some(result),
    });
    // Open streams and a rebuild under way are left to end with the program.
    runtime.shutdown_background();
    result.unwrap_or(Ok(()))
}
