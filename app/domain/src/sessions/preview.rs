//! The first dates that a form would give, and what changes of the clocks do to them.

use super::form::SessionForm;
use super::series::rule;
use super::when::{beside, city, in_full};
use crate::clocks::Clocks;
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::session::{Date, Timing};
use crate::time::{Face, Zone};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// How many dates are shown.
const SHOWN: usize = 6;

/// The first dates that a form would give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatesPreview {
    /// "Every 2 weeks on Thursday, 12 times"; empty for once.
    pub rule: String,
    /// The first dates.
    pub lines: Vec<PreviewLine>,
    /// "and six more until Thursday 6 May"; empty when all are shown.
    pub more: String,
    /// What a change of the clocks does; empty when none happens.
    pub clocks: String,
    /// Why there are none yet; empty when there are.
    pub problem: String,
}

/// A date to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewLine {
    /// When it starts.
    pub starts: Face,
    /// "Thursday 19 November, 12:30", on clocks of the event.
    pub text: String,
    /// "13:30 for you"; empty when the clocks agree.
    pub yours: String,
    /// True when it would be over already.
    pub is_past: bool,
}

impl SessionForm {
    /// The first dates that the form would give; what stops them is said instead.
    pub fn preview(&self, reader: &Reader) -> DatesPreview {
        match self.timing(reader) {
            Ok(timing) => preview(reader, &timing),
            Err(Rejection::Invalid { field, .. }) if field == "on" && self.on.trim().is_empty() => DatesPreview {
                problem: "Choose a day, and the dates stand here.".to_owned(),
                ..DatesPreview::default()
            },
            Err(refused) => DatesPreview { problem: refused.to_string(), ..DatesPreview::default() },
        }
    }
}

fn preview(reader: &Reader, timing: &Timing) -> DatesPreview {
    let dates: Vec<Date> = timing.dates(reader.clocks).collect();
    let today = reader.clocks.today(&timing.zone);
    let more = dates.len().saturating_sub(SHOWN);
    let last = dates.last().map(|date| in_full(date.on, today)).unwrap_or_default();
    DatesPreview {
        rule: rule(timing),
        lines: dates.iter().take(SHOWN).map(|date| line(reader, &timing.zone, date)).collect(),
        more: match more {
            0 => String::new(),
            more => format!("and {} until {last}", counted(more, "more", "more")),
        },
        clocks: changes(reader, timing, &dates),
        problem: String::new(),
    }
}

fn line(reader: &Reader, zone: &Zone, date: &Date) -> PreviewLine {
    let (clocks, mine) = (reader.clocks, &reader.me.zone);
    let day = in_full(clocks.wall(zone, date.starts).day, clocks.today(zone));
    let differs = !beside(clocks, (mine, zone), date.starts).is_empty();
    PreviewLine {
        starts: clocks.face(zone, date.starts),
        text: format!("{day}, {}", clocks.time(zone, date.starts)),
        yours: if differs { format!("{} for you", clocks.time(mine, date.starts)) } else { String::new() },
        is_past: date.starts <= reader.now(),
    }
}

/// "Between 22 Oct and 5 Nov the clocks change in Lisbon: it stays 12:30 there." With what it is for the reader, when
/// that changes.
fn changes(reader: &Reader, timing: &Timing, dates: &[Date]) -> String {
    let clocks = reader.clocks;
    let turn = |zone: &Zone| {
        let pair = dates.iter().zip(dates.iter().skip(1));
        let mut turned = pair.filter(|(before, after)| ahead(clocks, zone, before) != ahead(clocks, zone, after));
        turned.next().map(|(before, after)| format!("{} and {}", before.on.short(), after.on.short()))
    };
    let time = |zone: &Zone, date: &Date| clocks.time(zone, date.starts);
    let mine = &reader.me.zone;
    let there = turn(&timing.zone).zip(dates.first());
    let stays = there.map(|(between, first)| {
        let (city, time) = (city(&timing.zone), time(&timing.zone, first));
        format!("Between {between} the clocks change in {city}: it stays {time} there.")
    });
    let moved = dates.iter().zip(dates.iter().skip(1)).find(|(before, after)| time(mine, before) != time(mine, after));
    let yours = moved.map(|(before, after)| {
        format!("For you it goes from {} to {} on {}.", time(mine, before), time(mine, after), after.on.short())
    });
    sentence(&[stays, yours].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// How far clocks in `zone` are ahead when the date starts, in milliseconds.
fn ahead(clocks: &Clocks, zone: &Zone, date: &Date) -> i64 {
    (clocks.ahead)(zone, date.starts).0
}
