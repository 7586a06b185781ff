//! When and to whom a draft goes live. What it would do is shown for what is chosen here: with JavaScript the address
//! follows every choice, without it a button asks.

use super::choosing::choosing;
use super::editing::Keeping;
use super::editor_actions::EditorActions;
use super::keep::Keeper;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, Field, InputKind, Note, RadioGroup, RadioLook, Select, Status, TextArea,
    TextInput, when_done,
};
use domain::program::Policy;
use domain::program_editor::{ChangeLine, Review};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The form at the foot of the rail.
#[component]
pub(super) fn PublishForm(
    keeper: Keeper,
    review: Memo<Review>,
    actions: EditorActions,
    due: RwSignal<String>,
) -> impl IntoView {
    let choose = choosing(format!("/admin/programs/{}", keeper.program()), is_own, is_choice);
    let is_any = Memo::new(move |_| review.with(|review| review.count > 0));
    let has_draft = Memo::new(move |_| review.with(|review| review.kept.is_some()));
    let refused = move || actions.publish_refused().map(|why| view! { <Note status=Status::Danger>{why}</Note> });
    let note = RwSignal::new(review.with_untracked(|review| review.choice.note.clone()));
    // The next change is another one: it has a day and a reason of its own.
    when_done(
        actions.publish,
        Callback::new(move |()| {
            due.set(String::new());
            note.set(String::new());
        }),
    );
    view! {
        <div role="alert">{refused}</div>
        <div on:change=choose>
            <Show when=move || is_any.get()>
                <PublishFields keeper review actions due note />
            </Show>
            <Show when=move || has_draft.get()>
                <DiscardForm program=keeper.program().to_string() actions />
            </Show>
        </div>
    }
}

#[component]
fn PublishFields(
    keeper: Keeper,
    review: Memo<Review>,
    actions: EditorActions,
    due: RwSignal<String>,
    note: RwSignal<String>,
) -> impl IntoView {
    let program = keeper.program().to_string();
    let seen = move || review.with(|review| review.seen.clone());
    view! {
        <ActionForm action=actions.publish attr:class="publish-form" attr:id="publish-form">
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="form[seen]" value=seen />
            <WhenItReaches review />
            <FirstTo review />
            <Schedule due />
            <Field id="publish-note" label="Why" hint="Stands in the history." optional=true>
                <TextArea name="form[note]" bind=note rows=2 />
            </Field>
        </ActionForm>
    }
}

/// What this form says in the address.
fn is_own(name: &str) -> bool {
    name.starts_with("form[")
}

/// What changes the effect: not the day, nor why.
fn is_choice(name: &str) -> bool {
    ["form[policy]", "form[policies]", "form[share]", "form[teams]"].iter().any(|own| name.starts_with(own))
}

/// The policy for all changes, and behind it one for each.
#[component]
fn WhenItReaches(review: Memo<Review>) -> impl IntoView {
    let choices = Signal::derive(move || {
        let line = |choice: domain::program_editor::PolicyChoice| {
            Choice::new(choice.value, choice.label).with_note(choice.note)
        };
        review.with(|review| review.policies.iter().cloned().map(line).collect::<Vec<_>>())
    });
    let value = review.with_untracked(|review| review.choice.policy.as_str());
    let each = move || {
        let (changes, policies) = review.with(|review| (review.changes.clone(), review.policies.clone()));
        let policies: Vec<(String, String)> = policies.into_iter().map(|one| (one.value, one.label)).collect();
        changes.into_iter().map(|change| view! { <OneChange change policies=policies.clone() /> }).collect_view()
    };
    let is_open = review.with_untracked(|review| !review.choice.policies.is_empty());
    view! {
        <RadioGroup name="form[policy]" legend="When does it reach people?" choices value look=RadioLook::Lines />
        <details class="publish-more" open=is_open>
            <summary class="link">"Otherwise for some changes"</summary>
            {each}
        </details>
    }
}

#[component]
fn OneChange(change: ChangeLine, policies: Vec<(String, String)>) -> impl IntoView {
    let id = format!("policy-{}", change.path.replace('/', "-"));
    let same = Choice::new("", "As all others");
    let choices =
        std::iter::once(same).chain(policies.into_iter().map(|(value, label)| Choice::new(value, label))).collect();
    let value = change.own.map_or("", Policy::as_str);
    let name = format!("form[policies][{}]", change.path);
    view! {
        <Field id label=change.label>
            <Select name choices value />
        </Field>
    }
}

