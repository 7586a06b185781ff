//! Faces, names and chips.

use leptos::prelude::*;

use super::super::{
    Avatar, AvatarSize, Chip, ChipKind, Face, FilterChip, FormerAvatar, Here, IconName, PersonLine, PresenceStack,
    Status, Way,
};
use super::specimen::{Guide, Row, Specimen};

#[component]
pub(super) fn People() -> impl IntoView {
    view! {
        <Guide
            id="people"
            title="People and chips"
            note="A face beside a written name is silent; alone it carries the name."
        >
            <Specimen name="Avatar">
                <Row>
                    <Avatar name="Amara Okafor" seed="amara" size=AvatarSize::Hero alone=true />
                    <Avatar name="Kwabena Asante" seed="kwabena" size=AvatarSize::Large alone=true />
                    <Avatar name="Mateo Duarte" seed="mateo" alone=true />
                    <Avatar name="Noor Halabi" seed="noor" size=AvatarSize::Small alone=true />
                    <FormerAvatar />
                </Row>
            </Specimen>
            <Presence />
            <Specimen name="PersonLine">
                <PersonLine
                    name="Bartholomew Fotheringay-Ashworth"
                    seed="bart"
                    sub="Accounts assistant · Finance & Payroll"
                    href="#people"
                />
            </Specimen>
            <Chips />
        </Guide>
    }
}

#[component]
fn Presence() -> impl IntoView {
    let people = ["Sol", "Inês", "Priya", "Wen", "Dag", "Noor", "Theo"].map(|name| Face::new(name, name)).to_vec();
    view! {
        <Specimen name="here, editing, PresenceStack">
            <Row>
                <Avatar name="Priya Raman" seed="priya" here=Here::Present alone=true />
                <Avatar name="Inês Carvalho" seed="ines" here=Here::Editing alone=true />
                <PresenceStack people />
            </Row>
        </Specimen>
    }
}

#[component]
fn Chips() -> impl IntoView {
    view! {
        <Specimen name="Chip">
            <span class="chips">
                <Chip kind=Way::Teach>"SQL for reports"</Chip>
                <Chip kind=Way::Learn>"Clinical handover"</Chip>
                <Chip>"Cold chain"</Chip>
                <Chip kind=ChipKind::Plain>"+4"</Chip>
                <Chip kind=Status::Success icon=IconName::Check>"yes"</Chip>
                <Chip kind=Status::Warning icon=IconName::Clock>"waiting"</Chip>
                <Chip kind=Status::Danger icon=IconName::X>"revoked"</Chip>
                <Chip kind=Status::Info href="#people">"new"</Chip>
            </span>
        </Specimen>
        <Specimen name="FilterChip, on and off">
            <span class="filters">
                <FilterChip label="Free this week" href="#people" on=true />
                <FilterChip label="Other team" href="#people" />
            </span>
        </Specimen>
    }
}
