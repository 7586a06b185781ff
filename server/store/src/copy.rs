//! One consistent copy of everything, out and in again.

use crate::error::{Error, Fault, Result};
use crate::{Place, Store, schema};
use domain::rejection::Rejection;
use serde_json::{Value, json};
use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// What an organisation that nobody has begun holds nothing of.
const TRACES: [&str; 3] =
    ["SELECT VALUE 1 FROM person LIMIT 1", "SELECT VALUE 1 FROM event LIMIT 1", "SELECT VALUE 1 FROM ticket LIMIT 1"];

/// Also what opening the database wrote: a copy brings tables and schema version of its own.
const CLEAR: &str = "REMOVE DATABASE IF EXISTS kith; DEFINE DATABASE kith";

impl Store {
    /// Writes everything to a new file `file`, as of one moment, readable for its owner alone. Refuses to replace a
    /// file; a file that is there is whole.
    pub async fn export(&self, file: &Path) -> Result<()> {
        self.place().may_export()?;
        refuse_to_replace(file)?;
        let part = self.part_of(file);
        let outcome = self.export_to(&part, file).await;
        if outcome.is_err() {
            // It may not even have been made.
            drop(std::fs::remove_file(&part));
        }
        outcome
    }

    /// Fills this database from a file that [`Store::export`] wrote, and moves it to this program's schema. Refuses
    /// when anything ever happened here, and what is no whole copy or of a newer program; then it is as empty as before.
    pub async fn restore(&self, file: &Path) -> Result<()> {
        self.place().may_restore()?;
        if !self.is_vacant().await? {
            let message =
                "This database holds an organisation already. Restore into an empty one: choose another --data.";
            return Err(Rejection::Conflict(message.to_owned()).into());
        }
        if !file.is_file() {
            return Err(Rejection::Conflict(format!("There is no file {}.", file.display())).into());
        }
        self.run(CLEAR, json!({})).await?;
        match self.fill_from(file).await {
            Ok(()) => self.reload().await,
            Err(error) => Err(self.emptied_after(error).await),
        }
    }

    async fn export_to(&self, part: &Path, file: &Path) -> Result<()> {
        let broken = |cause: std::io::Error| Error::Broken(Fault::new("export", &cause));
        // Made before the database writes to it: it holds secrets, and its mode is ours to choose only now.
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(part).map_err(broken)?;
        self.db().export(part).await?;
        File::open(part).and_then(|written| written.sync_all()).map_err(broken)?;
        refuse_to_replace(file)?;
        std::fs::rename(part, file).map_err(broken)?;
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(broken)
    }

    /// Where a copy stands until it is whole.
    fn part_of(&self, file: &Path) -> PathBuf {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{:016x}.part", self.stamp().random()));
        file.with_file_name(name)
    }

    async fn is_vacant(&self) -> Result<bool> {
        for query in TRACES {
            let traces: Vec<Value> = self.rows(query, json!({})).await?;
            if !traces.is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn fill_from(&self, file: &Path) -> Result<()> {
        let no_copy = |cause: &dyn std::fmt::Display| {
            let message = format!(
                "{} is no whole copy that `kith export` wrote ({cause}). Nothing of it came in.",
                file.display()
            );
            Error::Rejected(Rejection::Conflict(message))
        };
        self.db().import(file).await.map_err(|cause| no_copy(&cause))?;
        if !schema::is_declared(self).await? {
            return Err(no_copy(&"it names no schema"));
        }
        // An older copy brings its own version, from which this program's steps go on, and older tables.
        self.run("UPDATE schema_version:main SET declared = NONE RETURN NONE", json!({})).await?;
        schema::apply(self).await?;
        self.sequence().await
    }

    /// Takes out what came in before `error` and answers with it, or with what to do when that does not work either.
    async fn emptied_after(&self, error: Error) -> Error {
        let emptied = async {
            self.run(CLEAR, json!({})).await?;
            schema::apply(self).await?;
            self.reload().await
        };
        match emptied.await {
            Ok(()) => error,
            Err(again) => {
                let message = format!(
                    "{error} Part of it came in and could not be taken out again. Delete this database before you try \
                     once more. {again}"
                );
                Error::Rejected(Rejection::Conflict(message))
            }
        }
    }
}

impl Place {
    /// Refuses a database server, with the command that copies it: the protocol by which Kith speaks to one carries no
    /// copies. To be asked before it is opened.
    pub fn may_export(&self) -> Result<(), Rejection> {
        let Some(command) = self.own_command("export") else { return Ok(()) };
        let message = format!("A database server is copied by its own program, also while it serves: {command}");
        Err(Rejection::Conflict(message))
    }

    /// The same for the way in, which has to find a database that Kith has not opened yet.
    pub fn may_restore(&self) -> Result<(), Rejection> {
        let Some(command) = self.own_command("import") else { return Ok(()) };
        let message = format!("A database server is filled by its own program, before Kith first opens it: {command}");
        Err(Rejection::Conflict(message))
    }

    fn own_command(&self, verb: &str) -> Option<String> {
        let Self::Server { url, user, .. } = self else { return None };
        let endpoint = url.replacen("ws", "http", 1);
        let whose = format!("--endpoint {endpoint} --username {user} --password …");
        Some(format!("surreal {verb} {whose} --namespace kith --database kith FILE"))
    }
}

fn refuse_to_replace(file: &Path) -> Result<(), Rejection> {
    if file.exists() {
        return Err(Rejection::Conflict(format!("{} exists already. Choose another name.", file.display())));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::Place;

    #[test]
    fn a_database_server_is_copied_by_its_own_program() {
        let (url, user, password) = ("wss://db.example:8000".to_owned(), "root".to_owned(), "secret".to_owned());
        let place = Place::Server { url, user, password };
        let said = place.may_export().unwrap_err().to_string();
        assert!(said.contains("surreal export --endpoint https://db.example:8000 --username root"), "{said}");
        assert!(!said.contains("secret"));
        assert!(place.may_restore().unwrap_err().to_string().contains("surreal import --endpoint"));
        assert!(Place::Memory.may_export().is_ok() && Place::Memory.may_restore().is_ok());
    }
}
