//! Folders on disk and what is found in them.

use super::*;
use crate::diagnostics::{Diagnostic, Files, Severity};
use crate::model::RecordKind;
use crate::text::FileId;
use std::fs;
use std::io;
use std::path::Path;
use tempfile::TempDir;

type TestResult = Result<(), Box<dyn std::error::Error>>;

fn site(files: &[(&str, &str)]) -> io::Result<TempDir> {
    let root = tempfile::tempdir()?;
    for (path, text) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("/")))?;
        fs::write(path, text)?;
    }
    Ok(root)
}

fn messages(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect()
}

#[test]
fn files_are_sorted_by_their_whole_path_behind_the_configuration() -> TestResult {
    let names =
        ["content/actors/a/x.md", "content/actors/a-b.md", "content/actors/a.png", "content/briefs/x.md"];
    let root = site(&names.map(|name| (name, "")))?;
    let found = discover(root.path(), "content/")?;
    assert_eq!(messages(&found.diagnostics), [""; 0]);
    let paths: Vec<_> = found.value.files().iter().map(|file| &*file.path).collect();
    let expected =
        ["content/actors/a-b.md", "content/actors/a.png", "content/actors/a/x.md", "content/briefs/x.md"];
    assert_eq!(paths[0], "site.yaml");
    assert_eq!(paths[1..], expected);
    let records: Vec<_> = found.value.records().collect();
    assert_eq!(records[0], (FileId(1), RecordKind::Actor));
    assert_eq!(records[2], (FileId(4), RecordKind::Brief));
    Ok(())
}

#[test]
fn a_folder_without_content_is_an_empty_site() -> TestResult {
    let root = site(&[])?;
    let found = discover(root.path(), "content")?;
    assert_eq!(found.value.files().len(), 1);
    assert_eq!(found.value.files()[0].kind, FileKind::Config);
    assert!(matches!(found.value.read(FileId(0)), Err(DiscoverError::Read { .. })));
    assert!(found.diagnostics.is_empty());
    Ok(())
}

#[test]
fn a_missing_root_is_an_error_with_its_path() {
    let error = discover(Path::new("/nowhere/at/all"), "content").expect_err("it is not there");
    assert!(error.to_string().contains("/nowhere/at/all"), "{error}");
}

#[test]
fn a_change_is_of_bytes_of_the_list_or_of_nothing() -> TestResult {
    let root = site(&[("content/briefs/a.md", ""), ("content/briefs/2024/b.md", ""), ("content/x.md", "")])?;
    let files = discover(root.path(), "content")?.value;
    let id = |path| files.files().iter().position(|file| &*file.path == path).map(file_set::file_id);
    let bytes = |path| id(path).map(Change::Bytes);
    assert_eq!(Some(files.change_at("content/briefs/a.md")), bytes("content/briefs/a.md"));
    assert_eq!(Some(files.change_at("site.yaml")), bytes("site.yaml"));
    for nothing in
        ["content/briefs/4913", "content/briefs/.a.md.swp", "content/briefs/a.md~", "content/.git/x"]
    {
        assert_eq!(files.change_at(nothing), Change::Nothing, "{nothing}");
    }
    fs::write(root.path().join("content/briefs/new.md"), "")?;
    fs::remove_file(root.path().join("content/briefs/a.md"))?;
    fs::remove_dir_all(root.path().join("content/briefs/2024"))?;
    // The last one was listed but not read.
    for list in ["content/briefs/new.md", "content/briefs/a.md", "content/briefs/2024", "content/x.md"] {
        assert_eq!(files.change_at(list), Change::List, "{list}");
    }
    Ok(())
}

#[test]
fn hidden_files_and_leftovers_are_passed_over() -> TestResult {
    let names =
        ["content/.git/x.md", "content/briefs/.x.md", "content/briefs/x.md~", "content/briefs/x.md.swp"];
    let root = site(&names.map(|name| (name, "")))?;
    let found = discover(root.path(), "content")?;
    assert_eq!((found.value.files().len(), found.diagnostics.len()), (1, 0));
    Ok(())
}

