//! The codes of mistakes: `P` parse, `R` resolve, `C` check, `T` theme.

use super::Severity;
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($code:ident $severity:ident $title:literal;)*) => {
        /// A kind of mistake. The name is what is printed; [`Code::title`] says it in words.
        #[allow(missing_docs, reason = "each code's title is its documentation")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $($code,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// What is printed: `P001`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// What it means, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Self::$code => $title,)* }
            }

            /// How bad it is when nothing makes it worse.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }

            /// True for a lint: what only looks wrong, and what `silence` in site.yaml may name.
            pub fn is_lint(self) -> bool {
                self.name().starts_with('C')
            }
        }
    };
}

codes! {
    P001 Error "the front matter is missing or not closed";
    P002 Error "the YAML cannot be read";
    P003 Error "a key stands twice";
    P004 Warning "a key is not known";
    P005 Error "a required key is missing";
    P006 Error "a value is of the wrong type";
    P007 Error "a date cannot be read or does not exist";
    P008 Error "a time has no zone";
    P009 Error "a word is not in its list";
    P010 Error "a file name is not an id";
    P011 Error "a file is not UTF-8 text";
    P012 Error "a number is out of its range";
    P013 Error "an interval ends before it begins";
    P014 Error "an address is not allowed";
    P015 Error "an image has no description";
    P016 Error "a value is empty";
    P017 Error "an id has other characters than a-z, 0-9 and -";
    P018 Error "the YAML is too large or too deep";
    P019 Warning "a file is not read";
    P020 Warning "a link's scheme is not allowed";
    P021 Warning "raw HTML is shown as text";
    P022 Error "a time zone is not known";
    P023 Error "likelihood and confidence are not as ICD 203 has them";
    P024 Warning "a footnote has no text or no mark";
    P025 Error "a figure asks for estimates that are never drawn as one";
    P026 Error "an entry of a library cannot be read";
    P027 Warning "a field of a library is left out";
    P028 Error "a citation style cannot be used";
    R001 Error "two records have one id";
    R002 Error "a name fits more than one record";
    R003 Warning "nothing is known by this name: a stub is made";
    R004 Warning "a reference in the text leads nowhere";
    R005 Error "a reference in the text fits more than one record";
    R006 Error "a visible record names a withheld one";
    R007 Error "a reference leads nowhere";
    R008 Error "two claims have one id";
    R009 Error "a chain of references runs in a circle";
    R010 Error "a former id is taken";
    R011 Warning "a link within the site leads nowhere";
    R012 Warning "a file that a page shows is missing";
    R013 Error "two pages have one path";
    R014 Warning "a picture cannot be read";
    C001 Warning "two actors are probably one";
    C002 Warning "two events are probably one";
    C003 Warning "an event is later than the brief that reports it";
    C004 Warning "sources have no archived copy";
    C005 Warning "a text cites a source that its record does not list";
    C006 Warning "nothing in a brief cites a source that it lists";
    C007 Warning "what is called confirmed has a single origin";
    C008 Warning "a judgement's text holds a likelihood or a confidence";
    C009 Warning "a text gives a figure that has been superseded";
    C010 Warning "a text holds the words of a protected source";
    C011 Warning "an office is named on a day on which it was not held";
    C012 Warning "a judgement is due and has no outcome";
    C013 Warning "a claim's status and what replaced it do not fit";
    C014 Warning "a published brief has changed and its `changes` do not say so";
    C015 Warning "a published brief is gone";
    C016 Warning "a sentence holds both a likelihood and a confidence";
    C017 Warning "two tags have one page";
    C018 Warning "a photograph tells where it was taken";
    T001 Error "a theme is missing or cannot be read";
    T002 Error "a template has an error";
    T003 Error "a page cannot be rendered";
}
