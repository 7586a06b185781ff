//! When: once, again and again, or several times to choose from; with times that suit, and the first dates.

use super::form_draft::FormDraft;
use super::preview::Preview;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Choice, Field, IconName, InputKind, RadioGroup, RadioLook, Select, TextInput,
};
use domain::sessions::{FormPage, FoundTime};
use leptos::prelude::*;

/// How many fields for times are in view at first.
const IN_VIEW: usize = 4;

/// Everything about when.
#[component]
pub(super) fn WhenFields(page: FormPage, draft: FormDraft) -> impl IntoView {
    let mut hows = vec![Choice::new("once", "Once"), Choice::new("series", "Again and again").with_note("by a rule")];
    if !page.is_split {
        hows.push(Choice::new("poll", "Propose several").with_note("people vote"));
    }
    let zones = page.zones.iter().map(|zone| Choice::new(zone, zone.replace('_', " "))).collect();
    view! {
        <div class="session-when" on:input=move |_| draft.ask_dates() on:change=move |_| draft.ask_dates()>
            <RadioGroup name="form[how]" legend="When?" choices=Signal::stored(hows) look=RadioLook::Slots bind=draft.how />
            <div class="session-date form">
                <Start page=page.clone() draft />
                <Series draft />
                <Suiting times=page.times.clone() draft />
                <Preview first=page.preview.clone() draft />
            </div>
            <div class="session-poll form"><Times page=page.clone() draft /></div>
            <div class="drill-dates">
                <Field id="minutes" label="Minutes" error=draft.error("minutes")>
                    <TextInput name="form[minutes]" kind=InputKind::Number bind=draft.minutes required=true attr:min="5" attr:max="600" />
                </Field>
                <Field id="zone" label="On clocks of" hint="Everybody reads their own time beside it." error=draft.error("zone")>
                    <Select name="form[zone]" choices=zones bind=draft.zone />
                </Field>
            </div>
        </div>
    }
}

#[component]
fn Start(page: FormPage, draft: FormDraft) -> impl IntoView {
    let earliest = page.earliest;
    view! {
        <div class="drill-dates">
            <Field id="on" label="Day" error=draft.error("on")>
                <TextInput name="form[on]" kind=InputKind::Date bind=draft.on attr:min=earliest />
            </Field>
            <Field id="at" label="Starts" error=draft.error("at")>
                <TextInput name="form[at]" kind=InputKind::Time bind=draft.at />
            </Field>
        </div>
    }
}

/// The rule and its end.
#[component]
fn Series(draft: FormDraft) -> impl IntoView {
    let ends = vec![Choice::new("count", "after a number of dates"), Choice::new("day", "with a day")];
    view! {
        <div class="session-series form">
            <Field id="repeats" label="How often?" hint="As you say it: “every 2 weeks on Thursday”, “every month on the first Tuesday”." error=draft.error("repeats")>
                <TextInput name="form[repeats]" bind=draft.repeats placeholder="every 2 weeks on Thursday" />
            </Field>
            <RadioGroup name="form[ends]" legend="When does it end?" choices=Signal::stored(ends) look=RadioLook::Slots bind=draft.ends />
            <div class="drill-dates">
                <Field id="times" label="Number of dates" error=draft.error("times")>
                    <TextInput name="form[times]" kind=InputKind::Number bind=draft.times attr:min="2" attr:max="400" />
                </Field>
                <Field id="until" label="Last day" optional=true error=draft.error("until")>
                    <TextInput name="form[until]" kind=InputKind::Date bind=draft.until />
                </Field>
            </div>
        </div>
    }
}

/// Times that suit those who are named; choosing one fills in day and time.
#[component]
fn Suiting(times: Vec<FoundTime>, draft: FormDraft) -> impl IntoView {
    let found = move || match draft.suiting.value().get() {
        Some(Ok(found)) => found,
        Some(Err(_)) | None => times.clone(),
    };
    let slots = move || view! { <Slots times=found() draft /> };
    let ask = Callback::new(move |()| draft.ask_times());
    view! {
        <details class="unfold" on:toggle=move |_| draft.ask_times()>
            <summary class="link">"Find a time that suits"</summary>
            <div class="session-suiting">
                {slots}
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small icon=IconName::Refresh pending=draft.suiting.pending() on_press=ask>
                    "Look again"
                </Button>
            </div>
        </details>
    }
}

#[component]
fn Slots(times: Vec<FoundTime>, draft: FormDraft) -> impl IntoView {
    if times.is_empty() {
        return view! { <p class="quiet">"No time of the next three weeks suits. Choose a day of your own."</p> }
            .into_any();
    }
    let choices: Vec<Choice> =
        times.iter().map(|time| Choice::new(time.at.0.to_string(), &time.text).with_note(&time.note)).collect();
    let take = move |_| {
        let slot = draft.slot.get_untracked();
        if let Some(time) = times.iter().find(|time| time.at.0.to_string() == slot) {
            draft.on.set(time.on.clone());
            draft.at.set(time.time.clone());
            draft.ask_dates();
        }
    };
    view! {
        <div on:change=take>
            <RadioGroup
                name="form[slot]"
                legend="Those who hold it and those whom you ask are free then, as far as Kith knows. It counts where the day above is empty."
                choices=Signal::stored(choices)
                look=RadioLook::Slots
                bind=draft.slot
            />
        </div>
    }
    .into_any()
}

/// Several times to choose from, and until when people vote.
#[component]
fn Times(page: FormPage, draft: FormDraft) -> impl IntoView {
    let field = move |(place, value): (usize, String)| {
        let id = if place == 0 { "choices".to_owned() } else { format!("choices-{place}") };
        let (name, label) = (format!("form[choices][{place}]"), format!("Time {}", place + 1));
        let optional = place > 1;
        let error = if place == 0 { draft.error("choices") } else { Signal::stored(None) };
        view! {
            <Field id label optional error>
                <TextInput name kind=InputKind::DateTime value />
            </Field>
        }
    };
    let mut fields: Vec<(usize, String)> = page.form.choices.into_iter().enumerate().collect();
    let later = fields.split_off(IN_VIEW.min(fields.len()));
    let is_open = later.iter().any(|(_, value)| !value.is_empty());
    view! {
        <p class="section-note">"The first ones suit you, as far as Kith knows. Change them as you like."</p>
        <div class="drill-dates">{fields.into_iter().map(field).collect_view()}</div>
        <details class="unfold" open=is_open>
            <summary class="link">"More times"</summary>
            <div class="drill-dates">{later.into_iter().map(field).collect_view()}</div>
        </details>
        <Field id="vote_until" label="Until when do people vote?" error=draft.error("vote_until")>
            <TextInput name="form[vote_until]" kind=InputKind::Date value=page.form.vote_until />
        </Field>
    }
}
