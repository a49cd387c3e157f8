//! Whole builds into folders on disk.

use super::*;
use crate::diagnostics::Code;
use crate::text::{FileId, Span};
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;
use walkdir::WalkDir;

type TestResult = Result<(), Box<dyn std::error::Error>>;

/// Outputs out of memory. The text `FAIL` is a mistake of the author's, `DIE` a killed build.
#[derive(Default)]
struct Fake {
    files: Vec<(OutputPath, String)>,
    made: AtomicUsize,
}

fn outputs(files: &[(&str, &str)]) -> Fake {
    let sound = |path: &str| OutputPath::new(path).expect("a sound path");
    let sorted: BTreeMap<_, _> = files.iter().map(|(path, text)| (sound(path), (*text).to_owned())).collect();
    Fake { files: sorted.into_iter().collect(), made: AtomicUsize::new(0) }
}

impl Outputs for Fake {
    fn len(&self) -> usize {
        self.files.len()
    }

    fn path(&self, index: usize) -> &OutputPath {
        &self.files[index].0
    }

    fn fingerprint(&self, index: usize) -> Fingerprint {
        Fingerprint::of(self.files[index].1.as_bytes())
    }

    fn make<'a>(&'a self, index: usize, _: &'a mut Vec<u8>) -> Result<&'a [u8], MakeError> {
        let text = &self.files[index].1;
        assert_ne!(text, "DIE", "a build dies here");
        self.made.fetch_add(1, Ordering::Relaxed);
        if text == "FAIL" {
            let message = format!("{} fails", self.files[index].0);
            return Err(vec![Diagnostic::new(Code::T003, Span::whole_file(FileId(0)), message)]);
        }
        Ok(text.as_bytes())
    }
}

fn build(outputs: &Fake, destination: &Path) -> Result<WriteSummary, WriteError> {
    write(outputs, destination, &WriteOptions::default(), &|_| {})
}

fn folder() -> std::io::Result<(TempDir, PathBuf)> {
    let parent = tempfile::tempdir()?;
    let destination = parent.path().join("public");
    Ok((parent, destination))
}

/// Every file, link and folder below `folder`, with its text.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let entries = WalkDir::new(folder).min_depth(1).into_iter().filter_map(Result::ok);
    let text = |path: &Path| fs::read_to_string(path).unwrap_or_default();
    entries
        .map(|entry| {
            (entry.path().strip_prefix(folder).unwrap_or(folder).display().to_string(), text(entry.path()))
        })
        .collect()
}

/// The published files below `folder` with their texts.
fn site(folder: &Path) -> Vec<(String, String)> {
    let ours = |path: &String| !path.starts_with(manifest::OWN_FOLDER);
    tree(folder).into_iter().filter(|(path, _)| ours(path) && folder.join(path).is_file()).collect()
}

