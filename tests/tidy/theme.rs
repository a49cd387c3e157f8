//! What a theme's author may use is told: filters, functions, templates and the components of the default theme.
//!
//! `UPDATE_DOCS=1 cargo test --test tidy components` writes the page of components from the comments before them.

use crate::tree::{file, files, none, root, rust};
use std::collections::BTreeSet;

const REFERENCE: &str = "docs/reference/theming.md";
const COMPONENTS: &str = "docs/reference/components.md";
const PARTS: &str = "themes/default/templates/parts/";

/// The strings behind `call` in the code of the theme.
fn registered(call: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for source in rust(&["src/theme"]) {
        let end = source.tests_from();
        let code: String =
            source.lines().take_while(|(n, _)| *n < end).map(|(_, line)| line.trim()).collect();
        let call = format!("{call}(\"");
        let behind = code.split(&call).skip(1).filter_map(|rest| rest.split('"').next());
        names.extend(behind.map(str::to_owned));
    }
    names
}

#[test]
fn every_filter_and_function_is_told_and_no_other() {
    let text = file(REFERENCE).text;
    let table = text.split("\n## Functions and filters\n").nth(1).and_then(|rest| rest.split("\n## ").next());
    let table = table.expect("there is a table of functions and filters");
    let (mut filters, mut functions) = (BTreeSet::new(), BTreeSet::new());
    for row in table.lines().filter(|line| line.starts_with("| `")) {
        let cell = row.split(" | ").next().unwrap_or_default();
        for code in cell.split('`').skip(1).step_by(2) {
            let (names, name) = match code.split_once(" \\| ") {
                Some((_, filter)) => (&mut filters, filter),
                None => (&mut functions, code),
            };
            names.extend(name.split('(').next().map(str::to_owned));
        }
    }
    assert_eq!(filters, registered("register_filter"), "{REFERENCE}: filters");
    assert_eq!(functions, registered("register_function"), "{REFERENCE}: functions");
    assert!(filters.len() > 5, "filters are registered in another way");
}

#[test]
fn the_program_asks_for_every_template_of_the_default_theme() {
    let asked: BTreeSet<String> = crate::views::templates().into_iter().collect();
    let all = files(&["themes/default/templates"]);
    let names = all.iter().filter_map(|file| file.path.strip_prefix("themes/default/templates/"));
    let (pieces, names): (Vec<&str>, Vec<&str>) = names.partition(|name| name.starts_with("pieces/"));
    let own = names.into_iter().filter(|name| !name.starts_with("parts/") && *name != "base.html");
    let own: BTreeSet<String> = own.map(str::to_owned).collect();
    assert_eq!(asked, own, "templates of the default theme, and those that pages name");
    assert!(!pieces.is_empty(), "pieces have moved");
    for piece in pieces {
        let include = format!("{{% include \"{piece}\" %}}");
        assert!(all.iter().any(|file| file.text.contains(&include)), "no template includes {piece}");
    }
}

#[test]
fn every_block_of_the_frame_is_told() {
    let frame = file("themes/default/templates/base.html").text;
    let blocks = frame.split("{% block ").skip(1).filter_map(|rest| rest.split(' ').next());
    let told = [REFERENCE, "docs/theming.md"].map(|path| (path, file(path).text));
    let lost = blocks.flat_map(|block| {
        let without = told.iter().filter(move |(_, text)| !text.contains(&format!("`{block}`")));
        without.map(move |(path, _)| format!("{path}:1: the block `{block}`"))
    });
    none("blocks that are not told", &lost.collect::<Vec<_>>());
}

/// A component: its name with what it takes, and the comment before it.
struct Component {
    file: String,
    signature: String,
    comment: String,
}

fn components() -> Vec<Component> {
    let mut found = Vec::new();
    for part in files(&[PARTS.trim_end_matches('/')]) {
        let name = part.path.strip_prefix(PARTS).expect("it is below").to_owned();
        for (at, _) in part.text.match_indices("{% component ") {
            let rest = &part.text[at + "{% component ".len()..];
            let signature = rest.split("%}").next().unwrap_or_default();
            let signature = signature.trim_end_matches('-').trim().to_owned();
            let before = part.text[..at].trim_end();
            let comment =
                before.strip_suffix("#}").and_then(|text| text.rsplit("{#").next()).unwrap_or_default();
            let words: Vec<&str> = comment.trim_end_matches('-').split_whitespace().collect();
            found.push(Component { file: name.clone(), signature, comment: words.join(" ") });
        }
    }
    found
}

/// With the names of views leading to where they are told.
fn linked(comment: &str, types: &[String]) -> String {
    let word = |word: &str| match types.iter().find(|name| word.strip_suffix('s').unwrap_or(word) == **name) {
        Some(name) => format!("[{word}](views.md#{})", name.to_lowercase()),
        None => word.to_owned(),
    };
    let pieces = comment.split_inclusive(|c: char| !c.is_alphanumeric());
    let pieces = pieces.map(|piece| {
        let end = piece.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        word(&piece[..end]) + &piece[end..]
    });
    pieces.collect()
}

#[test]
fn components_are_told_as_they_are_in_the_default_theme() {
    let all = components();
    let silent = all.iter().filter(|one| one.comment.is_empty());
    let silent: Vec<_> = silent.map(|one| format!("{PARTS}{}: {}", one.file, one.signature)).collect();
    none("components without a comment before them", &silent);
    let mut page = "\
# Components of the default theme

<!--
Written from the theme: `UPDATE_DOCS=1 cargo test --test tidy components`. Changes are made in themes/default/templates/parts.
-->

A component is printed by its name, with what it takes: `{{ <ui.tags of={brief.tags} /> }}`. One that prints what stands within
it is opened and closed: `{% <ui.section id=\"x\" title=\"X\"> %}…{% </ui.section> %}`. What has a value here may be left out.
A [theme](../theming.md) that brings a file of the same name below `parts/` takes the place of all components in it. The types
that are named here are told in [What templates see](views.md).
"
    .to_owned();
    let types = crate::views::names();
    let mut last = "";
    for Component { file, signature, comment } in &all {
        if file != last {
            page += &format!("\n## `parts/{file}`\n\n| component | |\n|---|---|\n");
            last = file;
        }
        page += &format!("| `{signature}` | {} |\n", linked(&comment.replace('|', "\\|"), &types));
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(root().join(COMPONENTS), &page).expect("the page can be written");
    }
    let same = file(COMPONENTS).text == page;
    assert!(same, "{COMPONENTS}: `UPDATE_DOCS=1 cargo test --test tidy components` tells what changed");
}
