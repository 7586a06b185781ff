//! Requests on the page: the list of one's own, and one of them with what can be done about it.
//!
//! What may be done is asked of `exchange` itself, never decided here.

mod ask;
mod history;
#[cfg(test)]
mod tests;
mod words;

pub use ask::{AskForm, AskPage, SkillChoice, ask_page};
pub use history::HistoryLine;

use crate::colleague::Colleague;
use crate::comment::{CommentList, Subject, comments};
use crate::exchange::{Exchange, Move, Outcome, Side, Stage};
use crate::id::ExchangeId;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::slots::{Meeting, Slot};
use crate::tag::{PersonTag, SkillTag};
use crate::text::Prose;
use crate::time::{Face, Minutes, Span, Timestamp};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many times are offered to choose from.
const SLOTS: usize = 6;
/// How many ended requests are listed.
const PAST: usize = 30;

/// The reader's requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangesPage {
    /// "One person is waiting for you."
    pub lead: String,
    /// Those that wait for the reader, the first to lapse first.
    pub yours: Vec<ExchangeLine>,
    /// Those with an agreed time, the next first.
    pub agreed: Vec<ExchangeLine>,
    /// Those that wait for others, the newest first.
    pub theirs: Vec<ExchangeLine>,
    /// Those that ended, the newest first.
    pub past: Vec<ExchangeLine>,
}

/// A request as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeLine {
    /// Which.
    pub id: ExchangeId,
    /// The other.
    pub other: Colleague,
    /// The reader's side.
    pub side: Side,
    /// What is taught.
    pub skill: SkillTag,
    /// Where it stands.
    pub status: Status,
    /// When they meet, as agreed or proposed.
    pub starts: Option<Face>,
    /// The last move.
    pub moved: Face,
}

/// Where a request stands, as the reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// What it means for the reader.
    pub tone: Tone,
    /// A word or two, for a chip.
    pub label: String,
    /// A sentence.
    pub text: String,
}

/// What a request means for the reader just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// The reader is to do something.
    Yours,
    /// The other is.
    Theirs,
    /// They will meet.
    Agreed,
    /// They met.
    Done,
    /// It ended without a meeting.
    Over,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangePage {
    /// Which.
    pub id: ExchangeId,
    /// "Learn SQL for reports from Jonas".
    pub title: String,
    /// The other.
    pub other: Colleague,
    /// The reader.
    pub you: PersonTag,
    /// The reader's side.
    pub side: Side,
    /// What is taught.
    pub skill: SkillTag,
    /// How long they meet.
    pub minutes: Minutes,
    /// Where it stands.
    pub status: Status,
    /// The moment itself, which a yes has to name.
    pub starts_at: Option<Timestamp>,
    /// When they meet, on the reader's clock.
    pub starts: Option<Face>,
    /// "Thursday 12:30 your time · 11:30 for Amara".
    pub both_times: Option<String>,
    /// The page of the hour that it is since both agreed.
    pub meeting: Option<String>,
    /// What the reader may do now.
    pub moves: Moves,
    /// Times to propose.
    pub slots: Vec<Slot>,
    /// The reader's zone, for a time of their own.
    pub zone: String,
    /// How the other's clock stands to it.
    pub their_clock: String,
    /// What happened, oldest first.
    pub history: Vec<HistoryLine>,
    /// What the two say to each other below it.
    pub comments: CommentList,
}

/// What the reader may do with a request now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moves {
    /// Say yes to the proposed time.
    pub accept: bool,
    /// Propose another.
    pub propose: bool,
    /// Say no with a reason.
    pub decline: bool,
    /// Take the request back.
    pub withdraw: bool,
    /// Say whether it took place.
    pub confirm: bool,
}

impl Moves {
    /// What `side` may do with `exchange` at `now`.
    pub fn of(exchange: &Exchange, side: Side, now: Timestamp) -> Self {
        let word = Prose::try_from("yes".to_owned()).unwrap_or_default();
        let may = |step| exchange.clone().moved(side, step, now).is_ok();
        Self {
            accept: may(Move::Accept),
            propose: may(Move::Propose { starts_at: now.after(Span::days(1)) }),
            decline: may(Move::Decline { reason: word.clone() }),
            withdraw: may(Move::Withdraw),
            confirm: may(Move::Confirm { outcome: Outcome::Met, words: word }),
        }
    }
}

