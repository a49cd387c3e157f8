//! Formats of libraries: files that hold many sources.

/// How a library of sources is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum LibraryFormat {
    /// BibTeX and BibLaTeX.
    BibTex,
    /// hayagriva's YAML.
    Hayagriva,
    /// CSL-JSON.
    CslJson,
}

impl LibraryFormat {
    /// The format of files with this ending, which is in lower case and without its dot.
    pub fn of_extension(ending: &str) -> Option<Self> {
        match ending {
            "bib" => Some(Self::BibTex),
            "yaml" | "yml" => Some(Self::Hayagriva),
            "json" => Some(Self::CslJson),
            _ => None,
        }
    }
}
