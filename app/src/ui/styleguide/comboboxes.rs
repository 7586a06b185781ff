//! An input with a list, one and many.

use leptos::prelude::*;

use super::super::{ComboMode, ComboOption, Combobox, Field, Way};
use super::opened::ComboboxOpen;
use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn Comboboxes() -> impl IntoView {
    let note = "Focus stays in the input. Enter takes the marked line, Escape closes, then clears.";
    let chosen = RwSignal::new(vec![ComboOption::new("cold-chain", "Cold chain")]);
    view! {
        <Guide id="combobox" title="Combobox" note>
            <Specimen name="one, with groups, faces and a refused line">
                <Field id="guide-who" label="Who or what">
                    <Combobox id="guide-who" name="who" options=mixed() create="Create “{}”" />
                </Field>
            </Specimen>
            <Specimen name="many, with what has been chosen">
                <Field id="guide-want" label="What do you want to learn next?" hint="One is enough.">
                    <Combobox
                        id="guide-want"
                        name="want[]"
                        mode=ComboMode::Many
                        way=Way::Learn
                        selected=chosen
                        options=skills()
                        create="Nobody teaches “{}” yet. Create it?"
                    />
                </Field>
            </Specimen>
            <Specimen name="open, while typing">
                <ComboboxOpen />
            </Specimen>
            <Specimen name="error">
                <Field id="guide-skill" label="Skill" error=Some("Choose a skill or create one.".to_owned())>
                    <Combobox id="guide-skill" name="skill" options=skills() placeholder="Wound care" />
                </Field>
            </Specimen>
        </Guide>
    }
}

fn skills() -> Vec<ComboOption> {
    vec![
        ComboOption::new("cold-chain", "Cold chain").with_note("2 people"),
        ComboOption::new("handover", "Clinical handover").with_note("7 people can teach this"),
        ComboOption::new("handover-kitchen", "Shift handover, kitchen").with_note("1 person"),
        ComboOption::new("wound", "Wound care").with_note("5 people"),
    ]
}

fn mixed() -> Vec<ComboOption> {
    vec![
        ComboOption::new("rosalind", "Rosalind Achterberg")
            .in_group("People")
            .with_face("rosalind")
            .with_note("Care East"),
        ComboOption::new("route", "Route planning").in_group("Skills").with_note("4 people can teach this"),
        ComboOption::new("rota", "Rota planning").in_group("Skills").refused("you teach this already"),
    ]
}
