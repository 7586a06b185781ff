//! How a note or a question stands, in a sentence for whoever looks.

use crate::clocks::Day;
use crate::exchanges::{Status, Tone};
use crate::note::{Note, NoteState, needs_owner, verifier};
use crate::tag::PersonTag;
use crate::thread::Thread;
use crate::viewer::Viewer;
use crate::wording::{brief_day, counted};

/// How `note` stands.
pub(super) fn of_note(viewer: &Viewer, note: &Note) -> Status {
    let org = viewer.org;
    let who = verifier(org, note);
    let is_theirs = who.is_some_and(|who| viewer.is(who));
    let tone = if is_theirs { Tone::Yours } else { Tone::Theirs };
    let name = match who {
        Some(_) if is_theirs => "you".to_owned(),
        Some(who) => PersonTag::of(org, who).first_name().to_owned(),
        None => "a program admin".to_owned(),
    };
    match note.state(today(viewer)) {
        NoteState::Current { until } => {
            let by = if viewer.is(&note.checked.by) {
                "you".to_owned()
            } else {
                PersonTag::of(org, &note.checked.by).first_name().to_owned()
            };
            let on = viewer.day(note.checked.at).text;
            let text = format!("Verified by {by} on {on}; to be looked at again by {}.", day(until, today(viewer)));
            status(Tone::Done, "current", text)
        }
        NoteState::Due { since } => {
            let text = format!("Waits since {} for {name} to say that it still holds.", day(since, today(viewer)));
            status(tone, "to verify", text)
        }
        NoteState::Changed => {
            let by = PersonTag::of(org, &note.changed_by);
            let changed = if viewer.is(&note.changed_by) { "you" } else { by.first_name() };
            let text = format!("Its text is by {changed}; it waits for {name} to say that it holds.");
            status(tone, "to verify", text)
        }
        NoteState::Obsolete => {
            let on = note.obsolete.as_ref().map(|obsolete| viewer.day(obsolete.at).text).unwrap_or_default();
            status(Tone::Over, "obsolete", format!("Holds no more since {on}."))
        }
    }
    .with_owner(needs_owner(org, note))
}

impl Status {
    fn with_owner(self, needs_one: bool) -> Self {
        let more = " Whoever answered for it works here no more.";
        if needs_one { Self { text: format!("{}{more}", self.text), ..self } } else { self }
    }
}

/// How `thread` stands.
pub(super) fn of_thread(viewer: &Viewer, thread: &Thread) -> Status {
    let answers = thread.standing_answers().count();
    let is_own = viewer.is(&thread.by);
    if let Some(accepted) = &thread.accepted {
        let by = thread.answer(accepted.answer).map(|answer| PersonTag::of(viewer.org, &answer.by));
        let name = by.map_or_else(String::new, |by| format!(" by {}", by.first_name()));
        return status(Tone::Done, "solved", format!("Solved{name} on {}.", viewer.day(accepted.at).text));
    }
    if thread.closed.is_some() {
        return status(Tone::Over, "closed", "Asked no more.".to_owned());
    }
    match thread.waits_for() {
        Some(person) if viewer.is(person) => {
            status(Tone::Yours, "your turn", "It was put to you. Answer it, or pass it on.".to_owned())
        }
        Some(person) => {
            let name = PersonTag::of(viewer.org, person);
            status(Tone::Theirs, "open", format!("It was put to {}. Whoever knows it may answer.", name.first_name()))
        }
        None if answers > 0 && is_own => {
            let answers = counted(answers, "answer", "answers");
            status(Tone::Yours, "answered", format!("It has {answers}. Accept the one that solved it."))
        }
        None if answers > 0 => {
            status(Tone::Theirs, "answered", format!("It has {}.", counted(answers, "answer", "answers")))
        }
        None => status(Tone::Theirs, "open", "It is open to everybody.".to_owned()),
    }
}

/// "3 May", with the year when it is another one.
fn day(day: Day, today: Day) -> String {
    if day.date().0 == today.date().0 { brief_day(day) } else { day.with_year() }
}

/// The day it is for whoever looks.
pub(super) fn today(viewer: &Viewer) -> Day {
    viewer.clocks.today(&viewer.zone)
}

fn status(tone: Tone, label: &str, text: String) -> Status {
    Status { tone, label: label.to_owned(), text }
}
