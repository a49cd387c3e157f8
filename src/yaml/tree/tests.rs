//! What the tree keeps of the author's text, and what it refuses.

use super::*;

fn read(text: &str) -> Reported<Option<Node>> {
    parse(text, FileId(0), 0)
}

fn scalar(text: &str, key: &str) -> Value {
    let node = read(text).value.expect("it is YAML");
    let Value::Map(entries) = node.value else { panic!("not a map: {text}") };
    entries.into_iter().find(|entry| entry.key == key).expect("the key is there").value.value
}

#[test]
fn scalars_keep_the_characters_the_author_wrote() {
    let text = "a: NO\nb: 1.10\nc: 007\nd: 2024\ne: yes\nf: true\ng: 'it''s'\nh:\ni: .inf\n";
    assert_eq!(scalar(text, "a"), Value::Text("NO".into()));
    assert_eq!(scalar(text, "b"), Value::Plain("1.10".into()));
    assert_eq!(scalar(text, "c"), Value::Text("007".into()));
    assert_eq!(scalar(text, "d"), Value::Plain("2024".into()));
    assert_eq!(scalar(text, "e"), Value::Text("yes".into()));
    assert_eq!(scalar(text, "f"), Value::Plain("true".into()));
    assert_eq!(scalar(text, "g"), Value::Text("it's".into()));
    assert_eq!(scalar(text, "h"), Value::Null);
    assert_eq!(scalar(text, "i"), Value::Text(".inf".into()));
}

#[test]
fn spans_are_bytes_of_the_file() {
    let text = "이름: 윤석열\nlist: [a, bc]\n";
    let node = parse(text, FileId(3), 100).value.expect("it is YAML");
    let Value::Map(entries) = node.value else { panic!("not a map") };
    let at = text.find("윤").expect("there");
    assert_eq!(entries[0].value.span, Span::new(FileId(3), 100 + at, 100 + at + 9));
    let Value::List(items) = &entries[1].value.value else { panic!("not a list") };
    assert_eq!(&text[items[1].span.start as usize - 100..items[1].span.end as usize - 100], "bc");
}

#[test]
fn a_duplicate_key_is_an_error_and_the_rest_is_read_all_the_same() {
    let read = read("a: 1\nb: x\na: 2\n");
    assert_eq!(read.diagnostics.len(), 1);
    assert_eq!(read.diagnostics[0].code, Code::P003);
    assert_eq!(read.diagnostics[0].span.start, 10);
    assert!(read.value.is_some());
}

#[test]
fn what_is_no_yaml_is_reported_where_it_goes_wrong() {
    let read = read("title: a: b\n");
    assert!(read.value.is_none());
    assert_eq!(read.diagnostics[0].code, Code::P002);
    assert_eq!(read.diagnostics[0].span.start, 8);
}

#[test]
fn bombs_are_refused_quickly() {
    let mut aliases = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let name = |n: u8| char::from(b'a' + n);
        let many = format!("*{}, ", name(level - 1)).repeat(9);
        aliases += &format!("{}: &{} [{}x]\n", name(level), name(level), many);
    }
    let deep = format!("a: {}{}", "[".repeat(5_000), "]".repeat(5_000));
    let wide = format!("a: [{}]", "{a: b}, ".repeat(200_000));
    let start = std::time::Instant::now();
    for bomb in [aliases, deep, wide] {
        let read = read(&bomb);
        assert!(matches!(read.diagnostics[0].code, Code::P018 | Code::P002), "{:?}", read.diagnostics[0]);
    }
    assert!(start.elapsed().as_secs() < 10);
}
