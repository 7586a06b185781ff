//! The event log: dense, in commit order, chained by hash.
//!
//! A change writes a *ticket* in its own transaction, without contention. After the commit any process turns tickets
//! into numbered *events*, in key order, in a transaction that also writes the one `sequencer:main` record. Losers of
//! that race find the work done. So numbers exist only after commit: a reader that has seen `n` has seen all below it.

use crate::Store;
use crate::error::Result;
use crate::row::content;
use domain::event::{Event, Happening, Seq};
use domain::id::{PersonId, ProgramId};
use domain::program::Program;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// How many events are numbered or read at once.
pub(crate) const BATCH: u64 = 256;

/// Writes one ticket.
pub(crate) const WRITE_TICKET: &str = "CREATE type::record('ticket', [$hlc, $nonce]) CONTENT $row RETURN NONE";

/// Writes many tickets, each with its key as `id`.
pub(crate) const WRITE_TICKETS: &str = "INSERT INTO ticket $rows RETURN NONE";

/// Gives tickets their keys: a hybrid logical clock (milliseconds << 16 | counter) and a number that is never twice.
#[derive(Clone, Debug)]
pub(crate) struct Stamp {
    last: Arc<AtomicI64>,
    random: Arc<AtomicU64>,
}

impl Stamp {
    /// A stamp that differs from that of any other process.
    pub(crate) fn new() -> Self {
        let mut seed = [0_u8; 8];
        if let Err(cause) = getrandom::fill(&mut seed) {
            tracing::warn!(%cause, "no randomness: keys rely on the clock alone");
        }
        Self { last: Arc::default(), random: Arc::new(AtomicU64::new(u64::from_le_bytes(seed))) }
    }

    /// A number that is hard to meet twice: for keys and for jitter, never for secrets.
    pub(crate) fn random(&self) -> u64 {
        let mut z = self.random.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A ticket for what happens at `now`, later than every one before it.
    pub(crate) fn ticket(&self, now: Timestamp, by: Option<PersonId>, what: Happening) -> Ticket {
        let wall = now.0 << 16;
        let before = self.last.fetch_max(wall, Ordering::Relaxed);
        let hlc = if before < wall { wall } else { self.last.fetch_add(1, Ordering::Relaxed) + 1 };
        Ticket { hlc, nonce: format!("{:016x}", self.random()), at: now, by, what }
    }
}

/// An event before it has a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Ticket {
    hlc: i64,
    nonce: String,
    at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<PersonId>,
    what: Happening,
}

impl Ticket {
    /// The variables of [`WRITE_TICKET`].
    pub(crate) fn variables(&self) -> Result<Value> {
        Ok(json!({ "hlc": self.hlc, "nonce": self.nonce, "row": content(self)? }))
    }

    /// The row of [`WRITE_TICKETS`].
    pub(crate) fn row(&self) -> Result<Value> {
        let mut row = content(self)?;
        row["id"] = json!([self.hlc, self.nonce]);
        Ok(row)
    }

    /// The same of something that happened at `at`; its place in the log stays.
    pub(crate) fn dated(mut self, at: Timestamp) -> Self {
        self.at = at;
        self
    }
}

/// An event with its place in the hash chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// The event.
    #[serde(flatten)]
    pub event: Event,
    /// `H("event", previous chain, canonical event)` in hex: any later alteration breaks every link after it.
    pub chain: String,
}

impl Logged {
    /// Where a reader stands after this event.
    pub fn reached(&self) -> Reached {
        Reached { seq: self.event.seq, chain: self.chain.clone() }
    }

    /// The same as text.
    pub fn cursor(&self) -> String {
        self.reached().cursor()
    }
}

/// A place in the log, told from the place of the same number in another log. Before everything by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// The last event that was seen.
    pub seq: Seq,
    /// Its link.
    pub(crate) chain: String,
}

impl Reached {
    /// As browsers hold it: `<seq>-<first eight of chain>`; `0` before everything.
    pub fn cursor(&self) -> String {
        match self.seq.0 {
            0 => "0".to_owned(),
            seq => format!("{seq}-{}", self.chain.get(..8).unwrap_or_default()),
        }
    }
}

/// What the next event is numbered, and the link that it goes on from.
#[derive(Debug, Deserialize)]
pub(crate) struct Head {
    next: u64,
    chain: String,
}

impl Head {
    fn reached(self) -> Reached {
        Reached { seq: Seq(self.next.saturating_sub(1)), chain: self.chain }
    }
}

