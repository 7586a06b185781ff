//! Native inputs, and the card around a choice that says what it leads to.

use leptos::prelude::*;

use super::super::{Checkbox, Choice, Picks, RadioGroup, RadioLook, Stepper, Switch, Way};
use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn Choices() -> impl IntoView {
    view! {
        <Guide id="choices" title="Choice" note="Native inputs. A card around a choice says what it leads to.">
            <Specimen name="Checkbox, Switch">
                <div class="guide-column">
                    <Checkbox name="waitlist" checked=true>"Remind the waitlist"</Checkbox>
                    <Checkbox name="copy">"Send me a copy"</Checkbox>
                    <Switch name="other" checked=true>"Prefer other teams"</Switch>
                    <Switch name="amounts">"Show amounts"</Switch>
                </div>
            </Specimen>
            <Radios />
            <Specimen name="Picks">
                <Picks
                    name="teach[]"
                    way=Way::Teach
                    chosen=vec!["sql".to_owned()]
                    choices=vec![
                        Choice::new("sql", "SQL for reports"),
                        Choice::new("sheets", "Spreadsheet models"),
                        Choice::new("logs", "Reading logs"),
                    ]
                />
            </Specimen>
            <Specimen name="Stepper" wide=true>
                <Stepper
                    label="Import"
                    steps=["File", "Columns", "Check", "Import"].map(str::to_owned).to_vec()
                    current=3_usize
                />
            </Specimen>
        </Guide>
    }
}

#[component]
fn Radios() -> impl IntoView {
    let when = || {
        vec![
            Choice::new("stage", "At the next stage").with_note("all by 11 January"),
            Choice::new("now", "Everyone now").with_note("37 people get a message"),
        ]
    };
    let times = vec![
        Choice::new("thu", "Thu 12:30").with_note("11:30 for Ana"),
        Choice::new("fri", "Fri 08:30").with_note("07:30 for Ana"),
        Choice::new("mon", "Mon 13:00").with_note("just taken").refused(),
    ];
    view! {
        <Specimen name="RadioGroup, cards">
            <RadioGroup name="g1" legend="From when?" choices=when() value="stage" />
        </Specimen>
        <Specimen name="RadioGroup, lines">
            <RadioGroup name="g2" legend="From when?" choices=when() value="now" look=RadioLook::Lines />
        </Specimen>
        <Specimen name="RadioGroup, slots: chosen, free, taken">
            <RadioGroup name="g3" legend="Time" choices=times value="thu" look=RadioLook::Slots />
        </Specimen>
    }
}
