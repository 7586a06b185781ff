//! Cross-training plans: drawn up by the engine off the request threads, kept as one record, started as requests.

mod draw;
mod drawing;

pub(crate) use drawing::Drawings;

use crate::error::Result;
use crate::exchange::{only_one_open, write as write_exchange};
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::cover_plans::{
    ChoiceForm, CoverPlan, CoverPlanPage, DrawForm, PairForm, StepKey, Trio, Verdict, cover_plan_page, refused,
    requests, taken_back,
};
use domain::event::Happening;
use domain::id::{ExchangeId, PlanId};
use domain::rejection::{Noun, Rejection};
use domain::time::Timestamp;
use draw::Answer;
use serde_json::{Value, json};

/// The plan that no other has taken the place of.
const CURRENT: &str = "SELECT *, record::id(id) AS id FROM cover_plan WHERE closed_at IS NONE ORDER BY drawn_at DESC";

impl Store {
    /// The planner's page, with the plan when there is one; else for what `form` asks. For managers and above.
    pub async fn cover_plan_page(&self, actor: &Actor, form: &DrawForm) -> Result<CoverPlanPage> {
        actor.at_least(Role::Manager)?;
        let plan: Option<CoverPlan> = self.row(CURRENT, json!({})).await?;
        let scope = form.parsed().unwrap_or_default();
        self.read_clocked(actor, |org, clocks| cover_plan_page(org, actor, (plan.as_ref(), scope), clocks))
    }

