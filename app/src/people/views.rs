//! The views above the directory, and keeping one of one's own.

use super::people_page::ViewActions;
use crate::AppError;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, Tab, Tabs, TextInput};
use domain::people::PeopleQuery;
use domain::views::{SavedView, ViewTabs};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Tabs with counts; below them what can be done with the view in front.
#[component]
pub(super) fn Views(views: ViewTabs, query: PeopleQuery, actions: ViewActions) -> impl IntoView {
    let tab = |tab: domain::views::ViewTab| Tab::new(tab.name, tab.link, tab.is_current).with_count(tab.count);
    let tabs: Vec<Tab> = views.tabs.into_iter().map(tab).collect();
    let kept = query.as_view();
    let update = views.may_update.map(|view| view! { <Update view query=kept.clone() actions /> });
    let save = views.may_save.then(|| view! { <SaveAsNew query=kept.clone() actions /> });
    let drop = views.may_drop.map(|view| view! { <DropOne view actions /> });
    view! {
        <Tabs label="Saved views" tabs=Signal::stored(tabs) />
        <div class="view-tools" data-print="no">
            {update}
            {save}
            {drop}
        </div>
    }
}

#[component]
fn Update(view: SavedView, query: String, actions: ViewActions) -> impl IntoView {
    let words = format!("Update “{}”", view.name);
    view! {
        <ActionForm action=actions.save>
            <input type="hidden" name="view" value=view.id.to_string() />
            <input type="hidden" name="name" value=view.name.to_string() />
            <input type="hidden" name="query" value=query />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.save.pending()>
                {words}
            </Button>
        </ActionForm>
    }
}

#[component]
fn SaveAsNew(query: String, actions: ViewActions) -> impl IntoView {
    let failed = move || actions.save.value().get().and_then(Result::err);
    let error = Signal::derive(move || failed().map(|error: AppError| error.to_string()));
    view! {
        <details class="view-save" open=move || error.with(Option::is_some)>
            <summary class="button" data-kind="quiet" data-size="small">
                "Save as a view"
            </summary>
            <ActionForm action=actions.save>
                <input type="hidden" name="query" value=query />
                <Field id="view-name" label="What do you call it?" error>
                    <TextInput name="name" required=true placeholder="Speaks Portuguese" attr:maxlength="120" />
                </Field>
                <Button size=ButtonSize::Small submit=true pending=actions.save.pending()>
                    "Save"
                </Button>
            </ActionForm>
        </details>
    }
}

#[component]
fn DropOne(view: SavedView, actions: ViewActions) -> impl IntoView {
    let words = format!("Drop “{}”", view.name);
    view! {
        <ActionForm action=actions.drop>
            <input type="hidden" name="view" value=view.id.to_string() />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.drop.pending()>
                {words}
            </Button>
        </ActionForm>
    }
}
