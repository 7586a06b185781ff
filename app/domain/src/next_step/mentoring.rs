//! Steps that come out of mentoring: answer whoever asks, look for a mentor, come back from a break, and see to those who
//! wait too long.

use super::{Act, Candidate, NextStep, NextStepKind, Quote, StepId, effort};
use crate::id::{PersonId, ProgramId};
use crate::mentoring::{Asked, Ground, LeftOut, PausedBecause, Roll, Rules, Seeking, Terms, requests_to};
use crate::program::{Phase, Program};
use crate::reader::{Phrase, Reader};
use crate::tag::PersonTag;
use crate::wording::{counted, sentence};

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    let waiting = requests_to(reader.org, &reader.me.id).into_iter();
    let open = waiting.filter(|(_, asked)| reader.now() < asked.until);
    let answers = open.filter_map(|(seeking, asked)| answer(reader, seeking, asked));
    let running = reader.org.programs().filter(|program| program.phase == Phase::Running);
    let own = running.flat_map(|program| of_program(reader, program));
    answers.chain(own).collect()
}

/// Somebody asks the reader to be their mentor.
fn answer(reader: &Reader, seeking: &Seeking, asked: &Asked) -> Option<Candidate> {
    let program = reader.org.program(&seeking.program).filter(|program| program.phase.takes_people())?;
    let learner = PersonTag::of(reader.org, &seeking.person);
    let (name, href) = (learner.first_name(), format!("/mentoring/{}/requests/{}", program.id, seeking.person));
    let title = format!("Be {name}’s mentor in {}?", reader.skill(&asked.skill));
    let mut step = step(NextStepKind::Answer, &[program.id.as_str(), seeking.person.as_str()], title);
    (step.verb, step.act) = if can_say_yes(reader, program, &seeking.person) {
        let (program, learner) = (program.id.clone(), seeking.person.clone());
        (format!("Be {name}’s mentor"), Act::Mentor { program, learner })
    } else {
        ("Read it and answer".to_owned(), Act::Open { href })
    };
    step.why = vec![
        Phrase::strong(name),
        Phrase::plain(" has waited for your answer since "),
        Phrase::strong(reader.when(asked.at)),
        Phrase::plain(format!(", in {}.", program.title())),
    ];
    let words = asked.words.as_str().lines().next().unwrap_or_default().to_owned();
    step.quote = (!words.is_empty()).then(|| Quote { lead: format!("{name} asks:"), words });
    step.reasons
        .push(format!("It goes on to {name}’s next wish {}.", super::meetings::on_day(&reader.when(asked.until))));
    let hours_left = u32::try_from(asked.until.since(reader.now()).0 / 3_600_000).unwrap_or(0);
    Some(Candidate { step, urgency: 121 - hours_left.clamp(1, 120), value: 10, minutes: 2 })
}

/// One tap is offered only where it would not be refused.
fn can_say_yes(reader: &Reader, program: &Program, learner: &PersonId) -> bool {
    let terms = Terms::default();
    let Some(ground) = Ground::of(reader.org, &program.id, &terms, reader.clocks) else { return false };
    let is_barred = |left: Box<LeftOut>| left.because.refused_to_mentor().is_some();
    ground.free_places(&reader.me.id) > 0 && !ground.fit(learner, &reader.me.id).is_err_and(is_barred)
}

fn of_program(reader: &Reader, program: &Program) -> Vec<Candidate> {
    let Some(rules) = Rules::of(program) else { return Vec::new() };
    let all = [find(reader, program, &rules), come_back(reader, &program.id), see_to(reader, program, &rules)];
    all.into_iter().flatten().collect()
}

