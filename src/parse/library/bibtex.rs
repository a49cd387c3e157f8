//! BibTeX and BibLaTeX, by the `biblatex` crate, one entry at a time.

use super::bib_blocks::{Block, Blocks};
use super::bib_strings::Strings;
use super::entry::{Entry, Written};
use super::nodes::doi;
use super::{dates, plain};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::SourceType;
use crate::text::Span;
use crate::yaml::{Reading, allowed_url};
use biblatex::{
    Bibliography, ChunksExt, Pair, ParseError, Person, RawBibliography, RawChunk, RawEntry, Spanned,
};
use std::collections::{BTreeMap, HashMap};

/// Deeper braces are no bibliography.
const DEEPEST: usize = 40;

/// Every entry of the file. Those whose kind is `xdata` only lend their fields.
pub(super) fn entries(text: &str, from: usize, reading: &mut Reading) -> Vec<Entry> {
    let mut raws = Vec::new();
    let mut strings = Strings::default();
    let mut blocks = Blocks::new(text, from);
    while let Some(block) = blocks.next() {
        if matches!(block.word.as_str(), "comment" | "preamble") {
            continue;
        }
        match raw(&block, reading) {
            Some(raw) => {
                strings.add(raw.abbreviations);
                raws.extend(raw.entries.into_iter().map(|entry| (block.at, entry.v)));
            }
            None => blocks.again_within(&block),
        }
    }
    let mut read: Vec<Fields> = Vec::with_capacity(raws.len());
    for (at, raw) in raws {
        read.extend(fields(at, raw, &mut strings, reading));
    }
    let by_key: HashMap<String, usize> =
        read.iter().enumerate().rev().map(|(place, one)| (one.keys[0].clone(), place)).collect();
    let lent = |one: &Fields| -> Vec<(bool, usize)> {
        let of = |name: &str| one.text(name).unwrap_or_default();
        let crossref = by_key.get(of("crossref").trim()).map(|place| (true, *place));
        let xdata = of("xdata");
        let xdata = xdata.split(',').filter_map(|key| by_key.get(key.trim())).map(|place| (false, *place));
        crossref.into_iter().chain(xdata).collect()
    };
    let entries = read.iter().filter(|one| one.kind != "xdata");
    entries
        .map(|one| entry(one, lent(one).into_iter().map(|(parent, place)| (parent, &read[place])).collect()))
        .collect()
}

/// The block as the crate reads it; none where it cannot be read, which is told.
fn raw<'a>(block: &Block<'a>, reading: &mut Reading) -> Option<RawBibliography<'a>> {
    let head = block.text.find(['\n', ',']).unwrap_or(block.text.len()).min(block.text.trim_end().len());
    let span = Span::new(reading.file, block.at, block.at + head);
    let name = block.text[..head].trim();
    if !block.closed {
        let message = format!("the braces of `{name}` are never closed");
        let help = "close every `{`; the entry is left out until then";
        reading.report(Diagnostic::new(Code::P026, span, message).help(help));
        return None;
    }
    if block.depth > DEEPEST {
        let message = format!("the braces of `{name}` go {} deep, and the most is {DEEPEST}", block.depth);
        reading.report(Diagnostic::new(Code::P026, span, message));
        return None;
    }
    match RawBibliography::parse(block.text) {
        Ok(raw) if raw.entries.iter().any(|entry| entry.v.key.v.trim().is_empty()) => {
            let message = "the entry has no key, so nothing can cite it";
            reading.report(Diagnostic::new(Code::P026, span, message).help("write `@article{a-key, …`"));
            None
        }
        Ok(raw) => Some(raw),
        Err(error) => {
            let place = place(block.text, block.at, &error, reading);
            let message = format!("`{name}` cannot be read: {}", error.kind);
            let help = "mend it there or just before; the entry is left out until then";
            reading.report(Diagnostic::new(Code::P026, place, message).help(help).related(span, "the entry"));
            None
        }
    }
}

