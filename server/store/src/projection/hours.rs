//! Accounts of hours as memory holds them.

use super::queries::HOURS;
use super::stale::Stale;
use crate::Store;
use crate::error::Result;
use domain::hours::HoursAccount;
use serde_json::json;

impl Store {
    /// All of them.
    pub(super) async fn whole_hours(&self) -> Result<Vec<HoursAccount>> {
        self.rows("SELECT * OMIT id FROM hours_account", json!({})).await
    }

    /// Those that are stale.
    pub(super) async fn hours_again(&self, stale: &Stale) -> Result<Vec<HoursAccount>> {
        self.named(&stale.hours, HOURS, json!({ "keys": stale.hours })).await
    }
}
