//! The reader's pairs.

use super::meetings::{MeetingStands, meetings, moment};
use super::words::{status, without_reader};
use crate::exchanges::Status;
use crate::id::PairId;
use crate::pair::Pair;
use crate::reader::Reader;
use crate::tag::SkillTag;
use crate::time::Face;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The reader's pairs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairsPage {
    /// "You are in two pairs."
    pub lead: String,
    /// Those that go on, the latest first.
    pub open: Vec<PairLine>,
    /// Those that are over, the latest first.
    pub past: Vec<PairLine>,
}

/// A pair as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairLine {
    /// Which.
    pub id: PairId,
    /// Everybody but the reader: "Amara".
    pub others: String,
    /// Whose face it has.
    pub seed: String,
    /// What is learned.
    pub skill: SkillTag,
    /// What is learned in turn.
    pub back: Option<SkillTag>,
    /// True when the reader is the mentor.
    pub mentors: bool,
    /// What the program is called.
    pub program: String,
    /// Where it stands.
    pub status: Status,
    /// The next meeting, or when it last moved.
    pub at: Face,
}

/// Every pair that the reader is in, and every one that they were in to its end.
pub fn pairs_page(reader: &Reader) -> PairsPage {
    let mut own: Vec<&Pair> = reader.org.pairs_of(&reader.me.id).filter(|pair| pair.has(&reader.me.id)).collect();
    own.sort_by_key(|pair| (Reverse(pair.moved_at), &pair.id));
    let (open, past): (Vec<&Pair>, Vec<&Pair>) = own.into_iter().partition(|pair| pair.is_open());
    let lead = match open.len() {
        0 => "A mentor and somebody who learns meet in a steady rhythm, with a room of their own here.".to_owned(),
        n => sentence(&format!("{} now.", counted(n, "pair of yours goes on", "pairs of yours go on"))),
    };
    let lines = |pairs: Vec<&Pair>| pairs.into_iter().map(|pair| line(reader, pair)).collect();
    PairsPage { lead, open: lines(open), past: lines(past) }
}

/// A pair as a line for one of its people.
pub fn line(reader: &Reader, pair: &Pair) -> PairLine {
    let meetings = meetings(reader.org, reader.clocks, pair);
    let next = meetings.iter().find(|meeting| meeting.stands == MeetingStands::Coming && pair.is_open());
    let zone = &reader.me.zone;
    let at = next.map_or(pair.moved_at, |meeting| meeting.date.starts);
    let words = next.map(|meeting| reader.when(meeting.date.starts));
    let when = moment(reader.org, reader.clocks, pair, &reader.me.id);
    let seed = pair.people().find(|person| **person != reader.me.id).unwrap_or(&pair.mentor);
    PairLine {
        id: pair.id.clone(),
        others: without_reader(reader, pair),
        seed: seed.to_string(),
        skill: SkillTag::of(reader.org, &pair.skill),
        back: pair.back.as_ref().map(|skill| SkillTag::of(reader.org, skill)),
        mentors: pair.mentor == reader.me.id,
        program: reader.org.program(&pair.program).map_or_else(String::new, |program| program.title().to_owned()),
        status: status(reader, pair, when, words.as_deref()),
        at: reader.clocks.face(zone, at),
    }
}
