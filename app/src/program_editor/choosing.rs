//! What is chosen in a form of the rail stands in the address, so that the page shows what it would do; each form says its
//! own part of it. Without JavaScript a button asks.

use domain::query_string::with_own;
use leptos::prelude::*;
use leptos::web_sys::{Element, FormData, HtmlFormElement, UrlSearchParams};
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::JsCast;

/// Answers a change of a control: where `is_choice` knows its name, the address says what its form holds instead of what
/// names that `is_own` knows said before.
pub(super) fn choosing(
    here: String,
    is_own: fn(&str) -> bool,
    is_choice: fn(&str) -> bool,
) -> impl Fn(leptos::ev::Event) + 'static {
    let (navigate, search) = (use_navigate(), use_location().search);
    move |event| {
        let Some(control) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let form = control.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let is_chosen = is_choice(&control.get_attribute("name").unwrap_or_default());
        if let Some(own) = form.filter(|_| is_chosen).and_then(|form| said(&form)) {
            let query = with_own(&search.get_untracked(), &own, is_own);
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&format!("{here}?{query}"), options);
        }
    }
}

/// What a form holds, as an address.
fn said(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    data.delete("program");
    data.delete("form[seen]");
    let params = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    params.to_string().as_string()
}
