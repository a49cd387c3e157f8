//! The folder that a build is written to.

use super::CliError;
use super::args::BuildArgs;
use super::root;
use crate::config;
use crate::discover::FileSet;
use crate::model::{Tlp, Vocabulary};
use crate::pipeline::{Prepared, Request};
use crate::text::FileId;
use std::path::PathBuf;

/// `--output`, else `site.yaml`'s `output` below the site's folder. The latter with the audience and
/// `drafts` behind its name where these differ from what is published, so that no such
/// build ever lands in the folder that is.
///
/// # Errors
/// [`CliError::Outside`] where a link leads out of the site's folder and `--output` did not say so.
pub(super) fn destination(
    args: &BuildArgs,
    request: &Request,
    prepared: &Prepared,
) -> Result<PathBuf, CliError> {
    if let Some(output) = &args.output {
        return Ok(output.clone());
    }
    let other_audience = request.audience.filter(|asked| *asked != published_audience(&prepared.files));
    let name = folder_name(&prepared.config.output, other_audience, request.drafts);
    let folder = request.root.join(name);
    root::check_inside(&request.root, &folder)?;
    Ok(folder)
}

fn folder_name(published: &str, other_audience: Option<Tlp>, drafts: bool) -> String {
    let mut name = published.to_owned();
    if let Some(tlp) = other_audience {
        name.push('-');
        name.push_str(&tlp.key().replace('+', "-"));
    }
    if drafts {
        name.push_str("-drafts");
    }
    name
}

/// What `site.yaml` itself says: in the settings the edition was made by, the one asked for may stand.
fn published_audience(files: &FileSet) -> Tlp {
    let text = files.text(FileId(0)).unwrap_or_default();
    config::parse(&text, FileId(0)).value.audience
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_for_everyone_never_goes_to_the_published_folder() {
        assert_eq!(folder_name("public", None, false), "public");
        assert_eq!(folder_name("public", None, true), "public-drafts");
        assert_eq!(folder_name("out/site", Some(Tlp::AmberStrict), false), "out/site-amber-strict");
        assert_eq!(folder_name("public", Some(Tlp::Red), true), "public-red-drafts");
    }
}
