//! Dates, numbers, addresses, zones: scalars with rules of their own.

use super::{Fields, Node, Reading, Value};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Date, DateError, Term};
use jiff::Timestamp;
use serde_json::Value as Json;

/// Up to here, on either side of nought, every whole number is exact; beyond, the last digits printed would be false.
const MOST: f64 = 9_007_199_254_740_992.0;

impl Reading {
    /// An EDTF date (P007, P008, P013). A year may be a number.
    pub fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.text(node)?;
        match Date::parse(&text) {
            Ok(date) => Some(date),
            Err(error) => {
                self.report(date_mistake(&text, node, &error));
                None
            }
        }
    }

    /// A date with a time and a zone, as a moment (P007, P008).
    pub fn moment(&mut self, node: &Node) -> Option<Timestamp> {
        let date = self.date(node)?;
        if date.moment().is_none() {
            let message = format!("a time is wanted with the date `{}`", date.written);
            self.report(
                Diagnostic::new(Code::P007, node.span, message).help("write `2024-10-28T16:30+09:00`"),
            );
        }
        date.moment()
    }

    /// A beginning and an end under these two keys (P013).
    pub fn term(&mut self, fields: &mut Fields<'_>, from: &'static str, to: &'static str) -> Term {
        let from = self.maybe(fields, from, Self::date);
        let to_node = fields.take(to);
        let to = to_node.and_then(|node| self.date(node));
        if let (Some(begin), Some(end), Some(node)) = (&from, &to, to_node)
            && end.is_wholly_before(begin)
        {
            let message = format!("it ends ({}) before it begins ({})", end.written, begin.written);
            self.report(Diagnostic::new(Code::P013, node.span, message));
        }
        Term { from, to }
    }

    /// A finite number (P006); thousands may stand apart with `_` or `,`.
    pub fn number(&mut self, node: &Node) -> Option<f64> {
        let (Value::Plain(text) | Value::Text(text)) = &node.value else {
            self.wrong_type(node, "a number");
            return None;
        };
        let number = without_separators(text).and_then(|digits| digits.parse::<f64>().ok());
        let Some(number) = number.filter(|number| number.is_finite()) else {
            let message = format!("`{text}` is not a number");
            let help = "write digits only, with a point before decimals: `12000`, `1.5`";
            self.report(Diagnostic::new(Code::P006, node.span, message).help(help));
            return None;
        };
        if number.abs() > MOST {
            let message = format!("`{text}` is more than can be kept to the last digit");
            let help = "write it in a larger unit: `value: 12.5` with `unit: million tonnes`";
            self.report(Diagnostic::new(Code::P012, node.span, message).help(help));
            return None;
        }
        Some(number)
    }

    /// A number from `low` to `high` (P012).
    pub fn number_within(&mut self, node: &Node, low: f64, high: f64) -> Option<f64> {
        let number = self.number(node)?;
        if !(low..=high).contains(&number) {
            let message = format!("{number} is not from {low} to {high}");
            self.report(Diagnostic::new(Code::P012, node.span, message));
            return None;
        }
        Some(number)
    }

    /// An address: `http`, `https`, or `doi:` which becomes its address (P014).
    pub fn url(&mut self, node: &Node) -> Option<String> {
        let text = self.text(node)?;
        let url = allowed_url(&text);
        if url.is_none() {
            let message = format!("`{text}` is not an address that may be linked to");
            self.report(
                Diagnostic::new(Code::P014, node.span, message)
                    .help("addresses begin with `https://`, `http://` or `doi:`"),
            );
        }
        url
    }

    /// An IANA time zone (P022).
    pub fn timezone(&mut self, node: &Node) -> Option<String> {
        let name = self.text(node)?;
        if jiff::tz::TimeZone::get(&name).is_err() {
            let message = format!("`{name}` is not a time zone");
            self.report(
                Diagnostic::new(Code::P022, node.span, message)
                    .help("write an IANA name such as `Asia/Seoul`"),
            );
            return None;
        }
        Some(name)
    }

    /// An ISO 3166-1 alpha-2 code, in capitals (P009).
    pub fn country(&mut self, node: &Node) -> Option<String> {
        let code = self.text(node)?.to_ascii_uppercase();
        if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
            let message = format!("`{code}` is not a country code");
            self.report(
                Diagnostic::new(Code::P009, node.span, message).help("write ISO 3166-1 alpha-2: `KR`, `UA`"),
            );
            return None;
        }
        Some(code)
    }

    /// Anything at all, as JSON: scalars that YAML takes for booleans or numbers are such here too.
    pub fn json(&mut self, node: &Node) -> Option<Json> {
        Some(json(node))
    }
}

