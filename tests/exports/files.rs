//! The small site that these tests are about.

const BRIEF: &str = r#"---
title: "Who {said} 50% & so?"
date: 2024-10-28
actors: [yoon]
sources: [wire]
authors: [Desk & Co, 김영희]
claims:
  - id: first-count
    text: "=HYPERLINK(\"x\"), he \"said\""
    by: yoon
    via: [nato]
    said_on: 2024-10-27
    about: [nato]
    question: Are there troops?
    stance: confirm
    sources: [copy-a, copy-b]
    status: revised
    superseded_by: second-count
  - id: second-count
    text: "여섯 명이다"
    by: yoon
    said_on: 2024-10-28
    question: are there troops?
    sources: [wire, wire]
estimates:
  - {id: est-a, text: "About 3,000.", by: nato, quantity: troops, kind: present, value: 3000, low: -5, high: 4000.5, sources: [hidden]}
assessments:
  - {text: It will rise., likelihood: likely, confidence: low, horizon: 2024-12}
  - {text: It has risen., likelihood: probable, outcome: true}
  - {text: It fell., likelihood: {low: 60, high: 70}, outcome: {result: no}}
  - {text: Open., likelihood: likely, outcome: partly}
changes:
  - {on: 2024-11-01, kind: correction, note: "A name was wrong."}
  - {on: 2024-11-03, kind: update, note: "A figure & its source were added."}
---
Text.
"#;

/// Its files: two copies of one wire, an event that rests on them, a protected source, claims and judgements.
pub const FILES: &[(&str, &str)] = &[
    ("site.yaml", "title: Test & site\nbase_url: https://example.org/sub/\n"),
    ("content/actors/nato.md", "---\nname: NATO\nkind: organization\nnotes: secret-note\n---\n"),
    (
        "content/actors/yoon.md",
        "---\nname: {en: Yoon, ko: 윤석열}\nkind: person\npositions: [{title: President, from: 2022-05-10}]\nextra: {k: secret-extra}\n---\n",
    ),
    ("content/sources/wire.md", "---\ntitle: A wire\npublished: 2024-10-27\n---\n"),
    ("content/sources/copy-a.md", "---\ntitle: Copy A\npublished: 2024-10-28\nderived_from: [copy-b]\n---\n"),
    ("content/sources/copy-b.md", "---\ntitle: Copy B\npublished: 2024-10-29\nderived_from: [wire]\n---\n"),
    (
        "content/sources/hidden.md",
        "---\ntitle: Secret-title\nurl: https://secret.example/\nauthor: Secret-author\npublished: 2024-10-01\nprotected: true\ndescription_public: An officer\nderived_from: [wire]\ntags: [secret-tag]\n---\n",
    ),
    (
        "content/events/arrival.md",
        "---\ntitle: Arrival\ndate: 2024-10-27\nparticipants: [yoon]\nsources: [copy-a, copy-b, wire]\n---\n",
    ),
    (
        "content/events/meeting.md",
        "---\ntitle: Meeting\ndate: 2024-10-26\nparticipants: [yoon]\nsources: [hidden, wire]\n---\n",
    ),
    ("content/briefs/2024-10-28-first.md", BRIEF),
];

/// A site without claims, changes or judgements.
pub const BARE: &[(&str, &str)] = &[
    ("site.yaml", "title: Bare\nbase_url: https://example.org/\n"),
    ("content/actors/nato.md", "---\nname: NATO\nkind: organization\n---\n"),
    ("content/sources/letter.md", "---\ntitle: A letter\n---\n"),
    (
        "content/briefs/one.md",
        "---\ntitle: One\ndate: 2024-01-01\nactors: [nato]\nsources: [letter]\n---\nText.\n",
    ),
];

/// A moment before the horizon of the open judgement.
pub const BEFORE: &str = "2024-12-31T12:00:00Z";
/// A moment after it.
pub const AFTER: &str = "2025-01-01T00:00:00Z";
