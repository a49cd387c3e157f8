//! Images of the site, and figures; images from elsewhere as links, for a page asks nothing of others.

use super::addresses::{self, Destination};
use super::plain;
use super::tokens::Token;
use super::writer::Writer;
use crate::diagnostics::Code;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

impl Writer<'_, '_> {
    /// Writes the paragraph at token `at` as a figure if it is an image of the site with a title and
    /// nothing else; gives the index of the token behind it.
    pub(super) fn figure(&mut self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let image = tokens.get(at + 1)?;
        let Token::Markdown(Event::Start(Tag::Image { dest_url, title, .. })) = &image.token else {
            return None;
        };
        let Destination::Site(path) = addresses::classify(dest_url) else { return None };
        let end = self.end_of_image(at + 1);
        let is_alone = matches!(tokens.get(end + 1)?.token, Token::Markdown(Event::End(TagEnd::Paragraph)));
        if !is_alone || title.trim().is_empty() {
            return None;
        }
        let alt = plain::text_of(&tokens[at + 2..end]);
        self.flow.markup("<figure>");
        self.site_image(path, &alt, "", &image.range);
        self.flow.markup("<figcaption>");
        self.flow.text(title);
        self.flow.markup("</figcaption></figure>\n");
        self.flow.end_word();
        Some(end + 2)
    }

    /// Writes the image at token `at`; gives the index of the token behind it.
    pub(super) fn image(&mut self, at: usize, address: &str, title: &str, range: &Range<usize>) -> usize {
        let end = self.end_of_image(at);
        let alt = plain::text_of(&self.tokens[at + 1..end]);
        match addresses::classify(address) {
            Destination::Site(path) => self.site_image(path, &alt, title, range),
            Destination::Web(url) => self.foreign_image(url, &alt, title, range),
            Destination::Mail(_) => {
                self.refuse("image", address, "is not one", range);
                self.flow.text(&alt);
            }
            Destination::Refused(reason) => {
                self.refuse("image", address, &reason, range);
                self.flow.text(&alt);
            }
        }
        end + 1
    }

    fn site_image(&mut self, path: &str, alt: &str, title: &str, range: &Range<usize>) {
        self.flow.markup("<img");
        self.flow.site_picture(path, self.draft.span(range));
        self.flow.attribute("alt", alt);
        if !title.is_empty() {
            self.flow.attribute("title", title);
        }
        self.flow.markup(" loading=\"lazy\" decoding=\"async\">");
    }

    fn foreign_image(&mut self, url: &str, alt: &str, title: &str, range: &Range<usize>) {
        let message =
            format!("the image `{}` is on another site: a link to it is shown", addresses::shorten(url));
        let help =
            "images must stand in the site's folder: save it there, if its licence allows, and name its path";
        self.draft.warn(Code::P020, range, message, help);
        let words = if alt.is_empty() { url } else { alt };
        if self.in_link {
            return self.flow.text(words);
        }
        self.flow.markup("<a class=\"external\"");
        self.flow.address("href", url);
        if !title.is_empty() {
            self.flow.attribute("title", title);
        }
        self.flow.markup(">");
        self.flow.text(words);
        self.flow.markup("</a>");
    }

    /// The index of the end of the image at token `at`; its description may hold others.
    fn end_of_image(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        for (distance, placed) in self.tokens[at..].iter().enumerate() {
            match &placed.token {
                Token::Markdown(Event::Start(Tag::Image { .. })) => depth += 1,
                Token::Markdown(Event::End(TagEnd::Image)) if depth <= 1 => return at + distance,
                Token::Markdown(Event::End(TagEnd::Image)) => depth -= 1,
                _ => {}
            }
        }
        self.tokens.len()
    }
}
