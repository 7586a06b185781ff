//! `/people/{id}`

use super::api::{DeclineToSay, SetLevel, TakeBackLevel, person};
use super::history::History;
use super::lanes::Lanes;
use super::person_head::PersonHead;
use super::rail::Rail;
use crate::ui::{ComboOption, Loaded, Note, Status, Toasts, toast_when_done, when_done};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// What can be said about levels, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct LevelActions {
    pub set: ServerAction<SetLevel>,
    pub take_back: ServerAction<TakeBackLevel>,
    pub decline: ServerAction<DeclineToSay>,
    /// Of which other skill a word is being said.
    pub other: RwSignal<Vec<ComboOption>>,
    /// What says again what is being taken back, where the reader had said it.
    pub again: StoredValue<Option<SetLevel>>,
}

impl LevelActions {
    fn new() -> Self {
        let (set, take_back, decline) = (ServerAction::new(), ServerAction::new(), ServerAction::new());
        Self { set, take_back, decline, other: RwSignal::new(Vec::new()), again: StoredValue::new(None) }
    }

    /// What is wrong with the skill that a form names.
    pub fn skill_error(self) -> Option<String> {
        self.set.value().get()?.err()?.field("skill")
    }

    /// Says what worked, with a way back where there is one.
    fn say_what_worked(self) {
        let toasts = Toasts::here();
        when_done(self.set, Callback::new(move |()| self.other.set(Vec::new())));
        toast_when_done(self.set, "Said. It stands in the ledger.");
        toast_when_done(self.decline, "Noted. You are not asked about it.");
        let taken_back = move |()| match self.again.try_update_value(Option::take).flatten() {
            Some(again) => {
                let undo = Callback::new(move |()| {
                    self.set.dispatch(again.clone());
                });
                toasts.say_with("Taken back.", "Undo", undo);
            }
            None => toasts.say("Taken back."),
        };
        when_done(self.take_back, Callback::new(taken_back));
    }
}

/// One person: their skills and why we think so, what they teach and want, what they did with others.
#[component]
pub fn PersonPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let actions = LevelActions::new();
    actions.say_what_worked();
    let live = [use_live(Topic::People), use_live(Topic::Skills), use_live(Topic::Exchanges)];
    let changes =
        move || (live.map(|topic| topic.get()), actions.set.version().get(), actions.take_back.version().get());
    let page = load(move || (id(), changes()), |(id, _)| person(id));
    view! {
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This person did not load" let:page>
                <Person page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Person(page: domain::people::PersonPage, actions: LevelActions) -> impl IntoView {
    // What is wrong with a skill is said beside its field, where there is one.
    let has_form = page.may.confirm.is_some();
    let failed = move || {
        let said = actions.set.value().get().filter(|_| !has_form || actions.skill_error().is_none());
        let errors = [said, actions.take_back.value().get(), actions.decline.value().get()];
        let error = errors.into_iter().flatten().find_map(Result::err)?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    let (history, total) = (page.history.clone(), page.history_total);
    view! {
        <Title text=format!("{} · Kith", page.person.name) />
        <PersonHead page=page.clone() />
        <div role="status">{failed}</div>
        <div class="split" data-rail="wide">
            <div>
                <Lanes page=page.clone() actions />
                <History rows=history total />
            </div>
            <Rail page />
        </div>
    }
}
