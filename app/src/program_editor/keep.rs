//! Keeping what is typed: in this browser at once, on the server when nobody types for a moment or the page is hidden.

use super::api::{keep_draft, program_editor};
use super::editing::{Editing, Keeping};
use crate::AppError;
use domain::id::ProgramId;
use domain::program_editor::{Opened, Pressed};
use leptos::ev;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// Nobody types for this long before the server is told.
const IDLE: Duration = Duration::from_millis(800);
/// How long until the next try while the server cannot be reached.
const AGAIN: Duration = Duration::from_secs(4);

/// What this browser keeps until the server has it.
#[derive(Serialize, Deserialize)]
struct Kept {
    base: u32,
    texts: BTreeMap<String, String>,
}

/// The way of what is typed.
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    pub editing: Editing,
    timer: StoredValue<Option<TimeoutHandle>>,
    is_sending: StoredValue<bool>,
    /// What is to be sent when the answer is here, in turn: buttons, or none for nothing but what was typed.
    next: StoredValue<Vec<Pressed>>,
    /// What an earlier page left behind stands in the form.
    is_begun: StoredValue<bool>,
    /// How often the server was asked what the program is like, and which of these answers stands here.
    looks: StoredValue<(u32, u32)>,
}

impl Keeper {
    /// For that form; puts back what was typed before a reload.
    pub fn new(editing: Editing) -> Self {
        let keeper = Self {
            editing,
            timer: StoredValue::new(None),
            is_sending: StoredValue::new(false),
            next: StoredValue::new(Vec::new()),
            is_begun: StoredValue::new(false),
            looks: StoredValue::new((0, 0)),
        };
        Effect::new(move |_| {
            keeper.put_back();
            keeper.is_begun.set_value(true);
            keeper.touched();
            let online = window_event_listener(ev::online, move |_| keeper.touched());
            let hidden = document_hidden(move || keeper.flush());
            on_cleanup(move || {
                online.remove();
                hidden.remove();
                keeper.stop();
            });
        });
        keeper
    }

    /// Something may have been typed.
    pub fn touched(self) {
        if !self.is_begun.get_value() {
            return;
        }
        let dirty = self.editing.dirty();
        self.remember(&dirty);
        if dirty.is_empty() {
            return;
        }
        if !matches!(self.editing.keeping.get_untracked(), Keeping::Waiting | Keeping::Sending) {
            self.editing.keeping.set(Keeping::Typing);
        }
        self.in_a_moment(IDLE);
    }

    fn in_a_moment(self, pause: Duration) {
        self.stop();
        self.timer.set_value(set_timeout_with_handle(move || self.flush(), pause).ok());
    }

