//! The organisation in SurrealDB. A method here is an operation: it decides by asking `domain`, and writes its change
//! and its event in one transaction. There is no layer above or below; `Store::in_memory` is the double for tests.
//!
//! # How to write an operation
//!
//! ```ignore
//! impl Store {
//!     /// `person` wants to learn a skill … (what is true afterwards, and when it refuses)
//!     pub async fn set_want(&self, actor: &Actor, want: &WantEdit) -> Result<()> {
//!         let me = actor.member()?;                       // 1. who may: refused before anything is read
//!         self.change(actor, |tx| async move {            // 2. may run more than once; capture references only
//!             let skill: Option<Skill> = tx.row("SELECT *, record::id(id) AS id FROM ONLY type::record('skill', $skill)",
//!                 json!({ "skill": want.skill })).await?;   //    reads in the transaction
//!             skill.ok_or(Rejection::NotFound(Noun::Skill))?;
//!             tx.run("RELATE …", json!({ … })).await?;     // 3. the change; every value is bound, never formatted in
//!             tx.emit(Happening::WantChanged { … }).await  // 4. its event, in the same transaction
//!         }).await                                         // 5. returns when reads on this process see it
//!     }
//! }
//! ```
//!
//! - Reads that pages make do not touch the database: `self.read(actor, |org| domain::people::people_page(org, …))`.
//! - What an event changes in memory is decided in [`projection`], once for each kind of event.
//! - Row content: [`row::content`] (a domain value without `id`). Bulk: `INSERT INTO t $rows` with ids inside; edges in
//!   bulk: `INSERT RELATION INTO wants (SELECT [person, skill] AS id, type::record('person', person) AS in,
//!   type::record('skill', skill) AS out, * FROM $rows)`; one edge: `RELATE (…)->(type::record('wants', [$p, $s]))->(…)
//!   CONTENT $row`, which replaces. A range of keys: `type::record('event', $first..$end)` or
//!   `wants:[$p, NONE]..[$p, ..]`. `UPSERT` does not make edges.
//! - A rule across rows touches one guard record in the same transaction: read it with `FOR UPDATE` and write it.
#![warn(missing_docs)]

mod account;
mod attempt;
mod audit;
mod board;
pub mod clock;
mod comment;
mod confirmation;
mod connect;
mod copy;
mod cover_plan;
pub mod demo;
mod drill;
mod drops;
mod error;
mod evidence;
mod exchange;
mod feed;
mod first_admin;
mod graph;
mod home;
mod hours;
mod import;
mod invitation;
mod job;
mod kept;
mod keyring;
mod levels;
mod library;
mod log;
mod mail;
mod mail_link;
mod match_round;
mod mentoring;
mod notices;
mod notifications;
mod onboarding;
mod organisation;
mod outlook;
mod pair;
mod password;
mod people;
mod planning;
mod program;
mod program_editor;
mod programs;
mod projection;
mod question;
mod reader;
mod receipt;
mod reminders;
mod row;
mod schema;
mod sealed;
mod session;
mod sessions;
mod shared;
mod skills;
mod statements;
mod swap;
mod targets;
mod teams;
mod thanks;
mod turn;
mod tx;
mod views;
mod wishes;

pub(crate) use error::first_cause;
pub(crate) use tx::Tx;

pub use audit::{AuditEvents, AuditQuery, LogCheck};
pub use clock::Clock;
pub use connect::Place;
pub use error::{Error, Fault, Result};
pub use feed::Subscribed;
pub use graph::{GraphCheck, GraphState};
pub use hours::LedgerCheck;
pub use import::{RejectedRows, Upload};
pub use invitation::{Invitation, Purpose};
pub use log::{Logged, Reached, chain};
pub use mail::Outgoing;
pub use organisation::Organisation;
pub use schema::VERSION as SCHEMA_VERSION;
pub use session::{SessionToken, SignedIn, Token};
pub use swap::YesSaid;

use domain::actor::Actor;
use domain::id::{PersonId, ProgramId, SessionId};
use domain::mail::MailSetup;
use domain::org::Org;
use domain::rejection::Rejection;
use std::net::IpAddr;
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use surrealdb::Surreal;
use surrealdb::engine::any::Any;
use tokio::sync::{Mutex, broadcast};

/// How many events a reader of [`Store::happenings`] may fall behind before it must read the log again.
const BEHIND: usize = 4_096;

/// The organisation. Cheap to clone; all clones are the same one.
#[derive(Clone, Debug)]
pub struct Store {
    shared: Arc<Shared>,
    /// From which network address whoever holds this clone is served; tries to sign in are counted by it.
    address: Option<IpAddr>,
}

