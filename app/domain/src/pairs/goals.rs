//! What each in a pair is after, and how they want to work together.

use crate::pair::{Agreement, Goal, Pair};
use crate::reader::Reader;
use crate::tag::{PersonTag, SkillTag};
use crate::time::{Face, Timestamp};
use serde::{Deserialize, Serialize};

/// The goals of one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalGroup {
    /// Whose.
    pub whose: PersonTag,
    /// "What you are after", "What Amara is after".
    pub title: String,
    /// What they learn in this pair; nothing for a mentor who learns nothing in return.
    pub skill: Option<SkillTag>,
    /// The goals, open ones first.
    pub goals: Vec<GoalLine>,
    /// Three to begin with, for a learner without any.
    pub templates: Vec<String>,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalLine {
    /// Its number.
    pub n: u32,
    /// What.
    pub text: String,
    /// When it was reached.
    pub done: Option<Face>,
}

/// How they want to work together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementCard {
    /// In their words; a first draft where nobody wrote any.
    pub text: String,
    /// When they were written, which a yes has to name; `None` where nobody wrote any.
    pub seen: Option<Timestamp>,
    /// "Written by Amara on 12 Nov."; empty where nobody wrote any.
    pub written: String,
    /// Who agreed to them.
    pub agreed: Vec<PersonTag>,
    /// Who has not.
    pub open: Vec<PersonTag>,
    /// The reader can say yes to them.
    pub may_agree: bool,
}

/// A first draft, so that nobody begins with nothing.
const DRAFT: &str = "We meet every two weeks for 45 minutes. Whoever learns asks for the meetings and brings the \
    questions.\nWhat we say stays between us. Either of us can stop without giving a reason.";

/// Of those who learn first, then of the mentor.
pub(super) fn groups(reader: &Reader, pair: &Pair) -> Vec<GoalGroup> {
    let learners = pair.learners.iter().map(|learner| (learner, Some(&pair.skill)));
    let mentor = std::iter::once((&pair.mentor, pair.back.as_ref()));
    learners.chain(mentor).map(|(whose, skill)| group(reader, pair, (whose, skill))).collect()
}

fn group(
    reader: &Reader,
    pair: &Pair,
    (whose, skill): (&crate::id::PersonId, Option<&crate::id::SkillId>),
) -> GoalGroup {
    let tag = PersonTag::of(reader.org, whose);
    let skill = skill.map(|skill| SkillTag::of(reader.org, skill));
    let mut own: Vec<&Goal> = pair.goals.iter().filter(|goal| goal.whose == *whose).collect();
    own.sort_by_key(|goal| (goal.done.is_some(), goal.n));
    let title = match *whose == reader.me.id {
        true => "What you are after".to_owned(),
        false => format!("What {} is after", tag.first_name()),
    };
    let templates = skill.as_ref().filter(|_| own.is_empty() && pair.is_open()).map(templates).unwrap_or_default();
    GoalGroup { whose: tag, title, skill, goals: own.into_iter().map(|goal| line(reader, goal)).collect(), templates }
}

fn templates(skill: &SkillTag) -> Vec<String> {
    let name = &skill.name;
    vec![
        format!("Do one real piece of {name} with somebody beside me, then one alone"),
        format!("Name the three mistakes in {name} that I want to stop making"),
        format!("Show one thing about {name} to a colleague by the end of the month"),
    ]
}

fn line(reader: &Reader, goal: &Goal) -> GoalLine {
    let day = |at| crate::wording::brief_past(reader.clocks.wall(&reader.me.zone, at).day, today(reader));
    let face = |at| Face { text: day(at), ..reader.clocks.face(&reader.me.zone, at) };
    GoalLine { n: goal.n, text: goal.text.to_string(), done: goal.done.map(face) }
}

/// How they want to work together, or a first draft of it.
pub(super) fn agreement(reader: &Reader, pair: &Pair) -> AgreementCard {
    let tag = |person: &crate::id::PersonId| PersonTag::of(reader.org, person);
    match &pair.agreement {
        None => AgreementCard {
            text: DRAFT.to_owned(),
            seen: None,
            written: String::new(),
            agreed: Vec::new(),
            open: pair.people().map(tag).collect(),
            may_agree: false,
        },
        Some(agreement) => AgreementCard {
            text: agreement.text.to_string(),
            seen: Some(agreement.at),
            written: written(reader, agreement),
            agreed: pair.people().filter(|person| agreement.agreed.contains(person)).map(tag).collect(),
            open: pair.people().filter(|person| !agreement.agreed.contains(person)).map(tag).collect(),
            may_agree: pair.waits_for_agreement_of(&reader.me.id),
        },
    }
}

fn written(reader: &Reader, agreement: &Agreement) -> String {
    let by = match agreement.by == reader.me.id {
        true => "you".to_owned(),
        false => PersonTag::of(reader.org, &agreement.by).first_name().to_owned(),
    };
    let day = crate::wording::brief_past(reader.clocks.wall(&reader.me.zone, agreement.at).day, today(reader));
    format!("Written by {by} on {day}.")
}

fn today(reader: &Reader) -> crate::clocks::Day {
    reader.clocks.today(&reader.me.zone)
}
