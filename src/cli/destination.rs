//! The folder that a build is written to.

use super::CliError;
use super::args::BuildArgs;
use super::root;
use crate::config;
use crate::discover::FileSet;
use crate::model::{Tlp, Vocabulary};
use crate::pipeline::{Inputs, Request};
use crate::text::FileId;
use jiff::civil;
use std::path::PathBuf;

/// `--output`, else `site.yaml`'s `output` below the site's folder. The latter with the audience,
/// `drafts` and the day as of which it is behind its name where these differ from what is published, so
/// that no such build ever lands in the folder that is.
///
/// # Errors
/// [`CliError::Outside`] where a link leads out of the site's folder and `--output` did not say so.
pub(super) fn destination(args: &BuildArgs, request: &Request, inputs: &Inputs) -> Result<PathBuf, CliError> {
    if let Some(output) = &args.output {
        return Ok(output.clone());
    }
    let other_audience = request.audience.filter(|asked| *asked != published_audience(&inputs.files));
    let name = folder_name(&inputs.config.output, other_audience, request.drafts, request.as_of);
    let folder = request.root.join(name);
    root::check_inside(&request.root, &folder)?;
    Ok(folder)
}

fn folder_name(
    published: &str,
    other_audience: Option<Tlp>,
    drafts: bool,
    as_of: Option<civil::Date>,
) -> String {
    let mut name = published.to_owned();
    if let Some(tlp) = other_audience {
        name.push('-');
        name.push_str(&tlp.key().replace('+', "-"));
    }
    if drafts {
        name.push_str("-drafts");
    }
    if let Some(day) = as_of {
        name.push_str(&format!("-as-of-{day}"));
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
        assert_eq!(folder_name("public", None, false, None), "public");
        assert_eq!(folder_name("public", None, true, None), "public-drafts");
        assert_eq!(folder_name("out/site", Some(Tlp::AmberStrict), false, None), "out/site-amber-strict");
        assert_eq!(folder_name("public", Some(Tlp::Red), true, None), "public-red-drafts");
        let day = Some(civil::date(2024, 10, 8));
        assert_eq!(folder_name("public", None, false, day), "public-as-of-2024-10-08");
        assert_eq!(folder_name("public", Some(Tlp::Red), true, day), "public-red-drafts-as-of-2024-10-08");
    }
}
