//! `/swaps`

use super::api::swaps;
use super::board::{Before, Board, Rings};
use super::board_actions::BoardActions;
use super::course_form::CourseFormSection;
use super::course_list::CourseList;
use super::my_list::MyList;
use super::program_card::ProgramCard;
use crate::ui::{EmptyState, Loaded, Note, PageHead, Seen, Status, Tab, Tabs};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::swaps::{ProgramTab, SwapsPage as Page};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The board of a swap program: the reader's rings first, then what each offers and wants.
#[component]
pub fn SwapsPage() -> impl IntoView {
    let search = use_location().search;
    let (actions, seen) = (BoardActions::new(), Seen::new());
    let live = (use_live(Topic::Exchanges), use_live(Topic::Skills), use_live(Topic::Programs));
    let changes = move || (live.0.get(), live.1.get(), live.2.get(), actions.versions());
    let page = load(move || (search.get(), changes()), |(search, _)| swaps(search));
    view! {
        <Title text="Skill swaps · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The board did not load" let:page>
                <Content page actions seen />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: BoardActions, seen: Seen) -> impl IntoView {
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let several = (page.programs.len() > 1).then(|| {
        let tabs: Vec<Tab> = page.programs.iter().map(tab).collect();
        view! { <Tabs label="Swap programs" tabs /> }
    });
    let (rings, courses, past) = (page.clone(), page.courses.clone(), page.past.clone());
    let inside = match page.program.clone() {
        None => view! { <NoProgram /> }.into_any(),
        Some(program) => {
            let id = program.id.clone();
            view! {
                <ProgramCard program actions seen />
                <MyList lines=page.mine.clone() actions />
                <Board offers=page.offers.clone() wants=page.wants.clone() />
                <CourseList courses actions />
                <CourseFormSection program=id skills=page.skills.clone() actions />
            }
            .into_any()
        }
    };
    view! {
        <PageHead title="Skill swaps" lead=Signal::stored(page.lead.clone()) />
        {several}
        <div role="status">{failed}</div>
        <Rings page=rings />
        {inside}
        <Before lines=past />
    }
}

fn tab(tab: &ProgramTab) -> Tab {
    Tab::new(tab.title.clone(), tab.href.clone(), tab.is_current)
}

#[component]
fn NoProgram() -> impl IntoView {
    view! {
        <EmptyState title="No swap program is open" example="For example: once a month everybody teaches one thing and learns one thing.">
            "When one opens, you see here what colleagues offer and want, and the rings that are found of it."
        </EmptyState>
    }
}
