//! What stands at which address, and who may ask.

use crate::http::ask;
use crate::preview::{Site, brief};
use std::fs;
use std::path::Path;

#[test]
fn addresses_lead_to_what_a_build_would_write() {
    let site = Site::new();
    let preview = site.serve(&[]);
    for (path, media) in [
        ("/", "text/html; charset=utf-8"),
        ("/briefs/first/", "text/html; charset=utf-8"),
        ("/briefs/first/?x=1", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/assets/site.css?v=1", "text/css; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/feed.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/_chancery/live.js", "text/javascript; charset=utf-8"),
        ("/_chancery/live.css", "text/css; charset=utf-8"),
    ] {
        let answer = preview.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, media), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(!answer.body.is_empty(), "{path}");
    }
}

#[test]
fn a_copy_of_a_picture_is_made_for_who_asks_for_it() {
    let site = Site::new();
    site.write("content/briefs/first.md", &brief("First", "![The coast](coast.jpg)"));
    let fixture =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pictures/content/briefs/coast.jpg");
    fs::copy(fixture, site.path("content/briefs/coast.jpg")).expect("it can be copied");
    let preview = site.serve(&[]);
    let original = preview.get("/files/briefs/coast.jpg");
    let copy = preview.get("/files/briefs/coast.jpg.480w.jpg");
    assert_eq!((copy.status, copy.header("content-type")), (200, "image/jpeg"));
    assert!(copy.body.len() < original.body.len() / 2);
}

#[test]
fn a_folder_without_its_slash_is_redirected() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let answer = preview.get("/briefs/first?x=1");
    assert_eq!((answer.status, answer.header("location")), (307, "/briefs/first/?x=1"));
}

#[test]
fn an_address_that_leads_nowhere_gets_the_sites_own_page() {
    let site = Site::new();
    let preview = site.serve(&[]);
    for path in ["/nowhere/", "/nowhere", "//example.org", "/%ff/", "/briefs/first/index.html/"] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("Page not found"), "{path}");
    }
}

#[test]
fn files_beside_the_site_are_out_of_reach() {
    let site = Site::new();
    site.write("content/briefs/unused.txt", "unused");
    let preview = site.serve(&[]);
    for path in [
        "/site.yaml",
        "/content/briefs/first.md",
        "/../site.yaml",
        "/briefs/../../site.yaml",
        "/%2e%2e/site.yaml",
        "/..%2fsite.yaml",
        "/briefs/first/..%2f..%2f..%2fsite.yaml",
        "/etc/passwd",
        "/%2fetc%2fpasswd",
        "/files/briefs/unused.txt",
    ] {
        assert_eq!(preview.get(path).status, 404, "{path}");
    }
}

#[test]
fn only_reading_is_answered() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let host = format!("localhost:{}", preview.port);
    let head = ask(preview.port, "HEAD /briefs/first/", &[("Host", &host)]);
    let length = preview.get("/briefs/first/").body.len().to_string();
    assert_eq!((head.status, head.body.len(), head.header("content-length")), (200, 0, length.as_str()));
    let post = ask(preview.port, "POST /", &[("Host", &host), ("Content-Length", "0")]);
    assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD"));
}

#[test]
fn other_hosts_and_origins_are_refused() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let port = preview.port;
    let own = format!("127.0.0.1:{port}");
    for line in ["GET /", "GET /_chancery/events?page=/&seen=", "GET /_chancery/live.js"] {
        for host in ["example.org".to_owned(), format!("example.org:{port}"), "127.0.0.1".to_owned()] {
            assert_eq!(ask(port, line, &[("Host", &host)]).status, 403, "{line} of {host}");
        }
        let foreign = [("Host", own.as_str()), ("Origin", "http://example.org")];
        assert_eq!(ask(port, line, &foreign).status, 403, "{line}");
    }
    let origin = format!("http://localhost:{port}");
    assert_eq!(ask(port, "GET /", &[("Host", &own), ("Origin", &origin)]).status, 200);
}

#[test]
fn a_site_for_a_folder_is_served_at_the_root() {
    let site = Site::new();
    site.write("site.yaml", "title: Test\nbase_url: https://example.org/reports/\n");
    let preview = site.serve(&[]);
    let page = preview.get("/").text();
    assert!(page.contains("href=\"/briefs/first/\"") && !page.contains("/reports/"), "{page}");
}

#[test]
fn served_pages_keep_their_policy_but_for_the_live_client() {
    let site = Site::new();
    let page = site.serve(&[]).get("/").text();
    let policy = page.split("content=\"").find(|part| part.starts_with("default-src")).expect("a policy");
    let policy = policy.split('"').next().unwrap_or_default();
    let directives: Vec<&str> = policy.split("; ").collect();
    for wanted in ["default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'self'"] {
        assert!(directives.contains(&wanted), "{policy}");
    }
    assert_eq!(page.matches("_chancery/live.js").count(), 1);
    assert_eq!(directives.iter().filter(|directive| directive.starts_with("script-src")).count(), 1);
}
