//! Hydrates the page that the server sent, and nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the page: called by the loader once the module is there.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(app::App);
}
