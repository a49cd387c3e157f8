//! The live preview: from its start to the first page, and from a saved file to the page that shows it.

use crate::outputs::settle;
use crate::process::program;
use crate::sites::{Site, Theme};
use crate::table::{Key, Table};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use wait4::Wait4;

/// How long a site may take to be there, or an edit.
const PATIENCE: Duration = Duration::from_secs(600);
/// Between two looks at a page.
const PAUSE: Duration = Duration::from_millis(2);
/// Until lints and whatever else runs behind the first page are done.
const REST: Duration = Duration::from_secs(3);
/// Edits of one round.
const EDITS: usize = 3;

/// Starts it, edits a brief some times, and ends it.
///
/// # Errors
/// The disk's, or where the preview ends by itself or does not answer in time.
pub fn round(site: &Site, theme: Theme, table: &mut Table) -> io::Result<()> {
    settle()?;
    let key = |measure| Key { briefs: site.corpus.briefs, theme: theme.name(), measure };
    let started = Instant::now();
    let mut command = program(&site.root);
    let mut running = command.args(["serve", "--port", "0"]).stderr(Stdio::piped()).spawn()?;
    let watched = watch(&mut running, started, site, |measure, took| table.time(key(measure), took));
    running.kill()?;
    let peak = running.wait4()?.rusage.maxrss;
    table.memory(key("preview: all of it"), peak);
    watched
}

fn watch(
    running: &mut Child,
    started: Instant,
    site: &Site,
    mut tell: impl FnMut(&'static str, Duration),
) -> io::Result<()> {
    let mut told = BufReader::new(running.stderr.take().ok_or_else(|| io::Error::other("it is piped"))?);
    let port = port(&mut told)?;
    // What it goes on telling must be read, or it waits.
    thread::spawn(move || io::copy(&mut told, &mut io::sink()));
    let page = site.edited_page();
    until(|| Ok(ask(port, &page)?.starts_with("HTTP/1.1 200")))?;
    tell("preview: first page", started.elapsed());
    thread::sleep(REST);
    for number in 1..=EDITS {
        let sentence = format!("Edit number {number} of this round.");
        let saved = Instant::now();
        let edit = site.edit(&sentence)?;
        until(|| Ok(ask(port, &page)?.contains(&sentence)))?;
        tell("preview: page after an edit", saved.elapsed());
        drop(edit);
        until(|| Ok(!ask(port, &page)?.contains(&sentence)))?;
        thread::sleep(REST / 3);
    }
    Ok(())
}

/// The port in the line that says where the site is.
fn port(told: &mut impl BufRead) -> io::Result<u16> {
    let mut line = String::new();
    while told.read_line(&mut line)? > 0 {
        let port = line.split_once("http://127.0.0.1:").and_then(|(_, rest)| rest.split('/').next());
        if let Some(port) = port.and_then(|port| port.parse().ok()) {
            return Ok(port);
        }
        line.clear();
    }
    Err(io::Error::other("the preview ended before it was there"))
}

fn ask(port: u16, page: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let request = format!("GET {page} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn until(mut done: impl FnMut() -> io::Result<bool>) -> io::Result<()> {
    let from = Instant::now();
    while !done()? {
        if from.elapsed() > PATIENCE {
            return Err(io::Error::other("the page does not come"));
        }
        thread::sleep(PAUSE);
    }
    Ok(())
}
