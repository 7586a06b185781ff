//! The head of a page and the sections below it: one H1, one set of actions, headings that can be linked to.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::html;
use leptos::prelude::*;

use super::MaybeText;

/// Whether this browser tab has already shown a page, so that the next one came by a link.
static ARRIVED: AtomicBool = AtomicBool::new(false);

/// Title, lead and actions of a page. After a client-side navigation the title takes the focus, so that
/// screen readers say where one is.
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
    let node = NodeRef::<html::H1>::new();
    Effect::new(move |focused: Option<bool>| {
        let heading = node.get();
        if let (None | Some(false), Some(heading)) = (focused, heading.as_ref())
            && ARRIVED.swap(true, Ordering::Relaxed)
        {
            // A heading that has gone again needs no focus.
            let _ = heading.focus();
        }
        heading.is_some()
    });
    view! {
        <header class="page-head">
            <div class="page-heading">
                <h1 node_ref=node tabindex="-1">
                    {move || title.get()}
                </h1>
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
