//! Rounds of matching as memory holds them.

use super::queries::ROUNDS;
use super::stale::Stale;
use crate::Store;
use crate::error::Result;
use domain::match_round::MatchRound;
use serde_json::json;

impl Store {
    /// All of them.
    pub(super) async fn all_match_rounds(&self) -> Result<Vec<MatchRound>> {
        self.rows("SELECT * OMIT id FROM match_round", json!({})).await
    }

    /// Those that are stale.
    pub(super) async fn match_rounds_again(&self, stale: &Stale) -> Result<Vec<MatchRound>> {
        self.named(&stale.rounds, ROUNDS, json!({ "keys": stale.rounds })).await
    }
}
