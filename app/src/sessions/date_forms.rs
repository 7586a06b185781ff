//! Another time or place for one date; calling it off; putting it back.

use super::session_actions::HostActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, InputKind, TextArea, TextInput};
use domain::sessions::HostTools;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Another day, time, length or place for this date alone.
#[component]
pub(super) fn MoveForm(session: String, on: String, tools: HostTools, actions: HostActions) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.move_date.value().get(), name));
    let is_open = move || actions.move_date.value().with(|value| matches!(value, Some(Err(_))));
    // A note is kept with one date of many; the only date of a session takes its place without one.
    let note = tools.is_series.then(|| {
        view! {
            <Field id="move-note" label="What should people know about it?" optional=true audience="Everybody who comes reads it." error=error("note")>
                <TextArea name="form[note]" bind=actions.note rows=2 />
            </Field>
        }
    });
    view! {
        <details class="unfold" open=is_open>
            <summary class="link">"Move this date, or meet elsewhere"</summary>
            <ActionForm action=actions.move_date attr:class="form">
                <input type="hidden" name="session" value=session />
                <input type="hidden" name="on" value=on />
                <div class="drill-dates">
                    <Field id="move-day" label="Day" error=error("day")>
                        <TextInput name="form[day]" kind=InputKind::Date value=tools.day required=true attr:min=tools.earliest />
                    </Field>
                    <Field id="move-time" label="Starts" error=error("time")>
                        <TextInput name="form[time]" kind=InputKind::Time value=tools.time required=true />
                    </Field>
                    <Field id="move-minutes" label="Minutes" error=error("minutes")>
                        <TextInput name="form[minutes]" kind=InputKind::Number value=tools.minutes required=true attr:min="5" attr:max="600" />
                    </Field>
                </div>
                <Field id="move-room" label="Room" optional=true error=error("room")>
                    <TextInput name="form[room]" value=tools.room />
                </Field>
                <Field id="move-link" label="Video link" optional=true error=error("link")>
                    <TextInput name="form[link]" kind=InputKind::Url value=tools.link />
                </Field>
                {note}
                <div><Button size=ButtonSize::Small submit=true pending=actions.move_date.pending()>"Change this date"</Button></div>
            </ActionForm>
        </details>
    }
}

/// Calls this date off.
#[component]
pub(super) fn CallOffDateForm(session: String, on: String, actions: HostActions) -> impl IntoView {
    let error = Signal::derive(move || field_error(actions.call_off_date.value().get(), "note"));
    view! {
        <details class="unfold">
            <summary class="link">"Call this date off"</summary>
            <ActionForm action=actions.call_off_date attr:class="form">
                <input type="hidden" name="session" value=session />
                <input type="hidden" name="on" value=on />
                <Field id="off-note" label="Why?" audience="Everybody who meant to come reads it." error>
                    <TextArea name="note" bind=actions.why rows=2 />
                </Field>
                <div>
                    <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending=actions.call_off_date.pending()>
                        "Call this date off"
                    </Button>
                </div>
            </ActionForm>
        </details>
    }
}

/// Puts this date back to where the series has it.
#[component]
pub(super) fn PutBackForm(session: String, on: String, actions: HostActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.put_back>
            <input type="hidden" name="session" value=session />
            <input type="hidden" name="on" value=on />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.put_back.pending()>
                "Put it back to the usual time and place"
            </Button>
        </ActionForm>
    }
}
