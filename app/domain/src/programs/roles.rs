//! The roles of a program on its page: what each may do, how people come to it, and which ones its reader may choose.

use super::sight::Sight;
use crate::program::{Capability, ProgramKind, RoleSpec, Standing, Taken};
use crate::wording::listed;
use serde::{Deserialize, Serialize};

/// A role that can be chosen: when joining, when asking somebody, or later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleChoice {
    /// What the form sends.
    pub key: String,
    /// "Mentor".
    pub title: String,
    /// What they do.
    pub help: String,
}

/// A role as the page explains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleLine {
    /// "Lead".
    pub title: String,
    /// What they do.
    pub help: String,
    /// "May see how far the others are and accept those who apply. An organiser gives it."; empty for a role without
    /// anything of the kind.
    pub may: String,
}

impl RoleChoice {
    fn of(role: &RoleSpec) -> Self {
        Self { key: role.key.to_owned(), title: role.title.to_owned(), help: role.help.to_owned() }
    }
}

/// Every role of the kind.
pub(super) fn lines(kind: ProgramKind) -> Vec<RoleLine> {
    let line =
        |role: &RoleSpec| RoleLine { title: role.title.to_owned(), help: role.help.to_owned(), may: may_words(role) };
    kind.description().roles.iter().map(line).collect()
}

fn may_words(role: &RoleSpec) -> String {
    let can: Vec<&str> =
        Capability::ALL.into_iter().filter(|one| role.can.contains(one)).map(Capability::words).collect();
    let may = match can.is_empty() {
        true => None,
        false => Some(format!("May {}.", listed(can.iter().copied(), can.len()))),
    };
    let given = (role.taken == Taken::Given).then(|| "An organiser gives it.".to_owned());
    may.into_iter().chain(given).collect::<Vec<_>>().join(" ")
}

/// As what the reader can join: what they are asked as first, then what is free to take.
pub(super) fn at_the_door(sight: &Sight) -> Vec<RoleChoice> {
    let invited = sight.mine.filter(|mine| matches!(mine.standing, Standing::Invited { .. }));
    let invited = invited.and_then(|mine| sight.program.kind.role(&mine.role));
    let others = free(sight.program.kind).filter(|role| invited.is_none_or(|invited| invited.key != role.key));
    invited.into_iter().chain(others).map(RoleChoice::of).collect()
}

/// What the reader can become by themselves: their own first; nothing when there is no choice.
pub(super) fn own(sight: &Sight) -> Vec<RoleChoice> {
    let Some(mine) = sight.mine else { return Vec::new() };
    if !matches!(mine.standing, Standing::Inside | Standing::Waiting | Standing::Applied) {
        return Vec::new();
    }
    let current = sight.program.kind.role(&mine.role);
    let takes = |role: &&RoleSpec| role.taken == Taken::Freely || sight.is_led_by_reader();
    let roles = sight.program.kind.description().roles;
    let others = roles.iter().filter(|role| role.key != mine.role).filter(takes);
    let all: Vec<RoleChoice> = current.into_iter().chain(others).map(RoleChoice::of).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

/// What the reader can give: every role for organisers, nothing for others.
pub(super) fn to_give(sight: &Sight) -> Vec<RoleChoice> {
    let roles = sight.program.kind.description().roles;
    if sight.is_led_by_reader() && roles.len() > 1 { roles.iter().map(RoleChoice::of).collect() } else { Vec::new() }
}

/// As what the reader can ask somebody to join.
pub(super) fn to_invite_as(sight: &Sight) -> Vec<RoleChoice> {
    match sight.is_led_by_reader() {
        true => to_give(sight),
        false => free(sight.program.kind).map(RoleChoice::of).collect(),
    }
}

/// What a role of the program is called: "Mentor".
pub(crate) fn title<'a>(sight: &Sight, key: &'a str) -> &'a str {
    sight.program.kind.role(key).map_or(key, |role| role.title)
}

fn free(kind: ProgramKind) -> impl Iterator<Item = &'static RoleSpec> {
    kind.description().roles.iter().filter(|role| role.taken == Taken::Freely)
}
