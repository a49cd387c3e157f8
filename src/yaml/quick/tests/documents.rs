//! Documents of the plain form, and small edits that may take them out of it.

use proptest::prelude::*;
use std::fmt::Write as _;

/// How a value is written.
#[derive(Debug, Clone)]
enum Plain {
    /// On the rest of its line.
    Line(String),
    /// `>` or `|`, and lines of text; an empty one is an empty line.
    Folded(&'static str, Vec<String>),
    /// A line or more for each item.
    List(Vec<Plain>, Layout),
    /// A line or more for each key.
    Map(Vec<(String, Plain)>, Layout),
}

/// How far from what has it a list or map stands, and what stands before it.
#[derive(Debug, Clone)]
struct Layout {
    indent: usize,
    before: &'static str,
}

/// A whole document.
pub fn document() -> impl Strategy<Value = String> {
    let top = (entries(value().boxed()), prop::sample::select(vec!["\n", "", "\n# end\n", "\n\n"]));
    top.prop_map(|(entries, end)| {
        let folded = matches!(entries.last(), Some((_, value)) if ends_folded(value));
        let mut text = String::new();
        write_map(&entries, 0, &mut text);
        let text = text.trim_end_matches('\n').to_owned();
        text + if folded && end.is_empty() { "\n" } else { end }
    })
}

/// A text of several lines that the document's end cuts short is not plain.
fn ends_folded(value: &Plain) -> bool {
    match value {
        Plain::Line(_) => false,
        Plain::Folded(..) => true,
        Plain::List(items, _) => items.last().is_some_and(ends_folded),
        Plain::Map(entries, _) => entries.last().is_some_and(|(_, value)| ends_folded(value)),
    }
}

fn value() -> impl Strategy<Value = Plain> {
    let leaf = prop_oneof![4 => line().prop_map(Plain::Line), 1 => folded()];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            (prop::collection::vec(inner.clone(), 1..4), layout())
                .prop_map(|(items, layout)| Plain::List(items, layout)),
            (entries(inner.boxed()), layout()).prop_map(|(entries, layout)| Plain::Map(entries, layout)),
        ]
    })
}

fn layout() -> impl Strategy<Value = Layout> {
    let before = prop::sample::select(vec!["", "", "", "\n", "# words: [\n", "  # more\n\n"]);
    (0..5usize, before).prop_map(|(indent, before)| Layout { indent, before })
}

/// Keys are told apart by their place.
fn entries(value: BoxedStrategy<Plain>) -> impl Strategy<Value = Vec<(String, Plain)>> {
    let key = "[a-zA-Z_][a-zA-Z0-9_-]{0,4}";
    prop::collection::vec((key, value), 1..5).prop_map(|entries| {
        let place = |(at, (key, value))| (format!("{key}{at}"), value);
        entries.into_iter().enumerate().map(place).collect()
    })
}

fn line() -> impl Strategy<Value = String> {
    let word = r#"[A-Za-zé가]([a-zA-Z0-9 ,.'()/?=&%+~;!_"$@é가–-]|:x|x#){0,12}z"#;
    prop_oneof![3 => word.prop_map(|word: String| word), 2 => sure(), 3 => flow()]
}

/// What may stand within brackets and without.
fn sure() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zé가]([a-zA-Z0-9 .'()/?=&%+~;!_é가–-]|:x){0,12}z",
        r#""[ !#-\[\]-~é가–]{0,12}""#,
        "'[ -&(-~é가–]{0,12}'",
        "-?(0|[1-9][0-9]{0,6})(\\.[0-9]{1,6})?",
        "[0-9]{4}-[0-9]{2}(-[0-9]{2})?([?~%]|T[0-9]{2}:[0-9]{2}\\+[0-9]{2}:[0-9]{2}|/[0-9]{4})?",
        "[0-9]{1,4} [a-z]{1,5}",
        "true|false",
    ]
}

fn flow() -> impl Strategy<Value = String> {
    sure().prop_recursive(3, 12, 4, |inner| {
        let entry = ("[a-zA-Z_][a-z0-9_-]{0,3}", inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec(entry, 1..4).prop_map(|entries| {
                let entries = entries.iter().enumerate();
                let entries: Vec<_> =
                    entries.map(|(at, (key, value))| format!("{key}{at}: {value}")).collect();
                format!("{{{}}}", entries.join(", "))
            }),
        ]
    })
}

