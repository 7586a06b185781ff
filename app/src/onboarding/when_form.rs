//! The last question: which hours, on which clock.

use super::api::AnswerWhen;
use crate::ui::{Button, ButtonKind, Choice, Field, LinkButton, Note, RadioGroup, RadioLook, Status, TextInput};
use domain::onboarding::{Question, StartPage};
use domain::person::Availability;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// When suits you?
#[component]
pub(super) fn WhenForm(page: StartPage) -> impl IntoView {
    let action = ServerAction::<AnswerWhen>::new();
    let error = move || action.value().get().and_then(Result::err);
    let failed = move || error()?.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let choices = Availability::ALL.into_iter().map(choice).collect::<Vec<_>>();
    let zone = RwSignal::new(page.zone.clone());
    let offer = browser_zone(page.zone.clone());
    let use_it = move || {
        let found = offer.get()?;
        let press = Callback::new({
            let found = found.clone();
            move |()| zone.set(found.clone())
        });
        Some(view! { <Button on_press=press>{format!("Use {found}")}</Button> })
    };
    view! {
        <ActionForm action attr:class="start-form">
            <div role="status">{failed}</div>
            <fieldset class="start-question">
                <legend><span class="start-number">"3"</span>{Question::When.words()}</legend>
                <RadioGroup name="availability" legend="When suits you?" legend_hidden=true choices value=slug(page.availability) look=RadioLook::Slots />
                <Field id="zone" label="Your clock" hint=format!("It shows {} there now.", page.clock) error=move || error().and_then(|error| error.field("zone"))>
                    <TextInput name="zone" bind=zone required=true />
                </Field>
                {use_it}
            </fieldset>
            <div class="start-go">
                <Button kind=ButtonKind::Primary submit=true pending=action.pending()>"See who you can learn from"</Button>
                <LinkButton kind=ButtonKind::Quiet href="/start/2">"Back"</LinkButton>
            </div>
        </ActionForm>
    }
}

fn choice(availability: Availability) -> Choice {
    let (first, last) = availability.window();
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    Choice::new(slug(availability), availability.title()).with_note(format!("{}–{}", time(first), time(last)))
}

fn slug(availability: Availability) -> String {
    availability.title().to_lowercase()
}

/// The browser's own zone, once it is known and when it is another one.
fn browser_zone(known: String) -> RwSignal<Option<String>> {
    let found = RwSignal::new(None);
    Effect::new(move |_| {
        let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
        let zone = js_sys::Reflect::get(&format.resolved_options(), &"timeZone".into()).ok();
        found.set(zone.and_then(|zone| zone.as_string()).filter(|zone| *zone != known));
    });
    found
}
