//! Two people changed one field. Both values in full, and the ways on; nothing is lost.

use super::{Avatar, AvatarSize, Icon, IconName};
use leptos::prelude::*;

/// One of the two values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConflictValue {
    /// Whose: a name for the face.
    pub name: String,
    /// Their id, for the hue.
    pub seed: String,
    /// "Inês, 8 seconds ago", "You, not saved".
    pub who: String,
    /// What they want there.
    pub value: String,
}

/// The card.
#[component]
pub fn ConflictCard(
    /// What it is about, read aloud: "Conflict: length of a meeting".
    #[prop(into)]
    label: String,
    /// "Inês changed this while you were editing it".
    #[prop(into)]
    title: String,
    /// What stands there, and what is wanted.
    values: Vec<ConflictValue>,
    /// The buttons.
    children: Children,
) -> impl IntoView {
    let values = values.into_iter().map(|value| view! { <Side value /> }).collect_view();
    view! {
        <div class="conflict" role="group" aria-label=label>
            <p class="conflict-title">
                <Icon name=IconName::Alert />
                {title}
            </p>
            <div class="conflict-values">{values}</div>
            <div class="buttons">{children()}</div>
        </div>
    }
}

#[component]
fn Side(value: ConflictValue) -> impl IntoView {
    view! {
        <div class="conflict-value">
            <p class="conflict-who">
                <Avatar name=value.name seed=value.seed size=AvatarSize::Small />
                {value.who}
            </p>
            <strong dir="auto">{value.value}</strong>
        </div>
    }
}
