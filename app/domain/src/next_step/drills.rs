//! Steps that come out of drills: answer, get ready the day before, say how it went.

use super::{Act, Candidate, NextStep, NextStepKind, Quote, StepId, effort};
use crate::drill::{Drill, Side, Stage};
use crate::drills::{days, my_side, when};
use crate::reader::{Phrase, Reader};
use crate::tag::PersonTag;

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    reader
        .org
        .drills()
        .filter_map(|drill| Some((drill, my_side(reader, drill)?)))
        .filter_map(|about| candidate(reader, about))
        .collect()
}

fn candidate(reader: &Reader, (drill, mine): (&Drill, Side)) -> Option<Candidate> {
    let when = when(reader, drill);
    match &drill.stage {
        Stage::Proposed { until, .. } if drill.waits_for(mine) && when.now < *until => {
            Some(answer(reader, drill, mine))
        }
        Stage::Agreed if when.today > drill.until => drill.report_of(mine).is_none().then(|| tell(reader, drill, mine)),
        Stage::Agreed if when.today >= drill.on.plus(-1) && when.today <= drill.on => {
            Some(get_ready(reader, drill, mine))
        }
        Stage::Proposed { .. }
        | Stage::Agreed
        | Stage::Done { .. }
        | Stage::Declined { .. }
        | Stage::Expired
        | Stage::Withdrawn
        | Stage::Untold => None,
    }
}

fn answer(reader: &Reader, drill: &Drill, mine: Side) -> Candidate {
    let by = first_name(reader, &drill.proposed_by);
    let what = match mine {
        Side::Holder => format!("Stand back from {}", reader.skill(&drill.skill)),
        Side::Backup => format!("Step in for {}", first_name(reader, &drill.holder)),
    };
    let mut step = step(NextStepKind::Answer, drill, format!("{what} on {}?", days(drill)));
    step.verb = "Read it and answer".to_owned();
    step.why = vec![Phrase::strong(by.clone()), Phrase::plain(" proposes a drill of ")];
    step.why.push(Phrase::strong(reader.skill(&drill.skill)));
    step.why.push(Phrase::plain(format!(", {} minutes, from the notes.", drill.minutes.0)));
    let words = drill.task.as_str().lines().next().unwrap_or_default().to_owned();
    step.quote = Some(Quote { lead: "The task:".to_owned(), words });
    let hours_left = match &drill.stage {
        Stage::Proposed { until, .. } => {
            step.reasons.push(format!("The proposal lapses {}.", super::meetings::on_day(&reader.when(*until))));
            u32::try_from(until.since(reader.now()).0 / 3_600_000).unwrap_or(0)
        }
        Stage::Agreed
        | Stage::Done { .. }
        | Stage::Declined { .. }
        | Stage::Expired
        | Stage::Withdrawn
        | Stage::Untold => 0,
    };
    // A request lapses after five days, a drill after seven: half as pressing with the same time left.
    Candidate { step, urgency: 85 - (hours_left / 2).clamp(1, 84), value: 10, minutes: 2 }
}

fn get_ready(reader: &Reader, drill: &Drill, mine: Side) -> Candidate {
    let skill = reader.skill(&drill.skill);
    let day = if when(reader, drill).today < drill.on { "tomorrow" } else { "today" };
    let (title, why) = match mine {
        Side::Holder => {
            let backup = first_name(reader, &drill.backup);
            (
                format!("Stand back from {skill} {day}"),
                format!("{backup} does it from the notes. See that they find them."),
            )
        }
        Side::Backup => {
            let holder = first_name(reader, &drill.holder);
            (
                format!("Do {skill} {day}, without {holder}"),
                "Read the task and find the notes before you need them.".to_owned(),
            )
        }
    };
    let mut step = step(NextStepKind::Meet, drill, title);
    step.verb = "See the task and the notes".to_owned();
    step.why = vec![Phrase::plain(why)];
    step.effort = effort(5);
    // Meetings have an hour; a day of drill does not, so they go first.
    Candidate { step, urgency: 1, value: 10, minutes: 5 }
}

