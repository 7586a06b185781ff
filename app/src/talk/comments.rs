//! The comments below something, and the box for the next one.

use super::actions::TalkActions;
use super::comment::Comment;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, Field, IconName, Note, OneOfMany, Section, Status, TextArea};
use domain::comment::CommentList;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// All of it, as a section at the end of a page.
#[component]
pub fn Comments(
    /// What is said there, as it came with the page.
    list: CommentList,
    /// What can be done; made where the page is.
    actions: TalkActions,
) -> impl IntoView {
    actions.write_for(&list.subject);
    let refused = move || actions.refusal().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let earlier = (list.earlier > 0).then(|| {
        view! { <p class="section-note">{format!("{} older comments are not shown.", list.earlier)}</p> }
    });
    let nothing = list.lines.is_empty().then(|| {
        view! { <p class="section-note">"Ask about it, add what is missing, or say how it went for you."</p> }
    });
    let lines = list.lines.into_iter().map(|line| view! { <Comment line actions /> }).collect_view();
    let write = list.may_write.then(|| view! { <Write subject=list.subject audience=list.audience actions /> });
    view! {
        <Section id="comments" title=list.lead>
            <div role="status">{refused}</div>
            {earlier}
            {nothing}
            <ol class="talk">{lines}</ol>
            {write}
        </Section>
    }
}

#[component]
fn Write(subject: String, audience: String, actions: TalkActions) -> impl IntoView {
    let error = move || field_error(actions.write.value().get(), "text");
    let hint = "@ and a handle calls somebody: @jonas-weidner.";
    view! {
        <OneOfMany field="comment" value="">
            <ActionForm action=actions.write attr:class="form talk-write">
                <input type="hidden" name="subject" value=subject />
                <Field id="comment" label="Say something" hint audience error>
                    <TextArea name="text" bind=actions.text rows=2 required=true />
                </Field>
                <div class="buttons">
                    <Button kind=ButtonKind::Soft icon=IconName::Message submit=true pending=actions.write.pending()>
                        "Comment"
                    </Button>
                </div>
            </ActionForm>
        </OneOfMany>
    }
}
