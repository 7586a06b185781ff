//! `kith ledger`: proves that hours even out, from the rows of the database alone.

use super::{CliError, say};
use crate::config::DatabaseArgs;
use clap::{Args, Subcommand};
use domain::actor::Actor;
use domain::ledger::Proof;
use domain::rejection::Rejection;
use store::{Clock, Store};

/// What to do with the ledger.
#[derive(Args, Debug)]
pub(super) struct Ledger {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Recompute every chain of postings, balance, transfer and reversal, and name the first that is not as it was
    /// written. The head is the one that the page `/hours/proof` shows.
    Verify {
        #[command(flatten)]
        database: DatabaseArgs,
    },
}

impl Ledger {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let Task::Verify { database } = self.task;
        let store = Store::open(database.place(), Clock::Machine).await?;
        let check = store.verify_ledger(&Actor::Console).await?;
        let proof = check.proof.map_err(Rejection::Conflict)?;
        let Proof { accounts, transfers, postings, held, .. } = proof;
        say(&format!("{postings} postings of {transfers} transfers on {accounts} accounts are as they were written."));
        say(&format!("All balances together are 0 minutes; people who taught more hold {held}."));
        say(&format!("The head after event {} is {}.", check.seq.0, check.head));
        Ok(())
    }
}