/// The link after `previous` for `event`.
pub fn chain(previous: &str, event: &Event) -> Result<String> {
    let canonical = serde_json::to_vec(event)?;
    let mut hash = Sha256::new();
    for part in [b"kith/event/1".as_slice(), previous.as_bytes(), &canonical] {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Store {
    /// Gives every waiting ticket its number. Afterwards whatever was committed before the call is in the log.
    pub(crate) async fn sequence(&self) -> Result<()> {
        let _turn = self.sequencing().lock().await;
        while self.sequence_batch().await? {}
        Ok(())
    }

    /// Numbers up to [`BATCH`] tickets; false when none were waiting. Another process may be faster, which is fine.
    async fn sequence_batch(&self) -> Result<bool> {
        // The head comes first: tickets that another process numbers between the two reads are then either not read
        // here, or numbered from a head that is no more, and refused.
        let head = self.head().await?;
        let tickets: Vec<Ticket> = self.rows("SELECT * OMIT id FROM ticket LIMIT 256", json!({})).await?;
        if tickets.is_empty() {
            return Ok(false);
        }
        match self.number(head, tickets).await {
            // Somebody else numbered them: read again.
            Err(error) if error.is_race() => Ok(true),
            outcome => outcome.map(|()| true),
        }
    }

    fn keepers_of(&self, program: &ProgramId) -> Vec<PersonId> {
        self.org_here().program(program).map(Program::keepers).unwrap_or_default()
    }

    /// Where the log ends. Read it before the tickets that [`Store::number`] is to put there.
    pub(crate) async fn head(&self) -> Result<Head> {
        let head: Option<Head> = self.row("SELECT next, chain FROM ONLY sequencer:main", json!({})).await?;
        Ok(head.unwrap_or(Head { next: 1, chain: String::new() }))
    }

    /// Where the log ended when it was last read; memory may be behind it.
    pub(crate) async fn end_of_log(&self) -> Result<Reached> {
        Ok(self.head().await?.reached())
    }

    /// Puts `tickets`, waiting or not, after `head` in one transaction; a race when that is no longer the log's end.
    pub(crate) async fn number(&self, head: Head, tickets: Vec<Ticket>) -> Result<()> {
        let (mut next, mut link) = (head.next, head.chain.clone());
        let (mut events, mut keys) = (Vec::new(), Vec::new());
        for ticket in tickets {
            let keepers = ticket.what.kept_in().map(|program| self.keepers_of(program)).unwrap_or_default();
            let audience = ticket.what.audience().and(keepers);
            let event = Event { seq: Seq(next), at: ticket.at, by: ticket.by, what: ticket.what, audience };
            link = chain(&link, &event)?;
            let mut row = serde_json::to_value(Logged { event, chain: link.clone() })?;
            row["id"] = json!(next);
            events.push(row);
            keys.push(json!([ticket.hlc, ticket.nonce]));
            next += 1;
        }
        let values = json!({
            "expected": head.next, "next": next, "chain": link, "events": events, "keys": keys,
        });
        self.run_once(NUMBER_TICKETS, values).await
    }

    /// The events after `after`, in order, at most `limit`.
    pub async fn events_after(&self, after: Seq, limit: u64) -> Result<Vec<Logged>> {
        let values = json!({ "first": after.0 + 1, "end": after.0.saturating_add(limit).saturating_add(1) });
        self.rows("SELECT * OMIT id FROM type::record('event', $first..$end)", values).await
    }

    /// The last event of the log, whether or not it is applied here; `None` when nothing ever happened.
    pub async fn last_event(&self) -> Result<Option<Logged>> {
        let end = self.end_of_log().await?.seq.0;
        Ok(self.events_after(Seq(end.saturating_sub(1)), 1).await?.pop())
    }
}

const NUMBER_TICKETS: &str = "
BEGIN;
LET $head = (SELECT VALUE next FROM ONLY sequencer:main) ?? 1;
IF $head != $expected { THROW 'kith: numbered by another process' };
UPSERT sequencer:main CONTENT { next: $next, chain: $chain };
INSERT INTO event $events RETURN NONE;
DELETE $keys.map(|$key| type::record('ticket', $key));
COMMIT;
";

#[cfg(test)]
mod tests {
    use super::{BATCH, Store, chain};
    use crate::Clock;
    use domain::actor::Actor;
    use domain::event::{Happening, Seq};
    use domain::id::PersonId;
    use domain::time::Timestamp;

    /// Another process on the same database, as far as the log can tell.
    fn beside(store: &Store) -> Store {
        Store::new(store.db().clone(), store.place().clone(), store.clock().clone())
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn two_processes_number_every_ticket_once() {
        const WRITERS: u64 = 64;
        const EACH: u64 = 4;
        let first = Store::in_memory(Clock::standing_at(Timestamp(1_795_079_520_000))).await.unwrap();
        let second = beside(&first);
        let writers = (0..WRITERS).map(|number| {
            let store = if number % 2 == 0 { first.clone() } else { second.clone() };
            tokio::spawn(async move {
                let person = &PersonId::parse(&format!("person-{number}")).unwrap();
                for _ in 0..EACH {
                    let told = |person: &PersonId| Happening::PersonChanged { person: person.clone() };
                    store.change(&Actor::Console, |tx| async move { tx.emit(told(person)).await }).await.unwrap();
                }
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        let events = first.events_after(Seq(0), WRITERS * EACH + BATCH).await.unwrap();
        assert_eq!(u64::try_from(events.len()).unwrap(), WRITERS * EACH, "each is in the log once");
        let mut link = String::new();
        for (logged, seq) in events.iter().zip(1..) {
            link = chain(&link, &logged.event).unwrap();
            assert_eq!((logged.event.seq, &logged.chain), (Seq(seq), &link));
        }
        for store in [&first, &second] {
            // Whichever numbered the last ones, the other has not looked since.
            store.catch_up().await.unwrap();
            assert_eq!(store.applied().cursor(), events.last().unwrap().cursor());
        }
    }
}
