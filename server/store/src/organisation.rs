//! The organisation as a whole: what it is called and whether it is the demo. What is in it is not here.

use crate::error::Result;
use crate::{Store, Tx};
use domain::text::Name;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::PoisonError;

/// What is true of the organisation as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// What it is called.
    pub name: Name,
    /// When the demo company was loaded; `None` when this is a real organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demo_since: Option<Timestamp>,
}

impl Organisation {
    /// True while this is the demo, which anybody may try as any persona and which is loaded anew every night.
    pub const fn is_demo(&self) -> bool {
        self.demo_since.is_some()
    }
}

const READ: &str = "SELECT * OMIT id FROM ONLY organisation:main";

impl Store {
    /// The organisation; `None` until it has a name. For everybody, also for those who are not signed in.
    pub fn organisation(&self) -> Option<Organisation> {
        self.organisation_here().read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads it again from the database.
    pub(crate) async fn reload_organisation(&self) -> Result<()> {
        let organisation = self.row(READ, json!({})).await?;
        *self.organisation_here().write().unwrap_or_else(PoisonError::into_inner) = organisation;
        Ok(())
    }
}

/// The organisation as this transaction sees it. Whoever depends on it also writes it, so that one of two conflicts.
pub(crate) async fn organisation(tx: &Tx) -> Result<Option<Organisation>> {
    tx.row(READ, json!({})).await
}

/// Names the organisation anew.
pub(crate) async fn write(tx: &Tx, organisation: &Organisation) -> Result<()> {
    tx.run("UPSERT organisation:main CONTENT $row RETURN NONE", json!({ "row": organisation })).await
}