fn folded() -> impl Strategy<Value = Plain> {
    let line = prop_oneof![5 => r#"[!-~é가]([ -~é가–]{0,12}[!-~])?"#, 1 => Just(String::new())];
    let header = prop::sample::select(vec![">", ">-", "|", "|-"]);
    (header, "[!-~]", prop::collection::vec(line, 0..4))
        .prop_map(|(header, first, rest)| Plain::Folded(header, [vec![first], rest].concat()))
}

/// The keys, `indent` from the left; the first where the text ends already.
fn write_map(entries: &[(String, Plain)], indent: usize, text: &mut String) {
    for (at, (key, value)) in entries.iter().enumerate() {
        let left = if at == 0 { 0 } else { indent };
        write!(text, "{}{key}:", " ".repeat(left)).expect("a text takes what is written");
        write_value(value, indent, text);
    }
}

/// The value behind a colon or hyphen; what has it stands `indent` from the left.
fn write_value(value: &Plain, indent: usize, text: &mut String) {
    match value {
        Plain::Line(line) => text.extend([" ", line, "\n"]),
        Plain::Folded(header, lines) => {
            text.extend([" ", header, "\n"]);
            for line in lines {
                let left = if line.is_empty() { 0 } else { indent + 2 };
                text.extend([&" ".repeat(left), line, "\n"]);
            }
        }
        Plain::List(items, layout) => {
            text.extend(["\n", layout.before]);
            let indent = indent + layout.indent;
            for item in items {
                text.extend([&" ".repeat(indent), "-"]);
                write_item(item, indent, text);
            }
        }
        Plain::Map(entries, layout) => {
            text.extend(["\n", layout.before]);
            let indent = indent + layout.indent.max(1);
            text.push_str(&" ".repeat(indent));
            write_map(entries, indent, text);
        }
    }
}

/// An item; a list within a list stands under a key of its own.
fn write_item(item: &Plain, indent: usize, text: &mut String) {
    match item {
        Plain::Map(entries, _) => {
            text.push(' ');
            write_map(entries, indent + 2, text);
        }
        Plain::List(..) => {
            text.push_str(" of:");
            write_value(item, indent + 2, text);
        }
        _ => write_value(item, indent, text),
    }
}

/// One character more, less or another.
#[derive(Debug, Clone)]
pub struct Edit {
    at: prop::sample::Index,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Insert(String),
    Remove,
    Replace(String),
}

impl Arbitrary for Edit {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let piece = prop_oneof![
            "[ -~]",
            prop::sample::select(vec![
                "\n",
                "\n",
                " ",
                " ",
                "  ",
                "\t",
                "\r\n",
                "\n\n",
                "- ",
                ": ",
                " #",
                "#",
                "---\n",
                "...\n",
                "é",
                "\u{feff}",
                "\u{85}",
                "\u{a0}",
                "\u{2028}",
                "\u{7f}",
                "\u{1f600}",
                "<<: ",
                "&a ",
                "*a",
                "!!",
                "|\n",
                ">-\n",
                "''",
                "\\\"",
                ", ",
                "a: b\n",
            ])
            .prop_map(str::to_owned),
        ];
        let what = prop_oneof![
            piece.clone().prop_map(What::Insert),
            Just(What::Remove),
            piece.prop_map(What::Replace)
        ];
        (any::<prop::sample::Index>(), what).prop_map(|(at, what)| Self { at, what }).boxed()
    }
}

/// `text` with these edits, one after the other.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut parts: Vec<String> = text.chars().map(String::from).collect();
    for Edit { at, what } in edits {
        if parts.is_empty() {
            break;
        }
        let at = at.index(parts.len());
        match what {
            What::Insert(piece) => parts.insert(at, piece.clone()),
            What::Remove => drop(parts.remove(at)),
            What::Replace(piece) => parts[at].clone_from(piece),
        }
    }
    parts.concat()
}
