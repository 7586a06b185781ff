//! Taking an import back.

use super::record::{Record, State, locked};
use super::run::begin;
use crate::Store;
use crate::error::{Error, Fault, Result};
use domain::actor::{Actor, Role};
use domain::id::{ImportId, PersonId, SkillId};
use domain::import::plan::Change;
use domain::import::undo::{Elsewhere, UNDO_WITHIN, Undo, undo};
use domain::rejection::Rejection;
use domain::time::Timestamp;
use serde::Deserialize;
use serde_json::json;

/// The most kept things that are listed.
const MOST_KEPT: usize = 200;

#[derive(Deserialize)]
struct Leaning {
    person: PersonId,
    skill: SkillId,
    by: Option<PersonId>,
}

#[derive(Deserialize)]
struct Known {
    person: PersonId,
}

impl Store {
    /// Takes an import back, and returns at once; what stays, and why, is in [`Store::import_report`]. Refuses after
    /// seven days, and while it still runs.
    pub async fn undo_import(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        self.claim_undo(actor, import).await?;
        self.go_on(actor.clone(), import.clone());
        Ok(())
    }

    /// Takes an import back and returns when that is done: for the command line.
    pub async fn undo_import_now(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        self.claim_undo(actor, import).await?;
        self.run_import(actor, import).await
    }

    async fn claim_undo(&self, actor: &Actor, import: &ImportId) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let record = self.import_record(import).await?;
        still_possible(&record, self.clock().now())?;
        if record.state == State::Running {
            // What a stopped import brought so far is in the database and not yet in memory.
            self.reload().await?;
        }
        let Undo { changes, mut kept } = self.reversals(actor, &record).await?;
        kept.truncate(MOST_KEPT);
        let staged = &self.staging("reversals");
        self.put_batches(import, staged, &changes).await?;
        let (seen, changes, kept) = (&record, &changes, &kept);
        let claimed = self
            .change(actor, |tx| async move {
                let mut record = locked(&tx, import).await?;
                if (record.state, record.batch) != (seen.state, seen.batch) {
                    return Err(Rejection::Stale("This import has just moved on. Look again.".into()).into());
                }
                record.kept.clone_from(kept);
                record.undoing = Some(staged.clone());
                record.undone_by = tx.by().cloned();
                begin(&mut record, State::Undoing, changes, tx.now());
                record.write(&tx).await
            })
            .await;
        // Whatever else went wrong, it may have been claimed all the same.
        if matches!(claimed, Err(Error::Rejected(_))) {
            self.drop_import_text(import, staged).await?;
        }
        claimed
    }

    async fn reversals(&self, actor: &Actor, record: &Record) -> Result<Undo> {
        let made = usize::try_from(record.batch).unwrap_or(usize::MAX);
        let staged = record.staged.as_deref().unwrap_or_default();
        let pieces = self.import_pieces(&record.id, staged).await?;
        if pieces.len() < made {
            return Err(Fault::new("what an import changed is gone", &record.id).into());
        }
        let mut changes: Vec<Change> = Vec::new();
        for piece in pieces.into_iter().take(made) {
            changes.extend(serde_json::from_str::<Vec<Change>>(&piece)?);
        }
        let elsewhere = self.elsewhere(&record.id).await?;
        self.read(actor, |org| Ok(undo(&changes, org, &elsewhere)))
    }

    /// What leans on people and skills and is not in the organisation in memory.
    async fn elsewhere(&self, import: &ImportId) -> Result<Elsewhere> {
        let mut elsewhere = Elsewhere::default();
        let evidence: Vec<Leaning> = self.rows(EVIDENCE_FROM_ELSEWHERE, json!({ "import": import })).await?;
        for piece in evidence {
            elsewhere.people.insert(piece.person);
            elsewhere.people.extend(piece.by);
            elsewhere.skills.insert(piece.skill);
        }
        for query in [WITH_ACCOUNT, WITH_SESSION, WITH_INVITATION] {
            let known: Vec<Known> = self.rows(query, json!({})).await?;
            elsewhere.people.extend(known.into_iter().map(|known| known.person));
        }
        Ok(elsewhere)
    }
}

fn still_possible(record: &Record, now: Timestamp) -> Result<(), Rejection> {
    match (record.state, record.finished_at) {
        (State::Done, Some(finished)) if now.since(finished) <= UNDO_WITHIN => Ok(()),
        (State::Done, _) => Err(Rejection::Stale("An import can be undone for seven days. This one is older.".into())),
        (State::Running, _) if record.is_silent(now) => Ok(()),
        (State::Running, _) => Err(Rejection::Conflict("This import is still running. Wait until it is done.".into())),
        (State::Undoing | State::Undone, _) => Err(Rejection::Stale("This import has been undone already.".into())),
        (State::Draft, _) => Err(Rejection::Conflict("Nothing is imported yet; discard the draft instead.".into())),
    }
}

const EVIDENCE_FROM_ELSEWHERE: &str = "
SELECT person, skill, by
FROM evidence
WHERE import != $import AND reversed_at = NONE
";
const WITH_ACCOUNT: &str = "SELECT record::id(id) AS person FROM account";
const WITH_SESSION: &str = "SELECT person FROM session";
const WITH_INVITATION: &str = "SELECT person FROM invitation";
