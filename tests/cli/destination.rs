//! Where a build goes, and where it never does.

use crate::site::{BUILT, Site, assert_told};

#[test]
fn drafts_go_to_another_folder() {
    let site = Site::sound();
    site.write(
        "content/briefs/second.md",
        "---\ntitle: Second\ndate: 2024-10-03\ndraft: true\nactors: [nato]\nsources: [letter]\n---\n",
    );
    assert_told(&site.run(&["build"]), BUILT);
    assert_told(
        &site.run(&["build", "--drafts"]),
        "\
> Built [pages] pages and [others] other files into public-drafts: [all] written, 0 unchanged, 0 removed
>   2 briefs · 1 actor · 1 source
>   0 warnings · [time]
exit 0
",
    );
    let page = "briefs/second/index.html";
    assert!(!site.files("public").contains_key(page));
    assert!(site.files("public-drafts").contains_key(page));
}

#[test]
fn another_audience_goes_to_another_folder() {
    let site = Site::sound();
    for (audience, folder) in [("amber+strict", "public-amber-strict"), ("clear", "public")] {
        let told = site.run(&["build", "--audience", audience]);
        assert_told(&told, &BUILT.replace("public", folder));
    }
    site.write("site.yaml", "title: Test\nbase_url: https://example.org/\naudience: green\noutput: out\n");
    assert_told(&site.run(&["build", "--audience", "green"]), &BUILT.replace("public", "out"));
    assert_told(
        &site.run(&["build", "--audience", "clear", "--drafts"]),
        &BUILT.replace("public", "out-clear-drafts"),
    );
}

#[test]
fn an_output_folder_is_taken_from_where_the_author_stands() {
    let site = Site::sound();
    let told = site.run_in("content", &["build", "--output", "../elsewhere", "--drafts"]);
    assert_told(&told, &BUILT.replace("public", "../elsewhere"));
    assert!(site.path("elsewhere/index.html").exists() && !site.path("public").exists());
    assert_told(&site.run_in("content", &["build"]), &BUILT.replace("public", "[root]/public"));
}

#[test]
fn files_of_others_are_not_overwritten() {
    let site = Site::sound();
    site.write("public/index.html", "mine");
    assert_told(
        &site.run(&["build"]),
        "\
> error: [root]/public/index.html was not made by Chancery and would be overwritten
>   help: move them away, or build into another folder
exit 2
",
    );
    assert_eq!(site.read("public/index.html"), "mine");
}

#[test]
fn a_build_never_goes_into_its_sources() {
    assert_told(
        &Site::sound().run(&["build", "-o", "content/briefs"]),
        "\
> error: cannot build into content/briefs: it is, holds or is in a folder that the site is made from
>   help: build into a folder of its own, such as `public`
exit 2
",
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_followed_only_where_output_says_so() {
    let (site, other) = (Site::sound(), Site::empty());
    std::os::unix::fs::symlink(other.path(""), site.path("public")).expect("a link can be made");
    assert_told(
        &site.run(&["build"]),
        "\
> error: [root]/public is a link, or in one, that leads out of the site's folder
>   help: put a folder in its place; only `build --output DIR` writes elsewhere
exit 2
",
    );
    assert!(other.files("").is_empty());
    assert_told(&site.run(&["build", "-o", "public"]), BUILT);
    assert!(other.path("index.html").exists());
}
