//! What people say about levels: their own, a colleague's, and taking it back. Append-only.

use crate::confirmation::say_level;
use crate::error::Result;
use crate::exchange::skill_exists;
use crate::people::working_here;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::Happening;
use domain::evidence::Evidence;
use domain::id::{PersonId, SkillId};
use domain::people::person::skills_to_say;
use domain::rejection::{Noun, Rejection};
use domain::skills::{LevelEdit, LevelForm, OwnSkillsPage, may_take_back, own_skills_page};
use domain::tag::SkillTag;
use domain::time::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

/// A piece with its key.
#[derive(Deserialize)]
struct Kept {
    key: Value,
    #[serde(flatten)]
    piece: Evidence,
}

impl Store {
    /// The actor's own skills, to be changed.
    pub async fn own_skills_page(&self, actor: &Actor) -> Result<OwnSkillsPage> {
        let me = &actor.member()?.id;
        let query = "SELECT * OMIT id, in, out FROM type::record('evidence', [$me, NONE]..[$me, ..])";
        let given: Vec<Evidence> = self.rows(query, json!({ "me": me })).await?;
        self.read(actor, |org| own_skills_page(org, actor, &given))
    }

    /// Adds a piece of evidence for `edit.level`: an own estimate, or a colleague's or manager's, by who the actor is to
    /// the person. What was said before stays; a request of the person that waits for the actor's word is answered with
    /// it. Refuses skills and people that are not known.
    pub async fn set_level(&self, actor: &Actor, edit: &LevelEdit) -> Result<()> {
        actor.member()?;
        let nonce = &format!("{:016x}", self.stamp().random());
        self.change(actor, |tx| async move {
            let evidence = self.read(actor, |org| edit.evidence(org, actor, tx.now()))?;
            working_here(&tx, &edit.person).await?;
            skill_exists(&tx, &edit.skill).await?;
            say_level(&tx, &evidence, nonce).await
        })
        .await
    }

    /// The actor's own estimate of `level` in a skill that is `chosen` from the list or `written` by name. Refuses what
    /// is no skill and no level.
    pub async fn set_own_level(&self, actor: &Actor, chosen: &str, written: &str, level: &str) -> Result<()> {
        let [skill, skill_text, level] = [chosen, written, level].map(str::to_owned);
        let form = LevelForm { person: actor.member()?.id.clone(), skill, skill_text, level, note: String::new() };
        self.set_level_by_form(actor, &form).await
    }

    /// The level that a form says of somebody. Refuses what is no skill and no level, and what [`Store::set_level`] refuses.
    pub async fn set_level_by_form(&self, actor: &Actor, form: &LevelForm) -> Result<()> {
        let edit = self.read(actor, |org| form.parsed(org, actor))?;
        self.set_level(actor, &edit).await
    }

    /// Some skills of which nothing is known of `person` yet, by what was `typed` of a name: see [`skills_to_say`].
    pub fn skills_to_say(&self, actor: &Actor, person: &PersonId, typed: &str) -> Result<Vec<SkillTag>> {
        self.read(actor, |org| skills_to_say(org, actor, person, typed))
    }

    /// Takes back the piece that was given for `person` in `skill` at `at`: it counts for nothing from now on and
    /// stays listed. Whoever gave it, and organisation admins; not found when there is none.
    pub async fn take_back_level(
        &self,
        actor: &Actor,
        person: &PersonId,
        skill: &SkillId,
        at: Timestamp,
    ) -> Result<()> {
        actor.may_read()?;
        self.change(actor, |tx| async move { take_back(&tx, actor, Piece { person, skill, at }).await }).await
    }
}

/// Whose piece of evidence, in which skill, of which moment.
#[derive(Clone, Copy)]
pub(crate) struct Piece<'a> {
    pub person: &'a PersonId,
    pub skill: &'a SkillId,
    pub at: Timestamp,
}

/// Takes a piece back for `actor`, who must be allowed to; not found when there is none.
pub(crate) async fn take_back(tx: &Tx, actor: &Actor, piece: Piece<'_>) -> Result<()> {
    let Piece { person, skill, at } = piece;
    let query = "
        SELECT *, record::id(id) AS key OMIT id, in, out
        FROM type::record('evidence', [$person, $skill, $at, NONE]..[$person, $skill, $at, ..])
    ";
    let kept: Vec<Kept> = tx.rows(query, json!({ "person": person, "skill": skill, "at": at })).await?;
    let own = kept.iter().find(|kept| kept.piece.by.as_ref() == actor.person() || kept.piece.by.is_none());
    let kept = own.or(kept.first()).ok_or(Rejection::NotFound(Noun::Skill))?;
    may_take_back(actor, &kept.piece)?;
    let query = "UPDATE type::record('evidence', $key) SET reversed_at = $now RETURN NONE";
    tx.run(query, json!({ "key": kept.key, "now": tx.now() })).await?;
    tx.emit(Happening::EvidenceGiven { person: person.clone(), skill: skill.clone() }).await
}
