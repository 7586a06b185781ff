//! The four steps of an import, and where the page stands among them.

use crate::ui::Stepper;
use leptos::prelude::*;

/// File, columns, check, import: `current` counts from one.
#[component]
pub fn ImportSteps(
    /// Which one is now.
    current: usize,
) -> impl IntoView {
    let steps = ["Files", "Columns", "Check", "Import"].map(str::to_owned).to_vec();
    view! { <Stepper label="Import" steps current /> }
}
