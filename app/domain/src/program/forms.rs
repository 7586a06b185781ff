//! What the forms of programs send, as it is typed.

use super::{Digest, Path, Policy, ProgramKind, Publish, Reach, Take};
use crate::clocks::Day;
use crate::id::{ScheduleId, TeamId};
use crate::rejection::Rejection;
use crate::text::Prose;
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A program that is to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewProgram {
    /// What it is, in kind.
    pub kind: ProgramKind,
    /// From which of the kind's templates; the usual one when empty.
    #[serde(default)]
    pub template: String,
    /// What it is called.
    pub title: String,
}

/// How the author of a draft settles a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettleForm {
    /// Which register.
    pub path: Path,
    /// What is to stand in it.
    pub take: Take,
}

/// What whoever publishes has chosen and seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishForm {
    /// When it reaches those inside.
    #[serde(default)]
    pub policy: Policy,
    /// The registers that reach them otherwise. A form sends those too that do not, with nothing chosen.
    #[serde(default, deserialize_with = "chosen")]
    pub policies: BTreeMap<String, Policy>,
    /// A share of those inside, in percent, to whom it is let out first; empty for all.
    #[serde(default)]
    pub share: String,
    /// Teams to whom it is let out first; none for all.
    #[serde(default)]
    pub teams: Vec<TeamId>,
    /// The day on which it goes live, as `2026-11-18`; empty for now.
    #[serde(default)]
    pub due: String,
    /// Why, in the author's words.
    #[serde(default)]
    pub note: String,
    /// The digest of the report that they have seen.
    pub seen: Digest,
}

/// A version that is to be brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollBackForm {
    /// Which.
    pub n: u32,
    /// Why, in the author's words.
    #[serde(default)]
    pub note: String,
}

/// What publishing came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Published {
    /// It is live.
    Live {
        /// As which version.
        n: u32,
    },
    /// It waits for its day.
    Scheduled {
        /// As which scheduled change.
        id: ScheduleId,
        /// Which day.
        due: Day,
    },
}

impl PublishForm {
    /// Whom it reaches and why. Refuses a share that is none, a share of teams, and a note that is too long.
    pub fn publish(&self) -> Result<Publish, Rejection> {
        let policies = self.policies.iter().map(|(path, policy)| Ok((Path::parse(path)?, *policy)));
        Ok(Publish {
            policy: self.policy,
            policies: policies.collect::<Result<_, Rejection>>()?,
            reach: self.reach()?,
            note: Prose::parse("note", &self.note)?,
        })
    }

    /// The day on which it goes live; `None` for now. Refuses a day that is not after `today`, both in the program's zone.
    pub fn due(&self, today: Day) -> Result<Option<Day>, Rejection> {
        if self.due.trim().is_empty() {
            return Ok(None);
        }
        let due = Day::parse("due", self.due.trim())?;
        if due <= today {
            return Err(Rejection::invalid("due", "Choose a day after today, or leave it empty to publish now."));
        }
        Ok(Some(due))
    }

    fn reach(&self) -> Result<Option<Reach>, Rejection> {
        let share = self.share.trim().trim_end_matches('%').trim_end();
        if share.is_empty() {
            let teams = || Reach::Teams { teams: self.teams.iter().cloned().collect() };
            return Ok((!self.teams.is_empty()).then(teams));
        }
        if !self.teams.is_empty() {
            return Err(Rejection::invalid("share", "Choose a share or teams, not both."));
        }
        match share.parse::<u16>() {
            Ok(100) => Ok(None),
            Ok(percent @ 1..=99) => Ok(Some(Reach::Share { of_10_000: percent * 100 })),
            Ok(_) | Err(_) => Err(Rejection::invalid("share", "Write a share from 1 to 100 percent.")),
        }
    }
}

/// The registers for which a policy was chosen.
fn chosen<'de, D: Deserializer<'de>>(form: D) -> Result<BTreeMap<String, Policy>, D::Error> {
    let all = BTreeMap::<String, String>::deserialize(form)?;
    let chosen = all.into_iter().filter(|(_, policy)| !policy.is_empty());
    let named = |policy: &str| Policy::named(policy).ok_or_else(|| D::Error::custom("that is no way to reach people"));
    chosen.map(|(path, policy)| Ok((path, named(&policy)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_or_teams_or_nobody_in_particular() {
        let form = |share: &str, teams: &[&str]| PublishForm {
            share: share.to_owned(),
            teams: teams.iter().map(|team| team.parse().unwrap()).collect(),
            ..PublishForm::default()
        };
        let reach = |form: PublishForm| form.publish().map(|publish| publish.reach);
        assert_eq!(reach(form("", &[])), Ok(None));
        assert_eq!(reach(form("100", &[])), Ok(None));
        assert_eq!(reach(form(" 25 % ", &[])), Ok(Some(Reach::Share { of_10_000: 2_500 })));
        let teams = Reach::Teams { teams: ["care-east".parse().unwrap()].into() };
        assert_eq!(reach(form("", &["care-east"])), Ok(Some(teams)));
        for (share, teams) in [("0", &[][..]), ("101", &[]), ("some", &[]), ("25", &["care-east"])] {
            assert!(matches!(reach(form(share, teams)), Err(Rejection::Invalid { field, .. }) if field == "share"));
        }
    }

    #[test]
    fn a_change_waits_for_a_day_to_come_or_goes_live_at_once() {
        let due = |text: &str| PublishForm { due: text.to_owned(), ..PublishForm::default() }.due(Day(20_775));
        assert_eq!(due(" "), Ok(None));
        assert_eq!(due("2026-11-19"), Ok(Some(Day(20_776))));
        assert!(due("2026-11-18").is_err() && due("soon").is_err());
    }
}
