//! Words about sessions that several pages say.

use crate::id::PersonId;
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::session::SessionKind;
use crate::tag::PersonTag;
use crate::wording::listed;

/// How many hosts a line names.
const MOST_NAMED: usize = 3;

/// How a kind is named in forms and addresses.
pub(super) const fn slug(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::OneToOne => "one-to-one",
        SessionKind::Swap => "swap",
        SessionKind::FeedbackTalk => "feedback-talk",
        SessionKind::ProjectMeeting => "project-meeting",
        SessionKind::LunchAndLearn => "lunch-and-learn",
    }
}

/// The kind of that name; refused beside `kind` when there is none.
pub(super) fn kind_called(text: &str) -> Result<SessionKind, Rejection> {
    let found = SessionKind::ALL.into_iter().find(|kind| slug(*kind) == text.trim());
    found.ok_or_else(|| Rejection::invalid("kind", "Choose what kind of hour it is."))
}

/// The first word of somebody's name.
pub(super) fn person_name(reader: &Reader, id: &PersonId) -> String {
    if *id == reader.me.id { "you".to_owned() } else { PersonTag::of(reader.org, id).first_name().to_owned() }
}

/// "Ottoline and Rosalind", by first names.
pub(super) fn first_names(reader: &Reader, people: &[PersonId]) -> String {
    let names: Vec<String> = people.iter().map(|id| PersonTag::of(reader.org, id).first_name().to_owned()).collect();
    listed(names.iter().map(String::as_str), MOST_NAMED)
}

/// "Ottoline Marsh and Rosalind Achterberg".
pub(super) fn full_names(reader: &Reader, people: &[PersonId]) -> String {
    listed(people.iter().map(|id| reader.org.name_of(id)), MOST_NAMED)
}
