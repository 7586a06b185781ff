//! The reader’s own offers and wants, and whether they still hold.

use crate::id::SkillId;
use crate::org::Org;
use crate::person::Person;
use crate::program::ProgramKind;
use crate::reader::Reader;
use crate::swap::{Lapse, SwapTerms, is_on_board, lapse};
use crate::tag::SkillTag;
use crate::time::Timestamp;
use crate::wording::counted;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// What one says of a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MyThing {
    /// One offers to teach it.
    Offer,
    /// One wants to learn it.
    Want,
}

/// An offer or a want of the reader’s.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MineLine {
    /// Of what.
    pub skill: SkillTag,
    /// Which of the two.
    pub thing: MyThing,
    /// "60 min, at the ward", or how well and how soon.
    pub how: String,
    /// Whether it holds.
    pub lapse: Lapse,
    /// The same in words: "Lapses in three days", or empty while it holds.
    pub note: String,
    /// Why no ring came of a want, if it is one and none did.
    pub why: String,
}

/// The reader’s, those that lapse first first.
pub(super) fn lines(reader: &Reader, terms: &SwapTerms, why: &dyn Fn(&SkillId) -> String) -> Vec<MineLine> {
    let (org, me, now) = (reader.org, &reader.me.id, reader.now());
    let offers = org.offers_of(me).map(|(skill, offer)| {
        let note = offer.note.as_str();
        let how = if note.is_empty() {
            format!("{} min", offer.minutes.0)
        } else {
            format!("{} min, {note}", offer.minutes.0)
        };
        (skill, MyThing::Offer, how, offer.at)
    });
    let wants = org.wants_of(me).map(|(skill, want)| {
        let how = format!("“{}”, {}", want.target.title(), want.priority.title().to_lowercase());
        (skill, MyThing::Want, how, want.at)
    });
    let mut lines: Vec<MineLine> = offers
        .chain(wants)
        .map(|(skill, thing, how, at)| {
            let lapse = lapse(at, terms.offers_last, now);
            let why = if thing == MyThing::Want && lapse.holds() { why(skill) } else { String::new() };
            MineLine { skill: SkillTag::of(org, skill), thing, how, note: note(lapse), lapse, why }
        })
        .collect();
    lines.sort_by(|a, b| (Reverse(a.lapse), a.thing, &a.skill).cmp(&(Reverse(b.lapse), b.thing, &b.skill)));
    lines
}

/// "Lapses in three days", "Lapsed: nobody is sent to you".
fn note(lapse: Lapse) -> String {
    match lapse {
        Lapse::Holds => String::new(),
        Lapse::Soon { days: 0 } => "Lapses today".to_owned(),
        Lapse::Soon { days } => format!("Lapses in {}", counted(usize::try_from(days).unwrap_or(0), "day", "days")),
        Lapse::Lapsed { .. } => "Lapsed: it counts for no ring".to_owned(),
    }
}

/// What somebody said that has lapsed, with since when, by the strictest of the programs in which they swap; the oldest
/// first. Nothing for those who are in none.
pub(crate) fn lapsed<'a>(org: &'a Org, person: &Person, now: Timestamp) -> Vec<(MyThing, &'a SkillId, Timestamp)> {
    let swaps = org.programs().filter(|program| program.kind == ProgramKind::SkillSwap && program.phase.takes_people());
    let mine = swaps.filter(|program| {
        let participant = org.participant(&program.id, &person.id);
        participant.is_some_and(|mine| is_on_board(program, mine))
    });
    let Some(last) = mine.map(|program| SwapTerms::of(program).offers_last).min() else { return Vec::new() };
    let offers = org.offers_of(&person.id).map(|(skill, offer)| (MyThing::Offer, skill, offer.at));
    let wants = org.wants_of(&person.id).map(|(skill, want)| (MyThing::Want, skill, want.at));
    let since = |(thing, skill, at): (MyThing, &'a SkillId, Timestamp)| match lapse(at, last, now) {
        Lapse::Lapsed { since } => Some((thing, skill, since)),
        Lapse::Holds | Lapse::Soon { .. } => None,
    };
    let mut lapsed: Vec<_> = offers.chain(wants).filter_map(since).collect();
    lapsed.sort_by_key(|(thing, skill, since)| (*since, *thing, *skill));
    lapsed
}
