//! The rows of the page of a matching.

use super::page::PAGE;
use super::posed::Solved;
use super::rows::{DecisionRow, KeptRow, MentorRow, PairRow, RoundRow, WaitingRow, Why, pair_row, waits};
use super::way_out::WaysOut;
use super::why::{Teller, Told};
use super::{MatchQuery, PairKey};
use crate::id::PersonId;
use crate::match_round::{Couple, Kept, MatchRound, Pairing, Published, RoundStage};
use crate::matching::Pair;
use crate::mentoring::{Ground, Mode};
use crate::org::Org;
use crate::program::Program;
use crate::search::fold;
use crate::tag::PersonTag;
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use std::cmp::Reverse;
use std::ops::Range;

/// Who makes the page, for whom.
pub(super) struct Maker<'a> {
    pub(super) viewer: &'a Viewer<'a>,
    pub(super) program: &'a Program,
    pub(super) solved: &'a Solved,
    pub(super) ground: &'a Ground<'a>,
}

impl Maker<'_> {
    const fn org(&self) -> &Org {
        self.viewer.org
    }

    const fn teller(&self) -> Teller<'_> {
        Teller { org: self.viewer.org, solved: self.solved, told: Told::Organiser }
    }

    /// Those of one page, by learner; in circles those of one mentor stand together.
    pub(super) fn pairs(&self, page: Range<usize>) -> Vec<PairRow> {
        let mut couples: Vec<&Couple> = self.solved.pairing.couples.iter().collect();
        let in_circles = self.solved.posed.rules.mode == Mode::Circles;
        let name = |person: &PersonId| fold(self.org().name_of(person));
        let circle = |couple: &Couple| if in_circles { name(&couple.mentor) } else { String::new() };
        couples.sort_by_cached_key(|couple| (circle(couple), name(&couple.mentee), couple.mentee.clone()));
        let shown = couples.get(page).unwrap_or_default();
        shown.iter().filter_map(|couple| self.pair(&couple.pair())).collect()
    }

    fn pair(&self, pair: &Pair) -> Option<PairRow> {
        pair_row(self.viewer.org, (self.solved, self.ground), pair)
    }

    pub(super) fn waiting(&self, ways_out: &WaysOut) -> Vec<WaitingRow> {
        let teller = self.teller();
        let row = |mentee: &PersonId| WaitingRow {
            mentee: PersonTag::of(self.org(), mentee),
            waits: waits(self.viewer.org, self.ground, mentee),
            because: teller.because(mentee),
            way_out: ways_out.get(mentee).and_then(Option::as_ref).map(|out| teller.way_out(mentee, out)),
            why: MatchQuery::why(&self.program.id, mentee),
        };
        let mut left: Vec<&PersonId> = self.solved.pairing.left.iter().collect();
        left.sort_by_key(|mentee| (Reverse(self.solved.posed.wait(mentee)), *mentee));
        left.into_iter().take(PAGE).map(row).collect()
    }

    pub(super) fn mentors(&self) -> Vec<MentorRow> {
        let row = |mentor: &PersonId| {
            let taken = self.ground.roll().taken(self.ground.rules(), mentor);
            let gets = self.solved.load(mentor);
            let note = match (self.teller().is_paused(mentor), self.solved.arranged.closed.contains(mentor)) {
                (true, _) => "takes nobody new for now",
                (false, true) => "no circle this time",
                (false, false) => "",
            };
            MentorRow {
                mentor: PersonTag::of(self.org(), mentor),
                has: taken.learners,
                gets,
                free: taken.free().saturating_sub(gets),
                note: note.to_owned(),
            }
        };
        let mut rows: Vec<MentorRow> = self.ground.roll().mentors().map(row).collect();
        rows.sort_by_cached_key(|row| fold(&row.mentor.name));
        rows
    }

    pub(super) fn learners(&self) -> Vec<PersonTag> {
        let mentees = self.solved.posed.pool.instance.mentees.iter();
        let mut tags: Vec<PersonTag> = mentees.map(|mentee| PersonTag::of(self.org(), &mentee.id)).collect();
        tags.sort_by_cached_key(|tag| fold(&tag.name));
        tags
    }

    pub(super) fn decisions(&self) -> Vec<DecisionRow> {
        let posed = &self.solved.posed;
        let row = |pair: &Pair, is_pin: bool| DecisionRow {
            key: PairKey::from(pair),
            text: format!("{} with {}", self.org().name_of(&pair.mentee), self.org().name_of(&pair.mentor)),
            is_pin,
            has_lapsed: is_pin && posed.lapsed.contains(pair),
        };
        let (pins, forbids) = (&posed.round.terms.pins, &posed.round.terms.forbids);
        pins.iter().map(|pair| row(pair, true)).chain(forbids.iter().map(|pair| row(pair, false))).collect()
    }

    pub(super) fn kept(&self, kept: &Kept) -> KeptRow {
        KeptRow {
            number: kept.number,
            name: kept.name.to_string(),
            text: self.told("Kept", (kept.by.as_ref(), kept.at), &kept.pairing),
            is_of_others: kept.pairing.digest != self.solved.pairing.digest,
            compare: kept.beside_the_open_one(&self.program.id),
        }
    }

    /// "Published by Inês on 17 Nov: nine pairs, two without a mentor."
    fn told(&self, verb: &str, (by, at): (Option<&PersonId>, Timestamp), pairing: &Pairing) -> String {
        let by = by.map_or_else(|| "the console".to_owned(), |by| self.teller().first_name(by));
        let pairs = counted(pairing.couples.len(), "pair", "pairs");
        let left = match pairing.left.len() {
            0 => "nobody without a mentor".to_owned(),
            n => counted(n, "learner without a mentor", "learners without a mentor"),
        };
        format!("{verb} by {by} on {}: {pairs}, {left}.", self.viewer.day(at).text)
    }

    pub(super) fn round(&self, round: &MatchRound) -> Option<RoundRow> {
        let Published { at, by, pairing, .. } = round.published()?;
        let mut text = self.told("Published", (by.as_ref(), *at), pairing);
        if let RoundStage::Undone { at, by, stayed, .. } = &round.stage {
            let by = by.as_ref().map_or_else(|| "the console".to_owned(), |by| self.teller().first_name(by));
            text = format!("{text} Taken back by {by} on {}.", self.viewer.day(*at).text);
            if !stayed.is_empty() {
                text = format!("{text} {} had met and stayed.", sentence(&counted(stayed.len(), "pair", "pairs")));
            }
        }
        let words = "Its pairs end, and everybody in them is told. Pairs that have met stay.";
        let undo = round.can_be_taken_back(self.viewer.clocks.now).then(|| words.to_owned());
        Some(RoundRow { n: round.n, text, undo })
    }

    pub(super) fn why(&self, who: &PersonId, ways_out: &WaysOut) -> Option<Why> {
        if !self.solved.posed.has_learner(who) {
            return None;
        }
        let teller = self.teller();
        let couple = self.solved.pairing.couple_of(who);
        let name = teller.first_name(who);
        let title = match couple {
            Some(couple) => format!("Why {name} has {}", teller.first_name(&couple.mentor)),
            None => format!("Why {name} has nobody"),
        };
        let found = ways_out.get(who);
        Some(Why {
            mentee: PersonTag::of(self.org(), who),
            title,
            pair: couple.and_then(|couple| self.pair(&couple.pair())),
            because: teller.because(who),
            others: teller.why_not(who).into_iter().map(|(_, words)| words).collect(),
            way_out: found.and_then(Option::as_ref).map(|out| teller.way_out(who, out)),
            nothing_helps: found.is_some_and(Option::is_none),
        })
    }
}
