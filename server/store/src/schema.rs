//! The schema: declared in `schema/*.surql`, applied again at every start; and the numbered steps that move old data.

use crate::Store;
use crate::error::{Error, Fault, Result};
use domain::rejection::Rejection;
use serde::Deserialize;
use serde_json::json;

/// The version that this program writes: one more for every step in [`MIGRATIONS`].
pub const VERSION: u32 = 1;

/// What tables hold, a file for each noun. All statements are `DEFINE … OVERWRITE`, so that they can run again.
const TABLES: &[&str] = &[
    include_str!("../schema/account.surql"),
    include_str!("../schema/event.surql"),
    include_str!("../schema/evidence.surql"),
    include_str!("../schema/exchange.surql"),
    include_str!("../schema/home.surql"),
    include_str!("../schema/import.surql"),
    include_str!("../schema/organisation.surql"),
    include_str!("../schema/person.surql"),
    include_str!("../schema/skill.surql"),
    include_str!("../schema/team.surql"),
    include_str!("../schema/views.surql"),
    include_str!("../schema/want.surql"),
];

/// Steps that move data from one version to the next. A step is never changed once it is released.
const MIGRATIONS: &[(u32, &str)] = &[(1, include_str!("../migrations/0001_first.surql"))];

#[derive(Deserialize)]
struct Stored {
    version: u32,
}

/// Brings the database to [`VERSION`]: refuses a newer one, declares the tables, runs the steps it has not seen.
pub(crate) async fn apply(store: &Store) -> Result<()> {
    store.run("DEFINE TABLE IF NOT EXISTS schema_version SCHEMALESS", json!({})).await?;
    let stored: Option<Stored> = store.row("SELECT version FROM ONLY schema_version:main", json!({})).await?;
    let version = stored.map_or(0, |stored| stored.version);
    if version > VERSION {
        let message = format!(
            "This database was written by a newer Kith (schema {version}, this program knows {VERSION}). \
             Start the newer program, or restore an export made before the update."
        );
        return Err(Error::Rejected(Rejection::Conflict(message)));
    }
    for table in TABLES {
        store.run(table, json!({})).await?;
    }
    for (number, step) in MIGRATIONS.iter().filter(|(number, _)| *number > version) {
        store.run(step, json!({})).await?;
        store.run("UPSERT schema_version:main SET version = $version", json!({ "version": number })).await?;
    }
    let reached: Option<Stored> = store.row("SELECT version FROM ONLY schema_version:main", json!({})).await?;
    match reached {
        Some(reached) if reached.version == VERSION => Ok(()),
        _ => Err(Fault::new("schema", &"the steps did not reach this program's version").into()),
    }
}
