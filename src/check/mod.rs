//! Lints: what follows every rule and still looks like a mistake.
//!
//! Takes a resolved [`Site`]; gives diagnostics (`C…`, listed in `docs/diagnostics.md`). A lint says what it saw and
//! changes nothing. Each runs in time linear in the number of records, sorting aside. Knows nothing of HTML pages,
//! themes or disks.

mod actors;
mod archives;
mod chronology;
mod citations;
mod claims;
mod doubles;
mod in_use;
mod judgements;
mod numbers;
mod offices;
mod offices_in_texts;
mod prose;
mod protected;
mod single_origin;
mod superseded;
mod tags;

#[cfg(test)]
mod tests;

pub use in_use::{Superseded, superseded_claims};

use crate::diagnostics::{Code, Diagnostic};
use crate::resolve::Site;
use jiff::Timestamp;
use rayon::prelude::*;

/// How a site is linted.
#[derive(Debug)]
pub struct LintRules<'a> {
    /// Whether what looks wrong is an error.
    pub strict: bool,
    /// The moment at which horizons are judged.
    pub now: Timestamp,
    /// Lints that are left out.
    pub silence: &'a [Code],
}

type Lint = fn(&Site, &LintRules<'_>) -> Vec<Diagnostic>;

/// Every lint that wants nothing but the site, with its code. C014 and C015 compare it with another (`publication`).
const LINTS: [(Code, Lint); 15] = [
    (Code::C001, |site, _| actors::doubles(site)),
    (Code::C002, |site, _| doubles::events(site)),
    (Code::C003, |site, _| chronology::later_events(site)),
    (Code::C004, |site, _| archives::missing_copies(site)),
    (Code::C005, |site, _| citations::unlisted(site)),
    (Code::C006, |site, _| citations::uncited(site)),
    (Code::C007, |site, _| single_origin::confirmed(site)),
    (Code::C008, |site, _| judgements::mixed(site)),
    (Code::C009, |site, _| superseded::figures(site)),
    (Code::C010, |site, _| protected::words(site)),
    (Code::C011, |site, _| [offices::out_of_term(site), offices_in_texts::out_of_term(site)].concat()),
    (Code::C012, |site, rules| judgements::overdue(site, rules.now)),
    (Code::C013, |site, _| claims::replacements(site)),
    (Code::C016, |site, _| judgements::in_texts(site)),
    (Code::C017, |site, _| tags::one_page(site)),
];

/// How many diagnostics of one lint are told. A site of which a lint says more has a habit, not so many slips.
const MOST_OF_ONE: usize = 50;

/// Lints a site: diagnostics C001 to C013, C016 and C017 in the order of their codes, those in `rules.silence` left out. Of each code
/// the first fifty by place are given; the last of them says how many there are beyond.
pub fn check(site: &Site, rules: &LintRules<'_>) -> Vec<Diagnostic> {
    let asked = LINTS.par_iter().filter(|(code, _)| !rules.silence.contains(code));
    let found = asked.flat_map_iter(|(_, lint)| bounded(lint(site, rules)));
    found.map(|told| told.as_error_if(rules.strict)).collect()
}

/// As many of `found`, which are of one code, as are told; the last says how many there are beyond.
pub fn bounded(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let beyond = found.len().saturating_sub(MOST_OF_ONE);
    if beyond > 0 {
        found.sort_by_key(|told| told.span);
        found.truncate(MOST_OF_ONE);
        if let Some(last) = found.last_mut() {
            last.message += &format!(" ({beyond} more of this code are not shown)");
        }
    }
    found
}
