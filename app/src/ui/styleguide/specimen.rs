//! The guide's own frame: a section with a heading, and named examples in a grid.

use leptos::prelude::*;

/// One section of the guide.
#[component]
pub(super) fn Guide(
    /// Where the tabs lead.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// The one rule to know.
    note: &'static str,
    /// `Specimen`s.
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-title");
    let labelled_by = heading.clone();
    view! {
        <section class="guide" id=id aria-labelledby=labelled_by>
            <div class="guide-head">
                <h2 class="section-title" id=heading>
                    {title}
                </h2>
                <p class="section-note">{note}</p>
            </div>
            <div class="guide-body">{children()}</div>
        </section>
    }
}

/// One example.
#[component]
pub(super) fn Specimen(
    /// What it shows.
    name: &'static str,
    /// Takes the whole width.
    #[prop(optional)]
    wide: bool,
    /// The example.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="specimen" data-wide=wide.then_some("")>
            <p class="specimen-name">{name}</p>
            <div class="specimen-body">{children()}</div>
        </div>
    }
}

/// Things side by side.
#[component]
pub(super) fn Row(
    /// The things.
    children: Children,
) -> impl IntoView {
    view! { <div class="guide-row">{children()}</div> }
}
