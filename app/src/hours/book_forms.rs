//! Take an entry back, or say how long an hour really took.

use super::book_page::BookActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, InputKind, OneOfMany, TextInput, came_back};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A name for fields of one row among many.
fn id(of: &str, entry: &str) -> String {
    format!("{of}-{}", entry.replace([':', ' '], "-"))
}

/// Behind a link: seldom wanted, and never by mistake.
#[component]
pub(super) fn Reverse(entry: String, what: String, actions: BookActions) -> impl IntoView {
    let words = id("why", &entry);
    let is_back = came_back("entry", &entry);
    view! {
        <details class="unfold" open=is_back>
            <summary class="link">"Take it back"<span class="visually-hidden">": "{what}</span></summary>
            <OneOfMany field="entry" value=entry.clone()>
                <ActionForm action=actions.reverse attr:class="form">
                    <input type="hidden" name="entry" value=entry />
                    <Field id=words label="Why?" hint="Everybody in it reads this.">
                        <TextInput name="words" required=true />
                    </Field>
                    <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending=actions.reverse.pending()>"Take it back"</Button>
                </ActionForm>
            </OneOfMany>
        </details>
    }
}

/// The same for how long it took.
#[component]
pub(super) fn SetRight(entry: String, what: String, minutes: u32, key: String, actions: BookActions) -> impl IntoView {
    let is_back = came_back("form[entry]", &entry);
    let (minutes_id, words) = (id("minutes", &entry), id("words", &entry));
    view! {
        <details class="unfold" open=is_back>
            <summary class="link">"Set it right"<span class="visually-hidden">": "{what}</span></summary>
            <OneOfMany field="entry" value=entry.clone()>
                <ActionForm action=actions.set_right attr:class="form">
                    <input type="hidden" name="form[entry]" value=entry />
                    <input type="hidden" name="form[key]" value=key />
                    <Field id=minutes_id label="Minutes that it took">
                        <TextInput name="form[minutes]" kind=InputKind::Number value=minutes.to_string() required=true attr:min="1" attr:max="600" />
                    </Field>
                    <Field id=words label="Why?" hint="Everybody in it reads this.">
                        <TextInput name="form[words]" required=true />
                    </Field>
                    <Button size=ButtonSize::Small submit=true pending=actions.set_right.pending()>"Set it right"</Button>
                </ActionForm>
            </OneOfMany>
        </details>
    }
}
