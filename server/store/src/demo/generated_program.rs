//! A program in which everybody of a generated organisation takes part, spread over its stages: to measure what a save
//! costs however many people are inside. Rows are written as they would have come about, without going through it all.

use super::dice::Dice;
use super::{Company, DemoProgram, Happened};
use crate::program::edited;
use domain::id::{ItemId, PersonId, ProgramId};
use domain::program::{
    Author, Done, Entered, List, Participant, Path, Phase, Program, ProgramKind, Settings, Standing, steps_of,
};
use domain::time::{Span, Timestamp, Zone};

const VALID: &str = "the generated program is valid";

/// One program of everybody in `company`.
pub(super) fn program(company: &Company, now: Timestamp) -> DemoProgram {
    let mut dice = Dice::new(17);
    let id = ProgramId::parse("pairs-for-everybody").expect(VALID);
    let author = Author { by: company.people.first().map(|person| person.id.clone()), at: now.before(Span::days(100)) };
    let settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs for everybody", &Zone::utc());
    let (mut program, version) = Program::begun(id, ProgramKind::Mentorship, settings.expect(VALID), &author);
    let opened = Author { by: author.by.clone(), at: now.before(Span::days(95)) };
    program = program.moved(Phase::Running, opened).expect(VALID);
    let stages = program.settings.items(List::Stages);
    let inside = |person: &PersonId| somebody(&program, &stages, person, (&mut dice, now));
    let participants = company.people.iter().map(|person| &person.id).map(inside).collect();
    let what = edited(&version).expect(VALID);
    let happened = vec![Happened { at: author.at, by: author.by.clone(), what }];
    DemoProgram { program, versions: vec![version], participants, drafts: Vec::new(), happened }
}

/// Somebody in one of the stages, or through with all, with the steps of those before it done.
fn somebody(
    program: &Program,
    stages: &[ItemId],
    person: &PersonId,
    (dice, now): (&mut Dice, Timestamp),
) -> Participant {
    let reached = usize::try_from(dice.below(u32::try_from(stages.len()).unwrap_or_default() + 1)).unwrap_or_default();
    let joined_at = now.before(Span::days(i64::from(dice.between(61, 90))));
    let role = if dice.happens(40) { "mentor" } else { "mentee" };
    let mut one = Participant::inside(program.id.clone(), person.clone(), role, joined_at);
    let mut at = joined_at;
    for (place, stage) in stages.iter().enumerate().take(reached + 1) {
        one.entered.push(Entered { stage: stage.clone(), at });
        if place == reached {
            break;
        }
        for step in steps_of(&program.settings, stage) {
            at = at.after(Span::days(2));
            let title = program.settings.text(&Path::item(List::Steps, &step, "title")).to_owned();
            one.done.push(Done { step, title, at });
        }
    }
    if reached == stages.len() {
        (one.standing, one.since) = (Standing::Finished, at);
    }
    one
}
