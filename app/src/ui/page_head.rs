//! The head of a page and the sections below it: one H1, one set of actions, headings that can be linked to.

use leptos::prelude::*;

use super::{MaybeText, PageTitle};

/// Title, lead and actions of a page.
#[component]
pub fn PageHead(
    /// The page's name or its one message.
    #[prop(into)]
    title: Signal<String>,
    /// One sentence that says what is going on here.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// Buttons; the primary one first.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="page-heading">
                <PageTitle>{move || title.get()}</PageTitle>
                {lead.map(|lead| view! { <p class="page-lead">{move || lead.get()}</p> })}
            </div>
            {actions.map(|actions| view! { <div class="page-actions">{actions.run()}</div> })}
        </header>
    }
}

/// A section with a heading, and beside it a note or a link.
#[component]
pub fn Section(
    /// Id of the heading, unique on the page.
    #[prop(into)]
    id: String,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// One sentence under the heading.
    #[prop(optional, into)]
    note: MaybeText,
    /// A link or small button at the end of the heading's line.
    #[prop(optional, into)]
    aside: Option<ViewFnOnce>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let note = note.0;
    let labelled_by = id.clone();
    view! {
        <section class="section" aria-labelledby=labelled_by>
            <div class="section-head">
                <h2 class="section-title" id=id>
                    {move || title.get()}
                </h2>
                {aside.map(|aside| aside.run())}
            </div>
            {note.map(|note| view! { <p class="section-note">{note}</p> })}
            {children()}
        </section>
    }
}
