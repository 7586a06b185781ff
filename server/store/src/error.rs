//! The two ways in which an operation does not succeed: refused, or broken.

use domain::rejection::Rejection;
use std::collections::HashMap;

/// What every operation of the store answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an operation did not succeed. In either case nothing was changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// It was refused; the words are for the person who asked.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// Something is broken. The cause is in the log under the reference.
    #[error(transparent)]
    Broken(#[from] Fault),
}

impl Error {
    /// True when another process was faster, so that reading again shows its work.
    pub(crate) fn is_race(&self) -> bool {
        matches!(self, Self::Broken(fault) if fault.is_conflict)
    }
}

/// What a change is called that others kept overtaking.
const CROWDED: &str = "too many writers";

/// Something that is broken: people see the reference only, and whoever runs the server the cause.
#[derive(Clone, Debug, thiserror::Error)]
#[error("Kith could not do this. Nothing was changed. Give an admin this code: {reference}")]
pub struct Fault {
    /// What the person is given and an admin looks for in the log.
    pub reference: String,
    /// True when trying the whole operation again may succeed.
    pub(crate) is_conflict: bool,
    what: &'static str,
    cause: String,
}

impl Fault {
    /// A fault with a new reference; its cause is logged here, once.
    pub fn new(what: &'static str, cause: &dyn std::fmt::Display) -> Self {
        let fault = Self::of(what, cause);
        tracing::error!(reference = fault.reference, what, %cause, "fault");
        fault
    }

    /// What broke and why, for the command line; never for a page.
    pub fn cause(&self) -> String {
        format!("{}: {}", self.what, self.cause)
    }

    /// A change that others kept overtaking: trying it once more may succeed.
    pub(crate) fn crowded() -> Self {
        Self::new(CROWDED, &"eight conflicts in a row")
    }

    /// True when others kept overtaking it.
    pub(crate) fn is_crowded(&self) -> bool {
        self.what == CROWDED
    }

    fn of(what: &'static str, cause: &dyn std::fmt::Display) -> Self {
        Self { reference: reference(), is_conflict: false, what, cause: cause.to_string() }
    }

    /// One that trying again may mend, so that it is no news yet.
    fn conflict(cause: &dyn std::fmt::Display) -> Self {
        let fault = Self { is_conflict: true, ..Self::of("database", cause) };
        tracing::debug!(reference = fault.reference, %cause, "conflict");
        fault
    }
}

impl From<surrealdb::Error> for Error {
    fn from(error: surrealdb::Error) -> Self {
        if is_conflict(&error) {
            return Self::Broken(Fault::conflict(&error));
        }
        Self::Broken(Fault::new("database", &error))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken(Fault::new("a stored row does not fit its type", &error))
    }
}

/// True when the database asks to try again: a write conflict, or on SurrealKV a snapshot older than its window,
/// which arrives without a type.
fn is_conflict(error: &surrealdb::Error) -> bool {
    use surrealdb::types::QueryError;
    matches!(error.query_details(), Some(QueryError::TransactionConflict))
        || error.to_string().contains("can be retried")
        || error.to_string().contains("retry the transaction")
        || error.to_string().contains("kith: numbered by another process")
}

/// The error that made the others: statements of a failed transaction say only that they did not run.
pub(crate) fn first_cause(errors: HashMap<usize, surrealdb::Error>) -> Option<surrealdb::Error> {
    let followed = |error: &surrealdb::Error| error.to_string().contains("not executed");
    errors.into_iter().min_by_key(|(index, error)| (followed(error), *index)).map(|(_, error)| error)
}

/// Eight characters that are hard to misread aloud.
fn reference() -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut bytes = [0_u8; 8];
    if getrandom::fill(&mut bytes).is_err() {
        return "UNKNOWN0".to_owned();
    }
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

#[cfg(test)]
mod tests {
    use super::{Error, Fault};
    use crate::{Clock, Store};
    use serde_json::{Value, json};

    #[test]
    fn people_see_the_reference_and_only_the_command_line_the_cause() {
        let fault = Fault::new("export", &"the disk is full");
        assert_eq!(fault.cause(), "export: the disk is full");
        let said = Error::from(fault.clone()).to_string();
        assert!(said.contains(&fault.reference) && !said.contains("disk"), "{said}");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn writers_of_one_record_outside_a_transaction_wait_for_each_other() {
        const COUNT: &str = "UPSERT guard:count SET n = (n ?? 0) + 1 RETURN NONE";
        let store = Store::in_memory(Clock::Machine).await.unwrap();
        let count = |store: Store| tokio::spawn(async move { store.run(COUNT, json!({})).await });
        let writers: Vec<_> = (0..12).map(|_| count(store.clone())).collect();
        for writer in writers {
            writer.await.unwrap().unwrap();
        }
        let row: Option<Value> = store.row("SELECT n FROM ONLY guard:count", json!({})).await.unwrap();
        assert_eq!(row.unwrap()["n"], 12);
    }
}
