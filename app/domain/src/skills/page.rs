//! The page of one skill: who can teach it, who wants it, how cover stands against the target.

use super::history::{CoverHistory, cover_history};
use super::slots::{CoverSlot, slots};
use super::taught::{SkillSession, taught};
use crate::actor::{Actor, Role};
use crate::clocks::Clocks;
use crate::comment::{CommentList, Subject, comment_list};
use crate::coverage::{Cover, Hearing, Risk, cover, learning_now, risk, risk_phrase, works_here};
use crate::drill::does_it;
use crate::drills::{NotesGaps, notes_gaps};
use crate::evidence::{Evidence, Level};
use crate::id::{PersonId, SkillId};
use crate::library::{SkillLibrary, skill_library};
use crate::org::Org;
use crate::person::Person;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::sessions::{Entry, coming_for};
use crate::skill::{Criticality, Skill, Target};
use crate::tag::{AreaTag, PersonTag, SkillTag};
use crate::viewer::Viewer;
use crate::want::Priority;
use crate::wording::{counted, listed, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The page of one skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillPage {
    /// Which.
    pub skill: SkillTag,
    /// Its area.
    pub area: AreaTag,
    /// What it is.
    pub description: String,
    /// How critical it is.
    pub criticality: Criticality,
    /// How many people should know it, and how well.
    pub target: Target,
    /// How it stands.
    pub cover: Cover,
    /// How pressing the gap is, and in words.
    pub risk: Option<(Risk, String)>,
    /// The places that the target gives.
    pub slots: Vec<CoverSlot>,
    /// How many people cover it beyond those places.
    pub beyond: u32,
    /// How many people are learning it or want to, and do not count yet.
    pub learning: u32,
    /// By when the target should be reached: "31 Mar".
    pub due: Option<String>,
    /// What somebody should be able to do with help before they learn it.
    pub after: Vec<SkillTag>,
    /// How cover stood over the last months.
    pub history: Option<CoverHistory>,
    /// Who offers it or can teach it.
    pub teachers: Vec<SkillPerson>,
    /// Who knows less of it, or wants to.
    pub on_the_way: Vec<SkillPerson>,
    /// Who wants it.
    pub demand: Demand,
    /// What the levels mean here, from 1.
    pub levels: Vec<LevelText>,
    /// Sessions that both sides confirmed, newest first.
    pub sessions: Vec<SkillSession>,
    /// The next hours together in which it is taught.
    pub coming: Vec<Entry>,
    /// Where the reader stands.
    pub mine: Mine,
    /// What drills found lacking in its notes.
    pub notes_gaps: Option<NotesGaps>,
    /// True when somebody does it, so that a drill without them can be planned.
    pub may_drill: bool,
    /// Whether the reader may change the skill.
    pub may_edit: bool,
    /// What the library has on it.
    pub library: SkillLibrary,
    /// What is said below it.
    pub comments: CommentList,
}

/// Somebody and a skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillPerson {
    /// Who.
    pub person: PersonTag,
    /// Their job.
    pub title: String,
    /// Their level; none when nothing speaks for one.
    pub level: Level,
    /// How sure that is, 0 to 3.
    pub certainty: u8,
    /// The level they want.
    pub goal: Option<Level>,
    /// How they offer it: "45 min, at the ward or by video".
    pub offer: Option<String>,
    /// What they wish: "Wants it now", "No wish yet".
    pub wish: String,
    /// True when it is somebody whom the reader can ask.
    pub may_ask: bool,
}

/// Who wants it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// Everybody who does, the most pressing first.
    pub people: Vec<PersonTag>,
    /// In a sentence.
    pub sentence: String,
}

/// What a level looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelText {
    /// Which.
    pub level: Level,
    /// What somebody at it does.
    pub text: String,
}

/// Where the reader stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// Their level, when something speaks for one.
    pub level: Option<Level>,
    /// The level they want.
    pub want: Option<Level>,
    /// True when they offer it.
    pub offers: bool,
    /// True when the reader is a person, and not the console.
    pub may_change: bool,
    /// True when they are told of it when cover drops below the target.
    pub is_told: bool,
}

const MOST_PEOPLE: usize = 50;

/// The page of the skill `id`, from all `evidence` given for it. Open to everybody who is signed in; not found when
/// there is no such skill.
pub fn skill_page(
    org: &Org,
    actor: &Actor,
    id: &SkillId,
    evidence: &[Evidence],
    clocks: &Clocks,
) -> Result<SkillPage, Rejection> {
    actor.may_read()?;
    let skill = org.skill(id).ok_or(Rejection::NotFound(Noun::Skill))?;
    let viewer = Viewer::of(org, actor, clocks);
    let cover = cover(org, skill);
    let (slots, beyond) = slots(org, skill);
    let (teachers, on_the_way) = people(org, actor, skill);
    Ok(SkillPage {
        skill: SkillTag::of(org, id),
        area: AreaTag::of(org, &skill.area),
        description: skill.description.to_string(),
        criticality: skill.criticality,
        target: skill.target,
        cover,
        risk: risk(skill.criticality, cover).zip(risk_phrase(skill.criticality, cover)),
        slots,
        beyond,
        learning: learning_now(org, skill),
        due: skill.target.by.map(crate::clocks::Day::short),
        after: skill.after.iter().filter(|id| org.skill(id).is_some()).map(|id| SkillTag::of(org, id)).collect(),
        history: cover_history(&viewer, skill, evidence),
        teachers,
        on_the_way,
        demand: demand(org, skill),
        levels: levels(skill),
        sessions: taught(&viewer, id),
        coming: coming_for(&viewer, id),
        mine: mine(org, actor, id),
        notes_gaps: notes_gaps(org, id),
        may_drill: actor.person().is_some()
            && org.knowers_of(id).any(|(person, _)| works_here(org, person) && does_it(org, person, skill)),
        may_edit: actor.at_least(Role::ProgramAdmin).is_ok(),
        library: skill_library(&viewer, id),
        comments: comment_list(&viewer, &Subject::Skill(id.clone())),
    })
}

