//! The lists below the numbers: pairs, who waits, and what people wrote at the close.

use super::health::{Seen, in_steps};
use super::meetings::MeetingStands;
use super::words::day;
use crate::id::{PairId, ProgramId};
use crate::mentoring::{Roll, Seeker};
use crate::pair::{PairNews, PairStage, Worth};
use crate::reader::Reader;
use crate::tag::{PersonTag, SkillTag};
use crate::time::{Face, Timestamp};
use crate::wording::{counted, listed};
use serde::{Deserialize, Serialize};

/// A pair of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthLine {
    /// Which.
    pub pair: PairId,
    /// Who shares what they know.
    pub mentor: PersonTag,
    /// "Chidi Eze".
    pub learners: String,
    /// What is learned.
    pub skill: SkillTag,
    /// "met three times, last on 12 Nov"; "not met yet".
    pub met: String,
    /// "next tomorrow 12:30"; empty where nothing is planned.
    pub next: String,
    /// Since when it stands so.
    pub since: Face,
}

/// Somebody who waits for a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingLine {
    /// Who.
    pub person: PersonTag,
    /// "for 12 days".
    pub waits: String,
    /// Since when.
    pub since: Face,
}

/// What somebody wrote at the close, without their name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackLine {
    /// Whether it was worth their time.
    pub worth: Worth,
    /// What they wrote for whoever looks after the program; may be empty.
    pub words: String,
}

/// From when on a pair should have met again: its last meeting, its begin, or the end of its break.
pub(super) fn since(seen: &Seen) -> Timestamp {
    let pair = seen.pair;
    let met = seen.meetings.iter().filter(|meeting| meeting.stands == MeetingStands::Met);
    let met = met.map(|meeting| meeting.date.starts);
    let went_on = pair.news.iter().filter(|news| news.what == PairNews::WentOn).map(|news| news.at);
    match pair.stage {
        PairStage::Active => met.chain(went_on).chain([pair.began]).max().unwrap_or(pair.began),
        PairStage::Paused { since, .. } => since,
        PairStage::Finished { at } | PairStage::Ended { at, .. } => at,
    }
}

pub(super) fn line(reader: &Reader, seen: &Seen) -> HealthLine {
    let pair = seen.pair;
    let names: Vec<&str> = pair.learners.iter().map(|learner| reader.org.name_of(learner)).collect();
    let coming = seen.meetings.iter().find(|meeting| meeting.stands == MeetingStands::Coming && pair.is_open());
    let at = since(seen);
    HealthLine {
        pair: pair.id.clone(),
        mentor: PersonTag::of(reader.org, &pair.mentor),
        learners: listed(names, 3),
        skill: SkillTag::of(reader.org, &pair.skill),
        met: met(reader, seen),
        next: coming.map(|meeting| format!("next {}", reader.when(meeting.date.starts))).unwrap_or_default(),
        since: Face { text: day(reader, at), ..reader.clocks.face(&reader.me.zone, at) },
    }
}

fn met(reader: &Reader, seen: &Seen) -> String {
    let last = seen.meetings.iter().rfind(|meeting| meeting.stands == MeetingStands::Met);
    match (seen.met(), last) {
        (n, Some(last)) => format!("met {}, last on {}", counted(n, "time", "times"), day(reader, last.date.starts)),
        (_, None) => "not met yet".to_owned(),
    }
}

/// Who looks for a mentor in the program; who waits longest first.
pub(super) fn waiting(reader: &Reader, program: &ProgramId) -> Vec<WaitingLine> {
    let mut found = Roll::of(reader.org, program).seekers();
    found.sort_by(|a, b| (a.since, &a.person).cmp(&(b.since, &b.person)));
    let line = |Seeker { person, since }: Seeker| {
        let days = usize::try_from(reader.now().since(since).whole_days()).unwrap_or(0);
        WaitingLine {
            person: PersonTag::of(reader.org, &person),
            waits: if days == 0 { "since today".to_owned() } else { format!("for {}", counted(days, "day", "days")) },
            since: Face { text: day(reader, since), ..reader.clocks.face(&reader.me.zone, since) },
        }
    };
    found.into_iter().map(line).collect()
}

/// What people wrote at the close, by how much it was worth and not by when; what came first, in steps.
pub(super) fn feedback(all: &[Seen]) -> Vec<FeedbackLine> {
    let mut said: Vec<_> = all.iter().flat_map(|seen| &seen.pair.feedback).collect();
    said.sort_by_key(|said| (said.at, &said.person));
    said.truncate(in_steps(said.len()));
    let line = |said: &crate::pair::Feedback| FeedbackLine { worth: said.worth, words: said.to_organisers.to_string() };
    let mut found: Vec<FeedbackLine> = said.into_iter().map(line).collect();
    found.sort_by(|a, b| (a.worth, &a.words).cmp(&(b.worth, &b.words)));
    found
}
