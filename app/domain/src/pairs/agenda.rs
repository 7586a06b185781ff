//! What to talk about: what was not ticked by the end of a meeting stands there for the next one.

use super::meetings::{Meeting, MeetingStands};
use crate::pair::{AgendaItem, Pair};
use crate::reader::Reader;
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};

/// How many of those that were talked about are shown, the last ones.
const TALKED_ABOUT: usize = 8;

/// Something to talk about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    /// Its number.
    pub n: u32,
    /// What.
    pub text: String,
    /// Who put it there: "you", "Amara".
    pub by: String,
    /// "carried over twice"; empty for what is new.
    pub carried: String,
    /// It was talked about.
    pub is_done: bool,
}

/// What is open, in order, then what was talked about, the last first.
pub(super) fn lines(reader: &Reader, pair: &Pair, meetings: &[Meeting]) -> Vec<AgendaLine> {
    let (open, over): (Vec<_>, Vec<_>) = pair.agenda.iter().partition(|item| item.done.is_none());
    let mut over = over;
    over.sort_by_key(|item| std::cmp::Reverse((item.done, item.n)));
    let shown = open.into_iter().chain(over.into_iter().take(TALKED_ABOUT));
    shown.map(|item| line(reader, item, meetings)).collect()
}

fn line(reader: &Reader, item: &AgendaItem, meetings: &[Meeting]) -> AgendaLine {
    let by = PersonTag::of(reader.org, &item.by);
    let is_own = item.by == reader.me.id;
    AgendaLine {
        n: item.n,
        text: item.text.to_string(),
        by: if is_own { "you".to_owned() } else { by.first_name().to_owned() },
        carried: words(carried(item, meetings)),
        is_done: item.done.is_some(),
    }
}

/// Over how many meetings it has been open.
fn carried(item: &AgendaItem, meetings: &[Meeting]) -> usize {
    let was_there = |meeting: &&Meeting| meeting.stands == MeetingStands::Met && item.at < meeting.date.starts;
    if item.done.is_some() { 0 } else { meetings.iter().filter(was_there).count() }
}

fn words(carried: usize) -> String {
    match carried {
        0 => String::new(),
        1 => "carried over once".to_owned(),
        2 => "carried over twice".to_owned(),
        n => format!("carried over {}", crate::wording::counted(n, "time", "times")),
    }
}
