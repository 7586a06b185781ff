//! One field of the form: its control, and around it what others do to it.

use super::controls::ControlOf;
use super::keep::Keeper;
use super::settle::Unsettled;
use crate::ui::{Face, Field, LiveField};
use leptos::prelude::*;

/// The id of a field on the page; `domain::program_editor` leads to the same one.
pub(super) fn field_id(path: &str) -> String {
    format!("f-{}", path.replace('/', "-"))
}

/// The field of that path.
#[component]
pub(super) fn FormField(path: String, keeper: Keeper) -> impl IntoView {
    let editing = keeper.editing;
    let (view, text) = (editing.view(&path), editing.text(&path));
    let Some(first) = view.get_untracked() else { return ().into_any() };
    Effect::new(move |_| {
        text.track();
        keeper.touched();
    });
    let typing = {
        let path = path.clone();
        Signal::derive(move || {
            let here = editing.here.get();
            let one = here.into_iter().find(|one| one.path.as_ref() == Some(&path))?;
            Some(one.person.first_name().to_owned())
        })
    };
    let changed = Signal::derive(move || {
        let edited = view.get()?.edited.filter(|edited| !edited.is_own)?;
        let (name, seed) =
            edited.by.map_or_else(|| ("Kith".to_owned(), "kith".to_owned()), |by| (by.name, by.id.to_string()));
        let first = name.split_whitespace().next().unwrap_or_default().to_owned();
        Some((Face::new(name, seed), format!("{first}, {}", edited.at.text)))
    });
    let glows = Signal::derive(move || {
        view.with(|view| {
            view.as_ref().and_then(|view| view.edited.as_ref()).is_some_and(|edited| edited.is_new && !edited.is_own)
        })
    });
    let was = Signal::derive(move || view.with(|view| view.as_ref().and_then(|view| view.was.clone())));
    let draft = Signal::derive(move || was.with(Option::is_some));
    let error = Signal::derive(move || view.with(|view| view.as_ref().and_then(|view| view.problem.clone())));
    let hint = (!first.help.is_empty()).then(|| first.help.clone());
    let (id, label) = (field_id(&path), first.label.clone());
    view! {
        <LiveField path typing draft was changed glows>
            <Field id label hint error>
                <ControlOf view=first text news=view />
            </Field>
            <Unsettled view />
        </LiveField>
    }
    .into_any()
}
