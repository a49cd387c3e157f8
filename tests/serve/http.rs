//! As much of HTTP as the tests need, over a plain connection.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Longer than anything here may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// An answer.
pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }

    /// The value of a header; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// What the page tells the live client that it has seen.
    pub fn seen(&self) -> String {
        let text = self.text();
        let rest = text.split("data-seen=\"").nth(1).expect("the page has the live client");
        rest.split('"').next().expect("a value ends").to_owned()
    }
}

/// Sends a request line with headers, `Host` among them only if it is given.
pub fn ask(port: u16, line: &str, headers: &[(&str, &str)]) -> Answer {
    let mut reader = open(port, line, headers, "close");
    let (status, headers) = head(&mut reader);
    let mut body = Vec::new();
    reader.read_to_end(&mut body).expect("the body comes in time");
    Answer { status, headers, body }
}

fn open(port: u16, line: &str, headers: &[(&str, &str)], connection: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout can be set");
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let request = format!("{line} HTTP/1.1\r\n{headers}Connection: {connection}\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("the server reads");
    BufReader::new(stream)
}

fn head(reader: &mut impl BufRead) -> (u16, Vec<(String, String)>) {
    let first = line(reader);
    let status = first.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    let mut headers = Vec::new();
    loop {
        let line = line(reader);
        let Some((name, value)) = line.split_once(':') else { return (status, headers) };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
}

fn line(reader: &mut impl BufRead) -> String {
    let mut line = String::new();
    reader.read_line(&mut line).expect("a line comes in time");
    line.trim_end().to_owned()
}

/// A tab's stream of events.
pub struct Events {
    reader: BufReader<TcpStream>,
    text: String,
}

impl Events {
    /// Of a tab that shows `page` and has seen something.
    pub fn open(port: u16, page: &str, seen: &str) -> Self {
        let line = format!("GET /_chancery/events?page={page}&seen={seen}");
        let host = format!("127.0.0.1:{port}");
        let mut reader = open(port, &line, &[("Host", &host)], "keep-alive");
        let (status, headers) = head(&mut reader);
        assert_eq!(status, 200, "{headers:?}");
        assert!(
            headers.contains(&("content-type".to_owned(), "text/event-stream".to_owned())),
            "{headers:?}"
        );
        Self { reader, text: String::new() }
    }

    /// The data of the next event.
    pub fn next(&mut self) -> Value {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let data = event.lines().find_map(|line| line.strip_prefix("data: ")).map(str::to_owned);
                self.text = rest.to_owned();
                if let Some(data) = data {
                    return serde_json::from_str(&data).expect("JSON");
                }
                continue;
            }
            // The body comes in chunks, each behind its length.
            let length = line(&mut self.reader);
            let length = usize::from_str_radix(&length, 16).expect("a chunk, for the stream does not end");
            let mut chunk = vec![0; length + 2];
            self.reader.read_exact(&mut chunk).expect("a whole chunk comes in time");
            self.text.push_str(std::str::from_utf8(&chunk[..length]).expect("UTF-8"));
        }
    }
}
