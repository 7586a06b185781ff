//! The short facts of a profile, and the words for an offer and a want.

use crate::actor::Actor;
use crate::clocks::Clocks;
use crate::evidence::Level;
use crate::person::Person;
use crate::time::{Face, Minutes, Timestamp, Zone};
use crate::want::{Offer, Priority, Want};
use crate::wording::brief_past;
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

pub(super) fn facts(actor: &Actor, person: &Person, clocks: &Clocks, zone: &Zone) -> Facts {
    let day = |at| brief_past(clocks.wall(zone, at).day, clocks.today(zone));
    let languages: Vec<&str> = person.languages.iter().map(|line| line.as_str()).collect();
    Facts {
        clock: clock(actor, person, clocks, zone),
        languages: languages.join(", "),
        place: person.place.to_string(),
        time: format!("{} · {}", person.availability.title(), teaching_words(person.teaching)),
        since: format!("Here since {}", day(person.joined_at)),
        left: person.left_at.map_or_else(String::new, |at| format!("Left on {}", day(at))),
        email: actor.may_edit_person(&person.id).is_ok().then(|| person.email.to_string()),
    }
}

fn clock(actor: &Actor, person: &Person, clocks: &Clocks, zone: &Zone) -> String {
    let theirs = clocks.time(&person.zone, clocks.now);
    if actor.person() == Some(&person.id) {
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

/// The day of a past moment: "17 Nov", or "Nov 2025" when it is long ago.
pub fn day_face(clocks: &Clocks, zone: &Zone, at: Timestamp) -> Face {
    let text = brief_past(clocks.wall(zone, at).day, clocks.today(zone));
    Face { iso: clocks.face(zone, at).iso, text }
}
