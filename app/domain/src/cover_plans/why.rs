//! Why these two and this skill, in sentences: where the learner stands, who teaches, and when both can.

use super::Step;
use crate::clocks::Clocks;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::slots::Meeting;
use crate::time::Minutes;

/// The reasons for `step`, the strongest first.
pub(super) fn why(org: &Org, step: &Step, clocks: &Clocks) -> Vec<String> {
    let trio = &step.trio;
    let (Some(learner), Some(teacher), Some(skill)) =
        (org.person(&trio.learner), org.person(&trio.teacher), org.skill(&trio.skill))
    else {
        return Vec::new();
    };
    let level = level_of(org, &learner.id, &skill.id);
    let mut reasons = vec![match level {
        Level::NONE => format!("{} starts from nothing", learner.first_name()),
        level => format!("{} is at “{}” already", learner.first_name(), level.title()),
    }];
    if org.want(&learner.id, &skill.id).is_some() {
        reasons.push("wants to learn it".to_owned());
    }
    let next = step.first_for.as_ref().and_then(|next| org.skill(next));
    reasons.extend(next.map(|next| format!("needs it for {}", next.name)));
    let others = org.knowers_of(&skill.id).filter(|(id, known)| {
        **id != teacher.id
            && known.estimate.reaches(Level::CAN_TEACH)
            && crate::coverage::works_here(org, id)
            && **id != learner.id
    });
    reasons.push(match others.count() {
        0 => format!("{} is the only one who can teach it", teacher.first_name()),
        _ => format!("{} can teach it", teacher.first_name()),
    });
    let shared = Meeting { you: learner, them: teacher, minutes: Minutes(60) }.shared_minutes(clocks);
    if shared > 0 {
        let suit = if shared == 60 { "suits" } else { "suit" };
        reasons.push(format!("{} a day {suit} both", hours_of_day(shared)));
    }
    reasons
}

fn level_of(org: &Org, person: &PersonId, skill: &SkillId) -> Level {
    org.known(person, skill).map(|known| known.estimate.level).unwrap_or_default()
}

/// "1½ hours", "6 hours", "30 minutes".
fn hours_of_day(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} minutes"),
        (1, 0..15) => "1 hour".to_owned(),
        (hours, 0..15) => format!("{hours} hours"),
        (hours, 15..45) => format!("{hours}½ hours"),
        (hours, _) => format!("{} hours", hours + 1),
    }
}
