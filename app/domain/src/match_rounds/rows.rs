//! What stands on the page of a matching, piece by piece.

use super::posed::Solved;
use super::why::WayOutLine;
use super::{MatchQuery, PairKey};
use crate::id::{PersonId, ProgramId};
use crate::match_round::Kept;
use crate::matching::Pair;
use crate::mentoring::{Band, Ground, Ingredient, Voice};
use crate::org::Org;
use crate::tag::{PersonTag, SkillTag};
use serde::{Deserialize, Serialize};

/// A pair that there would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairRow {
    /// Names it in forms.
    pub key: PairKey,
    /// Who learns.
    pub mentee: PersonTag,
    /// From whom.
    pub mentor: PersonTag,
    /// What.
    pub skill: SkillTag,
    /// What the mentor learns in turn.
    pub back: Option<SkillTag>,
    /// How well the two fit.
    pub band: Band,
    /// What that is made of, in points of 1,000.
    pub parts: Vec<(Ingredient, u16)>,
    /// The same in sentences.
    pub lines: Vec<String>,
    /// "first wish"; empty for a mentor whom they did not wish for.
    pub wish: String,
    /// "12 days".
    pub waits: String,
    /// True when an organiser pinned it.
    pub is_pinned: bool,
    /// Where it is said why not another.
    pub why: String,
}

/// Somebody who has nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingRow {
    /// Who.
    pub mentee: PersonTag,
    /// "12 days".
    pub waits: String,
    /// Why, in a sentence.
    pub because: String,
    /// The smallest change by which they would have a mentor.
    pub way_out: Option<WayOutLine>,
    /// Where more is said.
    pub why: String,
}

/// A mentor of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorRow {
    /// Who.
    pub mentor: PersonTag,
    /// How many learners they have already.
    pub has: u32,
    /// How many this pairing gives them.
    pub gets: u32,
    /// How many places they then have left.
    pub free: u32,
    /// "takes nobody new for now"; empty for most.
    pub note: String,
}

/// A pair that was decided by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionRow {
    /// Names it in forms.
    pub key: PairKey,
    /// "Amara with Rosalind".
    pub text: String,
    /// True for a pin, false for a pair that is ruled out.
    pub is_pin: bool,
    /// True for a pin that cannot be kept as things are.
    pub has_lapsed: bool,
}

/// A pairing that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRow {
    /// Its number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// "Kept by Inês on 17 Nov: nine pairs, two without a mentor".
    pub text: String,
    /// True when people, places or terms are others since.
    pub is_of_others: bool,
    /// Where it is compared with the one that is open.
    pub compare: String,
}

/// A round that was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundRow {
    /// Its number.
    pub n: u32,
    /// "Published by Inês on 17 Nov: nine pairs, two without a mentor".
    pub text: String,
    /// What taking it back would do; `None` when it cannot be taken back.
    pub undo: Option<String>,
}

/// Why one learner has the mentor they have, or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// Who.
    pub mentee: PersonTag,
    /// "Why Amara has Rosalind".
    pub title: String,
    /// The pair, for the bar; `None` for whoever has nobody.
    pub pair: Option<PairRow>,
    /// Why, in a sentence, for whoever has nobody.
    pub because: String,
    /// Why not others.
    pub others: Vec<String>,
    /// The smallest change by which they would have a mentor.
    pub way_out: Option<WayOutLine>,
    /// True when nothing that was tried would help.
    pub nothing_helps: bool,
}

impl Kept {
    /// The address at which it stands beside the pairing that is open.
    pub(super) fn beside_the_open_one(&self, program: &ProgramId) -> String {
        let query = MatchQuery { with: Some(self.number), ..MatchQuery::default() };
        format!("{}#compare", query.href(program))
    }
}

/// A pair of the pairing, with what speaks for it; `None` for one that it does not hold.
pub(super) fn pair_row(org: &Org, (solved, ground): (&Solved, &Ground), pair: &Pair) -> Option<PairRow> {
    let couple = solved.pairing.couple_of(&pair.mentee).filter(|couple| couple.mentor == pair.mentor)?;
    let fit = solved.posed.fit(&pair.mentee, &pair.mentor)?;
    let explained = ground.explained(&pair.mentee, &pair.mentor, fit, Voice::Others)?;
    let program = &solved.posed.round().program;
    Some(PairRow {
        key: PairKey::from(pair),
        mentee: PersonTag::of(org, &pair.mentee),
        mentor: PersonTag::of(org, &pair.mentor),
        skill: SkillTag::of(org, &couple.skill),
        back: couple.back.as_ref().map(|back| SkillTag::of(org, back)),
        band: couple.band,
        parts: explained.parts,
        lines: explained.lines.into_iter().map(|line| format!("{}{}", line.lead, line.rest)).collect(),
        wish: wish(org, program, pair),
        waits: waits(org, ground, &pair.mentee),
        is_pinned: solved.posed.round().is_pinned(pair),
        why: MatchQuery::why(program, &pair.mentee),
    })
}

/// "first wish"; empty for a mentor whom they did not wish for.
pub(super) fn wish(org: &Org, program: &ProgramId, pair: &Pair) -> String {
    let rank = org.seeking(program, &pair.mentee).and_then(|seeking| seeking.rank_of(&pair.mentor));
    let place = |rank: usize| ["first", "second", "third", "fourth", "fifth"].get(rank).copied().unwrap_or("last");
    rank.map_or_else(String::new, |rank| format!("{} wish", place(rank)))
}

/// "12 days": how long somebody has looked.
pub(super) fn waits(org: &Org, ground: &Ground, mentee: &PersonId) -> String {
    let participant = org.participant(&ground.program().id, mentee);
    participant.map_or_else(String::new, |participant| ground.waited(ground.roll().since(participant)))
}
