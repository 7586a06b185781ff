//! What to offer when rings fell: worked out off the request threads, and written when nothing has moved meanwhile.

use super::look::{Offering, marks};
use super::rows::{alive, hold, write_ring};
use crate::error::{Fault, Result};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::clocks::Clocks;
use domain::id::{ProgramId, RingId};
use domain::org::Org;
use domain::program::ProgramKind;
use domain::rings::Limits;
use domain::swap::{Fall, Mended, RingStage, SwapPool, SwapRing, Taken, hours_in, mend, pool};
use std::collections::BTreeSet;

/// How much work a repair may take.
const WORK: Limits = Limits { work: 50_000_000 };
/// How often it is worked out anew when something moves meanwhile; after that the server's clock sees to it.
const TRIES: u32 = 3;

/// What a repair is worked out from.
struct Fallen {
    offering: Offering,
    pool: SwapPool,
    open: Vec<SwapRing>,
    fell: Vec<SwapRing>,
    /// Every ring that it is worked out from, as it stood.
    marks: BTreeSet<super::look::Mark>,
}

impl Store {
    /// Looks what to offer instead where one of these fell. What goes wrong is left to the server's clock: whoever
    /// answered has answered.
    pub(super) async fn mend_after(&self, changed: &[SwapRing]) {
        let Some(ring) = changed.iter().find(|ring| ring.is_to_mend()) else { return };
        if let Err(error) = self.mend_swaps(&ring.program).await {
            tracing::warn!(%error, "a swap that fell could not be mended; the next look does");
        }
    }

    /// Offers the smallest repair to the people of every ring of a program that fell; how many rings that is.
    pub(super) async fn mend_swaps(&self, program: &ProgramId) -> Result<usize> {
        let actor = &Actor::Console;
        for _ in 0..TRIES {
            let _turn = self.turns().of(program).await;
            let Some(fallen) = self.read_clocked(actor, |org, clocks| Ok(Fallen::of(org, program, clocks)))? else {
                return Ok(0);
            };
            let solved = tokio::task::spawn_blocking(move || {
                let open: Vec<&SwapRing> = fallen.open.iter().collect();
                let fell: Vec<&SwapRing> = fallen.fell.iter().collect();
                let mended = mend(&fallen.pool, &open, &fell, &WORK);
                (fallen, mended)
            });
            let (fallen, mended) = &solved.await.map_err(|cause| Fault::new("mending a swap", &cause))?;
            let written = self.change(actor, |tx| async move { self.write_mended(&tx, fallen, mended).await }).await?;
            if let Some(offered) = written {
                return Ok(offered);
            }
        }
        Ok(0)
    }

    /// Writes what was worked out; `None` when something has moved since.
    async fn write_mended(&self, tx: &Tx, fallen: &Fallen, mended: &Mended) -> Result<Option<usize>> {
        let program = &fallen.offering.program;
        hold(tx, program).await?;
        let rings = alive(tx, program).await?;
        if marks(&rings) != fallen.marks {
            return Ok(None);
        }
        for ring in rings {
            if ring.is_to_mend() {
                write_ring(tx, &ring.looked_after()).await?;
            } else if mended.replaced.contains(&ring.id) {
                let stage = RingStage::Fell { at: tx.now(), why: Fall::Replaced, mended: true };
                write_ring(tx, &SwapRing { stage, moved_at: tx.now(), ..ring }).await?;
            }
        }
        for (ring, mends) in &mended.offered {
            let id = RingId::parse(&format!("{:016x}", self.stamp().random()))?;
            let offered = fallen.offering.ring(id, ring.clone(), tx.now());
            write_ring(tx, &SwapRing { mends: Some(mends.clone()), ..offered }).await?;
        }
        Ok(Some(mended.offered.len()))
    }
}

impl Fallen {
    /// The rings of a program that fell and were not looked after; `None` where there are none.
    fn of(org: &Org, id: &ProgramId, clocks: &Clocks) -> Option<Self> {
        let program = org.program(id).filter(|program| program.kind == ProgramKind::SkillSwap)?;
        let rings: Vec<&SwapRing> =
            org.swap_rings_in(id).filter(|ring| org.takes_places(ring) || ring.is_to_mend()).collect();
        let of = |keep: &dyn Fn(&SwapRing) -> bool| -> Vec<SwapRing> {
            rings.iter().filter(|ring| keep(ring)).map(|ring| (*ring).clone()).collect()
        };
        let fell = of(&SwapRing::is_to_mend);
        if fell.is_empty() {
            return None;
        }
        let counts = of(&|ring| !ring.is_open() && !ring.is_to_mend());
        let open = of(&SwapRing::is_open);
        let taken = Taken::by(counts.iter().map(|ring| &ring.ring));
        // In a program that does not go on nothing is offered.
        let pool = match program.phase.takes_people() {
            true => pool(org, program, &taken, &hours_in(org, program), clocks),
            false => SwapPool::default(),
        };
        Some(Self { offering: Offering::of(program), pool, open, fell, marks: marks(rings.iter().copied()) })
    }
}
