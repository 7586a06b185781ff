//! The stages of a program with their steps: for those in it, where they are, what is done, and by when the rest is due.

use super::sight::Sight;
use super::words::{due, length};
use crate::clocks::Day;
use crate::id::ItemId;
use crate::program::{List, Standing, stage_finished, step_finished, steps_asked, steps_of};
use crate::time::Face;
use serde::{Deserialize, Serialize};

/// A stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageLine {
    /// Which.
    pub id: ItemId,
    /// The first is 1.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// What happens in it.
    pub about: String,
    /// "two weeks"; empty when it lasts as long as it takes.
    pub length: String,
    /// Where the reader is with it.
    pub progress: Progress,
    /// By when the reader is to be through: "by 12 December"; `None` when nothing is due.
    pub due: Option<Face>,
    /// True when that day is over.
    pub is_late: bool,
    /// Its steps.
    pub steps: Vec<StepLine>,
    /// True when the reader can say that they are through, where no step says it for them.
    pub may_finish: bool,
}

/// Where the reader is with a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// They are not in the program.
    Shown,
    /// Behind them.
    Done,
    /// They are in it.
    Here,
    /// Before them.
    Ahead,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepLine {
    /// Which.
    pub id: ItemId,
    /// What is to be done.
    pub title: String,
    /// When the reader finished it.
    pub done: Option<Face>,
    /// True when the reader can tick it now.
    pub may_finish: bool,
}

/// Something that the reader finished and that is no longer asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptStep {
    /// What it was called.
    pub title: String,
    /// When they finished it.
    pub at: Face,
}

/// Every stage, in order.
pub(super) fn stages(sight: &Sight) -> Vec<StageLine> {
    let items = sight.terms.items(List::Stages);
    (1..).zip(&items).map(|(number, item)| stage(sight, number, item)).collect()
}

fn stage(sight: &Sight, number: u32, item: &ItemId) -> StageLine {
    let progress = progress(sight, item);
    let due_on = (progress == Progress::Here).then(|| due_on(sight, item)).flatten();
    let today = sight.day(sight.reader.now());
    let face = |day: Day| Face { iso: day.iso(), text: due(day, today) };
    let steps: Vec<StepLine> =
        steps_of(&sight.terms.settings, item).iter().map(|step| step_line(sight, step, progress)).collect();
    let is_mine = progress == Progress::Here && steps.is_empty();
    let may_finish = is_mine
        && sight.inside().is_some_and(|who| stage_finished(&sight.history, &who, item, sight.reader.now()).is_ok());
    StageLine {
        id: item.clone(),
        number,
        title: sight.terms.item_text(List::Stages, item, "title"),
        about: sight.terms.item_text(List::Stages, item, "about"),
        length: sight.terms.item_number(List::Stages, item, "days").map(length).unwrap_or_default(),
        progress,
        due: due_on.map(face),
        is_late: due_on.is_some_and(|day| day < today),
        steps,
        may_finish,
    }
}

fn step_line(sight: &Sight, step: &ItemId, progress: Progress) -> StepLine {
    let done = sight.mine.and_then(|mine| mine.done.iter().find(|done| done.step == *step));
    let is_open = done.is_none() && matches!(progress, Progress::Here | Progress::Done);
    let may_finish = is_open
        && sight.inside().is_some_and(|who| step_finished(&sight.history, &who, step, sight.reader.now()).is_ok());
    StepLine {
        id: step.clone(),
        title: sight.terms.item_text(List::Steps, step, "title"),
        done: done.map(|done| day_face(sight, done.at)),
        may_finish,
    }
}

/// Where the reader is with a stage: the last one that they entered is the one they are in.
fn progress(sight: &Sight, stage: &ItemId) -> Progress {
    let Some(who) = sight.taking_part() else { return Progress::Shown };
    let entered = &who.participant.entered;
    let is_last = entered.last().is_some_and(|last| last.stage == *stage);
    let is_inside = who.participant.standing == Standing::Inside;
    match entered.iter().any(|entered| entered.stage == *stage) {
        true if is_last && is_inside => Progress::Here,
        true => Progress::Done,
        false => Progress::Ahead,
    }
}

/// By when the reader is to be through with the stage they are in; `None` when it has no length, and while nothing is due.
pub(super) fn due_on(sight: &Sight, stage: &ItemId) -> Option<Day> {
    let entered = sight.mine?.entered.iter().rev().find(|entered| entered.stage == *stage)?;
    let days = sight.terms.item_number(List::Stages, stage, "days")?;
    sight.goes_on().then(|| sight.program.running(sight.reader.now()).due_on(entered.at, days))
}

/// What the reader finished and no stage of theirs asks for any more.
pub(super) fn kept(sight: &Sight) -> Vec<KeptStep> {
    let Some(mine) = sight.mine else { return Vec::new() };
    let asked = steps_asked(&sight.terms.settings);
    let gone = mine.done.iter().filter(|done| !asked.contains(&done.step));
    gone.map(|done| KeptStep { title: done.title.clone(), at: day_face(sight, done.at) }).collect()
}

fn day_face(sight: &Sight, at: crate::time::Timestamp) -> Face {
    let face = sight.reader.clocks.face(&sight.reader.me.zone, at);
    Face { text: crate::wording::brief_day(sight.day(at)), ..face }
}
