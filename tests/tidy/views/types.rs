//! The types that templates see, read from `src/pages/view`.

use crate::tree::rust;
use syn::{Attribute, Expr, Fields, GenericArgument, Item, Lit, Meta, PathArguments};

/// A type of view.
pub struct Type {
    /// Its name in the code.
    pub name: String,
    /// Its own parameters: `R` of `Section<R>`.
    pub of: Vec<String>,
    /// The file it stands in, without `.rs`, and what that is about.
    pub file: String,
    pub about: String,
    pub doc: String,
    pub shape: Shape,
}

/// What a type is as a template sees it.
pub enum Shape {
    Fields(Vec<Field>),
    /// One of several types, without a name of its own.
    OneOf(Vec<Kind>),
}

/// A field under the name that templates know it by.
pub struct Field {
    pub name: String,
    pub kind: Kind,
    pub doc: String,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum Kind {
    Text,
    Number,
    Truth,
    /// What an author wrote under `extra`.
    Anything,
    Maybe(Box<Kind>),
    List(Box<Kind>),
    /// A row of a list: what was printed of its type.
    Row(Box<Kind>),
    /// A view, with what it is of.
    Named(String, Vec<Kind>),
}

impl Type {
    /// Its fields; none where it is one of several types.
    pub fn fields(&self) -> &[Field] {
        match &self.shape {
            Shape::Fields(fields) => fields,
            Shape::OneOf(_) => &[],
        }
    }
}

/// Every type, by files.
pub fn all() -> Vec<Type> {
    let mut types = Vec::new();
    for file in rust(&["src/pages/view"]) {
        let name = file.path.rsplit('/').next().and_then(|name| name.strip_suffix(".rs"));
        let name = name.expect("it is a Rust file");
        let code = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let about = doc(&code.attrs);
        for item in &code.items {
            let (attrs, ident, generics, shape) = match item {
                Item::Struct(one) => (&one.attrs, &one.ident, &one.generics, fields(one)),
                Item::Enum(one) => (&one.attrs, &one.ident, &one.generics, variants(one)),
                Item::Use(_) | Item::Mod(_) => continue,
                _ => panic!("{}: only types stand here, so that templates see nothing else", file.path),
            };
            let of = generics.type_params().map(|one| one.ident.to_string()).collect();
            let (file, about) = (name.to_owned(), about.clone());
            let shape = with_printed(&ident.to_string(), shape);
            types.push(Type { name: ident.to_string(), of, file, about, doc: doc(attrs), shape });
        }
    }
    assert!(types.len() > 50, "only {} types were found: views have moved", types.len());
    types
}

/// What comes with some types as HTML without being a field: it is made when a template asks for it.
fn with_printed(name: &str, shape: Shape) -> Shape {
    let printed: &[(&str, &str)] = match name {
        "LinkView" => &[("html", "The link as `| link` prints it. *HTML*")],
        "TermView" => &[("html", "The word as `| term` prints it. *HTML*")],
        "DateView" => &[
            ("html", "The date as `| time` prints it. *HTML*"),
            ("html_short", "The date as `| time(short=true)` prints it. *HTML*"),
        ],
        "ClaimRow" => &[
            ("day", "When it was said, in short words. *HTML*"),
            (
                "said",
                "What was said: words or figure, what it counts, answers and is about, and where it is recorded. *HTML*",
            ),
            (
                "chain",
                "Who said it, through whom, and where that was published, each but the first in `span.hop`. *HTML*",
            ),
            ("grade", "The grades of its sources, else its credibility, or that it has none. *HTML*"),
            ("state", "What became of it, and of what replaced it with who said that. *HTML*"),
        ],
        _ => return shape,
    };
    let Shape::Fields(mut fields) = shape else { panic!("{name} has fields") };
    let field = |(name, doc): &(&str, &str)| Field {
        name: (*name).to_owned(),
        kind: Kind::Text,
        doc: (*doc).to_owned(),
    };
    fields.extend(printed.iter().map(field));
    Shape::Fields(fields)
}

fn fields(one: &syn::ItemStruct) -> Shape {
    assert_eq!(serde(&one.attrs), [], "{}: teach this check what its attribute does", one.ident);
    let Fields::Named(fields) = &one.fields else { panic!("{}: fields of views have names", one.ident) };
    let field = |field: &syn::Field| {
        let own = field.ident.as_ref().expect("it has a name").to_string();
        let name = match serde(&field.attrs).as_slice() {
            [] => own,
            [(key, Some(name))] if key == "rename" => name.clone(),
            other => panic!("{}.{own}: teach this check what {other:?} does", one.ident),
        };
        Field { name, kind: kind(&field.ty), doc: doc(&field.attrs) }
    };
    Shape::Fields(fields.named.iter().map(field).collect())
}

fn variants(one: &syn::ItemEnum) -> Shape {
    let untagged = [("untagged".to_owned(), None)];
    assert_eq!(serde(&one.attrs), untagged, "{}: a template cannot tell its variants", one.ident);
    let of = |variant: &syn::Variant| match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => kind(&fields.unnamed[0].ty),
        _ => panic!("{}: a variant holds one view", one.ident),
    };
    Shape::OneOf(one.variants.iter().map(of).collect())
}

/// What serde is told of a type or field: `rename = "type"`, `untagged`.
fn serde(attrs: &[Attribute]) -> Vec<(String, Option<String>)> {
    let mut told = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
        attr.parse_nested_meta(|meta| {
            let key = meta.path.get_ident().expect("it is one word").to_string();
            let value = meta.value().ok().map(|value| value.parse::<syn::LitStr>()).transpose()?;
            told.push((key, value.map(|value| value.value())));
            Ok(())
        })
        .expect("the program compiles");
    }
    told
}

/// The words of a comment, on one line.
fn doc(attrs: &[Attribute]) -> String {
    let line = |attr: &Attribute| match &attr.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(text) => match &text.lit {
                Lit::Str(text) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    let lines: Vec<String> = attrs.iter().filter_map(line).take_while(|line| !line.is_empty()).collect();
    lines.join(" ").replace("[`", "`").replace("`]", "`")
}

/// What a type of the code is to a template.
fn kind(of: &syn::Type) -> Kind {
    let inner = |arguments: &PathArguments| -> Vec<Kind> {
        let PathArguments::AngleBracketed(list) = arguments else { return Vec::new() };
        let types = list.args.iter().filter_map(|one| match one {
            GenericArgument::Type(one) => Some(kind(one)),
            _ => None,
        });
        types.collect()
    };
    match of {
        syn::Type::Reference(of) => kind(&of.elem),
        syn::Type::Array(of) => Kind::List(Box::new(kind(&of.elem))),
        syn::Type::Path(of) => {
            let last = of.path.segments.last().expect("a path has an end");
            let (name, mut inner) = (last.ident.to_string(), inner(&last.arguments));
            let mut first = || Box::new(inner.remove(0));
            match name.as_str() {
                "String" | "str" | "Cow" => Kind::Text,
                "usize" | "u8" | "u32" => Kind::Number,
                "bool" => Kind::Truth,
                "Value" => Kind::Anything,
                "Option" => Kind::Maybe(first()),
                "Vec" => Kind::List(first()),
                "Row" | "OwnRow" | "OtherRow" => Kind::Row(first()),
                "Box" | "FullRow" => *first(),
                "Link" => Kind::Named("LinkView".to_owned(), Vec::new()),
                "Day" => Kind::Named("DateView".to_owned(), Vec::new()),
                _ => Kind::Named(name, inner),
            }
        }
        _ => panic!("views hold texts, numbers, lists and views only"),
    }
}
