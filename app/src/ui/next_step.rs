//! The stage: the one thing to do now, with verb, person, time, effort and reason. One on a page.

use leptos::prelude::*;

use super::MaybeText;

use super::Mark;
use super::ring::Ring;

/// The hero. Its title is the page's second heading; its first action is the page's one primary button.
#[component]
pub fn NextStep(
    /// Id of the title, unique on the page.
    #[prop(default = "next-step".to_owned(), into)]
    id: String,
    /// The step: "Confirm Thursday 12:30 with Amara".
    #[prop(into)]
    title: String,
    /// How long it takes: "about 1 minute".
    #[prop(optional, into)]
    effort: MaybeText,
    /// The verb, "Not now", "Why this?".
    #[prop(into)]
    actions: ViewFnOnce,
    /// A picture beside it, with the ring behind.
    #[prop(optional, into)]
    picture: Option<ViewFnOnce>,
    /// Why it comes first, in one or two sentences.
    children: Children,
) -> impl IntoView {
    let effort = effort.0;
    let picture = picture.map(|picture| {
        view! {
            <div class="next-step-picture">
                <Echo />
                {picture.run()}
            </div>
        }
    });
    let labelled_by = id.clone();
    view! {
        <section class="next-step" aria-labelledby=labelled_by>
            <div class="next-step-body">
                <p class="next-step-label">
                    <Mark />
                    "Your next step "
                    {effort.map(|effort| view! { <span>{effort}</span> })}
                </p>
                <h2 class="next-step-title" id=id>
                    {title}
                </h2>
                <p class="next-step-why">{children()}</p>
                <div class="next-step-actions">{actions.run()}</div>
            </div>
            {picture}
        </section>
    }
}

/// The motif as ground, never as information.
#[component]
fn Echo() -> impl IntoView {
    let pieces = Ring::new(50.0, 49.0, 39.0).pieces(3, 6.0, 10.0);
    let paths = pieces.into_iter().map(|d| view! { <path d=d></path> }).collect_view();
    view! {
        <svg class="next-step-echo" viewBox="0 0 100 100" aria-hidden="true">
            {paths}
        </svg>
    }
}
