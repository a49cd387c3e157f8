//! Files of data.

use crate::files::{AFTER, BARE, FILES};
use crate::site::{made, sample};
use serde_json::{Value, json};

const RECORDS: [&str; 5] = ["briefs", "actors", "events", "sources", "places"];

/// Reads CSV as RFC 4180 says: lines of cells.
fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut cells, mut cell, mut inside) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if inside && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => inside = !inside,
            ',' if !inside => cells.push(std::mem::take(&mut cell)),
            '\r' if !inside && signs.peek() == Some(&'\n') => {
                signs.next();
                cells.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut cells));
            }
            other => cell.push(other),
        }
    }
    assert!(cell.is_empty() && cells.is_empty(), "the last line ends");
    lines
}

/// What a JSON value is as a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with('=') => format!("'{text}"),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

#[test]
fn csv_and_json_hold_the_same_claims() {
    for site in [made(FILES, AFTER), sample()] {
        let lines = csv(&site.text("claims/claims.csv"));
        let claims = site.json("data/claims.json");
        let claims = claims.as_array().expect("an array");
        assert_eq!(lines.len(), claims.len() + 1);
        // A map forgets the order of its fields, so the columns are looked up by name.
        for (line, claim) in lines[1..].iter().zip(claims) {
            assert_eq!(lines[0].len(), claim.as_object().expect("an object").len());
            for (column, found) in lines[0].iter().zip(line) {
                assert_eq!(*found, cell(&claim[column]), "{column}");
            }
            assert!(claim["speaker"].is_string() && claim["speaker_name"].is_string());
        }
    }
}

#[test]
fn a_claim_has_all_that_is_known_of_it() {
    let claims = made(FILES, AFTER).json("data/claims.json");
    let first = claims.as_array().unwrap().iter().find(|claim| claim["id"] == "first-count").unwrap();
    let expected = json!({
        "id": "first-count", "text": "=HYPERLINK(\"x\"), he \"said\"", "speaker": "yoon", "speaker_name": "Yoon",
        "office": "President", "via": ["nato"], "said_on": "2024-10-27", "about": ["actor:nato"],
        "question": "Are there troops?", "stance": "confirm", "status": "revised", "superseded_by": "second-count",
        "sources": ["copy-a", "copy-b"], "credibility": null, "quantity": null, "kind": null, "low": null,
        "best": null, "high": null, "qualifier": null, "unit": null, "as_of": null, "by_when": null,
        "recorded_in": "brief:2024-10-28-first", "used_in": ["brief:2024-10-28-first"],
        "url": "https://example.org/sub/briefs/2024-10-28-first/#claim-first-count",
    });
    assert_eq!(*first, expected);
}

#[test]
fn a_formula_is_guarded_and_a_number_is_not() {
    let lines = csv(&made(FILES, AFTER).text("claims/claims.csv"));
    let row = |id: &str| lines.iter().find(|line| line[0] == id).expect("the claim").clone();
    assert_eq!(row("first-count")[1], "'=HYPERLINK(\"x\"), he \"said\"");
    assert_eq!(row("second-count")[1], "여섯 명이다");
    assert_eq!(row("est-a")[16..19], ["-5", "3000", "4000.5"]);
}

#[test]
fn nothing_private_is_in_any_file() {
    let site = made(FILES, AFTER);
    for path in RECORDS.map(|kind| format!("data/{kind}.json")) {
        let text = site.text(&path).to_lowercase();
        assert!(!text.contains("secret"), "{path}: {text}");
    }
    let sources = site.json("data/sources.json");
    let hidden = sources.as_array().unwrap().iter().find(|source| source["id"] == "hidden").unwrap();
    let said: Vec<&String> = hidden
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, value)| !matches!(value, Value::Null | Value::Bool(false)) && **value != json!([]))
        .map(|(key, _)| key)
        .collect();
    assert_eq!(said, ["description", "id", "protected", "url"]);
}

#[test]
fn records_are_sorted_and_lead_to_their_pages() {
    for site in [made(FILES, AFTER), sample()] {
        let paths = site.paths();
        for kind in RECORDS {
            let records = site.json(&format!("data/{kind}.json"));
            let ids: Vec<&str> =
                records.as_array().unwrap().iter().map(|record| record["id"].as_str().unwrap()).collect();
            for id in &ids {
                assert!(paths.contains(&format!("{kind}/{id}/index.html")), "{kind} {id}");
            }
            if !["briefs", "events"].contains(&kind) {
                assert!(ids.is_sorted(), "{kind}: {ids:?}");
            }
        }
    }
}

#[test]
fn a_site_without_claims_has_empty_files() {
    let site = made(BARE, AFTER);
    assert_eq!(site.json("data/claims.json"), json!([]));
    assert_eq!(csv(&site.text("claims/claims.csv")).len(), 1);
}

#[test]
fn every_field_is_documented() {
    let page = include_str!("../../docs/reference/data.md");
    let site = made(FILES, AFTER);
    for kind in RECORDS.into_iter().chain(["claims"]) {
        let records = site.json(&format!("data/{kind}.json"));
        for field in records.as_array().unwrap().iter().flat_map(|record| record.as_object().unwrap().keys())
        {
            assert!(page.contains(&format!("`{field}`")), "{kind}: {field}");
        }
    }
}
