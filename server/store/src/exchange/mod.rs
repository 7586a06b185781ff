//! Requests: asked, moved, expired. The exchange's own record guards every move; a guard record for each learner,
//! teacher and skill lets only one request be open at a time.

mod met;

pub(crate) use met::{known, learned, taught, write_evidence};

use crate::error::Result;
use crate::hours::Ledger;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::Happening;
use domain::exchange::{Ask, Exchange, Move, Side, Stage};
use domain::exchanges::{AskForm, AskPage, ExchangePage, ExchangesPage, ask_page, exchange_page, exchanges_page};
use domain::id::{ExchangeId, PersonId, PlanId, SkillId};
use domain::person::Person;
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;
use domain::time::Timestamp;
use serde_json::{Value, json};

impl Store {
    /// The actor asks `ask.teacher` to teach them: the request waits for the teacher from now on. Refuses oneself,
    /// people who left, skills that are not known, times that have passed, and a second request for the same while
    /// one is open.
    pub async fn ask_exchange(&self, actor: &Actor, ask: &Ask) -> Result<ExchangeId> {
        let me = &actor.member()?.id;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            let id = ExchangeId::parse(&format!("{:016x}", stamp.random()))?;
            let exchange = Exchange::open(id.clone(), me.clone(), ask.clone(), tx.now())?;
            teaches(&tx, &ask.teacher).await?;
            skill_exists(&tx, &ask.skill).await?;
            only_one_open(&tx, &exchange).await?;
            write(&tx, &exchange).await?;
            Ok(id)
        })
        .await
    }

    /// The same from a form: at the time chosen, for as long as the teacher offers.
    pub async fn ask_by_form(&self, actor: &Actor, form: AskForm) -> Result<ExchangeId> {
        let ask = Ask {
            starts_at: self.chosen_time(actor, &form.slot, &form.own)?,
            minutes: self.ask_page(actor, &form.teacher, Some(&form.skill))?.minutes,
            message: Prose::parse("message", &form.message)?,
            teacher: form.teacher,
            skill: form.skill,
        };
        self.ask_exchange(actor, &ask).await
    }

    /// The actor makes `step` in a request of theirs. When both have said that they met, what was taught counts for
    /// both, the hour moves and the learner's thanks are given. Refuses what [`Exchange::moved`] refuses; not found for everybody who
    /// is not in it.
    pub async fn move_exchange(&self, actor: &Actor, id: &ExchangeId, step: &Move) -> Result<()> {
        let me = &actor.member()?.id;
        let both = self.read(actor, |org| Ok(org.exchange(id).map(|it| [it.learner.clone(), it.teacher.clone()])))?;
        let (limits, _turn) = &self.hours_turn(both.iter().flatten()).await?;
        self.change(actor, |tx| async move {
            let (exchange, side) = read_as(&tx, id, me).await?;
            let moved = exchange.moved(side, step.clone(), tx.now())?;
            write(&tx, &moved).await?;
            match moved.stage {
                Stage::Done { .. } => {
                    met::give_both_their_due(&tx, &moved).await?;
                    Ledger { store: self, tx: &tx, limits }.post_met(&moved, me).await
                }
                Stage::Waiting { .. }
                | Stage::Agreed
                | Stage::Declined { .. }
                | Stage::Expired
                | Stage::Withdrawn
                | Stage::Missed => Ok(()),
            }
        })
        .await
    }

    /// The actor says yes to `seen`, the time that they read. Refuses when another has been proposed since, and what
    /// [`Store::move_exchange`] refuses.
    pub async fn accept_exchange(&self, actor: &Actor, id: &ExchangeId, seen: Timestamp) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let (exchange, side) = read_as(&tx, id, me).await?;
            write(&tx, &exchange.accepted_as_seen(side, seen, tx.now())?).await
        })
        .await
    }

    /// The actor proposes the time that a form chose.
    pub async fn propose_by_form(&self, actor: &Actor, id: &ExchangeId, slot: &str, own: &str) -> Result<()> {
        let starts_at = self.chosen_time(actor, slot, own)?;
        let starts_at = starts_at.ok_or_else(|| Rejection::invalid("starts_at", "Choose a time."))?;
        self.move_exchange(actor, id, &Move::Propose { starts_at }).await
    }

    /// Ends every request whose time to answer or to confirm has passed, and says how many those were. For the
    /// server's own clock; refused for people below organisation admin.
    pub async fn expire_exchanges(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(domain::actor::Role::OrgAdmin)?;
        let now = self.clock().now();
        let due: Vec<ExchangeId> = self.read(actor, |org| {
            let due =
                org.exchanges().filter(|exchange| exchange.is_open() && (*exchange).clone().expired(now).is_some());
            Ok(due.map(|exchange| exchange.id.clone()).collect())
        })?;
        let mut ended = 0;
        for id in &due {
            ended += self.change(actor, |tx| async move { expire(&tx, id).await }).await?;
        }
        Ok(ended)
    }

    /// The actor's requests.
    pub fn exchanges_page(&self, actor: &Actor) -> Result<ExchangesPage> {
        self.read_as(actor, |reader| Ok(exchanges_page(reader)))
    }

    /// One of the actor's requests; not found when they are not in it.
    pub fn exchange_page(&self, actor: &Actor, id: &ExchangeId) -> Result<ExchangePage> {
        self.read_as(actor, |reader| exchange_page(reader, id))
    }

    /// The page on which the actor asks `teacher`.
    pub fn ask_page(&self, actor: &Actor, teacher: &PersonId, skill: Option<&SkillId>) -> Result<AskPage> {
        self.read_as(actor, |reader| ask_page(reader, teacher, skill))
    }
}

