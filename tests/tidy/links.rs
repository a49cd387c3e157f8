//! Links within the documents lead somewhere: to a file that is there, and to a heading it has.

use crate::tree::{File, files, none, root};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

fn documents() -> Vec<File> {
    let all = files(&["docs", "README.md", "CHANGELOG.md"]);
    all.into_iter().filter(|file| file.path.ends_with(".md")).collect()
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// The fragments of a document's headings, as hosts of repositories make them.
fn fragments(text: &str) -> BTreeSet<String> {
    let (mut heading, mut found) = (None::<String>, BTreeSet::new());
    for event in parser(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
                let words = heading.take().unwrap_or_default().to_lowercase();
                let id: String = words.chars().filter(kept).collect::<String>().replace(' ', "-");
                let free = (0..).map(|n| if n == 0 { id.clone() } else { format!("{id}-{n}") });
                let free = free.into_iter().find(|id| !found.contains(id));
                found.extend(free);
            }
            _ => {}
        }
    }
    found
}

/// The path of `link`, written in the document at `from`, from the project's root.
fn target(from: &str, link: &str) -> PathBuf {
    let mut path = PathBuf::new();
    for part in Path::new(from).parent().unwrap_or(Path::new("")).join(link).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path
}

fn trouble(file: &File, link: &str) -> Option<String> {
    let (path, fragment) = link.split_once('#').map_or((link, None), |(path, rest)| (path, Some(rest)));
    let path = if path.is_empty() { PathBuf::from(&file.path) } else { target(&file.path, path) };
    if !root().join(&path).exists() {
        return Some(format!("`{link}`: there is no {}", path.display()));
    }
    let fragment = fragment?;
    let text = std::fs::read_to_string(root().join(&path)).unwrap_or_default();
    (!fragments(&text).contains(fragment)).then(|| format!("`{link}`: no heading gives `#{fragment}`"))
}

#[test]
fn links_within_the_documents_lead_somewhere() {
    let mut found = Vec::new();
    for file in documents() {
        for (event, range) in parser(&file.text).into_offset_iter() {
            let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) =
                event
            else {
                continue;
            };
            if dest_url.contains("://") || dest_url.starts_with("mailto:") {
                continue;
            }
            let line = file.text[..range.start].matches('\n').count() + 1;
            found.extend(trouble(&file, &dest_url).map(|why| format!("{}:{line}: {why}", file.path)));
        }
    }
    none("links that lead nowhere", &found);
}

#[test]
fn every_document_is_led_to_from_the_index() {
    let index = "docs/README.md";
    let all = documents();
    let text = &all.iter().find(|file| file.path == index).expect("there is an index").text;
    let linked: BTreeSet<PathBuf> = parser(text)
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(target(index, dest_url.split('#').next()?)),
            _ => None,
        })
        .collect();
    let lost = all.iter().filter(|file| file.path.starts_with("docs/") && file.path != index);
    let lost = lost.filter(|file| !linked.contains(Path::new(&file.path)));
    none(
        "documents that the index leaves out",
        &lost.map(|file| format!("{}:1", file.path)).collect::<Vec<_>>(),
    );
}