/// Where the crate met a mistake: from there to the end of the line.
fn place(text: &str, at: usize, error: &ParseError, reading: &Reading) -> Span {
    let mut from = error.span.start.min(text.len());
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let length = text[from..].find(['\n', '\r']).unwrap_or(text.len() - from);
    Span::new(reading.file, at + from, at + from + length)
}

/// The fields of an entry that a source can use, decoded.
struct Fields {
    keys: Vec<String>,
    key_span: Span,
    kind: String,
    fields: BTreeMap<String, (biblatex::Chunks, Span)>,
}

impl Fields {
    /// A field as plain text.
    fn text(&self, name: &str) -> Option<String> {
        let text = self.fields.get(name)?.0.format_verbatim();
        (!text.trim().is_empty()).then_some(text)
    }

    /// A field of words: TeX's own quotation marks and hard spaces are signs there.
    fn words(&self, name: &str) -> Option<Written> {
        let text = plain::without_commands(&self.text(name)?)
            .replace("``", "“")
            .replace("''", "”")
            .replace('~', " ");
        Some(Written { text, span: self.span(name) })
    }

    fn written(&self, name: &str) -> Option<Written> {
        Some(Written { text: self.text(name)?, span: self.span(name) })
    }

    fn span(&self, name: &str) -> Span {
        self.fields.get(name).map_or(self.key_span, |(_, span)| *span)
    }
}

/// Fields that are read. What else there is may hold any TeX and is not looked at.
const READ: [&str; 27] = [
    "title",
    "subtitle",
    "author",
    "publisher",
    "institution",
    "school",
    "organization",
    "journaltitle",
    "journal",
    "booktitle",
    "maintitle",
    "date",
    "year",
    "month",
    "day",
    "url",
    "doi",
    "eprint",
    "eprinttype",
    "archiveprefix",
    "howpublished",
    "urldate",
    "langid",
    "language",
    "ids",
    "crossref",
    "xdata",
];

/// Decodes an entry: all fields at once, and one by one where that fails, so that one bad field costs no other.
fn fields<'a>(
    at: usize,
    raw: RawEntry<'a>,
    strings: &mut Strings<'a>,
    reading: &mut Reading,
) -> Option<Fields> {
    let key = raw.key.v.to_owned();
    let place = |span: &std::ops::Range<usize>| Span::new(reading.file, at + span.start, at + span.end);
    let key_span = place(&raw.key.span);
    let mut spans: BTreeMap<String, Span> = BTreeMap::new();
    let mut wanted: Vec<(Pair<'a>, Vec<Pair<'a>>)> = Vec::new();
    let mut left_out: Vec<(String, Span, String)> = Vec::new();
    for pair in raw.fields {
        let name = pair.key.v.to_ascii_lowercase();
        if !READ.contains(&name.as_str()) {
            continue;
        }
        let inner = match pair.value.v.as_slice() {
            [one] => &one.span,
            _ => &pair.value.span,
        };
        let span = place(inner);
        match strings.of_value(&pair.value.v) {
            _ if signs(&pair) > MOST_SIGNS => {
                left_out.push((name, span, "it has too many braces".to_owned()))
            }
            Some(needed) => {
                spans.insert(name, span);
                wanted.push((pair, needed));
            }
            None => left_out.push((name, span, "its abbreviations make too long a text".to_owned())),
        }
    }
    let decode =
        |pairs: &[(Pair<'a>, Vec<Pair<'a>>)]| -> Result<BTreeMap<String, biblatex::Chunks>, ParseError> {
            let entry = RawEntry {
                key: raw.key.clone(),
                kind: raw.kind.clone(),
                fields: pairs.iter().map(|(pair, _)| renamed(pair)).collect(),
            };
            let bibliography = RawBibliography {
                preamble: String::new(),
                entries: vec![Spanned::new(entry, 0..0)],
                abbreviations: pairs.iter().flat_map(|(_, needed)| needed.clone()).collect(),
            };
            let decoded = Bibliography::from_raw(bibliography)?;
            Ok(decoded.into_iter().next().map(|entry| entry.fields).unwrap_or_default())
        };
    let mut decoded = BTreeMap::new();
    match decode(&wanted) {
        Ok(fields) => decoded = fields,
        Err(_) => {
            for one in &wanted {
                match decode(std::slice::from_ref(one)) {
                    Ok(fields) => decoded.extend(fields),
                    Err(error) => {
                        let name = one.0.key.v.to_ascii_lowercase();
                        let span = spans.get(&name).copied().unwrap_or(key_span);
                        left_out.push((name, span, error.kind.to_string()));
                    }
                }
            }
        }
    }
    for (name, span, why) in left_out {
        let message = format!("the field `{name}` of `{key}` cannot be read: {why}");
        let help =
            "it is left out; a `$`, a `{` or a `\\` that stands for itself wants a backslash before it";
        reading.report(Diagnostic::new(Code::P027, span, message).help(help));
    }
    let fields = decoded.into_iter().map(|(name, chunks)| {
        let name = name.strip_prefix(HELD_BACK).map_or(name.clone(), str::to_owned);
        let span = spans.get(&name).copied().unwrap_or(key_span);
        (name, (chunks, span))
    });
    let mut read =
        Fields { keys: vec![key], key_span, kind: raw.kind.v.to_ascii_lowercase(), fields: fields.collect() };
    let others = read.text("ids").unwrap_or_default();
    read.keys.extend(others.split(',').map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned));
    Some(read)
}

