//! `/programs/{id}`

use super::about::About;
use super::api::program;
use super::changes::Changes;
use super::coming::Coming;
use super::heard::Heard;
use super::my_stage::MyStage;
use super::people::People;
use super::program_actions::ProgramActions;
use super::rhythm::RhythmSection;
use super::stage_list::StageList;
use super::tones::tone_kind;
use crate::outbox::Waiting;
use crate::prose::Prose;
use crate::talk::{Comments, TalkActions};
use crate::ui::{Chip, ChipKind, IconName, LinkButton, Loaded, Note, PageHead, Section, Seen, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::programs::ProgramPage as Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One program, as its reader has it.
#[component]
pub fn ProgramPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let (actions, seen) = (ProgramActions::new(), Seen::new());
    let talk = TalkActions::new();
    let live = (use_live(Topic::Programs), use_live(Topic::Sessions), use_live(Topic::Talk));
    let moves = Signal::derive(move || actions.versions());
    let changes = move || (live.0.get(), live.1.get(), live.2.get(), moves.get(), talk.versions());
    let page = load(move || (id(), changes()), |(id, _)| program(id));
    view! {
        <Title text="Program · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This program did not load" let:page>
                <Content page actions seen talk />
            </Loaded>
            <Heard page moves />
        </main>
    }
}

#[component]
fn Content(page: Page, actions: ProgramActions, seen: Seen, talk: TalkActions) -> impl IntoView {
    actions.keep_what_is_not_sent(&page);
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let edit = page.moves.edit.then(|| format!("/admin/programs/{}", page.id));
    let edit = move || edit.map(|href| view! { <LinkButton href icon=IconName::Edit>"Change it"</LinkButton> });
    let text = page.banner.clone();
    let banner = (!text.is_empty()).then(|| {
        let status = if page.mine.is_some() { Status::Warning } else { Status::Info };
        view! { <Note status>{text}</Note> }
    });
    view! {
        <PageHead title=page.title.clone() lead=Signal::stored(page.purpose.clone()) actions=edit />
        <Facts page=page.clone() seen />
        <div role="status">{failed}</div>
        <Waiting page=format!("/programs/{}", page.id) />
        {banner}
        <MyStage page=page.clone() actions seen />
        <Changes lines=page.changes.clone() />
        <div class="split section">
            <div>
                <StageList page=page.clone() actions seen />
                <Coming program=page.id.clone() lines=page.sessions.clone() may_plan=page.may_plan seen />
                <Guidelines page=page.clone() seen />
            </div>
            <aside aria-label="Rhythm and rules">
                <RhythmSection program=page.id.clone() rhythm=page.rhythm.clone() seen />
                <About page=page.clone() actions seen />
            </aside>
        </div>
        <People page=page.clone() actions />
        <Comments list=page.comments actions=talk />
    }
}

/// What it is, where it stands, and how many seats are free.
#[component]
fn Facts(page: Page, seen: Seen) -> impl IntoView {
    let dates = (!page.dates.is_empty()).then(|| {
        let mark = seen.mark(format!("{}/dates", page.id), page.dates.clone());
        view! { <li data-changed=mark>{page.dates.clone()}</li> }
    });
    let mark = seen.mark(format!("{}/seats", page.id), page.seats.words.clone());
    view! {
        <ul class="facts program-head">
            <li><Chip kind=ChipKind::Plain>{page.kind}</Chip></li>
            <li><Chip kind=tone_kind(page.status.tone)>{page.status.label}</Chip></li>
            {dates}
            <li data-changed=mark>{page.seats.words}</li>
        </ul>
    }
}

#[component]
fn Guidelines(page: Page, seen: Seen) -> impl IntoView {
    let mark = seen.mark(format!("{}/guidelines", page.id), format!("{:?}", page.guidelines));
    (!page.guidelines.is_empty()).then(|| {
        view! { <Section id="guidelines" title="How this works"><div data-changed=mark><Prose nodes=page.guidelines /></div></Section> }
    })
}
