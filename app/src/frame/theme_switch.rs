//! Light or dark. The choice is a cookie, so the server prints it and nothing flashes.

use crate::session::Theme;
use crate::session::api::SetTheme;
use crate::ui::{Icon, IconName};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos::web_sys::Element;
use wasm_bindgen::JsCast;

/// Two buttons, of which the style sheet shows the one that turns away from what is shown: only it knows what the
/// machine prefers, and it knows it without JavaScript.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let action = ServerAction::<SetTheme>::new();
    Effect::new(move |before: Option<usize>| {
        let version = action.version().get();
        if before.is_some_and(|before| before != version) {
            dress(if shown_dark() { Theme::Light } else { Theme::Dark });
        }
        version
    });
    view! {
        <ActionForm action attr:class="theme-switch from-tablet">
            <Turn to=Theme::Dark icon=IconName::Moon label="Switch to dark" />
            <Turn to=Theme::Light icon=IconName::Sun label="Switch to light" />
        </ActionForm>
    }
}

#[component]
fn Turn(to: Theme, icon: IconName, label: &'static str) -> impl IntoView {
    view! {
        <button
            class="button"
            data-kind="quiet"
            data-shape="icon"
            data-turn=to.word()
            type="submit"
            name="theme"
            value=to.word()
            aria-label=label
            title=label
        >
            <Icon name=icon />
        </button>
    }
}

fn shown_dark() -> bool {
    let chosen = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some(theme) => theme == Theme::Dark.word(),
        None => {
            window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches())
        }
    }
}

/// Dresses the page, and the browser's own frame around it, without loading it anew.
fn dress(theme: Theme) {
    if let Some(root) = document().document_element() {
        // The attribute's name is valid, which is all that can be wrong.
        drop(root.set_attribute("data-theme", theme.word()));
    }
    let Ok(grounds) = document().query_selector_all("meta[name='theme-color']") else { return };
    for ground in (0..grounds.length()).filter_map(|place| grounds.item(place)?.dyn_into::<Element>().ok()) {
        // As above.
        drop(ground.set_attribute("content", theme.ground()));
    }
}
