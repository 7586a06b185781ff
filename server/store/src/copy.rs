//! One consistent copy of everything, out and in again.

use crate::error::{Error, Fault, Result};
use crate::{Store, schema};
use domain::rejection::Rejection;
use serde_json::json;
use std::path::Path;

impl Store {
    /// Writes everything to a new file `file`, as of one moment. Refuses to replace a file.
    pub async fn export(&self, file: &Path) -> Result<()> {
        if file.exists() {
            let message = format!("{} exists already. Choose another name.", file.display());
            return Err(Rejection::Conflict(message).into());
        }
        Ok(self.db().export(file).await?)
    }

    /// Fills this database from a file that [`Store::export`] wrote, and moves it to this program's schema. Refuses
    /// when anybody is in it already.
    pub async fn restore(&self, file: &Path) -> Result<()> {
        let people: Vec<serde_json::Value> = self.rows("SELECT name FROM person LIMIT 1", json!({})).await?;
        if !people.is_empty() {
            let message =
                "This database holds an organisation already. Restore into an empty one: choose another --data.";
            return Err(Rejection::Conflict(message.to_owned()).into());
        }
        if !file.is_file() {
            return Err(Rejection::Conflict(format!("There is no file {}.", file.display())).into());
        }
        self.db().import(file).await.map_err(|cause| Error::Broken(Fault::new("restore", &cause)))?;
        schema::apply(self).await?;
        self.reload().await
    }
}
