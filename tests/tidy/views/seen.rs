//! What templates are really given, beside what the page says of it.
//!
//! A theme prints what each template sees as JSON; every value of it is held to its type, field by field.

use super::templates::{self, EVERYWHERE};
use super::types::{self, Kind, Shape, Type};
use crate::support::{Site, photograph};
use crate::tree::{none, root};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The project's own site and what that has none of, in a theme whose templates print what they see.
fn witness() -> Site {
    let mut site = Site::folder(&root()).yaml("theme: witness\nsilence: [C004]");
    site = site.file("themes/witness/theme.yaml", "extends: default\n");
    for one in templates::all() {
        let path = format!("themes/witness/templates/{}", one.template);
        site = site.file(&path, "{{ __tera_context | json_encode | safe }}");
    }
    // Types that the project's own site has no use for.
    site.file("content/briefs/witness.png", photograph(500, 300))
        .record("briefs/witness", &brief(), "Text.")
        .record("events/witness", "title: An event\ndate: 2024-10-28T16:30+09:00\ntimezone: Asia/Seoul", "")
        .record("sources/witness", ARCHIVED, "")
}

const ARCHIVED: &str = "title: A page\narchive:\n  - {url: https://example.org/copy, on: 2024-10-29}";

/// A brief with a picture, a judgement that came true, and more sources than go on one page of a list.
fn brief() -> String {
    let sources: String = (0..101).map(|n| format!("  - https://example.org/{n}\n")).collect();
    format!(
        "title: A brief\ndate: 2024-10-28\nactors: nato\nevents: [witness]\nimage: {{file: witness.png, alt: A square}}\n\
         assessments:\n  - {{text: It will happen, likelihood: likely, confidence: low, outcome: {{result: happened, on: 2024-10-30}}}}\n\
         sources:\n  - witness\n{sources}"
    )
}

struct Look<'a> {
    types: BTreeMap<&'a str, &'a Type>,
    /// Types that were met.
    met: BTreeSet<String>,
    found: BTreeSet<String>,
}

impl Look<'_> {
    /// Compares a value with what the page says; `place` is the field by its type.
    fn at(&mut self, kind: &Kind, value: &Value, place: &str) {
        let fits = match (kind, value) {
            (Kind::Anything, _) | (Kind::Maybe(_), Value::Null) => true,
            (Kind::Maybe(inner), value) => return self.at(inner, value, place),
            (Kind::List(inner), Value::Array(list)) => {
                list.iter().for_each(|one| self.at(inner, one, place));
                true
            }
            (Kind::Row(inner), Value::String(html)) => return self.printed(html, inner, place),
            (Kind::Named(name, of), value) => return self.named(name, of, value, place),
            (Kind::Text, value) => value.is_string(),
            (Kind::Number, value) => value.is_number(),
            (Kind::Truth, value) => value.is_boolean(),
            (Kind::List(_) | Kind::Row(_), _) => false,
        };
        if !fits {
            self.found.insert(format!("{place}: {kind:?} is told, {value} is given"));
        }
    }

    /// What a row was printed as is here what its template sees.
    fn printed(&mut self, html: &str, kind: &Kind, place: &str) {
        let seen: Map<String, Value> = serde_json::from_str(html).expect("what is printed is JSON");
        assert_eq!(seen.keys().collect::<Vec<_>>(), ["row"], "{place}: rows see nothing else");
        self.at(kind, &seen["row"], place);
    }

    fn named(&mut self, name: &str, of: &[Kind], value: &Value, place: &str) {
        let one = *self.types.get(name).unwrap_or_else(|| panic!("{place}: {name} is no type of a view"));
        self.met.insert(name.to_owned());
        match &one.shape {
            Shape::Fields(fields) => {
                let Value::Object(map) = value else {
                    self.found.insert(format!("{place}: {name} is told, {value} is given"));
                    return;
                };
                let told: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
                let given: BTreeSet<&str> = map.keys().map(String::as_str).collect();
                for name in told.symmetric_difference(&given) {
                    let where_ = if told.contains(name) { "told only" } else { "given only" };
                    self.found.insert(format!("{}.{name}: {where_}", one.name));
                }
                for field in fields {
                    let Some(value) = map.get(&field.name) else { continue };
                    let kind = with(&field.kind, &one.of, of);
                    self.at(&kind, value, &format!("{}.{}", one.name, field.name));
                }
            }
            Shape::OneOf(kinds) => {
                let fitting = kinds.iter().find(|kind| {
                    let mut look =
                        Look { types: self.types.clone(), met: BTreeSet::new(), found: BTreeSet::new() };
                    look.at(kind, value, place);
                    look.found.is_empty()
                });
                match fitting {
                    Some(kind) => self.at(kind, value, place),
                    None => drop(self.found.insert(format!("{place}: no {name} is {value}"))),
                }
            }
        }
    }
}

/// A kind with what stands for the parameters of its type.
fn with(kind: &Kind, own: &[String], of: &[Kind]) -> Kind {
    let inner = |kind: &Kind| Box::new(with(kind, own, of));
    match kind {
        Kind::Maybe(one) => Kind::Maybe(inner(one)),
        Kind::List(one) => Kind::List(inner(one)),
        Kind::Row(one) => Kind::Row(inner(one)),
        Kind::Named(name, more) => match own.iter().position(|one| one == name) {
            Some(at) => of[at].clone(),
            None => Kind::Named(name.clone(), more.iter().map(|one| with(one, own, of)).collect()),
        },
        plain => plain.clone(),
    }
}

#[test]
fn templates_are_given_what_the_page_says() {
    let (types, seen) = (types::all(), templates::all());
    let types: BTreeMap<&str, &Type> = types.iter().map(|one| (one.name.as_str(), one)).collect();
    let built = witness().build();
    assert!(built.edition.is_some(), "{:#?}", built.reports);
    let mut look = Look { types, met: BTreeSet::new(), found: BTreeSet::new() };
    let mut made = BTreeSet::new();
    for path in built.paths().into_iter().filter(|path| path.ends_with(".html")) {
        let mut given: Map<String, Value> = serde_json::from_str(built.text(path)).expect("pages are JSON");
        for (name, view) in EVERYWHERE {
            let value = given.remove(name).unwrap_or_else(|| panic!("{path}: no `{name}`"));
            look.at(&Kind::Named(view.to_owned(), Vec::new()), &value, name);
        }
        let names: Vec<&String> = given.keys().collect();
        let known = seen.iter().find(|one| names == [&one.name]);
        let known = known.unwrap_or_else(|| panic!("{path}: no template sees {names:?}"));
        made.insert(known.template.as_str());
        match &known.view {
            Some(view) => look.at(&Kind::Named(view.clone(), Vec::new()), &given[&known.name], &known.name),
            None => assert!(given[&known.name].is_null(), "{path}: something is given"),
        }
    }
    let never = look.types.keys().filter(|name| !look.met.contains(**name));
    let never = never.map(|name| format!("{name}: on no page of the site that this check makes"));
    let idle = seen.iter().filter(|one| one.name != "row" && !made.contains(one.template.as_str()));
    let idle = idle.map(|one| format!("{}: made no page", one.template));
    none(
        "templates are given something else",
        &look.found.iter().cloned().chain(never).chain(idle).collect::<Vec<_>>(),
    );
}
