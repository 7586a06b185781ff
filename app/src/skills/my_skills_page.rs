//! `/me/skills`: one's own skills, each set in a few seconds.

use super::add_skill::AddSkill;
use super::api::{SetOwnLevel, my_skills};
use super::own_skill::OwnSkillRow;
use super::wishes::Wishes;
use crate::AppError;
use crate::ui::{Choice, EmptyState, Loaded, Note, OneOfMany, PageHead, Section, Status, Toasts, when_done};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::evidence::Level;
use domain::skills::OwnSkill;
use leptos::prelude::*;
use leptos_meta::Title;

/// Everything one can say about one's own skills, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct OwnActions {
    pub level: ServerAction<SetOwnLevel>,
    pub wishes: Wishes,
    /// What the row whose level is being saved shows; none for the form that adds a skill and says so itself.
    pub row: StoredValue<Option<String>>,
}

impl OwnActions {
    fn new() -> Self {
        let (level, row, toasts) = (ServerAction::new(), StoredValue::new(None::<String>), Toasts::here());
        let say = move |()| {
            if let Some(skill) = row.try_update_value(Option::take).flatten() {
                toasts.say(format!("Your level in {skill} is saved."));
            }
        };
        when_done(level, Callback::new(say));
        Self { level, wishes: Wishes::new(), row }
    }

    fn versions(self) -> (usize, [usize; 4]) {
        (self.level.version().get(), self.wishes.versions())
    }

    /// Grows whenever a level is saved, and not when it is refused: the form then keeps what was typed.
    fn saved(self) -> Memo<usize> {
        let (version, value) = (self.level.version(), self.level.value());
        Memo::new(move |before| match value.get() {
            Some(Ok(())) => version.get(),
            Some(Err(_)) | None => before.copied().unwrap_or(0),
        })
    }

    /// What was refused, unless it belongs to the field that adds a skill.
    fn error(self) -> Option<AppError> {
        let level = self.level.value().get().and_then(Result::err);
        level.filter(|error| error.field("skill").is_none()).or_else(|| self.wishes.error())
    }
}

/// One's own skills.
#[component]
pub fn MySkillsPage() -> impl IntoView {
    let actions = OwnActions::new();
    let (live, saved) = (use_live(Topic::Skills), actions.saved());
    let mine = load(move || (live.get(), actions.versions()), |_| async { my_skills().await.map(|page| page.skills) });
    // Apart from one's own and not live: news from others never take away a skill that is half typed.
    let others = load(
        move || (saved.get(), actions.wishes.versions()),
        |_| async { my_skills().await.map(|page| (page.others, page.suggested)) },
    );
    let failed = move || actions.error().map(|error| view! { <Note status=Status::Danger>{error.to_string()}</Note> });
    let lead = "What you know, want and offer. Everybody here can see it; each level shows where it comes from.";
    view! {
        <Title text="My skills · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="My skills" lead />
            <div role="status">{failed}</div>
            <Loaded from=others part=true failure="The other skills did not load" let:page>
                <AddSkill others=page.0 suggested=page.1 actions />
            </Loaded>
            <Section id="mine" title="What you said so far">
                <Loaded from=mine part=true failure="Your skills did not load" let:skills>
                    <Mine skills actions />
                </Loaded>
            </Section>
        </main>
    }
}

#[component]
fn Mine(skills: Vec<OwnSkill>, actions: OwnActions) -> impl IntoView {
    actions.wishes.know(&skills);
    if skills.is_empty() {
        // The browser itself follows the link, because it then puts the cursor into the field.
        let add = || view! { <a class="button" href="#skill" rel="external">"Add a skill"</a> };
        return view! {
            <EmptyState title="Your profile is quiet" action=add example="For example: Wound care, alone.">
                "Add one skill; it takes a few seconds."
            </EmptyState>
        }
        .into_any();
    }
    let rows = skills.into_iter().map(|own| view! { <Row own actions /> }).collect_view();
    view! { <ul class="own-skills">{rows}</ul> }.into_any()
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
