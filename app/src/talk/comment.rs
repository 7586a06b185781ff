//! One comment: who, when, what, and what can be done about it.

use super::actions::TalkActions;
use crate::ui::{
    Avatar, AvatarSize, Button, ButtonKind, ButtonSize, Chip, ChipKind, Field, OneOfMany, Status, TextArea, TextInput,
    When,
};
use domain::comment::{CommentLine, TextPiece};
use domain::id::CommentId;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The line. One that was removed is its mark.
#[component]
pub(super) fn Comment(line: CommentLine, actions: TalkActions) -> impl IntoView {
    let (id, anchor) = (line.id.clone(), format!("comment-{}", line.id));
    if let Some(mark) = line.removed {
        let at = line.at;
        return view! {
            <li class="talk-mark" id=anchor>
                <span>{mark}" "<When datetime=at.iso text=at.text /></span>
            </li>
        }
        .into_any();
    }
    let href = format!("/people/{}", line.by.id);
    let calls = line.calls_me.then(|| view! { <Chip kind=Status::Info>"mentions you"</Chip> });
    let reported = line.is_reported.then(|| view! { <Chip kind=ChipKind::Plain>"you reported it"</Chip> });
    let edited = line.is_edited.then_some(" · changed");
    let of = line.clone();
    view! {
        <li class="talk-line" id=anchor>
            <Avatar name=line.by.name.clone() seed=line.by.id.to_string() size=AvatarSize::Small />
            <div class="talk-body">
                <p class="talk-head">
                    <a class="person-name" href=href><bdi>{line.by.name}</bdi></a>
                    <span class="quiet"><When datetime=line.at.iso text=line.at.text />{edited}</span>
                    {calls}
                    {reported}
                </p>
                <Words pieces=line.pieces />
                <OneOfMany field="comment" value=id.to_string()><Verbs line=of actions /></OneOfMany>
            </div>
        </li>
    }
    .into_any()
}

/// What is said, with links to those whom it calls.
#[component]
pub(super) fn Words(pieces: Vec<TextPiece>) -> impl IntoView {
    let piece = |piece: TextPiece| match piece.person {
        Some(person) => view! { <a class="link" href=format!("/people/{person}")>{piece.text}</a> }.into_any(),
        None => piece.text.into_any(),
    };
    view! { <p class="talk-text" dir="auto">{pieces.into_iter().map(piece).collect_view()}</p> }
}

#[component]
fn Verbs(line: CommentLine, actions: TalkActions) -> impl IntoView {
    let id = line.id.clone();
    let edit = line.may_edit.then(|| view! { <Edit id=id.clone() text=line.text.clone() actions /> });
    let remove = line.may_remove.then(|| view! { <Remove id=id.clone() is_own=line.may_edit actions /> });
    let report = line.may_report.then(|| view! { <Report id=id.clone() actions /> });
    let has_any = edit.is_some() || remove.is_some() || report.is_some();
    has_any.then(|| view! { <div class="talk-verbs">{edit}{remove}{report}</div> })
}

#[component]
fn Edit(id: CommentId, text: String, actions: TalkActions) -> impl IntoView {
    view! {
        <details class="unfold">
            <summary class="link">"Change"</summary>
            <ActionForm action=actions.edit attr:class="form">
                <input type="hidden" name="comment" value=id.to_string() />
                <Field id=format!("change-{id}") label="Your comment in other words">
                    <TextArea name="text" value=text rows=2 required=true />
                </Field>
                <Button size=ButtonSize::Small submit=true pending=actions.edit.pending()>"Save"</Button>
            </ActionForm>
        </details>
    }
}

#[component]
fn Remove(id: CommentId, is_own: bool, actions: TalkActions) -> impl IntoView {
    let words = if is_own {
        "Your words go for good; that you said something stays."
    } else {
        "Its words go for good; a mark stays."
    };
    view! {
        <details class="unfold">
            <summary class="link">"Remove"</summary>
            <ActionForm action=actions.remove attr:class="form">
                <input type="hidden" name="comment" value=id.to_string() />
                <p class="section-note">{words}</p>
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending=actions.remove.pending()>
                    "Remove the comment"
                </Button>
            </ActionForm>
        </details>
    }
}

#[component]
fn Report(id: CommentId, actions: TalkActions) -> impl IntoView {
    view! {
        <details class="unfold">
            <summary class="link">"Report"</summary>
            <ActionForm action=actions.report attr:class="form">
                <input type="hidden" name="comment" value=id.to_string() />
                <Field id=format!("report-{id}") label="What is wrong with it?" audience="Only program admins read this.">
                    <TextInput name="why" required=true />
                </Field>
                <Button size=ButtonSize::Small submit=true pending=actions.report.pending()>"Report it"</Button>
            </ActionForm>
        </details>
    }
}
