//! Something did not load: what, what still works, and the way on.

use leptos::prelude::*;

use super::{Button, Icon, IconName, MaybeText};

/// An error in place of what it kept from showing.
#[component]
pub fn ErrorCard(
    /// What failed: "This list did not load".
    #[prop(into)]
    title: String,
    /// What happened and what to do, in the error's own words.
    #[prop(into)]
    text: String,
    /// The code under which the cause is in the log.
    #[prop(optional, into)]
    reference: MaybeText,
    /// It stands for the whole page, so its title is the page's heading.
    #[prop(optional)]
    as_page: bool,
    /// Tries again in place. Without it, or without JavaScript, the page is loaded again.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let reference = reference.0;
    let title = match as_page {
        true => view! { <h1 class="empty-title" tabindex="-1">{title}</h1> }.into_any(),
        false => view! { <p class="empty-title">{title}</p> }.into_any(),
    };
    view! {
        <div class="empty" role="alert">
            <Icon name=IconName::Alert />
            {title}
            <p>{text}</p>
            {reference.map(|code| view! { <p class="empty-example">"Reference "<code>{code}</code></p> })}
            <form method="get">
                <Retry on_retry />
            </form>
        </div>
    }
}

/// A plain GET of the same address, which the browser answers by loading the page again.
#[component]
fn Retry(on_retry: Option<Callback<()>>) -> impl IntoView {
    match on_retry {
        Some(act) => view! {
            <Button
                icon=IconName::Refresh
                submit=true
                on:click=move |event| {
                    event.prevent_default();
                    act.run(());
                }
            >
                "Try again"
            </Button>
        }
        .into_any(),
        None => view! {
            <Button icon=IconName::Refresh submit=true>
                "Try again"
            </Button>
        }
        .into_any(),
    }
}
