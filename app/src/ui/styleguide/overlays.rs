//! Menu, dialog and toast: to be opened, and drawn open.

use leptos::prelude::*;

use super::super::{
    Button, ButtonKind, CloseDialog, Dialog, Field, IconName, Menu, MenuItem, MenuLabel, MenuLine, TextInput, Toasts,
};
use super::opened::Opened;
use super::specimen::{Guide, Row, Specimen};

#[component]
pub(super) fn Overlays() -> impl IntoView {
    let note = "A sheet on phones. Cancel has the focus when something is lost.";
    view! {
        <Guide id="overlays" title="Menu, dialog, toast, palette" note>
            <Specimen name="Menu">
                <Row>
                    <Button menu="guide-later" kind=ButtonKind::Quiet>"Not now"</Button>
                </Row>
                <Later />
            </Specimen>
            <Specimen name="Dialog">
                <Row>
                    <Button dialog="guide-end" kind=ButtonKind::Danger>"End the program"</Button>
                </Row>
                <End />
            </Specimen>
            <Specimen name="Toast">
                <Row>
                    <Toast />
                </Row>
            </Specimen>
            <Opened />
        </Guide>
    }
}

#[component]
fn Later() -> impl IntoView {
    view! {
        <Menu id="guide-later" label="Ask me again">
            <MenuLabel>"Ask me again"</MenuLabel>
            <MenuItem icon=IconName::Clock shortcut="1">"Tomorrow"</MenuItem>
            <MenuItem icon=IconName::Calendar shortcut="2">"In a week"</MenuItem>
            <MenuLine />
            <MenuItem icon=IconName::Hidden danger=true>"Never for swaps"</MenuItem>
        </Menu>
    }
}

#[component]
fn End() -> impl IntoView {
    let foot = || {
        view! {
            <CloseDialog dialog="guide-end" attr:autofocus=true>"Cancel"</CloseDialog>
            <Button kind=ButtonKind::Danger>"End the program"</Button>
        }
    };
    view! {
        <Dialog id="guide-end" title="End Pairs for Care?" focus_inside=true foot>
            <p>
                "37 pairs stop on 30 November. Finished steps and medals stay; notes stay with the two who wrote them."
            </p>
            <Field id="guide-typed" label="Type “end 37 pairs” to go on">
                <TextInput name="typed" />
            </Field>
        </Dialog>
    }
}

#[component]
fn Toast() -> impl IntoView {
    let toasts = Toasts::here();
    let undo = Callback::new(move |()| toasts.say("Seat given back"));
    let save = Callback::new(move |()| toasts.say_with("Seat saved for 12:30", "Undo", undo));
    view! { <Button icon=IconName::Ticket on_press=save>"Save my seat"</Button> }
}
