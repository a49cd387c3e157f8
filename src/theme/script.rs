//! Scripts without what only their authors need: comments and indents.
//!
//! Takes the text of a script and gives one that means the same, line for line but for empty ones and lines that are comments. Only
//! whole lines are looked at, and only where each of them ends outside strings, templates and comments: in a text that
//! goes on over the end of a line, an indent may mean something, and such a script stays as it is.

/// The script, shorter, or as it is. A line that begins with `//!` or `// @`, as licences do, stays.
pub(super) fn shortened(script: &str) -> Option<String> {
    let mut out = String::with_capacity(script.len());
    for line in script.lines() {
        let line = line.trim();
        if line.is_empty()
            || (line.starts_with("//") && !line.starts_with("//!") && !line.starts_with("// @"))
        {
            continue;
        }
        if !whole(line) {
            return None;
        }
        out.push_str(line);
        out.push('\n');
    }
    Some(out)
}

/// Whether the line ends outside of whatever it opens. What cannot be told, as quotes in a regular expression, is no.
fn whole(line: &str) -> bool {
    let mut open: Option<char> = None;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        match (open, character, next) {
            (_, '\\', None) | (None, '/', Some('*')) => return false,
            (_, '\\', Some(_)) => {
                characters.next();
            }
            // What stands in the braces of a template may hold strings and templates again.
            (Some('`'), '$', Some('{')) if !braces(&mut characters) => return false,
            (Some(quote), _, _) if quote == character => open = None,
            (None, '"' | '\'' | '`', _) => open = Some(character),
            (None, '/', Some('/')) => return true,
            _ => {}
        }
    }
    open.is_none()
}

/// Past the braces of a template; false where they hold what a line alone does not tell.
fn braces(characters: &mut impl Iterator<Item = char>) -> bool {
    let mut depth = 0;
    for character in characters {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            '`' | '\\' | '\'' | '/' => return false,
            _ => {}
        }
        if depth == 0 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn comments_and_indents_go() {
        let script = "// What it is for.\nif (a) {\n  // why\n  b(\"  // no comment  \"); // here\n\n}\n";
        assert_eq!(shortened(script).as_deref(), Some("if (a) {\nb(\"  // no comment  \"); // here\n}\n"));
    }

    #[test]
    fn ends_of_lines_stay_for_they_end_statements() {
        assert_eq!(shortened("  a\n  b").as_deref(), Some("a\nb\n"));
    }

    #[test]
    fn licences_stay() {
        assert_eq!(shortened("//! (c) a\n// @license b\n").as_deref(), Some("//! (c) a\n// @license b\n"));
    }

    #[test]
    fn templates_within_a_line_are_no_trouble() {
        let script = "  a(`${b} of ${c.map((d) => { return d })} \\` `);\n";
        assert_eq!(shortened(script).as_deref(), Some(script.trim_start()));
    }

    #[test]
    fn a_script_that_lines_alone_do_not_tell_stays_as_it_is() {
        for script in [
            "a(`\n  // text\n`)",
            "a = `${b(`\n  `)}`",
            "a = \"b\\\n  c\"",
            "/* a\n   b */",
            "a = /['\"]/.test(b) + `\n  c`",
            "a = /\"/",
            "a = `${",
            "\\",
        ] {
            assert_eq!(shortened(script), None, "{script}");
        }
    }
}
