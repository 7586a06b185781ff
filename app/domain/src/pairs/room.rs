//! The room of a pair: what they are after, how they work together, what to talk about and when. Only those in it
//! enter.

use super::agenda::{self, AgendaLine};
use super::goals::{self, AgreementCard, GoalGroup};
use super::history::{self, HistoryLine};
use super::meetings::{Meeting, MeetingCard, MeetingStands, meetings, moment};
use super::milestones::{Milestones, milestones};
use super::words::{day, first_name, how, status, with_others, without_reader};
use crate::colleague::Colleague;
use crate::comment::{CommentList, Subject, comments};
use crate::exchanges::Status;
use crate::id::{PairId, PersonId};
use crate::pair::{Fits, Pair, PairStage, When, Worth};
use crate::query_string;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::tag::SkillTag;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// How many meetings that are over are listed.
const OVER: usize = 6;

/// The room of a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomPage {
    /// Which.
    pub id: PairId,
    /// "You and Amara".
    pub title: String,
    /// "Amara": everybody but the reader.
    pub others: String,
    /// "Since 12 Sep, as somebody wished".
    pub since: String,
    /// Who is in it, the mentor first.
    pub people: Vec<PairPerson>,
    /// What is learned.
    pub skill: SkillTag,
    /// Where it stands.
    pub status: Status,
    /// The next meeting.
    pub next: Option<MeetingCard>,
    /// Where the next one is planned, with everything filled in.
    pub book: String,
    /// Meetings that are over, the last first.
    pub over: Vec<MeetingCard>,
    /// What each is after.
    pub goals: Vec<GoalGroup>,
    /// How they want to work together.
    pub agreement: AgreementCard,
    /// What to talk about.
    pub agenda: Vec<AgendaLine>,
    /// What the reader notes for themself; the store reads it for nobody else.
    pub note: String,
    /// When they wrote it, which a change has to name.
    pub note_at: Option<Timestamp>,
    /// The program, with the reader's stage.
    pub milestones: Option<Milestones>,
    /// What the reader said to whether they fit.
    pub fit: Option<Fits>,
    /// What each said at the close: the reader's own whole, of others what is for the reader.
    pub said: Vec<SaidWords>,
    /// What the reader can do now.
    pub moves: RoomMoves,
    /// The first day until which a break can last.
    pub earliest: String,
    /// What happened.
    pub history: Vec<HistoryLine>,
    /// What they say below.
    pub comments: CommentList,
}

/// Somebody in a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairPerson {
    /// Who.
    pub person: Colleague,
    /// "Mentor", "Learner".
    pub role: String,
    /// What they learn here.
    pub learns: Option<SkillTag>,
    /// True for the reader.
    pub is_you: bool,
}

/// What somebody said at the close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidWords {
    /// Who.
    pub by: String,
    /// To the others in the pair.
    pub words: String,
    /// Whether it was worth their time; the reader's own alone.
    pub worth: Option<Worth>,
    /// To whoever looks after the program; the reader's own alone.
    pub to_organisers: String,
    /// True for the reader's own.
    pub is_own: bool,
}

/// What the reader can do in a pair now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomMoves {
    /// Write, tick, take away; take a break or finish.
    pub plan: bool,
    /// Take a break.
    pub pause: bool,
    /// Go on after it.
    pub go_on: bool,
    /// Say whether they fit.
    pub say_fit: bool,
    /// Say how it was, at the close.
    pub give_feedback: bool,
}

