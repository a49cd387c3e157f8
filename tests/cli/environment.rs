//! Clock, folders, threads and streams: what is around the program, and exit code 2 where it fails.

use crate::site::{Site, assert_told};
use std::process::{Command, Stdio};

#[test]
fn without_a_site_it_says_what_was_looked_for_and_where() {
    let site = Site::empty();
    for command in [&["build"][..], &["check"], &["new", "brief", "A"]] {
        assert_told(
            &site.run(command),
            "\
> error: no site found: [root] holds no `site.yaml`, and no folder above it does
>   help: name the site's folder with `--root DIR`, or start a site with `chancery init DIR`
exit 2
",
        );
    }
    assert_told(
        &site.run(&["build", "--root", "gone"]),
        "\
> error: no site found: gone holds no `site.yaml`
>   help: name the site's folder with `--root DIR`, or start a site with `chancery init DIR`
exit 2
",
    );
}

#[test]
fn the_site_is_found_from_below_and_by_its_root() {
    let site = Site::sound();
    site.write("other/x", "");
    let below = site.run_in("content/briefs", &["check"]);
    assert_told(&below, &site.run_in("other", &["check", "--root", ".."]));
    assert!(below.ends_with("exit 0\n"));
}

#[test]
fn an_embargo_is_judged_by_the_clock_that_is_set() {
    let site = Site::sound();
    let text = "---\ntitle: Later\ndate: 2024-10-02\nembargo: 2024-10-29T09:00Z\nactors: [nato]\nsources: [letter]\n---\n";
    site.write("content/briefs/later.md", text);
    let page = "briefs/later/index.html";
    for (clock, there) in [("1730192399", false), ("1730192400", true)] {
        let told = site.told(site.command(&["build"]).env("SOURCE_DATE_EPOCH", clock));
        assert!(told.ends_with("exit 0\n"), "{told}");
        assert_eq!(site.files("public").contains_key(page), there, "{clock}");
    }
}

#[test]
fn a_clock_that_is_set_wrong_is_the_environments_failure() {
    let site = Site::sound();
    assert_told(
        &site.told(site.command(&["build"]).env("SOURCE_DATE_EPOCH", "yesterday")),
        "\
> error: SOURCE_DATE_EPOCH is `yesterday`, which is not a number of seconds since 1970
>   help: write a number such as 1730160000, or leave it unset
exit 2
",
    );
    assert!(!site.path("public").exists());
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::sound();
    let path = site.path("content/briefs/first.md");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o0)).expect("the owner may");
    if std::fs::read(&path).is_ok() {
        return; // Root reads everything.
    }
    let told = site.run(&["check"]);
    assert!(told.contains("content/briefs/first.md") && told.ends_with("exit 2\n"), "{told}");
}

/// Runs a check of a broken site whose standard output goes to `stdout`.
fn check_into(stdout: Stdio) -> (Option<i32>, String) {
    let site = Site::broken();
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(["check", "--format", "json"]).current_dir(site.path(""));
    let output = command.stdout(stdout).output().expect("it runs");
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let (code, stderr) = check_into(writer.into());
    assert_eq!((code, stderr.as_str()), (Some(1), "The site cannot be built: 1 error, 1 warning\n"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let (code, stderr) = check_into(full.into());
    let expected = "error: cannot write to standard output: No space left on device (os error 28)\n";
    assert_eq!((code, stderr.as_str()), (Some(2), expected));
}
