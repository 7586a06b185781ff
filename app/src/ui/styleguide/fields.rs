//! Text fields in their states.

use leptos::prelude::*;

use super::super::{
    Audience, Choice, Field, FormError, FormErrors, InputKind, NumberStepper, SavedWhen, SearchBox, Select, TextArea,
    TextInput,
};
use super::specimen::{Guide, Row, Specimen};

#[component]
pub(super) fn Fields() -> impl IntoView {
    let note = "Label above, hint below it, then the control, then what is wrong and how to put it right.";
    view! {
        <Guide id="fields" title="Field" note>
            <Plain />
            <Wrong />
            <Specimen name="readonly, date">
                <Field id="guide-issuer" label="Issued by">
                    <TextInput name="issuer" value="Fernhill Cooperative" readonly=true />
                </Field>
                <Field id="guide-day" label="Day">
                    <TextInput name="day" kind=InputKind::Date value="2026-11-19" />
                </Field>
            </Specimen>
            <Specimen name="Select, optional">
                <Field id="guide-remind" label="Remind me" optional=true>
                    <Select
                        name="remind"
                        value="both"
                        choices=vec![
                            Choice::new("both", "24 hours and 1 hour before"),
                            Choice::new("day", "24 hours before"),
                            Choice::new("never", "Not at all"),
                        ]
                    />
                </Field>
            </Specimen>
            <Long />
            <Summary />
            <Small />
        </Guide>
    }
}

#[component]
fn Plain() -> impl IntoView {
    view! {
        <Specimen name="Field, TextInput">
            <Field id="guide-title" label="Title" hint="Say what people can do afterwards.">
                <TextInput name="title" value="Allergens in plain words" />
            </Field>
        </Specimen>
    }
}

#[component]
fn Wrong() -> impl IntoView {
    view! {
        <Specimen name="error">
            <Field id="guide-start" label="Starts" error=Some("There is no 25:30. Did you mean 15:30?".to_owned())>
                <TextInput name="start" value="25:30" />
            </Field>
        </Specimen>
    }
}

#[component]
fn Long() -> impl IntoView {
    let text = "The handover started without the night nurse. Next time we could wait two minutes.";
    view! {
        <Specimen name="TextArea with its audience, SavedWhen">
            <Field
                id="guide-text"
                label="What could have gone better?"
                audience="Only Rosalind reads this, ever."
            >
                <TextArea name="text" value=text rows=2 />
            </Field>
            <SavedWhen at=Some("at 09:41".to_owned()) />
        </Specimen>
        <Specimen name="Audience, above words that are not in a field">
            <Audience text="Everybody here can read it." />
        </Specimen>
    }
}

#[component]
fn Summary() -> impl IntoView {
    let error = |field: &str, text: &str| FormError { field: field.to_owned(), text: text.to_owned() };
    view! {
        <Specimen name="FormErrors">
            <FormErrors
                title="Two things stop this from going out"
                keep_focus=true
                errors=vec![
                    error("guide-start", "Starts: there is no 25:30"),
                    error("guide-title", "Room: choose one or “by video”"),
                ]
            />
        </Specimen>
    }
}

#[component]
fn Small() -> impl IntoView {
    let seats = RwSignal::new(20);
    view! {
        <Specimen name="SearchBox, NumberStepper">
            <Row>
                <SearchBox id="guide-search" label="Search or jump to" action="/styleguide" shortcut="⌘K" />
                <NumberStepper name="seats" label="Seats" bind=seats min=1 max=40 />
            </Row>
        </Specimen>
    }
}
