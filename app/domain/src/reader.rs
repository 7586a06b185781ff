//! Whoever a page is made for: the organisation as they see it, on their own clock.

use crate::actor::{Actor, Member};
use crate::clocks::Clocks;
use crate::colleague::Colleague;
use crate::exchange::{Exchange, Side};
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::rejection::{Noun, Rejection};
use crate::time::{Timestamp, Zone};
use serde::{Deserialize, Serialize};

/// The organisation, somebody in it, and what their clock shows.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The organisation.
    pub org: &'a Org,
    /// Who reads.
    pub me: &'a Person,
    /// What the clocks show.
    pub clocks: &'a Clocks<'a>,
}

/// A piece of a sentence, so that a page can stress what matters in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// The words, with the spaces around them.
    pub text: String,
    /// True for what matters most.
    pub strong: bool,
}

impl Phrase {
    /// Words like others.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: false }
    }

    /// Words that matter.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true }
    }
}

impl<'a> Reader<'a> {
    /// The reader `me`; not found when nobody is known by that id.
    pub fn of(org: &'a Org, me: &PersonId, clocks: &'a Clocks<'a>) -> Result<Self, Rejection> {
        let me = org.person(me).ok_or(Rejection::NotFound(Noun::Person))?;
        Ok(Self { org, me, clocks })
    }

    /// The reader as whoever asks.
    pub fn actor(&self) -> Actor {
        let me = self.me;
        Actor::Person(Member { id: me.id.clone(), role: me.role, team: me.team.clone() })
    }

    /// The present.
    pub const fn now(&self) -> Timestamp {
        self.clocks.now
    }

    /// "Thursday 12:30", on the reader's clock.
    pub fn when(&self, at: Timestamp) -> String {
        self.clocks.when(&self.me.zone, at)
    }

    /// What a skill is called.
    pub fn skill(&self, id: &'a SkillId) -> &'a str {
        self.org.skill(id).map_or(id.as_str(), |skill| skill.name.as_str())
    }

    /// The same of an id that does not live as long.
    pub fn skill_name(&self, id: &SkillId) -> String {
        self.org.skill(id).map_or_else(|| id.to_string(), |skill| skill.name.to_string())
    }

    /// Every exchange that the reader is in, with their side.
    pub fn exchanges(&self) -> impl Iterator<Item = (&'a Exchange, Side)> {
        let me = &self.me.id;
        self.org.exchanges().filter_map(move |exchange| Some((exchange, exchange.side_of(me).ok()?)))
    }

    /// The other person in an exchange.
    pub fn other(&self, exchange: &Exchange, mine: Side) -> Colleague {
        Colleague::named(self.org, exchange.person(mine.other()))
    }

    /// The other's zone; the reader's own when the other is not known.
    pub fn other_zone(&self, exchange: &Exchange, mine: Side) -> &'a Zone {
        self.org.person(exchange.person(mine.other())).map_or(&self.me.zone, |person| &person.zone)
    }

    /// "Thursday 12:30 your time · 11:30 for Amara".
    pub fn for_both(&self, exchange: &Exchange, mine: Side, at: Timestamp) -> String {
        let name = self.other(exchange, mine).first_name;
        self.clocks.for_both(&self.me.zone, self.other_zone(exchange, mine), &name, at)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::clocks::tests::ahead;
    use crate::exchange::{Ask, Move, Outcome};
    use crate::fernhill::NOW;
    use crate::text::Prose;
    use crate::time::{Minutes, Span};

    /// Fernhill's clocks at [`NOW`], Thursday 09:12 in Lisbon and 10:12 in Berlin.
    pub const CLOCKS: Clocks<'static> = Clocks { now: NOW, ahead: &ahead };

    /// What `read` says to somebody at Fernhill.
    pub fn read_by<T>(org: &Org, me: &str, read: impl FnOnce(&Reader) -> T) -> T {
        read(&Reader::of(org, &me.parse().unwrap(), &CLOCKS).unwrap())
    }

    /// Amara asked Jonas `hours` before [`NOW`] for 45 minutes of SQL, to start `in_hours` after it.
    pub fn asked(hours: i64, in_hours: Option<i64>) -> Exchange {
        let at = NOW.before(Span::hours(hours));
        let ask = Ask {
            teacher: "jonas-weidner".parse().unwrap(),
            skill: "sql-for-reports".parse().unwrap(),
            message: prose("Could you show me joins?"),
            minutes: Minutes(45),
            starts_at: in_hours.map(|hours| NOW.after(Span::hours(hours))),
        };
        Exchange::open("k1".parse().unwrap(), "amara-okafor".parse().unwrap(), ask, at).unwrap()
    }

    /// The same, agreed by Jonas an hour after he was asked.
    pub fn agreed(hours: i64, in_hours: i64) -> Exchange {
        let at = NOW.before(Span::hours(hours - 1));
        asked(hours, Some(in_hours)).moved(Side::Teacher, Move::Accept, at).unwrap()
    }

    /// The same, met an hour ago as one side says.
    pub fn met(side: Side, words: &str) -> Exchange {
        agreed(48, -2).moved(side, Move::Confirm { outcome: Outcome::Met, words: prose(words) }, NOW).unwrap()
    }

    /// The same, and both say so.
    pub fn done() -> Exchange {
        let words = prose("Now I can read our rota.");
        met(Side::Teacher, "").moved(Side::Learner, Move::Confirm { outcome: Outcome::Met, words }, NOW).unwrap()
    }

    pub fn prose(text: &str) -> Prose {
        Prose::parse("words", text).unwrap()
    }
}
