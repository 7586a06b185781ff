//! Timeline, agenda, cards and reasons.

use leptos::prelude::*;

use super::super::{
    Agenda, AgendaItem, Avatar, AvatarSize, Button, ButtonSize, Card, CardWidth, Cards, Chip, IconName, NewItems,
    Reason, Reasons, Timeline, TimelineDay, TimelineItem, Way, When,
};
use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn Lists() -> impl IntoView {
    view! {
        <Guide id="lists" title="Lists" note="New things wait; the page does not jump.">
            <Specimen name="NewItems, Timeline">
                <History />
            </Specimen>
            <Specimen name="Agenda">
                <Day />
            </Specimen>
            <Specimen name="Reasons">
                <Why />
            </Specimen>
            <Specimen name="Card, Cards" wide=true>
                <Cards width=CardWidth::Small>
                    <Example name="Noor Halabi" team="Digital" skill="Backup restore" />
                    <Example name="Inês Carvalho" team="People & Learning" skill="Difficult conversations" />
                    <Example name="Theo Nakamura" team="Pharmacy & Supplies" skill="Stock forecasting" />
                </Cards>
            </Specimen>
        </Guide>
    }
}

#[component]
fn History() -> impl IntoView {
    let waiting = RwSignal::new(3);
    let when = |datetime: &'static str, text: &'static str| move || view! { <When datetime text /> };
    view! {
        <NewItems count=waiting on_show=Callback::new(move |()| waiting.set(0)) />
        <Timeline>
            <TimelineDay>"This week"</TimelineDay>
            <TimelineItem way=Way::Teach meta=when("2026-11-17", "Tuesday 17 November")>
                <b>"Taught Jonas"</b>
                " Clinical handover"
            </TimelineItem>
            <TimelineItem way=Way::Learn meta=when("2026-11-16", "Monday 16 November")>
                <b>"Learned from Rosalind"</b>
            </TimelineItem>
            <TimelineItem icon=IconName::Edit meta=when("2026-11-09", "9 November, by hand")>
                <b>"Sol"</b>
                " changed the rhythm from weekly to every 2 weeks"
            </TimelineItem>
        </Timeline>
    }
}

#[component]
fn Why() -> impl IntoView {
    view! {
        <Reasons>
            <Reason way=Way::Learn>
                <b>"Can teach you Clinical handover"</b>
            </Reason>
            <Reason icon=IconName::Clock>"Free at lunch on Thursday and Monday"</Reason>
        </Reasons>
    }
}

#[component]
fn Day() -> impl IntoView {
    let save = || view! { <Button size=ButtonSize::Small>"Save"</Button> };
    view! {
        <Agenda>
            <AgendaItem
                datetime="2026-11-18T12:30"
                time="12:30"
                length="45 min"
                title="Allergens in plain words"
                href="#lists"
                action=save
            >
                <Chip kind=Way::Learn>"Allergen matrix"</Chip>
                " 2 seats left"
            </AgendaItem>
        </Agenda>
    }
}

#[component]
fn Example(name: &'static str, team: &'static str, skill: &'static str) -> impl IntoView {
    let picture = move || view! { <Avatar name seed=name size=AvatarSize::Large /> };
    let foot = || {
        view! {
            <span class="card-sub">"Free today 16:00"</span>
            <Button size=ButtonSize::Small>"Ask"</Button>
        }
    };
    view! {
        <Card title=name sub=team href="#lists" picture foot>
            <div>
                <Chip kind=Way::Teach>{skill}</Chip>
            </div>
            <p class="card-text">"Your plan names it for 12 December."</p>
        </Card>
    }
}
