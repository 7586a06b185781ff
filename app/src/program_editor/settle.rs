//! Two values of one register: the card beside its field, or in the rail where it has none, and the forms that decide. The forms stand outside of the form that is
//! typed in; the buttons of the card belong to them.

use super::editor_actions::EditorActions;
use crate::ui::{Button, ButtonSize, ConflictCard, ConflictValue};
use domain::program_editor::{ConflictCard as Conflict, EditorPage, FieldView, Review};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The card of a field that somebody else wrote too; nothing without one.
#[component]
pub(super) fn Unsettled(view: Memo<Option<FieldView>>) -> impl IntoView {
    let conflict = Memo::new(move |_| view.with(|view| view.as_ref().and_then(|view| view.conflict.clone())));
    move || conflict.get().map(|conflict| view! { <Card conflict /> })
}

/// What is unsettled and stands beside no field.
#[component]
pub(super) fn UnsettledElsewhere(review: Memo<Review>) -> impl IntoView {
    move || {
        let cards = review.with(|review| review.unsettled.clone());
        let card = |conflict: Conflict| {
            let id = Conflict::id(&conflict.path);
            view! { <div id=id><Card conflict /></div> }
        };
        cards.into_iter().map(card).collect_view()
    }
}

#[component]
fn Card(conflict: Conflict) -> impl IntoView {
    let (name, seed) = match &conflict.by {
        Some(by) => (by.name.clone(), by.id.to_string()),
        None => ("Kith".to_owned(), "kith".to_owned()),
    };
    let first = name.split_whitespace().next().unwrap_or_default().to_owned();
    let theirs =
        ConflictValue { name, seed, who: format!("{first}, {}", conflict.at.text), value: conflict.theirs.clone() };
    let mine = ConflictValue {
        name: "You".to_owned(),
        seed: "you".to_owned(),
        who: "You, not live".to_owned(),
        value: conflict.mine.clone(),
    };
    let form = form_id(&conflict.path);
    let both = conflict.both.map(|both| view! { <BothWays both form=form.clone() /> });
    let other = form.clone();
    view! {
        <ConflictCard
            label=format!("Two values: {}", conflict.label)
            title=conflict.title
            values=vec![theirs, mine]
        >
            <Button size=ButtonSize::Small submit=true name="form[take]" value="theirs" attr:form=form>
                {conflict.keep}
            </Button>
            <Button size=ButtonSize::Small submit=true name="form[take]" value="mine" attr:form=other>
                {conflict.take}
            </Button>
            {both}
        </ConflictCard>
    }
}

/// Both, as a proposal to read before it is taken.
#[component]
fn BothWays(both: String, form: String) -> impl IntoView {
    view! {
        <details class="conflict-both">
            <summary class="link">"See both in one"</summary>
            <p dir="auto">{both}</p>
            <Button size=ButtonSize::Small submit=true name="form[take]" value="both" attr:form=form>"Use both"</Button>
        </details>
    }
}

fn form_id(path: &str) -> String {
    format!("settle-{}", path.replace('/', "-"))
}

/// One form for each conflict.
#[component]
pub(super) fn SettleForms(page: RwSignal<EditorPage>, actions: EditorActions) -> impl IntoView {
    let paths = Memo::new(move |_| page.with(|page| page.unsettled().map(|one| one.path.clone()).collect::<Vec<_>>()));
    let program = page.with_untracked(|page| page.head.id.to_string());
    view! {
        <For each=move || paths.get() key=Clone::clone let:path>
            <SettleForm program=program.clone() path actions />
        </For>
    }
}

/// Where the buttons of a conflict send their choice: a form cannot stand inside another.
#[component]
fn SettleForm(program: String, path: String, actions: EditorActions) -> impl IntoView {
    let id = form_id(&path);
    view! {
        <ActionForm action=actions.settle attr:id=id>
            <input type="hidden" name="program" value=program.clone() />
            <input type="hidden" name="form[path]" value=path.clone() />
        </ActionForm>
    }
}
