//! The event log: dense, in commit order, chained by hash.
//!
//! A change writes a *ticket* in its own transaction, without contention. After the commit any process turns tickets
//! into numbered *events*, in key order, in a transaction that also writes the one `sequencer:main` record. Losers of
//! that race find the work done. So numbers exist only after commit: a reader that has seen `n` has seen all below it.

use crate::Store;
use crate::error::Result;
use crate::row::content;
use domain::event::{Event, Happening, Seq};
use domain::id::PersonId;
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
    /// Where a reader stands after this event: `<seq>-<first eight of chain>`.
    pub fn cursor(&self) -> String {
        format!("{}-{}", self.event.seq.0, self.chain.get(..8).unwrap_or_default())
    }
}

#[derive(Debug, Deserialize)]
struct Head {
    next: u64,
    chain: String,
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
        let tickets: Vec<Ticket> = self.rows("SELECT * OMIT id FROM ticket LIMIT 256", json!({})).await?;
        if tickets.is_empty() {
            return Ok(false);
        }
        match self.number(tickets).await {
            // Somebody else numbered them: read again.
            Err(error) if error.is_race() => Ok(true),
            outcome => outcome.map(|()| true),
        }
    }

    /// Puts `tickets`, waiting or not, at the end of the log in one transaction; a race when another process was faster.
    pub(crate) async fn number(&self, tickets: Vec<Ticket>) -> Result<()> {
        let head: Option<Head> = self.row("SELECT next, chain FROM ONLY sequencer:main", json!({})).await?;
        let head = head.unwrap_or(Head { next: 1, chain: String::new() });
        let (mut next, mut link) = (head.next, head.chain.clone());
        let (mut events, mut keys) = (Vec::new(), Vec::new());
        for ticket in tickets {
            let audience = ticket.what.audience();
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

    /// The last event of the log; `None` when nothing ever happened.
    pub async fn last_event(&self) -> Result<Option<Logged>> {
        let head: Option<Head> = self.row("SELECT next, chain FROM ONLY sequencer:main", json!({})).await?;
        let Some(head) = head else { return Ok(None) };
        Ok(self.events_after(Seq(head.next.saturating_sub(2)), 1).await?.pop())
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
