//! Steps of a longer task as interlocking chevrons: the ring unrolled.

use leptos::prelude::*;

/// The steps of a task, with the one that is now.
#[component]
pub fn Stepper(
    /// What the steps lead to, read aloud.
    #[prop(into)]
    label: String,
    /// Their names, a word each.
    steps: Vec<String>,
    /// Which one is now, counted from one. Those before it are done.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let steps = steps
        .into_iter()
        .zip(1..)
        .map(|(name, place)| {
            view! {
                <li
                    class="step"
                    data-state=move || (place < current.get()).then_some("done")
                    aria-current=move || (place == current.get()).then_some("step")
                >
                    {name}
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="stepper" aria-label=label>
            {steps}
        </ol>
    }
}
