//! Drills on the page: the list of one's own and of one's people, one of them, and planning a new one.
//!
//! What may be done is asked of `drill` itself, never decided here. What one of the two says about how it went stays
//! theirs until the other has spoken too.

mod gaps;
mod history;
mod new;
mod one;
#[cfg(test)]
mod tests;
mod words;

pub use gaps::{NotesGaps, notes_gaps};
pub use history::DrillHistoryLine;
pub use new::{DrillForm, NewDrillPage, NewDrillQuery, PersonChoice, new_drill_page};
pub use one::{DrillMoves, DrillPage, ReportCard, drill_page};
pub(crate) use words::{days, days_in};

use crate::actor::{Actor, Member};
use crate::drill::{Drill, Side, Stage, When, plans_for};
use crate::exchanges::{Status, Tone};
use crate::id::DrillId;
use crate::reader::Reader;
use crate::tag::{PersonTag, SkillTag};
use crate::time::Face;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many ended drills are listed.
const PAST: usize = 30;
/// How many drills of one's people are listed.
const OF_PEOPLE: usize = 100;

/// The reader's drills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillsPage {
    /// "One colleague is waiting for your answer."
    pub lead: String,
    /// Those that wait for the reader's yes, the first to lapse first.
    pub to_answer: Vec<DrillLine>,
    /// Those that are over and of which the reader has not told yet.
    pub to_tell: Vec<DrillLine>,
    /// Those with an agreed day, the next first.
    pub coming: Vec<DrillLine>,
    /// Those that wait for others.
    pub waiting: Vec<DrillLine>,
    /// Those that ended, the newest first.
    pub past: Vec<DrillLine>,
    /// For managers and program admins: those of others, open ones first.
    pub of_people: Vec<DrillLine>,
}

/// A drill as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillLine {
    /// Which.
    pub id: DrillId,
    /// Of what.
    pub skill: SkillTag,
    /// The other one for those in it; else who does it.
    pub person: PersonTag,
    /// Where it stands.
    pub status: Status,
    /// On which day.
    pub day: Face,
}

/// The drills of the reader, and for managers and program admins those of others.
pub fn drills_page(reader: &Reader) -> DrillsPage {
    let (mine, others): (Vec<&Drill>, Vec<&Drill>) = reader.org.drills().partition(|drill| is_own(reader, drill));
    let mut mine: Vec<(&Drill, DrillLine)> = mine.into_iter().map(|drill| (drill, line(reader, drill))).collect();
    mine.sort_by_key(|(drill, _)| (drill.on, drill.id.clone()));
    let asks_me = |drill: &Drill| my_side(reader, drill).is_some_and(|side| drill.waits_for(side));
    let of = |keep: &dyn Fn(&Drill, Tone) -> bool| -> Vec<DrillLine> {
        let kept = mine.iter().filter(|(drill, line)| keep(drill, line.status.tone));
        kept.map(|(_, line)| line.clone()).collect()
    };
    let to_answer = of(&|drill, tone| tone == Tone::Yours && asks_me(drill));
    let to_tell = of(&|drill, tone| tone == Tone::Yours && !asks_me(drill));
    let mut ended: Vec<_> = mine.iter().filter(|(_, line)| is_over(line.status.tone)).collect();
    ended.sort_by_key(|(drill, _)| (Reverse(drill.moved_at), drill.id.clone()));
    DrillsPage {
        lead: lead(to_answer.len(), to_tell.len()),
        to_answer,
        to_tell,
        coming: of(&|_, tone| tone == Tone::Agreed),
        waiting: of(&|_, tone| tone == Tone::Theirs),
        past: ended.into_iter().take(PAST).map(|(_, line)| line.clone()).collect(),
        of_people: of_people(reader, others),
    }
}

fn lead(to_answer: usize, to_tell: usize) -> String {
    let answers = counted(to_answer, "drill waits for your answer", "drills wait for your answer");
    let reports = counted(to_tell, "drill waits for your word", "drills wait for your word");
    match (to_answer, to_tell) {
        (0, 0) => {
            "A colleague does your task from your notes while you stand back, and you both see what holds.".into()
        }
        (_, 0) => sentence(&format!("{answers}.")),
        (0, _) => sentence(&format!("{reports} on how it went.")),
        (_, _) => sentence(&format!("{answers}, {reports} on how it went.")),
    }
}

/// Drills of those whom the reader plans for, without being in them.
fn of_people(reader: &Reader, drills: Vec<&Drill>) -> Vec<DrillLine> {
    let actor = actor(reader);
    let planned =
        |drill: &&Drill| [&drill.holder, &drill.backup].into_iter().any(|person| plans_for(reader.org, &actor, person));
    let mut found: Vec<&Drill> = drills.into_iter().filter(planned).collect();
    found.sort_by_key(|drill| (!drill.is_open(), Reverse(drill.moved_at), &drill.id));
    found.into_iter().take(OF_PEOPLE).map(|drill| line(reader, drill)).collect()
}

fn line(reader: &Reader, drill: &Drill) -> DrillLine {
    let person = match my_side(reader, drill) {
        Some(Side::Backup) => &drill.holder,
        Some(Side::Holder) | None => &drill.backup,
    };
    DrillLine {
        id: drill.id.clone(),
        skill: SkillTag::of(reader.org, &drill.skill),
        person: PersonTag::of(reader.org, person),
        status: words::status(reader, drill),
        day: Face { iso: drill.on.iso(), text: drill.on.in_short() },
    }
}

/// True when the reader is in it or proposed it.
fn is_own(reader: &Reader, drill: &Drill) -> bool {
    my_side(reader, drill).is_some() || drill.proposed_by == reader.me.id
}

const fn is_over(tone: Tone) -> bool {
    matches!(tone, Tone::Done | Tone::Over)
}

/// The reader's side, when they are in it.
pub(crate) fn my_side(reader: &Reader, drill: &Drill) -> Option<Side> {
    drill.side_of(&reader.me.id)
}

/// Now, and the day it is for the backup.
pub(crate) fn when(reader: &Reader, drill: &Drill) -> When {
    let zone = reader.org.person(&drill.backup).map_or(&reader.me.zone, |backup| &backup.zone);
    When { now: reader.now(), today: reader.clocks.today(zone) }
}

/// The reader as whoever asks.
fn actor(reader: &Reader) -> Actor {
    let me = reader.me;
    Actor::Person(Member { id: me.id.clone(), role: me.role, team: me.team.clone() })
}

/// True when it is over and both have said how it went.
fn is_done(drill: &Drill) -> bool {
    matches!(drill.stage, Stage::Done { .. })
}
