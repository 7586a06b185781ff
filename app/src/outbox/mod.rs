//! What waits in this browser for a connection: each request with a key of its own, so that it counts once however often
//! it is sent. What is refused stays, with the reason, until its person has read it. What waits belongs to one person: on
//! the browser of two, each sends their own.

mod letter;
mod lost;
mod shelf;
mod waiting;

pub use letter::Letter;
pub use waiting::{OutboxChip, Waiting};

use crate::AppError;
use crate::ui::Toasts;
use domain::id::PersonId;
use domain::rejection::Rejection;
use leptos::ev;
use leptos::prelude::*;
use shelf::{Entry, Shelf, new_key};
use std::time::Duration;

/// How long until the next try while the server cannot be reached.
const AGAIN: Duration = Duration::from_secs(20);

/// What waits. Provided once, by the frame.
#[derive(Clone, Copy)]
pub struct Outbox {
    entries: RwSignal<Vec<Entry>>,
    shelf: StoredValue<Option<Shelf>>,
    is_sending: StoredValue<bool>,
    sent: RwSignal<usize>,
    toasts: Toasts,
}

impl Outbox {
    /// Makes it available to everything below.
    pub fn provide() -> Self {
        let outbox = Self {
            entries: RwSignal::new(Vec::new()),
            shelf: StoredValue::new(None),
            is_sending: StoredValue::new(false),
            sent: RwSignal::new(0),
            toasts: Toasts::here(),
        };
        provide_context(outbox);
        outbox
    }

    /// That of this page.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// From now on what `person` kept here is sent whenever there is a connection.
    pub fn follow(self, person: &PersonId) {
        self.shelf.set_value(Some(Shelf::of(person)));
        self.look();
        self.send();
        let online = window_event_listener(ev::online, move |_| self.send());
        let back = window_event_listener_untyped("visibilitychange", move |_| self.send());
        on_cleanup(move || {
            online.remove();
            back.remove();
        });
    }

    /// Keeps a request until it is sent. `label` says what it is, `page` where its person reads what became of it.
    pub fn keep(self, letter: Letter, label: String, page: String) {
        let Some(key) = new_key() else { return };
        self.change(|entries| entries.push(Entry { key, letter, label, page, refused: None }));
        self.in_a_while(AGAIN);
    }

    /// True when a request waits that `is_it`.
    pub fn waits(self, is_it: impl Fn(&Letter) -> bool) -> bool {
        self.entries.with(|entries| entries.iter().any(|entry| entry.refused.is_none() && is_it(&entry.letter)))
    }

    /// What `of` says of the last request that waits and that it knows.
    pub fn last_of<T>(self, of: impl Fn(&Letter) -> Option<T>) -> Option<T> {
        self.entries.with(|entries| {
            entries.iter().rev().filter(|entry| entry.refused.is_none()).find_map(|entry| of(&entry.letter))
        })
    }

    /// Grows whenever something that waited was sent.
    pub fn sent(self) -> usize {
        self.sent.get()
    }

    fn drop_entry(self, entry: &Entry) {
        self.change(|entries| entries.retain(|other| other.key != entry.key));
    }

    /// What other tabs of this browser did is looked at first.
    fn change(self, change: impl FnOnce(&mut Vec<Entry>)) {
        self.shelf.with_value(|shelf| {
            let Some(shelf) = shelf else { return };
            let mut entries = shelf.entries();
            change(&mut entries);
            shelf.put(&entries);
            self.entries.set(entries);
        });
    }

    fn look(self) {
        self.change(|_| ());
    }

    fn in_a_while(self, pause: Duration) {
        set_timeout(move || self.send(), pause);
    }

    /// Sends what waits, oldest first, one after the other.
    fn send(self) {
        if self.is_sending.try_get_value() != Some(false) {
            return;
        }
        self.look();
        let next = self.entries.with_untracked(|entries| entries.iter().find(|one| one.refused.is_none()).cloned());
        let Some(entry) = next else { return };
        if !window().navigator().on_line() {
            return;
        }
        self.is_sending.set_value(true);
        leptos::task::spawn_local(async move {
            let came = entry.letter.clone().send(&entry.key).await;
            if self.is_sending.try_set_value(false).is_none() {
                self.came(&entry, came);
            }
        });
    }

    fn came(self, entry: &Entry, came: Result<(), AppError>) {
        match came {
            Ok(()) => {
                self.drop_entry(entry);
                self.sent.update(|sent| *sent = sent.wrapping_add(1));
                self.toasts.say(format!("Sent: {}", entry.label));
                self.send();
            }
            Err(AppError::Unreachable | AppError::Broken { .. }) => self.in_a_while(AGAIN),
            Err(AppError::Rejected(Rejection::TooMany { seconds })) => {
                self.in_a_while(Duration::from_secs(u64::from(seconds)));
            }
            // Whoever signs in again sends it then.
            Err(AppError::Rejected(Rejection::SignedOut)) => {}
            Err(error) => {
                let why = error.to_string();
                self.change(|entries| {
                    if let Some(refused) = entries.iter_mut().find(|other| other.key == entry.key) {
                        refused.refused = Some(why);
                    }
                });
                self.send();
            }
        }
    }
}
