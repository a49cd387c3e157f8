//! The page that tells what templates see.

use super::templates::{self, EVERYWHERE, Seen};
use super::types::{self, Field, Kind, Shape, Type};

const HEAD: &str = "\
# What templates see

<!--
Written from the code: `UPDATE_DOCS=1 cargo test --test tidy views`. Changes are made in src/pages/view.
-->

Every field of everything that a [theme](../theming.md)'s templates are given. Each field is always there: what is missing
is `none` or an empty list. Every address is ready to print, with the site's base path before it. Text is plain, and
templates escape it by themselves; what holds *HTML* says so and is printed with `| safe`.

";

const ROWS: &str = "\
A *printed row* of a type is HTML: what `rows/KIND.html` printed of it, which sees it as `row`. `| printed` puts a list of them
together. On the page that records a claim the first element of its row has the id of its place there.

";

/// All of it.
pub fn write() -> String {
    let (types, seen) = (types::all(), templates::all());
    let mut page = HEAD.to_owned();
    page += "## Templates\n\n| template | sees | which is |\n|---|---|---|\n";
    for (name, view) in EVERYWHERE {
        page += &format!("| every one but those of rows | `{name}` | {} |\n", link(view));
    }
    for Seen { template, name, view } in &seen {
        let (name, view) = view.as_ref().map_or(("", "nothing more".to_owned()), |view| (name, link(view)));
        let name = if name.is_empty() { String::new() } else { format!("`{name}`") };
        page += &format!("| `{template}` | {name} | {view} |\n");
    }
    page.push('\n');
    page += ROWS;
    let mut last = "";
    for one in &types {
        if one.file != last {
            page += &format!("## {}\n\n", one.about.trim_end_matches('.'));
            last = &one.file;
        }
        page += &section(one);
    }
    page.trim_end().to_owned() + "\n"
}

fn section(one: &Type) -> String {
    let mut text = format!("### {}\n\n{}\n\n", one.name, one.doc);
    match &one.shape {
        Shape::Fields(fields) => {
            text += "| field | is | |\n|---|---|---|\n";
            for Field { name, kind, doc } in fields {
                text += &format!("| `{name}` | {} | {} |\n", words(kind, &one.of), doc.replace('|', "\\|"));
            }
        }
        Shape::OneOf(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| words(kind, &one.of)).collect();
            text += &format!("One of: {}.\n", kinds.join(", "));
        }
    }
    text + "\n"
}

fn link(name: &str) -> String {
    format!("[{name}](#{})", name.to_lowercase())
}

/// `list of rows of BriefRow`
fn words(kind: &Kind, own: &[String]) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Truth => "true or false".to_owned(),
        Kind::Anything => "as written".to_owned(),
        Kind::Maybe(inner) => format!("{}, or `none`", words(inner, own)),
        Kind::List(inner) => format!("list of {}", words(inner, own)),
        Kind::Row(inner) => format!("printed row of {}", words(inner, own)),
        Kind::Named(name, _) if own.contains(name) => "what it is of".to_owned(),
        Kind::Named(name, of) if of.is_empty() => link(name),
        Kind::Named(name, of) => {
            let of: Vec<String> = of.iter().map(|one| words(one, own)).collect();
            format!("{} of {}", link(name), of.join(", "))
        }
    }
}
