//! The two questions that are answered with skills: some to tick, and all others to search.

use super::api::{AnswerLearn, AnswerTeach};
use crate::AppError;
use crate::ui::{
    Button, ButtonKind, Choice, ComboMode, ComboOption, Combobox, Field, LinkButton, Note, Picks, Status, Way,
};
use domain::onboarding::{Pick, Question, StartPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What could you teach?
#[component]
pub(super) fn TeachForm(page: StartPage) -> impl IntoView {
    let action = ServerAction::<AnswerTeach>::new();
    let value = Signal::derive(move || action.value().get());
    view! {
        <ActionForm action attr:class="start-form">
            <Skills question=Question::Teach way=Way::Teach page value />
            <div class="start-go">
                <Button kind=ButtonKind::Primary submit=true pending=action.pending()>"Next: learn"</Button>
            </div>
        </ActionForm>
    }
}

/// What do you want to learn?
#[component]
pub(super) fn LearnForm(page: StartPage) -> impl IntoView {
    let action = ServerAction::<AnswerLearn>::new();
    let value = Signal::derive(move || action.value().get());
    view! {
        <ActionForm action attr:class="start-form">
            <Skills question=Question::Learn way=Way::Learn page value />
            <div class="start-go">
                <Button kind=ButtonKind::Primary submit=true pending=action.pending()>"Next: when"</Button>
                <LinkButton kind=ButtonKind::Quiet href="/start/1">"Back"</LinkButton>
            </div>
        </ActionForm>
    }
}

#[component]
fn Skills(question: Question, way: Way, page: StartPage, value: Signal<Option<Result<(), AppError>>>) -> impl IntoView {
    let error = move || value.get().and_then(Result::err);
    let failed = move || error()?.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let chosen = page.picks.iter().filter(|pick| pick.chosen).map(|pick| pick.skill.id.to_string()).collect::<Vec<_>>();
    let choices = page.picks.into_iter().map(choice).collect::<Vec<_>>();
    let others = page.others.into_iter().map(option).collect::<Vec<_>>();
    view! {
        <div role="status">{failed}</div>
        <fieldset class="start-question">
            <legend>
                <span class="start-number" data-kind=way.slug()>{question.place()}</span>
                {question.words()}
            </legend>
            <p class="field-hint">{page.hint}</p>
            <Picks name="skills[]" choices chosen way />
            <Field id="more" label="Something else" error=move || error().and_then(|error| error.field("skills"))>
                <Combobox id="more" name="skills[]" options=others mode=ComboMode::Many way placeholder="Search all skills" />
            </Field>
        </fieldset>
    }
}

fn choice(pick: Pick) -> Choice {
    let choice = Choice::new(pick.skill.id.to_string(), pick.skill.name);
    if pick.note.is_empty() { choice } else { choice.with_note(pick.note) }
}

fn option(pick: Pick) -> ComboOption {
    ComboOption::new(pick.skill.id.to_string(), pick.skill.name).with_note(pick.note)
}