/// Ends the request when its time has passed; how many it ended.
async fn expire(tx: &Tx, id: &ExchangeId) -> Result<usize> {
    let Some(expired) = read(tx, id).await?.and_then(|exchange| exchange.expired(tx.now())) else { return Ok(0) };
    write(tx, &expired).await?;
    Ok(1)
}

/// The request and the side of `me`; not found for everybody who is not in it.
async fn read_as(tx: &Tx, id: &ExchangeId, me: &PersonId) -> Result<(Exchange, Side)> {
    let exchange = read(tx, id).await?.ok_or(Rejection::NotFound(Noun::Exchange))?;
    let side = exchange.side_of(me)?;
    Ok((exchange, side))
}

pub(crate) async fn read(tx: &Tx, id: &ExchangeId) -> Result<Option<Exchange>> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('exchange', $id) FOR UPDATE";
    tx.row(query, json!({ "id": id })).await
}

pub(crate) async fn write(tx: &Tx, exchange: &Exchange) -> Result<()> {
    let values = json!({ "id": exchange.id, "row": crate::row::content(exchange)? });
    tx.run("UPSERT type::record('exchange', $id) CONTENT $row RETURN NONE", values).await?;
    crate::reminders::plan(tx, exchange).await?;
    tx.emit(Happening::ExchangeMoved {
        exchange: exchange.id.clone(),
        learner: exchange.learner.clone(),
        teacher: exchange.teacher.clone(),
        skill: exchange.skill.clone(),
    })
    .await?;
    match plan_of(tx, exchange).await? {
        Some(plan) => tx.emit(Happening::PlanChanged { plan }).await,
        None => Ok(()),
    }
}

/// The plan that tells where the request stands: the one in which the two have started on the skill, else the one that
/// the request came from.
async fn plan_of(tx: &Tx, exchange: &Exchange) -> Result<Option<PlanId>> {
    let query = "SELECT VALUE record::id(id) FROM cover_plan
        WHERE closed_at IS NONE
        AND steps[WHERE exchange AND trio.learner = $learner AND trio.teacher = $teacher AND trio.skill = $skill] != []";
    let of = json!({ "learner": exchange.learner, "teacher": exchange.teacher, "skill": exchange.skill });
    let current: Vec<PlanId> = tx.rows(query, of).await?;
    Ok(current.into_iter().next().or_else(|| exchange.plan.clone()))
}

/// Refuses people who are not here any more; reads their record so that nobody leaves at the same moment.
pub(crate) async fn teaches(tx: &Tx, person: &PersonId) -> Result<()> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('person', $person) FOR UPDATE";
    let found: Option<Person> = tx.row(query, json!({ "person": person })).await?;
    found.filter(Person::is_active).map(drop).ok_or_else(|| Rejection::NotFound(Noun::Person).into())
}

/// Refuses skills that are not in the catalogue.
pub(crate) async fn skill_exists(tx: &Tx, skill: &SkillId) -> Result<()> {
    let query = "SELECT name FROM ONLY type::record('skill', $skill)";
    let found: Option<Value> = tx.row(query, json!({ "skill": skill })).await?;
    found.map(drop).ok_or_else(|| Rejection::NotFound(Noun::Skill).into())
}

/// Refuses a second request while one is open, and ends one whose time has passed but that nobody ended yet. The guard
/// record lets only one of two who ask at the same moment through.
pub(crate) async fn only_one_open(tx: &Tx, exchange: &Exchange) -> Result<()> {
    let key = json!(["exchange", exchange.learner, exchange.teacher, exchange.skill]);
    let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
    let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
    tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await?;
    let query = "SELECT *, record::id(id) AS id FROM exchange WHERE learner = $learner";
    let all: Vec<Exchange> = tx.rows(query, json!({ "learner": exchange.learner })).await?;
    let same = |other: &&Exchange| other.teacher == exchange.teacher && other.skill == exchange.skill;
    for open in all.iter().filter(same).filter(|other| other.is_open()) {
        if expire(tx, &open.id).await? == 0 {
            return Err(Rejection::Conflict("You have already asked, and that request is still open.".into()).into());
        }
    }
    Ok(())
}