fn pairs(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_first_build_comes_as_a_whole() -> TestResult {
    let (parent, destination) = folder()?;
    let files = [("a/b/index.html", "one"), ("index.html", "two!")];
    let told = AtomicUsize::new(0);
    let nested = destination.join("deep");
    let summary = write(&outputs(&files), &nested, &WriteOptions::default(), &|count| {
        told.fetch_add(count, Ordering::Relaxed);
    })?;
    assert_eq!(summary, WriteSummary { written: 2, bytes: 7, list: summary.list, ..WriteSummary::default() });
    assert_eq!(told.into_inner(), 2);
    assert_eq!(site(&nested), pairs(&files));
    assert_eq!(tree(parent.path()).keys().filter(|path| path.contains("tmp")).count(), 0);
    Ok(())
}

#[test]
fn a_first_build_that_fails_leaves_nothing() -> TestResult {
    let (parent, destination) = folder()?;
    let failing = outputs(&[("a.html", "FAIL"), ("b.html", "x"), ("c.html", "FAIL")]);
    let error = build(&failing, &destination).expect_err("two pages fail");
    let WriteError::Made(mistakes) = error else { panic!("{error}") };
    let messages: Vec<_> = mistakes.iter().map(|mistake| mistake.message.as_str()).collect();
    assert_eq!(messages, ["a.html fails and of 1 more"]);
    assert_eq!(tree(parent.path()), BTreeMap::new());
    Ok(())
}

#[test]
fn what_a_killed_first_build_left_is_swept() -> TestResult {
    let (parent, destination) = folder()?;
    fs::create_dir_all(parent.path().join(".public.chancery-tmp/a"))?;
    fs::write(parent.path().join(".public.chancery-tmp/a/old.html"), "old")?;
    build(&outputs(&[("index.html", "new")]), &destination)?;
    assert_eq!(site(parent.path()).len(), 2, "the page and the manifest");
    assert_eq!(site(&destination), pairs(&[("index.html", "new")]));
    Ok(())
}

#[test]
fn a_failing_build_leaves_the_old_site_byte_for_byte() -> TestResult {
    let (_parent, destination) = folder()?;
    build(&outputs(&[("a.html", "old a"), ("b.html", "old b"), ("gone.html", "x")]), &destination)?;
    let before = tree(&destination);
    let failing = outputs(&[("a.html", "new a"), ("b.html", "FAIL"), ("c/d.html", "new")]);
    assert!(matches!(build(&failing, &destination), Err(WriteError::Made(_))));
    assert_eq!(tree(&destination), before);
    Ok(())
}

#[test]
fn what_is_known_of_a_list_is_not_asked_of_outputs() -> TestResult {
    let (_parent, destination) = folder()?;
    let list = build(&outputs(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]), &destination)?.list;
    let list = list.expect("there is a list");
    // What is not said to have changed is taken to be what it was.
    let changed = outputs(&[("a.html", "new a"), ("b.html", "new b"), ("c.html", "c")]);
    let since =
        |list, changed| WriteOptions { since: Some(Since { list, changed }), ..WriteOptions::default() };
    let summary = write(&changed, &destination, &since(list, vec![1]), &|_| {})?;
    assert_eq!((summary.written, summary.unchanged), (1, 2));
    assert_eq!(site(&destination), pairs(&[("a.html", "a"), ("b.html", "new b"), ("c.html", "c")]));
    // Of another list nothing is known, nor of a file that is not on it.
    let more = outputs(&[("a.html", "new a"), ("b.html", "new b"), ("c.html", "c"), ("d.html", "d")]);
    let summary = write(&more, &destination, &since(list, vec![]), &|_| {})?;
    assert_eq!((summary.written, summary.unchanged), (2, 2));
    assert_eq!(summary.list, build(&more, &destination)?.list);
    let last = outputs(&[("a.html", "new a"), ("b.html", "new b"), ("c.html", "c"), ("e.html", "e")]);
    let list = summary.list.expect("there is a list");
    let summary = write(&last, &destination, &since(list, vec![]), &|_| {})?;
    assert_eq!((summary.written, summary.unchanged, summary.deleted), (1, 3, 1));
    Ok(())
}

#[test]
fn what_is_unchanged_is_not_made_again() -> TestResult {
    let (_parent, destination) = folder()?;
    build(&outputs(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]), &destination)?;
    fs::write(destination.join("c.html"), "of another size")?;
    let second = outputs(&[("a.html", "a"), ("b.html", "new b"), ("c.html", "c")]);
    let summary = build(&second, &destination)?;
    assert_eq!((summary.written, summary.unchanged, summary.bytes), (2, 1, 6));
    assert_eq!(second.made.load(Ordering::Relaxed), 2);
    assert_eq!(site(&destination), pairs(&[("a.html", "a"), ("b.html", "new b"), ("c.html", "c")]));

    let manifest = destination.join(".chancery/manifest");
    let before = fs::metadata(&manifest)?.modified()?;
    let third = outputs(&[("a.html", "a"), ("b.html", "new b"), ("c.html", "c")]);
    assert_eq!(build(&third, &destination)?.unchanged, 3);
    assert_eq!((third.made.load(Ordering::Relaxed), fs::metadata(&manifest)?.modified()?), (0, before));
    let all = WriteOptions { rebuild: true, ..WriteOptions::default() };
    assert_eq!(write(&third, &destination, &all, &|_| {})?.written, 3);
    Ok(())
}

#[test]
fn two_ways_to_one_site_give_the_same_bytes() -> TestResult {
    let (_parent, destination) = folder()?;
    let (_other, fresh) = folder()?;
    let files = [("a.html", "a"), ("b/c.html", "c")];
    build(&outputs(&[("a.html", "old"), ("b.html", "gone"), ("z/y/x.html", "gone")]), &destination)?;
    build(&outputs(&files), &destination)?;
    build(&outputs(&files), &fresh)?;
    assert_eq!(tree(&destination), tree(&fresh));
    Ok(())
}

#[test]
fn what_is_gone_is_deleted_with_its_folders_and_what_others_made_is_kept() -> TestResult {
    let (_parent, destination) = folder()?;
    build(&outputs(&[("a/b/c.html", "x"), ("d/e.html", "x"), ("f.html", "x")]), &destination)?;
    fs::write(destination.join("d/mine.txt"), "mine")?;
    fs::create_dir(destination.join("empty"))?;
    let summary = build(&outputs(&[("f.html", "x")]), &destination)?;
    assert_eq!((summary.deleted, summary.unchanged), (2, 1));
    assert_eq!(site(&destination), pairs(&[("d/mine.txt", "mine"), ("f.html", "x")]));
    assert_eq!((destination.join("a").exists(), destination.join("empty").exists()), (false, true));
    Ok(())
}

