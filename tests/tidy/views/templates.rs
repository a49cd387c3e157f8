//! Which view a template is given, read from where pages are made.

use crate::tree::{File, rust};
use std::collections::BTreeMap;
use syn::visit::{Visit, visit_impl_item_fn, visit_item_fn};
use syn::{Expr, FnArg, ItemFn, Lit, Pat, ReturnType, Signature, Stmt};

/// A template and what it sees beside `site` and `page`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    pub template: String,
    /// The name by which it knows its view.
    pub name: String,
    /// The type of that; none where it holds nothing.
    pub view: Option<String>,
}

/// Views that every page's template sees under the same name; `seen` checks that no other are.
pub const EVERYWHERE: [(&str, &str); 2] = [("site", "SiteView"), ("page", "PageView")];

/// Every template that the program asks for, in order.
pub fn all() -> Vec<Seen> {
    let mut seen: Vec<Seen> = rust(&["src/pages"]).iter().flat_map(in_file).collect();
    seen.sort();
    seen.dedup();
    assert!(seen.len() > 20, "only {} templates were found: pages are made in another way", seen.len());
    seen
}

fn in_file(file: &File) -> Vec<Seen> {
    let code = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let mut returns = Returns::default();
    returns.visit_file(&code);
    let mut pages = Pages { path: &file.path, returns: returns.0, around: None, seen: Vec::new() };
    pages.visit_file(&code);
    pages.seen
}

/// What the functions of a file give.
#[derive(Default)]
struct Returns(BTreeMap<String, String>);

impl<'ast> Visit<'ast> for Returns {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        if let Some(name) = returned(&function.sig) {
            self.0.insert(function.sig.ident.to_string(), name);
        }
    }
}

/// The name of the type that a function gives; of `Row<X>` and `OtherRow<X>`, `X`.
fn returned(signature: &Signature) -> Option<String> {
    let ReturnType::Type(_, of) = &signature.output else { return None };
    let of = match &**of {
        syn::Type::Reference(of) => &of.elem,
        of => of,
    };
    let syn::Type::Path(of) = of else { return None };
    let last = of.path.segments.last()?;
    match &last.arguments {
        syn::PathArguments::AngleBracketed(inner) if last.ident == "Row" || last.ident == "OtherRow" => {
            match inner.args.first()? {
                syn::GenericArgument::Type(syn::Type::Path(of)) => {
                    of.path.segments.last().map(|one| one.ident.to_string())
                }
                _ => None,
            }
        }
        _ => Some(last.ident.to_string()),
    }
}

/// The calls that name a template.
struct Pages<'a> {
    path: &'a str,
    returns: BTreeMap<String, String>,
    /// The function that is looked at: what its names are, and what it gives.
    around: Option<(BTreeMap<String, String>, Option<String>)>,
    seen: Vec<Seen>,
}

impl<'ast> Visit<'ast> for Pages<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.around = Some((self.names(&function.sig, &function.block), returned(&function.sig)));
        visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.around = Some((self.names(&function.sig, &function.block), returned(&function.sig)));
        visit_impl_item_fn(self, function);
    }

    /// `Page::new("brief.html", "brief", head, view)`
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        syn::visit::visit_expr_call(self, call);
        let Expr::Path(function) = &*call.func else { return };
        let path: Vec<String> = function.path.segments.iter().map(|one| one.ident.to_string()).collect();
        if path != ["Page", "new"] {
            return;
        }
        let args: Vec<&Expr> = call.args.iter().collect();
        let [template, name, _, view] = args[..] else { panic!("{}: four things make a page", self.path) };
        let (Some(template), Some(name)) = (literal(template), literal(name)) else {
            panic!("{}: the names of templates and views stand where a page is made", self.path)
        };
        let view = match view {
            Expr::Tuple(none) if none.elems.is_empty() => None,
            view => Some(self.type_of(view).unwrap_or_else(|| panic!("{}: what is `{name}`?", self.path))),
        };
        self.seen.push(Seen { template, name, view });
    }

    /// `self.row(self.maker().brief(index), "rows/brief.html", false)`, `self.claim_row(index).by("rows/estimate.html")`
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        syn::visit::visit_expr_method_call(self, call);
        let Some(template) = call.args.iter().find_map(literal) else { return };
        if !(call.method == "row" || call.method == "by") || !template.starts_with("rows/") {
            return;
        }
        let view = self.around.as_ref().and_then(|(_, given)| given.clone());
        assert!(view.is_some(), "{}: which row does {template} print?", self.path);
        self.seen.push(Seen { template, name: "row".to_owned(), view });
    }
}

impl Pages<'_> {
    /// The types of a function's parameters, and of what it calls by a name.
    fn names(&self, signature: &Signature, block: &syn::Block) -> BTreeMap<String, String> {
        let mut names = BTreeMap::new();
        for input in &signature.inputs {
            let FnArg::Typed(input) = input else { continue };
            if let (Pat::Ident(name), syn::Type::Path(of)) = (&*input.pat, &*input.ty) {
                let last = of.path.segments.last().expect("a path has an end");
                names.insert(name.ident.to_string(), last.ident.to_string());
            }
        }
        for statement in &block.stmts {
            let Stmt::Local(local) = statement else { continue };
            let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init) else { continue };
            if let Some(of) = self.type_of(&init.expr) {
                names.insert(name.ident.to_string(), of);
            }
        }
        names
    }

    fn type_of(&self, view: &Expr) -> Option<String> {
        match view {
            Expr::Struct(one) => one.path.segments.last().map(|last| last.ident.to_string()),
            Expr::Call(call) => match &*call.func {
                Expr::Path(function) => self.returns.get(&function.path.get_ident()?.to_string()).cloned(),
                _ => None,
            },
            Expr::Path(name) => self.around.as_ref()?.0.get(&name.path.get_ident()?.to_string()).cloned(),
            _ => None,
        }
    }
}

fn literal(of: &Expr) -> Option<String> {
    match of {
        Expr::Lit(one) => match &one.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
