//! Every component in every state, at `/styleguide`. What is not here is not part of the design system, and
//! the journeys check this page for contrast, names and keys.

mod brand;
mod buttons;
mod choices;
mod colours;
mod comboboxes;
mod data;
mod editing;
mod fields;
mod icons;
mod lanes;
mod lists;
mod messages;
mod opened;
mod overlays;
mod people;
mod places;
mod rings;
mod specimen;
mod stages;
mod states;
mod tables;
mod words;

use leptos::prelude::*;
use leptos_meta::Title;

use super::{PageHead, Tab, Tabs};

/// The sections in order: id and name.
const SECTIONS: [(&str, &str); 20] = [
    ("brand", "Brand"),
    ("colour", "Colour"),
    ("type", "Type"),
    ("icons", "Icons"),
    ("buttons", "Buttons"),
    ("fields", "Fields"),
    ("choices", "Choices"),
    ("combobox", "Combobox"),
    ("people", "People"),
    ("places", "Places"),
    ("overlays", "Overlays"),
    ("messages", "Messages"),
    ("states", "States"),
    ("stage", "Stage"),
    ("rings", "Rings"),
    ("tables", "Tables"),
    ("lanes", "Lanes"),
    ("data", "Data"),
    ("lists", "Lists"),
    ("editing", "Editing"),
];

/// The whole guide, inside the frame of whoever looks.
#[component]
pub fn StyleguidePage() -> impl IntoView {
    let tabs: Vec<Tab> = SECTIONS.iter().map(|(id, name)| Tab::new(*name, format!("#{id}"), false)).collect();
    view! {
        <Title text="Style guide · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Style guide" lead="Foundations, controls, data and live parts, each in its states." />
            <Tabs label="Sections" tabs />
            <brand::Brand />
            <colours::Colours />
            <words::Words />
            <icons::Icons />
            <buttons::Buttons />
            <fields::Fields />
            <choices::Choices />
            <comboboxes::Comboboxes />
            <people::People />
            <places::Places />
            <overlays::Overlays />
            <messages::Messages />
            <states::States />
            <stages::Stages />
            <rings::Rings />
            <tables::Tables />
            <lanes::Lanes />
            <data::Data />
            <lists::Lists />
            <editing::Editing />
        </main>
    }
}
