//! `/skills/{id}`

use super::api::{WatchSkill, skill};
use super::coming::Coming;
use super::cover_chart::CoverChart;
use super::people_tables::{OnTheWay, Teachers};
use super::skill_library::SkillLibrary;
use super::skill_rail::SkillRail;
use super::verbs::{Verbs, Wishes};
use super::watch::Watch;
use crate::talk::{Comments, TalkActions};
use crate::ui::{CoverSlots, Loaded, Note, PageHead, RiskBars, Section, Status};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::skills::{CoverSlot, SlotState};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One skill: who can teach it, who wants it, cover against target.
#[component]
pub fn SkillPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let wishes = Wishes::new();
    let watching = ServerAction::<WatchSkill>::new();
    let talk = TalkActions::new();
    let live = (use_live(Topic::Skills), use_live(Topic::People));
    let said = (use_live(Topic::Sessions), use_live(Topic::Library), use_live(Topic::Talk));
    let news = move || (live.0.get(), live.1.get(), said.0.get(), said.1.get(), said.2.get());
    let changes = move || (news(), wishes.versions(), watching.version().get(), talk.versions());
    let page = load(move || (id(), changes()), |(id, _)| skill(id));
    view! {
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This skill did not load" let:page>
                <Skill page wishes watching talk />
            </Loaded>
        </main>
    }
}

#[component]
fn Skill(
    page: domain::skills::SkillPage,
    wishes: Wishes,
    watching: ServerAction<WatchSkill>,
    talk: TalkActions,
) -> impl IntoView {
    let failed = move || wishes.error().map(|error| view! { <Note status=Status::Danger>{error.to_string()}</Note> });
    let risk = page.risk.clone().map(|(risk, words)| {
        view! { <p class="facts skill-risk"><RiskBars band=risk.band() words /></p> }
    });
    let (mine, id, may_edit) = (page.mine, page.skill.id.to_string(), page.may_edit);
    let actions = move || view! { <Verbs mine id may_edit wishes /> };
    let chart = page.history.clone().map(|history| {
        let title = format!("People at “{}” or above in {}", page.target.level.title(), page.skill.name);
        view! { <CoverChart history title /> }
    });
    view! {
        <Title text=format!("{} · Kith", page.skill.name) />
        {risk}
        <PageHead title=page.skill.name.clone() lead=Signal::stored(page.description.clone()) actions />
        <div role="status">{failed}</div>
        <Cover page=page.clone() watching />
        <div class="split section">
            <div>
                {chart}
                <Coming skill=page.skill.id.to_string() lines=page.coming.clone() />
                <Teachers page=page.clone() />
                <OnTheWay page=page.clone() />
                <SkillLibrary id=page.skill.id.to_string() library=page.library.clone() />
                <Comments list=page.comments.clone() actions=talk />
            </div>
            <SkillRail page />
        </div>
    }
}

#[component]
fn Cover(page: domain::skills::SkillPage, watching: ServerAction<WatchSkill>) -> impl IntoView {
    let slots = page.slots.into_iter().map(slot).collect();
    let more = (page.beyond > 0).then(|| {
        let people = if page.beyond == 1 { "person covers" } else { "people cover" };
        view! { <p class="section-note">{page.beyond}" more "{people}" it too."</p> }
    });
    let gaps = page.notes_gaps.map(|found| view! { <NotesGaps found /> });
    let drill = page.may_drill.then(|| {
        let href = format!("/drills/new?skill={}", page.skill.id);
        view! { <p><a class="link link-alone" href=href>"Try it without them: plan a drill"</a></p> }
    });
    let target = page.target;
    let people = if target.people == 1 { "1 person".to_owned() } else { format!("{} people", target.people) };
    let due = page.due.map(|day| format!(" by {day}")).unwrap_or_default();
    let level = target.level.title();
    let note = format!("Target: {people} at “{level}” or above{due}. Learning does not count as cover.");
    let learning =
        (page.learning > 0).then(|| view! { <p class="section-note">"Learning now: "{page.learning}"."</p> });
    let (id, mine) = (page.skill.id.to_string(), page.mine);
    let watch = mine.may_change.then(|| view! { <Watch id is_told=mine.is_told watching /> });
    view! {
        <Section id="cover" title="Who covers it, and who will" note>
            <CoverSlots slots />
            {more}
            {gaps}
            {drill}
            {learning}
            {watch}
        </Section>
    }
}

/// What drills found lacking in the notes.
#[component]
fn NotesGaps(found: domain::drills::NotesGaps) -> impl IntoView {
    let lines = found.gaps.into_iter().map(|gap| view! { <li dir="auto">{gap}</li> }).collect_view();
    view! {
        <details class="unfold unfold-apart">
            <summary class="link">{found.sentence}</summary>
            <ul class="drill-gaps">{lines}</ul>
        </details>
    }
}

fn slot(slot: CoverSlot) -> crate::ui::CoverSlot {
    let note = slot.note;
    match (slot.state, slot.person) {
        (SlotState::Filled, Some(person)) => {
            crate::ui::CoverSlot::Filled { name: person.name, seed: person.id.to_string(), note }
        }
        (SlotState::Planned, Some(person)) => {
            crate::ui::CoverSlot::Planned { name: person.name, seed: person.id.to_string(), note }
        }
        (SlotState::Filled | SlotState::Planned | SlotState::Empty, _) => crate::ui::CoverSlot::Empty { note },
    }
}
