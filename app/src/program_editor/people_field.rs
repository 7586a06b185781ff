//! People in a field: those chosen and some others as boxes; whoever is not among them is found by their name.
//!
//! What stands in the field are ids, and after them a name that was typed and means nobody yet: the server knows whom it
//! means, or says beside the field that it does not.

use super::api::people_to_name;
use super::editing::ids;
use crate::ui::Finder;
use domain::program_editor::{Control, FieldView};
use domain::search::{fold, holds};
use domain::tag::PersonTag;
use leptos::prelude::*;

/// What is chosen, and from whom one chooses.
#[derive(Clone, Copy)]
struct Picking {
    text: RwSignal<String>,
    /// Those whom the page offers.
    offered: Memo<Vec<PersonTag>>,
    /// Those who were chosen among others that were found.
    met: RwSignal<Vec<PersonTag>>,
    /// What stands in the box for names while somebody types there.
    typing: RwSignal<Option<String>>,
    finder: Finder<PersonTag>,
}

impl Picking {
    fn new(text: RwSignal<String>, view: Memo<Option<FieldView>>) -> Self {
        let offered = Memo::new(move |_| {
            view.with(|view| match view.as_ref().map(|view| &view.control) {
                Some(Control::People { choices, .. }) => choices.clone(),
                _ => Vec::new(),
            })
        });
        let find = |typed| async move { people_to_name(typed).await.unwrap_or_default() };
        Self { text, offered, met: RwSignal::new(Vec::new()), typing: RwSignal::new(None), finder: Finder::new(find) }
    }

    /// Those of the field whose names are known.
    fn chosen(self) -> Vec<PersonTag> {
        let known = |id: &String| {
            let of = |people: &Vec<PersonTag>| people.iter().find(|tag| tag.id.as_str() == id).cloned();
            self.offered.with(of).or_else(|| self.met.with(of))
        };
        self.text.with(|text| ids(text)).iter().filter_map(known).collect()
    }

    /// What else stands in the field: names as they were typed.
    fn names(self) -> String {
        let chosen = self.chosen();
        let is_name = |text: &String| !chosen.iter().any(|tag| tag.id.as_str() == text);
        self.text.with(|text| ids(text)).into_iter().filter(is_name).collect::<Vec<_>>().join(", ")
    }

    /// What stands in the box for names.
    fn typed(self) -> String {
        self.typing.get().unwrap_or_else(|| self.names())
    }

    /// Whom to choose from: those who are found for what is typed, and all who are chosen.
    fn shown(self) -> Vec<PersonTag> {
        let (typed, is_typing) = (self.typed(), self.typing.with(Option::is_some));
        let found = Some(&typed).filter(|typed| !typed.trim().is_empty()).and_then(|typed| self.finder.found(typed));
        let mut shown = found.unwrap_or_else(|| self.offered.get());
        shown.retain(|tag| !is_typing || holds(&tag.name, &typed));
        shown.extend(self.chosen().into_iter().filter(|tag| !self.offered.with(|offered| offered.contains(tag))));
        shown.sort_by_cached_key(|tag| (fold(&tag.name), tag.id.clone()));
        shown.dedup();
        shown
    }

    fn is_chosen(self, person: &PersonTag) -> bool {
        self.text.with(|text| ids(text).iter().any(|id| id == person.id.as_str()))
    }

    /// Somebody is chosen, or no more. What was typed to find them is no name to send.
    fn choose(self, person: &PersonTag, is_chosen: bool) {
        let mut chosen: Vec<String> = untrack(|| self.chosen()).into_iter().map(|tag| tag.id.to_string()).collect();
        chosen.retain(|id| id != person.id.as_str());
        if is_chosen {
            self.met.update(|met| met.push(person.clone()));
            chosen.push(person.id.to_string());
            chosen.sort();
        }
        self.typing.set(Some(untrack(|| self.typed())).filter(|typed| !typed.is_empty()));
        self.text.set(chosen.join(", "));
    }

    /// Somebody is named, and no list was needed.
    fn name(self, typed: &str) {
        let chosen = untrack(|| self.chosen()).into_iter().map(|tag| tag.id.to_string());
        let name = Some(typed.trim().to_owned()).filter(|name| !name.is_empty());
        self.text.set(chosen.chain(name).collect::<Vec<_>>().join(", "));
        self.typing.set(None);
    }

    fn type_in(self, typed: String) {
        self.typing.set(Some(typed.clone()));
        self.finder.type_in(typed);
    }
}

/// People: who is chosen on one line, and behind it how to choose others.
#[component]
pub(super) fn PeopleOf(
    path: String,
    text: RwSignal<String>,
    view: Memo<Option<FieldView>>,
    none: String,
) -> impl IntoView {
    let (id, name) = (super::form_field::field_id(&path), format!("form[lists][{path}][]"));
    let picking = Picking::new(text, view);
    let words = move || {
        let names = picking.chosen().into_iter().map(|tag| tag.name);
        let names: Vec<String> = names.chain(Some(picking.names()).filter(|names| !names.is_empty())).collect();
        if names.is_empty() { none.clone() } else { names.join(", ") }
    };
    let (of_box, of_name) = (name.clone(), name.clone());
    let first = untrack(|| picking.typed());
    let has_name = !first.is_empty();
    view! {
        <details class="several" open=has_name>
            <summary class="field-input" id=id>{words}</summary>
            <input type="hidden" name=name value="" />
            <input
                class="field-input"
                type="text"
                name=of_name
                value=first
                prop:value=move || picking.typed()
                aria-label="Find somebody by name"
                placeholder="Name"
                autocomplete="off"
                on:input=move |event| picking.type_in(event_target_value(&event))
                on:change=move |event| picking.name(&event_target_value(&event))
            />
            <div class="several-boxes">
                <For each=move || picking.shown() key=|tag| tag.id.clone() let:person>
                    <PersonBox name=of_box.clone() person picking />
                </For>
            </div>
        </details>
    }
}

#[component]
fn PersonBox(name: String, person: PersonTag, picking: Picking) -> impl IntoView {
    let (own, of_change) = (person.clone(), person.clone());
    let first = untrack(|| picking.is_chosen(&person));
    view! {
        <label class="check">
            <input
                type="checkbox"
                name=name
                value=person.id.to_string()
                checked=first
                prop:checked=move || picking.is_chosen(&own)
                on:change=move |event| picking.choose(&of_change, event_target_checked(&event))
            />
            {person.name}
        </label>
    }
}
