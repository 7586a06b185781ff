//! The short facts of a profile, and the words for an offer and a want.

use crate::evidence::Level;
use crate::people::may_see_last_day;
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
    /// When they are away next: "Away Mon 7 Dec to Fri 11 Dec"; empty when nothing is known.
    pub away: String,
    /// Their last day, for the few who may know of it: "Last day: Friday 18 December".
    pub last_day: Option<String>,
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
        away: away(viewer, person),
        last_day: last_day(viewer, person),
        email: viewer.actor.may_edit_person(&person.id).is_ok().then(|| person.email.to_string()),
    }
}

fn away(viewer: &Viewer<'_>, person: &Person) -> String {
    let next = person.coming_away(viewer.clocks.today(&person.zone)).into_iter().next();
    next.filter(|_| person.is_active()).map_or_else(String::new, |away| format!("Away {}", away.words()))
}

fn last_day(viewer: &Viewer<'_>, person: &Person) -> Option<String> {
    let last = person.leaves_on.filter(|_| person.is_active() && may_see_last_day(viewer.org, viewer.actor, person))?;
    Some(format!("Last day: {}", last.in_full()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clocks::Day;
    use crate::fernhill::{fernhill, signed_in};
    use crate::person::Away;
    use crate::reader::tests::CLOCKS;

    #[test]
    fn everybody_reads_when_somebody_is_away_and_few_that_they_leave() {
        let org = fernhill();
        let today = Day(20_776);
        let mut amara = org.person(&"amara-okafor".parse().unwrap()).unwrap().clone();
        amara.away = vec![Away { from: today.plus(-9), until: today.plus(-5) }];
        amara.away.push(Away { from: today.plus(4), until: today.plus(8) });
        amara.leaves_on = Some(today.plus(29));
        let read = |who: &str| {
            let actor = signed_in(who);
            facts(&Viewer::of(&org, &actor, &CLOCKS), &amara)
        };
        for (who, knows) in
            [("amara-okafor", true), ("priya-raman", true), ("ines-carvalho", true), ("jonas-weidner", false)]
        {
            let facts = read(who);
            assert_eq!(facts.away, "Away Mon 23 Nov to Fri 27 Nov");
            assert_eq!(facts.last_day.as_deref(), knows.then_some("Last day: Friday 18 December"), "{who}");
        }
        let others = serde_json::to_string(&read("jonas-weidner")).unwrap();
        assert!(!others.contains("December"), "{others}");
    }
}
