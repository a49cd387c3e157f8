//! Rows of lists, as a theme prints them.

use crate::support::Site;
use chancery::diagnostics::Code;

/// A site with one claim, in a theme that prints the rows of claims by `template`.
fn themed(template: &str) -> Site {
    Site::new()
        .yaml("theme: own")
        .file("themes/own/theme.yaml", "extends: default\n")
        .file("themes/own/templates/rows/claim.html", template)
        .actor("ana", "name: Ana")
        .brief_saying(
            "b",
            "claims: [{id: c, text: The ferry is late, by: ana, said_on: 2024-10-28}]",
            "Text.",
        )
}

#[test]
fn a_row_that_cannot_be_printed_is_a_mistake_and_not_left_out() {
    let reports = themed("<tr><td>{{ row.nothing.at_all }}</td></tr>").build().reports;
    assert!(!reports.is_empty());
    for report in reports {
        let place = (report.code, report.at.as_str(), report.text.as_str());
        assert_eq!(place, (Code::T003, "themes/own/templates/rows/claim.html:1:16", "nothing"));
    }
}

#[test]
fn a_theme_prints_rows_its_own_way_and_the_page_that_records_a_claim_has_its_id() {
    let built = themed("<tr><td class=\"own\">{{ row.text }}, {{ row.by.text }}</td></tr>").sound();
    for page in ["claims/", "actors/ana/", "briefs/b/"] {
        assert_eq!(built.page(page).texts("td.own"), ["The ferry is late, Ana"], "{page}");
    }
    assert!(built.page("briefs/b/").has("tr#claim-c > td.own"));
    assert!(!built.page("claims/").has("#claim-c"));
}

#[test]
fn what_does_not_begin_with_an_element_stays_as_it_is() {
    let built = themed("Said: {{ row.text }}").sound();
    assert!(!built.page("briefs/b/").has("#claim-c"));
}
