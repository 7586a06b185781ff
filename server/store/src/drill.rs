//! Drills: proposed, agreed, told of, expired. The drill's own record guards every move; a guard record for each skill and
//! backup lets only one drill be open at a time.

use crate::error::Result;
use crate::exchange::{teaches, write_evidence};
use crate::reader::ahead;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::clocks::{Clocks, Day};
use domain::drill::{Drill, Move, Plan, Stage, When, may_plan};
use domain::drills::{
    DrillForm, DrillPage, DrillsPage, NewDrillPage, NewDrillQuery, drill_page, drills_page, new_drill_page,
};
use domain::event::{Happening, MovedDrill};
use domain::id::{DrillId, PersonId};
use domain::person::Person;
use domain::rejection::{Noun, Rejection};
use domain::skill::Skill;
use domain::time::Timestamp;
use serde_json::{Value, json};

impl Store {
    /// The actor proposes a drill: everybody in it but the actor is asked from now on. Refuses what [`may_plan`] and
    /// [`Drill::proposed`] refuse, and a second drill of the same backup in the same skill while one is open.
    pub async fn propose_drill(&self, actor: &Actor, plan: &Plan) -> Result<DrillId> {
        let me = &actor.member()?.id;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            self.read(actor, |org| may_plan(org, actor, plan))?;
            let id = DrillId::parse(&format!("{:016x}", stamp.random()))?;
            teaches(&tx, &plan.holder).await?;
            teaches(&tx, &plan.backup).await?;
            let when = when(&tx, &plan.backup).await?;
            let drill = Drill::proposed(id.clone(), me.clone(), plan.clone(), when)?;
            only_one_open(&tx, &drill).await?;
            write(&tx, &drill).await?;
            Ok(id)
        })
        .await
    }

    /// The same from a form.
    pub async fn propose_drill_by_form(&self, actor: &Actor, form: &DrillForm) -> Result<DrillId> {
        actor.member()?;
        self.propose_drill(actor, &form.parsed()?).await
    }

    /// The actor makes `step` in a drill of theirs. When both have said how it went, what follows counts for the backup.
    /// Refuses what [`Drill::moved`] refuses; not found for everybody who is neither in it nor proposed it.
    pub async fn move_drill(&self, actor: &Actor, id: &DrillId, step: &Move) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let drill = found(&tx, id).await?;
            let when = when(&tx, &drill.backup).await?;
            let moved = drill.moved(me, step.clone(), when)?;
            write(&tx, &moved).await?;
            match moved.stage {
                Stage::Done { .. } => give_evidence(&tx, &moved).await,
                Stage::Proposed { .. }
                | Stage::Agreed
                | Stage::Declined { .. }
                | Stage::Expired
                | Stage::Withdrawn
                | Stage::Untold => Ok(()),
            }
        })
        .await
    }

    /// The actor says yes to `seen`, the first and the last day that they read. Refuses when others have been proposed
    /// since, and what [`Store::move_drill`] refuses.
    pub async fn accept_drill(&self, actor: &Actor, id: &DrillId, seen: (Day, Day)) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let drill = found(&tx, id).await?;
            let when = when(&tx, &drill.backup).await?;
            write(&tx, &drill.accepted_as_seen(me, seen, when)?).await
        })
        .await
    }

    /// Ends every drill whose time to answer or to tell has passed, and says how many those were. For the server's own
    /// clock; refused for people below organisation admin.
    pub async fn expire_drills(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let due: Vec<DrillId> = self.read_clocked(actor, |org, clocks| {
            let when = |drill: &Drill| {
                let zone = org.person(&drill.backup).map(|backup| &backup.zone);
                let today = zone.map(|zone| clocks.today(zone));
                today.map(|today| When { now: clocks.now, today })
            };
            let is_due = |drill: &&Drill| when(drill).is_some_and(|when| (*drill).clone().expired(when).is_some());
            let open = org.drills().filter(|drill| drill.is_open());
            Ok(open.filter(is_due).map(|drill| drill.id.clone()).collect())
        })?;
        let mut ended = 0;
        for id in &due {
            ended += self.change(actor, |tx| async move { expire(&tx, id).await }).await?;
        }
        Ok(ended)
    }

    /// The actor's drills, and for managers and program admins those of others.
    pub fn drills_page(&self, actor: &Actor) -> Result<DrillsPage> {
        self.read_as(actor, |reader| Ok(drills_page(reader)))
    }

    /// One drill; not found when it does not concern the actor.
    pub fn drill_page(&self, actor: &Actor, id: &DrillId) -> Result<DrillPage> {
        self.read_as(actor, |reader| drill_page(reader, id))
    }

    /// The page on which the actor plans a drill.
    pub fn new_drill_page(&self, actor: &Actor, query: &NewDrillQuery) -> Result<NewDrillPage> {
        self.read_as(actor, |reader| new_drill_page(reader, query))
    }
}