/// Who offers or can teach it, and who is on the way; the better they know it the earlier.
fn people(org: &Org, actor: &Actor, skill: &Skill) -> (Vec<SkillPerson>, Vec<SkillPerson>) {
    let knowers = org.knowers_of(&skill.id).filter(|(_, known)| known.estimate.level > Level::NONE).map(|(id, _)| id);
    let wanters = org.wanters_of(&skill.id).map(|(id, _)| id);
    let offerers = org.offerers_of(&skill.id).map(|(id, _)| id);
    let around: std::collections::BTreeSet<&PersonId> = knowers.chain(wanters).chain(offerers).collect();
    let mut rows: Vec<SkillPerson> = around
        .into_iter()
        .filter_map(|id| org.person(id))
        .filter(|person| person.is_active())
        .map(|person| skill_person(org, actor, skill, person))
        .collect();
    rows.sort_by_cached_key(|row| {
        (row.offer.is_none(), Reverse(row.level), Reverse(row.goal), fold(&row.person.name), row.person.id.clone())
    });
    let (mut teachers, mut on_the_way): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.offer.is_some() || row.level == Level::CAN_TEACH);
    teachers.truncate(MOST_PEOPLE);
    on_the_way.truncate(MOST_PEOPLE);
    (teachers, on_the_way)
}

fn skill_person(org: &Org, actor: &Actor, skill: &Skill, person: &Person) -> SkillPerson {
    let known = org.known(&person.id, &skill.id);
    let want = org.want(&person.id, &skill.id);
    let offer = org.offer(&person.id, &skill.id);
    let level = known.map(|known| known.estimate.level).unwrap_or_default();
    let wish = match want.map(|want| want.priority) {
        Some(Priority::Now) => "Wants it now",
        Some(Priority::Soon) => "Wants it soon",
        Some(Priority::Someday) => "Wants it someday",
        None => "No wish yet",
    };
    SkillPerson {
        person: PersonTag::of(org, &person.id),
        title: person.title.to_string(),
        level,
        certainty: known.map_or(0, |known| known.estimate.certainty),
        goal: want.map(|want| want.target).filter(|target| *target > level),
        offer: offer.map(crate::people::offer_words),
        wish: wish.to_owned(),
        may_ask: actor.person().is_some_and(|me| *me != person.id),
    }
}

fn demand(org: &Org, skill: &Skill) -> Demand {
    let mut wanters: Vec<_> = org.wanters_of(&skill.id).filter(|(person, _)| works_here(org, person)).collect();
    wanters.sort_by_cached_key(|(person, want)| (Reverse(want.priority), fold(org.name_of(person))));
    let people: Vec<PersonTag> = wanters.into_iter().map(|(person, _)| PersonTag::of(org, person)).collect();
    let offered = org.offerers_of(&skill.id).any(|(person, _)| works_here(org, person));
    let names = listed(people.iter().map(PersonTag::first_name), 4);
    let sentence = match (people.len(), offered) {
        (0, true) => "Nobody has asked for it yet.".to_owned(),
        (0, false) => "Nobody wants it yet, and nobody offers it.".to_owned(),
        (1, true) => format!("{names} wants to learn it."),
        (_, true) => format!("{names} want to learn it."),
        (n, false) => {
            let want = if n == 1 { "wants" } else { "want" };
            format!("{} {want} this, nobody offers it yet. Know someone?", sentence(&counted(n, "person", "people")))
        }
    };
    Demand { people, sentence }
}

fn levels(skill: &Skill) -> Vec<LevelText> {
    let text = |level: Level| LevelText { level, text: skill.level_text(level).to_owned() };
    Level::ALL.into_iter().filter(|level| *level > Level::NONE).map(text).collect()
}

fn mine(org: &Org, actor: &Actor, skill: &SkillId) -> Mine {
    let Some(me) = actor.person() else { return Mine::default() };
    Mine {
        level: org.known(me, skill).map(|known| known.estimate.level),
        want: org.want(me, skill).map(|want| want.target),
        offers: org.offer(me, skill).is_some(),
        may_change: true,
        is_told: org.person(me).is_some_and(|me| Hearing::of(org, me).includes(skill)),
    }
}

#[cfg(test)]
mod tests;
