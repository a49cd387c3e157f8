//! The figure of an estimate as the manifest keeps it.

use super::wording::{date, moved};
use crate::model::{Figure, Qualifier, Vocabulary};
use serde::{Deserialize, Serialize, Serializer};

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct EstimateItem {
    pub quantity: String,
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "number")]
    pub low: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "number")]
    pub best: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "number")]
    pub high: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_when: Option<String>,
}

/// A whole number without a fraction: `3000`, not `3000.0`.
#[allow(clippy::ref_option, reason = "the serializer hands it over so")]
fn number<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match number {
        #[allow(clippy::cast_possible_truncation, reason = "within what both types hold exactly")]
        Some(number) if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 => {
            serializer.serialize_i64(*number as i64)
        }
        Some(number) => serializer.serialize_f64(*number),
        None => serializer.serialize_none(),
    }
}

impl EstimateItem {
    pub fn of(figure: &Figure) -> Self {
        Self {
            quantity: figure.quantity.clone(),
            kind: figure.kind.clone(),
            low: figure.low,
            best: figure.best,
            high: figure.high,
            qualifier: figure.qualifier.map(|word| word.key().to_owned()),
            unit: figure.unit.clone(),
            as_of: figure.as_of.as_ref().map(date),
            by_when: figure.by_when.as_ref().map(date),
        }
    }

    /// The figure as pages print it: `at least 10,000 soldiers`.
    pub fn in_words(&self) -> String {
        let qualifier = self.qualifier.as_deref().and_then(Qualifier::from_key);
        let figure = Figure {
            quantity: String::new(),
            kind: String::new(),
            best: self.best,
            low: self.low,
            high: self.high,
            qualifier,
            unit: self.unit.clone(),
            as_of: None,
            by_when: None,
        };
        figure.in_words()
    }

    /// Adds to `told` what the estimate called `what` says otherwise in `new`.
    pub fn compare(&self, new: &Self, what: &str, told: &mut Vec<String>) {
        let (before, after) = (self.in_words(), new.in_words());
        if before != after {
            told.push(format!("{what} said {before}, now {after}"));
        }
        let of = |part: &str| format!("{part} of {what}");
        told.extend(moved(&of("the quantity"), Some(&self.quantity), Some(&new.quantity)));
        told.extend(moved(&of("the kind"), Some(&self.kind), Some(&new.kind)));
        told.extend(moved(&of("the day"), self.as_of.as_deref(), new.as_of.as_deref()));
        told.extend(moved(&of("the day foreseen"), self.by_when.as_deref(), new.by_when.as_deref()));
    }
}
