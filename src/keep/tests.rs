//! Pieces that come back, and pieces that must not.

use super::*;
use proptest::prelude::*;
use tempfile::TempDir;

fn kept(bytes: &[u8]) -> (TempDir, Store) {
    let root = tempfile::tempdir().expect("a temporary folder");
    let store = Store::new(root.path(), "program 1");
    store.write("piece", bytes);
    (root, store)
}

#[test]
fn what_is_kept_comes_back_to_the_program_that_kept_it() {
    let (root, store) = kept(b"bytes");
    assert_eq!(store.read("piece").as_deref(), Some(b"bytes".as_slice()));
    assert_eq!(store.read("other"), None);
    assert_eq!(Store::new(root.path(), "program 2").read("piece"), None);
    store.write("piece", b"");
    assert_eq!(store.read("piece").as_deref(), Some(b"".as_slice()));
}

#[test]
fn a_piece_under_another_name_is_not_taken_for_it() -> io::Result<()> {
    let (_root, store) = kept(b"bytes");
    fs::rename(store.folder.join("piece"), store.folder.join("other"))?;
    assert_eq!(store.read("other"), None);
    Ok(())
}

#[test]
fn a_folder_that_cannot_be_had_keeps_nothing_and_harms_nothing() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    fs::write(root.path().join(OWN_FOLDER), "a file of the author's")?;
    let store = Store::new(root.path(), "program 1");
    store.write("piece", b"bytes");
    assert_eq!(store.read("piece"), None);
    assert_eq!(fs::read_to_string(root.path().join(OWN_FOLDER))?, "a file of the author's");
    Ok(())
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_and_others_may_not_look_in() -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let (_root, store) = kept(b"bytes");
    assert_eq!(fs::metadata(&store.folder)?.permissions().mode() & 0o777, 0o700);
    let (linked, elsewhere) = (tempfile::tempdir()?, tempfile::tempdir()?);
    std::os::unix::fs::symlink(elsewhere.path(), linked.path().join(OWN_FOLDER))?;
    Store::new(linked.path(), "program 1").write("piece", b"bytes");
    assert_eq!(fs::read_dir(elsewhere.path())?.count(), 0);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn damage_of_any_sort_is_noticed(bytes: Vec<u8>, at: prop::sample::Index, flip in 1u8..=255, cut: bool) {
        let (_root, store) = kept(&bytes);
        let file = store.folder.join("piece");
        let mut damaged = fs::read(&file).expect("it was kept");
        let at = at.index(damaged.len());
        if cut {
            damaged.truncate(at);
        } else {
            damaged[at] ^= flip;
        }
        fs::write(&file, damaged).expect("it can be written");
        prop_assert_eq!(store.read("piece"), None);
    }
}
