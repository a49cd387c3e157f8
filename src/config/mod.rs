//! `site.yaml`: what holds for the site as a whole.
//!
//! Takes its text; gives a [`Config`] with every key checked. Knows nothing of content or pages.

mod base_url;
mod silence;

pub use base_url::BaseUrl;

use crate::diagnostics::{Code, Diagnostic, Reported};
use crate::model::{Author, LangTag, Ref, Tlp};
use crate::text::{FileId, Span};
use crate::yaml::{Fields, Node, Reading};
use serde_json::Value as Json;

/// The settings of a site.
#[derive(Debug, Clone)]
pub struct Config {
    /// Title.
    pub title: String,
    /// Where it will be published.
    pub base_url: BaseUrl,
    /// One sentence, or empty.
    pub description: String,
    /// Language of readers, and of records that name none.
    pub language: LangTag,
    /// Name of the theme, a folder of `themes/` or one that is built in.
    pub theme: String,
    /// Where that is said; the beginning of `site.yaml` where it is not.
    pub theme_span: Span,
    /// Output folder, relative to the site's root.
    pub output: String,
    /// Whether what is only probably wrong is an error.
    pub strict: bool,
    /// The most restricted marking that this edition's readers may see.
    pub audience: Tlp,
    /// Authors of briefs that name none.
    pub authors: Vec<Author>,
    /// Licence of the texts.
    pub license: Option<String>,
    /// The menu, in order; none for the usual one.
    pub menu: Option<Vec<MenuEntry>>,
    /// Allowed types of events.
    pub event_types: Vec<String>,
    /// Whether feeds are made.
    pub feeds: bool,
    /// The CSL style of references and where it is said; none for the theme's own form.
    pub citation_style: Option<Ref>,
    /// Lints that are not told, in the author's order.
    pub silence: Vec<Code>,
    /// `extra:` as it is.
    pub extra: Json,
}

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// What it says.
    pub title: String,
    /// Where it leads: a path from the site's root, or an address.
    pub href: String,
}

/// The types of events of a site whose `site.yaml` lists none.
pub const EVENT_TYPES: [&str; 10] = [
    "call",
    "meeting",
    "briefing",
    "statement",
    "deployment",
    "strike",
    "vote",
    "sanction",
    "publication",
    "other",
];

/// Reads `site.yaml`. Errors: P002 to P009, P014, P016, P018.
pub fn parse(text: &str, file: FileId) -> Reported<Config> {
    let mut reading = Reading::new(file);
    let text_from = text.len() - text.trim_start_matches('\u{feff}').len();
    let node = crate::yaml::parse(&text[text_from..], file, text_from).into_value(&mut reading.diagnostics);
    let fields = node.as_ref().and_then(|node| reading.fields(node, "a map of settings (`title: …`)"));
    let broken = fields.is_none();
    let mut fields = fields.unwrap_or_else(|| Fields::empty(Span::whole_file(file)));
    let mut quiet = Reading::new(file);
    let config = read(&mut fields, if broken { &mut quiet } else { &mut reading });
    fields.finish("site.yaml", &mut reading.diagnostics);
    reading.finish(config)
}