#[test]
fn a_file_gives_way_to_a_folder_and_a_folder_to_a_file() -> TestResult {
    let (_parent, destination) = folder()?;
    build(&outputs(&[("a", "file"), ("b/c/d.html", "x")]), &destination)?;
    build(&outputs(&[("a/x.html", "y"), ("b", "file")]), &destination)?;
    assert_eq!(site(&destination), pairs(&[("a/x.html", "y"), ("b", "file")]));

    fs::create_dir(destination.join("empty"))?;
    let error =
        build(&outputs(&[("empty", "file")]), &destination).expect_err("a folder of others is in the way");
    assert!(matches!(&error, WriteError::Blocked { path, .. } if path.ends_with("empty")), "{error}");
    Ok(())
}

#[test]
fn a_file_of_others_in_the_way_is_refused_by_name_unless_it_is_the_same() -> TestResult {
    let (_parent, destination) = folder()?;
    fs::create_dir_all(&destination)?;
    fs::write(destination.join("a.html"), "mine")?;
    fs::write(destination.join("b.html"), "same")?;
    fs::write(destination.join("c.html"), "mine too")?;
    let before = tree(&destination);
    let files = [("a.html", "ours"), ("b.html", "same"), ("c.html", "ours"), ("d.html", "ours")];
    let error = build(&outputs(&files), &destination).expect_err("files of others are in the way");
    let expected = format!(
        "{} was not made by Chancery and would be overwritten (and 1 more)",
        destination.join("a.html").display()
    );
    assert_eq!(error.to_string(), expected);
    assert!(error.help().is_some());
    assert_eq!(tree(&destination), before);

    fs::remove_file(destination.join("a.html"))?;
    fs::remove_file(destination.join("c.html"))?;
    let summary = build(&outputs(&files), &destination)?;
    assert_eq!((summary.written, summary.unchanged), (3, 1));
    assert_eq!(build(&outputs(&[]), &destination)?.deleted, 4);
    Ok(())
}

#[test]
fn a_build_that_died_while_making_is_repaired() -> TestResult {
    let (_parent, destination) = folder()?;
    build(&outputs(&[("a.html", "a"), ("b.html", "b")]), &destination)?;
    let dying = outputs(&[("a.html", "new"), ("b.html", "DIE")]);
    assert!(catch_unwind(AssertUnwindSafe(|| build(&dying, &destination))).is_err());
    // A process that is killed does not even clean up.
    fs::create_dir_all(destination.join(".chancery/staged"))?;
    fs::write(destination.join(".chancery/staged/0"), "half")?;
    fs::write(destination.join(".chancery/manifest.new"), "half")?;
    assert_eq!(site(&destination), pairs(&[("a.html", "a"), ("b.html", "b")]));
    let (_other, fresh) = folder()?;
    let files = [("a.html", "new"), ("b.html", "b")];
    assert_eq!(build(&outputs(&files), &destination)?.written, 1);
    build(&outputs(&files), &fresh)?;
    assert_eq!(tree(&destination), tree(&fresh));
    Ok(())
}

#[test]
fn a_build_that_died_while_moving_is_repaired() -> TestResult {
    let (_parent, destination) = folder()?;
    let old = [("a.html", "a1"), ("b.html", "b1"), ("gone.html", "g"), ("same.html", "s")];
    let new = outputs(&[("a.html", "a2"), ("b.html", "b2"), ("new/x.html", "n"), ("same.html", "s")]);
    build(&outputs(&old), &destination)?;
    let manifest::History::Known(known, _) = manifest::history(&destination)? else {
        panic!("it was just written")
    };
    let known = plan::Known { manifest: &known, all_ours: false, since: None, rebuild: false };
    let plan = plan::Plan::new(&new, &destination, known)?;
    manifest::save(&destination, plan.journal(&new).into_iter())?;
    fs::write(destination.join("a.html"), "a2")?;
    fs::create_dir(destination.join("new"))?;
    fs::write(destination.join("new/x.html"), "n")?;

    // The old site has the same sizes: only the journal can tell that a.html is not what it was.
    let summary = build(&outputs(&old), &destination)?;
    assert_eq!((summary.written, summary.unchanged, summary.deleted), (3, 1, 1));
    assert_eq!(site(&destination), pairs(&old));
    assert!(!destination.join("new").exists());
    Ok(())
}

