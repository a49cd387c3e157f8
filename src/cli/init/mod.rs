//! `chancery init`: a small site that builds, whose texts say how to write one.

use super::new::write_new;
use super::report::Report;
use super::{CliError, Verdict, root};
use std::fs;
use std::path::Path;

/// A file's path in the site, and its text.
type Template = (&'static str, &'static str);

/// All files, in the order in which they are told. Whom and what the example speaks of is invented.
const FILES: [Template; 9] = [
    (root::CONFIG, include_str!("files/site.yaml")),
    ("content/briefs/2024-05-14-night-ferries-stop.md", include_str!("files/brief.md")),
    ("content/actors/lantern-bay-harbour-office.md", include_str!("files/actor.md")),
    ("content/actors/lantern-bay-courier.md", include_str!("files/publisher.md")),
    ("content/events/night-ferries-announcement.md", include_str!("files/event.md")),
    ("content/sources/courier-2024-05-14.md", include_str!("files/source.md")),
    ("content/pages/about.md", include_str!("files/about.md")),
    ("README.md", include_str!("files/README.md")),
    (".gitignore", include_str!("files/gitignore")),
];

/// Makes the site in `folder`, which need not exist.
///
/// # Errors
/// [`CliError::SiteThere`], [`CliError::Taken`] and [`CliError::Outside`] before anything is written; [`CliError::Io`].
pub(super) fn init(folder: &Path, report: &Report) -> Result<Verdict, CliError> {
    refuse_what_is_there(folder)?;
    for (path, text) in FILES {
        let path = folder.join(path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(CliError::io("make the folder", parent))?;
        write_new(&path, text)?;
    }
    report.summary(&told(folder));
    Ok(Verdict::Sound)
}

fn refuse_what_is_there(folder: &Path) -> Result<(), CliError> {
    if folder.symlink_metadata().is_err() {
        return Ok(());
    }
    if !folder.is_dir() {
        return Err(CliError::Taken { path: folder.to_owned() });
    }
    if folder.join(root::CONFIG).symlink_metadata().is_ok() {
        return Err(CliError::SiteThere { path: folder.to_owned() });
    }
    for (path, _) in FILES {
        let path = folder.join(path);
        if path.symlink_metadata().is_ok() {
            return Err(CliError::Taken { path });
        }
        root::check_inside(folder, &path)?;
    }
    Ok(())
}

fn told(folder: &Path) -> String {
    let files: String = FILES.iter().map(|(path, _)| format!("  {path}\n")).collect();
    let shown = folder.display().to_string();
    format!("Started a site in {shown}:\n{files}\nNext:\n  cd {}\n  chancery build\n", for_shell(&shown))
}

/// The path as it is typed to a POSIX shell.
fn for_shell(path: &str) -> String {
    let sound = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    if path.chars().all(sound) && !path.starts_with('-') {
        return path.to_owned();
    }
    let dashes = if path.starts_with('-') { "./" } else { "" };
    format!("'{dashes}{}'", path.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::for_shell;

    #[test]
    fn a_path_can_be_typed_as_it_is_told() {
        assert_eq!(for_shell("my/site-1"), "my/site-1");
        assert_eq!(for_shell("it's $HOME"), r"'it'\''s $HOME'");
        assert_eq!(for_shell("-x"), "'./-x'");
    }
}
