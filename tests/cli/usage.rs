//! What is typed wrong: exit code 2, and nothing done.

use crate::site::{Site, assert_told};

#[test]
fn a_command_or_flag_that_is_not_known_is_told_with_the_nearest() {
    let site = Site::sound();
    assert_told(
        &site.run(&["bild"]),
        "\
> error: unrecognized subcommand 'bild'
>
>   tip: a similar subcommand exists: 'build'
>
> Usage: chancery [OPTIONS] <COMMAND>
>
> For more information, try '--help'.
exit 2
",
    );
    assert_told(
        &site.run(&["build", "--draft"]),
        "\
> error: unexpected argument '--draft' found
>
>   tip: a similar argument exists: '--drafts'
>
> Usage: chancery build --drafts
>
> For more information, try '--help'.
exit 2
",
    );
    assert_told(
        &site.run(&["check", "--output", "x"]),
        "\
> error: unexpected argument '--output' found
>
> Usage: chancery check [OPTIONS]
>
> For more information, try '--help'.
exit 2
",
    );
    assert!(!site.path("public").exists());
}

#[test]
fn a_word_that_is_not_in_its_list_is_told_with_the_list() {
    let site = Site::sound();
    assert_told(
        &site.run(&["build", "--audience", "secret"]),
        "\
> error: invalid value 'secret' for '--audience <TLP>'
>   [possible values: clear, green, amber, amber+strict, red]
>
> For more information, try '--help'.
exit 2
",
    );
    assert_told(
        &site.run(&["new", "report", "A"]),
        "\
> error: invalid value 'report' for '<KIND>'
>   [possible values: brief, actor, event, source, place, page]
>
> For more information, try '--help'.
exit 2
",
    );
    assert!(!site.path("public").exists());
}

#[test]
fn values_are_judged_before_anything_is_done() {
    let site = Site::sound();
    assert_told(
        &site.run(&["build", "--jobs", "0"]),
        "\
> error: invalid value '0' for '--jobs <N>': 0 is not in 1..=1024
>
> For more information, try '--help'.
exit 2
",
    );
    assert_told(&site.run(&["build", "--base-url", "ftp://x"]), "\
> error: invalid value 'ftp://x' for '--base-url <URL>': write `https://example.org/` or `https://example.org/folder/`
>
> For more information, try '--help'.
exit 2
");
    assert_told(
        &site.run(&["new", "actor", " "]),
        "\
> error: invalid value ' ' for '<TITLE>': it is empty
>
> For more information, try '--help'.
exit 2
",
    );
    assert_told(
        &site.run(&["new", "actor", "A", "--id", "../a"]),
        "\
> error: invalid value '../a' for '--id <ID>': only a-z, 0-9 and - may stand in an id
>
> For more information, try '--help'.
exit 2
",
    );
    assert!(!site.path("public").exists());
}

#[test]
fn help_and_version_are_answers() {
    let site = Site::empty();
    assert_told(&site.run(&["--version"]), "chancery [version]\nexit 0\n");
    let help = site.run(&["--help"]);
    assert!(help.starts_with("Makes a report site") && help.ends_with("exit 0\n"), "{help}");
    let nothing = site.run(&[]);
    assert!(nothing.starts_with("> Makes a report site") && nothing.ends_with("exit 2\n"), "{nothing}");
}
