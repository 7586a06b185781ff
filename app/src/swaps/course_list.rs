//! Courses that nobody teaches yet: join, hold, take back.

use super::board_actions::BoardActions;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Chip, IconName, LinkButton, OneOfMany, Section, Status, Way, pending_for,
};
use domain::swaps::CourseLine;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The list; nothing is drawn while there is none.
#[component]
pub(super) fn CourseList(courses: Vec<CourseLine>, actions: BoardActions) -> impl IntoView {
    (!courses.is_empty()).then(|| {
        let rows = courses.into_iter().map(|course| view! { <Course course actions /> }).collect_view();
        view! {
            <Section id="courses" title="Courses without a teacher" note="Whoever could hold one says so, and all who would come are told.">
                <ul class="swap-courses">{rows}</ul>
            </Section>
        }
    })
}

#[component]
fn Course(course: CourseLine, actions: BoardActions) -> impl IntoView {
    let words = (!course.words.is_empty()).then(|| view! { <p dir="auto">{course.words.clone()}</p> });
    let taken = course.taken.clone().map(|by| {
        view! { <Chip kind=Status::Success icon=IconName::Check>{format!("{} holds it", by.first_name())}</Chip> }
    });
    let for_you = course.is_for_you.then(|| view! { <Chip kind=Way::Teach>"you could hold it"</Chip> });
    let plan = (!course.plan_href.is_empty()).then(|| {
        let href = course.plan_href.clone();
        view! { <LinkButton kind=ButtonKind::Primary size=ButtonSize::Small href>"Plan the session"</LinkButton> }
    });
    let by = format!("Proposed by {}, ", course.by.first_name());
    view! {
        <li>
            <p class="rows-title">
                <a class="person-name" href=format!("/skills/{}", course.skill.id)>{course.skill.name.clone()}</a>" "{taken}{for_you}
            </p>
            {words}
            <p class="rows-sub">{by}<time datetime=course.at.iso.clone()>{course.at.text.clone()}</time>". "{course.joined.clone()}</p>
            <div class="buttons">{plan}<Steps course=course.clone() actions /></div>
        </li>
    }
}

/// Whatever the reader may do about it, a button each.
#[component]
fn Steps(course: CourseLine, actions: BoardActions) -> impl IntoView {
    let moves = course.moves;
    let steps = [
        (moves.join, "join", "I would come", ButtonKind::Plain),
        (moves.take_on, "take_on", "I could hold it", ButtonKind::Soft),
        (moves.leave, "leave", "I would not come", ButtonKind::Quiet),
        (moves.give_back, "give_back", "I cannot hold it after all", ButtonKind::Quiet),
        (moves.withdraw, "withdraw", "Take it back", ButtonKind::Quiet),
    ];
    let (id, skill) = (course.id.to_string(), course.skill.name);
    let buttons = steps.into_iter().filter(|(may, ..)| *may).map(|(_, step, words, kind)| {
        let (id, own) = (id.clone(), id.clone());
        let pending = pending_for(actions.course, move |input| input.course.as_str() == own && input.step == step);
        let skill = skill.clone();
        view! {
            <ActionForm action=actions.course>
                <input type="hidden" name="course" value=id />
                <input type="hidden" name="step" value=step />
                <Button kind size=ButtonSize::Small submit=true pending>
                    {words}<span class="visually-hidden">": "{skill}</span>
                </Button>
            </ActionForm>
        }
    });
    let buttons = buttons.collect_view();
    view! { <OneOfMany field="course" value=id>{buttons}</OneOfMany> }
}
