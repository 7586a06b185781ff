//! What stands in the way, in words with people's names: empty seats, and plans that contradict themselves.

use super::CoverPlan;
use super::lacking::Lacking;
use super::words::day;
use crate::clocks::Day;
use crate::cover_plan::{Because, Binding, Dropped, Fault, Held, Pick, Relax};
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::wording::{counted, sentence};

/// What holds seats that people leave before they could fill.
const LEAVES: &str = "Everybody who could learn or teach it leaves before it is due.";

/// `because` for somebody who may not know who leaves.
pub(super) fn without_leavers(because: &str) -> &str {
    if because == LEAVES { "Nobody can both learn it and be taught it until it is due." } else { because }
}

/// Why seats stay empty, and the cheapest way out.
pub(super) fn in_words(org: &Org, plan: &CoverPlan, (held, today): (&Held, Day)) -> (String, Option<String>) {
    let skill = org.skill(&held.skill).filter(|_| held.because == Because::NoLesson(Dropped::Before));
    if let Some(skill) = skill.filter(|_| held.relax.is_none()) {
        return Lacking { org, plan, today }.in_words(skill);
    }
    let because = match &held.because {
        Because::NoLesson(dropped) => no_lesson(*dropped).to_owned(),
        Because::Limits(limits) => {
            let limits: Vec<String> = limits.iter().map(|limit| binding(org, limit)).collect();
            match limits.split_last() {
                None => "Everybody who could is needed elsewhere.".to_owned(),
                Some((last, [])) => format!("{}.", sentence(last)),
                Some((last, rest)) => format!("{}; and {last}.", sentence(&rest.join("; "))),
            }
        }
        Because::Price => "A lesson would fit, and takes more work than a seat here is worth.".to_owned(),
    };
    (because, held.relax.as_ref().map(|relax| way_out(org, relax)))
}

const fn no_lesson(dropped: Dropped) -> &'static str {
    match dropped {
        Dropped::NoLearner => {
            "Nobody who works here is left to learn it: everybody can do it already, or is too far from it."
        }
        Dropped::NoTeacher => {
            "Nobody who works here can teach it with enough confidence. Look outside, or confirm somebody."
        }
        Dropped::Leaves => LEAVES,
        Dropped::Before => "Whoever could learn it lacks a skill that it builds on.",
        Dropped::Weeks => {
            "There are fewer weeks until it is due than its steps take, even for whoever is nearest to it."
        }
        Dropped::Overlap => "Nobody who could learn it shares two working hours a day with somebody who can teach it.",
        Dropped::LearnerHours => "Nobody who could learn it has enough hours to learn until it is due.",
        Dropped::TeacherHours => "Nobody who can teach it has enough hours to teach until it is due.",
        Dropped::Forbidden => "Everything that would fill it was ruled out or declined.",
    }
}

fn binding(org: &Org, binding: &Binding) -> String {
    match binding {
        Binding::LessonsEach => "people take two lessons at most".to_owned(),
        Binding::Learning(person) => format!("{} has no hours left to learn", name(org, person)),
        Binding::Teaching(person) => format!("{} has no hours left to teach", name(org, person)),
        Binding::Mentees(person) => format!("{} teaches as many as one person should", name(org, person)),
        Binding::Date => "the date is near".to_owned(),
        Binding::Before(skill) => format!("{} comes before it and is not in the plan", called(org, skill)),
        Binding::Pin(pick) => format!("it is kept that {}", lesson(org, pick)),
    }
}

fn way_out(org: &Org, relax: &Relax) -> String {
    match relax {
        Relax::Learning { person, quarters } => {
            format!("{} more to learn for {}.", hours(*quarters), name(org, person))
        }
        Relax::Teaching { person, quarters } => {
            format!("{} more to teach for {}.", hours(*quarters), name(org, person))
        }
        Relax::Later { days } => {
            let weeks = usize::try_from(days / 7).unwrap_or(usize::MAX);
            format!("{} more.", counted(weeks, "week", "weeks"))
        }
        Relax::Overlap { quarters } => format!("let two people meet who share {} a day less.", hours(*quarters)),
        Relax::Mentee { person } => format!("let {} teach one more.", name(org, person)),
    }
}

/// A plan that contradicts itself, as an answer to whoever asked for it.
pub fn refused(org: &Org, faults: &[Fault]) -> Rejection {
    let words = contradictions(org, faults);
    Rejection::Conflict(format!("{words} Nothing was changed; take one of your decisions back."))
}

/// The same once a decision was taken back and the rest of them still contradicts itself.
pub fn taken_back(org: &Org, faults: &[Fault]) -> Rejection {
    let words = contradictions(org, faults);
    Rejection::Conflict(format!("It is taken back. The steps are as they were, since more stands in the way. {words}"))
}

/// Everything that stands in the way, each once.
fn contradictions(org: &Org, faults: &[Fault]) -> String {
    let mut all: Vec<String> = Vec::new();
    for words in faults.iter().map(|fault| contradiction(org, fault)) {
        if !all.contains(&words) {
            all.push(words);
        }
    }
    if all.is_empty() { "This plan contradicts itself.".to_owned() } else { all.join(" ") }
}

fn contradiction(org: &Org, fault: &Fault) -> String {
    match fault {
        Fault::PinForbidden(pick) => format!("You both keep and rule out that {}.", lesson(org, pick)),
        Fault::PinImpossible(pick, why) => format!("That {} cannot be kept: {why}", lesson(org, pick)),
        Fault::PinTwoTeachers(learner, skill) => {
            format!("{} would learn {} from two teachers.", name(org, learner), called(org, skill))
        }
        Fault::PinLessons(learner, many, most) => {
            format!("{} would take {many} lessons; the most is {most}.", name(org, learner))
        }
        Fault::PinMentees(teacher, many, most) => {
            format!("{} would give {many} lessons; the most is {most}.", name(org, teacher))
        }
        Fault::PinHours { person, needs, has, by } => {
            let (needs, has) = (hours(*needs), hours(*has));
            format!("What is kept takes {} {needs} until {}, and there are {has}.", name(org, person), day(*by))
        }
        Fault::TooMany(..) => "This is more than one plan takes. Choose one area.".to_owned(),
        other => other.to_string(),
    }
}

fn lesson(org: &Org, pick: &Pick) -> String {
    let teacher = pick.teacher.as_ref().map_or_else(|| "a course".to_owned(), |teacher| name(org, teacher));
    format!("{} learns {} from {teacher}", name(org, &pick.learner), called(org, &pick.skill))
}

fn name(org: &Org, person: &PersonId) -> String {
    org.person(person).map_or_else(|| person.to_string(), |person| person.first_name().to_owned())
}

pub(super) fn called(org: &Org, skill: &SkillId) -> String {
    org.skill(skill).map_or_else(|| skill.to_string(), |skill| skill.name.to_string())
}

/// "4 hours", "4½ hours", "30 minutes", of quarter hours.
pub(super) fn hours(quarters: i64) -> String {
    match (quarters / 4, quarters % 4) {
        (0, rest) => format!("{} minutes", rest * 15),
        (1, 0) => "1 hour".to_owned(),
        (hours, 0) => format!("{hours} hours"),
        (hours, 1) => format!("{hours}¼ hours"),
        (hours, 2) => format!("{hours}½ hours"),
        (hours, _) => format!("{hours}¾ hours"),
    }
}
