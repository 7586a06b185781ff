//! What can be done to close a date; and that what was said without a connection waits for one.

use super::api::{CloseDate, CountersignDate};
use crate::AppError;
use crate::outbox::{Letter, Outbox};
use crate::ui::toast_when_done;
use domain::attendance::{CloseForm, CountersignForm, Heading};
use leptos::prelude::*;

/// The two words, and the drafts of their forms.
#[derive(Clone, Copy)]
pub(super) struct CloseActions {
    pub close: ServerAction<CloseDate>,
    pub countersign: ServerAction<CountersignDate>,
    pub minutes: RwSignal<String>,
    pub people: RwSignal<Vec<String>>,
    pub skills: RwSignal<Vec<String>>,
    pub note: RwSignal<String>,
    pub thanks: RwSignal<String>,
    pub words: RwSignal<String>,
    /// For which word of a host the drafts were filled in.
    filled: StoredValue<Option<String>>,
    outbox: Outbox,
}

impl CloseActions {
    pub fn new() -> Self {
        let actions = Self {
            close: ServerAction::new(),
            countersign: ServerAction::new(),
            minutes: RwSignal::new(String::new()),
            people: RwSignal::new(Vec::new()),
            skills: RwSignal::new(Vec::new()),
            note: RwSignal::new(String::new()),
            thanks: RwSignal::new(String::new()),
            words: RwSignal::new(String::new()),
            filled: StoredValue::new(None),
            outbox: Outbox::here(),
        };
        toast_when_done(actions.close, "Saved. One of those who were there says whether it was so.");
        toast_when_done(actions.countersign, "Thank you. It counts now.");
        actions
    }

    /// Fills the drafts in with `fill`, once for each date.
    pub fn fill_once(self, head: &Heading, fill: impl FnOnce()) {
        let name = head.href();
        if self.filled.with_value(|filled| filled.as_ref() == Some(&name)) {
            return;
        }
        self.filled.set_value(Some(name));
        fill();
    }

    /// From now on what could not be sent waits in this browser.
    pub fn keep_what_is_not_sent(self, head: &Heading, seen: Option<i64>) {
        let head = StoredValue::new(head.clone());
        Effect::new(move |_| {
            let is_lost = |value: Option<Result<(), AppError>>| value == Some(Err(AppError::Unreachable));
            if is_lost(self.close.value().get()) {
                head.with_value(|head| self.keep_closing(head));
                self.close.clear();
            }
            if let (true, Some(seen)) = (is_lost(self.countersign.value().get()), seen) {
                head.with_value(|head| self.keep_yes(head, seen));
                self.countersign.clear();
            }
        });
    }

    fn keep_closing(self, head: &Heading) {
        let form = CloseForm {
            session: head.session.to_string(),
            on: head.on.clone(),
            minutes: self.minutes.get_untracked(),
            people: self.people.get_untracked(),
            skills: self.skills.get_untracked(),
            note: self.note.get_untracked(),
            thanks: self.thanks.get_untracked(),
            key: String::new(),
        };
        self.outbox.keep(Letter::CloseDate { form }, format!("What came of “{}”", head.title), head.close());
    }

    fn keep_yes(self, head: &Heading, seen: i64) {
        let form = CountersignForm {
            session: head.session.to_string(),
            on: head.on.clone(),
            seen: seen.to_string(),
            words: self.words.get_untracked(),
            key: String::new(),
        };
        self.outbox.keep(Letter::Countersign { form }, format!("Your yes to “{}”", head.title), head.close());
    }

    /// Grows whenever one of the two has come back, or something that waited was sent.
    pub fn versions(self) -> usize {
        self.close.version().get() + self.countersign.version().get() + self.outbox.sent()
    }

    /// Why the last word was refused, when that belongs to no field.
    pub fn beside_fields(self) -> Option<String> {
        let values = [self.close.value().get(), self.countersign.value().get()];
        values.into_iter().flatten().find_map(|value| value.err()?.beside_fields())
    }
}
