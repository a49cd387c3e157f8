//! Which fields of its view a template asks for, so that nobody makes what no template prints.
//!
//! A map or a citation of a page costs more than the rest of it. Templates are not run to find out: their code is looked
//! through for `view.field`. Wherever a template might reach a field in another way, it counts as asking for all.

use std::collections::{BTreeMap, BTreeSet};

/// The fields that templates ask for: of pages by the name of the view, of rows by that of the template. A template
/// `brief.html` has its view as `brief`, `rows/brief.html` as `row`.
#[derive(Debug, Clone, Default)]
pub struct Uses(BTreeMap<String, Asked>);

/// What one template asks its view for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// It may print any field.
    All,
    /// It prints no other fields than these.
    These(Vec<String>),
}

impl Asked {
    /// Whether this field may be printed.
    pub fn for_field(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(fields) => fields.iter().any(|field| field == name),
        }
    }
}

impl Uses {
    /// Looks through templates by their names.
    pub(super) fn of(templates: &BTreeMap<String, &str>) -> Self {
        // Such an argument of a component comes from whoever prints it, unsaid.
        if templates.values().any(|text| text.contains("@implicit")) {
            return Self::default();
        }
        let of = |name: &String| {
            let view = name.strip_suffix(".html")?;
            if name.starts_with(ROWS) {
                return Some((name.clone(), fields(name, "row", templates)));
            }
            (!view.contains('/')).then(|| (view.to_owned(), fields(name, view, templates)))
        };
        Self(templates.keys().filter_map(of).collect())
    }

    /// Whether the template of `view` may print its `field`.
    pub fn asks_for(&self, view: &str, field: &str) -> bool {
        self.0.get(view).is_none_or(|asked| asked.for_field(field))
    }

    /// What the template of a row may print of it.
    pub(super) fn of_row(&self, template: &str) -> &Asked {
        self.0.get(template).unwrap_or(&Asked::All)
    }
}

/// Where the templates of rows stand.
const ROWS: &str = "rows/";

/// What a template, its parents and what they include ask of `view`.
fn fields(template: &str, view: &str, templates: &BTreeMap<String, &str>) -> Asked {
    let mut fields = BTreeSet::new();
    let (mut seen, mut left) = (BTreeSet::new(), vec![template.to_owned()]);
    while let Some(name) = left.pop() {
        let Some(text) = templates.get(&name) else { return Asked::All };
        if !seen.insert(name) {
            continue;
        }
        let words: Vec<Word<'_>> = Words::of(text).collect();
        for (at, word) in words.iter().enumerate() {
            match (word, words.get(at + 1), words.get(at + 2)) {
                (Word::Name("extends" | "include"), Some(Word::Text(other)), _) => {
                    left.push((*other).to_owned())
                }
                // A list of templates to try, or one by a variable.
                (Word::Name("include"), ..) | (Word::Name("__tera_context"), ..) => return Asked::All,
                // A field of something else.
                (Word::Name(_), ..) if at > 0 && words[at - 1] == Word::Sign('.') => {}
                (Word::Name(name), Some(Word::Sign('.')), Some(Word::Name(field))) if *name == view => {
                    fields.insert((*field).to_owned());
                }
                (Word::Name(name), ..) if *name == view => return Asked::All,
                _ => {}
            }
        }
    }
    Asked::These(fields.into_iter().collect())
}

