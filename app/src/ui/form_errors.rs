//! After a failed submit: what stops it, each line a link to its field. Takes the focus when it appears.

use leptos::html;
use leptos::prelude::*;

/// One thing that stops a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormError {
    /// Id of the field it belongs to.
    pub field: String,
    /// What is wrong, beginning with the field's label.
    pub text: String,
}

/// The summary above a form. Draws nothing while there is no error.
#[component]
pub fn FormErrors(
    /// How many things stop what: "Two things stop this from going out".
    #[prop(into)]
    title: Signal<String>,
    /// The errors, in the order of the fields.
    #[prop(into)]
    errors: Signal<Vec<FormError>>,
    /// Leaves the focus where it is: for a page that shows errors without a submit.
    #[prop(optional)]
    keep_focus: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let failed = errors.with(|errors| !errors.is_empty());
        if let (true, Some(summary)) = (failed && !keep_focus, node.get()) {
            // Focus is a courtesy; a browser that refuses it still shows the summary.
            let _ = summary.focus();
        }
    });
    let lines = move || {
        errors
            .get()
            .into_iter()
            .map(|error| {
                let href = format!("#{}", error.field);
                view! { <li><a class="link" href=href>{error.text}</a></li> }
            })
            .collect_view()
    };
    view! {
        <Show when=move || errors.with(|errors| !errors.is_empty())>
            <div class="form-errors" role="alert" tabindex="-1" node_ref=node>
                <h3>{move || title.get()}</h3>
                <ul>{lines}</ul>
            </div>
        </Show>
    }
}
