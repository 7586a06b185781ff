//! The one stage of a screen.

use leptos::prelude::*;

use super::super::{Button, ButtonKind, ButtonSize, NextStep};
use super::rings::three;
use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn Stages() -> impl IntoView {
    let go = || {
        view! {
            <Button kind=ButtonKind::Primary size=ButtonSize::Large>"Confirm Thursday 12:30"</Button>
            <Button kind=ButtonKind::Quiet size=ButtonSize::Large>"Not now"</Button>
            <Button kind=ButtonKind::Quiet size=ButtonSize::Large>"Why this?"</Button>
        }
    };
    let idle = || view! { <Button size=ButtonSize::Large>"Show me something anyway"</Button> };
    view! {
        <Guide
            id="stage"
            title="Next step"
            note="Verb, person, time, effort, reason. When nothing is needed it says so."
        >
            <Specimen name="NextStep with a picture" wide=true>
                <NextStep
                    id="guide-next"
                    title="Confirm Thursday 12:30 with Amara"
                    effort="about 1 minute"
                    actions=go
                    picture=|| three("guide-stage")
                >
                    "She has been waiting since "
                    <strong>"yesterday, 16:10"</strong>
                    ". Yours is the last yes in a three-way swap."
                </NextStep>
            </Specimen>
            <Specimen name="NextStep, nothing to do" wide=true>
                <NextStep id="guide-idle" title="Nothing needs you" actions=idle>
                    "Everyone you teach has answered. Enjoy lunch."
                </NextStep>
            </Specimen>
        </Guide>
    }
}
