//! What to read before, and recordings.

use super::session_actions::HostActions;
use crate::error::field_error;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Checkbox, Field, Icon, IconName, InputKind, OneOfMany, Section, TextInput,
};
use domain::sessions::{MaterialLine, SessionPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The list, and for hosts the form with which something is added.
#[component]
pub(super) fn Materials(page: SessionPage, actions: HostActions) -> impl IntoView {
    let may_change = page.moves.change;
    if page.materials.is_empty() && !may_change {
        return None;
    }
    let id = page.id.to_string();
    let of = id.clone();
    let lines = page.materials.into_iter().map(move |line| {
        let session = may_change.then(|| of.clone());
        view! { <Line line session actions /> }
    });
    let lines = lines.collect_view();
    let adding = may_change.then(|| view! { <AddForm session=id actions /> });
    Some(view! {
        <Section id="things" title="Materials">
            <ul class="rows">{lines}</ul>
            {adding}
        </Section>
    })
}

#[component]
fn Line(line: MaterialLine, session: Option<String>, actions: HostActions) -> impl IntoView {
    let (icon, sub) = if line.is_recording {
        (IconName::Video, format!("recording, {}", line.from))
    } else {
        (IconName::Note, line.from.clone())
    };
    let drop = session.map(|session| view! { <DropForm session line=line.clone() actions /> });
    view! {
        <li>
            <Icon name=icon />
            <div class="rows-main">
                <a class="rows-title" href=line.href rel="noopener noreferrer" dir="auto">{line.title}</a>
                <p class="rows-sub">{sub}</p>
            </div>
            {drop}
        </li>
    }
}

#[component]
fn DropForm(session: String, line: MaterialLine, actions: HostActions) -> impl IntoView {
    let recording = line.is_recording.then(|| view! { <input type="hidden" name="is_recording" value="true" /> });
    let what = line.title.clone();
    view! {
        <ActionForm action=actions.drop>
            <input type="hidden" name="session" value=session />
            <input type="hidden" name="title" value=line.title />
            <input type="hidden" name="link" value=line.href />
            {recording}
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.drop.pending()>
                "Take away"
                <span class="visually-hidden">" "{what}</span>
            </Button>
        </ActionForm>
    }
}

#[component]
fn AddForm(session: String, actions: HostActions) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.add.value().get(), name));
    let is_open = move || {
        actions.title.with_untracked(|title| !title.is_empty())
            || actions.add.value().with(|value| matches!(value, Some(Err(_))))
    };
    view! {
        <details class="unfold unfold-apart" open=is_open>
            <summary class="link">"Add something to read, or a recording"</summary>
            <OneOfMany field="day" value="">
                <ActionForm action=actions.add attr:class="form">
                    <input type="hidden" name="session" value=session />
                    <Field id="material-title" label="What is it called?" error=error("title")>
                        <TextInput name="title" bind=actions.title required=true />
                    </Field>
                    <Field id="material-link" label="Where is it?" hint="A whole address." error=error("link")>
                        <TextInput name="link" kind=InputKind::Url bind=actions.link required=true placeholder="https://" />
                    </Field>
                    <Checkbox name="is_recording">"It is a recording of the hour"</Checkbox>
                    <div><Button size=ButtonSize::Small submit=true pending=actions.add.pending()>"Add it"</Button></div>
                </ActionForm>
            </OneOfMany>
        </details>
    }
}
