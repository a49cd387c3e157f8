//! What `cargo bench --` takes.

use clap::{Parser, ValueEnum};

/// Measures whole builds, and the preview, against the time that writing the same files takes.
#[derive(Parser)]
pub struct Options {
    /// So many briefs; may be given more than once
    #[arg(long = "size", value_name = "BRIEFS", default_values_t = [1_000, 10_000])]
    sizes: Vec<usize>,
    /// 1,000, 10,000 and 100,000 briefs
    #[arg(long, conflicts_with = "sizes")]
    all: bool,
    /// How often everything is measured; the table has the medians
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..))]
    pub rounds: u8,
    /// Only these measures
    #[arg(long, value_delimiter = ',')]
    only: Vec<Measure>,
    /// What cargo adds by itself
    #[arg(long, hide = true)]
    bench: bool,
}

/// What can be measured.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    /// Into a new folder, with nothing kept from before
    Full,
    /// Again, with nothing changed
    Unchanged,
    /// Again, with a sentence more in one brief
    Edit,
    /// The preview: its first page, and a page that was edited
    Serve,
    /// With three claims in each brief, beside the same site without
    Claims,
}

impl Options {
    /// Numbers of briefs.
    pub fn sizes(&self) -> Vec<usize> {
        if self.all { vec![1_000, 10_000, 100_000] } else { self.sizes.clone() }
    }

    /// Whether this is to be measured.
    pub fn wants(&self, measure: Measure) -> bool {
        self.only.is_empty() || self.only.contains(&measure)
    }

    /// Whether anything is that begins with a full build.
    pub fn wants_builds(&self) -> bool {
        [Measure::Full, Measure::Unchanged, Measure::Edit].into_iter().any(|measure| self.wants(measure))
    }
}