/// The reader has no mentor and asks nobody.
fn find(reader: &Reader, program: &Program, rules: &Rules) -> Option<Candidate> {
    let seeker = Roll::of(reader.org, &program.id).seeker_of(&reader.me.id)?;
    let seeking = reader.org.seeking(&program.id, &reader.me.id);
    let has_said = seeking.is_some_and(|seeking| !seeking.wishes.is_empty());
    if seeking.is_some_and(|seeking| seeking.asked.is_some()) || !rules.mode.asks() && has_said {
        return None;
    }
    let title = match rules.mode.asks() {
        true => format!("Find a mentor in {}", program.title()),
        false => format!("Say whom you would like as a mentor in {}", program.title()),
    };
    let mut step = step(NextStepKind::Ask, &[program.id.as_str(), "find"], title);
    step.verb = "See who fits".to_owned();
    step.act = Act::Open { href: format!("/mentoring/{}/match", program.id) };
    step.effort = effort(5);
    step.why = vec![
        Phrase::plain("Mentors who are ahead of you in what you want, each with the reasons. "),
        Phrase::plain(if rules.mode.asks() {
            "Whoever you ask answers in time, or it goes on to your next wish."
        } else {
            "The organisers go by it."
        }),
    ];
    let days = u32::try_from(reader.now().since(seeker.since).whole_days().clamp(0, 60)).unwrap_or(0);
    // Before asking any colleague for an hour: they joined for this.
    Some(Candidate { step, urgency: 60 + days / 2, value: 100, minutes: 5 })
}

/// The reader was given a break as a mentor, two days ago or longer.
fn come_back(reader: &Reader, program: &ProgramId) -> Option<Candidate> {
    let row = reader.org.mentor(program, &reader.me.id)?;
    let paused = row.paused.as_ref().filter(|paused| paused.because == PausedBecause::Silent)?;
    let is_mentor = Roll::of(reader.org, program).is_mentor(&reader.me.id);
    if !is_mentor || reader.now().since(paused.since) < crate::time::Span::days(2) {
        return None;
    }
    let title = format!("Take learners again in {}?", reader.org.program(program)?.title());
    let mut step = step(NextStepKind::Ask, &[program.as_str(), "back"], title);
    step.verb = "See my places".to_owned();
    step.act = Act::Open { href: "/mentoring".to_owned() };
    step.why = vec![Phrase::plain(
        "Two requests went by without an answer, so nobody new asks you. One tap, and they do again.",
    )];
    Some(Candidate { step, urgency: 5, value: 10, minutes: 1 })
}

/// Whoever looks after the program sees to those who have waited longer than it promises.
fn see_to(reader: &Reader, program: &Program, rules: &Rules) -> Option<Candidate> {
    if !reader.org.looks_after(program, &reader.me.id) {
        return None;
    }
    let late = Roll::of(reader.org, &program.id).late(rules, reader.now());
    let first = late.first()?;
    let people = sentence(&counted(late.len(), "learner has", "learners have"));
    let title = format!("{people} waited too long for a mentor in {}", program.title());
    let mut step = step(NextStepKind::Answer, &[program.id.as_str(), "late"], title);
    step.verb = "See who waits".to_owned();
    step.act = Act::Open { href: format!("/admin/programs/{}/pairs", program.id) };
    step.effort = effort(5);
    let days = usize::try_from(rules.promise().whole_days()).unwrap_or(0);
    step.why = vec![
        Phrase::plain(format!("The program promises an answer within {}. ", counted(days, "day", "days"))),
        Phrase::strong(PersonTag::of(reader.org, &first.person).first_name()),
        Phrase::plain(" has waited longest."),
    ];
    Some(Candidate { step, urgency: 20, value: 10, minutes: 5 })
}

fn step(kind: NextStepKind, about: &[&str], title: String) -> NextStep {
    NextStep {
        id: StepId::new(kind, &[&["mentoring"], about].concat()),
        kind,
        title,
        verb: String::new(),
        act: Act::Open { href: "/mentoring".to_owned() },
        effort: effort(2),
        why: Vec::new(),
        quote: None,
        reasons: vec![kind.because().to_owned()],
        pair: None,
    }
}
