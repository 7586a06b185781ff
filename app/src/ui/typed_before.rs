//! What somebody typed into a form that was refused, for pages without JavaScript: the page that says why shows the
//! words again. The server brings them along; in a browser, which never lost them, there are none.

use std::sync::Arc;

use leptos::context::Provider;
use leptos::prelude::*;

/// The fields of the form that was refused, as they were sent. Controls find theirs by name.
#[derive(Clone, Debug, Default)]
pub struct TypedBefore(Arc<Vec<(String, String)>>);

impl TypedBefore {
    /// The fields of one form, in their order.
    pub fn new(fields: Vec<(String, String)>) -> Self {
        Self(Arc::new(fields))
    }

    fn values(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(own, _)| own == name).map(|(_, value)| value.clone()).collect()
    }

    /// True when the form was the one about `value`: `field` was sent with it, by itself or as `form[field]`. About
    /// nothing is the form that did not send it.
    fn is_about(&self, field: &str, value: &str) -> bool {
        let is_field = |name: &str| name == field || name.ends_with(&format!("[{field}]"));
        self.0.iter().find(|(name, _)| is_field(name)).map_or("", |(_, sent)| sent) == value
    }
}

/// Around the forms of one row among many alike: what was typed in a row comes back in that row only.
#[component]
pub fn OneOfMany(
    /// The hidden field that tells the rows apart: "skill" for `skill` and `form[skill]`.
    field: &'static str,
    /// What it holds in this row; empty around the one form without it.
    #[prop(into)]
    value: String,
    /// The forms.
    children: Children,
) -> impl IntoView {
    let typed = use_context::<TypedBefore>().filter(|typed| typed.is_about(field, &value));
    view! { <Provider value=typed.unwrap_or_default()>{children()}</Provider> }
}

/// True when the form that was refused sent `value` under exactly this name: its fold stands open.
pub fn came_back(name: &str, value: &str) -> bool {
    use_context::<TypedBefore>().is_some_and(|typed| typed.values(name).iter().any(|sent| sent == value))
}

/// What was typed or chosen under `name`.
pub(super) fn typed_before(name: &str) -> Option<String> {
    values_before(name).into_iter().next()
}

/// All that was ticked under `name`.
pub(super) fn values_before(name: &str) -> Vec<String> {
    use_context::<TypedBefore>().map(|typed| typed.values(name)).unwrap_or_default()
}

/// What a control holds at first: what was typed before, what the page's signal holds, or what the page gave it.
pub(super) fn first_text(name: &str, value: String, bind: Option<RwSignal<String>>) -> String {
    typed_before(name).unwrap_or_else(|| bind.map_or(value, |text| text.get_untracked()))
}

#[cfg(test)]
mod tests {
    use super::TypedBefore;

    #[test]
    fn a_row_gets_back_what_was_typed_in_it_and_not_what_was_typed_in_another() {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let typed = TypedBefore::new(vec![field("form[skill]", "wound-care"), field("form[note]", "Every spring")]);
        assert!(typed.is_about("skill", "wound-care"));
        assert!(!typed.is_about("skill", "triage"));
        assert!(!typed.is_about("kill", "wound-care"));
        assert!(!typed.is_about("skill", "") && typed.is_about("level", ""));
        assert_eq!(typed.values("form[note]"), ["Every spring"]);
    }
}
