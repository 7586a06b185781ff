//! Why each level: every piece of evidence with its weight, and a word of one's own beside it.

use super::api::SetLevel;
use super::person_page::LevelActions;
use super::say_level::SayLevel;
use crate::ui::{Button, ButtonKind, ButtonSize, Icon, IconName, OneOfMany, When};
use domain::evidence::{Level, Source};
use domain::id::{PersonId, SkillId};
use domain::people::PersonPage;
use domain::people::person::{Lane, SourceLine};
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One line a skill that has evidence or on which the reader can say something.
#[component]
pub(super) fn LaneDetails(page: PersonPage, actions: LevelActions) -> impl IntoView {
    let (person, confirm) = (page.person, page.may.confirm);
    let why = page
        .lanes
        .into_iter()
        .filter(|lane| !lane.sources.is_empty() || confirm.is_some())
        .map(|lane| view! { <Why lane person=person.clone() confirm actions /> })
        .collect_view();
    view! { <div class="why-levels">{why}</div> }
}

#[component]
fn Why(lane: Lane, person: PersonTag, confirm: Option<Source>, actions: LevelActions) -> impl IntoView {
    let question = match lane.level {
        Level::NONE => format!("What speaks for {}?", lane.skill.name),
        level => format!("Why “{}” in {}?", level.title(), lane.skill.name),
    };
    let words = ledger_words(&lane);
    let skill = lane.skill.id.to_string();
    let how = format!("/people/{}/skills/{skill}", person.id);
    let say = confirm.map(|source| {
        let (person, id, level) = (person.clone(), skill.clone(), lane.level);
        view! {
            <OneOfMany field="skill" value=skill.clone()>
                <SayLevel person skill=id level source actions />
            </OneOfMany>
        }
    });
    let lines = lane
        .sources
        .into_iter()
        .map(|line| view! { <Piece line person=person.id.clone() skill=lane.skill.id.clone() actions /> })
        .collect_view();
    view! {
        <details class="why-level">
            <summary>
                <Icon name=IconName::Down />
                {question}
            </summary>
            <div class="ledger">
                <p>{words}</p>
                <ol>{lines}</ol>
                <p>
                    <a class="link" href=how>"How this level comes about, to the number"</a>
                </p>
                {say}
            </div>
        </details>
    }
}

fn ledger_words(lane: &Lane) -> String {
    let sure = match lane.certainty {
        0 | 1 => ", not sure yet",
        2 => ", fairly sure",
        _ => "",
    };
    let level = lane.level.number();
    match lane.sources.len() {
        0 => "Nothing speaks for a level yet.".to_owned(),
        1 => format!("One piece of evidence; it gives level {level}{sure}."),
        _ => format!(
            "Each piece of evidence counts by its age and where it comes from. Nobody’s is overwritten; \
             together they give level {level}{sure}."
        ),
    }
}

#[component]
fn Piece(line: SourceLine, person: PersonId, skill: SkillId, actions: LevelActions) -> impl IntoView {
    let note = (!line.note.is_empty()).then(|| format!(" “{}”", line.note));
    let silent = line.silent.map(|why| format!(" · {why}"));
    let weight = line.weight.to_string();
    let shown = format!("{}.{:02}", line.weight / 100, line.weight % 100);
    // The strip is full at the weight of a fresh piece.
    let width = line.weight.min(100).to_string();
    let undo = line.take_back.map(|at| {
        let said = SetLevel {
            person,
            skill: skill.to_string(),
            skill_text: String::new(),
            level: line.level.number().to_string(),
            note: line.note,
        };
        view! { <TakeBack said is_mine=line.is_readers at=at.0 actions /> }
    });
    view! {
        <li>
            <div>
                {line.what}
                ": "
                {line.level.title()}
                {note}
                <span class="table-sub">
                    <When datetime=line.at.iso text=line.at.text />
                    {silent}
                </span>
                {undo}
            </div>
            <svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="strip-base" width="100" height="10"></rect>
                <rect class="strip-value" width=width height="10"></rect>
            </svg>
            <data class="ledger-weight" value=weight>
                {shown}
            </data>
        </li>
    }
}

#[component]
fn TakeBack(said: SetLevel, is_mine: bool, at: i64, actions: LevelActions) -> impl IntoView {
    let (person, skill) = (said.person.to_string(), said.skill.to_string());
    let again = is_mine.then_some(said);
    view! {
        <ActionForm action=actions.take_back on:submit=move |_| actions.again.set_value(again.clone())>
            <input type="hidden" name="person" value=person />
            <input type="hidden" name="skill" value=skill />
            <input type="hidden" name="at" value=at.to_string() />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.take_back.pending()>
                "Take back"
            </Button>
        </ActionForm>
    }
}
