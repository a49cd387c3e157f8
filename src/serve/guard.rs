//! Who may ask: pages of this very server, and nobody whom a foreign page sends.
//!
//! A site on the net may have its name lead to 127.0.0.1 and so read what is served here (DNS rebinding). Its requests
//! carry its own name as their host, which is refused; and requests from pages of other origins are refused too.

use axum::http::{HeaderMap, HeaderName, header};

/// Names of this machine, as addresses in browsers have them.
const HOSTS: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// True where a request with these headers may be answered by the server on `port`.
pub(super) fn may_pass(headers: &HeaderMap, port: u16) -> bool {
    let own_host = one(headers, &header::HOST).is_some_and(|host| is_own(host, port));
    let own_origin = match headers.get_all(header::ORIGIN).iter().count() {
        0 => true,
        _ => one(headers, &header::ORIGIN)
            .and_then(|origin| origin.strip_prefix("http://"))
            .is_some_and(|host| is_own(host, port)),
    };
    own_host && own_origin
}

/// The value of a header that is there once.
fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next().filter(|_| values.next().is_none());
    first.and_then(|value| value.to_str().ok())
}

/// `localhost:4000`; on the port that addresses leave out also `localhost`.
fn is_own(host: &str, port: u16) -> bool {
    let name = match host.strip_suffix(&format!(":{port}")) {
        Some(name) => name,
        None if port == 80 => host,
        None => return false,
    };
    HOSTS.iter().any(|own| own.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::may_pass;
    use axum::http::{HeaderMap, HeaderValue};

    fn headers(list: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        list.iter().for_each(|(name, value)| {
            headers.append(*name, HeaderValue::from_static(value));
        });
        headers
    }

    #[test]
    fn only_names_of_this_machine_with_the_port_pass() {
        for host in ["localhost:4000", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000"] {
            assert!(may_pass(&headers(&[("host", host)]), 4000), "{host}");
        }
        for host in ["localhost", "localhost:4001", "example.org:4000", "127.0.0.1.example.org:4000", ":4000"]
        {
            assert!(!may_pass(&headers(&[("host", host)]), 4000), "{host}");
        }
        assert!(!may_pass(&headers(&[]), 4000));
        assert!(!may_pass(&headers(&[("host", "localhost:4000"), ("host", "localhost:4000")]), 4000));
        assert!(may_pass(&headers(&[("host", "localhost")]), 80));
    }

    #[test]
    fn pages_of_other_origins_do_not_pass() {
        let with = |origin| headers(&[("host", "localhost:4000"), ("origin", origin)]);
        assert!(may_pass(&with("http://127.0.0.1:4000"), 4000));
        for origin in ["http://example.org", "https://localhost:4000", "null", "http://localhost:3000"] {
            assert!(!may_pass(&with(origin), 4000), "{origin}");
        }
    }
}
