//! Skills that drop below their target: noticed by the server's own clock, told to whoever wants to know.

use crate::error::Result;
use crate::exchange::skill_exists;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::coverage::{CoverDrop, Noticed, Turned, Watch, WatchChoice, cover_of};
use domain::event::Happening;
use domain::id::{PersonId, SkillId};
use domain::org::Org;
use domain::time::Timestamp;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

const NOTICED: &str = "SELECT * OMIT id FROM ONLY noticed:main";
const DROPS: &str = "
RETURN $keys
    .map(|$key| (SELECT * OMIT id FROM type::record('cover_drop', [$key, NONE]..[$key, ..])))
    .flatten()
";
const WATCHES: &str = "SELECT * OMIT id FROM $keys.map(|$key| type::record('watch', $key))";
const NOTICED_FOR_UPDATE: &str = "SELECT * OMIT id FROM ONLY noticed:main FOR UPDATE";

/// Drops, and what people said about being told, read again.
pub(crate) struct CoverNews {
    drops: Vec<CoverDrop>,
    watches: Vec<Watch>,
}

impl CoverNews {
    /// Puts them into an organisation.
    pub fn put(self, org: &mut Org) {
        self.drops.into_iter().for_each(|drop| org.put_drop(drop));
        self.watches.into_iter().for_each(|watch| org.put_watch(watch));
    }
}

impl Store {
    /// Looks which skills reach their target, and notes each that has dropped below since the last look: once, however
    /// many processes look, and not again until it has recovered. Says how many dropped. For the server's own clock;
    /// refused for people below organisation admin.
    pub async fn notice_drops(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let before: Option<Noticed> = self.row(NOTICED, json!({})).await?;
        let (look, fallen) = self.look(before.as_ref());
        if look.turned(before.as_ref(), &self.org_here()).is_none() {
            return Ok(0);
        }
        let (look, fallen) = (&look, &fallen);
        self.change(actor, |tx| async move {
            let before: Option<Noticed> = tx.row(NOTICED_FOR_UPDATE, json!({})).await?;
            let turned = look.turned(before.as_ref(), &self.org_here());
            let Some(turned) = turned else {
                // Another process was faster, and what it saw is at least as new.
                return Ok(0);
            };
            tx.run("UPSERT noticed:main CONTENT $look RETURN NONE", json!({ "look": look })).await?;
            note(&tx, &turned, fallen).await
        })
        .await
    }

    /// A look at the organisation in memory, and how the skills stand that dropped.
    fn look(&self, before: Option<&Noticed>) -> (Noticed, Vec<CoverDrop>) {
        let levels_at = Timestamp(self.read_at().load(Ordering::Relaxed));
        let seq = self.applied().seq;
        let org = self.org_here();
        let look = Noticed::look(&org, seq, levels_at);
        let turned = look.turned(before, &org).unwrap_or_default();
        let fallen = turned.dropped.iter().filter_map(|skill| fallen(&org, skill)).collect();
        (look, fallen)
    }

    /// Every drop, and all that people said about being told.
    pub(crate) async fn all_cover_news(&self) -> Result<CoverNews> {
        let drops = self.rows("SELECT * OMIT id FROM cover_drop", json!({})).await?;
        Ok(CoverNews { drops, watches: self.rows("SELECT * OMIT id FROM watch", json!({})).await? })
    }

    /// The drops of these skills, and what these people said about those skills.
    pub(crate) async fn cover_news(
        &self,
        drops: &BTreeSet<SkillId>,
        watches: &BTreeSet<(PersonId, SkillId)>,
    ) -> Result<CoverNews> {
        let drops = if drops.is_empty() { Vec::new() } else { self.rows(DROPS, json!({ "keys": drops })).await? };
        let watches =
            if watches.is_empty() { Vec::new() } else { self.rows(WATCHES, json!({ "keys": watches })).await? };
        Ok(CoverNews { drops, watches })
    }

    /// The actor wants to be told when cover of `skill` drops below its target, or to be spared. Refuses skills that are
    /// not known.
    pub async fn watch_skill(&self, actor: &Actor, skill: &SkillId, choice: WatchChoice) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            skill_exists(&tx, skill).await?;
            let watch = Watch { person: me.clone(), skill: skill.clone(), choice, at: tx.now() };
            let values = json!({ "key": [me, skill], "row": watch });
            tx.run("UPSERT type::record('watch', $key) CONTENT $row RETURN NONE", values).await?;
            tx.emit(Happening::WatchChanged { person: me.clone(), skill: skill.clone() }).await
        })
        .await
    }
}

/// How a skill stands that has dropped; its number and moment are given when it is noted.
fn fallen(org: &Org, skill: &SkillId) -> Option<CoverDrop> {
    let cover = cover_of(org, skill)?;
    let (have, target) = (cover.have, cover.target);
    Some(CoverDrop { skill: skill.clone(), number: 0, at: Timestamp(0), have, target, recovered_at: None })
}

/// Writes the drops, ends those that are over, and says how many there are.
async fn note(tx: &Tx, turned: &Turned, fallen: &[CoverDrop]) -> Result<usize> {
    let query = "
        UPDATE cover_drop
        SET recovered_at = $now
        WHERE recovered_at = NONE AND skill IN $skills
        RETURN VALUE skill
    ";
    let recovered: Vec<SkillId> = match turned.recovered.as_slice() {
        [] => Vec::new(),
        skills => tx.rows(query, json!({ "skills": skills, "now": tx.now() })).await?,
    };
    for drop in fallen.iter().filter(|drop| turned.dropped.contains(&drop.skill)) {
        let query = "SELECT VALUE number FROM type::record('cover_drop', [$skill, NONE]..[$skill, ..])";
        let numbers: Vec<u32> = tx.rows(query, json!({ "skill": drop.skill })).await?;
        let number = numbers.into_iter().max().unwrap_or(0) + 1;
        let row = CoverDrop { number, at: tx.now(), ..drop.clone() };
        let values = json!({ "key": [json!(row.skill), json!(number)], "row": row });
        tx.run("CREATE type::record('cover_drop', $key) CONTENT $row RETURN NONE", values).await?;
        tx.emit(Happening::CoverDropped { skill: row.skill }).await?;
    }
    if !recovered.is_empty() {
        tx.emit(Happening::CoverRecovered { skills: recovered }).await?;
    }
    Ok(turned.dropped.len())
}
