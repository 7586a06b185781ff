//! Steps that come out of programs: answer an invitation and those who apply, finish what is due within three days or what
//! organisers want people reminded of, and close what is over or give it more time.

use super::{Act, Candidate, NextStep, NextStepKind, StepId, effort};
use crate::actor::Role;
use crate::clocks::Day;
use crate::id::ItemId;
use crate::program::{Participant, Path, Phase, Standing};
use crate::programs::{Sight, date, due_words, led_programs, my_programs, open_step, reminders_of, to_admit};
use crate::reader::{Phrase, Reader};
use crate::tag::PersonTag;
use crate::wording::counted;

/// How many days before it is due a step comes up.
const SOON: i64 = 3;

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    let mine = my_programs(reader);
    let own = mine.iter().filter_map(|sight| invited(sight).or_else(|| due(sight)).or_else(|| reminded(sight)));
    let to_admit = to_admit(reader);
    let others = to_admit.iter().filter_map(|(sight, applicants)| admit(sight, applicants));
    own.chain(others).chain(led_programs(reader).iter().filter_map(ended)).collect()
}

/// Whoever has asked longest to join, with the others.
fn admit(sight: &Sight, applicants: &[&Participant]) -> Option<Candidate> {
    let first = applicants.first()?;
    let (who, title) = (PersonTag::of(sight.reader.org, &first.person), sight.title());
    let others = applicants.len() - 1;
    let heading = match others {
        0 => format!("{} asks to join {title}", who.first_name()),
        others => format!("{} and {} ask to join {title}", who.first_name(), counted(others, "other", "others")),
    };
    let mut step = step(NextStepKind::Answer, sight, heading);
    step.id = StepId::new(NextStepKind::Answer, &["program", sight.program.id.as_str(), first.person.as_str()]);
    step.verb = "Accept or decline".to_owned();
    step.why = vec![
        Phrase::strong(who.first_name()),
        Phrase::plain(" has waited for an answer since "),
        Phrase::strong(sight.reader.when(first.since)),
        Phrase::plain("."),
    ];
    Some(Candidate { step, urgency: 1, value: 10, minutes: 2 })
}

fn invited(sight: &Sight) -> Option<Candidate> {
    let mine = sight.mine?;
    let Standing::Invited { by } = &mine.standing else { return None };
    if sight.program.phase == Phase::Closed {
        return None;
    }
    let (by, title) = (PersonTag::of(sight.reader.org, by), sight.title());
    let mut step = step(NextStepKind::Answer, sight, format!("Join {title}?"));
    step.verb = "Read it and answer".to_owned();
    step.why = vec![
        Phrase::strong(by.first_name()),
        Phrase::plain(" asked you "),
        Phrase::strong(sight.reader.when(mine.since)),
        Phrase::plain(format!(". {}", sight.terms.text("purpose"))),
    ];
    // An invitation does not lapse: it comes after what does.
    Some(Candidate { step, urgency: 1, value: 10, minutes: 2 })
}

fn due(sight: &Sight) -> Option<Candidate> {
    let open = open_step(sight)?;
    let (day, today) = (open.due?, sight.day(sight.reader.now()));
    if !is_soon(day, today) {
        return None;
    }
    let mut step = to_finish(sight, &open.id, &open.title);
    let due = if day < today { "was due" } else { "is due" };
    step.why = vec![
        Phrase::plain(format!("It {due} ")),
        Phrase::strong(due_words(day, today)),
        Phrase::plain(", in the stage that you are in. Tick it when it is done."),
    ];
    let late = u32::try_from((today.0 - day.0 + SOON).clamp(0, 30)).unwrap_or(0);
    Some(Candidate { step, urgency: 10 + late, value: 10, minutes: 5 })
}

/// A step that is still open so many days into its stage, where nothing is due soon.
fn reminded(sight: &Sight) -> Option<Candidate> {
    let reminder = reminders_of(sight).into_iter().next()?;
    let mut step = to_finish(sight, &reminder.step, &reminder.title);
    let days = usize::try_from(reminder.days).unwrap_or(0);
    step.why = vec![
        Phrase::plain("It is still open after "),
        Phrase::strong(counted(days, "day", "days")),
        Phrase::plain(" in this stage. Tick it when it is done."),
    ];
    step.reasons = vec!["You took it on, and the program reminds you of it now.".to_owned()];
    Some(Candidate { step, urgency: 5, value: 10, minutes: 5 })
}

/// A program whose last day is over, for those who organise it.
fn ended(sight: &Sight) -> Option<Candidate> {
    let day = sight.program.settings.day(&Path::field("ends_on"))?;
    if day >= sight.day(sight.reader.now()) {
        return None;
    }
    let title = format!("{} ended on {}: close it or give it more time", sight.title(), date(day));
    let mut step = step(NextStepKind::Due, sight, title);
    step.id = StepId::new(NextStepKind::Due, &["program", sight.program.id.as_str(), "ended"]);
    let may_close = sight.reader.me.role >= Role::ProgramAdmin;
    let how = if may_close {
        step.act = Act::Open { href: format!("/admin/programs/{}", sight.program.id) };
        "Close it, or choose a later last day."
    } else {
        "Ask a program admin to close it, or to choose a later last day."
    };
    step.verb = "See the program".to_owned();
    step.why =
        vec![Phrase::plain(format!("It still {}, and nothing ends by itself. {how}", still(sight.program.phase)))];
    step.reasons = vec!["People look to you for what becomes of it.".to_owned()];
    Some(Candidate { step, urgency: 5, value: 10, minutes: 2 })
}

const fn still(phase: Phase) -> &'static str {
    match phase {
        Phase::Draft | Phase::Closed => "is there",
        Phase::Open => "waits to begin",
        Phase::Running => "goes on",
        Phase::Paused => "is paused",
    }
}

/// A step of a program that the reader is to finish.
fn to_finish(sight: &Sight, id: &ItemId, title: &str) -> NextStep {
    let mut step = step(NextStepKind::Due, sight, format!("{}: {title}", sight.title()));
    step.id = StepId::new(NextStepKind::Due, &["program", sight.program.id.as_str(), id.as_str()]);
    step.verb = "See the step".to_owned();
    step.effort = effort(5);
    step
}

/// True from three days before, and for a month after.
fn is_soon(day: Day, today: Day) -> bool {
    (-30..=SOON).contains(&(day.0 - today.0))
}

fn step(kind: NextStepKind, sight: &Sight, title: String) -> NextStep {
    NextStep {
        id: StepId::new(kind, &["program", sight.program.id.as_str()]),
        kind,
        title,
        verb: String::new(),
        act: Act::Open { href: sight.href() },
        effort: effort(2),
        why: Vec::new(),
        quote: None,
        reasons: vec![kind.because().to_owned()],
        pair: None,
    }
}