#[test]
fn a_damaged_manifest_is_told_and_its_files_are_ours() -> TestResult {
    let (_parent, destination) = folder()?;
    build(&outputs(&[("a.html", "a")]), &destination)?;
    fs::write(destination.join(".chancery/manifest"), "damaged")?;
    let summary = build(&outputs(&[("a.html", "b")]), &destination)?;
    assert_eq!((summary.written, summary.forgotten), (1, true));
    assert!(!build(&outputs(&[("a.html", "b")]), &destination)?.forgotten);
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_link_is_never_followed_out_of_the_folder() -> TestResult {
    use std::os::unix::fs::symlink;
    let (parent, destination) = folder()?;
    let outside = parent.path().join("outside");
    fs::create_dir(&outside)?;
    fs::write(outside.join("x.html"), "theirs")?;
    build(&outputs(&[("a/x.html", "a"), ("b.html", "b")]), &destination)?;
    fs::remove_dir_all(destination.join("a"))?;
    symlink(&outside, destination.join("a"))?;
    for files in
        [&[("a/x.html", "new")][..], &[("b.html", "b")], &[("a/x.html", "theirs"), ("a/y.html", "y")]]
    {
        let error = build(&outputs(files), &destination).expect_err("a folder is a link");
        assert!(matches!(&error, WriteError::Link { path } if path.ends_with("a")), "{error}");
    }
    fs::remove_file(destination.join("a"))?;
    fs::remove_file(destination.join("b.html"))?;
    symlink(outside.join("x.html"), destination.join("b.html"))?;
    let error = build(&outputs(&[("b.html", "new")]), &destination).expect_err("a file is a link");
    assert!(matches!(&error, WriteError::Link { path } if path.ends_with("b.html")), "{error}");
    fs::remove_dir_all(destination.join(".chancery"))?;
    symlink(&outside, destination.join(".chancery"))?;
    assert!(matches!(build(&outputs(&[]), &destination), Err(WriteError::Link { .. })));
    assert_eq!(tree(&outside).len(), 1);
    assert_eq!(fs::read_to_string(outside.join("x.html"))?, "theirs");
    Ok(())
}

#[test]
fn an_error_of_the_disk_names_its_path() -> TestResult {
    let (parent, destination) = folder()?;
    fs::write(&destination, "a file")?;
    let error = build(&outputs(&[("a.html", "a")]), &destination).expect_err("a file is there");
    assert!(matches!(&error, WriteError::Io { path, .. } if *path == destination), "{error}");
    let error = build(&outputs(&[("a.html", "a")]), &destination.join("b")).expect_err("a file is there");
    assert!(matches!(&error, WriteError::Io { path, .. } if path.starts_with(&destination)), "{error}");

    let other = parent.path().join("other");
    fs::create_dir(&other)?;
    fs::write(other.join("a"), "a file")?;
    let error = build(&outputs(&[("a/x.html", "a")]), &other).expect_err("a file is there");
    assert!(matches!(&error, WriteError::Blocked { path, .. } if path.ends_with("a")), "{error}");
    assert_eq!(tree(&other).len(), 1);
    Ok(())
}

#[test]
fn outputs_that_cannot_stand_together_are_refused() -> TestResult {
    let (parent, destination) = folder()?;
    for files in [[("a", "x"), ("a/b", "y")], [(".chancery/manifest", "x"), ("a", "y")]] {
        for _existing in [false, true] {
            assert!(matches!(build(&outputs(&files), &destination), Err(WriteError::Blocked { .. })));
            fs::create_dir_all(&destination)?;
        }
        fs::remove_dir(&destination)?;
    }
    assert_eq!(tree(parent.path()).len(), 0);
    Ok(())
}

#[test]
fn the_sites_own_folders_are_refused() -> TestResult {
    let (parent, destination) = folder()?;
    let root = parent.path().to_owned();
    let options =
        WriteOptions { sources: vec![root.join("content")], root: root.clone(), ..WriteOptions::default() };
    let site = outputs(&[("index.html", "x")]);
    for bad in [root.clone(), root.join("content"), root.join("content/public"), root.join("x/../content")] {
        let error = write(&site, &bad, &options, &|_| {}).expect_err("it is no place for a build");
        assert!(matches!(error, WriteError::Unsafe { .. }), "{error}");
    }
    assert_eq!(tree(&root).len(), 0);
    write(&site, &destination, &options, &|_| {})?;
    Ok(())
}

#[test]
fn a_second_build_waits_for_the_first() -> TestResult {
    let (_parent, destination) = folder()?;
    build(&outputs(&[("a.html", "a")]), &destination)?;
    let Some(held) = destination::lock(&destination)? else { return Ok(()) };
    assert!(matches!(build(&outputs(&[]), &destination), Err(WriteError::Busy { .. })));
    drop(held);
    build(&outputs(&[]), &destination)?;
    Ok(())
}
