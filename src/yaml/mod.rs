//! YAML 1.2 with a span for every value: the only room that knows a YAML library.
//!
//! Takes the text of a front matter or of `site.yaml`; gives a tree of [`Node`]s whose scalars are
//! still text, so that `NO` stays `NO`, `1.10` stays `1.10` and a year may be a number. What a
//! value means is for the reader of each key to say ([`Fields`], [`Reading`]). Size, depth and alias expansion are bounded.

mod authors;
mod fields;
mod quick;
mod reading;
mod scalars;
mod tree;

pub use fields::Fields;
pub use reading::Reading;
pub use scalars::allowed_url;
pub use tree::{Entry, Node, Value, parse, parse_library};
