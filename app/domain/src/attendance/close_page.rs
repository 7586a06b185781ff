//! The closing of a date: for hosts a form that is filled in already, for the others what the host said and one button.

use super::roster::roster;
use super::{Heading, Seen};
use crate::clocks::Day;
use crate::colleague::Colleague;
use crate::id::{PersonId, SessionId, SkillId};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::session::{CloseOut, CloseStage, Says};
use crate::tag::{PersonTag, SkillTag};
use crate::time::{Face, Minutes, Timestamp};
use serde::{Deserialize, Serialize};

/// The closing of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosePage {
    /// Which date.
    pub head: Heading,
    /// How far it is.
    pub stage: CloseStage,
    /// What a host has said.
    pub proposal: Option<Proposal>,
    /// The form, for hosts while it is not final: what they said, or what is known.
    pub form: Option<CloseChoices>,
    /// True when the reader can say that it was so.
    pub may_countersign: bool,
    /// True for a kind of hour that counts for skills.
    pub is_teaching: bool,
}

/// What a host said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Who.
    pub by: PersonTag,
    /// When.
    pub at: Face,
    /// The moment, by which a yes says what it is to.
    pub seen: Timestamp,
    /// How long it took.
    pub minutes: Minutes,
    /// Who was there.
    pub people: Vec<Colleague>,
    /// What they practised.
    pub skills: Vec<SkillTag>,
    /// The note for the library, as it is written.
    pub note: String,
    /// Thanks to those who came.
    pub thanks: String,
    /// Who said that it was so.
    pub countersigned: Option<PersonTag>,
    /// Until when somebody may say so, on the reader’s clock.
    pub until: Face,
}

/// What the form holds before anybody changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseChoices {
    /// How long.
    pub minutes: Minutes,
    /// Who may have been there, by name.
    pub people: Vec<CloseChoice>,
    /// What may have been practised.
    pub skills: Vec<(SkillTag, bool)>,
    /// The note.
    pub note: String,
    /// The thanks.
    pub thanks: String,
    /// Who came in since a host said what came of it.
    pub late: Vec<PersonTag>,
}

/// Somebody who may have been there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseChoice {
    /// Who.
    pub person: Colleague,
    /// What is known of them: "came 12:31", "comes".
    pub known: String,
    /// True when they are ticked.
    pub is_there: bool,
}

/// The closing of a date; not found for those who neither hold it nor were there.
pub fn close_page(reader: &Reader, id: &SessionId, on: Day) -> Result<ClosePage, Rejection> {
    let seen = Seen::of(reader, id, on)?;
    let me = &reader.me.id;
    if !seen.is_host() && !seen.said.was_there(me) {
        return Err(Rejection::NotFound(Noun::Session));
    }
    let stage = seen.stage();
    let closed = seen.said.closed.as_ref();
    let is_form = seen.is_host() && seen.takes_place() && !stage.is_final() && reader.now() >= seen.date.starts;
    let may_sign = closed.is_some_and(|closed| closed.may_countersign(seen.session, me));
    Ok(ClosePage {
        head: seen.heading(),
        stage,
        proposal: closed.map(|closed| proposal(&seen, closed)),
        form: is_form.then(|| choices(&seen)),
        may_countersign: may_sign && matches!(stage, CloseStage::Proposed { .. }),
        is_teaching: seen.session.kind.is_teaching(),
    })
}

fn proposal(seen: &Seen, closed: &CloseOut) -> Proposal {
    let (org, clocks, zone) = (seen.reader.org, seen.reader.clocks, &seen.reader.me.zone);
    Proposal {
        by: PersonTag::of(org, &closed.by),
        at: clocks.face(zone, closed.at),
        seen: closed.at,
        minutes: closed.minutes,
        people: closed.people.iter().map(|person| Colleague::named(org, person)).collect(),
        skills: closed.skills.iter().map(|skill| SkillTag::of(org, skill)).collect(),
        note: closed.note.as_str().to_owned(),
        thanks: closed.thanks.as_str().to_owned(),
        countersigned: closed.countersigned.as_ref().map(|signed| PersonTag::of(org, &signed.by)),
        until: clocks.face(zone, closed.at.after(crate::session::COUNTERSIGN_WITHIN)),
    }
}

fn choices(seen: &Seen) -> CloseChoices {
    let closed = seen.said.closed.as_ref();
    let org = seen.reader.org;
    let said = |person: &PersonId| closed.is_some_and(|closed| closed.people.contains(person));
    let practised = |skill: &SkillId| closed.is_none_or(|closed| closed.skills.contains(skill));
    let came_since = seen.said.attended.iter().filter(|attended| closed.is_some() && !said(&attended.person));
    CloseChoices {
        minutes: closed.map_or_else(|| seen.length(), |closed| closed.minutes),
        people: people(seen),
        skills: seen.session.skills.iter().map(|skill| (SkillTag::of(org, skill), practised(skill))).collect(),
        note: closed.map(|closed| closed.note.as_str().to_owned()).unwrap_or_default(),
        thanks: closed.map(|closed| closed.thanks.as_str().to_owned()).unwrap_or_default(),
        late: came_since.map(|attended| PersonTag::of(org, &attended.person)).collect(),
    }
}

/// Those who came are ticked; where nobody was noted, those who have a seat. Where only some are invited, all of them
/// can be ticked: who has not answered may have come.
fn people(seen: &Seen) -> Vec<CloseChoice> {
    let is_noted = !seen.said.attended.is_empty() || seen.said.closed.is_some();
    let is_going = |person: &PersonId| seen.said.answer_of(person).is_some_and(|answer| answer.says == Says::Going);
    let choice = |line: super::RosterLine| CloseChoice {
        is_there: if is_noted { line.came.is_some() } else { is_going(&line.person.id) },
        known: line.came.as_ref().map_or(line.said, |came| format!("came {}", came.at)),
        person: line.person,
    };
    let mut people: Vec<CloseChoice> = roster(seen).into_iter().map(choice).collect();
    let is_listed = |people: &[CloseChoice], person: &PersonId| people.iter().any(|choice| choice.person.id == *person);
    for person in seen.session.invited().iter().filter(|person| !seen.session.is_host(person)) {
        if !is_listed(&people, person) {
            let has_answered = seen.said.answer_of(person).is_some();
            let known = if has_answered { "had said no" } else { "has not answered" }.to_owned();
            people.push(CloseChoice { person: Colleague::named(seen.reader.org, person), known, is_there: false });
        }
    }
    people
}
