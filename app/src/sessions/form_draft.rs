//! What is being written while a session is planned; it outlives what changes the page around it.

use super::host_api::{SaveSession, session_dates, session_times};
use crate::AppError;
use crate::error::field_error;
use crate::ui::{ComboOption, WrittenFor, toast_when_done};
use domain::query_string::print;
use domain::sessions::{DatesPreview, FormPage, FoundTime, SessionForm};
use domain::tag::{PersonTag, SkillTag};
use leptos::prelude::*;

/// What of the form other parts of the page follow.
#[derive(Clone, Copy)]
pub(super) struct FormDraft {
    pub action: ServerAction<SaveSession>,
    pub how: RwSignal<String>,
    pub on: RwSignal<String>,
    pub at: RwSignal<String>,
    pub slot: RwSignal<String>,
    pub minutes: RwSignal<String>,
    pub zone: RwSignal<String>,
    pub repeats: RwSignal<String>,
    pub ends: RwSignal<String>,
    pub times: RwSignal<String>,
    pub until: RwSignal<String>,
    pub open_to: RwSignal<String>,
    pub despite: RwSignal<bool>,
    pub skills: RwSignal<Vec<ComboOption>>,
    pub hosts: RwSignal<Vec<ComboOption>>,
    pub invited: RwSignal<Vec<ComboOption>>,
    /// The first dates for the form as it stands.
    pub dates: Action<SessionForm, Result<DatesPreview, AppError>>,
    /// Times that suit those who are named.
    pub suiting: Action<String, Result<Vec<FoundTime>, AppError>>,
    of: WrittenFor,
    is_begun: StoredValue<bool>,
}

impl FormDraft {
    pub fn new() -> Self {
        let draft = || RwSignal::new(String::new());
        let people = || RwSignal::new(Vec::new());
        let action = ServerAction::new();
        toast_when_done(action, "Saved.");
        Self {
            action,
            how: draft(),
            on: draft(),
            at: draft(),
            slot: draft(),
            minutes: draft(),
            zone: draft(),
            repeats: draft(),
            ends: draft(),
            times: draft(),
            until: draft(),
            open_to: draft(),
            despite: RwSignal::new(false),
            skills: people(),
            hosts: people(),
            invited: people(),
            dates: Action::new(|form: &SessionForm| session_dates(form.clone())),
            suiting: Action::new(|query: &String| session_times(query.clone())),
            of: WrittenFor::nothing(),
            is_begun: StoredValue::new(false),
        }
    }

    /// Fills the drafts with what the page brought, once for each session.
    pub fn begin(self, page: &FormPage) {
        let form = &page.form;
        let is_another = self.of.turns_to(&format!("{}/{}", form.session, form.from));
        if self.is_begun.get_value() && !is_another {
            return;
        }
        self.is_begun.set_value(true);
        // What was refused without JavaScript comes with the page, and stays.
        if is_another {
            self.action.clear();
            self.dates.clear();
            self.suiting.clear();
        }
        let texts = [
            (self.how, &form.how),
            (self.on, &form.on),
            (self.at, &form.at),
            (self.slot, &form.slot),
            (self.minutes, &form.minutes),
            (self.zone, &form.zone),
            (self.repeats, &form.repeats),
            (self.ends, &form.ends),
            (self.times, &form.times),
            (self.until, &form.until),
            (self.open_to, &form.open_to),
        ];
        texts.into_iter().for_each(|(draft, text)| draft.set(text.clone()));
        self.skills.set(page.skills.iter().map(skill).collect());
        self.hosts.set(page.hosts.iter().map(person).collect());
        self.invited.set(page.invited.iter().map(person).collect());
    }

    /// Why the form was refused, beside the field of that name.
    pub fn error(self, name: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || field_error(self.action.value().get(), name))
    }

    /// Asks for the first dates of the form as it stands.
    pub fn ask_dates(self) {
        self.dates.dispatch(self.when());
    }

    /// Asks for times that suit those who are named now.
    pub fn ask_times(self) {
        self.suiting.dispatch(self.needed());
    }

    /// When it would be, as the form stands.
    fn when(self) -> SessionForm {
        SessionForm {
            how: self.how.get_untracked(),
            on: self.on.get_untracked(),
            at: self.at.get_untracked(),
            minutes: self.minutes.get_untracked(),
            zone: self.zone.get_untracked(),
            repeats: self.repeats.get_untracked(),
            ends: self.ends.get_untracked(),
            times: self.times.get_untracked(),
            until: self.until.get_untracked(),
            ..SessionForm::default()
        }
    }

    /// For whom a time is looked for.
    fn needed(self) -> String {
        let (hosts, invited) = (self.hosts.get_untracked(), self.invited.get_untracked());
        let (minutes, zone) = (self.minutes.get_untracked(), self.zone.get_untracked());
        let is_invited = self.open_to.get_untracked() == "invited";
        let people = hosts.iter().chain(invited.iter().filter(|_| is_invited));
        let people = people.map(|option| ("people", Some(option.value.as_str())));
        print(people.chain([("minutes", Some(minutes.as_str())), ("zone", Some(zone.as_str()))]))
    }
}

pub(super) fn person(tag: &PersonTag) -> ComboOption {
    ComboOption::new(tag.id.to_string(), &tag.name).with_face(tag.id.to_string())
}

pub(super) fn skill(tag: &SkillTag) -> ComboOption {
    ComboOption::new(tag.id.to_string(), &tag.name)
}