/// Writes what a drill that both told of says of the backup. It is written in the transaction that makes the drill done,
/// which happens once; so it is written once.
async fn give_evidence(tx: &Tx, done: &Drill) -> Result<()> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('skill', $skill)";
    let skill: Option<Skill> = tx.row(query, json!({ "skill": done.skill })).await?;
    match skill.and_then(|skill| done.evidence(&skill)) {
        Some(evidence) => write_evidence(tx, &evidence, &format!("drill:{}", done.id)).await,
        None => Ok(()),
    }
}

/// Now, and the day it is for the backup.
async fn when(tx: &Tx, backup: &PersonId) -> Result<When> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('person', $person)";
    let backup: Option<Person> = tx.row(query, json!({ "person": backup })).await?;
    let backup = backup.ok_or(Rejection::NotFound(Noun::Person))?;
    Ok(When { now: tx.now(), today: today(tx.now(), &backup) })
}

fn today(now: Timestamp, person: &Person) -> Day {
    Clocks { now, ahead: &ahead }.today(&person.zone)
}

/// Ends the drill when its time has passed; how many it ended.
async fn expire(tx: &Tx, id: &DrillId) -> Result<usize> {
    let Some(drill) = read(tx, id).await? else { return Ok(0) };
    let when = when(tx, &drill.backup).await?;
    let Some(expired) = drill.expired(when) else { return Ok(0) };
    write(tx, &expired).await?;
    Ok(1)
}

async fn found(tx: &Tx, id: &DrillId) -> Result<Drill> {
    Ok(read(tx, id).await?.ok_or(Rejection::NotFound(Noun::Drill))?)
}

async fn read(tx: &Tx, id: &DrillId) -> Result<Option<Drill>> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('drill', $id) FOR UPDATE";
    tx.row(query, json!({ "id": id })).await
}

async fn write(tx: &Tx, drill: &Drill) -> Result<()> {
    let values = json!({ "id": drill.id, "row": crate::row::content(drill)? });
    tx.run("UPSERT type::record('drill', $id) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::DrillMoved(MovedDrill {
        drill: drill.id.clone(),
        skill: drill.skill.clone(),
        holder: drill.holder.clone(),
        backup: drill.backup.clone(),
        proposed_by: drill.proposed_by.clone(),
    }))
    .await
}

/// Refuses a second drill while one is open, and ends one whose time has passed but that nobody ended yet. The guard
/// record lets only one of two who propose at the same moment through.
async fn only_one_open(tx: &Tx, drill: &Drill) -> Result<()> {
    let key = json!(["drill", drill.skill, drill.backup]);
    let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
    let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
    tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await?;
    let query = "SELECT *, record::id(id) AS id FROM drill WHERE backup = $backup";
    let all: Vec<Drill> = tx.rows(query, json!({ "backup": drill.backup })).await?;
    for open in all.iter().filter(|other| other.skill == drill.skill && other.is_open()) {
        if expire(tx, &open.id).await? == 0 {
            let words = "A drill of this skill is open already for whoever steps in. Finish that one first.";
            return Err(Rejection::invalid("backup", words).into());
        }
    }
    Ok(())
}
