//! `--as-of DAY`.

use crate::site::{BUILT, Site, assert_told};

#[test]
fn a_build_as_of_a_day_goes_to_a_folder_of_its_own_and_says_what_it_leaves_out() {
    let site = Site::sound();
    site.write(
        "content/briefs/second.md",
        "---\ntitle: Second\ndate: 2024-10-03\nactors: [nato]\nsources: [letter]\n---\n",
    );
    site.write("content/events/talks.md", "---\ntitle: Talks\ndate: 2024-10\n---\n");
    assert_told(
        &site.run(&["build", "--as-of", "2024-10-02"]),
        "\
> Built [pages] pages and [others] other files into public-as-of-2024-10-02: [all] written, 0 unchanged, 0 removed
>   1 brief · 1 actor · 1 source
>   As known on 2024-10-02: 1 brief, 1 event left out, 1 of them because its date is too coarse to tell
>   0 warnings · [time]
exit 0
",
    );
}

#[test]
fn the_published_folder_is_left_as_it_was() {
    let site = Site::sound();
    assert_told(&site.run(&["build"]), BUILT);
    let published = site.files("public");
    assert!(site.run(&["build", "--as-of", "2024-10-01"]).ends_with("exit 0\n"));
    assert_eq!(site.files("public"), published);
    assert!(!site.files("public-as-of-2024-10-01").contains_key("briefs/first/index.html"));
    let told = site.run(&["build", "--as-of", "2024-10-01", "--drafts", "--audience", "red"]);
    assert!(told.contains(" into public-red-drafts-as-of-2024-10-01:"), "{told}");
}

#[test]
fn a_check_leaves_out_what_came_later_too() {
    let site = Site::sound();
    site.write(
        "content/briefs/late.md",
        "---\ntitle: Late\ndate: 2024-10-20\nactors: [eu]\nsources: [letter]\n---\n",
    );
    assert!(site.run(&["check", "--strict"]).ends_with("exit 1\n"));
    assert_told(
        &site.run(&["check", "--strict", "--as-of", "2024-10-02"]),
        "\
> Checked [pages] pages and [others] other files: no errors
>   1 brief · 1 actor · 1 source
>   As known on 2024-10-02: 1 brief, 1 actor left out
>   0 warnings · [time]
exit 0
",
    );
    assert!(!site.path("public").exists());
}

#[test]
fn what_is_no_day_is_refused() {
    let site = Site::sound();
    let cases = [
        ("2024-10", "write a day, such as 2024-10-28"),
        ("2024-10-28?", "write a day, such as 2024-10-28"),
        ("2024-10-28T10:00Z", "write a day, such as 2024-10-28"),
        ("2024-10-27/2024-10-28", "write a day, such as 2024-10-28"),
        ("2024-02-30", "there is no such day"),
        ("yesterday", "write a day, such as 2024-10-28"),
    ];
    for (day, advice) in cases {
        assert_told(
            &site.run(&["build", "--as-of", day]),
            &format!(
                "\
> error: invalid value '{day}' for '--as-of <DAY>': {advice}
>
> For more information, try '--help'.
exit 2
"
            ),
        );
    }
    assert!(!site.path("public").exists());
}
