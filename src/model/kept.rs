//! How values are kept between runs that the compact form cannot hold as they are.
//!
//! The compact form does not say what it holds, so a reader must know that beforehand: of JSON it cannot.

use super::{Date, LIKELIHOOD_TERMS, Likelihood};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date is kept as it was written, and read again.
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.written, &self.words).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (written, words) = <(&str, Option<String>)>::deserialize(deserializer)?;
        let date = Self::parse(written).map_err(|_| D::Error::custom("a date that cannot be read"))?;
        Ok(Self { words, ..date })
    }
}

/// Of the term one of [`LIKELIHOOD_TERMS`] is found again.
impl Serialize for Likelihood {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.term, self.low, self.high).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Likelihood {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (word, low, high) = <(Option<&str>, u8, u8)>::deserialize(deserializer)?;
        let known = || LIKELIHOOD_TERMS.iter().flat_map(|(term, twin, ..)| [*term, *twin]);
        let term = word.map(|word| known().find(|term| *term == word).ok_or(word)).transpose();
        let term = term.map_err(|_| D::Error::custom("a term of likelihood that is none"))?;
        Ok(Self { term, low, high })
    }
}

/// JSON, each value with a word on what it is. Numbers stay what they are to the last bit, which as text they might not.
pub(super) mod json {
    use super::*;
    use serde_json::{Number, Value};

    #[derive(Serialize, Deserialize)]
    enum Kept {
        Null,
        Bool(bool),
        Unsigned(u64),
        Signed(i64),
        Float(f64),
        Text(String),
        List(Vec<Kept>),
        Map(Vec<(String, Kept)>),
    }

    pub fn serialize<S: Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
        keep(value).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        Kept::deserialize(deserializer).map(value)
    }

    fn keep(value: &Value) -> Kept {
        match value {
            Value::Null => Kept::Null,
            Value::Bool(truth) => Kept::Bool(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => Kept::Unsigned(number),
                (None, Some(number)) => Kept::Signed(number),
                (None, None) => number.as_f64().map_or(Kept::Null, Kept::Float),
            },
            Value::String(text) => Kept::Text(text.clone()),
            Value::Array(list) => Kept::List(list.iter().map(keep).collect()),
            Value::Object(map) => {
                Kept::Map(map.iter().map(|(key, value)| (key.clone(), keep(value))).collect())
            }
        }
    }

    fn value(kept: Kept) -> Value {
        match kept {
            Kept::Null => Value::Null,
            Kept::Bool(truth) => Value::Bool(truth),
            Kept::Unsigned(number) => Value::from(number),
            Kept::Signed(number) => Value::from(number),
            Kept::Float(number) => Number::from_f64(number).map_or(Value::Null, Value::Number),
            Kept::Text(text) => Value::String(text),
            Kept::List(list) => Value::Array(list.into_iter().map(value).collect()),
            Kept::Map(map) => Value::Object(map.into_iter().map(|(key, kept)| (key, value(kept))).collect()),
        }
    }
}
