//! What programs have for the reader: an invitation, an answer, a role, somebody who applies, a seat, a version that
//! changes something for them, a step that is still open, and a program that begins, is paused, goes on or is over. One for
//! each version, with what they have to do by it, and one for each step.

use super::{Notification, NotificationKind, Said};
use crate::actor::Role;
use crate::program::{Decided, Decision, Effect, Outcome, Phase, Reminder, Scheduled, Standing, TakenOver};
use crate::programs::{
    Sight, changes_for, due_of_step, due_words, my_programs, programs_left, reminders_of, role_title, to_admit, worded,
};
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let mine = my_programs(reader);
    let mut items: Vec<_> = mine.iter().flat_map(of_program).collect();
    items.extend(programs_left(reader).iter().filter_map(taken_out));
    items.extend(decided(reader));
    items.extend(to_admit(reader).iter().flat_map(|(sight, applicants)| {
        applicants.iter().map(|applicant| {
            let text = named(" asks to join ", sight, "");
            let said = Said { kind: NotificationKind::ProgramApplied, text, words: "", href: sight.href() };
            (applicant.since, said.by(reader, &applicant.person, applicant.since))
        })
    }));
    items
}

/// What was decided about the reader, in every program that they see; also in those that they are not in, since they may
/// have been declined.
fn decided(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let decisions = reader.org.programs().filter_map(|program| {
        let mine = reader.org.participant(&program.id, &reader.me.id)?;
        (!mine.decisions.is_empty()).then_some((program, &mine.decisions))
    });
    let seen = decisions.filter_map(|(program, decisions)| Some((Sight::of(reader, &program.id).ok()?, decisions)));
    seen.flat_map(|(sight, decisions)| {
        decisions.iter().map(move |one| (one.at, decision(&sight, one))).collect::<Vec<_>>()
    })
    .collect()
}

fn decision(sight: &Sight, decision: &Decision) -> Notification {
    let (kind, text) = match &decision.what {
        Decided::Accepted => (NotificationKind::ProgramAnswered, named(" accepted you in ", sight, "")),
        Decided::Declined => (NotificationKind::ProgramAnswered, named(" declined that you join ", sight, "")),
        Decided::Role { role } => {
            let made = format!(" made you {} in ", role_title(sight, role).to_lowercase());
            (NotificationKind::ProgramRole, named(&made, sight, ""))
        }
    };
    let said = Said { kind, text, words: decision.words.as_str(), href: sight.href() };
    said.by(&sight.reader, &decision.by, decision.at)
}

/// Scheduled changes that were not applied, for their authors and for those who may put it right.
pub(super) fn refused(reader: &Reader, all: &[Scheduled]) -> Vec<(Timestamp, Notification)> {
    let is_told = |one: &Scheduled| one.by == reader.me.id || reader.me.role >= Role::ProgramAdmin;
    all.iter().filter(|one| is_told(one)).filter_map(|one| not_applied(reader, one)).collect()
}

fn not_applied(reader: &Reader, scheduled: &Scheduled) -> Option<(Timestamp, Notification)> {
    let Outcome::Refused { why, at } = &scheduled.outcome else { return None };
    let program = reader.org.program(&scheduled.program)?;
    let text = vec![
        Phrase::plain("A scheduled change of "),
        Phrase::strong(program.title()),
        Phrase::plain(format!(" was not applied. {why}")),
    ];
    let href = format!("/admin/programs/{}", scheduled.program);
    let said = Said { kind: NotificationKind::ScheduleRefused, text, words: "", href };
    Some((*at, said.of_time(reader, *at)))
}

/// What others took over of the reader's own changes.
pub(super) fn taken_over(reader: &Reader, all: &[TakenOver]) -> Vec<(Timestamp, Notification)> {
    let one = |taken: &TakenOver| {
        let program = reader.org.program(&taken.program).filter(|_| taken.owner == reader.me.id)?;
        let text = vec![
            Phrase::plain(" took over what you had changed in "),
            Phrase::strong(program.title()),
            Phrase::plain(" and not published."),
        ];
        let is_admin = reader.me.role >= Role::ProgramAdmin;
        let href =
            if is_admin { format!("/admin/programs/{}", program.id) } else { format!("/programs/{}", program.id) };
        let said = Said { kind: NotificationKind::DraftTakenOver, text, words: "", href };
        Some((taken.at, said.by(reader, &taken.by, taken.at)))
    };
    all.iter().filter_map(one).collect()
}

