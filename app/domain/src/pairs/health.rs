//! How the pairs of a program are, for those who look after it: who waits, which are stalled, which met, which came to a
//! close. Why pairs ended is only counted, and only where enough ended that nobody stands out.

use super::health_lists::{FeedbackLine, HealthLine, WaitingLine, feedback, line, since, waiting};
use super::meetings::{Meeting, MeetingStands, meetings};
use crate::id::ProgramId;
use crate::pair::{Ended, Pair, PairStage};
use crate::program::{Cadence, Capability, ProgramKind};
use crate::program_editor::EditorHead;
use crate::programs::Sight;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::time::Span;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// After so many days without a rhythm in the settings a pair should have met again.
const USUAL_DAYS: i64 = 14;
/// Reasons and words are shown in steps of so many, so that nobody is found out by them: neither while there are few, nor
/// by what one more changes.
const STEP: usize = 5;

/// How many of `all` are counted in.
pub(super) const fn in_steps(all: usize) -> usize {
    all - all % STEP
}

/// How the pairs of a program are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthPage {
    /// Which program.
    pub program: ProgramId,
    /// What stands above all pages of its admin side, for those who lead it.
    pub head: Option<EditorHead>,
    /// What it is called.
    pub title: String,
    /// "12 pairs go on; two have not met for four weeks."
    pub lead: String,
    /// The numbers.
    pub counts: Vec<HealthCount>,
    /// Who is in the program to learn and has nobody, who waits longest first.
    pub waiting: Vec<WaitingLine>,
    /// Pairs that have not met for twice the rhythm, the longest first.
    pub stalled: Vec<HealthLine>,
    /// Other pairs that go on, who met longest ago first.
    pub active: Vec<HealthLine>,
    /// Pairs on a break.
    pub paused: Vec<HealthLine>,
    /// Pairs that came to a close, the last first.
    pub finished: Vec<HealthLine>,
    /// Pairs that ended early, the last first.
    pub ended: Vec<HealthLine>,
    /// Why they did, in numbers; none while there are few.
    pub reasons: Vec<HealthCount>,
    /// What people wrote at the close, without a name; none while there are few.
    pub feedback: Vec<FeedbackLine>,
    /// The reader can end a pair.
    pub may_end: bool,
}

/// A number and what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthCount {
    /// "Stalled".
    pub label: String,
    /// How many.
    pub count: u32,
    /// What it means.
    pub note: String,
}

/// A pair with its meetings.
pub(super) struct Seen<'a> {
    pub pair: &'a Pair,
    pub meetings: Vec<Meeting<'a>>,
}

impl Seen<'_> {
    pub fn met(&self) -> usize {
        self.meetings.iter().filter(|meeting| meeting.stands == MeetingStands::Met).count()
    }
}

/// The pairs of a program. Not found for other kinds of program; refused for all but organisers and guides.
pub fn health_page(reader: &Reader, id: &ProgramId) -> Result<HealthPage, Rejection> {
    let sight = Sight::of(reader, id)?;
    if sight.program.kind != ProgramKind::Mentorship {
        return Err(Rejection::NotFound(Noun::Program));
    }
    // Mentors see how far others are, and anybody can become one: who waits and why pairs ended is not for them.
    if !sight.is_led_by_reader() && !sight.may(Capability::Admit) {
        let words = "Only organisers of this program, and its guides, can look at this.";
        return Err(Rejection::Forbidden(words.to_owned()));
    }
    let with_meetings = |pair| Seen { pair, meetings: meetings(reader.org, reader.clocks, pair) };
    let own = reader.org.pairs_in(id).filter(|pair| !pair.is_taken_back());
    let all: Vec<Seen> = own.map(with_meetings).collect();
    let days = 2 * rhythm(&sight);
    let is_active = |seen: &Seen| seen.pair.stage == PairStage::Active;
    let is_stalled = |seen: &Seen| is_active(seen) && reader.now().since(since(seen)) > Span::days(days);
    let oldest = |keep: &dyn Fn(&Seen) -> bool| -> Vec<HealthLine> {
        let mut found: Vec<&Seen> = all.iter().filter(|seen| keep(seen)).collect();
        found.sort_by_key(|seen| (since(seen), seen.pair.id.clone()));
        found.into_iter().map(|seen| line(reader, seen)).collect()
    };
    let newest = |keep: &dyn Fn(&Seen) -> bool| oldest(keep).into_iter().rev().collect::<Vec<_>>();
    let page = HealthPage {
        program: id.clone(),
        head: sight.is_led_by_reader().then(|| head(reader, &sight)),
        title: sight.title(),
        lead: String::new(),
        counts: Vec::new(),
        waiting: waiting(reader, id),
        stalled: oldest(&is_stalled),
        active: oldest(&|seen| is_active(seen) && !is_stalled(seen)),
        paused: oldest(&|seen| matches!(seen.pair.stage, PairStage::Paused { .. })),
        finished: newest(&|seen| matches!(seen.pair.stage, PairStage::Finished { .. })),
        ended: newest(&|seen| matches!(seen.pair.stage, PairStage::Ended { .. })),
        reasons: reasons(&all),
        feedback: feedback(&all),
        may_end: sight.is_led_by_reader(),
    };
    let met = all.iter().filter(|seen| seen.pair.is_open() && seen.met() > 0).count();
    Ok(HealthPage { lead: lead(&page), counts: counts(&page, met, days), ..page })
}

