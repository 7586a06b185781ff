//! Asking somebody: what they could teach the reader, why the two fit, when, and a message to start from.

use super::SLOTS;
use crate::colleague::Colleague;
use crate::evidence::Level;
use crate::id::{ExchangeId, PersonId, SkillId};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::slots::{Meeting, Slot};
use crate::suggest::{Pairing, Suggestion, suggestion_of, teaching_left};
use crate::tag::SkillTag;
use crate::time::Minutes;
use serde::{Deserialize, Serialize};

/// How long a meeting takes when nobody has said.
const USUAL_MEETING: Minutes = Minutes(30);

/// What the form on that page sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskForm {
    /// Who is asked.
    pub teacher: PersonId,
    /// What for.
    pub skill: SkillId,
    /// In which words.
    pub message: String,
    /// One of the times offered, or nothing.
    pub slot: String,
    /// A date and time of the asker's own, or nothing.
    pub own: String,
}

/// The page on which the reader asks somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskPage {
    /// Who is asked.
    pub person: Colleague,
    /// What they could teach, what they offer and the reader wants first.
    pub choices: Vec<SkillChoice>,
    /// The one that is chosen at first.
    pub chosen: Option<SkillId>,
    /// Why the two fit, for the chosen one.
    pub why: Option<Suggestion>,
    /// A message that could be sent as it is.
    pub message: String,
    /// How long they would meet.
    pub minutes: Minutes,
    /// Times to choose from.
    pub slots: Vec<Slot>,
    /// The reader's zone, for a time of their own.
    pub zone: String,
    /// How the other's clock stands to it.
    pub their_clock: String,
    /// What to know before asking: that they have taught a lot this month.
    pub note: Option<String>,
    /// The request that is open already for the chosen one.
    pub open: Option<ExchangeId>,
}

/// A skill that somebody could teach the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillChoice {
    /// Which.
    pub skill: SkillTag,
    /// "offers it, 45 minutes" or "can teach".
    pub note: String,
}

/// The page on which the reader asks `teacher`, for `skill` when they came for one. Not found for strangers, for
/// those who left, and for oneself.
pub fn ask_page(reader: &Reader, teacher: &PersonId, skill: Option<&SkillId>) -> Result<AskPage, Rejection> {
    let (org, me) = (reader.org, reader.me);
    let person = org.person(teacher).filter(|person| person.is_active() && person.id != me.id);
    let person = person.ok_or(Rejection::NotFound(Noun::Person))?;
    let mut choices = choices(reader, teacher);
    let asked_for = skill.filter(|skill| org.skill(skill).is_some());
    if let Some(skill) = asked_for.filter(|skill| choices.iter().all(|choice| choice.skill.id != **skill)) {
        choices.insert(0, SkillChoice { skill: SkillTag::of(org, skill), note: "you ask for it".to_owned() });
    }
    let chosen = asked_for.cloned().or_else(|| choices.first().map(|choice| choice.skill.id.clone()));
    let pairing = chosen.as_ref().map(|skill| Pairing { learner: &me.id, teacher, skill });
    let why = pairing.and_then(|pairing| suggestion_of(org, pairing, reader.clocks));
    let minutes = why.as_ref().map_or(USUAL_MEETING, |why| why.minutes);
    let left = teaching_left(org, person, reader.clocks);
    let open = reader.exchanges().find(|(exchange, _)| {
        exchange.teacher == *teacher && exchange.is_open() && chosen.as_ref() == Some(&exchange.skill)
    });
    let meeting = Meeting { you: me, them: person, minutes };
    Ok(AskPage {
        person: Colleague::of(org, person),
        message: why.as_ref().map(|why| why.message.clone()).unwrap_or_default(),
        slots: meeting.slots(org, SLOTS, reader.clocks),
        their_clock: meeting.their_clock(reader.clocks),
        zone: me.zone.as_str().to_owned(),
        note: (left < i64::from(minutes.0)).then(|| {
            format!("{} has already taught as much this month as planned. You can still ask.", person.first_name())
        }),
        open: open.map(|(exchange, _)| exchange.id.clone()),
        choices,
        chosen,
        why,
        minutes,
    })
}

fn choices(reader: &Reader, teacher: &PersonId) -> Vec<SkillChoice> {
    let (org, me) = (reader.org, &reader.me.id);
    let own = |skill: &SkillId| org.known(me, skill).map_or(Level::NONE, |known| known.estimate.level);
    let offered =
        org.offers_of(teacher).map(|(skill, offer)| (skill, format!("offers it, {} minutes", offer.minutes.0)));
    let known = org.known_by(teacher).filter(|(skill, known)| {
        let level = known.estimate.level;
        level >= Level::ALONE && level > own(skill) && org.offer(teacher, skill).is_none()
    });
    let known = known.map(|(skill, known)| (skill, known.estimate.level.title().to_owned()));
    let mut found: Vec<_> = offered.chain(known).collect();
    found.sort_by_key(|(skill, _)| {
        (org.want(me, skill).is_none(), org.offer(teacher, skill).is_none(), own(skill), *skill)
    });
    found.into_iter().map(|(skill, note)| SkillChoice { skill: SkillTag::of(org, skill), note }).collect()
}
