//! What a team taught, learned and was glad of in the last four weeks. Counts of a team, never of a person.

use crate::exchange::Stage;
use crate::id::PersonId;
use crate::reader::Reader;
use crate::tag::{PersonTag, SkillTag};
use crate::time::{Face, Span};
use serde::{Deserialize, Serialize};

/// How far back it looks.
const WEEKS: Span = Span::days(28);
/// How many thank-yous are shown.
const LINES: usize = 3;

/// What a team taught, learned and was glad of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pulse {
    /// "Digital, last 4 weeks".
    pub title: String,
    /// How often somebody of the team taught.
    pub taught: u32,
    /// How often somebody of the team learned.
    pub learned: u32,
    /// The latest thank-yous, the newest first.
    pub lines: Vec<PulseLine>,
}

/// A thank-you in passing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PulseLine {
    /// Who thanked.
    pub from: PersonTag,
    /// What the sentence calls them: "Noor", or "You" for the reader.
    pub from_says: String,
    /// Who was thanked, as the sentence calls them: "Jonas", or "you" for the reader.
    pub to_says: String,
    /// For what.
    pub skill: SkillTag,
    /// When: "08:40" for today, else the day.
    pub at: Face,
}

/// The pulse of the reader's team; of everybody for those without one.
pub(super) fn pulse(reader: &Reader) -> Pulse {
    let org = reader.org;
    let team = reader.me.team.as_ref().and_then(|team| org.team(team));
    let inside = |id: &PersonId| match team {
        Some(team) => org.person(id).is_some_and(|person| person.team.as_ref() == Some(&team.id)),
        None => true,
    };
    let lately = |at| reader.now().since(at) < WEEKS;
    let done = || org.exchanges().filter(|exchange| matches!(exchange.stage, Stage::Done { at } if lately(at)));
    let thanks = org.thanks().iter().rev().filter(|thanks| lately(thanks.at));
    let thanks = thanks.filter(|thanks| inside(&thanks.from) || inside(&thanks.to)).take(LINES);
    let many = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Pulse {
        title: format!("{}, last 4 weeks", team.map_or("Everybody", |team| team.name.as_str())),
        taught: many(done().filter(|exchange| inside(&exchange.teacher)).count()),
        learned: many(done().filter(|exchange| inside(&exchange.learner)).count()),
        lines: thanks.map(|thanks| line(reader, thanks)).collect(),
    }
}

fn line(reader: &Reader, thanks: &crate::thanks::Thanks) -> PulseLine {
    let (clocks, zone) = (reader.clocks, &reader.me.zone);
    let called = |id: &PersonId, you: &str| {
        if *id == reader.me.id { you.to_owned() } else { PersonTag::of(reader.org, id).first_name().to_owned() }
    };
    let wall = clocks.wall(zone, thanks.at);
    let face = clocks.face(zone, thanks.at);
    let age = clocks.today(zone).0 - wall.day.0;
    let text = match age {
        0 => clocks.time(zone, thanks.at),
        1..7 => wall.day.weekday().chars().take(3).collect(),
        _ => wall.day.short(),
    };
    PulseLine {
        from: PersonTag::of(reader.org, &thanks.from),
        from_says: called(&thanks.from, "You"),
        to_says: called(&thanks.to, "you"),
        skill: SkillTag::of(reader.org, &thanks.skill),
        at: Face { text, ..face },
    }
}
