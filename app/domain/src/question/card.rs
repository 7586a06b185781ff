//! The question in words: whom it is about, five answers, and why it is asked.

use super::{Candidate, Cell, Outcome, Question, left_this_week};
use crate::actor::{Actor, Member};
use crate::colleague::Colleague;
use crate::coverage::{Cover, cover};
use crate::evidence::{Evidence, Level, said_as};
use crate::people::relation;
use crate::reader::Reader;
use crate::skill::{Criticality, Skill};
use crate::tag::SkillTag;
use crate::time::Timestamp;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// What stands on Home: a question, and what was said last, to be taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionSpot {
    /// The question, if one is to be asked.
    pub card: Option<QuestionCard>,
    /// What the reader said today, the last of it.
    pub said: Option<Said>,
}

/// A question to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionCard {
    /// "How well does Amara know Infusion pumps?"
    pub title: String,
    /// About whom.
    pub subject: Colleague,
    /// In which skill.
    pub skill: SkillTag,
    /// The five answers, lowest first.
    pub levels: Vec<LevelWords>,
    /// Why it is asked, a sentence each.
    pub why: Vec<String>,
    /// Who reads the answer.
    pub audience: String,
    /// "The first of two this week."
    pub count: String,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelWords {
    /// The level.
    pub level: Level,
    /// What it looks like in that skill.
    pub text: String,
}

/// What the reader answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// About whom and what.
    pub cell: Cell,
    /// "You see Amara at “alone” in Infusion pumps."
    pub text: String,
}

/// What stands on the reader's Home: of `candidates` the first on which they have not said a word of late, as far as
/// `evidence` for those cells shows; `mine` are the questions that they settled.
pub fn question_spot(
    reader: &Reader,
    mine: &[Question],
    candidates: &[Candidate],
    evidence: &[Evidence],
) -> QuestionSpot {
    let is_said = |cell: &Cell| {
        evidence.iter().any(|piece| {
            piece.person == cell.subject
                && piece.skill == cell.skill
                && piece.by.as_ref() == Some(&reader.me.id)
                && piece.reversed_at.is_none()
                && reader.now().since(piece.at).0 < super::AGAIN_AFTER.0
        })
    };
    let asked = candidates.iter().map(|candidate| &candidate.cell).find(|cell| !is_said(cell));
    QuestionSpot { card: asked.and_then(|cell| card(reader, mine, cell)), said: said(reader, mine) }
}

fn said(reader: &Reader, mine: &[Question]) -> Option<Said> {
    let today = reader.clocks.today(&reader.me.zone);
    let is_today = |question: &&Question| reader.clocks.wall(&reader.me.zone, question.at).day == today;
    let answers = mine.iter().filter(is_today).filter_map(|question| match question.outcome {
        Outcome::Answered { level } => Some((question, level)),
        Outcome::Skipped | Outcome::NotMine { .. } => None,
    });
    let (question, level) = answers.max_by_key(|(question, _)| (question.at, &question.skill, &question.subject))?;
    let name = Colleague::named(reader.org, &question.subject).first_name;
    let text = format!("You see {name} at “{}” in {}.", level.title(), reader.skill(&question.skill));
    Some(Said { cell: Cell { subject: question.subject.clone(), skill: question.skill.clone() }, text })
}

fn card(reader: &Reader, mine: &[Question], cell: &Cell) -> Option<QuestionCard> {
    let (org, me) = (reader.org, reader.me);
    let (subject, skill) = (org.person(&cell.subject)?, org.skill(&cell.skill)?);
    let name = subject.first_name();
    let actor = Actor::Person(Member { id: me.id.clone(), role: me.role, team: me.team.clone() });
    let as_whom = said_as(relation(org, &actor, subject));
    let together = match subject.team.is_some() && subject.team == me.team {
        true => format!("You and {name} work in the same team."),
        false => format!("You and {name} met or thanked each other within half a year."),
    };
    Some(QuestionCard {
        title: format!("How well does {name} know {}?", skill.name),
        subject: Colleague::of(org, subject),
        skill: SkillTag::of(org, &skill.id),
        levels: Level::ALL.map(|level| LevelWords { level, text: skill.level_text(level).to_owned() }).to_vec(),
        why: vec![
            at_stake(skill, cover(org, skill)),
            last_word(name, org.known(&subject.id, &skill.id).map(|known| known.estimate.last_at), reader.now()),
            together,
        ],
        audience: format!("Everybody here can read your answer with your name, as {as_whom}."),
        count: match left_this_week(reader, mine) {
            1 => "The second of two this week.".to_owned(),
            _ => "The first of two this week.".to_owned(),
        },
    })
}

/// "Infusion pumps is critical and hangs on one person."
fn at_stake(skill: &Skill, cover: Cover) -> String {
    let weight = match skill.criticality {
        Criticality::Critical => " is critical",
        Criticality::High => " is important",
        Criticality::Normal | Criticality::Low => " is in use",
    };
    let stands = match cover.have {
        0 => "nobody is sure to cover it".to_owned(),
        1 => "hangs on one person".to_owned(),
        have => {
            let people = counted(usize::try_from(have).unwrap_or(usize::MAX), "person covers", "people cover");
            format!("{people} it, where {} should", cover.target)
        }
    };
    format!("{}{weight} and {stands}.", skill.name)
}

/// "Nobody has said anything about Amara for seven months."
fn last_word(name: &str, last: Option<Timestamp>, now: Timestamp) -> String {
    let Some(last) = last else { return format!("Nobody has said anything about {name} in it yet.") };
    let days = usize::try_from(now.since(last).whole_days()).unwrap_or(0);
    let since = match days {
        ..14 => return format!("What is known about {name} leaves it open."),
        14..60 => counted(days / 7, "week", "weeks"),
        _ => counted(days / 30, "month", "months"),
    };
    sentence(&format!("nobody has said anything about {name} in it for {since}."))
}
