//! Beside a skill: who wants it, what the levels mean, what was taught.

use crate::ui::{Chip, Face, PresenceStack, Section, Timeline, TimelineItem, Way, When};
use domain::skills::{LevelText, SkillPage, SkillSession};
use domain::tag::SkillTag;
use leptos::prelude::*;

/// Demand, levels, sessions.
#[component]
pub(super) fn SkillRail(page: SkillPage) -> impl IntoView {
    let people = page.demand.people.iter();
    let faces: Vec<Face> = people.map(|person| Face::new(person.name.clone(), person.id.to_string())).collect();
    let stack = (!faces.is_empty()).then(|| {
        let people = Signal::stored(faces);
        view! { <p><PresenceStack people label="Want to learn it" label_hidden=true /></p> }
    });
    let wanting = format!("/people?skill={}&for=wants", page.skill.id);
    let all = move || view! { <a class="link" href=wanting>"All"</a> };
    view! {
        <aside aria-label="Demand, levels and sessions">
            <Section id="demand" title="Who wants it" aside=all>
                {stack}
                <p class="section-note">{page.demand.sentence}</p>
            </Section>
            <Before after=page.after />
            <Levels levels=page.levels />
            <Sessions sessions=page.sessions />
        </aside>
    }
}

/// What somebody should be able to do with help before they learn it.
#[component]
fn Before(after: Vec<SkillTag>) -> impl IntoView {
    if after.is_empty() {
        return ().into_any();
    }
    let chip = |skill: SkillTag| {
        let href = format!("/skills/{}", skill.id);
        view! { <Chip href>{skill.name}</Chip> }
    };
    let chips = after.into_iter().map(chip).collect_view();
    view! {
        <Section id="before" title="What comes before">
            <div class="chips">{chips}</div>
        </Section>
    }
    .into_any()
}

#[component]
fn Levels(levels: Vec<LevelText>) -> impl IntoView {
    let line = |line: LevelText| {
        view! {
            <dt>{line.level.number()}" "{line.level.title()}</dt>
            <dd>{line.text}</dd>
        }
    };
    let lines = levels.into_iter().map(line).collect_view();
    view! {
        <Section id="meaning" title="What the levels mean here">
            <dl class="levels">{lines}</dl>
        </Section>
    }
}

#[component]
fn Sessions(sessions: Vec<SkillSession>) -> impl IntoView {
    if sessions.is_empty() {
        return ().into_any();
    }
    let items = sessions.into_iter().map(|session| view! { <Session session /> }).collect_view();
    view! {
        <Section id="sessions" title="Taught lately">
            <Timeline>{items}</Timeline>
        </Section>
    }
    .into_any()
}

#[component]
fn Session(session: SkillSession) -> impl IntoView {
    let (teacher, learner) = (format!("/people/{}", session.teacher.id), format!("/people/{}", session.learner.id));
    let at = session.at;
    let meta = move || view! { <When datetime=at.iso text=at.text />" · "{session.minutes}" min" };
    view! {
        <TimelineItem way=Way::Teach meta>
            <a class="link" href=teacher>
                <bdi>{session.teacher.name}</bdi>
            </a>
            " taught "
            <a class="link" href=learner>
                <bdi>{session.learner.name}</bdi>
            </a>
        </TimelineItem>
    }
}
