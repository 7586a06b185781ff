//! Steps that come out of requests: answer, meet, confirm, prepare.

use super::{Act, Candidate, NextStep, NextStepKind, PairPicture, Quote, StepId, effort};
use crate::colleague::Colleague;
use crate::exchange::{Exchange, Outcome, Side, Stage};
use crate::reader::{Phrase, Reader};
use crate::time::{Span, Timestamp};
use crate::wording::sentence;

/// From so soon on a meeting is the next thing to happen.
const SOON: Span = Span::hours(24);
/// Meetings further ahead need no preparing yet.
const AHEAD: Span = Span::days(7);

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    reader.exchanges().filter_map(|(exchange, mine)| About::new(reader, exchange, mine).candidate()).collect()
}

/// A request as the reader sees it.
pub(super) struct About<'a> {
    pub reader: &'a Reader<'a>,
    pub exchange: &'a Exchange,
    pub mine: Side,
    pub other: Colleague,
    pub skill: &'a str,
}

impl<'a> About<'a> {
    fn new(reader: &'a Reader<'a>, exchange: &'a Exchange, mine: Side) -> Self {
        Self { reader, exchange, mine, other: reader.other(exchange, mine), skill: reader.skill(&exchange.skill) }
    }

    fn candidate(&self) -> Option<Candidate> {
        let now = self.reader.now();
        match &self.exchange.stage {
            Stage::Waiting { on, until } if *on == self.mine && now < *until => Some(self.answer(*until)),
            Stage::Waiting { until, .. } if now < *until => self.meanwhile(*until),
            Stage::Agreed => {
                let start = self.exchange.starts_at?;
                if self.exchange.is_over(now) {
                    self.exchange.word_of(self.mine).is_none().then(|| self.confirm(start))
                } else if start.since(now) <= SOON {
                    Some(self.meet(start))
                } else {
                    (start.since(now) <= AHEAD).then(|| self.prepare(start))
                }
            }
            Stage::Waiting { .. }
            | Stage::Done { .. }
            | Stage::Declined { .. }
            | Stage::Expired
            | Stage::Withdrawn
            | Stage::Missed => None,
        }
    }

    fn answer(&self, until: Timestamp) -> Candidate {
        let (reader, exchange, name) = (self.reader, self.exchange, &self.other.first_name);
        let hours_left = u32::try_from(until.since(reader.now()).0 / 3_600_000).unwrap_or(0);
        let proposed = exchange.starts_at.filter(|start| *start > reader.now());
        let mut step = match proposed {
            Some(start) => {
                let when = reader.when(start);
                let title = format!("Confirm {when} with {name}");
                let act = Act::Accept { exchange: exchange.id.clone(), starts_at: start };
                self.step(NextStepKind::Answer, title, format!("Confirm {when}"), act)
            }
            None => {
                let title = format!("Find a time with {name}");
                self.step(NextStepKind::Answer, title, "Propose a time".to_owned(), self.open())
            }
        };
        step.why = if exchange.is_suggestion() {
            vec![Phrase::plain(format!("The cover plan suggests that you learn this from {name}. "))]
        } else {
            vec![
                Phrase::plain(format!("{name} has been waiting since ")),
                Phrase::strong(reader.when(exchange.moved_at)),
                Phrase::plain(". "),
            ]
        };
        step.why.extend(self.what_passes());
        step.quote = self.quote();
        if let Some(start) = proposed {
            step.reasons.push(format!("{}.", reader.for_both(exchange, self.mine, start)));
        }
        step.reasons.push(format!("The request lapses {}.", on_day(&reader.when(until))));
        Candidate { step, urgency: 121 - hours_left.clamp(1, 120), value: 10, minutes: proposed.map_or(3, |_| 1) }
    }

    fn meet(&self, start: Timestamp) -> Candidate {
        let when = self.reader.when(start);
        let title = format!("Meet {} {when}", self.other.first_name);
        let place = self.exchange.session.as_ref().and_then(|id| self.reader.org.session(id)).map(|hour| &hour.place);
        let has_link = place.is_some_and(|place| place.link.is_some());
        let verb = if has_link { "Join" } else { "See what you agreed" };
        let mut step = self.step(NextStepKind::Meet, title, verb.to_owned(), self.meeting());
        step.why = self.what_passes();
        step.why.push(Phrase::plain(format!(" {}.", self.reader.for_both(self.exchange, self.mine, start))));
        if let Some(place) = place.filter(|place| !place.room.is_empty()) {
            step.why.extend([Phrase::plain(" "), Phrase::strong(place.room.to_string()), Phrase::plain(".")]);
        }
        let minutes = u32::from(self.exchange.minutes.0);
        step.effort = effort(minutes);
        let hours = u32::try_from(start.since(self.reader.now()).0 / 3_600_000).unwrap_or(0);
        Candidate { step, urgency: 25 - hours.min(24), value: 10, minutes }
    }

