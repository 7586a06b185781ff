//! What comes by time alone: rings whose time is over or in which somebody is who left, rings to mend, and the look of
//! every night.

use super::rows::{alive, gone, hold};
use crate::Store;
use crate::error::Result;
use domain::actor::{Actor, Role};
use domain::id::{PersonId, ProgramId};
use domain::org::Org;
use domain::program::{Program, ProgramKind, Standing};
use domain::swap::{Round, SwapRing, SwapTerms, is_due};
use domain::time::Timestamp;

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
        for due in &due {
            if due.sweep {
                self.sweep_swaps(actor, &due.program).await?;
            }
            if due.sweep || due.mend {
                self.mend_swaps(&due.program).await?;
            }
            if due.look {
                self.look_for_swaps(actor, &due.program).await?;
            }
        }
        Ok(due.len())
    }

    /// Ends the rings of a program whose time is over and those with somebody who left.
    async fn sweep_swaps(&self, actor: &Actor, program: &ProgramId) -> Result<()> {
        let _turn = self.turns().of(program).await;
        self.change(actor, |tx| async move {
            hold(&tx, program).await?;
            let rings = alive(&tx, program).await?;
            let open = rings.iter().filter(|ring| ring.is_open());
            let left = gone(&tx, program, open.flat_map(SwapRing::people)).await?;
            let places = self.read(actor, |org| Ok(org.program(program).map_or(1, |one| SwapTerms::of(one).places)))?;
            let ended = Round::new(places, rings).swept(&left, tx.now());
            self.write_all(&tx, ended).await.map(drop)
        })
        .await
    }
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
    let ends = |ring: &SwapRing| ring.is_open() && (now >= ring.until || !ring.people().all(stays));
    Due {
        program: program.id.clone(),
        sweep: org.swap_rings_in(&program.id).any(ends),
        mend: org.swap_rings_in(&program.id).any(SwapRing::is_to_mend),
        look: program.phase.takes_people() && is_due(org.swap_look(&program.id), now),
    }
}
