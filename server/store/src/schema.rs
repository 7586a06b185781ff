//! The schema: declared in `schema/*.surql`, applied again at every start at which it differs from what the database
//! was last given; and the numbered steps that move old data.

use crate::Store;
use crate::error::{Error, Fault, Result};
use domain::rejection::Rejection;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};

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
    version: Option<u32>,
    /// The digest of the tables as they were declared last.
    declared: Option<String>,
}

const STORED: &str = "SELECT version, declared FROM ONLY schema_version:main";

/// Brings the database to [`VERSION`]: refuses a newer one, declares the tables, runs the steps it has not seen.
pub(crate) async fn apply(store: &Store) -> Result<()> {
    store.run("DEFINE TABLE IF NOT EXISTS schema_version SCHEMALESS", json!({})).await?;
    let stored: Option<Stored> = store.row(STORED, json!({})).await?;
    let (version, declared) = stored.map_or((None, None), |stored| (stored.version, stored.declared));
    let version = version.unwrap_or(0);
    if version > VERSION {
        let message = format!(
            "This database was written by a newer Kith (schema {version}, this program knows {VERSION}). \
             Start the newer program, or restore an export made before the update."
        );
        return Err(Error::Rejected(Rejection::Conflict(message)));
    }
    // Declaring an index builds it anew, which takes long where there is much in it.
    let own = digest();
    if declared.as_deref() != Some(own.as_str()) {
        for table in TABLES {
            store.run(table, json!({})).await?;
        }
        store.run("UPSERT schema_version:main SET declared = $declared", json!({ "declared": own })).await?;
    }
    for (number, step) in MIGRATIONS.iter().filter(|(number, _)| *number > version) {
        store.run(step, json!({})).await?;
        store.run("UPSERT schema_version:main SET version = $version", json!({ "version": number })).await?;
    }
    let reached: Option<Stored> = store.row(STORED, json!({})).await?;
    match reached {
        Some(reached) if reached.version == Some(VERSION) => Ok(()),
        _ => Err(Fault::new("schema", &"the steps did not reach this program's version").into()),
    }
}

/// The SHA-256 of all that [`TABLES`] declare.
fn digest() -> String {
    let mut hash = Sha256::new();
    for table in TABLES {
        hash.update(table.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{VERSION, apply, digest};
    use crate::{Clock, Store};
    use serde_json::{Value, json};

    const VERSION_IS: &str = "UPSERT schema_version:main SET version = $version";

    #[tokio::test(flavor = "multi_thread")]
    async fn a_database_that_a_newer_program_wrote_is_refused_and_left_as_it_is() {
        let store = Store::in_memory(Clock::Machine).await.unwrap();
        store.run(VERSION_IS, json!({ "version": VERSION + 1 })).await.unwrap();
        let said = apply(&store).await.unwrap_err().to_string();
        assert!(said.contains("newer Kith"), "{said}");
        let row: Option<Value> = store.row("SELECT version FROM ONLY schema_version:main", json!({})).await.unwrap();
        assert_eq!(row.unwrap()["version"], VERSION + 1);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn tables_are_declared_again_when_they_changed_and_only_then() {
        let store = Store::in_memory(Clock::Machine).await.unwrap();
        let is_declared = async || {
            let db: Option<Value> = store.row("INFO FOR DB", json!({})).await.unwrap();
            db.unwrap()["tables"].get("account").is_some()
        };
        store.run("REMOVE TABLE account", json!({})).await.unwrap();
        apply(&store).await.unwrap();
        assert!(!is_declared().await, "nothing has changed since they were declared");
        store.run("UPSERT schema_version:main SET declared = 'an older program'", json!({})).await.unwrap();
        apply(&store).await.unwrap();
        assert!(is_declared().await);
        let row: Option<Value> = store.row("SELECT declared FROM ONLY schema_version:main", json!({})).await.unwrap();
        assert_eq!(row.unwrap()["declared"], digest());
    }

    /// Released steps, each with its digest: a step that was changed afterwards would run on some databases only.
    #[test]
    fn a_released_step_is_never_changed() {
        const RELEASED: &[(u32, &str)] = &[(1, "-- The first version: nothing to move.\nRETURN NONE;\n")];
        for ((number, step), (released, text)) in super::MIGRATIONS.iter().zip(RELEASED) {
            assert_eq!((number, step), (released, text));
        }
        assert!(super::MIGRATIONS.len() >= RELEASED.len());
    }
}
