//! `/sessions/{id}` and `/sessions/{id}/{day}`

use super::api::session;
use super::dates::Dates;
use super::facts::Facts;
use super::help::Help;
use super::host_tools::Tools;
use super::materials::Materials;
use super::poll::Poll;
use super::questions::Questions;
use super::seat_card::SeatCard;
use super::session_actions::SessionActions;
use super::survey::SurveySection;
use crate::prose::Prose;
use crate::talk::{Comments, TalkActions};
use crate::ui::{Chip, ChipKind, Icon, IconName, Loaded, Note, PageTitle, Section, Seen, Status, Way};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::sessions::SessionPage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One date of a session; the next one where the address names none.
#[component]
pub fn SessionPage() -> impl IntoView {
    let params = use_params_map();
    let at = move || {
        let params = params.read();
        (params.get("id").unwrap_or_default(), params.get("day").unwrap_or_default())
    };
    let (actions, talk, seen) = (SessionActions::new(), TalkActions::new(), Seen::new());
    let live = (use_live(Topic::Sessions), use_live(Topic::Library), use_live(Topic::Talk));
    let changes = move || (live.0.get(), live.1.get(), live.2.get(), actions.versions(), talk.versions());
    let page = load(move || (at(), changes()), |((id, day), _)| session(id, day));
    view! {
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This session did not load" let:page>
                <Content page actions talk seen />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: SessionActions, talk: TalkActions, seen: Seen) -> impl IntoView {
    actions.write_for(&format!("{}/{}", page.id, page.on));
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let words = page.banner.clone();
    let mark = seen.mark(format!("{}/{}/banner", page.id, page.on), words.clone());
    let banner = (!words.is_empty()).then(|| {
        view! { <div data-changed=mark><Note status=Status::Warning>{words}</Note></div> }
    });
    let beside = if page.poll.is_some() {
        view! { <Poll page=page.clone() actions /> }.into_any()
    } else {
        view! { <SeatCard page=page.clone() actions seen /> }.into_any()
    };
    let tools = page.moves.change.then(|| view! { <Tools page=page.clone() actions /> });
    view! {
        <Title text=format!("{} · Kith", page.title) />
        <div class="session">
            <div>
                <Head page=page.clone() />
                <div role="status">{failed}</div>
                {banner}
                <Facts page=page.clone() seen />
                <Outcomes outcomes=page.outcomes.clone() />
            </div>
            <aside aria-label="Seats">{beside}</aside>
            <div>
                <Kept page=page.clone() />
                <SurveySection page=page.clone() actions />
                <Questions page=page.clone() actions seen />
                <Materials page=page.clone() actions=actions.host />
                <Dates lines=page.dates.clone() rule=page.rule.clone() seen />
                <Comments list=page.comments.clone() actions=talk />
                {tools}
                <Help />
            </div>
        </div>
    }
}

/// What is taught, what kind of hour it is, its name and what it is about.
#[component]
fn Head(page: Page) -> impl IntoView {
    let skills = page.skills.into_iter().map(|skill| {
        let href = format!("/skills/{}", skill.id);
        view! { <li><Chip kind=Way::Learn href>{skill.name}</Chip></li> }
    });
    let program = page.program.map(|(href, title)| view! { <li><a class="link" href=href>{title}</a></li> });
    let request = page.request.map(|href| view! { <li><a class="link" href=href>"How you agreed on it"</a></li> });
    let past = page.is_past.then(|| view! { <li><Chip kind=ChipKind::Plain>"over"</Chip></li> });
    view! {
        <header class="page-head session-head">
            <div class="page-heading">
                <ul class="facts">
                    {skills.collect_view()}
                    <li>{page.kind}</li>
                    {past}
                    {program}
                    {request}
                    <li>{page.open_to}</li>
                </ul>
                <PageTitle>{page.title}</PageTitle>
                <Prose nodes=page.about />
            </div>
        </header>
    }
}

/// What people can do afterwards.
#[component]
fn Outcomes(outcomes: Vec<String>) -> impl IntoView {
    (!outcomes.is_empty()).then(|| {
        let lines = outcomes.into_iter().map(|line| {
            view! { <li><Icon name=IconName::Check /><span dir="auto">{line}</span></li> }
        });
        view! { <Section id="able" title="Afterwards you can"><ul class="able">{lines.collect_view()}</ul></Section> }
    })
}

/// What is worth keeping of it, and the hosts’ thanks.
#[component]
fn Kept(page: Page) -> impl IntoView {
    let is_kept = !page.note.is_empty() || !page.thanks.is_empty() || !page.notes.is_empty();
    is_kept.then(|| {
        let thanks = (!page.thanks.is_empty()).then(|| view! { <q class="quoted" dir="auto">{page.thanks}</q> });
        let notes = page.notes.into_iter().map(|note| {
            let href = format!("/library/{}", note.id);
            view! { <p class="section-note">"In the library: "<a class="link" href=href dir="auto">{note.title}</a></p> }
        });
        view! {
            <Section id="kept" title="What came of it">
                <Prose nodes=page.note />
                {thanks}
                {notes.collect_view()}
            </Section>
        }
    })
}
