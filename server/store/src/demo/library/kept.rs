//! Notes that sessions left: those of dates that both sides said were so.

use super::super::DemoSession;
use domain::id::NoteId;
use domain::note::{Draft, Note, NoteVersion};
use domain::session::library_note;
use domain::text::Line;

/// All of them, with their only texts.
pub fn kept(sessions: &[DemoSession]) -> Vec<(Note, NoteVersion)> {
    let dates = sessions.iter().flat_map(|made| made.occurrences.iter().map(|date| (&made.session, date)));
    let left = dates.filter_map(|(session, date)| Some((library_note(session, date)?, date.on)));
    let written = left.map(|(left, on)| {
        let id = NoteId::parse(&format!("{}-{}", left.session, on.iso())).expect("the demo’s own words are valid");
        let (by, at) = (left.by.clone(), left.at);
        let draft = Draft::left(left).expect("a date leaves a note with words");
        let note = Note::written(id, by, draft, at).expect("the demo writes what can be written");
        let version = note.version(Line::default(), None);
        (note, version)
    });
    written.collect()
}