fn head(reader: &Reader, sight: &Sight) -> EditorHead {
    let actor = reader.actor();
    EditorHead::of(&Viewer::of(reader.org, &actor, reader.clocks), &sight.history)
}

/// Every how many days they should meet.
fn rhythm(sight: &Sight) -> i64 {
    match sight.terms.cadence() {
        Some(Cadence::Weekly { every, .. }) => 7 * i64::from(every),
        Some(Cadence::Monthly { every, .. }) => 31 * i64::from(every),
        None => USUAL_DAYS,
    }
}

fn lead(page: &HealthPage) -> String {
    let open = page.stalled.len() + page.active.len() + page.paused.len();
    let go_on = sentence(&counted(open, "pair goes on", "pairs go on"));
    let stalled = match page.stalled.len() {
        0 => String::new(),
        n => format!("; {}", counted(n, "has not met for long", "have not met for long")),
    };
    let waiting = match page.waiting.len() {
        0 => "Nobody waits for a mentor.".to_owned(),
        n => sentence(&format!("{} for a mentor.", counted(n, "person waits", "people wait"))),
    };
    format!("{go_on}{stalled}. {waiting}")
}

fn counts(page: &HealthPage, met: usize, days: i64) -> Vec<HealthCount> {
    vec![
        count("Waiting", page.waiting.len(), "in it to learn, with nobody yet"),
        count("Stalled", page.stalled.len(), &format!("no meeting for {days} days")),
        count("Met", met, "of the pairs that go on, at least once"),
        count("On a break", page.paused.len(), ""),
        count("Finished", page.finished.len(), "came to a close that they chose"),
    ]
}

/// Why pairs ended early, those that ended first in steps; nothing while one reason is that of all.
fn reasons(all: &[Seen]) -> Vec<HealthCount> {
    let why = |seen: &Seen| match seen.pair.stage {
        PairStage::Ended { why, at } => Some((at, seen.pair.id.clone(), why)),
        PairStage::Active | PairStage::Paused { .. } | PairStage::Finished { .. } => None,
    };
    let mut ended: Vec<_> = all.iter().filter_map(why).collect();
    ended.sort();
    ended.truncate(in_steps(ended.len()));
    let found: Vec<Ended> = ended.into_iter().map(|(_, _, why)| why).collect();
    if found.iter().all(|why| found.first() == Some(why)) {
        return Vec::new();
    }
    let of = |why: Ended, label: &str| count(label, found.iter().filter(|one| **one == why).count(), "");
    vec![
        of(Ended::NotAFit, "Did not fit"),
        of(Ended::Stopped, "Stopped"),
        of(Ended::LeftProgram, "Somebody left"),
        of(Ended::ByOrganiser, "Ended by an organiser"),
    ]
}

fn count(label: &str, count: usize, note: &str) -> HealthCount {
    HealthCount { label: label.to_owned(), count: u32::try_from(count).unwrap_or(u32::MAX), note: note.to_owned() }
}
