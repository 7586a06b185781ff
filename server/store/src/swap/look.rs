//! Looking for rings: the best ones are worked out off the request threads and offered to all their people at once.

use super::rows::{alive, hold, write_ring};
use crate::error::{Fault, Result};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::{Happening, MovedBoard};
use domain::id::{ProgramId, RingId};
use domain::program::Program;
use domain::rejection::Rejection;
use domain::rings::{Limits, Ring};
use domain::swap::{
    Found, RingStage, SwapLook, SwapRing, SwapTerms, Taken, found, hours_in, is_due, may_look, pool, swap_program,
};
use domain::time::{Minutes, Span, Timestamp};
use serde_json::json;
use std::collections::BTreeSet;

/// How much work a look may take.
const WORK: Limits = Limits { work: 300_000_000 };
/// How often it is worked out anew when something moves meanwhile.
const TRIES: u32 = 3;

/// A ring as something was worked out from it: which, when it moved last, and how many said yes.
pub(super) type Mark = (RingId, Timestamp, usize);

/// The rings that something is worked out from, as they stand.
pub(super) fn marks<'a>(rings: impl IntoIterator<Item = &'a SwapRing>) -> BTreeSet<Mark> {
    rings.into_iter().map(|ring| (ring.id.clone(), ring.moved_at, ring.yes.len())).collect()
}

/// How rings of a program are offered.
#[derive(Clone, Debug)]
pub(super) struct Offering {
    pub(super) program: ProgramId,
    minutes: Minutes,
    within: Span,
}

impl Offering {
    pub(super) fn of(program: &Program) -> Self {
        let terms = SwapTerms::of(program);
        Self { program: program.id.clone(), minutes: terms.minutes, within: terms.answer_within }
    }

    /// A ring of which everybody is asked now.
    pub(super) fn ring(&self, id: RingId, ring: Ring, now: Timestamp) -> SwapRing {
        SwapRing {
            id,
            program: self.program.clone(),
            ring,
            minutes: self.minutes,
            offered_at: now,
            moved_at: now,
            until: now.after(self.within),
            yes: Vec::new(),
            stage: RingStage::Open,
            mends: None,
        }
    }
}

impl Store {
    /// Looks for the best rings of a program and offers them to all their people at once; what came of it. Whoever is in
    /// an open ring stays there. Refuses all but hosts, organisers and program admins, and programs in which nobody swaps
    /// now.
    pub async fn look_for_swaps(&self, actor: &Actor, program: &ProgramId) -> Result<SwapLook> {
        for _ in 0..TRIES {
            let _turn = self.turns().of(program).await;
            let (offering, pool, seen) = self.read_clocked(actor, |org, clocks| {
                may_look(org, actor, program)?;
                let swap = swap_program(org, program)?;
                let rings: Vec<&SwapRing> =
                    org.swap_rings_in(program).filter(|ring| org.takes_places(ring) || ring.is_to_mend()).collect();
                let taken = Taken::by(rings.iter().filter(|ring| !ring.is_to_mend()).map(|ring| &ring.ring));
                let pool = pool(org, swap, &taken, &hours_in(org, swap), clocks);
                Ok((Offering::of(swap), pool, marks(rings)))
            })?;
            let solved = tokio::task::spawn_blocking(move || found(&pool, &WORK));
            let found = &solved.await.map_err(|cause| Fault::new("looking for rings", &cause))?;
            let (offering, seen) = (&offering, &seen);
            let written = self.change(actor, |tx| async move { self.write_found(&tx, (offering, seen), found).await });
            if let Some(look) = written.await? {
                return Ok(look);
            }
        }
        Err(Rejection::Conflict("People are answering swaps just now. Look again in a minute.".into()).into())
    }

    /// Writes what was found; `None` when something has moved since.
    async fn write_found(
        &self,
        tx: &Tx,
        (offering, seen): (&Offering, &BTreeSet<Mark>),
        found: &Found,
    ) -> Result<Option<SwapLook>> {
        hold(tx, &offering.program).await?;
        if tx.by().is_none() {
            let query = "SELECT * OMIT id FROM ONLY type::record('swap_look', $program) FOR UPDATE";
            let last: Option<SwapLook> = tx.row(query, json!({ "program": offering.program })).await?;
            // Another server has made the look of this night.
            if let Some(last) = last.filter(|last| !is_due(Some(last), tx.now())) {
                return Ok(Some(last));
            }
        }
        if marks(&alive(tx, &offering.program).await?) != *seen {
            return Ok(None);
        }
        for ring in &found.rings {
            let id = RingId::parse(&format!("{:016x}", self.stamp().random()))?;
            write_ring(tx, &offering.ring(id, ring.clone(), tx.now())).await?;
        }
        let look = SwapLook {
            program: offering.program.clone(),
            at: tx.now(),
            by: tx.by().cloned(),
            people: found.people,
            found: u32::try_from(found.rings.len()).unwrap_or(u32::MAX),
            learners: found.learners,
            is_proven: found.is_proven,
        };
        let values = json!({ "program": look.program, "row": crate::row::content(&look)? });
        tx.run("UPSERT type::record('swap_look', $program) CONTENT $row RETURN NONE", values).await?;
        tx.emit(Happening::SwapBoardMoved(MovedBoard { program: look.program.clone(), course: None })).await?;
        Ok(Some(look))
    }
}
