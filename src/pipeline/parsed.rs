//! The records of all files: parsed, or as the last run left them where a file is still the same.

use super::Keep;
use super::last_build::Texts;
use super::shard::{self, Entry, Head, SHARDS, Shard, shard_of};
use crate::diagnostics::Reported;
use crate::discover::{DiscoverError, FileSet};
use crate::keep::Store;
use crate::model::{Fingerprint, LibraryFormat, Record, RecordKind};
use crate::parse::{kept, library, parse};
use crate::resolve::ties;
use crate::text::FileId;
use rayon::prelude::*;
use std::borrow::Cow;

/// The record of every record file, in the order of the files, and what the files say, where that could be kept.
pub(super) type Records = (Vec<Reported<Record>>, Option<Texts>);

/// The records of all files. What was new to `keep` is kept.
///
/// A file whose length and stamp are those kept is not read; one that was read and has the same bytes is not parsed.
pub(super) fn records(files: &FileSet, keep: Option<&Keep>) -> Result<Records, DiscoverError> {
    let list: Vec<_> = files.records().collect();
    match keep {
        Some(keep) => through(files, &list, keep),
        None => {
            let records = list.par_iter().map(|(file, kind)| record(files, *file, *kind));
            Ok((records.collect::<Result<_, DiscoverError>>()?, None))
        }
    }
}

/// One record file, read and parsed.
pub(super) fn record(
    files: &FileSet,
    file: FileId,
    kind: RecordKind,
) -> Result<Reported<Record>, DiscoverError> {
    Ok(parse(path(files, file), kind, file, &files.read(file)?))
}

/// The entries of every library of sources, in the order of the files.
pub(super) fn libraries(files: &FileSet) -> Result<Vec<Reported<Vec<Record>>>, DiscoverError> {
    let list: Vec<_> = files.libraries().collect();
    let read = |(file, format): &(FileId, LibraryFormat)| {
        Ok(library(path(files, *file), *format, *file, &files.read(*file)?))
    };
    list.par_iter().map(read).collect()
}

fn path(files: &FileSet, file: FileId) -> &str {
    files.file(file).map_or("", |file| &*file.path)
}

/// How the record of a file was had.
enum Came {
    /// As it is kept, at this place of its shard.
    Kept(usize),
    /// The same, but more is known of the file than before.
    Met(usize, Head),
    /// It was parsed; none where what came of it cannot be kept.
    Parsed(Option<(Head, Vec<u8>)>),
}

impl Came {
    /// What is known of the file; none where that cannot be kept.
    fn head<'a>(&'a self, shard: &'a Shard) -> Option<&'a Head> {
        match self {
            Self::Kept(at) => Some(shard.head(*at)),
            Self::Met(_, head) => Some(head),
            Self::Parsed(parsed) => parsed.as_ref().map(|(head, _)| head),
        }
    }
}

/// What came of one file of the list, at its place there.
struct Had {
    place: usize,
    record: Reported<Record>,
    /// See [`Head`].
    content: Option<(u128, u128)>,
}

/// Shard by shard, so that no more of what is kept is in memory at once than there are threads.
fn through(files: &FileSet, list: &[(FileId, RecordKind)], keep: &Keep) -> Result<Records, DiscoverError> {
    let store = Store::new(files.root(), &keep.program);
    let mut by_shard: Vec<Vec<usize>> = vec![Vec::new(); SHARDS];
    for (place, (file, _)) in list.iter().enumerate() {
        by_shard[shard_of(path(files, *file))].push(place);
    }
    let of_shard = |(number, places): (usize, Vec<usize>)| {
        let shard = Shard::read(&store, number);
        let had = places.par_iter().map(|place| one(files, list[*place], keep, &shard));
        let (records, came): (Vec<_>, Vec<_>) =
            had.collect::<Result<Vec<_>, DiscoverError>>()?.into_iter().unzip();
        let had = places.into_iter().zip(records).zip(&came).map(|((place, record), came)| Had {
            place,
            record,
            content: came.head(&shard).map(|head| (head.content, head.outward)),
        });
        let had: Vec<Had> = had.collect();
        if !keep.read_only {
            save(&store, number, &shard, came);
        }
        Ok(had)
    };
    let shards: Vec<Vec<Had>> =
        by_shard.into_par_iter().enumerate().map(of_shard).collect::<Result<_, DiscoverError>>()?;
    let mut all: Vec<Option<Had>> = std::iter::repeat_with(|| None).take(list.len()).collect();
    for had in shards.into_iter().flatten() {
        let place = had.place;
        all[place] = Some(had);
    }
    let texts = Texts::of(all.iter().map(|had| had.as_ref()?.content));
    Ok((all.into_iter().flatten().map(|had| had.record).collect(), texts))
}

fn one(
    files: &FileSet,
    (file, kind): (FileId, RecordKind),
    keep: &Keep,
    shard: &Shard,
) -> Result<(Reported<Record>, Came), DiscoverError> {
    let path = path(files, file);
    let (length, stamp) = files.file(file).map_or((0, None), |file| (file.length, file.stamp));
    let stamp = stamp.filter(|stamp| stamp.is_settled(keep.started));
    let known = shard.find(path, kind);
    let same = known.filter(|at| stamp.is_some() && shard.head(*at).stamp == stamp);
    let same = same.filter(|at| shard.head(*at).length == length);
    if let Some(at) = same
        && let Some(record) = shard.decode(at, file)
    {
        return Ok((record, Came::Kept(at)));
    }
    let bytes = files.read(file)?;
    let content = Fingerprint::of(&bytes).0;
    let head = |outward: u128| Head::new(path, kind, length, stamp, (content, outward));
    if let Some(at) = known.filter(|at| shard.head(*at).content == content)
        && let Some(record) = shard.decode(at, file)
    {
        let old = shard.head(at);
        let nothing_new = stamp.is_none() && old.stamp.is_none() && old.length == length;
        return Ok((record, if nothing_new { Came::Kept(at) } else { Came::Met(at, head(old.outward)) }));
    }
    let record = parse(path, kind, file, &bytes);
    let came = kept::encode(&record).map(|(bytes, keys)| {
        let ties = ties(&record.value.body);
        (head(Fingerprint::of(&[keys.bytes(), ties.bytes()].concat()).0), bytes)
    });
    Ok((record, Came::Parsed(came)))
}

/// Keeps a shard anew, unless it holds just what it did.
fn save(store: &Store, number: usize, old: &Shard, came: Vec<Came>) {
    if came.len() == old.len() && came.iter().all(|came| matches!(came, Came::Kept(_))) {
        return;
    }
    let entry = |came| match came {
        Came::Kept(at) => Some(Entry::new(old.head(at).clone(), Cow::Borrowed(old.bytes(at)))),
        Came::Met(at, head) => Some(Entry::new(head, Cow::Borrowed(old.bytes(at)))),
        Came::Parsed(parsed) => parsed.map(|(head, bytes)| Entry::new(head, Cow::Owned(bytes))),
    };
    shard::write(store, number, came.into_iter().filter_map(entry).collect());
}
