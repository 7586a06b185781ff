//! `kith export`

use super::{CliError, say};
use crate::config::DatabaseArgs;
use clap::Args;
use std::path::PathBuf;
use store::{Clock, Store};

/// Where from and where to.
#[derive(Args, Debug)]
pub(super) struct Export {
    /// The file to write; it must not exist yet.
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Export {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let place = self.database.place();
        place.may_export()?;
        let store = Store::open(place, Clock::Machine).await?;
        store.export(&self.file).await?;
        say(&format!(
            "Wrote {}. It holds everything, also secrets: keep it as you keep the database.",
            self.file.display()
        ));
        Ok(())
    }
}
