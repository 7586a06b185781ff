//! What happened, newest first. New things wait behind a button; the page does not jump.

use leptos::prelude::*;

use super::{Button, ButtonKind, ButtonSize, Icon, IconName, Way};

/// A list of `TimelineItem`s and `TimelineDay`s.
#[component]
pub fn Timeline(
    /// The items, newest first.
    children: Children,
) -> impl IntoView {
    view! { <ol class="timeline">{children()}</ol> }
}

/// A heading for the items of one day.
#[component]
pub fn TimelineDay(
    /// The day in words.
    children: Children,
) -> impl IntoView {
    view! { <li class="timeline-day">{children()}</li> }
}

/// One thing that happened.
#[component]
pub fn TimelineItem(
    /// What kind of thing; the arrow when a `way` is given.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// Giving or receiving.
    #[prop(optional_no_strip, into)]
    way: Option<Way>,
    /// When, and what else is known: a `When` and words.
    #[prop(optional, into)]
    meta: Option<ViewFnOnce>,
    /// Who did what.
    children: Children,
) -> impl IntoView {
    let icon = icon.or(way.map(Way::icon)).unwrap_or(IconName::Edit);
    view! {
        <li class="timeline-item">
            <span class="timeline-dot" data-kind=way.map(Way::slug)>
                <Icon name=icon />
            </span>
            <div class="timeline-body">
                <p>{children()}</p>
                {meta.map(|meta| view! { <p class="timeline-meta">{meta.run()}</p> })}
            </div>
        </li>
    }
}

/// "3 new": shows them when pressed, never before. Draws nothing while there is nothing new.
#[component]
pub fn NewItems(
    /// How many wait.
    #[prop(into)]
    count: Signal<u32>,
    /// Shows them.
    #[prop(into)]
    on_show: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="timeline-new" role="status">
            <Show when=move || count.get() != 0>
                <Button kind=ButtonKind::Soft size=ButtonSize::Small icon=IconName::Up on_press=on_show>
                    {move || count.get()}
                    " new"
                </Button>
            </Show>
        </div>
    }
}
