//! When somebody is away, and their last day: what plans have to know of a person. One says oneself when one is away;
//! the last day is set by organisation admins and shown to few.

use crate::actor::{Actor, Role};
use crate::clocks::Day;
use crate::org::Org;
use crate::person::{Away, Person};
use crate::rejection::Rejection;
use crate::teams::leads;
use serde::{Deserialize, Serialize};

/// The most times that somebody can say they will be away.
pub const MOST_AWAY: usize = 40;
/// The most days of one of them.
const LONGEST: i64 = 366;

/// A time away on the form of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwayRow {
    /// The first day, as the form sends it back.
    pub from: String,
    /// The last day, the same.
    pub until: String,
    /// "Mon 7 Dec to Fri 11 Dec".
    pub words: String,
}

/// The last day on the form of a profile, for those who may set it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastDay {
    /// As the form holds it; empty while none is set.
    pub on: String,
    /// True when it has passed.
    pub is_over: bool,
}

/// The time away of a form's two days. Refuses what ends before it begins, is over, or takes more than a year.
pub fn parse_away(from: &str, until: &str, today: Day) -> Result<Away, Rejection> {
    let from = Day::parse("from", from)?;
    let until = if until.trim().is_empty() { from } else { Day::parse("until", until)? };
    if until < from {
        return Err(Rejection::invalid("until", "The last day comes before the first."));
    }
    if until < today {
        return Err(Rejection::invalid("until", "That is over already."));
    }
    if until > from.plus(LONGEST) {
        return Err(Rejection::invalid("until", "Write a year at most."));
    }
    Ok(Away { from, until })
}

impl Person {
    /// The same, also away then. Times that touch become one; those before `today` are dropped.
    pub fn with_away(mut self, away: Away, today: Day) -> Result<Self, Rejection> {
        let mut all = std::mem::take(&mut self.away);
        all.push(away);
        all.retain(|one| one.until >= today);
        all.sort();
        for one in all {
            match self.away.last_mut() {
                Some(last) if one.from <= last.until.plus(1) => last.until = last.until.max(one.until),
                Some(_) | None => self.away.push(one),
            }
        }
        if self.away.len() > MOST_AWAY {
            return Err(Rejection::invalid("from", "That is more than fits. Take out some first."));
        }
        Ok(self)
    }

    /// The same, here then. Nothing changes when they had not said that they are away then.
    pub fn without_away(mut self, away: Away) -> Self {
        self.away.retain(|one| *one != away);
        self
    }

    /// The times away that are not over yet, the next first.
    pub fn coming_away(&self, today: Day) -> Vec<Away> {
        let mut coming: Vec<Away> = self.away.iter().copied().filter(|away| away.until >= today).collect();
        coming.sort();
        coming
    }
}

impl Away {
    /// "Mon 7 Dec to Fri 11 Dec".
    pub fn words(self) -> String {
        match self.from == self.until {
            true => self.from.in_short(),
            false => format!("{} to {}", self.from.in_short(), self.until.in_short()),
        }
    }

    /// The same for a form.
    pub fn row(self) -> AwayRow {
        AwayRow { from: self.from.iso(), until: self.until.iso(), words: self.words() }
    }
}

/// True for the person themself, managers of their team or one above it, and program admins. To nobody else it is told
/// that somebody is leaving.
pub fn may_see_last_day(org: &Org, actor: &Actor, person: &Person) -> bool {
    actor.person() == Some(&person.id) || actor.at_least(Role::ProgramAdmin).is_ok() || leads(org, actor, &person.id)
}

/// The last day of a form's field; `None` when it is empty.
pub fn parse_last_day(text: &str) -> Result<Option<Day>, Rejection> {
    if text.trim().is_empty() { Ok(None) } else { Day::parse("last_day", text).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    const TODAY: Day = Day(20_776);

    fn amara() -> Person {
        fernhill().person(&"amara-okafor".parse().unwrap()).unwrap().clone()
    }

    fn away(from: i64, until: i64) -> Away {
        Away { from: TODAY.plus(from), until: TODAY.plus(until) }
    }

    #[test]
    fn times_away_that_touch_become_one_and_past_ones_are_dropped() {
        let mut person = amara();
        person.away = vec![away(-9, -5), away(10, 12)];
        let person = person.with_away(away(13, 14), TODAY).unwrap().with_away(away(2, 2), TODAY).unwrap();
        assert_eq!(person.away, [away(2, 2), away(10, 14)]);
        assert_eq!(person.clone().without_away(away(10, 12)).away.len(), 2, "that is none of them");
        assert_eq!(person.without_away(away(2, 2)).away, [away(10, 14)]);
    }

    #[test]
    fn nobody_is_away_in_the_past_backwards_or_for_years() {
        let parse =
            |from: i64, until: i64| parse_away(&TODAY.plus(from).iso(), &TODAY.plus(until).iso(), TODAY).is_ok();
        assert!(parse(-3, 0) && parse(2, 2) && parse(2, 300));
        assert!(!parse(-3, -1) && !parse(4, 3) && !parse(1, 400));
        assert_eq!(parse_away(&TODAY.iso(), "", TODAY), Ok(away(0, 0)));
        assert!(parse_away("soon", "", TODAY).is_err());
    }

    #[test]
    fn somebody_is_here_until_their_last_day_but_not_while_away() {
        let person = Person { away: vec![away(3, 4)], leaves_on: Some(TODAY.plus(9)), ..amara() };
        let here: Vec<i64> = (0..12).filter(|days| person.is_here_on(TODAY.plus(*days))).collect();
        assert_eq!(here, [0, 1, 2, 5, 6, 7, 8, 9]);
    }

    #[test]
    fn a_last_day_is_shown_to_few() {
        let (org, amara) = (fernhill(), amara());
        for who in ["amara-okafor", "priya-raman", "ines-carvalho"] {
            assert!(may_see_last_day(&org, &signed_in(who), &amara), "{who}");
        }
        for who in ["jonas-weidner", "rosalind-achterberg", "leila-haddou"] {
            assert!(!may_see_last_day(&org, &signed_in(who), &amara), "{who}");
        }
        assert!(!may_see_last_day(&org, &Actor::Stranger, &amara));
    }
}
