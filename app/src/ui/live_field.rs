//! A field that other people may be editing right now. Never locked, never overwritten while somebody types in it.

use super::{Avatar, AvatarSize, Face, Icon, IconName, IconSize};
use leptos::prelude::*;

/// Around a `Field`: who is typing in it, who changed it last, and what it was before one's own change.
#[component]
pub fn LiveField(
    /// What others call it: stands in `data-path`, so that the page knows which field has the focus.
    #[prop(into)]
    path: String,
    /// Who is in it now: "Inês".
    #[prop(optional, into)]
    typing: Signal<Option<String>>,
    /// It is one's own change and not live yet.
    #[prop(optional, into)]
    draft: Signal<bool>,
    /// What it was before that: "every week".
    #[prop(optional, into)]
    was: Signal<Option<String>>,
    /// Who changed it a moment ago, and the words for it: "Priya, just now".
    #[prop(optional, into)]
    changed: Signal<Option<(Face, String)>>,
    /// True while that is new enough to glow.
    #[prop(optional, into)]
    glows: Signal<bool>,
    /// The field.
    children: Children,
) -> impl IntoView {
    let who = move || typing.get().map(|name| view! { <Typing name /> });
    let old = move || was.get().map(|was| view! { <p class="live-field-old" dir="auto">{format!("was: {was}")}</p> });
    let note = move || changed.get().map(|(face, words)| view! { <Changed face words /> });
    view! {
        <div
            class="live-field"
            data-path=path
            data-editing=move || typing.with(Option::is_some).then_some("")
            data-draft=move || draft.get().then_some("")
            data-changed=move || glows.get().then_some("")
        >
            {who}
            {children()}
            {old}
            {note}
        </div>
    }
}

#[component]
fn Typing(name: String) -> impl IntoView {
    view! {
        <span class="live-field-who">
            <Icon name=IconName::Edit size=IconSize::Small />
            {format!("{name} is typing")}
        </span>
    }
}

#[component]
fn Changed(face: Face, words: String) -> impl IntoView {
    view! {
        <p class="live-field-note">
            <Avatar name=face.name seed=face.seed size=AvatarSize::Small />
            {words}
        </p>
    }
}
