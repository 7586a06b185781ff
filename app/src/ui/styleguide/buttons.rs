//! Buttons in their kinds, sizes and states.

use leptos::prelude::*;

use super::super::{Button, ButtonKind, ButtonSize, Chip, IconButton, IconName, LinkButton, Segment, Segmented, Way};
use super::specimen::{Guide, Row, Specimen};

#[component]
pub(super) fn Buttons() -> impl IntoView {
    let note = "One primary on a screen. Links go somewhere, buttons do something.";
    view! {
        <Guide id="buttons" title="Button" note>
            <Kinds />
            <Sizes />
            <Focus />
            <Held />
            <Specimen name="refusal, with its reason">
                <Row>
                    <Button refusal=Some("Settle the length of a meeting first.".to_owned())>"Publish"</Button>
                </Row>
            </Specimen>
            <Shapes />
        </Guide>
    }
}

#[component]
fn Kinds() -> impl IntoView {
    view! {
        <Specimen name="kind">
            <Row>
                <Button kind=ButtonKind::Primary>"Confirm"</Button>
                <Button>"Suggest a time"</Button>
                <Button kind=ButtonKind::Soft icon=IconName::Plus>"New"</Button>
                <Button kind=ButtonKind::Quiet>"Not now"</Button>
                <Button kind=ButtonKind::Danger icon=IconName::Trash>"Remove"</Button>
                <LinkButton href="#buttons" icon=IconName::Forward>"A link"</LinkButton>
            </Row>
        </Specimen>
    }
}

#[component]
fn Sizes() -> impl IntoView {
    view! {
        <Specimen name="size">
            <Row>
                <Button size=ButtonSize::Small>"Small"</Button>
                <Button>"Regular"</Button>
                <Button size=ButtonSize::Large>"Large"</Button>
            </Row>
        </Specimen>
    }
}

#[component]
fn Focus() -> impl IntoView {
    view! {
        <Specimen name=":focus-visible, on paper and on primary">
            <div class="guide-row" data-force="focus">
                <Button>"Focus"</Button>
                <Button kind=ButtonKind::Primary>"Focus"</Button>
                <a class="link" href="#buttons">
                    "A link"
                </a>
                <Chip kind=Way::Teach>"A chip"</Chip>
            </div>
        </Specimen>
    }
}

#[component]
fn Held() -> impl IntoView {
    let following = RwSignal::new(true);
    let turn = Callback::new(move |()| following.update(|on| *on = !*on));
    view! {
        <Specimen name="pending, pressed">
            <Row>
                <Button kind=ButtonKind::Primary pending=true>"Sending"</Button>
                <Button icon=IconName::Bell pressed=following on_press=turn>"Following"</Button>
            </Row>
        </Specimen>
    }
}

#[component]
fn Shapes() -> impl IntoView {
    let segment = |label: &str, current| Segment { label: label.to_owned(), href: "#buttons".to_owned(), current };
    view! {
        <Specimen name="IconButton, Segmented">
            <Row>
                <IconButton icon=IconName::More label="More" kind=ButtonKind::Plain />
                <IconButton icon=IconName::Bell label="Notifications" />
                <Segmented
                    label="Picture or table"
                    segments=vec![segment("Picture", true), segment("Table", false)]
                />
            </Row>
        </Specimen>
    }
}
