//! The list of what builds wrote to a folder, kept in the folder itself.
//!
//! Lines of text: a head with the format's number and the program's version, one line for each file
//! sorted by path, and the hash of all that. A file that a build may have left unfinished has `-`
//! for its fingerprint and size.

use super::WriteError;
use crate::model::{Fingerprint, FingerprintHasher, OutputPath};
use rayon::prelude::*;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

/// The folder within the output folder that is the builds' own.
pub(super) const OWN_FOLDER: &str = ".chancery";

const FILE: &str = ".chancery/manifest";
const NEW_FILE: &str = ".chancery/manifest.new";
const FORMAT: &str = "chancery-manifest 1";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What was written, sorted by path, each path once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub entries: Vec<Entry>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub path: OutputPath,
    /// None where it is ours but may be anything.
    pub made: Option<Made>,
}

/// What a file was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Made {
    pub fingerprint: Fingerprint,
    /// Bytes.
    pub size: u64,
}

/// What an output folder says of earlier builds.
pub(super) enum History {
    /// No build has written here, or none came as far as its list.
    None,
    /// Builds have, but their list is damaged.
    Forgotten,
    /// Builds have written this; with the fingerprint of the list.
    Known(Manifest, Fingerprint),
}

impl Manifest {
    /// The entry of a path.
    pub(super) fn get(&self, path: &str) -> Option<&Entry> {
        let at = self.entries.binary_search_by(|entry| entry.path.as_str().cmp(path)).ok()?;
        self.entries.get(at)
    }

    /// The manifest in `text`; none where it is damaged or of another format. One of another version
    /// of the program says which files are ours, and nothing of what is in them.
    fn parse(text: &str) -> Option<(Self, Fingerprint)> {
        let (body, sum) = text.strip_suffix('\n')?.rsplit_once('\n')?;
        let body = &text[..=body.len()];
        let sum = sum.parse().ok().filter(|sum| *sum == Fingerprint::of(body.as_bytes()))?;
        let (head, lines) = body.split_once('\n')?;
        let version = head.strip_prefix(FORMAT)?.strip_prefix(' ')?;
        let lines = lines.par_lines().map(|line| parse_entry(line, version == VERSION));
        let entries = lines.collect::<Option<Vec<_>>>()?;
        entries.is_sorted_by(|a, b| a.path < b.path).then_some((Self { entries }, sum))
    }
}

/// A line of a list before it is written.
pub(super) type Line<'a> = (&'a OutputPath, Option<Made>);

/// Puts the list of `lines`, which are sorted by path, into `folder` in one step. Gives its fingerprint. A list is long, and is
/// never in memory as a whole.
pub(super) fn save<'a>(
    folder: &Path,
    lines: impl Iterator<Item = Line<'a>>,
) -> Result<Fingerprint, WriteError> {
    let new = folder.join(NEW_FILE);
    super::place::remove_if_there(&new)?;
    let write = || {
        let mut file = BufWriter::new(super::place::create_new(&new)?);
        let sum = print(lines, &mut file)?;
        file.flush()?;
        fs::rename(&new, folder.join(FILE))?;
        Ok(sum)
    };
    write().map_err(WriteError::io(&new))
}

/// Writes the text that is kept: the same for the same lines. Gives its fingerprint, which is its last line too.
fn print<'a>(lines: impl Iterator<Item = Line<'a>>, to: &mut impl Write) -> io::Result<Fingerprint> {
    let mut hasher = FingerprintHasher::new();
    let mut both = |text: &str| {
        hasher.write_all(text.as_bytes())?;
        to.write_all(text.as_bytes())
    };
    both(&format!("{FORMAT} {VERSION}\n"))?;
    for (path, made) in lines {
        match made {
            Some(Made { fingerprint, size }) => both(&format!("{fingerprint} {size} {path}\n"))?,
            None => both(&format!("- - {path}\n"))?,
        }
    }
    let sum = hasher.finish();
    writeln!(to, "{sum}")?;
    Ok(sum)
}

fn parse_entry(line: &str, same_version: bool) -> Option<Entry> {
    let mut words = line.splitn(3, ' ');
    let (fingerprint, size, path) = (words.next()?, words.next()?, words.next()?);
    let path = OutputPath::new(path)?;
    if (fingerprint, size) == ("-", "-") {
        return Some(Entry { path, made: None });
    }
    let made = Made { fingerprint: fingerprint.parse().ok()?, size: size.parse().ok()? };
    Some(Entry { path, made: same_version.then_some(made) })
}

/// What `folder` says of earlier builds.
pub(super) fn history(folder: &Path) -> Result<History, WriteError> {
    let own = folder.join(OWN_FOLDER);
    match fs::symlink_metadata(&own) {
        Ok(found) if found.is_dir() => {}
        Ok(found) if found.is_symlink() => return Err(WriteError::Link { path: own }),
        Ok(_) => {
            return Err(WriteError::Blocked { path: own, why: "it is a file, and a folder must be there" });
        }
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(History::None),
        Err(error) => return Err(WriteError::io(own)(error)),
    }
    let file = folder.join(FILE);
    match fs::read(&file) {
        Ok(bytes) => {
            let manifest = str::from_utf8(&bytes).ok().and_then(Manifest::parse);
            Ok(manifest.map_or(History::Forgotten, |(manifest, sum)| History::Known(manifest, sum)))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(History::None),
        Err(error) => Err(WriteError::io(file)(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let entry = |path: &str, made| Entry { path: OutputPath::new(path).expect("sound"), made };
        let made = Made { fingerprint: Fingerprint(255), size: 7 };
        Manifest { entries: vec![entry("a b/index.html", Some(made)), entry("사진.jpg", None)] }
    }

    fn printed(manifest: &Manifest) -> (String, Fingerprint) {
        let mut text = Vec::new();
        let lines = manifest.entries.iter().map(|entry| (&entry.path, entry.made));
        let sum = print(lines, &mut text).expect("there is room");
        (String::from_utf8(text).expect("it is text"), sum)
    }

    #[test]
    fn what_is_kept_reads_back() {
        for manifest in [manifest(), Manifest::default()] {
            let (text, sum) = printed(&manifest);
            assert_eq!(Manifest::parse(&text), Some((manifest, sum)));
        }
    }

    #[test]
    fn damage_of_any_sort_is_noticed() {
        let (text, _) = printed(&manifest());
        for end in 0..text.len() {
            assert_eq!(text.get(..end).and_then(Manifest::parse), None, "{end}");
        }
        assert_eq!(Manifest::parse(&text.replace(" 7 ", " 8 ")), None);
    }

    #[test]
    fn another_version_tells_the_files_but_not_what_is_in_them() {
        let sealed = |body: &str| format!("{body}{}\n", Fingerprint::of(body.as_bytes()));
        let line = format!("{} 7 a\n", Fingerprint(255));
        let (older, _) =
            Manifest::parse(&sealed(&format!("{FORMAT} 0.0.1\n{line}"))).expect("it is readable");
        assert_eq!(older.entries[0].made, None);
        assert_eq!(Manifest::parse(&sealed(&format!("chancery-manifest 2 {VERSION}\n{line}"))), None);
        let outside = line.replace(" a\n", " ../a\n");
        assert_eq!(Manifest::parse(&sealed(&format!("{FORMAT} {VERSION}\n{outside}"))), None);
    }
}
