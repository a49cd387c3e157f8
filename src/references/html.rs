//! A formatted reference as our own HTML: no `style=`, links only where links may lead.

use crate::yaml::allowed_url;
use hayagriva::citationberg::{FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use hayagriva::{ElemChild, ElemChildren, ElemMeta, Formatted, Formatting};
use quick_xml::escape::escape;

/// The entry without the number that a numeric style gives it: the page numbers its sources itself. Empty where no word
/// is left.
pub(super) fn entry(content: &ElemChildren) -> String {
    let mut html = String::new();
    children(content, &mut html);
    if says_something(content) { html.trim().to_owned() } else { String::new() }
}

fn says_something(list: &ElemChildren) -> bool {
    let words = |text: &str| text.chars().any(char::is_alphanumeric);
    list.0.iter().any(|child| match child {
        ElemChild::Text(text) | ElemChild::Link { text, .. } => words(&text.text),
        ElemChild::Elem(elem) => {
            elem.meta != Some(ElemMeta::CitationNumber) && says_something(&elem.children)
        }
        ElemChild::Markup(text) => words(text),
        ElemChild::Transparent { .. } => false,
    })
}

fn children(list: &ElemChildren, html: &mut String) {
    for child in &list.0 {
        match child {
            ElemChild::Text(text) => formatted(text, None, html),
            ElemChild::Link { text, url } => formatted(text, allowed_url(url).as_deref(), html),
            ElemChild::Elem(elem) if elem.meta == Some(ElemMeta::CitationNumber) => {}
            ElemChild::Elem(elem) => {
                // What a style sets off as a block stands in the line here.
                if elem.display.is_some() && !html.is_empty() && !html.ends_with(' ') {
                    html.push(' ');
                }
                children(&elem.children, html);
            }
            ElemChild::Markup(text) => html.push_str(&escape(text.as_str())),
            // Stands for a locator, which an entry of a list has not.
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn formatted(text: &Formatted, href: Option<&str>, html: &mut String) {
    if text.text.is_empty() {
        return;
    }
    let tags = tags(text.formatting);
    if let Some(href) = href {
        html.push_str(&format!("<a class=\"external\" href=\"{}\">", escape(href)));
    }
    tags.iter().for_each(|(open, _)| html.push_str(open));
    html.push_str(&escape(text.text.as_str()));
    tags.iter().rev().for_each(|(_, close)| html.push_str(close));
    if href.is_some() {
        html.push_str("</a>");
    }
}

fn tags(formatting: Formatting) -> Vec<(&'static str, &'static str)> {
    let mut tags = Vec::new();
    if formatting.font_style == FontStyle::Italic {
        tags.push(("<em>", "</em>"));
    }
    if formatting.font_weight == FontWeight::Bold {
        tags.push(("<strong>", "</strong>"));
    }
    if formatting.font_variant == FontVariant::SmallCaps {
        tags.push(("<span class=\"small-caps\">", "</span>"));
    }
    if formatting.text_decoration == TextDecoration::Underline {
        tags.push(("<span class=\"underline\">", "</span>"));
    }
    match formatting.vertical_align {
        VerticalAlign::Sup => tags.push(("<sup>", "</sup>")),
        VerticalAlign::Sub => tags.push(("<sub>", "</sub>")),
        VerticalAlign::None | VerticalAlign::Baseline => {}
    }
    tags
}
