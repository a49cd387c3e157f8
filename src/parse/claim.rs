//! Claims, estimates and assessments.

use super::parts::placeholder_date;
use super::{citation, shared_keys};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{
    Assessment, Claim, ClaimStatus, Credibility, Figure, LIKELIHOOD_TERMS, Likelihood, Outcome, Ref, Stance,
};
use crate::yaml::{Fields, Node, Reading, Value};

/// The keys `claims` and `estimates`.
pub(super) fn both(fields: &mut Fields<'_>, reading: &mut Reading) -> Vec<Claim> {
    let mut claims = reading.each(fields, "claims", |reading, node| one(node, false, reading));
    claims.extend(reading.each(fields, "estimates", |reading, node| one(node, true, reading)));
    claims
}

fn one(node: &Node, estimate: bool, reading: &mut Reading) -> Option<Claim> {
    let what = if estimate { "an estimate" } else { "a claim" };
    let mut fields = reading.fields(node, what)?;
    let fields = &mut fields;
    let id = reading.required(fields, "id", "each claim has an id of its own, unique in the site");
    let id = id.and_then(|node| reading.id(node));
    let by = reading.required(fields, "by", "a claim is never printed without who made it");
    let by = by.and_then(|node| reading.reference(node));
    let figure = if estimate { figure(fields, reading) } else { None };
    let text = match (fields.take("text"), &figure) {
        (Some(node), _) => reading.text(node),
        (None, Some(figure)) => Some(figure.in_words()),
        (None, None) if estimate => None,
        (None, None) => {
            reading.report(
                Diagnostic::new(Code::P005, fields.span, "the key `text` is missing")
                    .help("say the claim in a sentence"),
            );
            None
        }
    };
    let sources = fields.take("sources").map(|node| citation::list(node, reading)).unwrap_or_default();
    let claim = Claim {
        id: id.unwrap_or_else(|| Ref { text: String::new(), span: node.span }),
        span: node.span,
        text: text.unwrap_or_default(),
        by: by.unwrap_or_else(|| Ref { text: String::new(), span: node.span }),
        via: reading.each(fields, "via", Reading::reference),
        said_on: reading.maybe(fields, "said_on", Reading::date),
        about: reading.each(fields, "about", Reading::reference),
        event: reading.maybe(fields, "event", Reading::reference),
        question: reading.maybe(fields, "question", Reading::text),
        stance: reading.maybe(fields, "stance", Reading::word::<Stance>),
        quote: reading.maybe(fields, "quote", Reading::text),
        sources,
        credibility: reading.maybe(fields, "credibility", Reading::word::<Credibility>),
        status: reading.maybe(fields, "status", Reading::word).unwrap_or(ClaimStatus::Current),
        superseded_by: reading.maybe(fields, "superseded_by", Reading::reference),
        marking: shared_keys::marking(fields, reading),
        figure: figure.map(Box::new),
    };
    let whole = !claim.id.text.is_empty() && !claim.by.text.is_empty() && !claim.text.is_empty();
    std::mem::replace(fields, Fields::empty(node.span)).finish(what, &mut reading.diagnostics);
    whole.then_some(claim)
}

/// `value` is a number or `{low, best, high}`; the three may also stand beside it.
fn figure(fields: &mut Fields<'_>, reading: &mut Reading) -> Option<Figure> {
    let quantity =
        reading.required(fields, "quantity", "say what is counted: `quantity: north-korean-troops`");
    let quantity = quantity.and_then(|node| reading.text(node));
    let kind = reading.required(
        fields,
        "kind",
        "planned, arrived, present, killed, wounded, … are different figures",
    );
    let kind = kind.and_then(|node| reading.text(node));
    let mut low = reading.maybe(fields, "low", Reading::number);
    let mut best = reading.maybe(fields, "best", Reading::number);
    let mut high = reading.maybe(fields, "high", Reading::number);
    let value = fields.take("value");
    if let Some(node) = value {
        if let Some(mut range) = Fields::of(node) {
            low = reading.maybe(&mut range, "low", Reading::number).or(low);
            best = reading.maybe(&mut range, "best", Reading::number).or(best);
            high = reading.maybe(&mut range, "high", Reading::number).or(high);
            range.finish("a range", &mut reading.diagnostics);
        } else {
            best = reading.number(node).or(best);
        }
    }
    if low.is_none() && best.is_none() && high.is_none() {
        if value.is_none() {
            let help = "write `value: 10000`, or `value: {low: 11000, high: 12000}`";
            reading.report(Diagnostic::new(Code::P005, fields.span, "the key `value` is missing").help(help));
        }
        return None;
    }
    let ascending = [low, best, high].into_iter().flatten().is_sorted();
    if !ascending {
        let span = value.map_or(fields.span, |node| node.span);
        let message = "the figures are out of order: `low` is the least, `high` the greatest";
        reading.report(Diagnostic::new(Code::P012, span, message));
    }
    Some(Figure {
        quantity: quantity?,
        kind: kind?,
        best,
        low,
        high,
        qualifier: reading.maybe(fields, "qualifier", Reading::word),
        unit: reading.maybe(fields, "unit", Reading::text),
        as_of: reading.maybe(fields, "as_of", Reading::date),
        by_when: reading.maybe(fields, "by_when", Reading::date),
    })
}

