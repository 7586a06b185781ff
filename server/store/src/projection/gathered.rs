//! Hours together, their dates, and those that were proposed, read again.

use super::queries::{OCCURRENCES, OCCURRENCES_OF, PROPOSALS, SESSIONS};
use super::stale::Stale;
use crate::Store;
use crate::error::Result;
use domain::id::SessionId;
use domain::org::Org;
use domain::session::{HostProposal, Occurrence, Session};
use serde_json::json;
use std::collections::BTreeMap;

/// Sessions and dates that were read again.
pub(super) struct Gathered {
    sessions: Vec<Session>,
    whole: Vec<Occurrence>,
    dates: Vec<Occurrence>,
    proposals: Vec<HostProposal>,
}

impl Gathered {
    pub(super) fn put(self, org: &mut Org, stale: &Stale) {
        self.dates.into_iter().for_each(|occurrence| org.put_occurrence(occurrence));
        self.proposals.into_iter().for_each(|proposal| org.put_host_proposal(proposal));
        self.sessions.into_iter().for_each(|session| org.put_session(session));
        let mut whole: BTreeMap<SessionId, Vec<Occurrence>> = BTreeMap::new();
        for occurrence in self.whole {
            whole.entry(occurrence.session.clone()).or_default().push(occurrence);
        }
        for id in &stale.sessions {
            org.put_occurrences(id, whole.remove(id).unwrap_or_default());
        }
    }
}

impl Store {
    /// Reads again what is stale of them.
    pub(super) async fn stale_gatherings(&self, stale: &Stale) -> Result<Gathered> {
        let sessions = json!({ "keys": stale.sessions });
        Ok(Gathered {
            sessions: self.named(&stale.sessions, SESSIONS, sessions.clone()).await?,
            whole: self.named(&stale.sessions, OCCURRENCES_OF, sessions).await?,
            dates: self.named(&stale.occurrences, OCCURRENCES, json!({ "keys": stale.occurrences })).await?,
            proposals: self.named(&stale.proposals, PROPOSALS, json!({ "keys": stale.proposals })).await?,
        })
    }
}