/// How many braces and dollars a field may have: the crate takes the square of it in steps.
const MOST_SIGNS: usize = 4096;

fn signs(pair: &Pair<'_>) -> usize {
    let of = |chunk: &Spanned<RawChunk<'_>>| match chunk.v {
        RawChunk::Normal(text) => text.bytes().filter(|b| matches!(b, b'{' | b'$')).count(),
        RawChunk::Abbreviation(_) => 0,
    };
    pair.value.v.iter().map(of).sum()
}

/// Put before the names of fields that tie entries together: the crate would follow them, without end where they run
/// in a circle.
const HELD_BACK: &str = "held-";

fn renamed<'a>(pair: &Pair<'a>) -> Pair<'a> {
    let name = match pair.key.v.to_ascii_lowercase().as_str() {
        "crossref" => "held-crossref",
        "xdata" => "held-xdata",
        "ids" => "held-ids",
        _ => return pair.clone(),
    };
    Pair::new(Spanned::new(name, pair.key.span.clone()), pair.value.clone())
}

/// The entry of these fields. What they lack is lent by others: by a parent (true) its title as that of the whole, by
/// an `xdata` (false) everything.
fn entry(own: &Fields, lent: Vec<(bool, &Fields)>) -> Entry {
    let find = |names: &[&str], from_parent: bool| -> Option<Written> {
        let of = |one: &Fields| names.iter().find_map(|name| one.words(name));
        let others = lent.iter().filter(|(parent, _)| !*parent || from_parent);
        of(own).or_else(|| others.map(|(_, one)| *one).find_map(of))
    };
    let mut entry = Entry::new(own.keys.clone(), own.key_span);
    let subtitle = find(&["subtitle"], false).map(|text| text.text);
    entry.title = find(&["title"], false).map(|title| plain::with_subtitle(title.text, subtitle));
    entry.addresses =
        addresses(std::iter::once(own).chain(lent.iter().filter(|(parent, _)| !parent).map(|(_, one)| *one)));
    let authors = std::iter::once(own).chain(lent.iter().filter(|(parent, _)| !parent).map(|(_, one)| *one));
    if let Some((chunks, span)) = authors.filter_map(|one| one.fields.get("author")).next() {
        let people: Vec<Person> = chunks.parse().unwrap_or_default();
        entry.author_span = *span;
        entry.and_others = people.last().is_some_and(is_others);
        entry.writers = people.iter().filter(|person| !is_others(person)).filter_map(writer).collect();
    }
    let whole = || lent.iter().filter(|(parent, _)| *parent).find_map(|(_, one)| one.words("title"));
    entry.publisher = find(&["publisher", "institution", "school", "organization"], true)
        .or_else(|| find(&["journaltitle", "journal", "booktitle", "maintitle"], true))
        .or_else(whole);
    entry.published = find(&["date"], true)
        .or_else(|| by_year(own))
        .or_else(|| lent.iter().find_map(|(_, one)| by_year(one)));
    entry.accessed = find(&["urldate"], false);
    entry.kind = of_kind(&own.kind);
    entry.language = find(&["langid", "language"], true).map(|language| language.text);
    entry
}

