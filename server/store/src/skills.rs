//! The catalogue: the atlas, the page of one skill, and changing areas and skills.

use crate::Store;
use crate::error::Result;
use crate::targets::{catalogue_in, touch_catalogue};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::evidence::Evidence;
use domain::id::{AreaId, SkillId};
use domain::skills::{
    AreaDraft, CatalogueForm, SkillDraft, SkillForm, SkillPage, SkillsPage, SkillsQuery, catalogue_form, skill_page,
    skills_page,
};
use serde_json::json;

impl Store {
    /// The atlas of skills.
    pub fn skills_page(&self, actor: &Actor, query: &SkillsQuery) -> Result<SkillsPage> {
        self.read(actor, |org| skills_page(org, actor, query.clone()))
    }

    /// The page of one skill, with how its cover stood over the last months.
    pub async fn skill_page(&self, actor: &Actor, skill: &SkillId) -> Result<SkillPage> {
        actor.may_read()?;
        let query = "
            SELECT * OMIT id, in, out
            FROM evidence
            WHERE skill = $skill
        ";
        let evidence: Vec<Evidence> = self.rows(query, json!({ "skill": skill })).await?;
        self.read_clocked(actor, |org, clocks| skill_page(org, actor, skill, &evidence, clocks))
    }

    /// The form for a skill, or for a new one.
    pub fn catalogue_form(&self, actor: &Actor, skill: Option<&SkillId>) -> Result<CatalogueForm> {
        self.read(actor, |org| catalogue_form(org, actor, skill))
    }

    /// The draft that a form comes to, with what comes before it named or chosen. Refuses all but program admins, and the
    /// first field that cannot be taken.
    pub fn skill_draft(&self, actor: &Actor, form: SkillForm) -> Result<SkillDraft> {
        self.read(actor, |org| form.with_names(org, actor)?.parsed())
    }

    /// Adds an area, or changes the one that `draft` names. Refuses all but program admins, and a second area of the
    /// same name.
    pub async fn save_area(&self, actor: &Actor, draft: &AreaDraft) -> Result<AreaId> {
        actor.at_least(Role::ProgramAdmin)?;
        self.change(actor, |tx| async move {
            let area = self.read(actor, |org| draft.clone().area(org, actor))?;
            let values = json!({ "id": area.id, "row": crate::row::content(&area)? });
            tx.run("UPSERT type::record('area', $id) CONTENT $row RETURN NONE", values).await?;
            tx.emit(Happening::AreaChanged { area: area.id.clone() }).await?;
            Ok(area.id)
        })
        .await
    }

    /// Adds a skill, or changes the one that `draft` names. Refuses all but program admins, a second skill of the same
    /// name, areas that are not known, targets nobody could reach, and skills that would come before themselves: what comes
    /// before what is guarded, so that two changes at once cannot make a circle.
    pub async fn save_skill(&self, actor: &Actor, draft: &SkillDraft) -> Result<SkillId> {
        actor.at_least(Role::ProgramAdmin)?;
        self.change(actor, |tx| async move {
            let skill = if draft.after.is_empty() {
                self.read(actor, |org| draft.clone().skill(org, actor))?
            } else {
                touch_catalogue(&tx).await?;
                draft.clone().skill(&catalogue_in(&tx).await?, actor)?
            };
            let values = json!({ "id": skill.id, "row": crate::row::content(&skill)? });
            tx.run("UPSERT type::record('skill', $id) CONTENT $row RETURN NONE", values).await?;
            tx.emit(Happening::SkillChanged { skill: skill.id.clone() }).await?;
            Ok(skill.id)
        })
        .await
    }
}
