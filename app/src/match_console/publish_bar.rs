//! Publishing the pairing on the page: what comes of it, and the one verb.

use super::match_actions::MatchActions;
use crate::ui::{Button, ButtonKind, Note, Status};
use domain::match_rounds::{MatchPage, Publishable};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The bar with the verb, or why there is none.
#[component]
pub(super) fn PublishBar(page: MatchPage, actions: MatchActions) -> impl IntoView {
    match page.publish {
        Publishable::No { why } => view! { <Note status=Status::Info>{why}</Note> }.into_any(),
        Publishable::Yes { verb, words } => view! {
            <ActionForm action=actions.publish attr:class="bulk-bar">
                <input type="hidden" name="program" value=page.head.id.to_string() />
                <input type="hidden" name="seen" value=page.seen />
                <span>{words}</span>
                <Button kind=ButtonKind::Primary submit=true pending=actions.publish.pending()>{verb}</Button>
            </ActionForm>
        }
        .into_any(),
    }
}
