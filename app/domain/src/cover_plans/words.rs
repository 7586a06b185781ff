//! A plan in words: what it comes to, how sure that is, and what each of the two reads when it starts.

use super::fallen::gone;
use super::{CoverPlan, Standing, Step};
use crate::clocks::Day;
use crate::org::Org;
use crate::wording::{counted, number, sentence};
use serde::{Deserialize, Serialize};

/// How far the drawing of a plan has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// How many seats stay empty in the best plan so far.
    pub empty: u32,
    /// By how much it could be better at most, in parts of 1,000.
    pub gap_per_mille: Option<u32>,
}

/// What the skills of a plan come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    /// How many skills are below their target now.
    pub below: usize,
    /// How many of them the plan brings to it.
    pub reached: usize,
    /// How many seats stay empty.
    pub empty: u32,
}

/// What a plan comes to when every target is reached.
pub(super) const NOTHING_TO_PLAN: &str = "Every skill here has as many people as it should. There is nothing to plan.";

/// "Six steps and 29.5 hours bring all four skills to target by 31 January."
pub(super) fn takeaway(plan: &CoverPlan, sum: Sum) -> String {
    if sum.below == 0 {
        return NOTHING_TO_PLAN.to_owned();
    }
    let Some(last) = plan.live_steps().map(|step| step.by).max() else {
        return "No seat can be filled as things stand. Below is what stands in the way.".to_owned();
    };
    let count = plan.live_steps().count();
    let steps = sentence(&counted(count, "step", "steps"));
    let time: u32 = plan.live_steps().map(|step| step.learning + step.teaching).sum();
    let verb = if count == 1 { "brings" } else { "bring" };
    let what = match (sum.reached, sum.below) {
        (1, 1) => "the one skill".to_owned(),
        (reached, below) if reached == below => format!("all {} skills", number(below)),
        (0, _) => "no skill".to_owned(),
        (reached, below) => format!("{} of {} skills", number(reached), number(below)),
    };
    let empty = match sum.empty {
        0 => String::new(),
        1 => " One seat stays empty.".to_owned(),
        n => format!(" {} seats stay empty.", sentence(&number(usize::try_from(n).unwrap_or(usize::MAX)))),
    };
    format!("{steps} and {} hours {verb} {what} to target by {}.{empty}", hours(time), day(last))
}

/// How sure it is that nothing better exists.
pub(super) fn proof(plan: &CoverPlan) -> String {
    let worth = plan.worth;
    let percent = |gap: u32| format!("{}.{}", gap / 10, gap % 10);
    let wide = worth.wide_gap_per_mille;
    let wide = wide.map(|gap| format!(", and with all others at most {} % less", percent(gap))).unwrap_or_default();
    let among = worth.looked_at.map(|pairs| format!(" among the {pairs} most promising pairs{wide}"));
    let (among, percent) = (among.unwrap_or_default(), percent(worth.gap_per_mille));
    match (worth.is_proven, worth.is_stopped) {
        (true, _) => format!("Proven: no plan does it with less work{among}."),
        (false, true) => format!("Stopped early: another plan{among} could take up to {percent} % less work."),
        (false, false) => format!("At most {percent} % more work than the least possible{among}."),
    }
}

/// Where a step stands, for a chip.
pub(super) fn standing_words(org: &Org, standing: &Standing, step: &Step, met: u32) -> String {
    match standing {
        Standing::Met | Standing::Stalled if met >= step.learning => "all hours met".to_owned(),
        Standing::Proposed => "not started".to_owned(),
        Standing::LearnerAsked => "learner asked".to_owned(),
        Standing::Asked => "finding a time".to_owned(),
        Standing::Agreed if met > 0 => format!("{} of {} hours met", hours(met), hours(step.learning)),
        Standing::Agreed => "agreed".to_owned(),
        Standing::Met => format!("{} of {} hours met", hours(met), hours(step.learning)),
        Standing::Stalled => format!("stopped at {} of {} hours", hours(met), hours(step.learning)),
        Standing::Reached if step.first_for.is_some() => "knows enough of it".to_owned(),
        Standing::Reached => "target reached".to_owned(),
        Standing::LearnerDeclined => "learner declined".to_owned(),
        Standing::TeacherDeclined => "teacher declined".to_owned(),
        Standing::Lapsed => "nobody answered".to_owned(),
        Standing::Leaves => "leaves before it is due".to_owned(),
        Standing::Void => gone(org, &step.trio).unwrap_or_else(|| "no longer possible".to_owned()),
    }
}

/// What both read in the request that a step becomes.
pub(super) fn message(org: &Org, step: &Step) -> String {
    let trio = &step.trio;
    let Some(skill) = org.skill(&trio.skill) else { return String::new() };
    let have = crate::coverage::cover(org, skill).have;
    let now = match have {
        0 => format!("Nobody covers {} today.", skill.name),
        1 => format!("{} hangs on one person today.", skill.name),
        n => format!(
            "{} people cover {} today.",
            sentence(&number(usize::try_from(n).unwrap_or(usize::MAX))),
            skill.name
        ),
    };
    let name = |id| org.person(id).map_or("they", |person| person.first_name()).to_owned();
    let (learner, teacher) = (name(&trio.learner), name(&trio.teacher));
    let why = match step.first_for.as_ref().and_then(|next| org.skill(next)) {
        Some(next) => format!("{} builds on {}, which {learner} can learn from {teacher}.", next.name, skill.name),
        None => format!("{now} When {learner} has learned it from {teacher}, there is one more."),
    };
    let (hours, by) = (hours(step.learning), day(step.by));
    format!("{why} It takes about {hours} hours until {by}; start with one meeting.")
}

/// "29.5": hours with one decimal, rounded to the nearest.
pub(super) fn hours(minutes: u32) -> String {
    let tenths = (minutes + 3) / 6;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// "31 January".
pub(super) fn day(day: Day) -> String {
    let full = day.in_full();
    full.split_once(' ').map_or(full.clone(), |(_, date)| date.to_owned())
}
