//! Searches for a mentor and mentors' places as memory holds them.

use super::queries::{MENTORS, SEEKINGS};
use super::stale::Stale;
use crate::Store;
use crate::error::Result;
use domain::mentoring::{Mentor, Seeking};
use domain::org::Org;
use serde_json::json;

/// What was read of them.
pub(super) struct Mentoring {
    seekings: Vec<Seeking>,
    mentors: Vec<Mentor>,
}

impl Mentoring {
    /// Puts it into an organisation.
    pub(super) fn put(self, org: &mut Org) {
        self.seekings.into_iter().for_each(|seeking| org.put_seeking(seeking));
        self.mentors.into_iter().for_each(|mentor| org.put_mentor(mentor));
    }
}

impl Store {
    /// All of it.
    pub(super) async fn whole_mentoring(&self) -> Result<Mentoring> {
        Ok(Mentoring {
            seekings: self.rows("SELECT * OMIT id FROM seeking", json!({})).await?,
            mentors: self.rows("SELECT * OMIT id FROM mentor", json!({})).await?,
        })
    }

    /// What of it is stale.
    pub(super) async fn mentoring_again(&self, stale: &Stale) -> Result<Mentoring> {
        let keys = json!({ "keys": stale.mentoring });
        Ok(Mentoring {
            seekings: self.named(&stale.mentoring, SEEKINGS, keys.clone()).await?,
            mentors: self.named(&stale.mentoring, MENTORS, keys).await?,
        })
    }
}
