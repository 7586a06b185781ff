//! Light or dark. The choice is a cookie, so the server prints it and nothing flashes.

use crate::session::api::SetTheme;
use crate::ui::{Icon, IconName};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One button that turns the other way.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let action = ServerAction::<SetTheme>::new();
    let is_dark = RwSignal::new(false);
    Effect::new(move |_| is_dark.set(shown_dark()));
    let other = move || if is_dark.get() { "light" } else { "dark" };
    Effect::new(move |before: Option<usize>| {
        let version = action.version().get();
        if before.is_some_and(|before| before != version) {
            dress(other());
            is_dark.update(|dark| *dark = !*dark);
        }
        version
    });
    view! {
        <ActionForm action attr:class="from-tablet">
            <input type="hidden" name="theme" prop:value=other value="dark" />
            <button class="button" data-kind="quiet" data-shape="icon" type="submit" aria-label="Switch between light and dark">
                <Icon name=IconName::Theme />
            </button>
        </ActionForm>
    }
}

fn shown_dark() -> bool {
    let chosen = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some(theme) => theme == "dark",
        None => {
            window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches())
        }
    }
}

fn dress(theme: &str) {
    if let Some(root) = document().document_element() {
        // The attribute's name is valid, which is all that can be wrong.
        drop(root.set_attribute("data-theme", theme));
    }
}
