//! A day: time first, then what, then the one thing to do about it.

use leptos::prelude::*;

use super::MaybeText;

/// A list of `AgendaItem`s.
#[component]
pub fn Agenda(
    /// The items, earliest first.
    children: Children,
) -> impl IntoView {
    view! { <ol class="agenda">{children()}</ol> }
}

/// One thing in a day.
#[component]
pub fn AgendaItem(
    /// When it begins, as machines read it.
    #[prop(into)]
    datetime: String,
    /// When it begins, in words: "12:30".
    #[prop(into)]
    time: String,
    /// How long it takes: "45 min".
    #[prop(optional, into)]
    length: MaybeText,
    /// What it is.
    #[prop(into)]
    title: String,
    /// Its page.
    #[prop(into)]
    href: String,
    /// It is over.
    #[prop(optional)]
    past: bool,
    /// The one button.
    #[prop(optional, into)]
    action: Option<ViewFnOnce>,
    /// A chip and what else is known.
    children: Children,
) -> impl IntoView {
    let length = length.0;
    view! {
        <li class="agenda-item" data-past=past.then_some("")>
            <time class="agenda-time" datetime=datetime>
                {time}
                {length.map(|length| view! { <small>{length}</small> })}
            </time>
            <div>
                <h3 class="agenda-title">
                    <a href=href>{title}</a>
                </h3>
                <p class="agenda-sub">{children()}</p>
            </div>
            {action.map(|action| action.run())}
        </li>
    }
}
