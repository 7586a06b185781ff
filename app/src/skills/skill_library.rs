//! What the library has on a skill: its notes, and what was asked about it.

use crate::ui::{Chip, Section};
use domain::library::{NoteLine, SkillLibrary as Library, ThreadLine};
use leptos::prelude::*;

/// Notes and questions, with the ways to add one.
#[component]
pub(super) fn SkillLibrary(id: String, library: Library) -> impl IntoView {
    let more = (library.more > 0).then(|| {
        let href = format!("/library?skill={id}");
        view! { <p><a class="link" href=href>{format!("{} more", library.more)}</a></p> }
    });
    let (write, ask) = (format!("/new/note?skill={id}"), format!("/new/question?skill={id}"));
    let nothing = (library.notes.is_empty() && library.questions.is_empty()).then(|| {
        view! { <p class="section-note">"Nothing is written down about it yet. Three minutes are enough."</p> }
    });
    let notes = library.notes.into_iter().map(|note| view! { <Note note /> }).collect_view();
    let questions = library.questions.into_iter().map(|question| view! { <Question question /> }).collect_view();
    view! {
        <Section id="library" title="Notes and questions">
            {nothing}
            <ul class="rows">{notes}{questions}</ul>
            {more}
            <p>
                <a class="link" href=write>"Write a note"</a>
                " · "
                <a class="link" href=ask>"Ask a question"</a>
            </p>
        </Section>
    }
}

#[component]
fn Note(note: NoteLine) -> impl IntoView {
    let href = format!("/library/{}", note.id);
    view! {
        <li>
            <span class="rows-main">
                <a class="person-name" href=href dir="auto">{note.title}</a>
                " "
                <span class="rows-sub">"Note by "<bdi>{note.owner.name}</bdi></span>
            </span>
            <Chip kind=note.status.tone>{note.status.label}</Chip>
        </li>
    }
}

#[component]
fn Question(question: ThreadLine) -> impl IntoView {
    let href = format!("/questions/{}", question.id);
    view! {
        <li>
            <span class="rows-main">
                <a class="person-name" href=href dir="auto">{question.title}</a>
                " "
                <span class="rows-sub">"Question of "<bdi>{question.by.name}</bdi></span>
            </span>
            <Chip kind=question.status.tone>{question.status.label}</Chip>
        </li>
    }
}