/// A share or some teams first.
#[component]
fn FirstTo(review: Memo<Review>) -> impl IntoView {
    let (share, chosen, teams) = review
        .with_untracked(|review| (review.choice.share.clone(), review.choice.teams.clone(), review.teams.clone()));
    let is_open = !share.is_empty() || !chosen.is_empty();
    let shares = [("", "All of them"), ("5", "5 %"), ("10", "10 %"), ("25", "25 %"), ("50", "50 %")];
    let choices = shares.map(|(value, label)| Choice::new(value, label)).to_vec();
    let boxes = teams
        .into_iter()
        .map(|(id, name)| {
            let checked = chosen.contains(&id);
            view! {
                <label class="check">
                    <input type="checkbox" name="form[teams][]" value=id checked=checked />
                    {name}
                </label>
            }
        })
        .collect_view();
    view! {
        <details class="publish-more" open=is_open>
            <summary class="link">"Let it out to some first"</summary>
            <Field id="publish-share" label="Share of those inside" hint="Chosen by chance, the same ones as it grows. You widen it here later.">
                <Select name="form[share]" choices value=share />
            </Field>
            <details class="several">
                <summary class="link">"Or these teams"</summary>
                <div class="several-boxes">{boxes}</div>
            </details>
        </details>
    }
}

#[component]
fn Schedule(due: RwSignal<String>) -> impl IntoView {
    let is_open = due.with_untracked(|due| !due.is_empty());
    view! {
        <details class="publish-more" open=is_open>
            <summary class="link">"Schedule it for a day"</summary>
            <Field id="publish-due" label="Goes live on" hint="At the beginning of that day where the program takes place. What it does is worked out anew then.">
                <TextInput name="form[due]" kind=InputKind::Date bind=due />
            </Field>
        </details>
    }
}

/// The button, with the promises that hold. It stands at the foot of the rail, whatever is above it.
#[component]
pub(super) fn PublishFoot(
    keeper: Keeper,
    review: Memo<Review>,
    actions: EditorActions,
    due: RwSignal<String>,
) -> impl IntoView {
    let address = format!("/admin/programs/{}", keeper.program());
    let verb = move || {
        if due.with(|due| !due.is_empty()) {
            return "Schedule".to_owned();
        }
        let chosen = review.with(|review| (review.choice.policy.as_str(), review.policies.clone()));
        let own = chosen.1.into_iter().find(|choice| choice.value == chosen.0);
        own.map_or_else(|| "Publish".to_owned(), |choice| choice.verb)
    };
    let pending = Signal::derive(move || {
        actions.publish.pending().get() || matches!(keeper.editing.keeping.get(), Keeping::Typing | Keeping::Sending)
    });
    let refusal = Signal::derive(move || review.with(|review| review.refusal.clone()));
    let is_any = Memo::new(move |_| review.with(|review| review.count > 0));
    view! {
        <Show when=move || is_any.get()>
            <div class="publish-foot">
                <div class="publish-buttons">
                    <Button kind=ButtonKind::Primary submit=true pending refusal attr:form="publish-form">{verb}</Button>
                    <Button submit=true attr:form="publish-form" attr:formaction=address.clone() attr:formmethod="get" attr:data-without="script">
                        "See what it does"
                    </Button>
                </div>
                <Promises review />
            </div>
        </Show>
    }
}

#[component]
fn Promises(review: Memo<Review>) -> impl IntoView {
    let is_broken = move || review.with(|review| review.troubles.iter().any(|trouble| trouble.is_promise));
    let words = move || {
        if is_broken() {
            "This would break a promise."
        } else {
            "Keeps all promises. Bring back any version in one click."
        }
    };
    view! {
        <details class="promises" data-broken=move || is_broken().then_some("")>
            <summary>{words}</summary>
            <ul>
                <li>"Answers given stay as safe as they were."</li>
                <li>"What people finished stays finished."</li>
                <li>"A lower limit puts nobody out."</li>
                <li>"Nothing is due earlier without notice."</li>
                <li>"Nobody gives more hours than they agreed to."</li>
            </ul>
        </details>
    }
}

#[component]
fn DiscardForm(program: String, actions: EditorActions) -> impl IntoView {
    view! {
        <details class="publish-more">
            <summary class="link">"Throw my changes away"</summary>
            <p class="section-note">"They are gone then, in every tab. The program stays as it is."</p>
            <ActionForm action=actions.discard>
                <input type="hidden" name="program" value=program />
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true>"Throw them away"</Button>
            </ActionForm>
        </details>
    }
}
