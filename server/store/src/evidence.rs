//! How evidence is weighed: the organisation's rules, who rates higher or lower than others, and how one level comes
//! about. Giving evidence is in `levels` and `exchange`.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::clocks::Day;
use domain::event::Happening;
use domain::evidence::pages::{EvidencePage, LevelPage, RulesForm, evidence_page, level_page};
use domain::evidence::{self, Evidence, EvidenceRules, Leniency, leniency_of};
use domain::id::{PersonId, SkillId};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The record `weighing:main`; what is usual while there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Weighing {
    /// How each kind of evidence counts.
    #[serde(default)]
    pub rules: EvidenceRules,
    /// How everybody rates.
    #[serde(default)]
    pub leniency: Leniency,
}

const READ: &str = "SELECT * OMIT id FROM ONLY weighing:main";
const ALL: &str = "SELECT * OMIT id, in, out FROM evidence";

impl Store {
    /// How the level of `person` in `skill` comes about, piece by piece. Not found when either is not known.
    pub async fn level_page(&self, actor: &Actor, person: &PersonId, skill: &SkillId) -> Result<LevelPage> {
        actor.may_read()?;
        let query = "
            SELECT * OMIT id, in, out
            FROM type::record('evidence', [$person, $skill, NONE]..[$person, $skill, ..])
        ";
        let evidence: Vec<Evidence> = self.rows(query, json!({ "person": person, "skill": skill })).await?;
        self.read_clocked(actor, |org, clocks| {
            level_page(&domain::viewer::Viewer::of(org, actor, clocks), person, skill, &evidence)
        })
    }

    /// What each kind of evidence weighs, and what would change by what the address `query` proposes. Refuses all but
    /// program admins.
    pub async fn evidence_page(&self, actor: &Actor, query: &str) -> Result<EvidencePage> {
        actor.at_least(Role::ProgramAdmin)?;
        let form = RulesForm::parse(query);
        // Everybody's evidence is read only to say what a proposal would change.
        let evidence: Vec<Evidence> = if form.is_some() { self.rows(ALL, json!({})).await? } else { Vec::new() };
        self.read(actor, |org| Ok(evidence_page(org, form.as_ref(), &evidence)))
    }

    /// Evidence counts by what `query` proposes from now on, and all levels are worked out anew; by what is usual when it
    /// proposes nothing. Refuses all but program admins, what is out of range, and what was proposed on other rules than
    /// those that stand.
    pub async fn set_evidence_rules(&self, actor: &Actor, query: &str) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        let form = &RulesForm::parse(query);
        self.change(actor, |tx| async move {
            let held = held(&tx).await?;
            let rules = form.as_ref().map_or(Ok(EvidenceRules::USUAL), |form| form.rules(&held.rules))?;
            write(&tx, &Weighing { rules, ..held }).await?;
            tx.emit(Happening::EvidenceRulesChanged).await
        })
        .await
    }

    /// Works out from all evidence who rates higher or lower than others; true when the outcome is another than before,
    /// and then all levels are worked out anew. Refuses all but program admins.
    pub async fn work_out_leniency(&self, actor: &Actor) -> Result<bool> {
        actor.at_least(Role::ProgramAdmin)?;
        let now = self.clock().now();
        let evidence: Vec<Evidence> = self.rows(ALL, json!({})).await?;
        let Weighing { rules, .. } = self.weighing().await?;
        let usual = evidence::Weighing::usual(Day::utc(now));
        let raters = leniency_of(&evidence, &evidence::Weighing { rules: &rules, ..usual });
        let raters = &raters;
        self.change(actor, |tx| async move {
            // Another process may have come to the same in the meantime.
            let held = held(&tx).await?;
            let is_new = held.leniency.raters != *raters;
            if is_new {
                let leniency = Leniency { version: held.leniency.version + 1, raters: raters.clone() };
                write(&tx, &Weighing { leniency, ..held }).await?;
                tx.emit(Happening::LeniencyChanged).await?;
            }
            Ok(is_new)
        })
        .await
    }

    /// How evidence is weighed, as the database holds it.
    pub(crate) async fn weighing(&self) -> Result<Weighing> {
        Ok(self.row(READ, json!({})).await?.unwrap_or_default())
    }
}

/// The rules as this transaction sees them.
pub(crate) async fn rules(tx: &Tx) -> Result<EvidenceRules> {
    let held: Option<Weighing> = tx.row("SELECT rules FROM ONLY weighing:main", json!({})).await?;
    Ok(held.unwrap_or_default().rules)
}

/// Evidence counts as is usual, and who rates how is worked out from `evidence`, which is all there is.
pub(crate) async fn begin(tx: &Tx, evidence: &[Evidence]) -> Result<()> {
    let raters = leniency_of(evidence, &evidence::Weighing::usual(Day::utc(tx.now())));
    write(tx, &Weighing { rules: EvidenceRules::USUAL, leniency: Leniency { version: 1, raters } }).await
}

/// The record, held against other writers.
async fn held(tx: &Tx) -> Result<Weighing> {
    Ok(tx.row("SELECT * OMIT id FROM ONLY weighing:main FOR UPDATE", json!({})).await?.unwrap_or_default())
}

async fn write(tx: &Tx, weighing: &Weighing) -> Result<()> {
    tx.run("UPSERT weighing:main CONTENT $row RETURN NONE", json!({ "row": weighing })).await
}