    /// Draws up a plan for what `form` asks. For the skills of the plan that there is, that plan is drawn up anew; for
    /// others it is closed, and what was decided by hand and what it started go on in the new one. Refuses all but
    /// program admins, a second drawing of theirs while one is on, and what contradicts itself; stale when somebody
    /// else has drawn one up meanwhile.
    pub async fn draw_plan(&self, actor: &Actor, form: &DrawForm) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        let (scope, assumptions) = (form.parsed()?, form.assumptions()?);
        let before: Option<CoverPlan> = self.row(CURRENT, json!({})).await?;
        if let Some(before) = before.as_ref().filter(|before| before.scope == scope) {
            return self.put_redrawn(actor, CoverPlan { assumptions, ..before.clone() }).await;
        }
        let plan = CoverPlan {
            id: PlanId::parse(&format!("{:016x}", self.stamp().random()))?,
            by: actor.person().cloned(),
            drawn_at: self.clock().now(),
            scope,
            assumptions,
            choices: Vec::new(),
            steps: Vec::new(),
            gaps: Vec::new(),
            worth: domain::cover_plans::Worth::default(),
            closed_at: None,
        };
        let plan = before.as_ref().map_or_else(|| plan.clone(), |before| plan.clone().in_place_of(before));
        let drawn = &self.drawn_or_refused(actor, &plan).await?;
        let seen = &before.map(|before| (before.id, before.drawn_at));
        self.change(actor, |tx| async move {
            one_at_a_time(&tx).await?;
            let open: Vec<CoverPlan> = tx.rows(CURRENT, json!({})).await?;
            if open.first().map(|now| (now.id.clone(), now.drawn_at)) != *seen {
                return Err(drawn_meanwhile().into());
            }
            let mut drawn = drawn.clone();
            for before in open {
                drawn = drawn.with_started(&before);
                put(&tx, &CoverPlan { closed_at: Some(tx.now()), ..before }).await?;
            }
            put(&tx, &drawn).await
        })
        .await
    }

    /// Draws the plan up anew: what is under way and what was asked for by hand stays in it, what was declined or
    /// ruled out stays out. Refuses all but program admins; stale when another plan took its place.
    pub async fn redraw_plan(&self, actor: &Actor, id: &PlanId) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        let plan = self.plan(id).await?;
        self.put_redrawn(actor, plan).await
    }

    /// Keeps a step, rules one out, or leaves it to the engine again, and draws the plan up anew. Refuses all but
    /// program admins; nothing changes when what is kept cannot be kept together. What is taken back is taken back even
    /// when the rest contradicts itself; that is then said.
    pub async fn choose_step(&self, actor: &Actor, id: &PlanId, form: &ChoiceForm) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        let (trio, verdict) = form.parsed()?;
        self.put_choice(actor, self.plan(id).await?, trio, verdict).await
    }

    /// Keeps a pair of somebody's own choice, and draws the plan up anew around it. Refuses all but program admins, and
    /// a pair that no plan can hold.
    pub async fn keep_pair(&self, actor: &Actor, id: &PlanId, form: &PairForm) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        let plan = self.plan(id).await?;
        let trio = self.read(actor, |org| form.trio(org, &plan))?;
        self.put_choice(actor, plan, trio, Some(Verdict::Keep)).await
    }

    async fn put_choice(&self, actor: &Actor, plan: CoverPlan, trio: Trio, verdict: Option<Verdict>) -> Result<()> {
        let plan = plan.with_choice(trio.clone(), verdict);
        match (self.drawn(actor, &plan).await?, verdict) {
            (Answer::Drawn(drawn), _) => self.put_drawn(actor, &drawn, plan.drawn_at).await,
            (Answer::Clash(faults), None) => {
                self.take_choice_back(actor, &plan.id, &trio).await?;
                self.read(actor, |org| Err(taken_back(org, &faults)))
            }
            (Answer::Clash(faults), Some(Verdict::Keep | Verdict::Never)) => {
                self.read(actor, |org| Err(refused(org, &faults)))
            }
        }
    }

    /// Makes a request of every chosen step that is not under way yet: each learner is asked first, then the teacher.
    /// Refuses all but program admins, an empty choice, and steps that are not in the plan any more.
    pub async fn start_steps(&self, actor: &Actor, id: &PlanId, steps: &[StepKey]) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        let chosen = &steps.iter().map(StepKey::parsed).collect::<Result<_, _>>()?;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            one_at_a_time(&tx).await?;
            let plan = open_plan(&tx, id).await?;
            let new_id = || ExchangeId::parse(&format!("{:016x}", stamp.random()));
            let (plan, made) = self.read(actor, |org| requests(org, (&plan, chosen), new_id, tx.now()))?;
            for exchange in &made {
                only_one_open(&tx, exchange).await?;
                write_exchange(&tx, exchange).await?;
            }
            put(&tx, &plan).await
        })
        .await
    }

    /// Draws `plan` up anew and keeps the outcome, unless somebody else has changed it meanwhile.
    async fn put_redrawn(&self, actor: &Actor, plan: CoverPlan) -> Result<()> {
        let drawn = self.drawn_or_refused(actor, &plan).await?;
        self.put_drawn(actor, &drawn, plan.drawn_at).await
    }

    /// Keeps `drawn`, with what was started while it was drawn; stale unless the plan is still as drawn at `seen`.
    async fn put_drawn(&self, actor: &Actor, drawn: &CoverPlan, seen: Timestamp) -> Result<()> {
        self.change(actor, |tx| async move {
            one_at_a_time(&tx).await?;
            let now = open_plan(&tx, &drawn.id).await?;
            if now.drawn_at != seen {
                return Err(drawn_meanwhile().into());
            }
            put(&tx, &drawn.clone().with_started(&now)).await
        })
        .await
    }

    /// Takes back what was decided about `trio`, and leaves the plan as it is otherwise.
    async fn take_choice_back(&self, actor: &Actor, id: &PlanId, trio: &Trio) -> Result<()> {
        self.change(actor, |tx| async move {
            one_at_a_time(&tx).await?;
            let plan = open_plan(&tx, id).await?;
            put(&tx, &plan.with_choice(trio.clone(), None)).await
        })
        .await
    }

    async fn plan(&self, id: &PlanId) -> Result<CoverPlan> {
        let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('cover_plan', $id)";
        let plan: Option<CoverPlan> = self.row(query, json!({ "id": id })).await?;
        open(plan)
    }
}

fn drawn_meanwhile() -> Rejection {
    Rejection::Stale("Somebody else has drawn this plan up anew. Look at it, then try again.".to_owned())
}

/// Plans are written one after the other.
async fn one_at_a_time(tx: &Tx) -> Result<()> {
    let query = "SELECT touched_at FROM ONLY type::record('guard', ['cover_plan']) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({})).await?;
    let query = "UPSERT type::record('guard', ['cover_plan']) CONTENT { touched_at: $now } RETURN NONE";
    tx.run(query, json!({ "now": tx.now() })).await
}

async fn open_plan(tx: &Tx, id: &PlanId) -> Result<CoverPlan> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('cover_plan', $id)";
    let plan: Option<CoverPlan> = tx.row(query, json!({ "id": id })).await?;
    open(plan)
}

fn open(plan: Option<CoverPlan>) -> Result<CoverPlan> {
    let plan = plan.ok_or(Rejection::NotFound(Noun::Plan))?;
    if plan.closed_at.is_some() {
        return Err(Rejection::Stale("Another plan has taken the place of this one. Look at that one.".into()).into());
    }
    Ok(plan)
}

async fn put(tx: &Tx, plan: &CoverPlan) -> Result<()> {
    let values = json!({ "id": plan.id, "row": crate::row::content(plan)? });
    tx.run("UPSERT type::record('cover_plan', $id) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::PlanChanged { plan: plan.id.clone() }).await
}
