//! Criticality and targets of many skills at once, kept so that the last change can be put back.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::coverage::{Aim, AimChange, AimSwap, TargetsPage, TargetsQuery, aim_change, aim_undo, targets_page};
use domain::event::Happening;
use domain::id::SkillId;
use domain::org::Org;
use domain::rejection::Rejection;
use domain::skill::{Area, Skill};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;
use serde_json::{Value, json};

/// A change with its key.
#[derive(Deserialize)]
struct Kept {
    key: Value,
    #[serde(flatten)]
    change: AimChange,
}

const LAST: &str = "
    SELECT *, record::id(id) AS key OMIT id
    FROM aim_change
    ORDER BY at DESC
    LIMIT 1
";

impl Store {
    /// The table of targets that `query` asks for, with a preview of what it would change. Refuses all but program
    /// admins.
    pub async fn targets_page(&self, actor: &Actor, query: &TargetsQuery) -> Result<TargetsPage> {
        actor.at_least(Role::ProgramAdmin)?;
        let last: Option<Kept> = self.row(LAST, json!({})).await?;
        let last = last.map(|kept| kept.change);
        self.read_clocked(actor, |org, clocks| {
            targets_page(&Viewer::of(org, actor, clocks), query.clone(), last.as_ref())
        })
    }

    /// Changes what `query` says, all of it or nothing, and keeps what stood before. Refuses all but program admins, what
    /// cannot be previewed, and a `promise` of the preview that would not be kept any more.
    pub async fn change_targets(&self, actor: &Actor, query: &TargetsQuery, promise: (u32, u32)) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        let nonce = &format!("{:016x}", self.stamp().random());
        self.change(actor, |tx| async move {
            touch_catalogue(&tx).await?;
            let swaps = self.read(actor, |org| aim_change(org, actor, query, promise))?;
            let now = skills_in(&tx, &swaps).await?;
            let stands = |swap: &AimSwap| now.skill(&swap.skill).is_some_and(|skill| Aim::of(skill) == swap.before);
            if !swaps.iter().all(stands) {
                return Err(Rejection::Stale(MOVED_ON.to_owned()).into());
            }
            put(&tx, &swaps).await?;
            let by = actor.person().cloned();
            let row = AimChange { by, at: tx.now(), swaps, undone_by: None, undone_at: None, kept: Vec::new() };
            let values = json!({ "key": [json!(tx.now()), json!(nonce)], "row": row });
            tx.run("CREATE type::record('aim_change', $key) CONTENT $row RETURN NONE", values).await
        })
        .await
    }

    /// Puts the last change of many skills back, which was made at `at`, but for what somebody has changed since.
    /// Refuses all but program admins, a change that is not the last, and one that is put back already.
    pub async fn undo_targets(&self, actor: &Actor, at: Timestamp) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        self.change(actor, |tx| async move {
            touch_catalogue(&tx).await?;
            let last: Option<Kept> = tx.row(LAST, json!({})).await?;
            let last = last.filter(|kept| kept.change.at == at && kept.change.undone_at.is_none());
            let last = last.ok_or_else(|| Rejection::Stale(NOT_THE_LAST.to_owned()))?;
            let now = skills_in(&tx, &last.change.swaps).await?;
            let (back, kept) = aim_undo(&last.change.swaps, |skill| now.skill(skill));
            put(&tx, &back).await?;
            let query = "
                UPDATE type::record('aim_change', $key)
                SET undone_at = $now, undone_by = $by ?? NONE, kept = $kept
                RETURN NONE
            ";
            let by = actor.person().map_or(Value::Null, |by| json!(by));
            let values = json!({ "key": last.key, "now": tx.now(), "by": by, "kept": kept });
            tx.run(query, values).await
        })
        .await
    }
}

const MOVED_ON: &str = "Something has changed since you looked. Preview it again, then save.";
const NOT_THE_LAST: &str = "Targets were changed or put back since. Look at the page again.";

/// The record that every change of several skills writes, so that no two mix.
pub(crate) async fn touch_catalogue(tx: &Tx) -> Result<()> {
    tx.run("UPSERT guard:skills SET changed_at = $now RETURN NONE", json!({ "now": tx.now() })).await
}

/// The skills as the transaction sees them: what another change has just committed counts.
async fn skills_in(tx: &Tx, swaps: &[AimSwap]) -> Result<Org> {
    let keys: Vec<&SkillId> = swaps.iter().map(|swap| &swap.skill).collect();
    let query = "SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('skill', $key))";
    let mut org = Org::default();
    for skill in tx.rows::<Skill>(query, json!({ "keys": keys })).await? {
        org.put_skill(skill);
    }
    Ok(org)
}

/// All areas and skills as the transaction sees them.
pub(crate) async fn catalogue_in(tx: &Tx) -> Result<Org> {
    let mut org = Org::default();
    for area in tx.rows::<Area>("SELECT *, record::id(id) AS id FROM area", json!({})).await? {
        org.put_area(area);
    }
    for skill in tx.rows::<Skill>("SELECT *, record::id(id) AS id FROM skill", json!({})).await? {
        org.put_skill(skill);
    }
    Ok(org)
}

/// Writes what is aimed at, and that it changed.
async fn put(tx: &Tx, swaps: &[AimSwap]) -> Result<()> {
    let query = "
        FOR $swap IN $swaps {
            UPDATE type::record('skill', $swap.skill)
            SET criticality = $swap.after.criticality, target = $swap.after.target
            RETURN NONE;
        }
    ";
    tx.run(query, json!({ "swaps": swaps })).await?;
    let skills = swaps.iter().map(|swap| swap.skill.clone()).collect();
    tx.emit(Happening::TargetsChanged { skills }).await
}
