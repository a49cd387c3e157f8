//! References in a CSL style: every source formatted once, as its entry in a list of references.
//!
//! Takes a [`Site`], its settings and what an earlier build kept; gives HTML for each source and what to keep for
//! the next one. What was kept is looked up by the hash of all that a reference is made of, so a build that finds
//! everything loads neither style nor locale. Of a protected source nothing is formatted. Knows nothing of pages or
//! disks. Needs the feature `cite`; without it a style is only refused.

#[cfg(feature = "cite")]
mod cited;
#[cfg(feature = "cite")]
mod format;
#[cfg(feature = "cite")]
mod html;
#[cfg(feature = "cite")]
mod kept;
#[cfg(feature = "cite")]
mod styles;

#[cfg(all(test, feature = "cite"))]
mod tests;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Reported};
use crate::model::Ref;
use crate::resolve::{Site, SourceIdx};

/// The references of a site.
#[derive(Debug, Default)]
pub struct References {
    /// By the place of the source; empty where no style is asked for.
    html: Vec<Option<String>>,
    /// What the next build is to be given, where it differs from what this one was.
    pub to_keep: Option<Vec<u8>>,
    /// How many were formatted in this build.
    pub formatted: usize,
}

impl References {
    /// The reference of a source as *HTML*; none where it is protected or no style is asked for.
    pub fn of(&self, source: SourceIdx) -> Option<&str> {
        self.html.get(source.at())?.as_deref()
    }
}

/// Formats every source of the site in the style of `citation_style`; none where no style is asked for. `kept` is what
/// an earlier build gave to keep; anything else is taken for nothing. Errors: P028.
pub fn references(site: &Site, config: &Config, kept: Option<&[u8]>) -> Reported<References> {
    let Some(name) = &config.citation_style else { return Reported::clean(References::default()) };
    match in_style(site, config, name, kept) {
        Ok(references) => Reported::clean(references),
        Err(refusal) => Reported { value: References::default(), diagnostics: vec![refusal] },
    }
}

#[cfg(feature = "cite")]
fn in_style(site: &Site, config: &Config, name: &Ref, kept: Option<&[u8]>) -> Result<References, Diagnostic> {
    let style = styles::find(name)?;
    let known = kept.map(kept::read).unwrap_or_default();
    Ok(format::all(site, config, style, &known))
}

#[cfg(not(feature = "cite"))]
fn in_style(_: &Site, _: &Config, name: &Ref, _: Option<&[u8]>) -> Result<References, Diagnostic> {
    let message = "this program was built without citation styles";
    let help = "build it with them, `cargo install chancery --features cite`, or take `citation_style` out";
    Err(Diagnostic::new(crate::diagnostics::Code::P028, name.span, message).help(help))
}