/// `text` if it is an address that may be linked to, a DOI as its address.
pub fn allowed_url(text: &str) -> Option<String> {
    if let Some(doi) = text.strip_prefix("doi:") {
        let doi = doi.trim();
        return (doi.starts_with("10.") && is_address(doi)).then(|| format!("https://doi.org/{doi}"));
    }
    let (scheme, rest) = text.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split(['/', '?', '#']).next().is_some_and(|host| !host.is_empty());
    (web && host && is_address(rest)).then(|| text.to_owned())
}

fn is_address(text: &str) -> bool {
    !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`'))
}

fn date_mistake(text: &str, node: &Node, error: &DateError) -> Diagnostic {
    match error {
        DateError::Unreadable(reason, at) => {
            // Only a scalar that stands in the file as it is can be pointed into.
            let exact = (node.span.end - node.span.start) as usize == text.len();
            let span = if exact {
                node.span.part((*at).min(text.len().saturating_sub(1)), text.len())
            } else {
                node.span
            };
            let span = if span.start == span.end { node.span } else { span };
            Diagnostic::new(Code::P007, span, format!("`{text}` is not a date: {reason}"))
                .help("dates are EDTF: `2024`, `2024-10`, `2024-10-28`, `2024-10-28?`, `2024-10~`, `2024-10-25/2024-10-26`")
        }
        DateError::NoZone => {
            Diagnostic::new(Code::P008, node.span, format!("the time in `{text}` has no zone"))
                .help(format!("add its offset, `{text}+09:00`, or `Z` for UTC"))
        }
        DateError::EndsBeforeItBegins => {
            Diagnostic::new(Code::P013, node.span, format!("`{text}` ends before it begins"))
                .help("swap the two dates")
        }
    }
}

fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Text(text) => Json::String(text.clone()),
        Value::Plain(text) => serde_json::from_str(text)
            .ok()
            .filter(|value: &Json| value.is_number() || value.is_boolean())
            .unwrap_or_else(|| Json::String(text.clone())),
        Value::List(items) => Json::Array(items.iter().map(json).collect()),
        Value::Map(entries) => {
            Json::Object(entries.iter().map(|entry| (entry.key.clone(), json(&entry.value))).collect())
        }
    }
}

/// The number without `,` and `_`, which may stand between thousands and nowhere else: `1,5` is not fifteen.
fn without_separators(text: &str) -> Option<String> {
    let text = text.trim();
    let (whole, rest) = text.split_at(text.find(['.', 'e', 'E']).unwrap_or(text.len()));
    let mut groups = whole.trim_start_matches(['-', '+']).split([',', '_']);
    let first = groups.next().map_or(0, str::len);
    let rest_of_groups: Vec<usize> = groups.map(str::len).collect();
    let grouped =
        rest_of_groups.is_empty() || ((1..=3).contains(&first) && rest_of_groups.iter().all(|n| *n == 3));
    (grouped && !rest.contains([',', '_'])).then(|| whole.replace(['_', ','], "") + rest)
}

#[cfg(test)]
mod tests {
    use super::{allowed_url, without_separators};

    #[test]
    fn separators_stand_between_thousands_only() {
        let read = |text: &str| without_separators(text).and_then(|digits| digits.parse::<f64>().ok());
        for (text, number) in [
            ("12,000", 12_000.0),
            ("-1_234_567.5", -1_234_567.5),
            ("1e3", 1000.0),
            ("12000", 12_000.0),
            (" .5 ", 0.5),
        ] {
            assert_eq!(read(text), Some(number), "{text}");
        }
        for text in ["1,5", "1,0000", ",123", "1234,567", "1.5,000", "1,,000", "12,000,", "ten", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn only_web_addresses_and_dois_are_allowed() {
        assert_eq!(allowed_url("https://example.org/a?b#c").as_deref(), Some("https://example.org/a?b#c"));
        assert_eq!(allowed_url("doi:10.1000/182").as_deref(), Some("https://doi.org/10.1000/182"));
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://x/y",
            "https://",
            "example.org",
            "https://a b",
            "doi:x",
            "http://a/\"onload=\"",
        ] {
            assert_eq!(allowed_url(bad), None, "{bad}");
        }
    }
}
