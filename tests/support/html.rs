//! Pages, parsed.

use scraper::{ElementRef, Selector};

/// A parsed page.
pub struct Html(pub scraper::Html);

impl Html {
    /// Parses a whole page as a browser does.
    pub fn parse(text: &str) -> Self {
        Self(scraper::Html::parse_document(text))
    }

    /// Every element that a selector finds, in order.
    #[track_caller]
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.0.select(&selector).collect()
    }

    /// The only element that a selector finds.
    #[track_caller]
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "one element is `{selector}`");
        found[0]
    }

    /// True where a selector finds something.
    #[track_caller]
    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// The texts of all elements that a selector finds.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }

    /// The addresses of links within what a selector finds, in order.
    #[track_caller]
    pub fn links(&self, selector: &str) -> Vec<&str> {
        let within: Vec<String> = selector.split(',').map(|part| format!("{part} a[href]")).collect();
        self.all(&within.join(",")).into_iter().filter_map(|link| link.value().attr("href")).collect()
    }
}

/// The text of an element as it is read: white space counts once.
pub fn text(element: ElementRef<'_>) -> String {
    let whole: String = element.text().collect();
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a page's `<main>`.
#[track_caller]
pub fn main_text(page: &Html) -> String {
    text(page.one("main"))
}

/// Every `href` and `src` of a page with its element's name.
pub fn hrefs(page: &Html) -> Vec<(&str, &str)> {
    let all = page.all("[href], [src]").into_iter().map(|element| element.value());
    all.filter_map(|one| Some((one.name(), one.attr("href").or_else(|| one.attr("src"))?))).collect()
}

/// The values of an attribute in a page.
pub fn attributes<'a>(page: &'a Html, name: &str) -> Vec<&'a str> {
    let all = page.all(&format!("[{name}]"));
    all.into_iter().filter_map(|element| element.value().attr(name)).collect()
}
