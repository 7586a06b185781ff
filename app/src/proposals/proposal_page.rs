//! `/proposals/{skill}`

use super::api::{DeclineProposal, OpenProposal, host_proposal};
use crate::ui::{
    Button, ButtonKind, ButtonSize, LinkButton, Loaded, Note, PageHead, PersonLine, Section, Status, toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::host_proposals::HostProposalPage as Page;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The session that was proposed to the reader.
#[component]
pub fn ProposalPage() -> impl IntoView {
    let params = use_params_map();
    let skill = move || params.read().get("skill").unwrap_or_default();
    let (open, decline) = (ServerAction::<OpenProposal>::new(), ServerAction::<DeclineProposal>::new());
    toast_when_done(decline, "Declined. You are not asked for it again for sixty days.");
    let live = use_live(Topic::Sessions);
    let source = move || (skill(), live.get(), open.version().get(), decline.version().get());
    let page = load(source, |(skill, ..)| host_proposal(skill));
    view! {
        <Title text="A session for you to open · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This proposal did not load" let:page>
                <Content page open decline />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, open: ServerAction<OpenProposal>, decline: ServerAction<DeclineProposal>) -> impl IntoView {
    let failed = move || {
        let open = open.value().get().and_then(Result::err);
        let error = open.or_else(|| decline.value().get().and_then(Result::err))?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    let place = if page.room.is_empty() { String::new() } else { format!(" · {}", page.room) };
    let lead = format!("{} · {} minutes{place}", page.when.text, page.length.0);
    let people = page
        .people
        .into_iter()
        .map(|person| {
            let (href, sub) = (format!("/people/{}", person.id), person.work());
            view! { <li><PersonLine name=person.name seed=person.id.to_string() sub href /></li> }
        })
        .collect_view();
    let answers = page.is_waiting.then(|| {
        let (skill, seen) = (page.skill.id.to_string(), page.seen.0);
        view! { <Answers skill seen open decline /> }
    });
    let opened = page.session.map(|id| {
        view! { <p><LinkButton href=format!("/sessions/{id}")>"See the session"</LinkButton></p> }
    });
    let over = (!page.is_waiting && opened.is_none())
        .then(|| view! { <Note status=Status::Info>"This proposal is over."</Note> });
    view! {
        <PageHead title=page.title lead />
        <div role="status">{failed}{over}</div>
        <section class="stage door-stage" aria-label="Your answer">
            <p>{page.lead}</p>
            <p class="door-text" dir="auto">{page.about}</p>
            {answers}
            {opened}
        </section>
        <Section id="asked" title="Who asked"><ul class="door-people" role="list">{people}</ul></Section>
    }
}

/// One tap opens it, one declines it.
#[component]
fn Answers(
    skill: String,
    seen: i64,
    open: ServerAction<OpenProposal>,
    decline: ServerAction<DeclineProposal>,
) -> impl IntoView {
    let same = skill.clone();
    view! {
        <div class="door-links">
            <ActionForm action=open>
                <input type="hidden" name="skill" value=skill />
                <input type="hidden" name="seen" value=seen.to_string() />
                <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=open.pending()>
                    "Open it to them"
                </Button>
            </ActionForm>
            <ActionForm action=decline>
                <input type="hidden" name="skill" value=same />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Large submit=true pending=decline.pending()>
                    "Not me"
                </Button>
            </ActionForm>
        </div>
    }
}
