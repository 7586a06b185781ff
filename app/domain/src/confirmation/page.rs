//! Requests to confirm on the page: the list of one's own, and one of them with what can be done about it.
//!
//! What may be done is asked of the request itself, never decided here.

use super::{Answer, Confirmation, Side, Stage};
use crate::actor::{Actor, Member};
use crate::colleague::Colleague;
use crate::coverage::works_here;
use crate::evidence::{Level, Source};
use crate::exchanges::{Status, Tone};
use crate::id::ConfirmationId;
use crate::people::relation;
use crate::question::{Outcome, Question};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::tag::{PersonTag, SkillTag};
use crate::text::Prose;
use crate::time::{Face, Timestamp};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many ended requests are listed.
const PAST: usize = 30;

/// The reader's requests, asked of them and by them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationsPage {
    /// "Two people are waiting for you."
    pub lead: String,
    /// Those that wait for the reader, the first to lapse first.
    pub yours: Vec<ConfirmationLine>,
    /// Those that wait for others, the newest first.
    pub theirs: Vec<ConfirmationLine>,
    /// Those that ended, the newest first.
    pub past: Vec<ConfirmationLine>,
    /// What the reader is not asked about any more.
    pub aside: Vec<PutAside>,
}

/// A request as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationLine {
    /// Which.
    pub id: ConfirmationId,
    /// The other.
    pub other: Colleague,
    /// Which skill.
    pub skill: SkillTag,
    /// Where it stands.
    pub status: Status,
    /// The last move.
    pub moved: Face,
}

/// A question that the reader is not asked any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutAside {
    /// About whom.
    pub subject: PersonTag,
    /// In which skill.
    pub skill: SkillTag,
    /// Why, in the reader's words; empty when it was only skipped.
    pub reason: String,
    /// Since when.
    pub since: Face,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationPage {
    /// Which.
    pub id: ConfirmationId,
    /// "Confirm Noor in Backup restore".
    pub title: String,
    /// The other.
    pub other: Colleague,
    /// The reader's side.
    pub side: Side,
    /// Which skill.
    pub skill: SkillTag,
    /// The level that the asker claims.
    pub level: Level,
    /// What each level looks like in that skill, lowest first.
    pub levels: Vec<String>,
    /// What the asker did, in their words.
    pub words: String,
    /// When it was asked.
    pub asked: Face,
    /// Where it stands.
    pub status: Status,
    /// What the colleague wrote: their note or their reason.
    pub answer: String,
    /// As what the reader's level counts, where they can say one.
    pub counts_as: Option<Source>,
    /// True while the reader can take it back.
    pub may_withdraw: bool,
}

/// The reader's requests, and of `questions`, which are the reader's, those that they put aside.
pub fn confirmations_page(reader: &Reader, questions: &[Question]) -> ConfirmationsPage {
    let me = &reader.me.id;
    let mut all: Vec<(&Confirmation, Side)> =
        reader.org.confirmations().filter_map(|request| Some((request, request.side_of(me).ok()?))).collect();
    all.sort_by_key(|(request, _)| (Reverse(request.moved_at), &request.id));
    let lines = |tones: &[Tone]| -> Vec<ConfirmationLine> {
        let lines = all.iter().map(|(request, side)| line(reader, request, *side));
        lines.filter(|line| tones.contains(&line.status.tone)).collect()
    };
    let mut yours = lines(&[Tone::Yours]);
    yours.reverse();
    let people = counted(yours.len(), "person is waiting", "people are waiting");
    ConfirmationsPage {
        lead: match yours.is_empty() {
            true => "Nobody is waiting for your word.".to_owned(),
            false => sentence(&format!("{people} for your word.")),
        },
        yours,
        theirs: lines(&[Tone::Theirs]),
        past: lines(&[Tone::Agreed, Tone::Done, Tone::Over]).into_iter().take(PAST).collect(),
        aside: aside(reader, questions),
    }
}

