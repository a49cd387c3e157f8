//! Styles and locales by their names.

use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::{LangTag, Ref};
use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style};

/// The style of this name: hayagriva's, or the one that Zotero's list of styles has. P028 where there is none.
pub(super) fn find(name: &Ref) -> Result<ArchivedStyle, Diagnostic> {
    let lower = name.text.to_lowercase();
    let in_list = || ArchivedStyle::by_id(&format!("http://www.zotero.org/styles/{lower}"));
    ArchivedStyle::by_name(&lower).or_else(in_list).ok_or_else(|| unknown(name, &lower))
}

fn unknown(name: &Ref, lower: &str) -> Diagnostic {
    let names = || ArchivedStyle::all().iter().flat_map(|style| style.names().iter().copied());
    let first = nearest(lower, names());
    let alike = names().filter(|known| lower.len() > 2 && known.contains(lower) && Some(*known) != first);
    let mut near: Vec<&str> = first.into_iter().chain(alike).collect();
    near.truncate(5);
    let help = if near.is_empty() {
        "the styles are listed in the reference of site.yaml; usual ones are `apa`, `chicago-author-date`, `ieee`, \
         `mla` and `modern-humanities-research-association-notes`"
            .to_owned()
    } else {
        let near: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
        format!("did you mean {}?", near.join(", "))
    };
    Diagnostic::new(Code::P028, name.span, format!("`{}` is no citation style that is known", name.text))
        .help(help)
}

/// A style with the locale it is used in.
pub(super) struct Loaded {
    pub style: IndependentStyle,
    pub locale: LocaleCode,
    /// The locale asked for, then American English for what it lacks.
    pub locales: Vec<Locale>,
}

/// Loads the style and the locale nearest to a language. None where the archive holds only a reference to a style.
pub(super) fn load(style: ArchivedStyle, language: &LangTag) -> Option<Loaded> {
    let Style::Independent(style) = style.get() else { return None };
    let mut locales = archive::locales();
    let codes: Vec<&str> =
        locales.iter().filter_map(|locale| locale.lang.as_ref().map(|code| code.0.as_str())).collect();
    let locale = LocaleCode(nearest_locale(&codes, language.as_str()).to_owned());
    let english = LocaleCode::en_us();
    locales.retain(|one| one.lang.as_ref().is_some_and(|code| *code == locale || *code == english));
    locales.sort_by_key(|one| one.lang.as_ref() != Some(&locale));
    Some(Loaded { style, locale, locales })
}

/// The locale for a language: its own, its language's in the country of that name, any of its language, else `en-US`.
fn nearest_locale<'a>(codes: &[&'a str], language: &str) -> &'a str {
    let find = |wanted: &str| codes.iter().copied().find(|code| code.eq_ignore_ascii_case(wanted));
    let base = language.split('-').next().unwrap_or(language).to_lowercase();
    let usual = match base.as_str() {
        "en" => "en-US",
        "no" => "nb-NO",
        "zh" if ["hant", "tw", "hk", "mo"].iter().any(|part| language.to_lowercase().contains(part)) => {
            "zh-TW"
        }
        _ => "",
    };
    let any = || codes.iter().copied().find(|code| code.split('-').next() == Some(base.as_str()));
    find(language)
        .or_else(|| find(usual))
        .or_else(|| find(&format!("{base}-{base}")))
        .or_else(any)
        .or_else(|| find("en-US"))
        .unwrap_or("en-US")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_locale_is_taken() {
        let codes = ["de-AT", "de-DE", "en-GB", "en-US", "ko-KR", "nb-NO", "zh-CN", "zh-TW"];
        for (language, wanted) in [
            ("ko", "ko-KR"),
            ("de", "de-DE"),
            ("de-AT", "de-AT"),
            ("en", "en-US"),
            ("en-GB", "en-GB"),
            ("no", "nb-NO"),
            ("zh", "zh-CN"),
            ("zh-Hant", "zh-TW"),
            ("tlh", "en-US"),
        ] {
            assert_eq!(nearest_locale(&codes, language), wanted, "{language}");
        }
    }
}