/// The key `assessments`.
pub(super) fn assessment(reading: &mut Reading, node: &Node) -> Option<Assessment> {
    let mut fields = reading.fields(node, "an assessment")?;
    let text = reading.required(&mut fields, "text", "say what is judged, without likelihood and confidence");
    let text = text.and_then(|node| reading.text(node));
    let assessment = Assessment {
        text: text.unwrap_or_default(),
        span: node.span,
        likelihood: reading.maybe(&mut fields, "likelihood", likelihood),
        confidence: reading.maybe(&mut fields, "confidence", Reading::word),
        basis: reading.each(&mut fields, "basis", Reading::reference),
        horizon: reading.maybe(&mut fields, "horizon", Reading::date),
        outcome: reading.maybe(&mut fields, "outcome", outcome),
    };
    fields.finish("an assessment", &mut reading.diagnostics);
    (!assessment.text.is_empty()).then_some(assessment)
}

/// An ICD 203 term, or `{low, high}` in per cent (P023).
fn likelihood(reading: &mut Reading, node: &Node) -> Option<Likelihood> {
    if let Some(mut fields) = Fields::of(node) {
        let percent = |reading: &mut Reading, node: &Node| reading.number_within(node, 0.0, 100.0);
        let low = reading.maybe(&mut fields, "low", percent);
        let high = reading.maybe(&mut fields, "high", percent);
        fields.finish("a likelihood", &mut reading.diagnostics);
        let (Some(low), Some(high)) = (low, high) else {
            let message = "a likelihood is an ICD 203 term, or `{low, high}` in per cent";
            reading.report(Diagnostic::new(Code::P023, node.span, message));
            return None;
        };
        if low > high {
            reading.report(
                Diagnostic::new(Code::P012, node.span, format!("{low} is more than {high}"))
                    .help("swap the two"),
            );
            return None;
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "both are within 0 to 100"
        )]
        return Some(Likelihood { term: None, low: low.round() as u8, high: high.round() as u8 });
    }
    let text = reading.text(node)?;
    let folded = text.to_lowercase().replace(['-', '_'], " ");
    for (term, twin, low, high) in LIKELIHOOD_TERMS {
        for word in [term, twin] {
            if folded == word {
                return Some(Likelihood { term: Some(word), low, high });
            }
        }
    }
    let terms: Vec<_> = LIKELIHOOD_TERMS.iter().map(|(term, ..)| *term).collect();
    let help = format!("ICD 203 has: {}", terms.join(", "));
    reading.report(
        Diagnostic::new(Code::P023, node.span, format!("`{text}` is not a term of likelihood")).help(help),
    );
    None
}

fn outcome(reading: &mut Reading, node: &Node) -> Option<Outcome> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Outcome { result: reading.text(node)?, on: None, source: None });
    }
    let mut fields = reading.fields(node, "an outcome")?;
    let result = reading.required(&mut fields, "result", "say what became of it");
    let result = result.and_then(|node| reading.text(node));
    let on = reading.maybe(&mut fields, "on", Reading::date);
    let source = reading.maybe(&mut fields, "source", Reading::reference);
    fields.finish("an outcome", &mut reading.diagnostics);
    Some(Outcome { result: result?, on, source })
}

/// A change to a brief: `{on, kind, note}`.
pub(super) fn change(reading: &mut Reading, node: &Node) -> Option<crate::model::Change> {
    let mut fields = reading.fields(node, "a change")?;
    let on = reading.required(&mut fields, "on", "say on which day");
    let on = on.and_then(|node| reading.date(node));
    let kind = reading.required(&mut fields, "kind", "correction, update, clarification or retraction");
    let kind = kind.and_then(|node| reading.word(node));
    let note = reading.required(&mut fields, "note", "say what changed");
    let note = note.and_then(|node| reading.text(node));
    fields.finish("a change", &mut reading.diagnostics);
    Some(crate::model::Change { on: on.unwrap_or_else(placeholder_date), kind: kind?, note: note? })
}
