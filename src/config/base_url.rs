//! The address a site is published at.

use crate::yaml::allowed_url;

/// An `http` or `https` address without query or fragment, its path ending in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    path: String,
}

impl BaseUrl {
    /// Reads an address; none where it is not one of a site.
    pub fn new(text: &str) -> Option<Self> {
        let url =
            allowed_url(text).filter(|url| !text.starts_with("doi:") && !url.contains(['?', '#', '\'']))?;
        let host_at = url.find("://")? + 3;
        let path_at = url[host_at..].find('/').map_or(url.len(), |at| host_at + at);
        let path = format!("{}/", url[path_at..].trim_end_matches('/'));
        Some(Self { origin: url[..path_at].to_owned(), path })
    }

    /// What stands before every link within the site: `/` or `/folder/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole address of an href within the site (which begins with [`path`](Self::path)).
    pub fn absolute(&self, href: &str) -> String {
        [&self.origin, href].concat()
    }

    /// `https://example.org`.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl Default for BaseUrl {
    /// Stands for an address that could not be read; such a site is not built.
    fn default() -> Self {
        Self { origin: "http://localhost".to_owned(), path: "/".to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn an_address_is_split_at_its_path() {
        let base = BaseUrl::new("https://example.org/a/b").expect("an address");
        assert_eq!((base.origin(), base.path()), ("https://example.org", "/a/b/"));
        assert_eq!(base.absolute("/a/b/briefs/"), "https://example.org/a/b/briefs/");
        assert_eq!(
            BaseUrl::new("https://example.org").map(|base| base.path().to_owned()).as_deref(),
            Some("/")
        );
        assert_eq!(BaseUrl::new("https://example.org/?q"), None);
    }
}
