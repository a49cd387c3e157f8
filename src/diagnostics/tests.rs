//! Reports as they are printed.

use super::*;
use proptest::prelude::*;

/// Files out of memory: path and text.
struct Fake(Vec<(&'static str, Option<String>)>);

impl Files for Fake {
    fn path(&self, file: FileId) -> String {
        self.0.get(file.0 as usize).map_or_else(String::new, |(path, _)| (*path).to_owned())
    }

    fn text(&self, file: FileId) -> Option<String> {
        self.0.get(file.0 as usize).and_then(|(_, text)| text.clone())
    }
}

const BRIEF: &str = "---\ntitle: 윤석열, \"통화\"\ndate: 2024-02-30\nactors: [윤석열]\n---\ntext\n";

fn files() -> Fake {
    let long = format!("---\nnotes: {} date {}\n", "word ".repeat(400), "word ".repeat(400));
    let text = |text: &str| Some(text.to_owned());
    Fake(vec![
        ("content/briefs/통화 1,a.md", text(BRIEF)),
        ("content/actors/yoon.md", text("---\r\nname: Yoon\r\n---\r\n")),
        ("content/img.png", None),
        ("content/briefs/long.md", Some(long)),
    ])
}

fn span(files: &Fake, file: u32, word: &str) -> Span {
    let id = FileId(file);
    let text = files.text(id).expect("it has a text");
    let start = text.find(word).expect("the text holds it");
    Span::new(id, start, start + word.len())
}

fn sample(files: &Fake) -> Vec<Diagnostic> {
    let date = Diagnostic::new(Code::P007, span(files, 0, "2024-02-30"), "`2024-02-30` does not exist")
        .help("February 2024 has 29 days");
    let name = Diagnostic::new(
        Code::R002,
        span(files, 0, "윤석열]").part(0, 9),
        "`윤석열` fits 2 actors: 100%, or so",
    )
    .related(span(files, 0, "윤석열,"), "named here too")
    .related(span(files, 1, "Yoon"), "one of them")
    .related(Span::whole_file(FileId(2)), "and this file");
    let file = Diagnostic::new(Code::P019, Span::whole_file(FileId(2)), "`content/img.png` is not read")
        .help("first line\nsecond line");
    vec![date, name, file]
}

fn human(files: &Fake, diagnostics: &[Diagnostic]) -> String {
    render_human(diagnostics, files, Style { color: false, width: 100 })
}

#[test]
fn people_are_shown_the_line_and_the_help() {
    let files = files();
    insta::assert_snapshot!(human(&files, &sample(&files)), @r##"
error[P007]: `2024-02-30` does not exist
 --> content/briefs/통화 1,a.md:3:7
  |
3 | date: 2024-02-30
  |       ^^^^^^^^^^
  |
  = help: February 2024 has 29 days

error[R002]: `윤석열` fits 2 actors: 100%, or so
 --> content/briefs/통화 1,a.md:4:10
  |
2 | title: 윤석열, "통화"
  |        ------- named here too
3 | date: 2024-02-30
4 | actors: [윤석열]
  |          ^^^^^^
  |
 ::: content/actors/yoon.md:2:7
  |
2 | name: Yoon
  |       ---- one of them
 ::: content/img.png
  = note: and this file

warning[P019]: `content/img.png` is not read
--> content/img.png
 = help: first line
         second line
"##);
}

#[test]
fn long_lines_are_trimmed_around_the_place() {
    let files = files();
    let found = [Diagnostic::new(Code::P007, span(&files, 3, "date"), "no date")];
    insta::assert_snapshot!(human(&files, &found), @r##"
error[P007]: no date
 --> content/briefs/long.md:2:2009
  |
2 | ...d word word word word word word word word  date word word word word word word word word wo...
  |                                               ^^^^
"##);
}

#[test]
fn a_long_place_is_shown_by_its_first_line() {
    let text = format!("---\ntitle: x\n{}", "more\n".repeat(500));
    let files = Fake(vec![("a.md", Some(text.clone()))]);
    let found = [Diagnostic::new(Code::P001, Span::new(FileId(0), 0, text.len()), "not closed")];
    insta::assert_snapshot!(human(&files, &found), @r##"
error[P001]: not closed
 --> a.md:1:1
  |
1 | ---
  | ^^^
"##);
}

#[test]
fn colour_is_only_there_where_it_is_wanted() {
    let files = files();
    let coloured = render_human(&sample(&files), &files, Style { color: true, width: 0 });
    assert!(coloured.contains('\u{1b}') && !human(&files, &sample(&files)).contains('\u{1b}'));
}

#[test]
fn what_would_steer_a_terminal_is_shown_as_signs() {
    let files = Fake(vec![("a\u{1b}[2Jb.md", Some("a \u{1b}[31m \u{202e} b".to_owned()))]);
    let steer = "\u{1b}[31m \u{202e}";
    let found = Diagnostic::new(Code::P002, Span::new(FileId(0), 0, 5), steer).help(steer);
    let found = found.related(Span::new(FileId(0), 2, 3), steer).related(Span::whole_file(FileId(0)), steer);
    let report = human(&files, &[found]);
    assert!(!report.contains(['\u{1b}', '\u{202e}']), "{report}");
}

#[test]
fn json_is_one_document() -> serde_json::Result<()> {
    let files = files();
    let report = render_json(&sample(&files), &files);
    let parsed: serde_json::Value = serde_json::from_str(&report)?;
    assert_eq!(parsed.as_array().map(Vec::len), Some(3));
    insta::assert_snapshot!(report, @r##"
[
  {
    "code": "P007",
    "severity": "error",
    "message": "`2024-02-30` does not exist",
    "help": "February 2024 has 29 days",
    "path": "content/briefs/통화 1,a.md",
    "line": 3,
    "column": 7,
    "end_line": 3,
    "end_column": 17,
    "text": "2024-02-30",
    "related": []
  },
  {
    "code": "R002",
    "severity": "error",
    "message": "`윤석열` fits 2 actors: 100%, or so",
    "help": null,
    "path": "content/briefs/통화 1,a.md",
    "line": 4,
    "column": 10,
    "end_line": 4,
    "end_column": 13,
    "text": "윤석열",
    "related": [
      {
        "message": "named here too",
        "path": "content/briefs/통화 1,a.md",
        "line": 2,
        "column": 8,
        "end_line": 2,
        "end_column": 12,
        "text": "윤석열,"
      },
      {
        "message": "one of them",
        "path": "content/actors/yoon.md",
        "line": 2,
        "column": 7,
        "end_line": 2,
        "end_column": 11,
        "text": "Yoon"
      },
      {
        "message": "and this file",
        "path": "content/img.png",
        "line": null,
        "column": null,
        "end_line": null,
        "end_column": null,
        "text": null
      }
    ]
  },
  {
    "code": "P019",
    "severity": "warning",
    "message": "`content/img.png` is not read",
    "help": "first line\nsecond line",
    "path": "content/img.png",
    "line": null,
    "column": null,
    "end_line": null,
    "end_column": null,
    "text": null,
    "related": []
  }
]
"##);
    Ok(())
}

#[test]
fn json_quotes_no_more_than_200_characters() -> serde_json::Result<()> {
    let files = files();
    let long = Diagnostic::new(Code::P002, Span::new(FileId(3), 4, 4_000_000), "x");
    let parsed: serde_json::Value = serde_json::from_str(&render_json(&[long], &files))?;
    assert_eq!(parsed[0]["text"].as_str().map(|text| text.chars().count()), Some(200));
    Ok(())
}

#[test]
fn github_gets_one_escaped_line_each() {
    let files = files();
    insta::assert_snapshot!(render_github(&sample(&files), &files), @r##"
::error file=content/briefs/통화 1%2Ca.md,line=3,endLine=3,col=7,endColumn=17,title=P007 a date cannot be read or does not exist::`2024-02-30` does not exist%0Ahelp: February 2024 has 29 days
::error file=content/briefs/통화 1%2Ca.md,line=4,endLine=4,col=10,endColumn=13,title=R002 a name fits more than one record::`윤석열` fits 2 actors: 100%25, or so
::warning file=content/img.png,title=P019 a file is not read::`content/img.png` is not read%0Ahelp: first line%0Asecond line
"##);
}

#[test]
fn sarif_holds_rules_regions_and_relative_references() -> serde_json::Result<()> {
    let files = files();
    let report = render_sarif(&sample(&files), &files);
    let parsed: serde_json::Value = serde_json::from_str(&report)?;
    assert_eq!(parsed["runs"][0]["tool"]["driver"]["version"], env!("CARGO_PKG_VERSION"));
    let result = &parsed["runs"][0]["results"][1];
    assert_eq!(parsed["runs"][0]["tool"]["driver"]["rules"][2]["id"], result["ruleId"]);
    insta::assert_snapshot!(format!("{result:#}"), @r##"
{
  "level": "error",
  "locations": [
    {
      "physicalLocation": {
        "artifactLocation": {
          "uri": "content/briefs/%ED%86%B5%ED%99%94%201%2Ca.md"
        },
        "region": {
          "endColumn": 13,
          "endLine": 4,
          "startColumn": 10,
          "startLine": 4
        }
      }
    }
  ],
  "message": {
    "text": "`윤석열` fits 2 actors: 100%, or so"
  },
  "relatedLocations": [
    {
      "id": 0,
      "message": {
        "text": "named here too"
      },
      "physicalLocation": {
        "artifactLocation": {
          "uri": "content/briefs/%ED%86%B5%ED%99%94%201%2Ca.md"
        },
        "region": {
          "endColumn": 12,
          "endLine": 2,
          "startColumn": 8,
          "startLine": 2
        }
      }
    },
    {
      "id": 1,
      "message": {
        "text": "one of them"
      },
      "physicalLocation": {
        "artifactLocation": {
          "uri": "content/actors/yoon.md"
        },
        "region": {
          "endColumn": 11,
          "endLine": 2,
          "startColumn": 7,
          "startLine": 2
        }
      }
    },
    {
      "id": 2,
      "message": {
        "text": "and this file"
      },
      "physicalLocation": {
        "artifactLocation": {
          "uri": "content/img.png"
        }
      }
    }
  ],
  "ruleId": "R002",
  "ruleIndex": 2
}
"##);
    Ok(())
}

#[test]
fn no_diagnostics_make_an_empty_report() {
    let files = files();
    assert_eq!((human(&files, &[]).as_str(), render_github(&[], &files).as_str()), ("", ""));
    assert_eq!(render_json(&[], &files), "[]\n");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn no_span_over_any_text_panics(
        text in "([a윤\\n\\r\\t \u{feff}\u{301}\u{200d}👩\u{0}\u{202e}]|abcdefgh){0,200}",
        spans in prop::collection::vec((0usize..900, 0usize..900), 1..4),
        width in 0usize..120,
    ) {
        let files = Fake(vec![("a.md", Some(text))]);
        let span = |&(start, end): &(usize, usize)| Span::new(FileId(0), start, end);
        let mut found = Diagnostic::new(Code::P002, span(&spans[0]), "message");
        for other in &spans[1..] {
            found = found.related(span(other), "why");
        }
        render_human(&[found.clone()], &files, Style { color: false, width });
        render_json(&[found.clone()], &files);
        render_github(&[found.clone()], &files);
        render_sarif(&[found], &files);
    }
}

#[test]
fn a_template_that_fails_for_many_pages_is_told_once() {
    let at = |start| Span::new(FileId(1), start, start + 1);
    let broken =
        |page: &str| Diagnostic::new(Code::T003, at(5), format!("no field, in the making of {page}"));
    let mut list = vec![broken("b"), broken("a"), broken("c"), Diagnostic::new(Code::P004, at(5), "x")];
    sort(&mut list);
    let told: Vec<_> = list.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(told, ["x", "no field, in the making of a and of 2 more"]);
}
