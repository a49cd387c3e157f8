//! `chancery init`.

use crate::site::{Site, assert_told};

const STARTED: &str = "\
> Started a site in my site:
>   site.yaml
>   content/briefs/2024-05-14-night-ferries-stop.md
>   content/actors/lantern-bay-harbour-office.md
>   content/actors/lantern-bay-courier.md
>   content/events/night-ferries-announcement.md
>   content/sources/courier-2024-05-14.md
>   content/pages/about.md
>   README.md
>   .gitignore
>
> Next:
>   cd 'my site'
>   chancery build
exit 0
";

#[test]
fn a_new_site_builds_without_a_warning_even_a_strict_one() {
    let site = Site::empty();
    assert_told(&site.run(&["init", "my site"]), STARTED);
    assert_told(
        &site.run_in("my site", &["build", "--strict"]),
        "\
> Built [pages] pages and [others] other files into public: [all] written, 0 unchanged, 0 removed
>   1 brief · 2 actors · 1 event · 1 source · 1 page · 1 claim
>   0 warnings · [time]
exit 0
",
    );
    assert!(site.path("my site/public/briefs/2024-05-14-night-ferries-stop/index.html").exists());
}

#[test]
fn a_folder_with_other_files_may_become_a_site() {
    let site = Site::empty();
    site.write("notes.txt", "mine");
    assert_told(&site.run(&["init", "."]), &STARTED.replace("in my site", "in .").replace("'my site'", "."));
    assert_eq!(site.read("notes.txt"), "mine");
}

#[test]
fn nothing_is_written_where_something_would_be_overwritten() {
    for (path, told) in [
        (
            "a/site.yaml",
            "\
> error: a already holds a `site.yaml`
>   help: choose another folder, or build the site that is there
exit 2
",
        ),
        (
            "a/content/pages/about.md",
            "\
> error: a/content/pages/about.md is already there and would be overwritten
>   help: move it away, or choose another name
exit 2
",
        ),
        (
            "a",
            "\
> error: a is already there and would be overwritten
>   help: move it away, or choose another name
exit 2
",
        ),
    ] {
        let site = Site::empty();
        site.write(path, "mine");
        assert_told(&site.run(&["init", "a"]), told);
        let files = site.files("");
        assert_eq!(files.into_iter().collect::<Vec<_>>(), [(path.to_owned(), b"mine".to_vec())]);
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let (site, other) = (Site::empty(), Site::empty());
    site.write("a/x", "");
    std::os::unix::fs::symlink(other.path(""), site.path("a/content")).expect("a link can be made");
    assert_told(
        &site.run(&["init", "a"]),
        "\
> error: a/content is a link, or in one, that leads out of the site's folder
>   help: put a folder in its place; only `build --output DIR` writes elsewhere
exit 2
",
    );
    assert!(other.files("").is_empty() && !site.path("a/site.yaml").exists());
}
