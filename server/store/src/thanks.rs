//! Thank-yous: given on their own, or with a meeting that both confirmed.

use crate::error::Result;
use crate::exchange::{skill_exists, teaches};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::chosen;
use domain::event::Happening;
use domain::id::{PersonId, SkillId};
use domain::rejection::Rejection;
use domain::text::Prose;
use domain::thanks::Thanks;
use domain::wall::{ThanksChoices, ThanksForm, ThanksWall, thanks_choices, thanks_wall};
use serde_json::json;

impl Store {
    /// The wall of thanks.
    pub fn thanks_wall(&self, actor: &Actor) -> Result<ThanksWall> {
        self.read_as(actor, |reader| Ok(thanks_wall(reader)))
    }

    /// What the form of thanks offers; it names `to` and `skill` when the actor came for them.
    pub fn thanks_choices(
        &self,
        actor: &Actor,
        to: Option<&PersonId>,
        skill: Option<&SkillId>,
    ) -> Result<ThanksChoices> {
        self.read_as(actor, |reader| Ok(thanks_choices(reader, to, skill)))
    }

    /// The actor thanks the colleague that a form names for the skill that it names.
    pub async fn give_thanks_by_form(&self, actor: &Actor, form: &ThanksForm) -> Result<()> {
        let (to, skill) = self.read(actor, |org| {
            let to = chosen::person(org, "to", &form.to, &form.to_text)?;
            Ok((to, chosen::skill(org, "skill", &form.skill, &form.skill_text)?))
        })?;
        self.give_thanks(actor, &to, &skill, &Prose::parse("words", &form.words)?).await
    }

    /// The actor thanks a colleague for a skill; everybody can read it. Refuses oneself, people who left, skills that
    /// are not known, and silence.
    pub async fn give_thanks(&self, actor: &Actor, to: &PersonId, skill: &SkillId, words: &Prose) -> Result<()> {
        let me = &actor.member()?.id;
        if to == me {
            return Err(Rejection::invalid("to", "Choose somebody other than yourself.").into());
        }
        if words.is_empty() {
            return Err(Rejection::invalid("words", "Write what it was good for; one sentence is enough.").into());
        }
        let nonce = &format!("{:016x}", self.stamp().random());
        self.change(actor, |tx| async move {
            teaches(&tx, to).await?;
            skill_exists(&tx, skill).await?;
            let thanks = Thanks {
                from: me.clone(),
                to: to.clone(),
                skill: skill.clone(),
                words: words.clone(),
                at: tx.now(),
                exchange: None,
            };
            write(&tx, &thanks, nonce).await
        })
        .await
    }
}

/// Adds a thank-you; `nonce` tells it from others of the same moment.
pub(crate) async fn write(tx: &Tx, thanks: &Thanks, nonce: &str) -> Result<()> {
    let values = json!({ "at": thanks.at, "nonce": nonce, "row": crate::row::content(thanks)? });
    tx.run("CREATE type::record('thanks', [$at, $nonce]) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::ThanksGiven { from: thanks.from.clone(), to: thanks.to.clone(), skill: thanks.skill.clone() })
        .await
}
