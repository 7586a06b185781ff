//! A box for one colleague, found by typing a part of the name.

use super::host_api::people_to_meet;
use crate::ui::{ComboOption, Combobox, Finder};
use domain::tag::PersonTag;
use leptos::prelude::*;

/// The box. Before anything is typed it offers `first`.
#[component]
pub(super) fn NameBox(
    id: &'static str,
    name: &'static str,
    selected: RwSignal<Vec<ComboOption>>,
    #[prop(optional)] first: Vec<PersonTag>,
) -> impl IntoView {
    let finder = Finder::new(|typed| async move { people_to_meet(typed).await.unwrap_or_default() });
    let typed = RwSignal::new(String::new());
    let option = |tag: PersonTag| ComboOption::new(tag.id.to_string(), tag.name).with_face(tag.id.to_string());
    let options = Signal::derive(move || {
        let text = typed.get();
        let found = if text.trim().is_empty() { first.clone() } else { finder.found(&text).unwrap_or_default() };
        found.into_iter().map(option).collect::<Vec<_>>()
    });
    let find = Callback::new(move |text: String| {
        typed.set(text.clone());
        finder.type_in(text);
    });
    view! { <Combobox id name options on_query=find selected placeholder="Name" /> }
}
