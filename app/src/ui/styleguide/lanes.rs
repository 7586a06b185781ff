//! Lanes and places.

use leptos::prelude::*;

use super::super::{Certainty, CoverSlot, CoverSlots, LaneArrow, LaneScale, SkillLane, Way};
use super::specimen::{Guide, Row, Specimen};

#[component]
pub(super) fn Lanes() -> impl IntoView {
    view! {
        <Guide
            id="lanes"
            title="Skill lane and cover"
            note="Five stops on one line, so people can be compared. A halo says how sure we are."
        >
            <Specimen name="SkillLane, LaneScale">
                <LaneScale />
                <SkillLane level=4 way=Way::Teach />
                <SkillLane level=3 certainty=Certainty::Fair />
                <SkillLane level=1 goal=Some(3) way=Way::Learn certainty=Certainty::Low />
                <SkillLane level=2 goal=Some(4) way=Way::Learn />
                <SkillLane level=0 goal=Some(4) way=Way::Learn />
                <SkillLane level=1 goal=Some(4) way=Way::Learn certainty=Certainty::Fair />
            </Specimen>
            <Specimen name="LaneArrow">
                <Row>
                    <LaneArrow way=Way::Teach />
                    "offers to teach"
                    <LaneArrow way=Way::Learn />
                    "wants to learn"
                </Row>
            </Specimen>
            <Specimen name="CoverSlots" wide=true>
                <CoverSlots slots=slots() />
            </Specimen>
        </Guide>
    }
}

fn slots() -> Vec<CoverSlot> {
    vec![
        CoverSlot::Filled { name: "Rosalind".into(), seed: "rosalind".into(), note: "can teach".into() },
        CoverSlot::Planned { name: "Amara".into(), seed: "amara".into(), note: "planned, 14 December".into() },
        CoverSlot::Empty { note: "nobody is asked".into() },
    ]
}
