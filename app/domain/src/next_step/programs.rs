//! Steps that come out of programs: answer an invitation, and finish what is due within three days.

use super::{Act, Candidate, NextStep, NextStepKind, StepId, effort};
use crate::clocks::Day;
use crate::program::{Phase, Standing};
use crate::programs::{Sight, due_words, my_programs, open_step};
use crate::reader::{Phrase, Reader};
use crate::tag::PersonTag;

/// How many days before it is due a step comes up.
const SOON: i64 = 3;

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    my_programs(reader).iter().filter_map(|sight| invited(sight).or_else(|| due(sight))).collect()
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
    let mut step = step(NextStepKind::Due, sight, format!("{}: {}", sight.title(), open.title));
    step.id = StepId::new(NextStepKind::Due, &["program", sight.program.id.as_str(), open.id.as_str()]);
    step.verb = "See the step".to_owned();
    let due = if day < today { "was due" } else { "is due" };
    step.why = vec![
        Phrase::plain(format!("It {due} ")),
        Phrase::strong(due_words(day, today)),
        Phrase::plain(", in the stage that you are in. Tick it when it is done."),
    ];
    step.effort = effort(5);
    let late = u32::try_from((today.0 - day.0 + SOON).clamp(0, 30)).unwrap_or(0);
    Some(Candidate { step, urgency: 10 + late, value: 10, minutes: 5 })
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
