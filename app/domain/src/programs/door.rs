//! Who may join a program or apply, how many seats it has, and why its reader may or may not come in.

use super::roles::{RoleChoice, at_the_door};
use super::sight::Sight;
use crate::program::{Capability, Door, ProgramKind, Standing};
use crate::tag::{SkillTag, TeamTag};
use crate::wording::{counted, listed, sentence};
use serde::{Deserialize, Serialize};

/// How many teams or skills are named.
const NAMED: usize = 4;

/// The door of a program, as its reader finds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorCard {
    /// "For people of Care who know or want to learn Wound care."
    pub who: String,
    /// Why the reader cannot join, with the way out; empty for those who can, and for those who are in it.
    pub why_not: String,
    /// What they would be by pressing the button: in it.
    pub may_join: bool,
    /// In the queue for a seat.
    pub may_wait: bool,
    /// Among those who ask, until somebody answers.
    pub may_apply: bool,
    /// "People apply. An organiser or a lead accepts them."; empty where they join at once.
    pub admission: String,
    /// As what they can join; one alone is no choice.
    pub roles: Vec<RoleChoice>,
}

/// How many are in it, and how many more it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    /// How many are inside.
    pub inside: u32,
    /// How many wait for a seat.
    pub waiting: u32,
    /// How many it takes, if there is a limit.
    pub limit: Option<u32>,
    /// "12 of 20 seats free", "Full – three wait", "12 people".
    pub words: String,
}

/// The seats of a program.
pub(super) fn seats(sight: &Sight) -> Seats {
    let count = |standing: Standing| {
        let all = sight.reader.org.participants(&sight.program.id);
        u32::try_from(all.filter(|other| other.standing == standing).count()).unwrap_or(u32::MAX)
    };
    let (inside, waiting) = (count(Standing::Inside), count(Standing::Waiting));
    // Seats are the program's own: what the reader has of it may be older.
    let limit = sight.program.kind.value(&sight.program.settings, &crate::program::Path::field("seats"));
    let limit = if let crate::program::Value::Number(limit) = limit { u32::try_from(limit).ok() } else { None };
    let unit = sight.program.kind.description().unit;
    let people = |n: u32, one, many| counted(usize::try_from(n).unwrap_or(0), one, many);
    let words = match limit {
        None => sentence(&people(inside, unit.0, unit.1)),
        Some(limit) if inside >= limit && waiting == 0 => format!("Full: all {limit} seats taken"),
        // A free seat that somebody waits for is not free for whoever comes.
        Some(limit) if inside.saturating_add(waiting) >= limit => {
            format!("Full – {}", people(waiting, "waits", "wait"))
        }
        Some(limit) => format!("{} of {limit} seats free", limit - inside - waiting),
    };
    Seats { inside, waiting, limit, words }
}

/// The door.
pub(super) fn door(sight: &Sight, seats: &Seats) -> DoorCard {
    let open = Door { program: sight.program, inside: seats.inside, waiting: seats.waiting, now: sight.reader.now() };
    let is_settled = sight.mine.is_some_and(|mine| !matches!(mine.standing, Standing::Invited { .. } | Standing::Left));
    let outcome = open.join(&sight.reader.org.candidate(&sight.reader.me.id), "", sight.mine);
    let becomes = |standing: Standing| matches!(&outcome, Ok(after) if !is_settled && after.standing == standing);
    let why_not = outcome.as_ref().err().map(ToString::to_string).unwrap_or_default();
    DoorCard {
        who: who(sight),
        why_not: if is_settled { String::new() } else { why_not },
        may_join: becomes(Standing::Inside),
        may_wait: becomes(Standing::Waiting),
        may_apply: becomes(Standing::Applied),
        admission: admission(sight),
        roles: at_the_door(sight),
    }
}

/// How people come in, where that is not at once.
fn admission(sight: &Sight) -> String {
    if !sight.program.takes_applications() || sight.program.settings.flag(&crate::program::Path::field("invite_only")) {
        return String::new();
    }
    format!("People apply, and {} accepts them.", who_admits(sight.program.kind))
}

/// "an organiser", "an organiser, lead or guide".
fn who_admits(kind: ProgramKind) -> String {
    let roles = kind.description().roles.iter().filter(|role| role.can.contains(&Capability::Admit));
    let mut names = vec!["organiser".to_owned()];
    names.extend(roles.map(|role| role.title.to_lowercase()));
    format!("an {}", either(&names))
}

/// Whom the program is for, in a sentence.
fn who(sight: &Sight) -> String {
    let org = sight.reader.org;
    let (teams, skills) = (sight.terms.teams(), sight.terms.skills());
    let teams: Vec<String> = teams.iter().map(|team| TeamTag::of(org, team).name).collect();
    let skills: Vec<String> = skills.iter().map(|skill| SkillTag::of(org, skill).name).collect();
    let of_teams = listed(teams.iter().map(String::as_str), NAMED);
    let in_skills = either(&skills);
    let roles: Vec<String> =
        sight.terms.roles().iter().map(|role| format!("{}s", role.title().to_lowercase())).collect();
    let people = if roles.is_empty() { "people".to_owned() } else { listed(roles.iter().map(String::as_str), NAMED) };
    let words = match (teams.is_empty(), skills.is_empty()) {
        (true, true) if roles.is_empty() => "For everybody here".to_owned(),
        (true, true) => format!("For {people} here"),
        (false, true) => format!("For {people} of {of_teams}"),
        (true, false) if roles.is_empty() => format!("For everybody who knows {in_skills}, or wants to"),
        (true, false) => format!("For {people} who know {in_skills}, or want to"),
        (false, false) => format!("For {people} of {of_teams} who know {in_skills}, or want to"),
    };
    if sight.terms.flag("invite_only") { format!("{words}, by invitation.") } else { format!("{words}.") }
}

/// "Wound care", "Wound care or Dressings".
fn either(names: &[String]) -> String {
    let shown = listed(names.iter().map(String::as_str), NAMED);
    match shown.rfind(" and ") {
        Some(at) => format!("{} or {}", &shown[..at], &shown[at + " and ".len()..]),
        None => shown,
    }
}
