//! The reader's rings, and what people of the program offer and want.

use crate::ui::{Avatar, AvatarSize, Chip, ChipKind, EmptyState, Section, Way};
use domain::swaps::{BoardLine, RingLine, SwapsPage};
use domain::tag::PersonTag;
use leptos::prelude::*;

/// How many faces a line shows.
const FACES: usize = 4;

/// Rings in groups: those that wait for the reader first.
#[component]
pub(super) fn Rings(page: SwapsPage) -> impl IntoView {
    let own = [&page.to_answer, &page.waiting, &page.agreed, &page.past];
    let none = own.iter().all(|lines| lines.is_empty()) && page.program.is_some();
    let empty = none.then(|| {
        view! {
            <EmptyState title="No ring yet" example="For example: Amara teaches you, you teach Mateo, Mateo teaches Amara.">
                "Post one offer and one want: rings of two, three and four are looked for every night."
            </EmptyState>
        }
    });
    view! {
        {empty}
        <Group id="to-answer" title="Waiting for your yes" lines=page.to_answer />
        <Group id="waiting" title="Waiting for others" lines=page.waiting />
        <Group id="agreed" title="You swap" lines=page.agreed />
        <Group id="of-others" title="Open rings of others" lines=page.of_others />
    }
}

/// Those that are over, below what goes on.
#[component]
pub(super) fn Before(lines: Vec<RingLine>) -> impl IntoView {
    view! { <Group id="past" title="Before" lines /> }
}

#[component]
fn Group(id: &'static str, title: &'static str, lines: Vec<RingLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
        view! { <Section id title><ul class="rows swap-rings">{rows}</ul></Section> }
    })
}

#[component]
fn Line(line: RingLine) -> impl IntoView {
    let href = format!("/swaps/{}", line.id);
    view! {
        <li>
            <Faces people=line.people />
            <div class="rows-main">
                <p class="rows-title"><a class="person-name" href=href>{line.title}</a></p>
                <p class="rows-sub">{line.sub}" "{line.status.text}</p>
            </div>
            <Chip kind=line.status.tone>{line.status.label}</Chip>
            <time class="rows-end" datetime=line.moved.iso>{line.moved.text}</time>
        </li>
    }
}

/// Both sides of the market, beside each other.
#[component]
pub(super) fn Board(offers: Vec<BoardLine>, wants: Vec<BoardLine>) -> impl IntoView {
    view! {
        <div class="split section" data-rail="even">
            <Section id="offers" title="What people offer" note="What most want stands first.">
                <Side lines=offers way=Way::Teach none="Nobody in this program offers anything yet." />
            </Section>
            <Section id="wants" title="What people want" note="What most want stands first.">
                <Side lines=wants way=Way::Learn none="Nobody in this program wants to learn anything yet." />
            </Section>
        </div>
    }
}

#[component]
fn Side(lines: Vec<BoardLine>, way: Way, none: &'static str) -> impl IntoView {
    if lines.is_empty() {
        return view! { <p class="quiet">{none}</p> }.into_any();
    }
    let rows = lines.into_iter().map(|line| view! { <Skill line way /> }).collect_view();
    view! { <ul class="rows swap-market">{rows}</ul> }.into_any()
}

#[component]
fn Skill(line: BoardLine, way: Way) -> impl IntoView {
    let names: Vec<&str> = line.people.iter().map(PersonTag::first_name).collect();
    let names = domain::wording::listed(names, FACES);
    let other = match (way, line.others) {
        (Way::Teach, 0) => "nobody asks for it yet".to_owned(),
        (Way::Teach, n) => format!("{n} want it"),
        (Way::Learn, 0) => "nobody offers it yet".to_owned(),
        (Way::Learn, 1) => "1 offers it".to_owned(),
        (Way::Learn, n) => format!("{n} offer it"),
    };
    let mine = line.is_mine.then(|| view! { " "<Chip kind=ChipKind::Plain>"you"</Chip> });
    view! {
        <li>
            <Faces people=line.people.clone() />
            <div class="rows-main">
                <p class="rows-title"><a class="person-name" href=format!("/skills/{}", line.skill.id)>{line.skill.name}</a>{mine}</p>
                <p class="rows-sub">{names}</p>
            </div>
            <span class="rows-end quiet">{other}</span>
        </li>
    }
}

/// The first few faces, one over the other; their names stand beside them.
#[component]
fn Faces(people: Vec<PersonTag>) -> impl IntoView {
    let face = |person: PersonTag| {
        view! { <Avatar name=person.name seed=person.id.to_string() size=AvatarSize::Small /> }
    };
    let faces = people.into_iter().take(FACES).map(face).collect_view();
    view! { <span class="swap-faces">{faces}</span> }
}
