//! Who else has the editor open, with names.

use crate::org::Org;
use crate::program::Present;
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};

/// Somebody who has the editor open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresentFace {
    /// Who.
    pub person: PersonTag,
    /// In which field; `None` for whoever only looks.
    pub path: Option<String>,
}

/// Those who have it open, as a page names them.
pub fn faces(org: &Org, present: &[Present]) -> Vec<PresentFace> {
    let face = |one: &Present| PresentFace {
        person: PersonTag::of(org, &one.person),
        path: one.path.as_ref().map(ToString::to_string),
    };
    present.iter().map(face).collect()
}
