//! The starts of elements: a line for each simple one, and calls for those that have a file.

use super::writer::Writer;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Tag};
use std::ops::Range;

impl Writer<'_, '_> {
    /// Starts the element at token `at`; gives the index of the token to go on with.
    pub(super) fn start(&mut self, at: usize, tag: &Tag, range: &Range<usize>) -> usize {
        match tag {
            Tag::Paragraph => return self.paragraph(at),
            Tag::CodeBlock(kind) => return self.code_block(at, fence_info(kind), range),
            Tag::HtmlBlock => return self.html_block(at, range),
            Tag::Image { dest_url, title, .. } => return self.image(at, dest_url, title, range),
            Tag::FootnoteDefinition(_) => return self.draft.footnotes.past(at),
            Tag::Link { link_type, dest_url, title, .. } => self.link(*link_type, dest_url, title, range),
            Tag::Heading { level, id, .. } => self.open_heading(at, *level, id.as_deref()),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.table_row(),
            Tag::TableCell => self.table_cell(),
            _ => self.simple(tag),
        }
        at + 1
    }

    fn simple(&mut self, tag: &Tag) {
        match tag {
            Tag::BlockQuote(None) => self.open("<blockquote>\n", "</blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.alert(*kind),
            Tag::List(None) => self.open("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.open("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::Item => self.open("<li>", "</li>\n"),
            Tag::DefinitionList => self.open("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => self.open("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.open("<dd>", "</dd>\n"),
            Tag::Emphasis => self.open("<em>", "</em>"),
            Tag::Strong => self.open("<strong>", "</strong>"),
            Tag::Strikethrough => self.open("<del>", "</del>"),
            // Of extensions that are off.
            _ => self.open("", ""),
        }
    }

    fn paragraph(&mut self, at: usize) -> usize {
        if let Some(next) = self.figure(at) {
            return next;
        }
        self.open("<p>", "</p>\n");
        at + 1
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let (class, title) = match kind {
            BlockQuoteKind::Note => ("note", "Note"),
            BlockQuoteKind::Tip => ("tip", "Tip"),
            BlockQuoteKind::Important => ("important", "Important"),
            BlockQuoteKind::Warning => ("warning", "Warning"),
            BlockQuoteKind::Caution => ("caution", "Caution"),
        };
        let start = format!(
            "<div class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">{title}</p>\n"
        );
        self.open(&start, "</div>\n");
    }
}

fn fence_info<'a>(kind: &'a CodeBlockKind) -> &'a str {
    match kind {
        CodeBlockKind::Indented => "",
        CodeBlockKind::Fenced(info) => info,
    }
}
