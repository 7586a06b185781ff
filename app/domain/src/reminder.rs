//! Reminders of meetings: a day and an hour before. A reminder names what it is about and the moment that it reminds of;
//! when that is moved, the old one holds no more and new ones take its place, so nobody is reminded twice or of nothing.

use crate::exchange::{Exchange, Move, Stage};
use crate::id::ExchangeId;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How long before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// 24 hours.
    Day,
    /// One hour.
    Hour,
}

impl Lead {
    /// Both, the earlier first.
    pub const ALL: [Self; 2] = [Self::Day, Self::Hour];

    /// As a length of time.
    pub const fn span(self) -> Span {
        match self {
            Self::Day => Span::hours(24),
            Self::Hour => Span::hours(1),
        }
    }

    /// Its name in keys.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }
}

/// What people are reminded of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Subject {
    /// Two colleagues meet.
    Exchange {
        /// In which request.
        exchange: ExchangeId,
    },
}

impl Subject {
    /// Its name in keys.
    pub fn slug(&self) -> String {
        match self {
            Self::Exchange { exchange } => format!("exchange:{exchange}"),
        }
    }
}

/// One reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Of what.
    pub subject: Subject,
    /// When that begins, as far as was known.
    pub starts_at: Timestamp,
    /// How long before.
    pub lead: Lead,
}

impl Reminder {
    /// When it is due.
    pub fn due_at(&self) -> Timestamp {
        self.starts_at.before(self.lead.span())
    }

    /// The reminders of `subject`, which begins at `starts_at` as was settled at `settled_at`: those that are due
    /// afterwards.
    pub fn before(subject: &Subject, starts_at: Timestamp, settled_at: Timestamp) -> Vec<Self> {
        let all = Lead::ALL.map(|lead| Self { subject: subject.clone(), starts_at, lead });
        all.into_iter().filter(|reminder| reminder.due_at() >= settled_at).collect()
    }

    /// The reminders of an agreed meeting; none of any other.
    pub fn of_exchange(exchange: &Exchange) -> Vec<Self> {
        let (Stage::Agreed, Some(starts_at)) = (&exchange.stage, exchange.starts_at) else { return Vec::new() };
        let is_settled = |step: &Move| matches!(step, Move::Accept | Move::Reschedule { .. });
        let agreed = exchange.history.iter().rev().find(|made| is_settled(&made.step));
        let subject = Subject::Exchange { exchange: exchange.id.clone() };
        Self::before(&subject, starts_at, agreed.map_or(exchange.asked_at, |made| made.at))
    }

    /// True while that meeting is the one that this reminds of.
    pub fn holds_for(&self, exchange: &Exchange) -> bool {
        Self::of_exchange(exchange).contains(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Side;
    use crate::fernhill::NOW;
    use crate::reader::tests::{agreed, asked};

    fn leads(reminders: &[Reminder]) -> Vec<Lead> {
        reminders.iter().map(|reminder| reminder.lead).collect()
    }

    #[test]
    fn an_agreed_meeting_is_reminded_of_a_day_and_an_hour_before() {
        // Agreed 19 hours ago, to begin in so many hours.
        for (hours, expected) in [(26, vec![Lead::Day, Lead::Hour]), (4, vec![Lead::Hour]), (-18, vec![Lead::Hour])] {
            assert_eq!(leads(&Reminder::of_exchange(&agreed(20, hours))), expected, "in {hours} hours");
        }
        assert!(Reminder::of_exchange(&asked(20, Some(26))).is_empty(), "nothing is agreed");
    }

    #[test]
    fn a_meeting_that_is_moved_or_called_off_makes_its_reminders_void() {
        let before = agreed(20, 26);
        let old = Reminder::of_exchange(&before);
        let later = NOW.after(Span::hours(50));
        let proposed = before.clone().moved(Side::Learner, Move::Propose { starts_at: later }, NOW).unwrap();
        assert!(old.iter().all(|reminder| reminder.holds_for(&before) && !reminder.holds_for(&proposed)));
        let moved = proposed.moved(Side::Teacher, Move::Accept, NOW).unwrap();
        let new = Reminder::of_exchange(&moved);
        assert_eq!(leads(&new), Lead::ALL);
        assert!(old.iter().all(|reminder| !reminder.holds_for(&moved)));
        // Moved back again: the reminders of before hold again, and are still the same ones.
        let back = Move::Propose { starts_at: before.starts_at.unwrap() };
        let back = moved.moved(Side::Learner, back, NOW).unwrap().moved(Side::Teacher, Move::Accept, NOW).unwrap();
        assert_eq!(Reminder::of_exchange(&back), old);
    }
}
