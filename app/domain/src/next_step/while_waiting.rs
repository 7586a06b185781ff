//! The step of somebody who has just asked: nobody can hurry the answer, so here is what to do meanwhile.

use super::meetings::{About, on_day};
use super::{Act, Candidate, NextStepKind};
use crate::exchange::Side;
use crate::reader::Phrase;
use crate::suggest::usual_answer;
use crate::time::{Span, Timestamp};

impl About<'_> {
    /// Thank somebody, on the day on which the reader asked and until they have thanked somebody.
    pub(super) fn meanwhile(&self, until: Timestamp) -> Option<Candidate> {
        let (reader, exchange, name) = (self.reader, self.exchange, &self.other.first_name);
        let day = |at| reader.clocks.wall(&reader.me.zone, at).day;
        let has_thanked = || {
            let mine = reader.org.thanks().iter().filter(|thanks| thanks.from == reader.me.id);
            mine.rev().any(|thanks| thanks.at >= exchange.asked_at)
        };
        let just_asked = self.mine == Side::Learner && exchange.history.is_empty();
        if !just_asked || day(exchange.asked_at) != day(reader.now()) || has_thanked() {
            return None;
        }
        let first = match usual_answer(reader.org, &exchange.teacher, reader.clocks) {
            Some(after) => format!("{name} usually answers within {}.", days(after)),
            None => format!("{name} has your request."),
        };
        let title = format!("{first} Meanwhile, thank someone");
        let act = Act::Open { href: "/thanks".to_owned() };
        let mut step = self.step(NextStepKind::Meanwhile, title, "Say thank you".to_owned(), act);
        step.effort = "about half a minute".to_owned();
        step.why = vec![
            Phrase::plain("You asked to learn "),
            Phrase::strong(self.skill),
            Phrase::plain(format!(". {name} can answer until {}; you are told here.", reader.when(until))),
        ];
        step.reasons.push(format!("The request lapses {}.", on_day(&reader.when(until))));
        let minutes = u32::try_from(reader.now().since(exchange.asked_at).0 / 60_000).unwrap_or(0);
        Some(Candidate { step, urgency: 1_500 - minutes.min(1_499), value: 10, minutes: 1 })
    }
}

/// "a day", "3 days": the begun one counts.
fn days(after: Span) -> String {
    match (after.0 + Span::days(1).0 - 1) / Span::days(1).0 {
        ..=1 => "a day".to_owned(),
        n => format!("{n} days"),
    }
}
