//! Who is in a program, by stage; for whoever leads it with what they can do for each.

use super::invite_form::InviteForm;
use super::program_actions::ProgramActions;
use super::role_forms::GiveRole;
use crate::applicants::AnswerForm;
use crate::ui::{Button, ButtonKind, ButtonSize, IconName, OneOfMany, PersonLine, Section, pending_for};
use domain::id::{PersonId, ProgramId};
use domain::programs::{PeopleGroup, ProgramPage, ProgramPerson, RoleChoice, TickFor};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Everybody, in groups; the first of each by name.
#[component]
pub(super) fn People(page: ProgramPage, actions: ProgramActions) -> impl IntoView {
    let id = page.id.clone();
    let invite = (!page.moves.invite.is_empty()).then(
        || view! { <InviteForm program=id.clone() people=page.moves.invite roles=page.moves.invite_as actions /> },
    );
    let give = page.moves.give;
    let group = |group| view! { <Group program=id.clone() group give=give.clone() actions /> };
    let groups = page.people.into_iter().map(group).collect_view();
    let none = groups.is_empty().then(|| view! { <p class="section-note">"Nobody is in it yet."</p> });
    view! {
        <Section id="people" title="People in it">
            {none}
            {groups}
            {invite}
        </Section>
    }
}

#[component]
fn Group(program: ProgramId, group: PeopleGroup, give: Vec<RoleChoice>, actions: ProgramActions) -> impl IntoView {
    let shown = u32::try_from(group.people.len()).unwrap_or(u32::MAX);
    let more = group.count.saturating_sub(shown);
    let more = (more > 0).then(|| view! { <p class="section-note">{format!("and {more} more")}</p> });
    let lines = group
        .people
        .into_iter()
        .map(|person| view! { <Person program=program.clone() person give=give.clone() actions /> })
        .collect_view();
    view! {
        <div class="program-group">
            <h3 class="program-phase-title">{group.title}" "<span class="quiet">{group.count}</span></h3>
            <ul class="rows">{lines}</ul>
            {more}
        </div>
    }
}

#[component]
fn Person(program: ProgramId, person: ProgramPerson, give: Vec<RoleChoice>, actions: ProgramActions) -> impl IntoView {
    let give = (person.may_give && !give.is_empty())
        .then(|| view! { <GiveRole program=program.clone() person=person.clone() roles=give actions /> });
    let ProgramPerson { person, sub, may_remove, may_answer, tick, .. } = person;
    let (id, first_name, href) = (person.id.clone(), person.first_name.clone(), format!("/people/{}", person.id));
    let tick = tick.map(|tick| {
        let (program, person, first_name) = (program.clone(), id.clone(), first_name.clone());
        view! { <TickForThem program person tick first_name actions /> }
    });
    let answer = may_answer.then(|| {
        let (program, person, first_name) = (program.clone(), id.clone(), first_name.clone());
        view! { <AnswerForm program person first_name answer=actions.answer /> }
    });
    let remove = may_remove.then(|| view! { <Remove program=program.clone() person=id.clone() first_name actions /> });
    let has_forms = tick.is_some() || remove.is_some() || answer.is_some() || give.is_some();
    let forms = has_forms.then(|| {
        view! { <span class="rows-end program-person">{answer}{tick}{give}{remove}</span> }
    });
    view! {
        <li>
            <PersonLine name=person.name seed=id.to_string() sub href />
            <OneOfMany field="person" value=id.to_string()>{forms}</OneOfMany>
        </li>
    }
}

#[component]
fn TickForThem(
    program: ProgramId,
    person: PersonId,
    tick: TickFor,
    first_name: String,
    actions: ProgramActions,
) -> impl IntoView {
    let (program, sent, step) = (program.to_string(), person.to_string(), tick.step.to_string());
    let pending = pending_for(actions.step_for, move |input| input.person == person);
    view! {
        <ActionForm action=actions.step_for>
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="person" value=sent />
            <input type="hidden" name="step" value=step />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small icon=IconName::Check submit=true pending>
                {format!("Tick “{}”", tick.title)}
                <span class="visually-hidden">{format!(" for {first_name}")}</span>
            </Button>
        </ActionForm>
    }
}

/// Behind one word, since it concerns somebody else.
#[component]
fn Remove(program: ProgramId, person: PersonId, first_name: String, actions: ProgramActions) -> impl IntoView {
    let (program, sent) = (program.to_string(), person.to_string());
    let pending = pending_for(actions.remove, move |input| input.person == person);
    view! {
        <details class="program-leave">
            <summary class="link">"Take out"<span class="visually-hidden">{format!(" {first_name}")}</span></summary>
            <ActionForm action=actions.remove attr:class="form">
                <input type="hidden" name="program" value=program />
                <input type="hidden" name="person" value=sent />
                <p>{format!("What {first_name} did stays. The seat goes to whoever waits longest.")}</p>
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending>{format!("Take {first_name} out")}</Button>
            </ActionForm>
        </details>
    }
}
