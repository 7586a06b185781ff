//! Lanes, places, and how thin it is.

use leptos::prelude::*;

use super::super::{Certainty, CoverSlot, CoverSlots, HeatCell, LaneArrow, LaneScale, RiskBars, SkillLane, Way};
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
            <Specimen name="HeatCell: 1 to 4 who can; needed and nobody; not needed">
                <span class="cells-example">
                    {[1, 2, 3, 4].map(|have| view! { <HeatCell have need=4 example=true /> }).into_iter().collect_view()}
                    <HeatCell have=0 need=2 example=true />
                    <HeatCell have=0 need=0 example=true />
                </span>
            </Specimen>
            <Specimen name="RiskBars, band 1 to 3">
                <Row>
                    <RiskBars band=1 words="Low" />
                    <RiskBars band=2 words="Medium" />
                    <RiskBars band=3 words="High, one person left" />
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
