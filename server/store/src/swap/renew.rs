//! "Still true": an offer or a want counts from today again.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::Happening;
use domain::id::{PersonId, SkillId};
use domain::rejection::{Noun, Rejection};
use domain::time::Timestamp;
use serde_json::json;

const OFFER: &str = "
UPDATE type::record('offers', $key)
SET at = $now
RETURN VALUE at
";
const WANT: &str = "
UPDATE type::record('wants', $key)
SET at = $now
RETURN VALUE at
";

impl Store {
    /// What the actor offers still holds: it lasts as if they had just said so. Not found when they do not offer it.
    pub async fn renew_offer(&self, actor: &Actor, skill: &SkillId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            renew(&tx, OFFER, (me, skill)).await?;
            tx.emit(Happening::OfferChanged { person: me.clone(), skill: skill.clone() }).await
        })
        .await
    }

    /// What the actor wants to learn still holds: it lasts as if they had just said so. Not found when they do not want
    /// it.
    pub async fn renew_want(&self, actor: &Actor, skill: &SkillId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            renew(&tx, WANT, (me, skill)).await?;
            tx.emit(Happening::WantChanged { person: me.clone(), skill: skill.clone() }).await
        })
        .await
    }
}

async fn renew(tx: &Tx, query: &'static str, (me, skill): (&PersonId, &SkillId)) -> Result<()> {
    let values = json!({ "key": [me.as_str(), skill.as_str()], "now": tx.now() });
    let renewed: Vec<Timestamp> = tx.rows(query, values).await?;
    if renewed.is_empty() { Err(Rejection::NotFound(Noun::Skill).into()) } else { Ok(()) }
}
