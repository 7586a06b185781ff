//! A round of matching at Fernhill that is still open: two pairings that Inês kept to look at side by side.

use super::calendar::Calendar;
use super::{Company, line, people};
use crate::reader::ahead;
use domain::clocks::{Clocks, Day};
use domain::evidence::{Evidence, EvidenceRules, Leniency, Weighing, leniency_of};
use domain::id::{PersonId, ProgramId, SkillId};
use domain::match_round::{MatchRound, Move};
use domain::match_rounds::Posed;
use domain::mentoring::{Ingredient, Weight, Weights};
use domain::org::Org;
use domain::time::Timestamp;
use std::collections::BTreeMap;

/// The program that it is of.
const PROGRAM: &str = "across-fernhill";

const INES: &str = "ines-carvalho";

const VALID: &str = "the demo's own matching is valid";

/// The round.
pub(super) fn rounds(calendar: &Calendar, company: &Company) -> Vec<MatchRound> {
    let program = ProgramId::parse(PROGRAM).expect(VALID);
    let mut org = org(company, calendar.now());
    let both_ways = Weights::default().with(Ingredient::Mutual, Weight::More);
    let mut round = MatchRound::first(program.clone(), calendar.workday_ago(3, 10 * 60));
    for (days, step) in [(3, None), (2, Some(Move::Weigh(both_ways))), (2, None)] {
        let at = calendar.workday_ago(days, 10 * 60 + 5);
        let step = step.unwrap_or_else(|| keep(&org, &program, round.kept.len(), calendar.now()));
        round = round.clone().moved(step, Some(&people::id(INES)), at).expect(VALID);
        org.put_match_round(round.clone());
    }
    vec![round]
}

/// Keeps the pairing that is best as things are.
fn keep(org: &Org, program: &ProgramId, before: usize, now: Timestamp) -> Move {
    let clocks = Clocks { now, ahead: &ahead };
    let solved = Posed::of(org, program, &clocks).and_then(Posed::solved).expect(VALID);
    let name = if before == 0 { "As everything usually counts" } else { "More that teach both ways" };
    Move::Keep { name: line(name), pairing: solved.pairing().clone() }
}

/// The organisation as far as matching reads it.
fn org(company: &Company, now: Timestamp) -> Org {
    let (mut org, weighing) = (Org::default(), Weighing::usual(Day::utc(now)));
    let leniency = Leniency { version: 1, raters: leniency_of(&company.evidence, &weighing) };
    org.weigh_by(EvidenceRules::USUAL, leniency, weighing.day);
    company.teams.iter().cloned().for_each(|team| org.put_team(team));
    company.skills.iter().cloned().for_each(|skill| org.put_skill(skill));
    company.people.iter().cloned().for_each(|person| org.put_person(person));
    let mut cells: BTreeMap<(&PersonId, &SkillId), Vec<Evidence>> = BTreeMap::new();
    for piece in &company.evidence {
        cells.entry((&piece.person, &piece.skill)).or_default().push(piece.clone());
    }
    cells.into_iter().for_each(|((person, skill), pieces)| org.put_evidence(person, skill, &pieces, now));
    for want in &company.wants {
        org.put_want(&want.person, &want.skill, Some(want.clone()));
    }
    for offer in &company.offers {
        org.put_offer(&offer.person, &offer.skill, Some(offer.clone()));
    }
    for made in &company.programs {
        org.put_program(made.program.clone(), made.versions.clone());
        made.participants.iter().cloned().for_each(|participant| org.put_participant(participant));
    }
    company.pairs.iter().cloned().for_each(|pair| org.put_pair(pair));
    company.seekings.iter().cloned().for_each(|seeking| org.put_seeking(seeking));
    company.mentors.iter().cloned().for_each(|mentor| org.put_mentor(mentor));
    org
}
