//! What the program keeps in the site's folder, and how it is told not to.

use crate::site::{Site, assert_told};
use std::fs;
use std::thread::sleep;
use std::time::Duration;

const UNCHANGED: &str = "\
> Built [pages] pages and [others] other files into public: 0 written, [all] unchanged, 0 removed
>   1 brief · 1 actor · 1 source
>   0 warnings · [time]
exit 0
";

#[test]
fn a_run_keeps_what_it_read_where_version_control_does_not_look() {
    for command in ["build", "check"] {
        let site = Site::sound();
        assert!(site.run(&[command]).ends_with("exit 0\n"));
        assert_eq!(site.read(".chancery/cache/.gitignore"), "*\n");
        let kept = fs::read_dir(site.path(".chancery/cache")).expect("it is there");
        let kept = kept.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned());
        assert!(kept.filter(|name| name.starts_with("parsed-")).count() > 0, "{command}");
    }
}

#[test]
fn without_a_cache_nothing_is_read_or_kept() {
    let site = Site::sound();
    assert!(site.run(&["build", "--no-cache"]).ends_with("exit 0\n"));
    assert!(site.run(&["check", "--no-cache"]).ends_with("exit 0\n"));
    assert!(!site.path(".chancery").exists());
}

#[test]
fn a_folder_in_which_nothing_can_be_kept_is_built_all_the_same() {
    let site = Site::sound();
    site.write(".chancery", "a file");
    assert!(site.run(&["build"]).ends_with("exit 0\n"));
    assert_told(&site.run(&["build"]), UNCHANGED);
    assert_eq!(site.read(".chancery"), "a file");
}

#[test]
fn a_build_of_which_nothing_changed_says_what_one_without_a_cache_says() {
    let site = Site::sound();
    site.write(
        "content/briefs/first.md",
        "---\ntitle: First\ndate: 2024-10-02\nactors: [nato, eu]\nsources: [letter]\nsumary: S\n---\n",
    );
    // Files that changed just now are looked at again.
    sleep(Duration::from_millis(2100));
    site.run(&["build"]);
    let kept = fs::read_dir(site.path(".chancery/cache")).expect("it is there").filter_map(Result::ok);
    let kept = kept.filter(|entry| entry.file_name().to_string_lossy().starts_with("built-"));
    assert_eq!(kept.count(), 1, "the build is remembered");
    for format in ["human", "json", "sarif", "github"] {
        let args = ["build", "--format", format];
        assert_told(&site.run(&args), &site.run(&[&args[..], &["--no-cache"]].concat()));
    }
    fs::remove_file(site.path("public/index.html")).expect("it is there");
    assert!(site.run(&["build"]).contains(" into public: [some] written"), "it is made again");
    assert!(site.path("public/index.html").exists());
}
