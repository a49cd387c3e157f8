//! A theme's files and those of its parents, merged.

use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::text::{FileId, Span};
use crate::yaml::{Fields, Reading};
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The themes in the binary.
static BUILT_IN: [(&str, Dir<'static>); 2] = [
    ("default", include_dir!("$CARGO_MANIFEST_DIR/themes/default")),
    ("plain", include_dir!("$CARGO_MANIFEST_DIR/themes/plain")),
];

/// A theme's folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// A file or folder could not be read.
    #[error("cannot read {}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// A file that is published as it is, or a style sheet or a script, shortened.
#[derive(Debug, Clone)]
pub struct Static {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// Ten hex digits of its BLAKE3 hash.
    pub version: String,
}

/// A template with the file it comes from.
pub(super) struct Template {
    pub text: String,
    pub file: FileId,
}

/// A theme and its parents, the nearest file of each name.
#[derive(Default)]
pub(super) struct Chain {
    pub templates: BTreeMap<String, Template>,
    pub statics: BTreeMap<String, Static>,
    /// What the nearest theme that says so wants for its scripts.
    pub previews: Option<bool>,
    pub finder: Option<bool>,
    /// How wide the nearest theme that says so shows pictures.
    pub picture_sizes: Option<String>,
}

type RawFiles = BTreeMap<String, Cow<'static, [u8]>>;

/// More parents than this are a circle.
const LONGEST: usize = 8;

/// Loads the chain that begins with `name`. None where a theme is missing or its files are no text (T001).
pub(super) fn load(
    root: &Path,
    name: &str,
    named_at: Span,
    register: &mut super::Register<'_>,
) -> Result<Reported<Option<Chain>>, ThemeError> {
    let mut chain = Chain::default();
    let mut diagnostics = Vec::new();
    let mut next = Some((name.to_owned(), named_at));
    let mut depth = 0;
    while let Some((name, span)) = next.take() {
        depth += 1;
        let files = if depth > LONGEST { None } else { files_of(root, &name)? };
        let Some(files) = files else {
            diagnostics.push(missing(&name, span, depth > LONGEST));
            return Ok(Reported { value: None, diagnostics });
        };
        next = settings(&name, &files, &mut chain, register, &mut diagnostics);
        add(&name, files, &mut chain, register, &mut diagnostics);
    }
    let value = (!crate::diagnostics::has_errors(&diagnostics)).then_some(chain);
    Ok(Reported { value, diagnostics })
}

fn missing(name: &str, span: Span, circle: bool) -> Diagnostic {
    if circle {
        return Diagnostic::new(
            Code::T001,
            span,
            format!("the theme `{name}` extends itself, directly or through others"),
        );
    }
    Diagnostic::new(Code::T001, span, format!("there is no theme `{name}`")).help(format!(
        "make the folder themes/{name}/ with a theme.yaml, or use a built-in theme: `default` or `plain`"
    ))
}

/// The files of one theme: from its folder, else from the binary; none where it is in neither.
fn files_of(root: &Path, name: &str) -> Result<Option<RawFiles>, ThemeError> {
    let inside = name.split('/').all(|part| !matches!(part, "" | "." | "..")) && !name.contains(['\\', ':']);
    if !inside {
        return Ok(None);
    }
    let folder = root.join("themes").join(name);
    if folder.join("theme.yaml").is_file() {
        return from_disk(&folder).map(Some);
    }
    let built_in = BUILT_IN.iter().find(|(known, _)| *known == name);
    Ok(built_in.map(|(_, folder)| {
        let mut files = RawFiles::new();
        embedded(folder, &mut files);
        files
    }))
}

fn embedded(folder: &Dir<'static>, files: &mut RawFiles) {
    for file in folder.files() {
        files.insert(file.path().to_string_lossy().replace('\\', "/"), Cow::Borrowed(file.contents()));
    }
    folder.dirs().for_each(|inner| embedded(inner, files));
}

#[expect(clippy::disallowed_methods, reason = "this room reads themes from the disk")]
fn from_disk(folder: &Path) -> Result<RawFiles, ThemeError> {
    let failed = |path: &Path, source| ThemeError::Io { path: path.to_owned(), source };
    let mut files = RawFiles::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| failed(folder, error.into()))?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !entry.file_type().is_file() || hidden {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let bytes = std::fs::read(entry.path()).map_err(|error| failed(entry.path(), error))?;
        files.insert(path.to_string_lossy().replace('\\', "/"), Cow::Owned(bytes));
    }
    Ok(files)
}

/// Reads `theme.yaml`: what this theme's scripts and pictures want goes into `chain`, what it extends is given back.
fn settings(
    name: &str,
    files: &RawFiles,
    chain: &mut Chain,
    register: &mut super::Register<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(String, Span)> {
    let text = String::from_utf8_lossy(files.get("theme.yaml")?).into_owned();
    let file = register(format!("themes/{name}/theme.yaml"), text.clone());
    let node = crate::yaml::parse(&text, file, 0).into_value(diagnostics)?;
    let mut reading = Reading::new(file);
    let mut fields = Fields::of(&node)?;
    let extends = reading.maybe(&mut fields, "extends", Reading::reference);
    let mut wants = |key| reading.maybe(&mut fields, key, Reading::boolean);
    let (previews, finder) = (wants("previews"), wants("finder"));
    chain.previews = chain.previews.or(previews);
    chain.finder = chain.finder.or(finder);
    let sizes = reading.maybe(&mut fields, "picture_sizes", Reading::text);
    chain.picture_sizes = chain.picture_sizes.take().or(sizes);
    for key in ["name", "description", "license", "extra"] {
        let _ = fields.take(key);
    }
    fields.finish("theme.yaml", &mut reading.diagnostics);
    diagnostics.append(&mut reading.diagnostics);
    extends.map(|reference| (reference.text, reference.span))
}

/// A static file as it is published: style sheets and scripts are shortened where they are UTF-8.
fn published(path: &str, bytes: Cow<'static, [u8]>) -> Cow<'static, [u8]> {
    let Ok(text) = std::str::from_utf8(&bytes) else { return bytes };
    let shorter = match path.rsplit_once('.') {
        Some((_, "css")) => Some(super::sheet::shortened(text)),
        Some((_, "js")) => super::script::shortened(text),
        _ => None,
    };
    shorter.map_or(bytes, |text| Cow::Owned(text.into_bytes()))
}

fn add(
    name: &str,
    files: RawFiles,
    chain: &mut Chain,
    register: &mut super::Register<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (path, bytes) in files {
        if let Some(path) = path.strip_prefix("static/") {
            let bytes = published(path, bytes);
            let version = blake3::hash(&bytes).to_hex()[..10].to_owned();
            chain.statics.entry(path.to_owned()).or_insert(Static { bytes, version });
        } else if let Some(template) = path.strip_prefix("templates/") {
            let shown = format!("themes/{name}/{path}");
            let Ok(text) = String::from_utf8(bytes.into_owned()) else {
                let span = Span::whole_file(register(shown, String::new()));
                diagnostics.push(Diagnostic::new(Code::T001, span, "the template is not UTF-8 text"));
                continue;
            };
            let file = register(shown, text.clone());
            // Components are known by their names everywhere, so a file of them can stand there only once.
            if !template.starts_with("parts/") {
                let own = format!("{name}/{template}");
                chain.templates.entry(own).or_insert_with(|| Template { text: text.clone(), file });
            }
            chain.templates.entry(template.to_owned()).or_insert(Template { text, file });
        }
    }
}
