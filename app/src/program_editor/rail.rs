//! The rail beside the form: what changes, for whom, when it reaches them, and the button that publishes it.

use super::editing::Keeping;
use super::editor_actions::EditorActions;
use super::keep::Keeper;
use super::others::Others;
use super::publish_form::{PublishFoot, PublishForm};
use super::settle::UnsettledElsewhere;
use super::under_way::UnderWay;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Diff, DiffItem, DiffLine, EffectLine, EffectSquares, FormError, FormErrors,
    IconName, Note, Piece, Status,
};
use domain::program::WordChange;
use domain::program_editor::{ChangeLine, EffectView, Review, Trouble};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The rail.
#[component]
pub(super) fn Rail(keeper: Keeper, actions: EditorActions) -> impl IntoView {
    let page = keeper.editing.page;
    let review = Memo::new(move |_| page.with(|page| page.review.clone()));
    let changes = move || {
        let review = review.get();
        (review.count > 0)
            .then(|| view! { <Changes program=keeper.program().to_string() changes=review.changes actions /> })
    };
    let effect = move || review.with(|review| review.effect.clone()).map(|effect| view! { <Effect effect /> });
    let due = RwSignal::new(review.with_untracked(|review| review.choice.due.clone()));
    let title = move || review.with(|review| review.title.clone());
    view! {
        <aside class="publish" aria-labelledby="publish-title" id="publish">
            <div class="publish-head">
                <h2 class="section-title" id="publish-title">{title}</h2>
                <KeptLine keeper review />
            </div>
            {changes}
            <UnsettledElsewhere review />
            <Troubles review />
            {effect}
            <PublishForm keeper review actions due />
            <Others program=keeper.program().to_string() review actions />
            <UnderWay keeper review actions />
            <PublishFoot keeper review actions due />
        </aside>
    }
}

/// Where what was typed is now, in words that a screen reader hears.
#[component]
fn KeptLine(keeper: Keeper, review: Memo<Review>) -> impl IntoView {
    let words = move || match keeper.editing.keeping.get() {
        Keeping::Typing => "Kept in this browser; the server has it in a moment.".to_owned(),
        Keeping::Sending => "Keeping…".to_owned(),
        Keeping::Waiting => {
            "No connection: what you typed waits in this browser and is sent when there is one.".to_owned()
        }
        Keeping::Refused(_) => "Not kept on the server. It stays in this browser.".to_owned(),
        Keeping::Quiet | Keeping::Kept => review.with(|review| match &review.kept {
            Some(kept) => format!("Kept {}. Nobody else has it until you publish.", lower(&kept.text)),
            None => "What you change stands here first, with what it does to people.".to_owned(),
        }),
    };
    let refused = move || match keeper.editing.keeping.get() {
        Keeping::Refused(why) => Some(view! { <Note status=Status::Danger>{why}</Note> }),
        _ => None,
    };
    view! {
        <p class="section-note" role="status">{words}</p>
        <div role="alert">{refused}</div>
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// What of a text stays, goes and comes.
pub(super) fn pieces(words: Vec<WordChange>) -> Vec<Piece> {
    let piece = |word| match word {
        WordChange::Same(text) => Piece::Same(text),
        WordChange::Gone(text) => Piece::Gone(text),
        WordChange::New(text) => Piece::New(text),
    };
    words.into_iter().map(piece).collect()
}

#[component]
fn Changes(program: String, changes: Vec<ChangeLine>, actions: EditorActions) -> impl IntoView {
    let items = changes
        .into_iter()
        .map(|change| {
            let line = DiffLine {
                label: change.label.clone(),
                before: change.before.clone(),
                after: change.after.clone(),
                pieces: pieces(change.words),
            };
            let (program, path, label) = (program.clone(), change.path, change.label);
            let undo = move || view! { <UndoForm program path label actions /> };
            view! { <DiffItem line action=undo /> }
        })
        .collect_view();
    view! { <Diff>{items}</Diff> }
}

#[component]
fn UndoForm(program: String, path: String, label: String, actions: EditorActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.drop attr:class="diff-undo">
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="path" value=path />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small icon=IconName::Undo submit=true>
                <span class="visually-hidden">{format!("Undo: {label}")}</span>
            </Button>
        </ActionForm>
    }
}

/// What stands in the way, each a link to its field.
#[component]
fn Troubles(review: Memo<Review>) -> impl IntoView {
    let errors = Signal::derive(move || {
        let line = |trouble: Trouble| {
            let names: Vec<&str> = trouble.people.iter().map(|person| person.name.as_str()).collect();
            let whom = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
            FormError { field: trouble.field, text: format!("{}{whom}", trouble.text) }
        };
        review.with(|review| review.troubles.iter().cloned().map(line).collect::<Vec<_>>())
    });
    let title = Signal::derive(move || match errors.with(Vec::len) {
        1 => "One thing stops this".to_owned(),
        n => format!("{n} things stop this"),
    });
    view! { <FormErrors title errors keep_focus=true /> }
}

/// What it does to people.
#[component]
pub(super) fn Effect(#[prop(default = "effect".to_owned())] id: String, effect: EffectView) -> impl IntoView {
    let lines = effect
        .groups
        .into_iter()
        .map(|group| EffectLine {
            mark: group.mark.slug(),
            count: group.count,
            words: group.words,
            names: group.people.into_iter().map(|person| (person.name, format!("/people/{}", person.id))).collect(),
            more: group.more,
        })
        .collect();
    let units = effect.units.into_iter().map(domain::program_editor::Mark::slug).collect();
    let notes = effect.notes.into_iter().map(|note| view! { <p class="section-note">{note}</p> }).collect_view();
    view! {
        <EffectSquares id sentence=effect.sentence units scale=effect.scale lines />
        {notes}
    }
}
