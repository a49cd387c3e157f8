//! Diagnostics for people: the mistake, the line it is in, and what to do.

use super::excerpt::Excerpt;
use super::texts::{Quoted, Texts, bounded};
use super::{Diagnostic, Files, Severity};
use crate::text::Span;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use std::rc::Rc;

const NARROWEST: usize = 40;

/// How a report for people looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// With ANSI colours.
    pub color: bool,
    /// Columns of the terminal; lines of the author's are trimmed to it. Less than 40 count as 40.
    pub width: usize,
}

/// Draws the diagnostics in the order given, each with its line, a blank line after each; empty
/// where there are none.
///
/// Wide characters take two columns, and characters that would steer the terminal are shown as signs.
pub fn render_human(diagnostics: &[Diagnostic], files: &dyn Files, style: Style) -> String {
    let texts = Texts::new(files);
    let base = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = base.term_width(style.width.max(NARROWEST));
    let mut report = String::new();
    for diagnostic in diagnostics {
        report.push_str(&draw(&renderer, diagnostic, &texts));
        report.push_str("\n\n");
    }
    report
}

fn draw(renderer: &Renderer, diagnostic: &Diagnostic, texts: &Texts<'_>) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    for scene in scenes(diagnostic, texts) {
        group = scene.add_to(group);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    renderer.render(&[group])
}

/// One stretch of a file with what is marked in it.
struct Scene<'a> {
    quoted: Rc<Quoted>,
    /// At least one, with a word on why it matters where it is not the place of the mistake itself.
    marks: Vec<(Span, Option<&'a str>)>,
}

/// The place of the mistake with the related ones nearby, then the others.
fn scenes<'a>(diagnostic: &'a Diagnostic, texts: &Texts<'_>) -> Vec<Scene<'a>> {
    let main = Scene { quoted: texts.get(diagnostic.span.file), marks: vec![(diagnostic.span, None)] };
    let mut scenes = vec![main];
    for (span, why) in &diagnostic.related {
        let mark = (*span, Some(why.as_str()));
        if let Some(near) = scenes.iter_mut().find(|scene| scene.takes(*span)) {
            near.marks.push(mark);
        } else {
            scenes.push(Scene { quoted: texts.get(span.file), marks: vec![mark] });
        }
    }
    scenes
}

impl<'a> Scene<'a> {
    fn takes(&self, span: Span) -> bool {
        let whole = |span: Span| span == Span::whole_file(span.file);
        let Some((text, _)) = &self.quoted.text else { return false };
        let mut spans = self.marks.iter().map(|mark| mark.0).chain([span]);
        let same_file = self.marks.iter().all(|mark| mark.0.file == span.file && !whole(mark.0));
        same_file && !whole(span) && Excerpt::fits(text, &mut spans)
    }

    fn add_to(self, group: Group<'a>) -> Group<'a> {
        let path = if self.quoted.path.is_empty() { "?" } else { &self.quoted.path };
        let path = normalize_untrusted_str(path);
        if let Some(snippet) = self.snippet() {
            return group.element(snippet.path(Some(path)));
        }
        let (span, why) = self.marks[0];
        let mut origin = Origin::path(path);
        if let Some(region) = self.quoted.region(span) {
            origin = origin.line(region.start.line).char_column(region.start.column);
        }
        match why {
            Some(why) => group.element(origin).element(Level::NOTE.message(normalize_untrusted_str(why))),
            None => group.element(origin),
        }
    }

    /// The lines with their marks; none where there is nothing to show.
    fn snippet(&self) -> Option<Snippet<'a, Annotation<'a>>> {
        let (text, index) = self.quoted.text.as_ref()?;
        self.quoted.region(self.marks[0].0)?;
        let excerpt = Excerpt::new(text, self.marks.iter().map(|mark| mark.0))?;
        let line = index.position(text, excerpt.start()).line;
        let mark = |&(span, why): &(Span, Option<&str>)| {
            let kind = if why.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(excerpt.place(bounded(text, span.range()))).label(why.map(normalize_untrusted_str))
        };
        let marks: Vec<_> = self.marks.iter().map(mark).collect();
        Some(Snippet::source(excerpt.into_text()).line_start(line).annotations(marks))
    }
}
