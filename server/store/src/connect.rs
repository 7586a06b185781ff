//! Opening the database: which engine, how durable, which schema.

use crate::error::{Error, Fault, Result};
use crate::{Clock, Store, schema};
use domain::rejection::Rejection;
use std::path::{Path, PathBuf};
use surrealdb::Surreal;
use surrealdb::engine::any::Any;
use surrealdb::opt::auth::Root;

/// Where the organisation is kept.
#[derive(Clone, Debug)]
pub enum Place {
    /// In this process's memory, gone with it: for tests.
    Memory,
    /// In a folder, by the embedded engine; every change is on disk before it is acknowledged.
    Folder(PathBuf),
    /// On a SurrealDB server, `ws://host:port` or `wss://…`.
    Server {
        /// Its address.
        url: String,
        /// The user it knows us by.
        user: String,
        /// Their password.
        password: String,
    },
}

impl Place {
    /// The name of the engine, as `/healthz` shows it.
    pub const fn engine(&self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Folder(_) => "surrealkv",
            Self::Server { .. } => "server",
        }
    }

    /// When a change counts as written, as `/healthz` shows it.
    pub const fn sync(&self) -> &'static str {
        match self {
            Self::Memory => "never",
            Self::Folder(_) => "every",
            Self::Server { .. } => "server",
        }
    }

    /// True when other processes may write to the same organisation.
    pub const fn is_shared(&self) -> bool {
        matches!(self, Self::Server { .. })
    }

    async fn open(&self) -> Result<Surreal<Any>> {
        let db = match self {
            Self::Memory => surrealdb::engine::any::connect("mem://").await?,
            Self::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(|cause| Error::Broken(Fault::new("data folder", &cause)))?;
                let url = format!("surrealkv://{}?sync=every", folder.display());
                surrealdb::engine::any::connect(url).await.map_err(|cause| in_use(folder, cause))?
            }
            Self::Server { url, user, password } => {
                let db = surrealdb::engine::any::connect(url.as_str()).await?;
                db.signin(Root { username: user.clone(), password: password.clone() }).await?;
                db
            }
        };
        db.query("DEFINE NAMESPACE IF NOT EXISTS kith").await?.check()?;
        db.use_ns("kith").await?;
        db.query("DEFINE DATABASE IF NOT EXISTS kith").await?.check()?;
        db.use_ns("kith").use_db("kith").await?;
        Ok(db)
    }
}

/// The embedded engine lets one process in at a time, and says so in words alone.
fn in_use(folder: &Path, cause: surrealdb::Error) -> Error {
    if !cause.to_string().contains("already locked by another process") {
        return cause.into();
    }
    let message = format!(
        "{} is in use by another Kith (its server?). Stop it first, or run the database as a process of its own and \
         give its address with --db ws://…",
        folder.display()
    );
    Error::Rejected(Rejection::Conflict(message))
}

impl Store {
    /// Opens the organisation at `place`, brings its schema up to date and reads it into memory, from what an earlier
    /// run kept where that can be relied on. Refuses a schema that is newer than this program, and a folder that
    /// another process has open.
    pub async fn open(place: Place, clock: Clock) -> Result<Self> {
        let db = place.open().await?;
        let store = Self::new(db, place, clock);
        schema::apply(&store).await?;
        store.sequence().await?;
        if !store.take_kept().await? {
            store.reload().await?;
        }
        Ok(store)
    }

    /// A new, empty organisation in memory whose clock stands at `clock`'s moment: the double for tests.
    pub async fn in_memory(clock: Clock) -> Result<Self> {
        Self::open(Place::Memory, clock).await
    }
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::{Clock, Error, Store};
    use domain::rejection::Rejection;

    #[tokio::test(flavor = "multi_thread")]
    async fn a_folder_that_another_has_open_is_refused_with_what_to_do() {
        let folder = std::env::temp_dir().join(format!("kith-in-use-{}", std::process::id()));
        let first = Store::open(Place::Folder(folder.clone()), Clock::Machine).await.unwrap();
        let second = Store::open(Place::Folder(folder.clone()), Clock::Machine).await;
        let Err(Error::Rejected(Rejection::Conflict(said))) = second else { panic!("{second:?}") };
        assert!(said.contains("is in use by another Kith") && said.contains("--db ws://"), "{said}");
        drop(first);
        // It may still be writing what it closes.
        std::fs::remove_dir_all(folder).unwrap_or_default();
    }
}