/// The room; not found for those who are not in the pair. What the reader notes for themself is empty here.
pub fn room_page(reader: &Reader, id: &PairId) -> Result<RoomPage, Rejection> {
    let pair = reader.org.pair(id).filter(|pair| pair.has(&reader.me.id)).ok_or(Rejection::NotFound(Noun::Pair))?;
    let when = moment(reader.org, reader.clocks, pair, &reader.me.id);
    let meetings = meetings(reader.org, reader.clocks, pair);
    let coming = |meeting: &&Meeting| meeting.stands == MeetingStands::Coming;
    let next = meetings.iter().find(coming);
    let words = next.map(|meeting| reader.when(meeting.date.starts));
    let over = meetings.iter().rev().filter(|meeting| !coming(meeting)).take(OVER);
    Ok(RoomPage {
        id: pair.id.clone(),
        title: with_others(reader, pair),
        others: without_reader(reader, pair),
        since: format!("Since {}, {}", day(reader, pair.began), how(pair)),
        people: pair.people().map(|person| in_it(reader, pair, person)).collect(),
        skill: SkillTag::of(reader.org, &pair.skill),
        status: status(reader, pair, when, words.as_deref()),
        next: next.map(|meeting| meeting.card(reader)),
        book: book(reader, pair),
        over: over.map(|meeting| meeting.card(reader)).collect(),
        goals: goals::groups(reader, pair),
        agreement: goals::agreement(reader, pair),
        agenda: agenda::lines(reader, pair, &meetings),
        note: String::new(),
        note_at: None,
        milestones: milestones(reader, pair),
        fit: pair.fit_of(&reader.me.id),
        said: said(reader, pair),
        moves: moves(pair, &reader.me.id, when),
        earliest: when.today.plus(1).iso(),
        history: history::lines(reader, pair, &meetings),
        comments: comments(reader, &Subject::Pair(pair.id.clone())),
    })
}

fn in_it(reader: &Reader, pair: &Pair, person: &PersonId) -> PairPerson {
    let is_mentor = *person == pair.mentor;
    let learns = if is_mentor { pair.back.as_ref() } else { Some(&pair.skill) };
    PairPerson {
        person: Colleague::named(reader.org, person),
        role: if is_mentor { "Mentor" } else { "Learner" }.to_owned(),
        learns: learns.map(|skill| SkillTag::of(reader.org, skill)),
        is_you: *person == reader.me.id,
    }
}

fn moves(pair: &Pair, me: &PersonId, when: When) -> RoomMoves {
    RoomMoves {
        plan: pair.is_open(),
        pause: pair.stage == PairStage::Active,
        go_on: matches!(pair.stage, PairStage::Paused { .. }),
        say_fit: pair.asks_fit_of(me, when),
        give_feedback: matches!(pair.stage, PairStage::Finished { .. }),
    }
}

fn said(reader: &Reader, pair: &Pair) -> Vec<SaidWords> {
    let line = |feedback: &crate::pair::Feedback| {
        let is_own = feedback.person == reader.me.id;
        SaidWords {
            by: if is_own { "You".to_owned() } else { first_name(reader, &feedback.person) },
            words: feedback.words.to_string(),
            worth: is_own.then_some(feedback.worth),
            to_organisers: if is_own { feedback.to_organisers.to_string() } else { String::new() },
            is_own,
        }
    };
    pair.feedback.iter().map(line).filter(|said| said.is_own || !said.words.is_empty()).collect()
}

/// The form of a session with kind, people, skill and program filled in: the mentor holds it and the learners are
/// asked; where both learn, both hold it.
fn book(reader: &Reader, pair: &Pair) -> String {
    let kind = match (pair.is_mutual(), pair.is_circle()) {
        (true, _) => "swap",
        (false, true) => "lunch-and-learn",
        (false, false) => "one-to-one",
    };
    let name = |person: &PersonId| first_name(reader, person);
    let everybody: Vec<String> = pair.people().map(name).collect();
    let title = crate::wording::listed(everybody.iter().map(String::as_str), 3);
    let title = format!("{title}: {}", SkillTag::of(reader.org, &pair.skill).name);
    let mut pairs: Vec<(&str, Option<&str>)> = vec![
        ("kind", Some(kind)),
        ("title", Some(title.as_str())),
        ("program", Some(pair.program.as_str())),
        ("host", Some(pair.mentor.as_str())),
        ("skill", Some(pair.skill.as_str())),
        ("skill", pair.back.as_ref().map(|back| back.as_str())),
    ];
    let learners = |name: &'static str| pair.learners.iter().map(move |learner| (name, Some(learner.as_str())));
    pairs.extend(learners("person"));
    if pair.is_mutual() {
        pairs.extend(learners("host"));
    }
    query_string::link("/sessions/new", &query_string::print(pairs))
}
