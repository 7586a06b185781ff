//! Notes as they stand, questions with their answers, and what is said below things. Earlier texts of notes are not here:
//! only the page of a note's history asks for them.

use super::Org;
use crate::comment::{Comment, Subject};
use crate::id::{CommentId, NoteId, PersonId, ThreadId};
use crate::note::Note;
use crate::search::Entry;
use crate::thread::Thread;
use std::collections::{BTreeMap, BTreeSet};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Library {
    notes: BTreeMap<NoteId, Note>,
    threads: BTreeMap<ThreadId, Thread>,
    comments: BTreeMap<CommentId, Comment>,
    by_subject: BTreeMap<Subject, BTreeSet<CommentId>>,
    by_mention: BTreeMap<PersonId, BTreeSet<CommentId>>,
}

impl Org {
    /// Every note, by id.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.library.notes.values()
    }

    /// One note.
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.library.notes.get(id)
    }

    /// Every question, by id.
    pub fn threads(&self) -> impl Iterator<Item = &Thread> {
        self.library.threads.values()
    }

    /// One question.
    pub fn thread(&self, id: &ThreadId) -> Option<&Thread> {
        self.library.threads.get(id)
    }

    /// Every comment, by id; also those that were removed.
    pub fn comments(&self) -> impl Iterator<Item = &Comment> {
        self.library.comments.values()
    }

    /// One comment.
    pub fn comment(&self, id: &CommentId) -> Option<&Comment> {
        self.library.comments.get(id)
    }

    /// What is said below something, by id.
    pub fn comments_on(&self, subject: &Subject) -> impl Iterator<Item = &Comment> {
        let ids = self.library.by_subject.get(subject).into_iter().flatten();
        ids.filter_map(|id| self.library.comments.get(id))
    }

    /// What calls somebody, by id.
    pub fn comments_that_call(&self, person: &PersonId) -> impl Iterator<Item = &Comment> {
        let ids = self.library.by_mention.get(person).into_iter().flatten();
        ids.filter_map(|id| self.library.comments.get(id))
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces a note.
    pub fn put_note(&mut self, note: Note) {
        let id = note.id.clone();
        self.library.notes.insert(id.clone(), note);
        self.reword(&Entry::Note(id));
    }

    /// Puts or replaces a question.
    pub fn put_thread(&mut self, thread: Thread) {
        let id = thread.id.clone();
        self.library.threads.insert(id.clone(), thread);
        self.reword(&Entry::Question(id));
    }

    /// Puts or replaces a comment.
    pub fn put_comment(&mut self, comment: Comment) {
        let (id, subject) = (comment.id.clone(), comment.subject.clone());
        self.library.by_subject.entry(subject).or_default().insert(id.clone());
        for person in comment.mentions.iter().map(|mention| mention.person.clone()) {
            self.library.by_mention.entry(person).or_default().insert(id.clone());
        }
        let Some(before) = self.library.comments.insert(id.clone(), comment) else { return };
        let now = self.library.comments.get(&id).map(|comment| &comment.mentions);
        let gone = |person: &PersonId| now.is_none_or(|now| now.iter().all(|mention| mention.person != *person));
        for mention in before.mentions.iter().filter(|mention| gone(&mention.person)) {
            if let Some(calls) = self.library.by_mention.get_mut(&mention.person) {
                calls.remove(&id);
            }
        }
    }
}
