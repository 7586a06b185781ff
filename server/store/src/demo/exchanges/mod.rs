//! Who asked whom at Fernhill, in every stage. Each exchange is made by the same moves as a real one, at the moments
//! at which they were made, so the demo cannot hold what the product would refuse.

mod hours;
mod met;
mod open;

pub(super) use hours::hours;

use super::calendar::Calendar;
use super::dice::{Deck, Dice};
use super::{people, prose, skills, words};
use domain::exchange::{Ask, Exchange, Move, Outcome, Side};
use domain::id::{ExchangeId, PersonId, SkillId};
use domain::time::{Minutes, Span, Timestamp};
use domain::want::{Offer, Want};

/// How many meetings are added to those written by hand.
const MORE: usize = 16;

pub(super) fn exchanges(calendar: &Calendar, wants: &[Want], offers: &[Offer], dice: &mut Dice) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = met::MET.iter().map(|row| row.exchange(calendar, dice)).collect();
    exchanges.extend(open::exchanges(calendar));
    fill(&mut exchanges, calendar, wants, offers, dice);
    exchanges
}

/// What opens an exchange, before anybody moved.
pub(super) struct Opening {
    pub(super) learner: PersonId,
    pub(super) teacher: PersonId,
    pub(super) skill: SkillId,
    pub(super) minutes: u16,
    pub(super) message: &'static str,
}

impl Opening {
    pub(super) fn asked(self, at: Timestamp, starts_at: Option<Timestamp>) -> Exchange {
        // One pair asks for one skill once, so the three words name the exchange.
        let words = format!("{} {} {}", self.skill, first(&self.learner), first(&self.teacher));
        let id = ExchangeId::from_name(&words).expect("the demo's own words are valid");
        let message = prose(self.message);
        let (teacher, skill, minutes) = (self.teacher, self.skill, Minutes(self.minutes));
        let ask = Ask { teacher, skill, message, minutes, starts_at };
        Exchange::open(id, self.learner, ask, at).expect("the demo asks for what can be asked")
    }
}

fn first(person: &PersonId) -> &str {
    person.as_str().split('-').next().unwrap_or_default()
}

/// `exchange` after a move that the product allows.
pub(super) fn moved(exchange: Exchange, side: Side, step: Move, at: Timestamp) -> Exchange {
    exchange.moved(side, step, at).expect("the demo makes only moves that can be made")
}

/// A request that led to a meeting at `start`, answered and confirmed as such things go.
fn held(opening: Opening, start: Timestamp, words: (&str, &str), dice: &mut Dice) -> Exchange {
    let minutes = i64::from(opening.minutes);
    let asked = start.before(Span::minutes(i64::from(dice.between(2 * 1440, 4 * 1440))));
    let answered = asked.after(Span::minutes(answer_minutes(&opening.teacher, dice)));
    let exchange = if dice.happens(30) {
        let exchange = opening.asked(asked, None);
        let exchange = moved(exchange, Side::Teacher, Move::Propose { starts_at: start }, answered);
        moved(exchange, Side::Learner, Move::Accept, answered.after(Span::minutes(i64::from(dice.between(10, 400)))))
    } else {
        moved(opening.asked(asked, Some(start)), Side::Teacher, Move::Accept, answered)
    };
    let end = start.after(Span::minutes(minutes));
    let says = |words: &str| Move::Confirm { outcome: Outcome::Met, words: prose(words) };
    let soon = end.after(Span::minutes(i64::from(dice.between(5, 200))));
    let exchange = moved(exchange, Side::Learner, says(words.0), soon);
    moved(exchange, Side::Teacher, says(words.1), soon.after(Span::minutes(i64::from(dice.between(5, 300)))))
}

/// Minutes until a teacher answers: everybody has a pace of their own, from one hour to twenty.
fn answer_minutes(teacher: &PersonId, dice: &mut Dice) -> i64 {
    let pace = teacher.as_str().bytes().map(u32::from).sum::<u32>() % 20 + 1;
    i64::from(dice.between(pace * 45, pace * 75))
}

/// Adds meetings between people of whom one wants what the other offers.
fn fill(exchanges: &mut Vec<Exchange>, calendar: &Calendar, wants: &[Want], offers: &[Offer], dice: &mut Dice) {
    let mut asks = Deck::shuffled(&words::ASK, dice);
    let mut thanks = Deck::shuffled(&words::THANKS, dice);
    let mut notes = Deck::shuffled(&words::NOTE, dice);
    let mut added = 0;
    for _ in 0..1000 {
        let (want, offer) = (dice.one_of(wants), dice.one_of(offers));
        let known = |e: &Exchange| e.skill == want.skill && e.learner == want.person;
        let persona = super::PERSONAS.iter().any(|persona| [&want.person, &offer.person].contains(&&persona.person()));
        let new = people::is_new(&want.person) || people::is_new(&offer.person);
        if added == MORE || persona || new || want.skill != offer.skill || exchanges.iter().any(known) {
            continue;
        }
        let opening = Opening {
            learner: want.person.clone(),
            teacher: offer.person.clone(),
            skill: want.skill.clone(),
            minutes: offer.minutes.0,
            message: asks.draw(),
        };
        let start = calendar.workday_ago(dice.between(6, 78), *dice.one_of(&[540, 630, 750, 840, 930, 1020]));
        exchanges.push(held(opening, start, (thanks.draw(), notes.draw()), dice));
        added += 1;
    }
}

/// An opening between people and about a skill that stand in the demo's tables.
fn opening(learner: &str, teacher: &str, skill: &str, minutes: u16, message: &'static str) -> Opening {
    Opening { learner: people::id(learner), teacher: people::id(teacher), skill: skills::id(skill), minutes, message }
}
