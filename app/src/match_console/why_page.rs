//! `/mentoring/{program}/why`: the learner's own explanation.

use super::api::why_matched;
use super::fit_bar::FitBar;
use crate::ui::{AvatarSize, ButtonKind, LinkButton, Loaded, Note, PageHead, PersonLine, Section, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::match_rounds::{MyMatchPage as Page, MyMentor, MyReason, WayOutLine};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// Why the reader has the mentor they have, or none yet.
#[component]
pub fn WhyMatchPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("program").unwrap_or_default();
    let topics = [Topic::Programs, Topic::Skills, Topic::People, Topic::Exchanges];
    let live = topics.map(use_live);
    let news = move || live.map(|one| one.get());
    let page = load(move || (id(), news()), |(id, _)| why_matched(id));
    view! {
        <Title text="Why · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The explanation did not load" let:page>
                <Content page />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page) -> impl IntoView {
    let (back, wishes) = (format!("/programs/{}", page.program), format!("/mentoring/{}/match", page.program));
    let has_none = page.mentor.is_none();
    let actions = move || {
        let wishes =
            has_none.then(|| view! { <LinkButton href=wishes.clone()>"Who fits, and your wishes"</LinkButton> });
        view! {
            {wishes}
            <LinkButton href=back.clone() kind=ButtonKind::Quiet>{page.program_title.clone()}</LinkButton>
        }
    };
    let round = (!page.round.is_empty()).then(|| view! { <p class="quiet">{page.round.clone()}</p> });
    let mentor = page.mentor.map(|mentor| view! { <Mentor mentor /> });
    let out = page.way_out.map(|out| view! { <Out out /> });
    let instead = (!page.instead.is_empty()).then(|| view! { <p>{page.instead.clone()}</p> });
    let others = (!page.others.is_empty()).then(|| {
        let lines = page.others.into_iter().map(|reason| view! { <Other reason /> }).collect_view();
        view! { <Section id="others" title="One by one"><ul class="rows">{lines}</ul></Section> }
    });
    view! {
        <PageHead title=page.title lead=page.lead actions />
        {round}
        {out}
        {instead}
        {mentor}
        {others}
        <p class="quiet">"Only you read this. What is said here follows from the matching as it stands now."</p>
    }
}

#[component]
fn Out(out: WayOutLine) -> impl IntoView {
    let link = out.link.map(|(words, href)| view! { " "<a class="link" href=href>{words}</a> });
    view! {
        <Note status=Status::Info>
            <b>{out.text}</b>
            {link}
            <span class="pairing-checked">
                "The smallest change that would: everybody was matched again with it, and it came true."
            </span>
        </Note>
    }
}

#[component]
fn Mentor(mentor: MyMentor) -> impl IntoView {
    let (seed, href) = (mentor.person.id.to_string(), format!("/people/{}", mentor.person.id));
    let room = mentor.href;
    let (parts, lines) = (mentor.parts, mentor.lines);
    let fit = mentor.band.map(|band| view! { <FitBar band parts lines open=true /> });
    view! {
        <Section id="mentor" title=mentor.skill.name>
            <PersonLine name=mentor.person.name seed href size=AvatarSize::Large />
            {fit}
            <p><a class="link" href=room>"Your room"</a></p>
        </Section>
    }
}

#[component]
fn Other(reason: MyReason) -> impl IntoView {
    let (seed, href) = (reason.person.id.to_string(), format!("/people/{}", reason.person.id));
    let wish = (!reason.wish.is_empty()).then_some(reason.wish);
    view! {
        <li>
            <PersonLine name=reason.person.name seed href size=AvatarSize::Small sub=wish />
            <p class="rows-main">{reason.text}</p>
        </li>
    }
}
