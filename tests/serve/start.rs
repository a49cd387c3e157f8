//! How it starts and ends, and what it leaves behind.

use crate::http::Events;
use crate::preview::{Site, brief};
use std::net::TcpListener;
use std::time::Duration;

#[test]
fn it_says_where_the_site_is_and_how_large() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let line = preview.wait_for_line("Serving");
    let start = format!("Serving http://127.0.0.1:{}/ (2 briefs, ready in ", preview.port);
    assert!(line.starts_with(&start), "{line}");
}

#[test]
fn a_port_that_is_taken_is_passed_over_and_told_of() {
    let site = Site::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("it has an address").port();
    let preview = site.serve(&["--port", &port.to_string()]);
    assert!(preview.port > port, "{} after {port}", preview.port);
    preview.wait_for_line(&format!("port {port} is taken"));
    assert_eq!(preview.get("/").status, 200);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once_though_tabs_are_open() {
    let site = Site::new();
    let mut preview = site.serve(&[]);
    let seen = preview.get("/").seen();
    let _open = Events::open(preview.port, "/", &seen);
    let (status, took) = preview.interrupt();
    assert!(status.success(), "{status}");
    assert!(took < Duration::from_secs(1), "{took:?}");
}

#[test]
fn nothing_is_written() {
    let site = Site::new();
    let preview = site.serve(&["--drafts"]);
    preview.get("/briefs/first/");
    site.write("content/briefs/first.md", &brief("First", "New words."));
    let before = site.files();
    preview.wait_for("/briefs/first/", "New words.");
    preview.wait_for_line("content/briefs/first.md changed: ");
    drop(preview);
    assert_eq!(site.files(), before);
}

#[test]
fn drafts_are_shown_only_when_asked_for_and_marked() {
    let site = Site::new();
    let text = brief("Third", "Not yet.").replace("date:", "draft: true\ndate:");
    site.write("content/briefs/third.md", &text);
    assert_eq!(site.serve(&[]).get("/briefs/third/").status, 404);
    let page = site.serve(&["--drafts"]).get("/briefs/third/");
    assert!(page.status == 200 && page.text().contains("<span class=\"draft\">Draft</span>"));
}

#[test]
fn the_audience_is_heeded() {
    let site = Site::new();
    let text = brief("Third", "Not for all.").replace("date:", "tlp: amber\ndate:");
    site.write("content/briefs/third.md", &text);
    assert_eq!(site.serve(&[]).get("/briefs/third/").status, 404);
    assert_eq!(site.serve(&["--audience", "amber"]).get("/briefs/third/").status, 200);
}
