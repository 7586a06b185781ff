//! What comes by time alone: rings whose time is over or in which somebody is who left, rings to mend, and the look of
//! every night.

use super::rows::{going_on, gone, hold, write_ring};
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::id::{PersonId, ProgramId};
use domain::org::Org;
use domain::program::{Program, ProgramKind, Standing};
use domain::swap::{Passes, Round, SwapRing, SwapTerms, is_due};
use domain::time::Timestamp;
use serde_json::json;

/// What there is to do about one program.
struct Due {
    program: ProgramId,
    sweep: bool,
    mend: bool,
    look: bool,
}

impl Store {
    /// Ends rings whose time is over and those with somebody who left, offers repairs, and looks for rings once a night;
    /// how many programs it did something about. For the server's own clock; refused for people below organisation admin.
    pub async fn tend_swaps(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let now = self.clock().now();
        let due = self.read(actor, |org| Ok(due(org, now)))?;
        let mut failed = Ok(());
        for due in &due {
            if let Err(error) = self.tend_one(actor, due).await {
                // The other programs do not wait for this one.
                failed = Err(error);
            }
        }
        failed.map(|()| due.len())
    }

    async fn tend_one(&self, actor: &Actor, due: &Due) -> Result<()> {
        if due.sweep {
            self.sweep_swaps(actor, &due.program).await?;
        }
        if due.mend {
            self.mend_swaps(&due.program).await?;
        }
        if due.look {
            self.look_for_swaps(actor, &due.program).await?;
        }
        Ok(())
    }

    /// Ends the rings of a program whose time is over and those with somebody who left, and writes down which are over.
    async fn sweep_swaps(&self, actor: &Actor, program: &ProgramId) -> Result<()> {
        let _turn = self.turns().of(program).await;
        self.change(actor, |tx| async move {
            hold(&tx, program).await?;
            let (rings, over) = going_on(&tx, program).await?;
            for ring in over {
                write_ring(&tx, &ring.ended()).await?;
            }
            let open = rings.iter().filter(|ring| ring.is_open());
            let left = gone(&tx, program, open.flat_map(SwapRing::people)).await?;
            let (places, time) = self.read(actor, |org| Ok(org.program(program).map_or((1, Passes::NotNow), terms)))?;
            let ended = Round::new(places, rings).swept(&left, time, tx.now());
            self.write_all(&tx, ended).await.map(drop)
        })
        .await
    }
}

/// Its people have longer to answer by the time since `from`, in which the program stood still.
pub(crate) async fn put_off(tx: &Tx, program: &ProgramId, from: Timestamp) -> Result<()> {
    let query = "SELECT *, record::id(id) AS id FROM swap_ring WHERE program = $program AND stage.is = 'open'";
    let open: Vec<SwapRing> = tx.rows(query, json!({ "program": program })).await?;
    if !open.is_empty() {
        hold(tx, program).await?;
    }
    for ring in open {
        let until = ring.until.after(tx.now().since(from.max(ring.offered_at)));
        write_ring(tx, &SwapRing { until, ..ring }).await?;
    }
    Ok(())
}

/// In how many rings somebody can be, and whether the time to answer passes.
fn terms(program: &Program) -> (u32, Passes) {
    let time = if program.phase.takes_people() { Passes::On } else { Passes::NotNow };
    (SwapTerms::of(program).places, time)
}

fn due(org: &Org, now: Timestamp) -> Vec<Due> {
    let swaps = org.programs().filter(|program| program.kind == ProgramKind::SkillSwap);
    swaps.map(|program| due_of(org, program, now)).filter(|due| due.sweep || due.mend || due.look).collect()
}

fn due_of(org: &Org, program: &Program, now: Timestamp) -> Due {
    let stays = |person: &PersonId| {
        let mine = org.participant(&program.id, person);
        mine.is_some_and(|mine| matches!(mine.standing, Standing::Inside | Standing::Finished))
    };
    let goes_on = program.phase.takes_people();
    let ends = |ring: &SwapRing| ring.is_open() && (goes_on && now >= ring.until || !ring.people().all(stays));
    let is_over = |ring: &SwapRing| ring.is_going_on() && !org.takes_places(ring);
    let sweep = org.swap_rings_in(&program.id).any(|ring| ends(ring) || is_over(ring));
    Due {
        program: program.id.clone(),
        sweep,
        mend: goes_on && (sweep || org.swap_rings_in(&program.id).any(SwapRing::is_to_mend)),
        look: goes_on && is_due(org.swap_look(&program.id), now),
    }
}
