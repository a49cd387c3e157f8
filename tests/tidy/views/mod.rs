//! What templates see is told in `docs/reference/views.md`, which is written from the types themselves.
//!
//! `UPDATE_DOCS=1 cargo test --test tidy views` writes the page. Takes the types of `src/pages/view` as they stand in the
//! code; gives a page, and holds it to what templates are really given.

mod page;
mod seen;
mod templates;
mod types;

use crate::tree::{file, none, root};

const PAGE: &str = "docs/reference/views.md";

/// The names of all templates that the program asks for.
pub fn templates() -> Vec<String> {
    templates::all().into_iter().map(|one| one.template).collect()
}

/// The names of all types of views.
pub fn names() -> Vec<String> {
    types::all().into_iter().map(|one| one.name).collect()
}

#[test]
fn views_are_told_as_they_are_in_the_code() {
    let written = page::write();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(root().join(PAGE), &written).expect("the page can be written");
    }
    let stands = file(PAGE).text;
    let pairs = (1..).zip(written.lines().zip(stands.lines().chain(std::iter::repeat(""))));
    let differ = pairs.filter(|(_, (is, was))| is != was).map(|(n, (is, _))| format!("{PAGE}:{n}: {is}"));
    let differ: Vec<String> = differ.take(3).collect();
    none("views that have changed; `UPDATE_DOCS=1 cargo test --test tidy views` tells them", &differ);
    assert_eq!(written, stands, "{PAGE} holds more than there is");
}

#[test]
fn every_field_says_what_it_holds() {
    let mut found = Vec::new();
    for one in types::all() {
        let place = |what: &str| format!("src/pages/view/{}.rs: {}{what}", one.file, one.name);
        if one.doc.is_empty() {
            found.push(place(""));
        }
        // One word more than nothing is no help: `Id.`, `When.`
        let silent = one.fields().iter().filter(|field| field.doc.split(' ').count() < 2);
        found.extend(silent.map(|field| place(&format!(".{}: {:?}", field.name, field.doc))));
    }
    none("fields that do not say what they hold", &found);
}

#[test]
fn a_view_says_first_which_template_prints_it() {
    let types = types::all();
    let mut found = Vec::new();
    for one in templates::all() {
        let Some(view) = &one.view else { continue };
        let told = format!("`{}`, as `{}`", one.template, one.name);
        let doc = &types.iter().find(|each| each.name == *view).expect("views are types").doc;
        let is_row = one.template.starts_with("rows/");
        if !is_row && !doc.starts_with(&told) {
            found.push(format!("{view}: {doc:?} does not begin with {told}"));
        }
    }
    none("views that say something else", &found);
}
