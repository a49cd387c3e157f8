//! What may be typed: the only file that describes it to clap.
//!
//! Gives flags whose values are each sound by themselves. What they mean together, with the site's
//! folder and the clock, is for `request` to say.

use crate::config::BaseUrl;
use crate::model::{RecordKind, Tlp, Vocabulary};
use crate::text::is_id;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum, value_parser};
use jiff::civil;
use std::path::PathBuf;

const EXIT_CODES: &str =
    "Exit codes: 0 all went well, 1 the content has errors, 2 the environment or the usage is at fault";

/// Makes a report site from a folder of Markdown files.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, after_help = EXIT_CODES)]
pub(super) struct Args {
    /// Tell mistakes, but neither progress nor a summary
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Colours: by default on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: ColorChoice,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the site and write it to a folder
    Build(BuildArgs),
    /// Make the site and tell what is wrong, but write nothing
    Check(CheckArgs),
    /// Show the site in a browser as you write: each change is there at once
    #[cfg(feature = "serve")]
    Serve(ServeArgs),
    /// Start a site in a folder, with an example of each kind of record
    Init(InitArgs),
    /// Start a record: makes its file and prints the path
    New(NewArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct BuildArgs {
    /// Write to this folder [default: `output` of site.yaml, with `-AUDIENCE`, `-drafts` and `-as-of-DAY`
    /// behind its name where the build is not the published site]
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub site: SiteArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// Compare with what was published, `data/publication.json` of the finished site: tell briefs whose claims, figures,
    /// dates or names changed without an entry under `changes`, and briefs that are gone
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    #[command(flatten)]
    pub site: SiteArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct SiteArgs {
    #[command(flatten)]
    pub edition: EditionArgs,
    /// Where the site will be published, instead of site.yaml's `base_url`
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,
    /// How mistakes are told: json and sarif on standard output, the others on standard error
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
}

#[cfg(feature = "serve")]
#[derive(Debug, clap::Args)]
pub(super) struct ServeArgs {
    /// The port; where it is taken the next one that is free. 0 is any
    #[arg(long, short, value_name = "N", default_value_t = 4000)]
    pub port: u16,
    /// Open it in the browser
    #[arg(long)]
    pub open: bool,
    #[command(flatten)]
    pub edition: EditionArgs,
}

/// Which site, for whom, and how strictly.
#[derive(Debug, clap::Args)]
pub(super) struct EditionArgs {
    /// The site's folder [default: the nearest one upwards that holds a site.yaml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Include drafts
    #[arg(long)]
    pub drafts: bool,
    /// For whom, instead of site.yaml's `audience`: records marked above it are left out
    #[arg(long, value_name = "TLP", value_parser = audience())]
    pub audience: Option<Tlp>,
    /// As the site could have been written on this day: what was published or said later is left out
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Option<civil::Date>,
    /// Treat what is only probably wrong as an error
    #[arg(long)]
    pub strict: bool,
    /// Threads [default: one for each processor]
    #[arg(long, short, value_name = "N", value_parser = value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Neither use what earlier runs kept below `.chancery/cache/` nor keep anything there
    #[arg(long)]
    pub no_cache: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The folder; it may exist, but nothing in it is overwritten
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// What to start
    #[arg(value_name = "KIND", value_parser = kind())]
    pub kind: RecordKind,
    /// Its title or name; of a source also its address
    #[arg(value_name = "TITLE", allow_hyphen_values = true, value_parser = title)]
    pub title: String,
    /// The id, which is the file's name [default: made from the title]
    #[arg(long, value_name = "ID", value_parser = id)]
    pub id: Option<String>,
    /// The site's folder [default: the nearest one upwards that holds a site.yaml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

/// Whether reports are coloured. The words say it all, and help lists them in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    Auto,
    Always,
    Never,
}

/// The form in which mistakes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines they are in
    Human,
    /// One JSON array
    Json,
    /// Workflow commands of GitHub Actions
    Github,
    /// A SARIF 2.1.0 log
    Sarif,
}

fn audience() -> impl TypedValueParser<Value = Tlp> {
    PossibleValuesParser::new(Tlp::ALL.iter().map(|tlp| tlp.key()))
        .map(|word| Tlp::from_key(&word).expect("only the words of the list come through"))
}

fn kind() -> impl TypedValueParser<Value = RecordKind> {
    PossibleValuesParser::new(RecordKind::ALL.map(RecordKind::singular))
        .map(|word| RecordKind::from_singular(&word).expect("only the words of the list come through"))
}

fn base_url(text: &str) -> Result<BaseUrl, &'static str> {
    BaseUrl::new(text).ok_or("write `https://example.org/` or `https://example.org/folder/`")
}

/// A day as EDTF writes it, and nothing coarser, finer or uncertain.
fn day(text: &str) -> Result<civil::Date, &'static str> {
    let looks_like_one = text.len() == "2024-10-28".len()
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    if !looks_like_one {
        return Err("write a day, such as 2024-10-28");
    }
    text.parse().map_err(|_| "there is no such day")
}

fn title(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    if text.is_empty() { Err("it is empty") } else { Ok(text.to_owned()) }
}

fn id(text: &str) -> Result<String, &'static str> {
    if is_id(text) { Ok(text.to_owned()) } else { Err("only a-z, 0-9 and - may stand in an id") }
}
