//! The reference says what the program says: words of dates, options, keys, words of lists.

use crate::tree::{file, none};
use chancery::model::{
    ActorKind, BriefRole, BriefStatus, ChangeKind, ClaimStatus, Confidence, Date, EventStatus,
    LIKELIHOOD_TERMS, Length, NameSort, PlacePrecision, Qualifier, RelationType, SourceType, Stance,
    Vocabulary,
};
use std::process::Command;

#[test]
fn dates_are_printed_as_the_table_says() {
    let page = "docs/reference/dates.md";
    let (mut found, mut rows) = (Vec::new(), 0);
    for (number, line) in file(page).lines() {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [written, words, ..] = cells[..] else { continue };
        let Some(written) = written.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) else {
            continue;
        };
        rows += 1;
        match Date::parse(written) {
            Ok(date) if date.in_words(Length::Full) == words => {}
            Ok(date) => found.push(format!("{page}:{number}: is printed as {}", date.in_words(Length::Full))),
            Err(error) => found.push(format!("{page}:{number}: is no date: {error:?}")),
        }
    }
    assert!(rows > 20, "{page}: the table is gone");
    none("dates that are printed in other words", &found);
}

#[test]
fn every_option_is_told() {
    let page = "docs/reference/command-line.md";
    let text = file(page).text;
    let mut found = Vec::new();
    for command in ["build", "check", "serve", "init", "new"] {
        let output = Command::new(env!("CARGO_BIN_EXE_chancery")).args([command, "--help"]).output();
        let help = String::from_utf8(output.expect("the program runs").stdout).expect("help is text");
        let options = help.split(|c: char| c.is_whitespace() || matches!(c, ',' | '`' | '<' | '['));
        let options = options.filter(|word| word.starts_with("--") && word.len() > 2);
        let lost = options.filter(|option| !text.contains(&format!("`{option}")));
        found.extend(lost.map(|option| format!("{page}:1: {command} has {option}")));
    }
    none("options that the reference leaves out", &found);
}

#[test]
fn every_word_of_every_list_is_told() {
    fn words<V: Vocabulary>() -> Vec<&'static str> {
        V::ALL.iter().map(|word| word.key()).collect()
    }
    let lists = [
        words::<ActorKind>(),
        words::<BriefRole>(),
        words::<BriefStatus>(),
        words::<ChangeKind>(),
        words::<ClaimStatus>(),
        words::<Confidence>(),
        words::<EventStatus>(),
        words::<NameSort>(),
        words::<PlacePrecision>(),
        words::<Qualifier>(),
        words::<RelationType>(),
        words::<SourceType>(),
        words::<Stance>(),
        LIKELIHOOD_TERMS.iter().flat_map(|(term, twin, ..)| [*term, *twin]).collect(),
        chancery::config::EVENT_TYPES.to_vec(),
    ];
    let page = "docs/reference/content.md";
    let text = file(page).text;
    let lost = lists.concat().into_iter().filter(|word| !text.contains(&format!("`{word}`")));
    none(
        "words that the reference leaves out",
        &lost.map(|word| format!("{page}:1: `{word}`")).collect::<Vec<_>>(),
    );
}

/// The keys that a file of `src` asks for: the string behind `required(…, "` and its like.
fn keys(path: &str) -> Vec<String> {
    let source = file(path);
    let end = source.tests_from();
    let code: String = source.lines().take_while(|(number, _)| *number < end).map(|(_, line)| line).collect();
    let mut keys = Vec::new();
    for call in ["required(", "maybe(", "each(", "take(", ".term("] {
        for (at, _) in code.match_indices(call) {
            let behind: String = code[at..].chars().take(120).collect();
            let arguments = behind.split(')').next().unwrap_or_default();
            let strings: Vec<&str> = arguments.split('"').skip(1).step_by(2).collect();
            let taken = if call == ".term(" { 2 } else { 1 };
            let key =
                |text: &&&str| text.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit());
            keys.extend(strings.iter().take(taken).filter(key).map(|key| (*key).to_owned()));
        }
    }
    keys
}

#[test]
fn every_key_is_told() {
    let mut found = Vec::new();
    let kinds = ["actor", "brief", "citation", "claim", "event", "page", "place", "shared_keys", "source"];
    let mut pairs: Vec<(String, &str)> =
        kinds.map(|kind| (format!("src/parse/{kind}.rs"), "docs/reference/content.md")).into();
    pairs.push(("src/yaml/authors.rs".to_owned(), "docs/reference/content.md"));
    pairs.push(("src/config/mod.rs".to_owned(), "docs/reference/site-yaml.md"));
    pairs.push(("src/parse/figure.rs".to_owned(), "docs/reference/markdown.md"));
    let mut total = 0;
    for (source, page) in pairs {
        let text = file(page).text;
        let keys = keys(&source);
        total += keys.len();
        let lost = keys.into_iter().filter(|key| !text.contains(&format!("`{key}`")));
        found.extend(lost.map(|key| format!("{page}:1: `{key}` of {source}")));
    }
    assert!(total > 80, "only {total} keys were found in the code: the way they are asked for has changed");
    none("keys that the reference leaves out", &found);
}
