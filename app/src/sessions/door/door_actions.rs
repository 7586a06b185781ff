//! What can be done at the door; and that a code or a tick without a connection waits for one.

use super::api::{CheckIn, TakeTickBack, TickOff, WriteIn};
use crate::AppError;
use crate::outbox::{Letter, Outbox};
use crate::ui::{ComboOption, toast_when_done, when_done};
use domain::attendance::{CheckInForm, Heading, TickForm};
use leptos::prelude::*;

/// The four changes, and what is being typed.
#[derive(Clone, Copy)]
pub(super) struct DoorActions {
    pub check_in: ServerAction<CheckIn>,
    pub tick: ServerAction<TickOff>,
    pub take_back: ServerAction<TakeTickBack>,
    pub write_in: ServerAction<WriteIn>,
    pub code: RwSignal<String>,
    pub walk_up: RwSignal<Vec<ComboOption>>,
    /// The moment at which the button was last pressed.
    pressed_at: StoredValue<f64>,
    outbox: Outbox,
}

impl DoorActions {
    pub fn new() -> Self {
        let actions = Self {
            check_in: ServerAction::new(),
            tick: ServerAction::new(),
            take_back: ServerAction::new(),
            write_in: ServerAction::new(),
            code: RwSignal::new(String::new()),
            walk_up: RwSignal::new(Vec::new()),
            pressed_at: StoredValue::new(0.0),
            outbox: Outbox::here(),
        };
        toast_when_done(actions.check_in, "You are on the list.");
        toast_when_done(actions.write_in, "Written in.");
        when_done(actions.write_in, Callback::new(move |()| actions.walk_up.update(Vec::clear)));
        actions
    }

    /// Somebody pressed the button.
    pub fn press(self) {
        self.pressed_at.set_value(js_sys::Date::now());
    }

    /// From now on a code that could not be sent waits in this browser, with the moment at which it was typed.
    pub fn keep_what_is_not_sent(self, head: &Heading) {
        let head = StoredValue::new(head.clone());
        Effect::new(move |_| {
            if self.check_in.value().get() != Some(Err(AppError::Unreachable)) {
                return;
            }
            head.with_value(|head| {
                let form = CheckInForm {
                    session: head.session.to_string(),
                    on: head.on.clone(),
                    code: self.code.get_untracked(),
                    claimed: format!("{:.0}", self.pressed_at.get_value()),
                    key: String::new(),
                };
                self.outbox.keep(Letter::CheckIn { form }, format!("You at “{}”", head.title), head.door());
            });
            self.check_in.clear();
        });
    }

    /// From now on what a host ticks without a connection waits in this browser. `name` is what somebody is called.
    pub fn keep_what_the_host_ticks(self, head: &Heading, name: impl Fn(&str) -> String + Copy + 'static) {
        let (door, title) = (head.door(), StoredValue::new(head.title.clone()));
        let said = move |person: &str, words: &str| format!("{} {words} at “{}”", name(person), title.get_value());
        self.outbox.keep_lost(self.tick, door.clone(), move |lost| {
            let label = said(&lost.form.person, "is here");
            (Letter::TickOff { form: lost.form }, label)
        });
        self.outbox.keep_lost(self.take_back, door.clone(), move |lost| {
            let label = said(&lost.form.person, "is not here");
            (Letter::TakeTickBack { form: lost.form }, label)
        });
        self.outbox.keep_lost(self.write_in, door, move |lost| {
            let label = said(&lost.form.person, "came");
            (Letter::WriteIn { form: lost.form }, label)
        });
    }

    /// What a host last ticked of somebody and waits to be sent: that they are here, or are not.
    pub fn ticked(self, head: &Heading, person: &str) -> Option<bool> {
        let is_it =
            |form: &TickForm| form.session == head.session.as_str() && form.on == head.on && form.person == person;
        self.outbox.last_of(|letter| match letter {
            Letter::TickOff { form } => is_it(form).then_some(true),
            Letter::TakeTickBack { form } => is_it(form).then_some(false),
            _ => None,
        })
    }

    /// True when the reader’s code for this date waits to be sent.
    pub fn waits(self, head: &Heading) -> bool {
        let is_it = |letter: &Letter| match letter {
            Letter::CheckIn { form } => form.session == head.session.as_str() && form.on == head.on,
            _ => false,
        };
        self.outbox.waits(is_it)
    }

    /// Grows whenever one of the changes has come back, or something that waited was sent.
    pub fn versions(self) -> usize {
        self.check_in.version().get()
            + self.tick.version().get()
            + self.take_back.version().get()
            + self.write_in.version().get()
            + self.outbox.sent()
    }

    /// Why the last change was refused, when that belongs to no field.
    pub fn beside_fields(self) -> Option<String> {
        let values = [
            self.check_in.value().get(),
            self.tick.value().get(),
            self.take_back.value().get(),
            self.write_in.value().get(),
        ];
        values.into_iter().flatten().find_map(|value| value.err()?.beside_fields())
    }
}
