//! Notes, questions and comments as memory holds them.

use super::queries::{COMMENTS, NOTES, THREADS};
use super::stale::Stale;
use crate::Store;
use crate::error::Result;
use domain::comment::Comment;
use domain::note::Note;
use domain::org::Org;
use domain::thread::Thread;
use serde_json::json;

/// What was read of them.
pub(super) struct Library {
    notes: Vec<Note>,
    threads: Vec<Thread>,
    comments: Vec<Comment>,
}

impl Library {
    /// Puts it into an organisation.
    pub(super) fn put(self, org: &mut Org) {
        self.notes.into_iter().for_each(|note| org.put_note(note));
        self.threads.into_iter().for_each(|thread| org.put_thread(thread));
        self.comments.into_iter().for_each(|comment| org.put_comment(comment));
    }
}

impl Store {
    /// All of it.
    pub(super) async fn whole_library(&self) -> Result<Library> {
        Ok(Library {
            notes: self.rows("SELECT *, record::id(id) AS id FROM note", json!({})).await?,
            threads: self.rows("SELECT *, record::id(id) AS id FROM thread", json!({})).await?,
            comments: self.rows("SELECT *, record::id(id) AS id FROM comment", json!({})).await?,
        })
    }

    /// What of it is stale.
    pub(super) async fn library_again(&self, stale: &Stale) -> Result<Library> {
        Ok(Library {
            notes: self.named(&stale.notes, NOTES, json!({ "keys": stale.notes })).await?,
            threads: self.named(&stale.threads, THREADS, json!({ "keys": stale.threads })).await?,
            comments: self.named(&stale.comments, COMMENTS, json!({ "keys": stale.comments })).await?,
        })
    }
}