#[test]
fn markdown_outside_the_folders_is_reported_by_name() -> TestResult {
    let root = site(&[("content/brief/x.md", "text"), ("content/README.md", "")])?;
    let found = discover(root.path(), "content")?;
    assert_eq!(
        messages(&found.diagnostics),
        [
            "`content/README.md` is not read: it is in none of the folders of records",
            "`content/brief/x.md` is not read: it is in none of the folders of records",
        ]
    );
    assert_eq!(found.diagnostics[1].help.as_deref(), Some("did you mean `content/briefs/`?"));
    assert_eq!(Files::path(&found.value, found.diagnostics[1].span.file), "content/brief/x.md");
    assert_eq!(found.value.text(found.diagnostics[1].span.file), None);
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_only_to_a_file_within_the_root() -> TestResult {
    use std::os::unix::fs::symlink;
    let outside = site(&[("secret.md", "secret")])?;
    let root = site(&[("content/briefs/x.md", "text"), ("content/img/a.png", "")])?;
    let briefs = root.path().join("content/briefs");
    symlink(outside.path().join("secret.md"), briefs.join("a.md"))?;
    symlink(outside.path(), briefs.join("b"))?;
    symlink("x.md", briefs.join("c.md"))?;
    symlink("nowhere", briefs.join("d.md"))?;
    symlink("../img", briefs.join("e"))?;
    let found = discover(root.path(), "content")?;
    assert_eq!(
        messages(&found.diagnostics),
        [
            "`content/briefs/a.md` is not read: it is a link that leads out of the site's folder",
            "`content/briefs/b` is not read: it is a link that leads out of the site's folder",
            "`content/briefs/d.md` is not read: it is a link that leads nowhere",
            "`content/briefs/e` is not read: it is a link to something other than a file",
        ]
    );
    let records: Vec<_> = found.value.records().map(|(id, _)| found.value.text(id)).collect();
    assert_eq!(records, [Some("text".to_owned()), Some("text".to_owned())]);

    fs::remove_dir_all(root.path().join("content"))?;
    symlink(outside.path(), root.path().join("content"))?;
    let found = discover(root.path(), "content")?;
    assert_eq!(
        messages(&found.diagnostics),
        ["`content` is not read: it is a link that leads out of the site's folder"]
    );
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_text_are_reported() -> TestResult {
    use std::os::unix::ffi::OsStrExt;
    let root = site(&[("content/briefs/x.md", "")])?;
    fs::write(root.path().join("content").join(std::ffi::OsStr::from_bytes(b"\xff.png")), "")?;
    fs::write(root.path().join("content/a\nb.png"), "")?;
    let found = discover(root.path(), "content")?;
    assert_eq!(
        messages(&found.diagnostics),
        [
            "`content/a\\nb.png` is not published: its name holds a character that no address may hold",
            "`content/\u{fffd}.png` is not read: its name is not UTF-8",
        ]
    );
    Ok(())
}

#[test]
fn a_file_too_large_is_an_error() -> TestResult {
    let root = site(&[("content/video.mp4", "")])?;
    fs::File::create(root.path().join("content/video.mp4"))?.set_len(LARGEST_FILE + 1)?;
    let found = discover(root.path(), "content")?;
    assert_eq!(
        messages(&found.diagnostics),
        ["`content/video.mp4` is not read: it has 65 MiB, and the most is 64 MiB"]
    );
    assert_eq!(found.diagnostics[0].severity, Severity::Error);
    Ok(())
}

#[test]
fn an_asset_is_found_by_its_path_in_either_unicode_form() -> TestResult {
    let decomposed = "content/e\u{301}.png";
    let root = site(&[(decomposed, ""), ("content/briefs/x.md", "")])?;
    let files = discover(root.path(), "content")?.value;
    assert_eq!(files.asset("content/\u{e9}.png"), files.asset(decomposed));
    assert!(files.asset(decomposed).is_some());
    assert_eq!(files.asset("content/briefs/x.md"), None);
    assert_eq!(files.asset("site.yaml"), None);
    assert_eq!(files.assets().count(), 1);
    Ok(())
}

#[test]
fn a_registered_text_is_kept_and_replaced_under_its_id() -> TestResult {
    let root = site(&[("content/a.png", "")])?;
    let mut files = discover(root.path(), "content")?.value;
    let base = files.register("themes/default/base.html".into(), "one".into());
    let page = files.register("themes/default/page.html".into(), "two".into());
    assert_eq!((base, page), (FileId(2), FileId(3)));
    assert_eq!(files.register("themes/default/base.html".into(), "three".into()), base);
    assert_eq!(files.text(base).as_deref(), Some("three"));
    assert_eq!(files.read(page)?, b"two");
    assert_eq!(files.asset("content/a.png"), Some(FileId(1)));
    assert_eq!(Files::path(&files, FileId(9)), "");
    Ok(())
}
