//! Teams, as a tree.

use crate::id::{ImportId, TeamId};
use crate::text::{Line, Name, Prose};
use serde::{Deserialize, Serialize};

/// A team. Its parent may be missing from the organisation: real exports are like that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// What it is called.
    pub name: Name,
    /// The team it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<TeamId>,
    /// What kind of team it is, in the organisation's own words.
    pub kind: Line,
    /// What it is there for.
    pub purpose: Prose,
    /// The import that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
}