fn of_program(sight: &Sight) -> Vec<(Timestamp, Notification)> {
    let reader = &sight.reader;
    let mut items: Vec<_> = invited(sight).into_iter().chain(seated(sight)).chain(moved(sight)).collect();
    items.extend(reminders_of(sight).iter().map(|reminder| reminded(sight, reminder)));
    for reached in changes_for(sight) {
        let is_mine = reached.version.by.as_ref() == Some(&reader.me.id);
        if is_mine {
            continue;
        }
        let effects: Vec<String> = reached.effects.iter().map(|effect| worded(sight, effect)).collect();
        let told = match reached.effects.as_slice() {
            [Effect::GainsStep { .. }] => format!(" has {}", effects.join("").replacen('A', "a", 1)),
            _ => format!(" has changed. {}", effects.join(" ")),
        };
        let text = named("", sight, &told);
        let words = reached.version.note.as_str();
        let said = Said { kind: NotificationKind::ProgramChanged, text, words, href: sight.href() };
        items.push((reached.at, said.of_time(reader, reached.at).marked(&reached.version.n.to_string())));
    }
    items
}

fn invited(sight: &Sight) -> Option<(Timestamp, Notification)> {
    let mine = sight.mine?;
    let Standing::Invited { by } = &mine.standing else { return None };
    let text = named(" asks you to join ", sight, "");
    let said = Said { kind: NotificationKind::ProgramInvited, text, words: "", href: sight.href() };
    Some((mine.since, said.by(&sight.reader, by, mine.since)))
}

/// A seat for whoever waited.
fn seated(sight: &Sight) -> Option<(Timestamp, Notification)> {
    let mine = sight.mine.filter(|mine| mine.standing == Standing::Inside && mine.waited_since.is_some())?;
    let text = named("You have a seat in ", sight, "");
    let said = Said { kind: NotificationKind::ProgramSeated, text, words: "", href: sight.href() };
    Some((mine.since, said.of_time(&sight.reader, mine.since)))
}

/// That somebody took the reader out; the page of the program says whom to ask.
fn taken_out(sight: &Sight) -> Option<(Timestamp, Notification)> {
    let mine = sight.mine?;
    let by = mine.taken_out_by.as_ref()?;
    let text = named(" took you out of ", sight, ". Its page says whom you can write to.");
    let said = Said { kind: NotificationKind::ProgramLeft, text, words: "", href: sight.href() };
    Some((mine.since, said.by(&sight.reader, by, mine.since)))
}

/// A step that is still open so many days into its stage.
fn reminded(sight: &Sight, reminder: &Reminder) -> (Timestamp, Notification) {
    let today = sight.day(sight.reader.now());
    let due = due_of_step(sight, &reminder.step).map_or_else(String::new, |day| {
        let is = if day < today { "was" } else { "is" };
        format!(" It {is} due {}.", due_words(day, today))
    });
    let text = named("", sight, &format!(" reminds you of “{}”.{due}", reminder.title));
    let said = Said { kind: NotificationKind::ProgramReminder, text, words: "", href: sight.href() };
    (reminder.at, said.of_time(&sight.reader, reminder.at).marked(reminder.step.as_str()))
}

/// What became of the program since the reader is in it, or waits for it.
fn moved(sight: &Sight) -> Option<(Timestamp, Notification)> {
    let mine = sight.mine.filter(|mine| matches!(mine.standing, Standing::Inside | Standing::Waiting))?;
    let since = sight.program.phase_since;
    if since <= mine.since {
        return None;
    }
    let end = match sight.program.phase {
        Phase::Paused => " is paused. Nothing is due until it goes on.",
        Phase::Running if matches!(sight.program.phase_before(), Some(Phase::Draft | Phase::Open)) => " has begun.",
        Phase::Running => " goes on.",
        Phase::Closed => " is over. What you did stays.",
        Phase::Draft | Phase::Open => return None,
    };
    let said =
        Said { kind: NotificationKind::ProgramMoved, text: named("", sight, end), words: "", href: sight.href() };
    Some((since, said.of_time(&sight.reader, since)))
}

/// The name of the program between `before` and `after`.
fn named(before: &str, sight: &Sight, after: &str) -> Vec<Phrase> {
    let parts = [Phrase::plain(before), Phrase::strong(sight.title()), Phrase::plain(after)];
    parts.into_iter().filter(|phrase| !phrase.text.is_empty()).collect()
}
