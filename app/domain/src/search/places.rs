//! The pages that can be jumped to by name, and what can be started from anywhere.

use super::fold::words;
use super::jump::JumpRow;
use super::reading::{Closeness, Reading};
use crate::actor::{Actor, Role};

/// A page, the words it is also known by, and who may open it.
struct Place {
    title: &'static str,
    also: &'static str,
    link: &'static str,
    role: Role,
}

const fn place(title: &'static str, also: &'static str, link: &'static str, role: Role) -> Place {
    Place { title, also, link, role }
}

/// Every page but one's own.
const PAGES: [Place; 27] = [
    place("Home", "today next step", "/", Role::Member),
    place("People", "directory colleagues", "/people", Role::Member),
    place("Skills atlas", "catalogue areas", "/skills", Role::Member),
    place("Teams", "departments organisation", "/teams", Role::Member),
    place("Continuity", "coverage risk cover", "/continuity", Role::Member),
    place("Programs", "mentorship pairs swap feedback project lunch join learn", "/programs", Role::Member),
    place("My pairs", "mentorship mentor learner room goals agenda", "/pairs", Role::Member),
    place("Sessions", "calendar lunch-and-learn meetings hour week month agenda", "/sessions", Role::Member),
    place("Mentoring", "mentor mentee pairs learn match places request", "/mentoring", Role::Member),
    place("Drills", "departure stand in backup notes absence", "/drills", Role::Member),
    place("What if somebody is away", "absence leaves falls risk", "/continuity/what-if", Role::Member),
    place("Targets", "criticality cover bulk", "/continuity/targets", Role::ProgramAdmin),
    place("Library", "notes how-to knowledge learn", "/library", Role::Member),
    place("Notes to verify", "library review due owner", "/library/verify", Role::Member),
    place("Questions", "answers ask library", "/questions", Role::Member),
    place("Reports", "admin moderation comments", "/admin/reports", Role::ProgramAdmin),
    place("My skills", "profile levels offers", "/me/skills", Role::Member),
    place("Confirmations", "endorse confirm asked levels", "/confirmations", Role::Member),
    place("My requests", "learn exchanges asked", "/exchanges", Role::Member),
    place("Who can teach me", "learn suggestions match", "/start/people", Role::Member),
    place("Thank-yous", "celebrate recognition wall thanks", "/thanks", Role::Member),
    place("Notifications", "inbox news", "/notifications", Role::Member),
    place("Settings", "password session theme shortcuts sign out mail digest quiet", "/settings", Role::Member),
    place("Evidence", "admin weights half-lives levels raters", "/admin/evidence", Role::ProgramAdmin),
    place("Members", "admin roles invite passwords", "/admin/members", Role::OrgAdmin),
    place("Import", "admin csv upload", "/admin/import", Role::OrgAdmin),
    place("Mail", "admin smtp email bounces", "/admin/mail", Role::OrgAdmin),
];

/// What the menu “New” holds, and what keepers of the catalogue add.
const BEGINNINGS: [Place; 12] = [
    place("Offer to teach", "new offer skill", "/me/skills", Role::Member),
    place("Ask to learn", "new want request", "/start/2", Role::Member),
    place("Ask to confirm a skill", "new endorse confirmation", "/new/confirmation", Role::Member),
    place("Ask a question", "new library help", "/new/question", Role::Member),
    place("Write a note", "new library", "/new/note", Role::Member),
    place("Thank someone", "new thanks recognition", "/thanks", Role::Member),
    place("Plan a session", "new host lunch-and-learn meeting hour", "/sessions/new", Role::Member),
    place("Plan a drill", "new departure stand in backup", "/drills/new", Role::Member),
    place("Start a program", "new mentorship admin", "/new/program", Role::ProgramAdmin),
    place("New skill", "add catalogue admin", "/new/skill", Role::ProgramAdmin),
    place("New area", "add catalogue admin", "/new/area", Role::ProgramAdmin),
    place("New team", "add admin", "/new/team", Role::OrgAdmin),
];

/// One's own pages: what they are called, what else, and how their address ends.
const OWN: [(&str, &str, &str); 2] =
    [("My profile", "me page", ""), ("Edit my profile", "zone languages hours", "/edit")];

/// The words by which pages are found, also those that the reader may not open.
pub(super) fn vocabulary() -> Vec<String> {
    let fixed = PAGES.iter().chain(&BEGINNINGS).flat_map(|place| [place.title, place.also]);
    fixed.chain(OWN.iter().flat_map(|(title, also, _)| [*title, *also])).flat_map(words).collect()
}

/// Pages that `actor` may open, one's own among them, that every reading leads to; less is better.
pub(super) fn pages(actor: &Actor, readings: &[Reading]) -> Vec<(u32, JumpRow)> {
    let mine = actor.person().into_iter().flat_map(|me| {
        let own = |(title, also, end): &(&str, &str, &str)| {
            Some((rank(title, also, readings)?, row(title, format!("/people/{me}{end}"))))
        };
        OWN.iter().filter_map(own).collect::<Vec<_>>()
    });
    found(&PAGES, actor, readings).chain(mine).collect()
}

/// The same of what can be started.
pub(super) fn beginnings(actor: &Actor, readings: &[Reading]) -> Vec<(u32, JumpRow)> {
    found(&BEGINNINGS, actor, readings).collect()
}

fn found(places: &'static [Place], actor: &Actor, readings: &[Reading]) -> impl Iterator<Item = (u32, JumpRow)> {
    let open = places.iter().filter(|place| actor.at_least(place.role).is_ok());
    open.filter_map(|place| Some((rank(place.title, place.also, readings)?, row(place.title, place.link.to_owned()))))
}

fn row(title: &str, link: String) -> JumpRow {
    JumpRow { title: title.to_owned(), sub: String::new(), link }
}

/// Best when the title alone holds every word, then when the other words help, last when something was mistyped.
fn rank(title: &str, also: &str, readings: &[Reading]) -> Option<u32> {
    let (title, also) = (words(title), words(also));
    readings.iter().try_fold(0, |sum, reading| {
        let in_title = nearness(&title, reading);
        let also = nearness(&also, reading).map(|near| near + 1);
        Some(sum + in_title.into_iter().chain(also).min()?)
    })
}

/// Pages are known by how their words begin; a word inside another does not lead to them.
fn nearness(own: &[String], reading: &Reading) -> Option<u32> {
    let near = |word: &String| match reading.means.get(word)? {
        Closeness::Same | Closeness::Start => Some(0),
        Closeness::Typo => Some(Closeness::Typo.rank()),
        Closeness::Inside => None,
    };
    own.iter().filter_map(near).min()
}
