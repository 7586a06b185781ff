//! What fell through in a plan, in words: who declined, who leaves as far as the reader may know, and what is gone.

use super::standing::leaver;
use super::{CoverPlan, Standing, Step, Trio, standing};
use crate::clocks::Day;
use crate::coverage::Sight;
use crate::id::PersonId;
use crate::org::Org;
use crate::time::Timestamp;
use crate::wording::{counted, sentence};

/// Where `step` stands as a reader with `sight` may know it: who leaves is no secret only to some.
pub(super) fn seen_standing(org: &Org, sight: &Sight, step: &Step, now: Timestamp) -> Standing {
    let standing = standing(org, step, now);
    let may_know = || {
        let leaver = leaver(org, &step.trio, step.by, Day::utc(now));
        leaver.is_none_or(|leaver| sight.includes_id(org, leaver))
    };
    if standing == Standing::Leaves && !may_know() { Standing::Void } else { standing }
}

/// Who of `trio` has left, or what is gone; `None` when all three are there.
pub(super) fn gone(org: &Org, trio: &Trio) -> Option<String> {
    if org.skill(&trio.skill).is_none() {
        return Some("the skill is gone".to_owned());
    }
    let is_gone = |person: &&PersonId| !crate::coverage::works_here(org, person);
    let person = [&trio.learner, &trio.teacher].into_iter().find(is_gone)?;
    Some(org.person(person).map_or_else(
        || format!("{person} is not listed any more"),
        |person| format!("{} has left", person.first_name()),
    ))
}

/// "Two steps fell through: Amara declined; Rosalind has left." Empty when nothing did.
pub(super) fn fallen(org: &Org, sight: &Sight, plan: &CoverPlan, now: Timestamp) -> (u32, String) {
    let standings = plan.live_steps().map(|step| (step, seen_standing(org, sight, step, now)));
    let fallen: Vec<(&Step, Standing)> = standings.filter(|(_, standing)| standing.has_fallen_through()).collect();
    if fallen.is_empty() {
        return (0, String::new());
    }
    let mut reasons: Vec<String> = Vec::new();
    for reason in fallen.iter().map(|(step, standing)| reason(org, (step, standing), now)) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let count = sentence(&counted(fallen.len(), "step", "steps"));
    let is_declined =
        |(_, standing): &(&Step, Standing)| matches!(standing, Standing::LearnerDeclined | Standing::TeacherDeclined);
    let again = if fallen.iter().any(is_declined) { " Whoever declined is not asked again." } else { "" };
    let words = format!("{count} fell through. {}.{again}", sentence(&reasons.join("; ")));
    (u32::try_from(fallen.len()).unwrap_or(u32::MAX), words)
}

fn reason(org: &Org, (step, standing): (&Step, &Standing), now: Timestamp) -> String {
    let first = |id: &PersonId| org.person(id).map_or_else(|| id.to_string(), |person| person.first_name().to_owned());
    let (learner, teacher) = (first(&step.trio.learner), first(&step.trio.teacher));
    let skill = org.skill(&step.trio.skill).map_or_else(|| step.trio.skill.to_string(), |skill| skill.name.to_string());
    match standing {
        Standing::LearnerDeclined => format!("{learner} declined"),
        Standing::TeacherDeclined => format!("{teacher} declined"),
        Standing::Lapsed => format!("nothing came of it between {learner} and {teacher}"),
        Standing::Leaves => {
            let leaver = leaver(org, &step.trio, step.by, Day::utc(now)).unwrap_or(&step.trio.learner);
            format!("{} leaves before it is due", first(leaver))
        }
        Standing::Void if org.skill(&step.trio.skill).is_none() => format!("the skill “{skill}” is gone"),
        Standing::Void => {
            gone(org, &step.trio).unwrap_or_else(|| format!("{learner} cannot learn {skill} from {teacher} any more"))
        }
        Standing::Proposed
        | Standing::LearnerAsked
        | Standing::Asked
        | Standing::Agreed
        | Standing::Met
        | Standing::Stalled
        | Standing::Reached => format!("{learner} and {teacher} go on"),
    }
}
