//! `chancery build`.

use crate::site::{BUILT, Site, assert_told};

#[test]
fn a_build_writes_every_page_and_sums_up() {
    let site = Site::sound();
    assert_told(&site.run(&["build"]), BUILT);
    let files = site.files("public");
    assert!(
        files.contains_key("index.html") && files.contains_key("briefs/first/index.html"),
        "{:?}",
        files.keys()
    );
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::sound();
    site.run(&["build"]);
    let first = site.files("public");
    assert_told(
        &site.run(&["build"]),
        "\
> Built [pages] pages and [others] other files into public: 0 written, [all] unchanged, 0 removed
>   1 brief · 1 actor · 1 source
>   0 warnings · [time]
exit 0
",
    );
    assert_eq!(site.files("public"), first);
}

#[test]
fn an_error_leaves_the_old_site_as_it_was() {
    let site = Site::sound();
    site.run(&["build"]);
    let old = site.files("public");
    site.write(
        "content/briefs/first.md",
        "---\ntitle: First\ndate: soon\nactors: [nato]\nsources: [letter]\n---\n",
    );
    assert_told(
        &site.run(&["build"]),
        "\
> error[P007]: `soon` is not a date: year must have exactly four digits (or X)
>  --> content/briefs/first.md:3:7
>   |
> 3 | date: soon
>   |       ^^^^
>   |
>   = help: dates are EDTF: `2024`, `2024-10`, `2024-10-28`, `2024-10-28?`, `2024-10~`, `2024-10-25/2024-10-26`
>
> Nothing was written: 1 error, 0 warnings
exit 1
",
    );
    assert_eq!(site.files("public"), old);
}

#[test]
fn warnings_are_told_before_the_summary_and_strict_makes_them_errors() {
    let site = Site::sound();
    site.write(
        "content/briefs/first.md",
        "---\ntitle: First\ndate: 2024-10-02\nactors: [eu]\nsources: [letter]\n---\n",
    );
    assert_told(
        &site.run(&["build"]),
        "\
> warning[R003]: no actor is known as `eu`: a stub page is made
>  --> content/briefs/first.md:4:10
>   |
> 4 | actors: [eu]
>   |          ^^
>   |
>   = help: write content/actors/eu.md
>
> Built [pages] pages and [others] other files into public: [all] written, 0 unchanged, 0 removed
>   1 brief · 2 actors · 1 source
>   1 warning · [time]
exit 0
",
    );
    assert_told(
        &site.run(&["build", "--strict"]),
        "\
> error[R003]: no actor is known as `eu`: a stub page is made
>  --> content/briefs/first.md:4:10
>   |
> 4 | actors: [eu]
>   |          ^^
>   |
>   = help: write content/actors/eu.md
>
> Nothing was written: 1 error, 0 warnings
exit 1
",
    );
}

#[test]
fn quiet_leaves_out_the_summary_but_no_mistake() {
    assert_told(&Site::sound().run(&["build", "--quiet"]), "exit 0\n");
    let told = Site::broken().run(&["build", "--quiet"]);
    assert!(told.contains("P007") && told.contains("Nothing was written: 1 error, 1 warning"), "{told}");
}

#[test]
fn one_thread_makes_the_same_bytes_as_many() {
    let site = Site::sound();
    for number in 0..40 {
        let text = format!(
            "---\ntitle: Brief {number}\ndate: 2024-09-02\nactors: [nato]\nsources: [letter]\n---\n[[nato]]\n"
        );
        site.write(&format!("content/briefs/b{number}.md"), &text);
    }
    assert!(site.run(&["build", "--jobs", "1", "-o", "one"]).ends_with("exit 0\n"));
    assert!(site.run(&["build", "--jobs", "8", "-o", "many"]).ends_with("exit 0\n"));
    assert_eq!(site.files("one"), site.files("many"));
}
