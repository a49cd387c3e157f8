//! The theme `plain`: bare, and as honest.

use crate::support::{Site, main_text};

#[test]
fn the_plain_theme_prints_no_claim_without_its_speaker() {
    let claim =
        "claims: [{id: c, text: The ferry is late, by: Ana Petrov, about: [harbour], said_on: 2024-10-28}]";
    let built = Site::new()
        .yaml("theme: plain")
        .actor("harbour", "name: The harbour")
        .actor("ana", "name: Ana Petrov")
        .brief_saying("b", claim, "They say [it is late]{claim=c}.")
        .sound();
    for page in ["briefs/b/", "claims/", "actors/ana/", "actors/harbour/"] {
        let text = main_text(&built.page(page));
        assert!(text.contains("The ferry is late") && text.contains("Ana Petrov"), "{page}: {text}");
    }
    assert!(built.page("briefs/b/").has("#claim-c"));
}
