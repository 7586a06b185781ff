//! Statements outside a transaction: what pages read, and what is written alone.

use crate::Store;
use crate::error::{Fault, Result, first_cause};
use crate::row::{taken, variables};
use crate::tx::MOST_TRIES;
use serde::de::DeserializeOwned;
use serde_json::Value;

impl Store {
    /// Runs statements outside a transaction, for what they change.
    pub(crate) async fn run(&self, query: &'static str, values: Value) -> Result<()> {
        self.answered(query, values).await.map(drop)
    }

    /// The rows of the last statement, outside a transaction.
    pub(crate) async fn rows<T: DeserializeOwned>(&self, query: &'static str, values: Value) -> Result<Vec<T>> {
        let mut answer = self.answered(query, values).await?;
        let last = answer.num_statements().saturating_sub(1);
        taken(&mut answer, last)
    }

    /// The first row of the last statement, outside a transaction.
    pub(crate) async fn row<T: DeserializeOwned>(&self, query: &'static str, values: Value) -> Result<Option<T>> {
        Ok(self.rows(query, values).await?.into_iter().next())
    }

    /// Runs statements outside a transaction once, for what they change: a race when another writer was faster.
    pub(crate) async fn run_once(&self, query: &'static str, values: Value) -> Result<()> {
        self.answer_once(query, values).await.map(drop)
    }

    /// Statements that lose against another writer have changed nothing, so they are tried again.
    async fn answered(&self, query: &'static str, values: Value) -> Result<surrealdb::IndexedResults> {
        for tries in 1..MOST_TRIES {
            match self.answer_once(query, values.clone()).await {
                Err(error) if error.is_race() => tokio::time::sleep(self.back_off(tries)).await,
                outcome => return outcome,
            }
        }
        match self.answer_once(query, values).await {
            Err(error) if error.is_race() => Err(Fault::crowded().into()),
            outcome => outcome,
        }
    }

    async fn answer_once(&self, query: &'static str, values: Value) -> Result<surrealdb::IndexedResults> {
        let mut query = self.db().query(query);
        for (name, value) in variables(values)? {
            query = query.bind((name, value));
        }
        let mut answer = query.await?;
        match first_cause(answer.take_errors()) {
            Some(error) => Err(error.into()),
            None => Ok(answer),
        }
    }
}
