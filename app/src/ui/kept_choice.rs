//! What somebody chose themselves, kept on the element they chose it in.
//!
//! News of a page draws its lists anew, line by line into the elements that stand there, and the browser keeps a
//! tick where it stood: another choice would be ticked than the one somebody made. So a choice is remembered by its
//! value, and ticked again wherever that value stands now.

use leptos::web_sys::{Element, HtmlFormElement, HtmlInputElement};
use wasm_bindgen::JsCast;

const CHOSEN: &str = "data-chosen";
const ASKED: &str = "data-chosen-for";

/// Remembers what was just chosen in `holder`.
pub(super) fn keep_choice(holder: &Element, value: &str) {
    // An element that takes no attribute keeps what it shows all the same.
    let _ = holder.set_attribute(CHOSEN, value);
    let _ = holder.set_attribute(ASKED, &question(holder));
}

/// What was chosen in `holder`, if it still asks the same; otherwise it is forgotten.
pub(super) fn kept_choice(holder: &Element) -> Option<String> {
    let kept = holder.get_attribute(CHOSEN)?;
    if holder.get_attribute(ASKED).as_ref() == Some(&question(holder)) {
        return Some(kept);
    }
    let _ = holder.remove_attribute(CHOSEN);
    None
}

/// Sets every control of `form` to what the page says now, whatever was typed or chosen in it.
pub fn set_back(form: &HtmlFormElement) {
    for holder in all(form, "[data-chosen]") {
        let _ = holder.remove_attribute(CHOSEN);
    }
    form.reset();
}

/// Remembers what is ticked in a group of boxes or radio buttons.
pub(super) fn keep_ticks(group: &Element) {
    keep_choice(group, &ticked(group).join("\n"));
}

/// Ticks again what somebody ticked in a group. `fewer`: it may be that nothing is ticked.
pub(super) fn restore_ticks(group: &Element, fewer: bool) {
    let Some(kept) = kept_choice(group) else {
        return;
    };
    let kept: Vec<&str> = kept.split('\n').collect();
    let stands = inputs(group).iter().any(|input| !input.disabled() && kept.contains(&input.value().as_str()));
    if fewer || stands {
        tick(group, &kept);
    }
}

/// Ticks these values in a group and nothing else.
pub(super) fn tick(group: &Element, values: &[&str]) {
    for input in inputs(group) {
        input.set_checked(values.contains(&input.value().as_str()));
    }
}

/// The values that are ticked in a group.
pub(super) fn ticked(group: &Element) -> Vec<String> {
    inputs(group).iter().filter(|input| input.checked()).map(HtmlInputElement::value).collect()
}

/// Whom or what a form is about: its own hidden fields and the legend over the group.
fn question(holder: &Element) -> String {
    let form = holder.closest("form").ok().flatten();
    let hidden = form.map(|form| all(&form, ":scope > input[type=hidden]")).unwrap_or_default();
    let hidden = hidden.into_iter().filter_map(|input| input.dyn_into::<HtmlInputElement>().ok());
    let legend = holder.closest("fieldset").ok().flatten();
    let legend = legend.and_then(|fieldset| fieldset.query_selector("legend").ok().flatten());
    let about = hidden.map(|input| format!("{}={}", input.name(), input.value()));
    about.chain(legend.and_then(|legend| legend.text_content())).collect::<Vec<_>>().join("&")
}

fn inputs(group: &Element) -> Vec<HtmlInputElement> {
    all(group, "input").into_iter().filter_map(|input| input.dyn_into().ok()).collect()
}

fn all(around: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = around.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok()).collect()
}
