//! Themes: templates and static files, from a folder or from the binary.
//!
//! Takes a theme's name; gives a [`Theme`] that turns a template's name and a context into bytes. Look-up is one
//! chain: a theme, its parent (`extends:`), and so on. Every template outside `parts/` can also be named with its theme
//! before it (`default/brief.html`), so that a child may extend the very template it replaces; `parts/` holds
//! components. Knows nothing of `Site`.

mod chain;
mod fragments;
mod functions;
mod json;
mod markup;
mod matrix;
mod mistakes;
mod script;
mod sheet;
mod uses;

pub use chain::{Static, ThemeError};
pub use fragments::Fragments;
pub use markup::{
    in_room, link_html, push_date, push_word, record, with_date_printed, with_id, with_link_printed,
    with_term_printed,
};
pub use uses::{Asked, Uses};

use crate::diagnostics::{Diagnostic, Reported};
use crate::model::{Fingerprint, FingerprintHasher};
use crate::text::{FileId, Span, escape};
use chain::Chain;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tera::{Context, Tera, Value};

/// A theme with its parents, ready to render.
#[derive(Clone)]
pub struct Theme {
    tera: Tera,
    /// Static files by path below `static/`.
    pub statics: BTreeMap<String, Static>,
    /// What its scripts look up in files of their own.
    pub lookups: Lookups,
    /// `picture_sizes` in `theme.yaml`: how wide its pages show pictures, as `sizes` of HTML has it.
    pub picture_sizes: String,
    /// Hash of every template, of the addresses of static files and of what `theme.yaml` says.
    pub fingerprint: Fingerprint,
    files: BTreeMap<String, FileId>,
    /// What its templates ask for.
    pub uses: Uses,
}

/// What a theme's scripts look up; what is not wanted is not made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lookups {
    /// `previews: true` in `theme.yaml`: what a record is, in a few words.
    pub previews: bool,
    /// `finder: true`: records by their names.
    pub finder: bool,
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("fingerprint", &self.fingerprint).finish_non_exhaustive()
    }
}

/// Where templates are told of, so that reports can show their lines: path for people and text.
pub type Register<'a> = dyn FnMut(String, String) -> FileId + 'a;

impl Theme {
    /// Loads the theme `name`, which is said at `named_at`: from `themes/NAME` below `root`, else from the binary. Static files are published under
    /// `ASSETS_HREF`, which begins with the site's base path. None where a mistake prevents it: T001, T002.
    ///
    /// # Errors
    /// A folder or file of the theme that cannot be read.
    pub fn load(
        root: &Path,
        (name, named_at): (&str, Span),
        assets_href: &str,
        register: &mut Register<'_>,
    ) -> Result<Reported<Option<Self>>, ThemeError> {
        let Reported { value: chain, mut diagnostics } = chain::load(root, name, named_at, register)?;
        let Some(chain) = chain else { return Ok(Reported { value: None, diagnostics }) };
        let theme = Self::new(chain, assets_href, &mut diagnostics);
        Ok(Reported { value: theme, diagnostics })
    }

    fn new(chain: Chain, assets_href: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let hrefs: BTreeMap<String, String> = chain
            .statics
            .iter()
            .map(|(path, file)| (path.clone(), format!("{assets_href}{path}?v={}", file.version)))
            .collect();
        let mut hasher = FingerprintHasher::new();
        for (name, template) in &chain.templates {
            hasher.write_str(name);
            hasher.write_str(&template.text);
        }
        hrefs.values().for_each(|href| hasher.write_str(href));
        let lookups = Lookups {
            previews: chain.previews.unwrap_or_default(),
            finder: chain.finder.unwrap_or_default(),
        };
        hasher.write_str(&format!("{lookups:?}"));
        let picture_sizes = chain.picture_sizes.unwrap_or_else(|| "100vw".to_owned());
        hasher.write_str(&picture_sizes);
        let mut tera = Tera::new();
        tera.set_escape_fn(escape::write_anywhere);
        functions::register(&mut tera, Arc::new(hrefs));
        markup::register(&mut tera);
        matrix::register(&mut tera);
        json::register(&mut tera);
        let names = chain.templates.iter().map(|(name, template)| (name.clone(), template.text.as_str()));
        let uses = Uses::of(&names.collect());
        let texts = chain.templates.iter().map(|(name, template)| (name.as_str(), template.text.as_str()));
        let files: BTreeMap<String, FileId> =
            chain.templates.iter().map(|(name, template)| (name.clone(), template.file)).collect();
        if let Err(error) = tera.add_raw_templates(texts) {
            diagnostics.push(mistakes::in_template(&error, &files));
            return None;
        }
        let (statics, fingerprint) = (chain.statics, hasher.finish());
        Some(Self { tera, statics, lookups, picture_sizes, fingerprint, files, uses })
    }

    /// What prints rows, which know of nothing but themselves.
    pub fn fragments(&self) -> Fragments {
        Fragments::new(self.tera.clone(), self.files.clone(), self.uses.clone())
    }

    /// Makes `value` known to every template as `name`; to be called before anything is rendered.
    pub fn set_global(&mut self, name: &'static str, value: Value) {
        self.tera.global_context().insert_value(name, value);
    }

    /// Renders `template` into `page`, which is emptied first.
    ///
    /// # Errors
    /// T003 with the place in the template, for the output at `output_path`.
    pub fn render(
        &self,
        template: &str,
        context: &Context,
        output_path: &str,
        page: &mut Vec<u8>,
    ) -> Result<(), Diagnostic> {
        page.clear();
        let rendered = self.tera.render_to(template, context, page);
        rendered.map_err(|error| mistakes::while_rendering(&error, &self.files, output_path))
    }
}
