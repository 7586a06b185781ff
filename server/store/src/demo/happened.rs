//! The log that the history of the demo company would have left, so that whatever reads the log has read it too.

use super::Company;
use domain::drill::Drill;
use domain::event::Happening;
use domain::exchange::Exchange;
use domain::id::PersonId;
use domain::time::Timestamp;

/// Something that happened before the company was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: Option<PersonId>,
    /// What.
    pub what: Happening,
}

impl Company {
    /// `count` things that happened in it, over and over when there are fewer; none in a company without any.
    pub fn events(&self, count: usize) -> impl Iterator<Item = Happened> + use<> {
        let all = happened(self);
        (0..count).filter_map(move |number| all.get(number % all.len().max(1)).cloned())
    }
}

/// All of it, oldest first.
pub(super) fn happened(company: &Company) -> Vec<Happened> {
    let mut all = Vec::new();
    for person in &company.people {
        let what = Happening::PersonChanged { person: person.id.clone() };
        let at = person.welcomed_at.unwrap_or(person.joined_at);
        all.push(Happened { at, by: Some(person.id.clone()), what });
    }
    for piece in &company.evidence {
        let what = Happening::EvidenceGiven { person: piece.person.clone(), skill: piece.skill.clone() };
        all.push(Happened { at: piece.at, by: piece.by.clone(), what });
    }
    for want in &company.wants {
        let what = Happening::WantChanged { person: want.person.clone(), skill: want.skill.clone() };
        all.push(Happened { at: want.at, by: Some(want.person.clone()), what });
    }
    for offer in &company.offers {
        let what = Happening::OfferChanged { person: offer.person.clone(), skill: offer.skill.clone() };
        all.push(Happened { at: offer.at, by: Some(offer.person.clone()), what });
    }
    for thanks in &company.thanks {
        let (from, to, skill) = (thanks.from.clone(), thanks.to.clone(), thanks.skill.clone());
        all.push(Happened { at: thanks.at, by: Some(from.clone()), what: Happening::ThanksGiven { from, to, skill } });
    }
    all.extend(company.exchanges.iter().flat_map(moves));
    all.extend(company.drills.iter().flat_map(moves_of_drill));
    all.extend(company.programs.iter().flat_map(|program| program.happened.iter().cloned()));
    all.sort_by_key(|happened| happened.at);
    all
}

/// Asking, and every move since; the server itself ends what nobody answered.
fn moves(exchange: &Exchange) -> Vec<Happened> {
    let what = Happening::ExchangeMoved {
        exchange: exchange.id.clone(),
        learner: exchange.learner.clone(),
        teacher: exchange.teacher.clone(),
        skill: exchange.skill.clone(),
    };
    let by = |side| Some(exchange.person(side).clone());
    let mut moments = vec![(exchange.asked_at, Some(exchange.learner.clone()))];
    moments.extend(exchange.history.iter().map(|made| (made.at, by(made.by))));
    if moments.last().is_some_and(|(at, _)| *at < exchange.moved_at) {
        moments.push((exchange.moved_at, None));
    }
    moments.into_iter().map(|(at, by)| Happened { at, by, what: what.clone() }).collect()
}

/// The same of a drill.
fn moves_of_drill(drill: &Drill) -> Vec<Happened> {
    let what = Happening::DrillMoved {
        drill: drill.id.clone(),
        skill: drill.skill.clone(),
        holder: drill.holder.clone(),
        backup: drill.backup.clone(),
        proposed_by: drill.proposed_by.clone(),
    };
    let mut moments = vec![(drill.proposed_at, Some(drill.proposed_by.clone()))];
    moments.extend(drill.history.iter().map(|made| (made.at, Some(made.by.clone()))));
    if moments.last().is_some_and(|(at, _)| *at < drill.moved_at) {
        moments.push((drill.moved_at, None));
    }
    moments.into_iter().map(|(at, by)| Happened { at, by, what: what.clone() }).collect()
}
