//! What hosts have beside: change it, move or call off this date, see who said what, answer for somebody.

use super::date_forms::{CallOffDateForm, MoveForm, PutBackForm};
use super::guest_list::GuestList;
use super::session_actions::{HostActions, SessionActions};
use super::survey::Said;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, IconName, LinkButton, OneOfMany, Section, TextArea};
use domain::sessions::SessionPage;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Everything a host can do, for those who may.
#[component]
pub(super) fn Tools(page: SessionPage, actions: SessionActions) -> impl IntoView {
    let host = actions.host;
    let tools = page.tools.clone();
    let (session, on) = (page.id.to_string(), page.on.clone());
    let said = tools.clone().map(|tools| view! { <Said lines=tools.surveys /> });
    // Two who agreed on an hour have said so.
    let guests = tools.clone().filter(|_| page.request.is_none()).map(|tools| {
        view! { <GuestList session=session.clone() on=on.clone() answers=tools.answers actions=host /> }
    });
    let date = tools.filter(|_| !page.is_past).map(|tools| {
        let (session, on) = (session.clone(), on.clone());
        view! {
            <MoveForm session=session.clone() on=on.clone() tools=tools.clone() actions=host />
            {tools.is_series.then(|| view! { <CallOffDateForm session=session.clone() on=on.clone() actions=host /> })}
            {tools.is_changed.then(|| view! { <PutBackForm session on actions=host /> })}
        }
    });
    view! {
        {guests}
        {said}
        <Section id="change" title="Change it" note="You see this because you hold it, planned it, or look after programs.">
            <Links page=page.clone() />
            {date}
            <CallOffForm session actions=host />
        </Section>
    }
}

#[component]
fn Links(page: SessionPage) -> impl IntoView {
    let edit = format!("/sessions/{}/edit", page.id);
    let is_series = page.tools.as_ref().is_some_and(|tools| tools.is_series);
    let following = (is_series && !page.is_past).then(|| {
        let href = format!("{edit}?from={}", page.on);
        view! { <LinkButton href size=ButtonSize::Small>"Change this and the following"</LinkButton> }
    });
    let sheet = page.tools.is_some().then(|| {
        let href = format!("/sessions/{}/{}/sheet", page.id, page.on);
        view! { <LinkButton href kind=ButtonKind::Quiet size=ButtonSize::Small icon=IconName::Print>"Sign-in sheet"</LinkButton> }
    });
    let all = if is_series { "Change all dates" } else { "Change it" };
    view! {
        <div class="buttons">
            <LinkButton href=edit size=ButtonSize::Small icon=IconName::Edit>{all}</LinkButton>
            {following}
            {sheet}
        </div>
    }
}

/// Calls all of it off, with a reason.
#[component]
fn CallOffForm(session: String, actions: HostActions) -> impl IntoView {
    let error = Signal::derive(move || field_error(actions.call_off.value().get(), "reason"));
    view! {
        <details class="unfold">
            <summary class="link">"Call all of it off"</summary>
            <OneOfMany field="on" value="">
                <ActionForm action=actions.call_off attr:class="form">
                    <input type="hidden" name="session" value=session />
                    <Field id="reason" label="Why?" audience="Everybody who meant to come reads it." error>
                        <TextArea name="reason" bind=actions.reason rows=2 required=true />
                    </Field>
                    <div>
                        <Button kind=ButtonKind::Danger submit=true pending=actions.call_off.pending()>"Call it off"</Button>
                    </div>
                </ActionForm>
            </OneOfMany>
        </details>
    }
}