fn tell(reader: &Reader, drill: &Drill, mine: Side) -> Candidate {
    let skill = reader.skill(&drill.skill);
    let title = match mine {
        Side::Holder => format!("How did you find {skill} after the drill?"),
        Side::Backup => format!("How did {skill} go without {}?", first_name(reader, &drill.holder)),
    };
    let mut step = step(NextStepKind::Confirm, drill, title);
    step.verb = "Say how it went".to_owned();
    step.why = vec![
        Phrase::plain("Once you both have, it "),
        Phrase::strong("counts"),
        Phrase::plain(", and what the notes lacked is written down."),
    ];
    step.effort = effort(3);
    let other = drill.person(mine.other());
    let told = drill.report_of(mine.other()).is_some();
    if told {
        step.reasons.push(format!("{} has; only your word is missing.", first_name(reader, other)));
    }
    Candidate { step, urgency: if told { 20 } else { 10 }, value: 10, minutes: 3 }
}

fn first_name(reader: &Reader, person: &crate::id::PersonId) -> String {
    PersonTag::of(reader.org, person).first_name().to_owned()
}

fn step(kind: NextStepKind, drill: &Drill, title: String) -> NextStep {
    NextStep {
        id: StepId::new(kind, &["drill", drill.id.as_str()]),
        kind,
        title,
        verb: String::new(),
        act: Act::Open { href: format!("/drills/{}", drill.id) },
        effort: effort(2),
        why: Vec::new(),
        quote: None,
        reasons: vec![kind.because().to_owned()],
        pair: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::clocks::Clocks;
    use crate::drill::tests::{agreed, done, in_days, proposed, tells};
    use crate::drill::{Drill, Verdict};
    use crate::fernhill::fernhill;
    use crate::next_step::{NextStepKind, next_steps};
    use crate::reader::Reader;
    use crate::reader::tests::CLOCKS;

    /// The step that a drill makes for somebody `days` from now.
    fn step(drill: Drill, days: i64, me: &str) -> Option<(NextStepKind, String)> {
        let mut org = fernhill();
        org.put_drill(drill);
        let clocks = Clocks { now: in_days(days).now, ..CLOCKS };
        let steps = next_steps(&Reader::of(&org, &me.parse().unwrap(), &clocks).unwrap(), &[]);
        let step = steps.into_iter().find(|step| step.id.as_str().contains(":drill:"));
        step.map(|step| (step.kind, step.title))
    }

    #[test]
    fn a_drill_asks_for_an_answer_gets_ready_and_asks_how_it_went() {
        let (amara, rosalind, priya) = ("amara-okafor", "rosalind-achterberg", "priya-raman");
        let told = agreed().moved(&amara.parse().unwrap(), tells(Verdict::Alone, &[]), in_days(5)).unwrap();
        use NextStepKind::{Answer, Confirm, Meet};
        let rows = [
            (proposed(rosalind), 1, amara, Some((Answer, "Step in for Rosalind on Tuesday 24 November?"))),
            (proposed(rosalind), 1, rosalind, None),
            (proposed(priya), 1, priya, None),
            (proposed(priya), 1, rosalind, Some((Answer, "Stand back from Infusion pumps on Tuesday 24 November?"))),
            (proposed(priya), 7, rosalind, None),
            (agreed(), 3, amara, None),
            (agreed(), 4, amara, Some((Meet, "Do Infusion pumps tomorrow, without Rosalind"))),
            (agreed(), 5, rosalind, Some((Meet, "Stand back from Infusion pumps today"))),
            (agreed(), 6, amara, Some((Confirm, "How did Infusion pumps go without Rosalind?"))),
            (agreed(), 6, priya, None),
            (told.clone(), 6, amara, None),
            (told, 6, rosalind, Some((Confirm, "How did you find Infusion pumps after the drill?"))),
            (done(Verdict::Alone, Verdict::Alone), 6, amara, None),
        ];
        for (drill, days, me, expected) in rows {
            let found = step(drill, days, me);
            let found = found.as_ref().map(|(kind, title)| (*kind, title.as_str()));
            assert_eq!(found, expected, "{me} after {days} days");
        }
    }
}
