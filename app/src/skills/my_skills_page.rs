//! `/me/skills`: one's own skills, each set in a few seconds.

use super::add_skill::AddSkill;
use super::api::{DropWant, MakeOffer, SetOwnLevel, SetWant, WithdrawOffer, my_skills};
use super::own_skill::OwnSkillRow;
use crate::AppError;
use crate::ui::{Choice, EmptyState, Loaded, Note, OneOfMany, PageHead, Section, Status};
use crate::use_live;
use domain::event::Topic;
use domain::evidence::Level;
use domain::skills::{OwnSkill, OwnSkillsPage};
use leptos::prelude::*;
use leptos_meta::Title;

/// Everything one can say about one's own skills, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct OwnActions {
    pub level: ServerAction<SetOwnLevel>,
    pub want: ServerAction<SetWant>,
    pub drop: ServerAction<DropWant>,
    pub offer: ServerAction<MakeOffer>,
    pub withdraw: ServerAction<WithdrawOffer>,
}

impl OwnActions {
    fn new() -> Self {
        Self {
            level: ServerAction::new(),
            want: ServerAction::new(),
            drop: ServerAction::new(),
            offer: ServerAction::new(),
            withdraw: ServerAction::new(),
        }
    }

    fn versions(self) -> [usize; 5] {
        [
            self.level.version().get(),
            self.want.version().get(),
            self.drop.version().get(),
            self.offer.version().get(),
            self.withdraw.version().get(),
        ]
    }

    /// What was refused, unless it belongs to the field that adds a skill.
    fn error(self) -> Option<AppError> {
        let values = [
            self.level.value().get(),
            self.want.value().get(),
            self.drop.value().get(),
            self.offer.value().get(),
            self.withdraw.value().get(),
        ];
        values.into_iter().flatten().find_map(Result::err).filter(|error| error.field("skill").is_none())
    }
}

/// One's own skills.
#[component]
pub fn MySkillsPage() -> impl IntoView {
    let actions = OwnActions::new();
    let live = use_live(Topic::Skills);
    let page = Resource::new(move || (live.get(), actions.versions()), |_| my_skills());
    let failed = move || actions.error().map(|error| view! { <Note status=Status::Danger>{error.to_string()}</Note> });
    let lead = "What you know, want and offer. Everybody here can see it; each level shows where it comes from.";
    view! {
        <Title text="My skills · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="My skills" lead />
            <div role="status">{failed}</div>
            <Loaded from=page failure="Your skills did not load" let:page>
                <MySkills page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn MySkills(page: OwnSkillsPage, actions: OwnActions) -> impl IntoView {
    let rows = if page.skills.is_empty() {
        let words = "Add one skill above; it takes a few seconds.";
        view! { <EmptyState title="Your profile is quiet">{words}</EmptyState> }.into_any()
    } else {
        let rows = page.skills.into_iter().map(|own| view! { <Row own actions /> }).collect_view();
        view! { <ul class="own-skills">{rows}</ul> }.into_any()
    };
    view! {
        <AddSkill others=page.others suggested=page.suggested actions />
        <Section id="mine" title="What you said so far">
            {rows}
        </Section>
    }
}

/// What was refused in one row comes back in that row.
#[component]
fn Row(own: OwnSkill, actions: OwnActions) -> impl IntoView {
    let id = own.skill.id.to_string();
    view! { <OneOfMany field="skill" value=id><OwnSkillRow own actions /></OneOfMany> }
}

/// The five stops.
pub(super) fn stops() -> Vec<Choice> {
    Level::ALL.map(|level| Choice::new(level.number().to_string(), level.title())).to_vec()
}
