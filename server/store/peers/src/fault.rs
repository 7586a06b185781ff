//! Why a row could not be measured.

/// In words.
#[derive(Debug)]
pub struct Fault(pub String);

impl Fault {
    /// Whatever went wrong.
    pub fn of(cause: impl std::fmt::Display) -> Self {
        Self(cause.to_string())
    }
}

impl From<store::Error> for Fault {
    fn from(cause: store::Error) -> Self {
        Self::of(cause)
    }
}

impl From<surrealdb::Error> for Fault {
    fn from(cause: surrealdb::Error) -> Self {
        Self::of(cause)
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(cause: rusqlite::Error) -> Self {
        Self::of(cause)
    }
}
