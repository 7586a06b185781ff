//! The signature picture: people on a circle, chevrons for what passes from one to the next. Whole chevrons
//! are promised, dashed ones are not yet. Colours are relative to the reader: what I give is marigold, what I
//! receive indigo, what passes between others grey.

mod layout;

use leptos::prelude::*;

use super::ring::decimal;
use super::{Way, initials, tone};
use layout::Layout;

/// What someone has said to their place in the ring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Nothing was asked.
    #[default]
    None,
    /// Yes: a tick, and their chevron is whole.
    Yes,
    /// Not yet: a clock, and their chevron is dashed.
    Waiting,
    /// They left: their chevron is broken.
    Left,
}

/// Someone on the ring, giving to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingMember {
    /// Their whole name; the first word stands beside the face.
    pub name: String,
    /// Their id, for the hue.
    pub seed: String,
    /// What they give; empty for whoever only receives, at the end of a chain: no chevron leaves them.
    pub gives: String,
    /// What they have said.
    pub answer: Answer,
    /// Whether this is the reader.
    pub is_you: bool,
}

/// Two to five people on a circle, or on an open one where the last of them gives nothing.
#[component]
pub fn PeopleRing(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// The whole ring as a sentence, for those who do not see it.
    #[prop(into)]
    label: String,
    /// The people in order; each gives to the next and the last to the first.
    members: Vec<RingMember>,
    /// Two lines in the middle: "2 of 3", "said yes".
    #[prop(optional_no_strip, into)]
    middle: Option<(String, String)>,
) -> impl IntoView {
    let count = u8::try_from(members.len()).unwrap_or(u8::MAX);
    let layout = Layout::new(count);
    let next_is_you = members.iter().cycle().skip(1).map(|member| member.is_you);
    let chevrons = members
        .iter()
        .zip(next_is_you)
        .zip(0..)
        .filter(|((member, _), _)| !member.gives.is_empty())
        .map(|((member, to_you), place)| chevron(&layout, place, member, to_you))
        .collect_view();
    let people = members
        .iter()
        .zip(0..)
        .map(|(member, place)| person(&layout, place, member, format!("{id}-{place}")))
        .collect_view();
    let middle = middle.map(|(number, words)| {
        let (upper, lower) = layout.middle();
        view! {
            {text("swap-ring-count", layout.width / 2.0, upper, number)}
            {text("swap-ring-gives", layout.width / 2.0, lower, words)}
        }
    });
    let view_box = format!("0 0 {} {}", decimal(layout.width), decimal(layout.height(count)));
    view! {
        <svg class="swap-ring" viewBox=view_box role="img" aria-label=label>
            {chevrons}
            {people}
            {middle}
        </svg>
    }
}

fn chevron(layout: &Layout, place: u8, member: &RingMember, to_you: bool) -> impl IntoView + use<> {
    let kind = if member.is_you {
        Way::Teach.slug()
    } else if to_you {
        Way::Learn.slug()
    } else {
        "other"
    };
    let state = match member.answer {
        Answer::None | Answer::Yes => None,
        Answer::Waiting => Some("open"),
        Answer::Left => Some("broken"),
    };
    view! { <path class="swap-ring-arc" data-kind=kind data-state=state d=layout.chevron(place)></path> }
}

fn person(layout: &Layout, place: u8, member: &RingMember, clip: String) -> impl IntoView + use<> {
    let x = layout.text_x(place);
    let (upper, lower) = layout.text_at(place);
    let first_name = member.name.split_whitespace().next().unwrap_or_default();
    let (name, verb) = if member.is_you { ("You", "give") } else { (first_name, "gives") };
    let gives = if member.gives.is_empty() {
        (if member.is_you { "only receive" } else { "only receives" }).to_owned()
    } else {
        format!("{verb} {}", member.gives)
    };
    view! {
        {face(layout, place, member, clip)}
        {sign(layout.sign_at(place), member.answer)}
        {text("swap-ring-name", x, upper, name.to_owned())}
        {text("swap-ring-gives", x, lower, gives)}
    }
}

/// Centre of the crescent for each hue, as in the tokens, in hundredths of the face's box.
const CRESCENTS: [(f64, f64); 8] =
    [(0.88, 0.92), (0.08, 0.84), (0.96, 0.30), (0.18, 0.06), (0.78, 1.02), (-0.04, 0.48), (0.70, 0.0), (0.30, 1.0)];

fn face(layout: &Layout, place: u8, member: &RingMember, clip: String) -> impl IntoView + use<> {
    let (x, y) = layout.face_at(place);
    let r = layout.face;
    let tone = tone(&member.seed);
    let crescent = CRESCENTS.into_iter().zip(1_u64..).find(|(_, of)| *of == tone);
    let (right, down) = crescent.map_or((0.5, 0.5), |(centre, _)| centre);
    // Out to the farthest corner of the box, as a radial gradient counts it.
    let reach = (right.max(1.0 - right) * 2.0 * r).hypot(down.max(1.0 - down) * 2.0 * r);
    let (cx, cy, r_text) = (decimal(x), decimal(y), decimal(r));
    view! {
        <g data-tone=tone>
            <clipPath id=clip.clone()>
                <circle cx=cx.clone() cy=cy.clone() r=r_text.clone()></circle>
            </clipPath>
            <circle class="swap-ring-disc" cx=cx cy=cy r=r_text></circle>
            <circle
                class="swap-ring-crescent"
                clip-path=format!("url(#{clip})")
                cx=decimal(x + (right * 2.0 - 1.0) * r)
                cy=decimal(y + (down * 2.0 - 1.0) * r)
                r=decimal(reach * 0.46)
            ></circle>
            {text("swap-ring-initials", x, y + 6.5, initials(&member.name))}
        </g>
    }
}

fn sign((x, y): (f64, f64), answer: Answer) -> impl IntoView {
    let (disc, stroke, d) = match answer {
        Answer::None | Answer::Left => return ().into_any(),
        Answer::Yes => {
            let start = format!("m{} {}", decimal(x - 4.5), decimal(y + 0.3));
            ("swap-ring-yes", "swap-ring-tick", format!("{start} 3.2 3.2 6-6.4"))
        }
        Answer::Waiting => {
            let start = format!("M{} {}", decimal(x), decimal(y - 4.5));
            ("swap-ring-wait", "swap-ring-hand", format!("{start}v4.5l3 2"))
        }
    };
    view! {
        <circle class=disc cx=decimal(x) cy=decimal(y) r="11"></circle>
        <path class=stroke d=d></path>
    }
    .into_any()
}

fn text(class: &'static str, x: f64, y: f64, words: String) -> impl IntoView {
    view! {
        <text class=class x=decimal(x) y=decimal(y)>
            {words}
        </text>
    }
}
