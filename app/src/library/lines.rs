//! A note and a question as lines of a list.

use crate::ui::{Chip, ChipKind, Icon, IconName, IconSize, Status};
use domain::library::{NoteLine, ThreadLine};
use domain::reader::Phrase;
use leptos::prelude::*;

/// A list of notes.
#[component]
pub(super) fn NoteLines(notes: Vec<NoteLine>) -> impl IntoView {
    let lines = notes.into_iter().map(|note| view! { <Line note /> }).collect_view();
    view! { <ul class="library-lines">{lines}</ul> }
}

#[component]
fn Line(note: NoteLine) -> impl IntoView {
    let href = format!("/library/{}", note.id);
    let skills = note.skills.iter().map(|skill| skill.name.clone()).collect::<Vec<_>>().join(", ");
    let owner = if note.needs_owner {
        view! { <Chip kind=Status::Warning>"needs an owner"</Chip> }.into_any()
    } else {
        view! { <bdi>{note.owner.name}</bdi> }.into_any()
    };
    let used = (note.used > 0).then(|| {
        let words = if note.used == 1 { "used once".to_owned() } else { format!("used {} times", note.used) };
        view! { <span><Icon name=IconName::Check size=IconSize::Small />{words}</span> }
    });
    view! {
        <li>
            <p class="library-title"><a class="person-name" href=href dir="auto">{note.title}</a></p>
            <Chip kind=note.status.tone>{note.status.label}</Chip>
            <p class="library-preview" dir="auto"><Marked pieces=note.preview /></p>
            <p class="library-facts">
                <span>{skills}</span>
                <span>{owner}</span>
                <span>{note.changed.text}</span>
                {used}
            </p>
        </li>
    }
}

/// Words of which some were typed.
#[component]
pub(super) fn Marked(pieces: Vec<Phrase>) -> impl IntoView {
    let piece = |piece: Phrase| match piece.strong {
        true => view! { <mark>{piece.text}</mark> }.into_any(),
        false => piece.text.into_any(),
    };
    pieces.into_iter().map(piece).collect_view()
}

/// A list of questions.
#[component]
pub(super) fn ThreadLines(questions: Vec<ThreadLine>) -> impl IntoView {
    let lines = questions.into_iter().map(|question| view! { <Question question /> }).collect_view();
    view! { <ul class="library-lines">{lines}</ul> }
}

#[component]
fn Question(question: ThreadLine) -> impl IntoView {
    let href = format!("/questions/{}", question.id);
    let answers = match question.answers {
        0 => "no answer yet".to_owned(),
        1 => "one answer".to_owned(),
        n => format!("{n} answers"),
    };
    let wanted = (question.wanted > 0).then(|| {
        view! { <span><Icon name=IconName::Upvote size=IconSize::Small />{format!("wanted by {} more", question.wanted)}</span> }
    });
    view! {
        <li>
            <p class="library-title"><a class="person-name" href=href dir="auto">{question.title}</a></p>
            <Chip kind=question.status.tone>{question.status.label}</Chip>
            <p class="library-facts">
                <Chip kind=ChipKind::Plain>{question.skill.name}</Chip>
                <span><bdi>{question.by.name}</bdi>", "{question.at.text}</span>
                <span>{answers}</span>
                {wanted}
            </p>
        </li>
    }
}
