//! One transaction, and the rule by which every change is made.
//!
//! [`Store::change`] runs an operation in a transaction, writes its events with it, commits, and tries the whole
//! operation again when another writer was faster. So an operation is a function of what it reads in the transaction
//! and may run more than once: no I/O of its own inside.

use crate::demo::Happened;
use crate::error::{Error, Fault, Result};
use crate::row::{taken, variables};
use crate::{Store, first_cause, log};
use domain::actor::Actor;
use domain::event::Happening;
use domain::id::PersonId;
use domain::rejection::Rejection;
use domain::time::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use surrealdb::engine::any::Any;
use surrealdb::method::Transaction;

/// How often an operation is tried when others write the same records.
pub(crate) const MOST_TRIES: u32 = 8;

/// A transaction in which an operation reads and writes.
#[derive(Clone, Debug)]
pub struct Tx {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    transaction: Transaction<Any>,
    now: Timestamp,
    by: Option<PersonId>,
    store: log::Stamp,
}

impl Tx {
    /// The moment of this change: one for everything in it.
    pub fn now(&self) -> Timestamp {
        self.inner.now
    }

    /// A number that nobody can tell before, for a new id.
    pub(crate) fn random(&self) -> u64 {
        self.inner.store.random()
    }

    /// Who makes the change; `None` for the server itself.
    pub fn by(&self) -> Option<&PersonId> {
        self.inner.by.as_ref()
    }

    /// Runs statements for what they change.
    pub async fn run(&self, query: &'static str, values: Value) -> Result<()> {
        self.answer(query, values).await.map(drop)
    }

    /// The rows of the last statement.
    pub async fn rows<T: DeserializeOwned>(&self, query: &'static str, values: Value) -> Result<Vec<T>> {
        let mut answer = self.answer(query, values).await?;
        let last = answer.num_statements().saturating_sub(1);
        taken(&mut answer, last)
    }

    /// The first row of the last statement.
    pub async fn row<T: DeserializeOwned>(&self, query: &'static str, values: Value) -> Result<Option<T>> {
        Ok(self.rows(query, values).await?.into_iter().next())
    }

    /// Writes what happened, in this transaction. Every change does so at least once.
    pub async fn emit(&self, what: Happening) -> Result<()> {
        self.emit_for(self.inner.by.clone(), what).await
    }

    /// The same when the change goes on with what somebody else began.
    pub async fn emit_for(&self, by: Option<PersonId>, what: Happening) -> Result<()> {
        let ticket = self.inner.store.ticket(self.inner.now, by, what);
        self.run(log::WRITE_TICKET, ticket.variables()?).await
    }

    /// The tickets of what happened before, in that order, for [`log::WRITE_TICKETS`].
    pub(crate) fn tickets(&self, happened: &[Happened]) -> Result<Vec<Value>> {
        let ticket = |h: &Happened| self.inner.store.ticket(self.inner.now, h.by.clone(), h.what.clone()).dated(h.at);
        happened.iter().map(|happened| ticket(happened).row()).collect()
    }

    async fn answer(&self, query: &'static str, values: Value) -> Result<surrealdb::IndexedResults> {
        let mut query = self.inner.transaction.query(query);
        for (name, value) in variables(values)? {
            query = query.bind((name, value));
        }
        let mut answer = query.await?;
        match first_cause(answer.take_errors()) {
            Some(error) => Err(error.into()),
            None => Ok(answer),
        }
    }

    /// Ends it for good; `None` when a clone is still about, which only a leaked operation could hold.
    fn end(self) -> Option<Transaction<Any>> {
        Arc::into_inner(self.inner).map(|inner| inner.transaction)
    }
}

/// What decides whether a signed-in person may still do something.
#[derive(Deserialize)]
struct Standing {
    role: domain::actor::Role,
    left_at: Option<Timestamp>,
}

impl Store {
    /// Makes one change for `actor`: runs `operation` in a transaction, commits, and returns when this process has
    /// applied what happened, so that the next read sees it. Nothing is changed when it does not succeed.
    ///
    /// The actor's own record is read for update first: nobody acts after they left or lost the role they act with.
    pub(crate) async fn change<T, F>(&self, actor: &Actor, operation: impl Fn(Tx) -> F + Send + Sync) -> Result<T>
    where
        F: Future<Output = Result<T>> + Send,
        T: Send,
    {
        let mut tries = 0;
        loop {
            match self.try_change(actor, &operation).await {
                Err(Error::Broken(fault)) if fault.is_conflict => {
                    tries += 1;
                    if tries >= MOST_TRIES {
                        return Err(Fault::crowded().into());
                    }
                    tokio::time::sleep(self.back_off(tries)).await;
                }
                Ok(value) => {
                    self.catch_up().await?;
                    return Ok(value);
                }
                refused => return refused,
            }
        }
    }

    async fn try_change<T, F>(&self, actor: &Actor, operation: &(impl Fn(Tx) -> F + Send + Sync)) -> Result<T>
    where
        F: Future<Output = Result<T>> + Send,
        T: Send,
    {
        let transaction = self.db().clone().begin().await?;
        let inner =
            Inner { transaction, now: self.clock().now(), by: actor.person().cloned(), store: self.stamp().clone() };
        let tx = Tx { inner: Arc::new(inner) };
        let outcome = async {
            still_allowed(&tx, actor).await?;
            operation(tx.clone()).await
        };
        let outcome = outcome.await;
        let Some(transaction) = tx.end() else {
            return Err(Fault::new("an operation kept its transaction", &"clone leaked").into());
        };
        match outcome {
            Ok(value) => {
                transaction.commit().await?;
                Ok(value)
            }
            Err(error) => {
                // Dropping the changes cannot fail in a way that matters: they were never committed.
                drop(transaction.cancel().await);
                Err(error)
            }
        }
    }

    /// Full jitter: between nothing and 2, 4, 8 … 64 ms.
    pub(crate) fn back_off(&self, tries: u32) -> Duration {
        let most = 1_u64 << tries.min(6);
        Duration::from_micros(self.stamp().random() % (most * 1_000))
    }
}

async fn still_allowed(tx: &Tx, actor: &Actor) -> Result<()> {
    let member = match actor {
        Actor::Person(member) => member,
        Actor::Console => return Ok(()),
        Actor::Stranger => return Err(Rejection::SignedOut.into()),
    };
    let standing: Option<Standing> = tx
        .row(
            "SELECT role, left_at FROM ONLY type::record('person', $person) FOR UPDATE",
            json!({ "person": member.id }),
        )
        .await?;
    match standing {
        Some(standing) if standing.left_at.is_none() && standing.role >= member.role => Ok(()),
        _ => Err(Rejection::SignedOut.into()),
    }
}
