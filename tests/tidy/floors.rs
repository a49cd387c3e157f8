//! Rooms import only from lower floors: the table in `src/architecture.md` is held.

use crate::tree::{File, file, none, rust};
use std::collections::{BTreeMap, BTreeSet};

const TABLE: &str = "src/architecture.md";

/// Rooms with their floors, the highest number on top.
fn table() -> BTreeMap<String, usize> {
    let text = file(TABLE).text;
    let block = text.split("\n# Floors\n").nth(1).and_then(|rest| rest.split("```").nth(1));
    let block = block.expect("the table of floors is the first block under *Floors*");
    let lines: Vec<&str> = block.lines().skip(1).filter(|line| !line.trim().is_empty()).collect();
    let rooms = lines.iter().rev().enumerate().flat_map(|(floor, line)| {
        let rooms = line.split("  ").next().unwrap_or_default();
        rooms.split(' ').map(move |room| (room.to_owned(), floor)).collect::<Vec<_>>()
    });
    rooms.collect()
}

/// The room a file of `src` belongs to; none for `lib.rs` and `main.rs`.
fn room(path: &str) -> Option<&str> {
    let path = path.strip_prefix("src/")?;
    match path.split_once('/') {
        Some((room, _)) => Some(room),
        None => path.strip_suffix(".rs").filter(|name| !matches!(*name, "lib" | "main")),
    }
}

#[test]
fn every_room_has_a_floor_and_every_floor_a_room() {
    let table = table();
    let rooms: BTreeSet<String> =
        rust(&["src"]).iter().filter_map(|file| room(&file.path)).map(str::to_owned).collect();
    let told: BTreeSet<String> = table.keys().cloned().collect();
    let lost = rooms.difference(&told).map(|room| format!("src/{room}: has no floor in {TABLE}"));
    let empty = told.difference(&rooms).map(|room| format!("{TABLE}: `{room}` has a floor but no files"));
    none("rooms and floors differ", &lost.chain(empty).collect::<Vec<_>>());
}

#[test]
fn a_room_imports_only_lower_floors() {
    let table = table();
    let mut found = Vec::new();
    for file in rust(&["src"]) {
        let Some(own) = room(&file.path) else { continue };
        for (line, other) in imports(&file) {
            let place = format!("{}:{line}", file.path);
            match (table.get(own), table.get(&other)) {
                _ if other == own => {}
                (Some(floor), Some(lower)) if lower < floor => {}
                (_, None) => found.push(format!("{place}: `crate::{other}` is no room")),
                _ => found.push(format!("{place}: `{own}` may not know `{other}`")),
            }
        }
    }
    none("imports that the table of floors forbids", &found);
}

#[test]
fn no_path_climbs_out_of_its_room() {
    let mut found = Vec::new();
    for file in rust(&["src"]) {
        let Some(own) = room(&file.path) else { continue };
        let depth = match file.path.trim_start_matches("src/").trim_end_matches(".rs") {
            path if path == own => 1,
            path => path.trim_end_matches("/mod").split('/').count(),
        };
        let mut inner = 0;
        for (number, line) in file.lines() {
            let code = without_comment(line);
            inner += usize::from(code.starts_with("mod ") && code.trim_end().ends_with('{'));
            if longest_climb(code) >= depth + inner {
                found.push(format!("{}:{number}: `super` leads to the crate's root", file.path));
            }
        }
    }
    none("paths that leave their room by `super`", &found);
}

/// How many `super::` follow one another, at most.
fn longest_climb(code: &str) -> usize {
    let (mut most, mut rest) = (0, code);
    while let Some(at) = rest.find("super::") {
        rest = &rest[at..];
        let mut count = 0;
        while let Some(behind) = rest.strip_prefix("super::") {
            count += 1;
            rest = behind;
        }
        most = most.max(count);
    }
    most
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line }
}

/// The rooms that a file names by `crate::…`, with the lines; groups over several lines too.
fn imports(file: &File) -> Vec<(usize, String)> {
    let code: String = file.text.lines().map(|line| format!("{}\n", without_comment(line))).collect();
    let mut rooms = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        // `pub(crate)`, `$crate::` and `crate::` count; `some_crate::` does not.
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => rooms.extend(of_group(group).into_iter().map(|room| (line, room))),
            None => rooms.push((line, word(rest))),
        }
    }
    rooms
}

/// The first words of the items of a group, up to its closing brace.
fn of_group(group: &str) -> Vec<String> {
    let (mut depth, mut item, mut rooms) = (0, String::new(), Vec::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => rooms.push(word(std::mem::take(&mut item).trim())),
            c => item.push(c),
        }
    }
    rooms.push(word(item.trim()));
    rooms.into_iter().filter(|room| !room.is_empty()).collect()
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn imports_are_read_alone_and_in_groups() {
    let text = "// crate::no\nuse crate::a::B;\nuse crate::{\n  c::{d, e},\n  f,\n};\nmy_crate::no();\n";
    let file = File { path: String::new(), text: text.to_owned() };
    let rooms: Vec<_> = imports(&file);
    assert_eq!(rooms, [(2, "a".to_owned()), (3, "c".to_owned()), (3, "f".to_owned())]);
    assert_eq!(longest_climb("use super::super::x; super::y"), 2);
}
