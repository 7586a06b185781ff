//! What people want to learn and offer to teach, each an edge from the person to the skill.

use crate::Store;
use crate::error::Result;
use crate::exchange::skill_exists;
use domain::actor::Actor;
use domain::event::Happening;
use domain::id::SkillId;
use domain::skills::{OfferEdit, WantEdit};
use serde_json::{Value, json};

impl Store {
    /// The actor wants to learn the skill from now on, or as well and as soon as `edit` says. Refuses skills that are
    /// not known and levels they have reached.
    pub async fn set_want(&self, actor: &Actor, edit: &WantEdit) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let want = self.read(actor, |org| edit.want(org, actor, tx.now()))?;
            skill_exists(&tx, &edit.skill).await?;
            let query = "
                RELATE (type::record('person', $me))->(type::record('wants', [$me, $skill]))->(type::record('skill', $skill))
                CONTENT $row
                RETURN NONE
            ";
            tx.run(query, json!({ "me": me, "skill": edit.skill, "row": crate::row::content(&want)? })).await?;
            tx.emit(Happening::WantChanged { person: me.clone(), skill: edit.skill.clone() }).await
        })
        .await
    }

    /// The actor no longer wants to learn the skill. Nothing happens when they did not.
    pub async fn drop_want(&self, actor: &Actor, skill: &SkillId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let query = "DELETE type::record('wants', $key) RETURN BEFORE";
            let dropped: Vec<Value> = tx.rows(query, json!({ "key": [me, skill] })).await?;
            if dropped.is_empty() {
                return Ok(());
            }
            tx.emit(Happening::WantChanged { person: me.clone(), skill: skill.clone() }).await
        })
        .await
    }

    /// The actor offers to teach the skill from now on, or in the way that `edit` says. Refuses skills that are not
    /// known and meetings of a strange length.
    pub async fn make_offer(&self, actor: &Actor, edit: &OfferEdit) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let offer = self.read(actor, |org| edit.offer(org, actor, tx.now()))?;
            skill_exists(&tx, &edit.skill).await?;
            let query = "
                RELATE (type::record('person', $me))->(type::record('offers', [$me, $skill]))->(type::record('skill', $skill))
                CONTENT $row
                RETURN NONE
            ";
            tx.run(query, json!({ "me": me, "skill": edit.skill, "row": crate::row::content(&offer)? })).await?;
            tx.emit(Happening::OfferChanged { person: me.clone(), skill: edit.skill.clone() }).await
        })
        .await
    }

    /// The actor no longer offers the skill; requests that are open stay open. Nothing happens when they did not.
    pub async fn withdraw_offer(&self, actor: &Actor, skill: &SkillId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let query = "DELETE type::record('offers', $key) RETURN BEFORE";
            let withdrawn: Vec<Value> = tx.rows(query, json!({ "key": [me, skill] })).await?;
            if withdrawn.is_empty() {
                return Ok(());
            }
            tx.emit(Happening::OfferChanged { person: me.clone(), skill: skill.clone() }).await
        })
        .await
    }
}
