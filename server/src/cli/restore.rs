//! `kith restore`

use super::{CliError, say};
use crate::config::DatabaseArgs;
use clap::Args;
use std::path::PathBuf;
use store::{Clock, Store};

/// Where from and where to.
#[derive(Args, Debug)]
pub(super) struct Restore {
    /// A file that `kith export` wrote.
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Restore {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let place = self.database.place();
        place.may_restore()?;
        let store = Store::open(place, Clock::Machine).await?;
        store.restore(&self.file).await?;
        say(&format!("Restored {}.", self.file.display()));
        Ok(())
    }
}