/// A word of a template's code.
#[derive(Debug, PartialEq, Eq)]
enum Word<'a> {
    Name(&'a str),
    Text(&'a str),
    Sign(char),
}

/// The words between `{{` and `}}` and between `{%` and `%}`, without comments.
struct Words<'a> {
    rest: &'a str,
    within: bool,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        Self { rest: text, within: false }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Goes to the next piece of code.
    fn enter(&mut self) -> Option<()> {
        loop {
            let at = self.rest.find('{')?;
            self.take(at);
            if self.rest.starts_with("{#") {
                let end = self.rest.find("#}").map_or(self.rest.len(), |end| end + 2);
                self.take(end);
            } else if self.rest.starts_with("{{") || self.rest.starts_with("{%") {
                self.take(2);
                self.within = true;
                return Some(());
            } else {
                self.take(1);
            }
        }
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            if !self.within {
                self.enter()?;
            }
            let space = self.rest.len() - self.rest.trim_start().len();
            self.take(space);
            let first = self.rest.chars().next()?;
            if self.rest.starts_with("%}") || self.rest.starts_with("}}") {
                self.take(2);
                self.within = false;
                continue;
            }
            if matches!(first, '"' | '\'' | '`') {
                self.take(1);
                let end = self.rest.find(first).unwrap_or(self.rest.len());
                let text = self.take(end);
                self.take(usize::from(!self.rest.is_empty()));
                return Some(Word::Text(text));
            }
            let length =
                self.rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(self.rest.len());
            return Some(match length {
                0 => {
                    self.take(first.len_utf8());
                    Word::Sign(first)
                }
                length => Word::Name(self.take(length)),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(templates: &[(&str, &'static str)]) -> Uses {
        Uses::of(&templates.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect())
    }

    #[test]
    fn only_fields_that_a_template_names_are_asked_for() {
        let uses = uses(&[(
            "brief.html",
            "{{ brief.title.text }} {% if not brief.map %}brief.cite{% endif %}{# brief.tags #}{{ other.brief.extra }}{{ \"brief.who\" }}",
        )]);
        for (field, asked) in [
            ("title", true),
            ("map", true),
            ("cite", false),
            ("tags", false),
            ("extra", false),
            ("text", false),
            ("who", false),
        ] {
            assert_eq!(uses.asks_for("brief", field), asked, "{field}");
        }
    }

    #[test]
    fn parents_and_what_is_included_are_asked_too() {
        let uses = uses(&[
            (
                "brief.html",
                "{% extends \"default/brief.html\" %}{% block main %}{% include \"pieces/x.html\" %}{% endblock %}",
            ),
            ("default/brief.html", "{{ brief.title }}"),
            ("pieces/x.html", "{{ brief.cite }}"),
        ]);
        assert!(uses.asks_for("brief", "title") && uses.asks_for("brief", "cite"));
        assert!(!uses.asks_for("brief", "map"));
    }

    #[test]
    fn whatever_could_reach_a_field_in_another_way_asks_for_all() {
        let ways = [
            "{% set x = brief %}",
            "{{ <part of={brief} /> }}",
            "{{ brief[\"map\"] }}",
            "{{ brief | json_encode }}",
            "{{ __tera_context }}",
            "{% include [\"a.html\", \"b.html\"] %}",
            "{% include \"missing.html\" %}",
            "{% for brief in list %}{% endfor %}",
        ];
        for way in ways {
            assert!(uses(&[("brief.html", way)]).asks_for("brief", "map"), "{way}");
        }
    }

    #[test]
    fn a_row_is_asked_by_its_own_template_only() {
        let uses = uses(&[
            ("rows/claim.html", "{{ row.by | link }}{% include \"pieces/x.html\" %}"),
            ("rows/brief.html", "{{ row | json_encode }}"),
            ("pieces/x.html", "{{ row.status.label }}"),
        ]);
        assert_eq!(uses.of_row("rows/claim.html"), &Asked::These(vec!["by".to_owned(), "status".to_owned()]));
        assert_eq!(uses.of_row("rows/brief.html"), &Asked::All);
        assert_eq!(uses.of_row("rows/other.html"), &Asked::All);
    }

    #[test]
    fn a_view_without_a_template_is_asked_for_all() {
        assert!(uses(&[]).asks_for("brief", "map"));
        let component = "{% component a(@implicit brief) %}{{ brief.map }}{% endcomponent a %}";
        assert!(uses(&[("brief.html", "{{ <a /> }}"), ("parts/a.html", component)]).asks_for("brief", "map"));
    }
}
