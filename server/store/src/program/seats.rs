//! The queue for seats.

use super::rows::hold_participants;
use crate::demo::Happened;
use crate::error::Result;
use crate::{Store, Tx, log};
use domain::actor::Actor;
use domain::event::{Happening, Moved};
use domain::id::{PersonId, ProgramId};
use domain::org::Org;
use domain::program::{Door, Participant, Program, Standing as Stands};
use domain::time::Timestamp;
use serde_json::json;

/// How many people get a seat in one transaction. More of them follow one after the other: a transaction of ten thousand
/// rows would hold up everybody who joins or saves meanwhile, and would have to begin anew whenever it lost to one.
const MOST_AT_ONCE: usize = 500;

/// How many are inside and how many wait, as memory has it but for `moved`, who has moved in this transaction.
pub(super) fn door<'a>(org: &Org, program: &'a Program, moved: Option<&Participant>, now: Timestamp) -> Door<'a> {
    let (mut inside, mut waiting) = (0, 0);
    let others = org.participants(&program.id).filter(|other| moved.is_none_or(|moved| moved.person != other.person));
    for participant in others.chain(moved) {
        match participant.standing {
            Stands::Inside => inside += 1,
            Stands::Waiting => waiting += 1,
            Stands::Invited { .. } | Stands::Applied | Stands::Finished | Stands::Left => {}
        }
    }
    Door { program, inside, waiting, now }
}

impl Store {
    /// Gives the seats that are free to those who have waited longest, `moved` having left in this transaction. True when
    /// there may be more to come. What memory holds must be as new as the transaction, and the program's people held.
    pub(super) async fn seat_waiting(&self, tx: &Tx, program: &Program, moved: Option<&Participant>) -> Result<bool> {
        let seated = self.read(&Actor::Console, |org| {
            let is_moved = |other: &&Participant| moved.is_some_and(|moved| moved.person == other.person);
            let waits = |other: &&Participant| other.standing == Stands::Waiting && !is_moved(other);
            let mut queue: Vec<&Participant> = org.participants(&program.id).filter(waits).collect();
            queue.sort_by_key(|waiting| (waiting.since, &waiting.person));
            queue.truncate(MOST_AT_ONCE);
            Ok(door(org, program, moved, tx.now()).seated(queue))
        })?;
        // Nobody gave them the seat: it follows from somebody else's going, or from more seats.
        write_participants(tx, None, Moved::Seated, &seated).await?;
        Ok(seated.len() == MOST_AT_ONCE)
    }

    /// Goes on seating those who wait, a transaction at a time, until all seats are taken or nobody waits.
    pub(crate) async fn seat_the_rest(&self, id: &ProgramId) -> Result<()> {
        let mut more = true;
        while more {
            more = self
                .change(&Actor::Console, |tx| async move {
                    let standing = super::rows::Standing::read(self, &tx, id).await?;
                    hold_participants(&tx, id).await?;
                    self.seat_waiting(&tx, &standing.program, None).await
                })
                .await?;
        }
        Ok(())
    }
}

/// Writes each of them and says how they moved, and by whom.
pub(super) async fn write_participants(
    tx: &Tx,
    by: Option<&PersonId>,
    how: Moved,
    participants: &[Participant],
) -> Result<()> {
    if participants.is_empty() {
        return Ok(());
    }
    let query = "
        FOR $row IN $rows {
            UPSERT type::record('participant', [$row.program, $row.person]) CONTENT $row RETURN NONE
        }
    ";
    tx.run(query, json!({ "rows": participants })).await?;
    let what = |Participant { program, person, .. }: &Participant| Happening::ParticipantMoved {
        program: program.clone(),
        person: person.clone(),
        how: Some(how),
    };
    let moved = |participant: &Participant| Happened { at: tx.now(), by: by.cloned(), what: what(participant) };
    let happened: Vec<Happened> = participants.iter().map(moved).collect();
    tx.run(log::WRITE_TICKETS, json!({ "rows": tx.tickets(&happened)? })).await
}
