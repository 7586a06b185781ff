//! What happened in a pair, for those in it: news and meetings, the newest first.

use super::meetings::{Meeting, MeetingStands};
use super::words::{called, day, how};
use crate::pair::{News, Pair, PairNews};
use crate::reader::Reader;
use crate::time::{Face, Timestamp};
use crate::wording::sentence;
use serde::{Deserialize, Serialize};

/// How many are shown.
const SHOWN: usize = 40;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// When.
    pub at: Face,
    /// What.
    pub text: String,
    /// True for a meeting.
    pub is_meeting: bool,
}

pub(super) fn lines(reader: &Reader, pair: &Pair, meetings: &[Meeting]) -> Vec<HistoryLine> {
    let news = pair.news.iter().map(|news| (news.at, line(reader, news.at, of_news(reader, pair, news), false)));
    let met = meetings.iter().filter(|meeting| meeting.stands == MeetingStands::Met).map(|meeting| {
        let text = format!("You met: {}", meeting.session.title);
        (meeting.date.starts, line(reader, meeting.date.starts, text, true))
    });
    let mut all: Vec<(Timestamp, HistoryLine)> = news.chain(met).collect();
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    all.into_iter().take(SHOWN).map(|(_, line)| line).collect()
}

fn line(reader: &Reader, at: Timestamp, text: String, is_meeting: bool) -> HistoryLine {
    let face = reader.clocks.face(&reader.me.zone, at);
    HistoryLine { at: Face { text: day(reader, at), ..face }, text, is_meeting }
}

fn of_news(reader: &Reader, pair: &Pair, news: &News) -> String {
    let by = news.by.as_ref().map(|by| sentence(&called(reader, by)));
    let who = |done: &str, alone: &str| match &by {
        Some(by) => format!("{by} {done}"),
        None => alone.to_owned(),
    };
    match news.what {
        PairNews::Began => format!("You were brought together {}", how(pair)),
        PairNews::Agreement => who("wrote how to work together", "Somebody wrote how to work together"),
        PairNews::Paused => who("asked for a break", "A break began"),
        PairNews::WentOn => who("went on after the break", "The break was over"),
        PairNews::Finished => who("brought it to a close", "It came to a close"),
        PairNews::Ended => "The pair ended".to_owned(),
        PairNews::Fewer => "One of the circle is in it no more".to_owned(),
    }
}