fn aside(reader: &Reader, questions: &[Question]) -> Vec<PutAside> {
    let mut rows: Vec<(Timestamp, PutAside)> = questions
        .iter()
        .filter_map(|question| {
            let reason = match &question.outcome {
                Outcome::Answered { .. } => return None,
                Outcome::Skipped => String::new(),
                Outcome::NotMine { reason } => reason.to_string(),
            };
            let row = PutAside {
                subject: PersonTag::of(reader.org, &question.subject),
                skill: SkillTag::of(reader.org, &question.skill),
                reason,
                since: reader.clocks.face(&reader.me.zone, question.at),
            };
            Some((question.at, row))
        })
        .collect();
    rows.sort_by(|a, b| (b.0, &a.1.subject, &a.1.skill).cmp(&(a.0, &b.1.subject, &b.1.skill)));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn line(reader: &Reader, request: &Confirmation, side: Side) -> ConfirmationLine {
    ConfirmationLine {
        id: request.id.clone(),
        other: Colleague::named(reader.org, request.person(side.other())),
        skill: SkillTag::of(reader.org, &request.skill),
        status: status(reader, request, side),
        moved: reader.clocks.face(&reader.me.zone, request.moved_at),
    }
}

/// One request; not found when the reader is not in it.
pub fn confirmation_page(reader: &Reader, id: &ConfirmationId) -> Result<ConfirmationPage, Rejection> {
    let request = reader.org.confirmation(id).ok_or(Rejection::NotFound(Noun::Confirmation))?;
    let side = request.side_of(&reader.me.id)?;
    let (now, org) = (reader.now(), reader.org);
    let other = Colleague::named(org, request.person(side.other()));
    let skill = SkillTag::of(org, &request.skill);
    let known = org.skill(&request.skill);
    let text = |level: Level| known.map_or(level.behaviour(), |skill| skill.level_text(level)).to_owned();
    let give = Answer::Give { level: request.level, note: Prose::default() };
    let may_answer = request.clone().answered(side, give, now).is_ok() && known.is_some();
    let me = Member { id: reader.me.id.clone(), role: reader.me.role, team: reader.me.team.clone() };
    let actor = Actor::Person(me);
    let asker = org.person(&request.asker).filter(|person| may_answer && person.is_active());
    Ok(ConfirmationPage {
        id: request.id.clone(),
        title: match side {
            Side::Asker => format!("{} confirms you in {}", other.first_name, skill.name),
            Side::Colleague => format!("Confirm {} in {}", other.first_name, skill.name),
        },
        level: request.level,
        levels: Level::ALL.map(text).to_vec(),
        words: request.words.to_string(),
        asked: reader.clocks.face(&reader.me.zone, request.asked_at),
        status: status(reader, request, side),
        answer: match &request.stage {
            Stage::Given { note, .. } => note.to_string(),
            Stage::Declined { reason } => reason.to_string(),
            Stage::Waiting { .. } | Stage::Withdrawn | Stage::Expired => String::new(),
        },
        counts_as: asker.map(|asker| relation(org, &actor, asker)),
        may_withdraw: request.clone().withdrawn(side, now).is_ok(),
        other,
        side,
        skill,
    })
}

fn status(reader: &Reader, request: &Confirmation, side: Side) -> Status {
    let other = request.person(side.other());
    let name = Colleague::named(reader.org, other).first_name;
    let (tone, label, text) = match (&request.stage, side) {
        (Stage::Waiting { until }, _) if reader.now() >= *until => {
            (Tone::Over, "expired", "Nobody answered in time.".to_owned())
        }
        (Stage::Waiting { .. }, _) if !works_here(reader.org, other) => {
            (Tone::Over, "left", format!("{name} does not work here any more."))
        }
        (Stage::Waiting { until }, Side::Colleague) => {
            let until = reader.clocks.day(&reader.me.zone, *until);
            (Tone::Yours, "your turn", format!("{name} is waiting for your word, until {until}."))
        }
        (Stage::Waiting { until }, Side::Asker) => {
            let until = reader.clocks.day(&reader.me.zone, *until);
            (Tone::Theirs, "waiting", format!("Waiting for {name}’s word, until {until}."))
        }
        (Stage::Given { level, .. }, Side::Asker) => {
            (Tone::Done, level.title(), format!("{name} sees you at “{}”.", level.title()))
        }
        (Stage::Given { level, .. }, Side::Colleague) => {
            (Tone::Done, level.title(), format!("You see {name} at “{}”.", level.title()))
        }
        (Stage::Declined { .. }, Side::Asker) => {
            (Tone::Over, "declined", format!("{name} would rather not say. It counts neither for you nor against you."))
        }
        (Stage::Declined { .. }, Side::Colleague) => {
            (Tone::Over, "declined", format!("You said that it is not for you to say. Only {name} knows."))
        }
        (Stage::Withdrawn, _) => (Tone::Over, "taken back", "The request was taken back.".to_owned()),
        (Stage::Expired, _) => (Tone::Over, "expired", "Nobody answered in time.".to_owned()),
    };
    Status { tone, label: label.to_owned(), text }
}
