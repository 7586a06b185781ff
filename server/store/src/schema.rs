//! The schema: declared in `schema/*.surql`, applied again at every start at which it differs from what the database
//! was last given; and the numbered steps that move old data. What a released step says is fixed by `tests/tidy`.

use crate::error::{Error, Fault, Result};
use crate::{Store, first_cause};
use domain::rejection::Rejection;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};

/// The version that this program writes: one more for every step in [`MIGRATIONS`].
pub const VERSION: u32 = 1;

/// What tables hold, a file for each noun. All statements are `DEFINE … OVERWRITE`, so that they can run again.
const TABLES: &[&str] = &[
    include_str!("../schema/account.surql"),
    include_str!("../schema/comment.surql"),
    include_str!("../schema/cover.surql"),
    include_str!("../schema/cover_plan.surql"),
    include_str!("../schema/confirmation.surql"),
    include_str!("../schema/drill.surql"),
    include_str!("../schema/event.surql"),
    include_str!("../schema/evidence.surql"),
    include_str!("../schema/exchange.surql"),
    include_str!("../schema/feed.surql"),
    include_str!("../schema/home.surql"),
    include_str!("../schema/host_proposal.surql"),
    include_str!("../schema/hours.surql"),
    include_str!("../schema/import.surql"),
    include_str!("../schema/job.surql"),
    include_str!("../schema/mail.surql"),
    include_str!("../schema/library.surql"),
    include_str!("../schema/mentoring.surql"),
    include_str!("../schema/organisation.surql"),
    include_str!("../schema/pair.surql"),
    include_str!("../schema/match_round.surql"),
    include_str!("../schema/person.surql"),
    include_str!("../schema/program.surql"),
    include_str!("../schema/question.surql"),
    include_str!("../schema/session.surql"),
    include_str!("../schema/receipt.surql"),
    include_str!("../schema/skill.surql"),
    include_str!("../schema/swap.surql"),
    include_str!("../schema/team.surql"),
    include_str!("../schema/views.surql"),
    include_str!("../schema/want.surql"),
    include_str!("../schema/weighing.surql"),
];

/// Steps that move data from one version to the next. A step is never changed once it is released.
const MIGRATIONS: &[(u32, &str)] = &[(1, include_str!("../migrations/0001_first.surql"))];

#[derive(Deserialize)]
struct Stored {
    version: Option<u32>,
    /// The digest of the tables as they were declared last.
    declared: Option<String>,
}

const VERSIONS: &str = "DEFINE TABLE IF NOT EXISTS schema_version SCHEMALESS";
const STORED: &str = "SELECT version, declared FROM ONLY schema_version:main";

/// Brings the database to [`VERSION`]: refuses a newer one, declares the tables, runs the steps it has not seen.
pub(crate) async fn apply(store: &Store) -> Result<()> {
    store.run(VERSIONS, json!({})).await?;
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
        take_step(store, *number, step).await?;
    }
    let reached: Option<Stored> = store.row(STORED, json!({})).await?;
    match reached {
        Some(reached) if reached.version == Some(VERSION) => Ok(()),
        _ => Err(Fault::new("schema", &"the steps did not reach this program's version").into()),
    }
}

/// True when the database says which schema it has.
pub(crate) async fn is_declared(store: &Store) -> Result<bool> {
    store.run(VERSIONS, json!({})).await?;
    let stored: Option<Stored> = store.row(STORED, json!({})).await?;
    Ok(stored.is_some_and(|stored| stored.version.is_some()))
}

/// Takes one step and notes it, both or neither: after a crash between them the step would run twice.
async fn take_step(store: &Store, number: u32, step: &'static str) -> Result<()> {
    let transaction = store.db().clone().begin().await?;
    let taken: Result<()> = async {
        for query in [step, "UPSERT schema_version:main SET version = $version"] {
            let mut answer = transaction.query(query).bind(("version".to_owned(), json!(number))).await?;
            if let Some(error) = first_cause(answer.take_errors()) {
                return Err(error.into());
            }
        }
        Ok(())
    }
    .await;
    match taken {
        Ok(()) => {
            transaction.commit().await?;
            Ok(())
        }
        Err(error) => {
            // Dropping the step cannot fail in a way that matters: it was never committed.
            drop(transaction.cancel().await);
            Err(error)
        }
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
    use super::{VERSION, apply, digest, take_step};
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

    #[tokio::test(flavor = "multi_thread")]
    async fn a_step_and_its_number_are_written_together_or_not_at_all() {
        let store = Store::in_memory(Clock::Machine).await.unwrap();
        let moved = async || {
            let row: Option<Value> = store.row("SELECT moved FROM ONLY guard:step", json!({})).await.unwrap();
            row.map(|row| row["moved"].clone())
        };
        let version = async || {
            let row: Option<Value> =
                store.row("SELECT version FROM ONLY schema_version:main", json!({})).await.unwrap();
            row.unwrap()["version"].clone()
        };
        let broken = "UPSERT guard:step SET moved = 1; THROW 'power cut'";
        assert!(take_step(&store, VERSION + 1, broken).await.is_err());
        assert_eq!((moved().await, version().await), (None, json!(VERSION)));
        take_step(&store, VERSION + 1, "UPSERT guard:step SET moved = 1").await.unwrap();
        assert_eq!((moved().await, version().await), (Some(json!(1)), json!(VERSION + 1)));
    }
}
