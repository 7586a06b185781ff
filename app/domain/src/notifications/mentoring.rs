//! Requests to be somebody’s mentor and what became of them, a mentor’s break, and whoever waits too long.
//!
//! That two people are a pair is told by `pairs`.

use super::{Notification, NotificationKind, Said};
use crate::id::PersonId;
use crate::mentoring::{Asked, Because, Passed, PausedBecause, Seeking};
use crate::reader::{Phrase, Reader};
use crate::tag::PersonTag;
use crate::time::Timestamp;

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let searches = reader.org.seekings().flat_map(|seeking| of_search(reader, seeking));
    let breaks = reader.org.mentors().filter(|mentor| mentor.person == reader.me.id).filter_map(|mentor| {
        let paused = mentor.paused.as_ref().filter(|paused| paused.because == PausedBecause::Silent)?;
        let text = vec![Phrase::plain(
            "Two requests to be a mentor went by without an answer, so we gave you a break. Come back whenever you like",
        )];
        let href = "/mentoring".to_owned();
        let said = Said { kind: NotificationKind::MentorPaused, text, words: "", href };
        let told = said.of_time(reader, paused.since).marked(mentor.program.as_str());
        Some((paused.since, told))
    });
    searches.chain(breaks).collect()
}

fn of_search(reader: &Reader, seeking: &Seeking) -> Vec<(Timestamp, Notification)> {
    let me = &reader.me.id;
    let mut items = Vec::new();
    if seeking.person == *me {
        items.extend(seeking.passed.iter().filter_map(|passed| went_on(reader, seeking, passed)));
    }
    for passed in seeking.passed.iter().filter(|passed| passed.mentor == *me) {
        items.push(asked(reader, seeking, (&passed.skill, passed.asked_at, "")));
        items.extend(let_pass(reader, seeking, passed));
    }
    if let Some(Asked { skill, words, at, .. }) = seeking.asked.as_ref().filter(|asked| asked.mentor == *me) {
        items.push(asked(reader, seeking, (skill, *at, words.as_str())));
    }
    items.extend(waits_too_long(reader, seeking));
    items
}

/// The reader is asked to be somebody's mentor.
fn asked(
    reader: &Reader,
    seeking: &Seeking,
    (skill, at, words): (&crate::id::SkillId, Timestamp, &str),
) -> (Timestamp, Notification) {
    let text = vec![Phrase::plain(" asks you to be their mentor: "), Phrase::strong(reader.skill(skill))];
    let said = Said { kind: NotificationKind::MentorAsked, text, words, href: request(seeking) };
    (at, said.by(reader, &seeking.person, at))
}

/// A request to the reader is none any more, other than by their own no.
fn let_pass(reader: &Reader, seeking: &Seeking, passed: &Passed) -> Option<(Timestamp, Notification)> {
    let learner = PersonTag::of(reader.org, &seeking.person);
    let name = learner.first_name();
    let lead = match &passed.because {
        Because::Silent => format!("{name}’s request went on to their next wish, as time was over: "),
        Because::TakenBack => format!("{name} does not ask you any more: "),
        Because::Full | Because::Paused => {
            format!("{name}’s request went on to their next wish, as you take nobody now: ")
        }
        Because::Declined { .. } | Because::Left => return None,
    };
    let text = vec![Phrase::plain(lead), Phrase::strong(reader.skill(&passed.skill))];
    let said = Said { kind: NotificationKind::MentorAnswered, text, words: "", href: request(seeking) };
    Some((passed.at, said.of_time(reader, passed.at)))
}

/// A request of the reader's went past a mentor.
fn went_on(reader: &Reader, seeking: &Seeking, passed: &Passed) -> Option<(Timestamp, Notification)> {
    let name = PersonTag::of(reader.org, &passed.mentor).first_name().to_owned();
    let next = next_asked(seeking, passed).map(|next| PersonTag::of(reader.org, next).first_name().to_owned());
    let next = match next {
        Some(next) => format!("; your request goes on to {next}: "),
        None => "; choose whom to ask next: ".to_owned(),
    };
    let (lead, words) = match &passed.because {
        Because::Declined { reason } => (format!(" said no{next}"), reason.as_str()),
        Because::Silent => (format!("{name} did not answer in time{next}"), ""),
        Because::Full => (format!("{name}’s last place went to somebody else{next}"), ""),
        Because::Paused => (format!("{name} takes nobody new for now{next}"), ""),
        Because::Left => (format!("{name} does not mentor in this program any more{next}"), ""),
        Because::TakenBack => return None,
    };
    let text = vec![Phrase::plain(lead), Phrase::strong(reader.skill(&passed.skill))];
    let href = format!("/mentoring/{}/match", seeking.program);
    let said = Said { kind: NotificationKind::MentorAnswered, text, words, href };
    let told = match &passed.because {
        Because::Declined { .. } => said.by(reader, &passed.mentor, passed.at),
        _ => said.of_time(reader, passed.at),
    };
    Some((passed.at, told))
}

/// Whom a request went on to as it went past a mentor.
fn next_asked<'a>(seeking: &'a Seeking, past: &Passed) -> Option<&'a PersonId> {
    let asked = seeking.asked.as_ref().map(|asked| (asked.at, &asked.mentor));
    let mut all = asked.into_iter().chain(seeking.passed.iter().map(|passed| (passed.asked_at, &passed.mentor)));
    all.find(|(at, mentor)| *at == past.at && **mentor != past.mentor).map(|(_, mentor)| mentor)
}

/// Those who look after the program know of everybody who waits longer than it promises.
fn waits_too_long(reader: &Reader, seeking: &Seeking) -> Option<(Timestamp, Notification)> {
    let at = seeking.overdue?;
    let program =
        reader.org.program(&seeking.program).filter(|program| reader.org.looks_after(program, &reader.me.id))?;
    let text =
        vec![Phrase::plain(" has waited for a mentor longer than promised in "), Phrase::strong(program.title())];
    let href = format!("/admin/programs/{}/pairs", program.id);
    let said = Said { kind: NotificationKind::MentorWaits, text, words: "", href };
    Some((at, said.by(reader, &seeking.person, at)))
}

fn request(seeking: &Seeking) -> String {
    format!("/mentoring/{}/requests/{}", seeking.program, seeking.person)
}
