//! What other admins have changed and not published: whose it is, since when it waits, and taking it over.

use super::editor_actions::EditorActions;
use crate::ui::{Button, ButtonKind, ButtonSize};
use domain::program_editor::{OtherDraft, Review};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One line for each; nothing while there are none.
#[component]
pub(super) fn Others(program: String, review: Memo<Review>, actions: EditorActions) -> impl IntoView {
    // Other news of the review leaves what is open here as it is.
    let others = Memo::new(move |_| review.with(|review| review.others.clone()));
    let program = StoredValue::new(program);
    // Each keeps its own buttons: one that is about to be pressed never turns into that of somebody else's changes.
    let key = |other: &OtherDraft| (other.by.id.clone(), other.since.iso.clone(), other.fields.clone());
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <section class="under-way" aria-labelledby="others">
                <h3 class="form-legend" id="others">"Changes of others, not live"</h3>
                <ul class="publish-others">
                    <For each=move || others.get() key let:other>
                        <Other program=program.get_value() other actions />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Other(program: String, other: OtherDraft, actions: EditorActions) -> impl IntoView {
    let (owner, first_name) = (other.by.id.to_string(), other.by.first_name().to_owned());
    let why = (!other.why.is_empty()).then(|| format!(" {}", other.why));
    let drop = other.may_drop.then(|| {
        let (program, owner, first_name) = (program.clone(), owner.clone(), first_name.clone());
        view! { <DropForm program owner first_name actions /> }
    });
    view! {
        <li class="under-way-line">
            <p>
                <strong>{other.by.name}</strong>", kept "
                <time datetime=other.since.iso>{other.since.text}</time>": "{other.fields}"."{why}
            </p>
            <details class="publish-more">
                <summary class="link">
                    "Take them over"<span class="visually-hidden">{format!(" from {first_name}")}</span>
                </summary>
                <p class="section-note">
                    {format!("They are your changes then. Where both of you changed the same, you decide. {first_name} is told.")}
                </p>
                <ActionForm action=actions.take_over>
                    <input type="hidden" name="program" value=program />
                    <input type="hidden" name="owner" value=owner />
                    <Button size=ButtonSize::Small submit=true pending=actions.take_over.pending()>
                        {format!("Take over {first_name}’s changes")}
                    </Button>
                </ActionForm>
            </details>
            {drop}
        </li>
    }
}

/// For the changes of somebody who has left.
#[component]
fn DropForm(program: String, owner: String, first_name: String, actions: EditorActions) -> impl IntoView {
    view! {
        <details class="publish-more">
            <summary class="link">"Drop them"<span class="visually-hidden">{format!(" of {first_name}")}</span></summary>
            <p class="section-note">"They are gone then, and the audit says who dropped them."</p>
            <ActionForm action=actions.drop_of>
                <input type="hidden" name="program" value=program />
                <input type="hidden" name="owner" value=owner />
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true>
                    {format!("Drop {first_name}’s changes")}
                </Button>
            </ActionForm>
        </details>
    }
}
