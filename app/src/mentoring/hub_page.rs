//! `/mentoring`

use super::api::mentoring;
use super::mentor_actions::MentorActions;
use super::places::Places;
use crate::pair_line::PairRow;
use crate::ui::{
    ButtonKind, Card, CardWidth, Cards, Chip, EmptyState, IconName, LinkButton, Loaded, Note, PageHead, PersonLine,
    Section, Status, Way,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::mentorings::{HubPage as Page, LookingCard, OpenProgram, RequestLine};
use domain::pairs::PairLine;
use leptos::prelude::*;
use leptos_meta::Title;

/// What the reader looks for, who asks them, their pairs, their places, and what is open.
#[component]
pub fn MentoringPage() -> impl IntoView {
    let actions = MentorActions::new();
    let live = [Topic::Exchanges, Topic::Programs, Topic::Sessions].map(use_live);
    let page = load(move || (live.map(|one| one.get()), actions.versions()), |_| mentoring());
    view! {
        <Title text="Mentoring · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your mentoring did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: MentorActions) -> impl IntoView {
    let failed = move || actions.refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let Page { lead, requests, looking, pairs, places, open } = page;
    let is_in_none = requests.is_empty() && looking.is_empty() && pairs.is_empty() && places.is_empty();
    let nothing = (is_in_none && open.is_empty()).then(|| view! { <NoProgram /> });
    let is_first = is_in_none;
    view! {
        <PageHead title="Mentoring" lead=Signal::stored(lead) />
        <div role="status">{failed}</div>
        {nothing}
        <Requests lines=requests />
        <Looking cards=looking />
        <Pairs lines=pairs />
        <Places cards=places actions />
        <Open programs=open is_first />
    }
}

#[component]
fn NoProgram() -> impl IntoView {
    let verb = || view! { <LinkButton href="/start/people">"See who can teach you"</LinkButton> };
    view! {
        <EmptyState title="No program is open" action=verb example="For example: Pairs for Care, two people each, every second Thursday.">
            "When one opens it stands here. Until then you can ask any colleague to teach you for an hour."
        </EmptyState>
    }
}

#[component]
fn Requests(lines: Vec<RequestLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines
            .into_iter()
            .map(|line| {
                let sub = format!("{} · {}", line.program.title, line.until);
                view! {
                    <li>
                        <PersonLine name=line.learner.name seed=line.learner.id.to_string() sub href=line.href.clone() />
                        <Chip kind=Way::Teach>{line.skill.name}</Chip>
                        <LinkButton href=line.href kind=ButtonKind::Primary>"Answer"</LinkButton>
                    </li>
                }
            })
            .collect_view();
        view! { <Section id="requests" title="Waiting for your answer"><ul class="rows">{rows}</ul></Section> }
    })
}

#[component]
fn Looking(cards: Vec<LookingCard>) -> impl IntoView {
    (!cards.is_empty()).then(|| {
        let cards = cards
            .into_iter()
            .map(|card| {
                let (href, verb) = (card.href, card.verb);
                let foot = move || view! { <LinkButton href kind=ButtonKind::Primary>{verb}</LinkButton> };
                view! {
                    <Card title=card.program.title sub=card.waited foot>
                        <p class="card-text">{card.status}</p>
                    </Card>
                }
            })
            .collect_view();
        view! { <Section id="looking" title="Find a mentor"><Cards width=CardWidth::Wide>{cards}</Cards></Section> }
    })
}

#[component]
fn Pairs(lines: Vec<PairLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|line| view! { <PairRow line /> }).collect_view();
        let all = || view! { <a class="link" href="/pairs">"All of them"</a> };
        view! { <Section id="pairs" title="My pairs" aside=all><ul class="rows rows-dated">{rows}</ul></Section> }
    })
}

#[component]
fn Open(programs: Vec<OpenProgram>, is_first: bool) -> impl IntoView {
    (!programs.is_empty()).then(|| {
        let cards = programs
            .into_iter()
            .map(|open| {
                let href = format!("/programs/{}", open.program.id);
                let kind = if is_first { ButtonKind::Primary } else { ButtonKind::Plain };
                let foot = move || view! { <LinkButton href kind icon=IconName::Forward>"Read and join"</LinkButton> };
                view! {
                    <Card title=open.program.title foot>
                        <p class="card-text" dir="auto">{open.purpose}</p>
                        <p class="quiet">{open.mode}</p>
                    </Card>
                }
            })
            .collect_view();
        let title = if is_first { "Open to you" } else { "Also open" };
        view! { <Section id="open" title=title><Cards width=CardWidth::Wide>{cards}</Cards></Section> }
    })
}
