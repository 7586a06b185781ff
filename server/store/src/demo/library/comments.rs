//! What is said at Fernhill below notes, questions, skills and programs.

use super::super::calendar::Calendar;
use super::super::{people, prose};
use super::all;
use domain::comment::{Comment, Subject};
use domain::id::CommentId;
use domain::time::Span;

/// What it is below, who says it, how many days ago, what, whom it calls.
type Row = (&'static str, &'static str, u32, &'static str, &'static [&'static str]);

const ROWS: [Row; 8] = [
    (
        "note:clear-an-alarm",
        "ingrid-sorensen",
        40,
        "At night I close the door first. The two minutes of quiet are then really two minutes.",
        &[],
    ),
    (
        "note:clear-an-alarm",
        "kwabena-asante",
        39,
        "The new grey pumps have the button on the left. @rosalind-achterberg, shall we take a picture for the note?",
        &["rosalind-achterberg"],
    ),
    ("note:clear-an-alarm", "rosalind-achterberg", 38, "Yes. Thursday after the round, with the practice pump.", &[]),
    (
        "note:restore-the-copy",
        "dag-ek",
        15,
        "I read it as somebody who has never done it. It works, and I did not have to ring anybody. Thank you, @noor-halabi.",
        &["noor-halabi"],
    ),
    (
        "skill:clinical-handover",
        "dariusz-szymanski",
        21,
        "For the night we need one thing more: where the person sleeps today. @amara-okafor, could that go into the four sentences?",
        &["amara-okafor"],
    ),
    ("skill:clinical-handover", "amara-okafor", 20, "It belongs to “what changed”. I will say so in the note.", &[]),
    ("question:beep-in-room-4", "minh-pham", 25, "Same in room 9, by the way.", &[]),
    (
        "program:pairs-for-care",
        "marguerite-delacroix",
        12,
        "We meet in the quiet room on Mondays; it is free until ten.",
        &[],
    ),
];

/// All of them, by id.
pub(in super::super) fn comments(calendar: &Calendar) -> Vec<Comment> {
    let comment = |(number, (subject, by, days, text, called)): (u64, &Row)| {
        let subject = Subject::parse(subject).expect("the demo’s own words are valid");
        let id = CommentId::parse(&format!("fernhill-{number}")).expect("the demo’s own words are valid");
        let at = calendar.workday_ago(*days, 12 * 60).after(Span::minutes(7));
        let words = (prose(text), all(called));
        Comment::written(id, subject, people::id(by), words, at).expect("the demo says what can be said")
    };
    (1..).zip(&ROWS).map(comment).collect()
}