    fn stop(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    /// Tells the server now what it does not know.
    pub fn flush(self) {
        let waits = self.next.try_with_value(|next| !next.is_empty()) == Some(true);
        if waits || !self.editing.dirty().is_empty() {
            self.send(String::new());
        }
    }

    /// Tells the server what stands in the form, and which button was pressed, after those that wait already.
    pub fn send(self, button: String) {
        self.stop();
        self.next.update_value(|next| {
            if next.is_empty() || !button.is_empty() {
                // What it adds has its id from here on, however often it is sent.
                let fresh = if button.is_empty() { String::new() } else { fresh() };
                next.push(Pressed { button, fresh });
            }
        });
        if !self.is_sending.get_value() {
            self.send_next();
        }
    }

    fn send_next(self) {
        let take = |next: &mut Vec<Pressed>| (!next.is_empty()).then(|| next.remove(0));
        let Some(pressed) = self.next.try_update_value(take).flatten() else { return };
        self.is_sending.set_value(true);
        let (sent, form) = (self.editing.texts(), self.editing.form());
        let program = self.program();
        self.editing.keeping.set(Keeping::Sending);
        leptos::task::spawn_local(async move {
            let came = keep_draft(program, form, pressed.button.clone(), pressed.fresh.clone()).await;
            self.is_sending.try_set_value(false);
            self.came(came, &sent, pressed);
        });
    }

    fn came(self, came: Result<(), AppError>, sent: &BTreeMap<String, String>, pressed: Pressed) {
        let keeping = self.editing.keeping;
        match came {
            Ok(()) => {
                self.editing.told(sent);
                let dirty = self.editing.dirty();
                self.remember(&dirty);
                keeping.try_set(if dirty.is_empty() { Keeping::Kept } else { Keeping::Typing });
                self.editing.round.try_update(|round| *round = round.wrapping_add(1));
                match self.next.try_with_value(Vec::is_empty) {
                    Some(false) => self.send_next(),
                    Some(true) if !dirty.is_empty() => self.in_a_moment(IDLE),
                    Some(true) | None => {}
                }
            }
            Err(AppError::Unreachable) => {
                keeping.try_set(Keeping::Waiting);
                self.next.try_update_value(|next| next.insert(0, pressed));
                self.in_a_moment(AGAIN);
            }
            Err(error) => {
                keeping.try_set(Keeping::Refused(error.to_string()));
            }
        }
    }

    /// Asks what the program is like now. An answer that was overtaken by what was sent meanwhile is dropped: another
    /// one follows. So is one that comes after the answer to a later question.
    pub fn look_again(self, query: String) {
        let (round, program) = (self.editing.round.get_untracked(), self.program());
        let was_sending = self.is_sending.get_value();
        let look = self.next_look();
        leptos::task::spawn_local(async move {
            let came = program_editor(program.to_string(), query).await;
            let is_overtaken = was_sending || self.is_sending.try_get_value() != Some(false);
            if is_overtaken || self.editing.round.try_get_untracked() != Some(round) {
                return;
            }
            if !self.is_newest(look) {
                return;
            }
            match came {
                Ok(Opened::Editor(page)) => self.editing.take(*page),
                // Whoever is no admin any more reads their draft once the page is loaded anew.
                Ok(Opened::Kept(_)) => {
                    let why = "You are not a program admin any more. What you wrote is kept: load the page again.";
                    self.editing.keeping.try_set(Keeping::Refused(why.to_owned()));
                }
                Err(AppError::Unreachable) => {}
                // Whoever is no admin any more hears so, and keeps what they typed.
                Err(error) => {
                    self.editing.keeping.try_set(Keeping::Refused(error.to_string()));
                }
            }
        });
    }

    fn next_look(self) -> u32 {
        self.looks
            .try_update_value(|(asked, _)| {
                *asked = asked.wrapping_add(1);
                *asked
            })
            .unwrap_or_default()
    }

    /// Nothing that was asked for later stands here already.
    fn is_newest(self, look: u32) -> bool {
        let newest = |(_, taken): &mut (u32, u32)| {
            let is_newest = look > *taken;
            *taken = look.max(*taken);
            is_newest
        };
        self.looks.try_update_value(newest) == Some(true)
    }

    pub fn program(self) -> ProgramId {
        self.editing.page.with_untracked(|page| page.head.id.clone())
    }

    fn key(self) -> String {
        self.editing.page.with_untracked(|page| {
            let me = page.me.as_ref().map_or("", |me| me.id.as_str());
            format!("kith-draft:{me}:{}", page.head.id)
        })
    }

    fn remember(self, dirty: &BTreeMap<String, String>) {
        let Ok(Some(storage)) = window().local_storage() else { return };
        // A browser that keeps nothing still tells the server.
        let _ = if dirty.is_empty() {
            storage.remove_item(&self.key())
        } else {
            let kept = Kept { base: self.editing.base(), texts: dirty.clone() };
            serde_json::to_string(&kept).map_or(Ok(()), |text| storage.set_item(&self.key(), &text))
        };
    }

    fn put_back(self) {
        let Ok(Some(storage)) = window().local_storage() else { return };
        let text = storage.get_item(&self.key()).ok().flatten().unwrap_or_default();
        if let Ok(kept) = serde_json::from_str::<Kept>(&text) {
            self.editing.put_back(kept.base, kept.texts);
        }
    }
}

/// An id that nothing has yet.
fn fresh() -> String {
    format!("i{:.0}", js_sys::Math::random() * 1e15)
}

/// Runs `act` whenever the page is put away.
fn document_hidden(act: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() {
            act();
        }
    })
}
