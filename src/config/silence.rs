//! The key `silence`: lints that a site does not want to hear of.

use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::yaml::{Node, Reading};

/// A lint's code, upper or lower case alike (P009). Mistakes of other letters cannot be silenced.
pub(super) fn lint(reading: &mut Reading, node: &Node) -> Option<Code> {
    let text = reading.text(node)?;
    let lints = || Code::ALL.iter().copied().filter(|code| code.is_lint());
    let code = lints().find(|code| code.name().eq_ignore_ascii_case(&text));
    if code.is_none() {
        let names: Vec<_> = lints().map(Code::name).collect();
        let near = nearest(&text.to_uppercase(), names.iter().copied());
        let near = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        let help = format!("{near}Only lints can be silenced: {}", names.join(", "));
        reading.report(Diagnostic::new(Code::P009, node.span, format!("`{text}` is not a lint")).help(help));
    }
    code
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::text::FileId;

    fn read(silence: &str) -> (Vec<Code>, Vec<(Code, Option<String>)>) {
        let text = format!("title: T\nbase_url: https://example.org/\nsilence: {silence}\n");
        let read = crate::config::parse(&text, FileId(0));
        let told = read.diagnostics.into_iter().map(|told| (told.code, told.help));
        (read.value.silence, told.collect())
    }

    #[test]
    fn lints_are_silenced_by_code() {
        assert_eq!(read("[C003, c007]"), (vec![Code::C003, Code::C007], vec![]));
        assert_eq!(read("C001"), (vec![Code::C001], vec![]));
    }

    #[test]
    fn what_is_no_lint_is_told_with_the_nearest() {
        for wrong in ["C0003", "R003", "C099"] {
            let (silenced, told) = read(wrong);
            assert_eq!(silenced, []);
            assert_eq!(told.len(), 1);
            assert_eq!(told[0].0, Code::P009);
            let help = told[0].1.as_deref().unwrap_or_default();
            assert!(help.contains("did you mean `C0"), "{wrong}: {help}");
        }
    }
}