/// The reader's requests.
pub fn exchanges_page(reader: &Reader) -> ExchangesPage {
    let mut exchanges: Vec<_> = reader.exchanges().collect();
    exchanges.sort_by_key(|(exchange, _)| (Reverse(exchange.moved_at), &exchange.id));
    let lines = |tones: &[Tone]| -> Vec<(&Exchange, ExchangeLine)> {
        let all = exchanges.iter().map(|(exchange, side)| (*exchange, exchange_line(reader, exchange, *side)));
        all.filter(|(_, line)| tones.contains(&line.status.tone)).collect()
    };
    let mut yours = lines(&[Tone::Yours]);
    yours.sort_by_key(|(exchange, _)| lapses(exchange));
    let mut agreed = lines(&[Tone::Agreed]);
    agreed.sort_by_key(|(exchange, _)| exchange.starts_at);
    let only = |lines: Vec<(&Exchange, ExchangeLine)>| -> Vec<ExchangeLine> {
        lines.into_iter().map(|(_, line)| line).collect()
    };
    let waiting = counted(yours.len(), "request is waiting", "requests are waiting");
    ExchangesPage {
        lead: if yours.is_empty() {
            "Nobody is waiting for you.".into()
        } else {
            sentence(&format!("{waiting} for you."))
        },
        yours: only(yours),
        agreed: only(agreed),
        theirs: only(lines(&[Tone::Theirs])),
        past: only(lines(&[Tone::Done, Tone::Over])).into_iter().take(PAST).collect(),
    }
}

/// One of the reader's requests as a line.
pub fn exchange_line(reader: &Reader, exchange: &Exchange, side: Side) -> ExchangeLine {
    let face = |at| reader.clocks.face(&reader.me.zone, at);
    ExchangeLine {
        id: exchange.id.clone(),
        other: reader.other(exchange, side),
        side,
        skill: SkillTag::of(reader.org, &exchange.skill),
        status: words::status(reader, exchange, side),
        starts: exchange.starts_at.map(face),
        moved: face(exchange.moved_at),
    }
}

/// One request; not found when the reader is not in it.
pub fn exchange_page(reader: &Reader, id: &ExchangeId) -> Result<ExchangePage, Rejection> {
    let exchange = reader.org.exchange(id).ok_or(Rejection::NotFound(Noun::Exchange))?;
    let side = exchange.side_of(&reader.me.id)?;
    let other = reader.other(exchange, side);
    let skill = SkillTag::of(reader.org, &exchange.skill);
    let moves = Moves::of(exchange, side, reader.now());
    let them = reader.org.person(&other.id).filter(|_| moves.propose);
    let meeting = them.map(|them| Meeting { you: reader.me, them, minutes: exchange.minutes });
    Ok(ExchangePage {
        id: exchange.id.clone(),
        title: match side {
            Side::Learner => format!("Learn {} from {}", skill.name, other.first_name),
            Side::Teacher => format!("Teach {} {}", other.first_name, skill.name),
        },
        status: words::status(reader, exchange, side),
        starts_at: exchange.starts_at,
        starts: exchange.starts_at.map(|at| reader.clocks.face(&reader.me.zone, at)),
        both_times: exchange.starts_at.map(|at| reader.for_both(exchange, side, at)),
        their_clock: meeting.map(|meeting| meeting.their_clock(reader.clocks)).unwrap_or_default(),
        slots: meeting.map(|meeting| meeting.slots(reader.org, SLOTS, reader.clocks)).unwrap_or_default(),
        zone: reader.me.zone.as_str().to_owned(),
        history: history::lines(reader, exchange, side),
        comments: comments(reader, &Subject::Exchange(exchange.id.clone())),
        minutes: exchange.minutes,
        meeting: exchange.session.is_some().then(|| exchange.meeting_href()),
        you: PersonTag::of(reader.org, &reader.me.id),
        other,
        side,
        skill,
        moves,
    })
}

/// When an open request ends by itself; the far end of time for all others.
fn lapses(exchange: &Exchange) -> Timestamp {
    match exchange.stage {
        Stage::Waiting { until, .. } => until,
        Stage::Agreed
        | Stage::Done { .. }
        | Stage::Declined { .. }
        | Stage::Expired
        | Stage::Withdrawn
        | Stage::Missed => exchange.ends_at().unwrap_or(exchange.moved_at),
    }
}
