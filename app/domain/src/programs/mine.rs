//! The reader in a program: as what, how far, and what comes next.

use super::calendar::{Meeting, coming};
use super::sight::Sight;
use super::stages::due_on;
use super::words::due;
use crate::clocks::Day;
use crate::id::ItemId;
use crate::mentoring::{Roll, Rules};
use crate::program::{List, Reminder, Standing, reminders, steps_asked, steps_of};
use crate::time::Face;
use serde::{Deserialize, Serialize};

/// The reader in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// "Mentor"; empty where there is one role.
    pub role: String,
    /// "Stage 2 of 4: Learn by doing".
    pub where_i_am: String,
    /// How many steps they have done of those that are asked for.
    pub done: u32,
    /// How many are asked for.
    pub of: u32,
    /// What to do next; `None` when nothing is open.
    pub next: Option<NextThing>,
    /// When they meet next: "Thursday 12:30"; `None` without a date.
    pub meets: Option<Face>,
    /// Where they go on beside their steps: to find a mentor, to their pair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Beside>,
}

/// A place of the program's own kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// "Find a mentor".
    pub text: String,
    /// Where.
    pub href: String,
}

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextThing {
    /// "Departure drill".
    pub title: String,
    /// "by 12 December"; empty when nothing is due.
    pub due: String,
    /// True when that day is over.
    pub is_late: bool,
}

/// The step that comes next for whoever is inside, with the day by which it is due.
#[derive(Clone, Debug)]
pub(crate) struct OpenStep {
    pub id: ItemId,
    pub title: String,
    pub due: Option<Day>,
}

/// The first open step of the stage that the reader is in.
pub(crate) fn open_step(sight: &Sight) -> Option<OpenStep> {
    let mine = sight.inside()?.participant;
    let stage = &mine.entered.last()?.stage;
    let is_done = |step: &ItemId| mine.done.iter().any(|done| done.step == *step);
    let step = steps_of(&sight.terms.settings, stage).into_iter().find(|step| !is_done(step))?;
    let title = sight.terms.item_text(List::Steps, &step, "title");
    Some(OpenStep { id: step, title, due: due_on(sight, stage) })
}

/// Of what the reader is to be reminded by now.
pub(crate) fn reminders_of(sight: &Sight) -> Vec<Reminder> {
    sight.inside().map_or_else(Vec::new, |who| reminders(&sight.history, &who, sight.reader.now()))
}

/// The reader in it; `None` for those who are not inside and have not been through.
pub(super) fn mine(sight: &Sight) -> Option<Mine> {
    let participant = sight.taking_part()?.participant;
    let roles = sight.program.kind.description().roles;
    let role = roles.iter().find(|role| role.key == participant.role && roles.len() > 1);
    let asked = steps_asked(&sight.terms.settings);
    let done = asked.iter().filter(|step| participant.done.iter().any(|done| done.step == **step)).count();
    let today = sight.day(sight.reader.now());
    let next = open_step(sight).filter(|_| sight.goes_on()).map(|step| NextThing {
        title: step.title,
        due: step.due.map(|day| due(day, today)).unwrap_or_default(),
        is_late: step.due.is_some_and(|day| day < today),
    });
    let meets = coming(sight).first().map(|at| Meeting::of(sight, *at));
    let is_inside = participant.standing == Standing::Inside;
    Some(Mine {
        role: role.map(|role| role.title.to_owned()).unwrap_or_default(),
        where_i_am: where_i_am(sight, is_inside),
        done: u32::try_from(done).unwrap_or(u32::MAX),
        of: u32::try_from(asked.len()).unwrap_or(u32::MAX),
        next,
        beside: beside(sight).filter(|_| is_inside),
        meets: meets
            .filter(|_| is_inside)
            .map(|meeting| Face { text: format!("{} {}", meeting.day, meeting.time), ..meeting.starts }),
    })
}

/// In a mentorship, the reader's search, pair or places.
fn beside(sight: &Sight) -> Option<Beside> {
    let (me, program) = (&sight.reader.me.id, &sight.program.id);
    let rules = Rules::of(sight.program)?;
    let roll = Roll::of(sight.reader.org, program);
    let (text, href) = if let Some(pair) = roll.pair_of(me) {
        ("Your pair", format!("/pairs/{}", pair.id))
    } else if roll.is_learner(me) && rules.mode.asks() {
        ("Find a mentor", format!("/mentoring/{program}/match"))
    } else if roll.is_learner(me) {
        ("Say whom you would like", format!("/mentoring/{program}/match"))
    } else if roll.is_mentor(me) {
        ("Your learners and places", "/mentoring".to_owned())
    } else {
        return None;
    };
    Some(Beside { text: text.to_owned(), href })
}

fn where_i_am(sight: &Sight, is_inside: bool) -> String {
    let stages = sight.terms.items(List::Stages);
    if stages.is_empty() {
        return String::new();
    }
    if !is_inside {
        return "You are through all its stages.".to_owned();
    }
    let current = sight.mine.and_then(|mine| mine.entered.last()).map(|entered| &entered.stage);
    match current.and_then(|current| Some((stages.iter().position(|stage| stage == current)?, current))) {
        Some((at, stage)) => {
            let title = sight.terms.item_text(List::Stages, stage, "title");
            format!("Stage {} of {}: {title}", at + 1, stages.len())
        }
        None => "Your first stage begins with the program.".to_owned(),
    }
}
