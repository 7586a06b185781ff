//! Hydrates the page that the server sent, and nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the page: called by the loader once the module is there. Afterwards what the page needs of the other
/// modules has come too, and every element on it answers.
#[wasm_bindgen]
pub async fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_from_async(leptos::tachys::dom::body(), app::App).await.forget();
}
