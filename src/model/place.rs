//! A place.

use super::{Localized, Name, PlacePrecision, Ref};
use serde::{Deserialize, Serialize};

/// Where something happens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Name.
    pub name: Localized,
    /// Other names.
    pub names: Vec<Name>,
    /// What kind, in the author's word.
    pub kind: Option<String>,
    /// Latitude and longitude in degrees (WGS 84), within ±90 and ±180.
    pub point: Option<(f64, f64)>,
    /// How exact the point is.
    pub precision: Option<PlacePrecision>,
    /// The place it lies in.
    pub within: Option<Ref>,
    /// ISO 3166-1 alpha-2 codes.
    pub country: Vec<String>,
    /// IANA zone, checked to exist.
    pub timezone: Option<String>,
}
