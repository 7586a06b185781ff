//! The short facts of a profile, and the words for an offer and a want.

use crate::evidence::Level;
use crate::person::Person;
use crate::time::Minutes;
use crate::viewer::Viewer;
use crate::want::{Offer, Priority, Want};
use serde::{Deserialize, Serialize};

/// What else there is to know about somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// What their clock shows: "09:12 for Amara, same as you".
    pub clock: String,
    /// What they speak.
    pub languages: String,
    /// Where they sit.
    pub place: String,
    /// When they like to meet and how much they teach: "Lunchtimes · teaches up to 2 hours a month".
    pub time: String,
    /// Since when they are here.
    pub since: String,
    /// When they left; empty while they work here.
    pub left: String,
    /// Their e-mail address; for themself and organisation admins alone.
    pub email: Option<String>,
}

pub(super) fn facts(viewer: &Viewer<'_>, person: &Person) -> Facts {
    let day = |at| viewer.day(at).text;
    let languages: Vec<&str> = person.languages.iter().map(|line| line.as_str()).collect();
    Facts {
        clock: clock(viewer, person),
        languages: languages.join(", "),
        place: person.place.to_string(),
        time: format!("{} · {}", person.availability.title(), teaching_words(person.teaching)),
        since: format!("Here since {}", day(person.joined_at)),
        left: person.left_at.map_or_else(String::new, |at| format!("Left on {}", day(at))),
        email: viewer.actor.may_edit_person(&person.id).is_ok().then(|| person.email.to_string()),
    }
}

fn clock(viewer: &Viewer<'_>, person: &Person) -> String {
    let (clocks, zone) = (viewer.clocks, &viewer.zone);
    let theirs = clocks.time(&person.zone, clocks.now);
    if viewer.is(&person.id) {
        return format!("{theirs} in {}", person.zone.as_str().replace('_', " "));
    }
    let name = person.first_name();
    if clocks.wall(&person.zone, clocks.now) == clocks.wall(zone, clocks.now) {
        format!("{theirs} for {name}, same as you")
    } else {
        format!("{theirs} for {name}, {} for you", clocks.time(zone, clocks.now))
    }
}

/// "teaches up to 2 hours a month"; halves are said.
fn teaching_words(teaching: Minutes) -> String {
    match (teaching.0 / 60, teaching.0 % 60) {
        (0, 0) => "does not teach at the moment".to_owned(),
        (0, minutes) => format!("teaches up to {minutes} minutes a month"),
        (1, 0) => "teaches up to an hour a month".to_owned(),
        (hours, 0) => format!("teaches up to {hours} hours a month"),
        (hours, minutes) => format!("teaches up to {hours} h {minutes} min a month"),
    }
}

/// "45 min, at the ward or by video".
pub fn offer_words(offer: &Offer) -> String {
    let minutes = offer.minutes.0;
    if offer.note.is_empty() { format!("{minutes} min") } else { format!("{minutes} min, {}", offer.note) }
}

/// "To do it alone, soon".
pub(super) fn want_words(want: &Want) -> String {
    let goal = match want.target {
        Level::CAN_TEACH => "To teach it",
        Level::ALONE => "To do it alone",
        Level::WITH_HELP => "To do it with help",
        _ => "To know what it is",
    };
    let soon = match want.priority {
        Priority::Now => "now",
        Priority::Soon => "soon",
        Priority::Someday => "someday",
    };
    format!("{goal}, {soon}")
}
