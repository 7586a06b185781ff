//! The only place that writes a textarea.
//!
//! Leptos 0.8 does not escape a textarea's children on the server, so text from people could close the tag and
//! inject markup. Here it is escaped once and handed over as inner HTML, which reads the same in the browser.

use leptos::html;
use leptos::prelude::*;

use super::MaybeText;

use super::field::control_attributes;
use super::typed::keep_equal;
use super::typed_before::first_text;

/// Several lines of text. Inside a `Field` it takes id, description and error from it.
#[component]
pub fn TextArea(
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// What it holds at first.
    #[prop(optional, into)]
    value: String,
    /// Follows every key; its first value replaces `value`.
    #[prop(optional)]
    bind: Option<RwSignal<String>>,
    /// Needed only outside a `Field`.
    #[prop(optional, into)]
    id: MaybeText,
    /// Lines shown at first; it grows with its text.
    #[prop(default = 3)]
    rows: u32,
    /// An example, never a label.
    #[prop(optional, into)]
    placeholder: MaybeText,
    /// Refused when empty.
    #[prop(optional)]
    required: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
) -> impl IntoView {
    let (id, placeholder) = (id.0, placeholder.0);
    let attributes = control_attributes(id);
    let node = NodeRef::<html::Textarea>::new();
    if let Some(text) = bind {
        keep_equal(node, text);
    }
    let first = first_text(&name, value, bind);
    view! {
        <textarea
            class="field-input"
            node_ref=node
            id=attributes.id
            name=name
            rows=rows
            placeholder=placeholder
            required=required
            readonly=readonly
            aria-describedby=move || attributes.described_by.try_get().flatten()
            aria-invalid=move || attributes.invalid.try_get().flatten()
            on:input=move |event| {
                if let Some(text) = bind {
                    text.set(event_target_value(&event));
                }
            }
            inner_html=escaped(&first)
        ></textarea>
    }
}

/// Text that cannot end the textarea it stands in.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_cannot_close_the_tag_around_it() {
        assert_eq!(escaped("</textarea><script>&amp;"), "&lt;/textarea&gt;&lt;script&gt;&amp;amp;");
    }
}