    fn confirm(&self, start: Timestamp) -> Candidate {
        let name = &self.other.first_name;
        let title = match self.mine {
            Side::Learner => format!("Did you meet {name}? Say thank you"),
            Side::Teacher => format!("Did you meet {name}?"),
        };
        let mut step = self.step(NextStepKind::Confirm, title, "Say how it went".to_owned(), self.open());
        step.why = vec![
            Phrase::plain(format!("You had agreed on {}. ", self.reader.when(start))),
            Phrase::plain("Once you both say so, "),
            Phrase::strong(self.skill),
            Phrase::plain(" counts for both of you."),
        ];
        let other_says = self.exchange.word_of(self.mine.other()).map(|word| word.outcome);
        if other_says == Some(Outcome::Met) {
            step.reasons.push(format!("{name} says that you met; only your word is missing."));
        }
        let urgency = if other_says.is_some() { 20 } else { 10 };
        Candidate { step, urgency, value: 10, minutes: 1 }
    }

    fn prepare(&self, start: Timestamp) -> Candidate {
        let title = format!("Get ready for {} {}", self.other.first_name, on_day(&self.reader.when(start)));
        let mut step = self.step(NextStepKind::Prepare, title, "See what you agreed".to_owned(), self.meeting());
        step.why = self.what_passes();
        step.why.push(Phrase::plain(format!(" {}.", self.reader.for_both(self.exchange, self.mine, start))));
        step.effort = effort(5);
        let days = u32::try_from(start.since(self.reader.now()).whole_days()).unwrap_or(0);
        Candidate { step, urgency: 8 - days.min(7), value: 10, minutes: 5 }
    }

    /// The first line of what the learner wrote.
    fn quote(&self) -> Option<Quote> {
        let words = first_line(self.exchange.message.as_str());
        let lead = match self.mine {
            _ if self.exchange.plan.is_some() => "The cover plan says:".to_owned(),
            Side::Learner => "You asked:".to_owned(),
            Side::Teacher => format!("{} asks:", self.other.first_name),
        };
        (!words.is_empty()).then_some(Quote { lead, words })
    }

    /// "You teach SQL for reports, 45 minutes."
    fn what_passes(&self) -> Vec<Phrase> {
        let minutes = self.exchange.minutes.0;
        let you = match self.mine {
            Side::Learner => "You learn ",
            Side::Teacher => "You teach ",
        };
        vec![Phrase::plain(you), Phrase::strong(self.skill), Phrase::plain(format!(", {minutes} minutes."))]
    }

    pub fn open(&self) -> Act {
        Act::Open { href: format!("/exchanges/{}", self.exchange.id) }
    }

    fn meeting(&self) -> Act {
        Act::Open { href: self.exchange.meeting_href() }
    }

    pub fn step(&self, kind: NextStepKind, title: String, verb: String, act: Act) -> NextStep {
        NextStep {
            id: StepId::new(kind, &[self.exchange.id.as_str()]),
            kind,
            title: sentence(&title),
            verb,
            act,
            effort: effort(1),
            why: Vec::new(),
            quote: None,
            reasons: vec![kind.because().to_owned()],
            pair: Some(self.picture(kind)),
        }
    }

    fn picture(&self, kind: NextStepKind) -> PairPicture {
        let confirmed = |side| match kind {
            NextStepKind::Confirm => self.exchange.word_of(side).is_some_and(|word| word.outcome == Outcome::Met),
            NextStepKind::Answer => side != self.mine,
            NextStepKind::Meanwhile => side == self.mine,
            NextStepKind::Claim
            | NextStepKind::Meet
            | NextStepKind::Due
            | NextStepKind::Prepare
            | NextStepKind::Host
            | NextStepKind::Rescue
            | NextStepKind::Ask
            | NextStepKind::Thank
            | NextStepKind::Profile => true,
        };
        PairPicture {
            other: self.other.name.clone(),
            other_id: self.other.id.as_str().to_owned(),
            you: self.reader.me.name.as_str().to_owned(),
            you_id: self.reader.me.id.as_str().to_owned(),
            side: self.mine,
            skill: self.skill.to_owned(),
            other_yes: confirmed(self.mine.other()),
            you_yes: confirmed(self.mine),
        }
    }
}

/// The first line, shortened at a word when it is long.
pub(super) fn first_line(text: &str) -> String {
    const LONGEST: usize = 140;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let start: String = line.chars().take(LONGEST).collect();
    format!("{}…", start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words))
}

/// "on Thursday 12:30"; "tomorrow 12:30" needs no "on".
pub(super) fn on_day(when: &str) -> String {
    let near = ["today", "tomorrow", "yesterday"].into_iter().any(|day| when.starts_with(day));
    if near { when.to_owned() } else { format!("on {when}") }
}