#[derive(Debug)]
struct Shared {
    db: Surreal<Any>,
    place: Place,
    clock: Clock,
    stamp: log::Stamp,
    sequencing: Mutex<()>,
    /// Held while the organisation in memory is brought up to date.
    applying: Mutex<()>,
    /// Where the organisation in memory stands in the log: all up to there is in it.
    applied: RwLock<Reached>,
    /// When the organisation in memory was last read whole, in milliseconds.
    read_at: AtomicI64,
    org: RwLock<Org>,
    organisation: RwLock<Option<Organisation>>,
    outlooks: outlook::Outlooks,
    solutions: match_round::Solutions,
    happenings: broadcast::Sender<Arc<Logged>>,
    hashing: tokio::sync::Semaphore,
    drawings: cover_plan::Drawings,
    turns: turn::Turns<ProgramId>,
    session_turns: turn::Turns<SessionId>,
    mentor_turns: turn::Turns<(ProgramId, PersonId)>,
    hours_turns: turn::Turns<()>,
    /// How mail is sent; empty where none is.
    post: OnceLock<MailSetup>,
}

impl Store {
    fn new(db: Surreal<Any>, place: Place, clock: Clock) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let shared = Shared {
            db,
            place,
            clock,
            stamp: log::Stamp::new(),
            sequencing: Mutex::new(()),
            applying: Mutex::new(()),
            applied: RwLock::default(),
            read_at: AtomicI64::new(0),
            org: RwLock::default(),
            organisation: RwLock::default(),
            outlooks: outlook::Outlooks::default(),
            solutions: match_round::Solutions::default(),
            happenings: broadcast::Sender::new(BEHIND),
            hashing: tokio::sync::Semaphore::new(cores),
            drawings: cover_plan::Drawings::default(),
            turns: turn::Turns::default(),
            session_turns: turn::Turns::default(),
            mentor_turns: turn::Turns::default(),
            hours_turns: turn::Turns::default(),
            post: OnceLock::new(),
        };
        Self { shared: Arc::new(shared), address: None }
    }

    /// The same organisation, for somebody who is served at that network address.
    pub fn for_address(&self, address: Option<IpAddr>) -> Self {
        Self { shared: Arc::clone(&self.shared), address }
    }

    /// Where it is kept.
    pub fn place(&self) -> &Place {
        &self.shared.place
    }

    /// The clock it goes by.
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// What happens from now on, as this process applies it, in log order. A reader that finds a number missing reads
    /// [`Store::events_after`] instead.
    pub fn happenings(&self) -> broadcast::Receiver<Arc<Logged>> {
        self.shared.happenings.subscribe()
    }

    /// Answers from the organisation in memory, for everybody who is signed in and for the console.
    pub fn read<T>(&self, actor: &Actor, question: impl FnOnce(&Org) -> Result<T, Rejection>) -> Result<T> {
        actor.may_read()?;
        Ok(question(&self.org_here())?)
    }

    pub(crate) fn org_here(&self) -> std::sync::RwLockReadGuard<'_, Org> {
        self.shared.org.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn org_mut(&self) -> std::sync::RwLockWriteGuard<'_, Org> {
        self.shared.org.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn organisation_here(&self) -> &RwLock<Option<Organisation>> {
        &self.shared.organisation
    }

    pub(crate) fn db(&self) -> &Surreal<Any> {
        &self.shared.db
    }

    pub(crate) fn stamp(&self) -> &log::Stamp {
        &self.shared.stamp
    }

    pub(crate) fn sequencing(&self) -> &Mutex<()> {
        &self.shared.sequencing
    }

    pub(crate) fn applying(&self) -> &Mutex<()> {
        &self.shared.applying
    }

    /// Where the organisation in memory stands in the log. What is read afterwards is at least as new.
    pub fn applied(&self) -> Reached {
        self.shared.applied.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_applied(&self, reached: Reached) {
        *self.shared.applied.write().unwrap_or_else(PoisonError::into_inner) = reached;
    }

    pub(crate) fn outlooks(&self) -> &outlook::Outlooks {
        &self.shared.outlooks
    }

    pub(crate) fn solutions(&self) -> &match_round::Solutions {
        &self.shared.solutions
    }

    pub(crate) fn drawings(&self) -> &cover_plan::Drawings {
        &self.shared.drawings
    }

    pub(crate) fn turns(&self) -> &turn::Turns<ProgramId> {
        &self.shared.turns
    }

    pub(crate) fn post_office(&self) -> &OnceLock<MailSetup> {
        &self.shared.post
    }

    pub(crate) fn session_turns(&self) -> &turn::Turns<SessionId> {
        &self.shared.session_turns
    }

    pub(crate) fn mentor_turns(&self) -> &turn::Turns<(ProgramId, PersonId)> {
        &self.shared.mentor_turns
    }

    pub(crate) fn hours_turns(&self) -> &turn::Turns<()> {
        &self.shared.hours_turns
    }
}