fn is_others(person: &Person) -> bool {
    person.name == "others" && person.given_name.is_empty()
}

fn writer(person: &Person) -> Option<crate::model::Writer> {
    let tidy = |text: &str| plain::without_commands(text).replace('~', " ");
    let family = [&person.prefix, &person.name, &person.suffix].map(|part| part.trim().to_owned()).join(" ");
    plain::writer(&tidy(&family), &tidy(&person.given_name))
}

/// Addresses, the best first: `url`, the DOI, arXiv's number, and `howpublished` where it is one.
fn addresses<'a>(fields: impl Iterator<Item = &'a Fields>) -> Vec<Written> {
    let mut found = Vec::new();
    for one in fields {
        found.extend(one.written("url"));
        found.extend(one.written("doi").map(doi));
        let archive = one.text("eprinttype").or_else(|| one.text("archiveprefix")).unwrap_or_default();
        if archive.eq_ignore_ascii_case("arxiv") {
            found.extend(one.written("eprint").map(|number| Written {
                text: format!("https://arxiv.org/abs/{}", number.text.trim()),
                span: number.span,
            }));
        }
        let howpublished = one.written("howpublished");
        let howpublished =
            howpublished.map(|how| Written { text: plain::without_commands(&how.text), span: how.span });
        found.extend(howpublished.filter(|how| allowed_url(how.text.trim()).is_some()));
    }
    found
}

/// `year`, `month` and `day`, as BibTeX has them.
fn by_year(one: &Fields) -> Option<Written> {
    let year = one.written("year")?;
    let text = year.text.trim();
    let number = text.parse::<i64>().ok().filter(|_| text.len() == 4);
    let (Some(number), Some(month)) = (number, one.text("month")) else { return Some(year) };
    let day = one.text("day").and_then(|day| day.trim().parse::<i64>().ok());
    // A month in other words (`Spring`) leaves the year.
    let parts: Vec<i64> = match (dates::month(&month), day) {
        (Some(month), Some(day)) => vec![number, i64::from(month), day],
        (Some(month), None) => vec![number, i64::from(month)],
        (None, _) => vec![number],
    };
    Some(Written { text: dates::of_parts(&parts, None, false)?, span: year.span })
}

/// The nearest of our list; none where nothing is near.
fn of_kind(kind: &str) -> Option<SourceType> {
    Some(match kind {
        "article" | "suppperiodical" | "review" | "inproceedings" | "conference" | "incollection"
        | "inreference" => SourceType::Article,
        "report" | "techreport" => SourceType::Report,
        "dataset" => SourceType::Dataset,
        "image" | "artwork" => SourceType::Imagery,
        "movie" | "video" => SourceType::Video,
        "online" | "electronic" | "www" | "webpage" | "book" | "mvbook" | "inbook" | "bookinbook"
        | "booklet" | "collection" | "proceedings" | "manual" | "thesis" | "phdthesis" | "mastersthesis"
        | "unpublished" | "patent" | "standard" | "legislation" | "legal" | "jurisdiction" | "letter" => {
            SourceType::Document
        }
        _ => return None,
    })
}