fn read(fields: &mut Fields<'_>, reading: &mut Reading) -> Config {
    let title = reading.required(fields, "title", "every page bears the site's title");
    let title = title.and_then(|node| reading.text(node)).unwrap_or_default();
    let base_url = reading.required(
        fields,
        "base_url",
        "feeds and the sitemap want whole addresses: `https://example.org/`",
    );
    let base_url = base_url.and_then(|node| self::base_url(reading, node)).unwrap_or_default();
    let event_types = reading.each(fields, "event_types", Reading::text);
    let theme = fields.take("theme");
    let config = Config {
        title,
        base_url,
        description: reading.maybe(fields, "description", Reading::text).unwrap_or_default(),
        language: reading.maybe(fields, "language", Reading::language).unwrap_or_else(LangTag::english),
        theme_span: theme.map_or(Span::whole_file(reading.file), |node| node.span),
        theme: theme.and_then(|node| folder(reading, node)).unwrap_or_else(|| "default".to_owned()),
        output: reading.maybe(fields, "output", folder).unwrap_or_else(|| "public".to_owned()),
        strict: reading.maybe(fields, "strict", Reading::boolean).unwrap_or(false),
        audience: reading.maybe(fields, "audience", Reading::word).unwrap_or(Tlp::Clear),
        authors: reading.each(fields, "authors", Reading::author),
        license: reading.maybe(fields, "license", Reading::text),
        menu: fields.take("menu").map(|node| menu(reading, node)),
        event_types: if event_types.is_empty() { EVENT_TYPES.map(str::to_owned).into() } else { event_types },
        feeds: reading.maybe(fields, "feeds", Reading::boolean).unwrap_or(true),
        citation_style: reading.maybe(fields, "citation_style", Reading::reference),
        silence: reading.each(fields, "silence", silence::lint),
        extra: reading.maybe(fields, "extra", Reading::json).unwrap_or_default(),
    };
    let raw_html = fields.take("raw_html");
    if let Some(node) = raw_html
        && reading.text(node).is_some_and(|text| text != "escaped")
    {
        let message = "raw HTML can only be `escaped`";
        reading.report(
            Diagnostic::new(Code::P009, node.span, message)
                .help("leave the key out; HTML in a text is shown as it is written"),
        );
    }
    // Known to the content model and read by later stages: asked for so that they are no unknown keys.
    for key in ["search", "publish"] {
        let _ = fields.take(key);
    }
    config
}

fn base_url(reading: &mut Reading, node: &Node) -> Option<BaseUrl> {
    let text = reading.text(node)?;
    let url = BaseUrl::new(&text);
    if url.is_none() {
        let message = format!("`{text}` is not the address of a site");
        reading.report(
            Diagnostic::new(Code::P014, node.span, message)
                .help("write `https://example.org/` or `https://example.org/folder/`"),
        );
    }
    url
}

/// A relative folder that stays inside the site (P014).
fn folder(reading: &mut Reading, node: &Node) -> Option<String> {
    let text = reading.text(node)?;
    let path = text.trim_end_matches('/');
    let inside = !path.is_empty()
        && !path.starts_with('/')
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
        && !path.contains(['\\', ':']);
    if !inside {
        let message = format!("`{text}` is not a folder inside the site");
        reading.report(Diagnostic::new(Code::P014, node.span, message).help("write a path such as `public`"));
    }
    inside.then(|| path.to_owned())
}

fn menu(reading: &mut Reading, node: &Node) -> Vec<MenuEntry> {
    let items = reading.items(node);
    items.into_iter().filter_map(|item| menu_entry(reading, item)).collect()
}

fn menu_entry(reading: &mut Reading, node: &Node) -> Option<MenuEntry> {
    let mut fields = reading.fields(node, "an entry of the menu (`{title: …, href: …}`)")?;
    let title = reading.required(&mut fields, "title", "say what the entry is called");
    let title = title.and_then(|node| reading.text(node));
    let href_node = reading.required(&mut fields, "href", "say where it leads: `/briefs/`");
    let href = href_node.and_then(|node| reading.text(node));
    fields.finish("an entry of the menu", &mut reading.diagnostics);
    let href = href?;
    let own = href.starts_with('/') && !href.starts_with("//");
    if !own && crate::yaml::allowed_url(&href).is_none() {
        let message = format!("`{href}` is not an address that may be linked to");
        let span = href_node.map_or(node.span, |node| node.span);
        reading.report(
            Diagnostic::new(Code::P014, span, message)
                .help("write a path from the site's root, or `https://…`"),
        );
        return None;
    }
    Some(MenuEntry { title: title?, href })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<Code> {
        parse(text, FileId(0)).diagnostics.into_iter().map(|d| d.code).collect()
    }

    #[test]
    fn two_keys_make_a_site() {
        let read = parse("title: T\nbase_url: https://example.org/sub\n", FileId(0));
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.value.base_url.path(), "/sub/");
        assert_eq!(read.value.output, "public");
        assert_eq!(read.value.event_types.len(), 10);
    }

    #[test]
    fn mistakes_are_told_together() {
        assert_eq!(codes(""), [Code::P006]);
        assert_eq!(codes("title: T"), [Code::P005]);
        assert_eq!(
            codes(
                "title: T\nbase_url: ftp://x\noutput: ../x\nauthor: A\nmenu: [{title: M, href: 'javascript:x'}]\n"
            ),
            [Code::P014, Code::P014, Code::P014, Code::P004]
        );
    }
}
