//! The people in a program by stage; those who apply, wait and are asked, for whoever leads it or has a role for it.

use super::sight::Sight;
use super::words::ordinal;
use crate::chosen;
use crate::colleague::Colleague;
use crate::id::{ItemId, PersonId, ProgramId};
use crate::org::Org;
use crate::person::Person;
use crate::program::{Capability, List, Participant, Path, Phase, Standing, Verdict, steps_of};
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::search::fold;
use crate::tag::PersonTag;
use crate::text::Prose;
use crate::wording::counted;
use serde::{Deserialize, Serialize};

/// How many of a group are named.
const NAMED: usize = 12;

/// People who are equally far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleGroup {
    /// "Learn by doing", "Waiting for a seat".
    pub title: String,
    /// How many they are.
    pub count: u32,
    /// The first of them.
    pub people: Vec<ProgramPerson>,
}

/// Somebody in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramPerson {
    /// Who.
    pub person: Colleague,
    /// "Mentor · Care East".
    pub sub: String,
    /// The key of what they are in it.
    pub role: String,
    /// True when the reader can make them something else.
    pub may_give: bool,
    /// True when they apply and the reader can answer.
    pub may_answer: bool,
    /// True when whoever leads it can take them out.
    pub may_remove: bool,
    /// Their next step, which whoever leads it can tick for them.
    pub tick: Option<TickFor>,
}

/// A step that can be ticked for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TickFor {
    /// Which.
    pub step: ItemId,
    /// What it is called.
    pub title: String,
}

/// Where somebody is, for sorting: those who apply, a stage by its place, then those through all, then those who wait and
/// who are asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Where {
    Applied,
    BeforeTheFirst,
    Stage(usize),
    Through,
    Waiting,
    Invited,
}

/// Everybody in it, by stage.
pub(super) fn groups(sight: &Sight) -> Vec<PeopleGroup> {
    let is_led = sight.is_led_by_reader();
    let stages = sight.terms.items(List::Stages);
    let place = |participant: &Participant| match participant.standing {
        Standing::Inside => {
            let current = participant.entered.last().map(|entered| &entered.stage);
            let at = current.and_then(|current| stages.iter().position(|stage| stage == current));
            Some(at.map_or(Where::BeforeTheFirst, Where::Stage))
        }
        Standing::Finished => Some(Where::Through),
        Standing::Applied => sight.may(Capability::Admit).then_some(Where::Applied),
        Standing::Waiting => is_led.then_some(Where::Waiting),
        Standing::Invited { .. } => sight.may(Capability::Invite).then_some(Where::Invited),
        Standing::Left => None,
    };
    let title = |place: Where| match place {
        Where::Applied => "Ask to join".to_owned(),
        Where::BeforeTheFirst if stages.is_empty() => "In it".to_owned(),
        Where::BeforeTheFirst => "Before the first stage".to_owned(),
        Where::Stage(at) => {
            stages.get(at).map(|stage| sight.terms.item_text(List::Stages, stage, "title")).unwrap_or_default()
        }
        Where::Through => "Through all stages".to_owned(),
        Where::Waiting => "Waiting for a seat".to_owned(),
        Where::Invited => "Asked to join".to_owned(),
    };
    let all = sight.reader.org.participants(&sight.program.id);
    let mut found: Vec<(Where, &Participant)> = all.filter_map(|other| Some((place(other)?, other))).collect();
    found.sort_by_cached_key(|(place, other)| {
        // Those who wait for something are in the order in which they came; others are found by name.
        let since = if matches!(place, Where::Waiting | Where::Applied) { other.since.0 } else { 0 };
        (*place, since, fold(sight.reader.org.name_of(&other.person)), other.person.clone())
    });
    let group = |members: &[(Where, &Participant)]| PeopleGroup {
        title: title(members[0].0),
        count: u32::try_from(members.len()).unwrap_or(u32::MAX),
        people: (1..).zip(members).take(NAMED).map(|(at, (place, other))| person(sight, *place, at, other)).collect(),
    };
    found.chunk_by(|a, b| a.0 == b.0).map(group).collect()
}

fn person(sight: &Sight, place: Where, at: u32, participant: &Participant) -> ProgramPerson {
    let person = Colleague::named(sight.reader.org, &participant.person);
    let roles = sight.program.kind.description().roles;
    let role = roles.iter().find(|role| role.key == participant.role && roles.len() > 1).map(|role| role.title);
    let queue = (place == Where::Waiting).then(|| format!("{} in line", ordinal(at)));
    let steps = matches!(place, Where::BeforeTheFirst | Where::Stage(_)) && sight.may(Capability::SeeProgress);
    let steps = steps.then(|| format!("{} done", counted(participant.done.len(), "step", "steps")));
    let facts = [role.map(str::to_owned), queue, steps, Some(person.work()).filter(|work| !work.is_empty())];
    let is_me = participant.person == sight.reader.me.id;
    ProgramPerson {
        sub: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        role: participant.role.clone(),
        may_give: sight.is_led_by_reader() && !is_me && place != Where::Through,
        may_answer: place == Where::Applied && sight.program.phase.takes_people(),
        may_remove: sight.is_led_by_reader() && !is_me && !matches!(place, Where::Through | Where::Applied),
        tick: if is_me { None } else { tick_for(sight, participant) },
        person,
    }
}

/// Whom a form names: chosen from the list, or typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invitee {
    /// Their id.
    pub person: String,
    /// Their name.
    pub person_text: String,
    /// As what; as most are when it is empty.
    pub role: String,
}

impl Invitee {
    /// Who that is; refused beside the field `person` when it is nobody, or several of one name.
    pub fn found(&self, org: &Org) -> Result<PersonId, Rejection> {
        chosen::person(org, "person", &self.person, &self.person_text)
    }
}

/// What the form answers whoever applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who applies.
    pub person: PersonId,
    /// What becomes of it.
    pub verdict: Verdict,
    /// A word with it; may be empty.
    pub words: Prose,
}

impl Answer {
    /// What a form says. Refuses words that are too long.
    pub fn read(person: PersonId, verdict: Verdict, words: &str) -> Result<Self, Rejection> {
        Ok(Self { person, verdict, words: Prose::parse("words", words)? })
    }
}

/// The next step of somebody inside, as they have the program.
fn tick_for(sight: &Sight, participant: &Participant) -> Option<TickFor> {
    if !sight.may(Capability::TickForOthers) || participant.standing != Standing::Inside || !sight.goes_on() {
        return None;
    }
    let who = sight.reader.org.who(participant);
    let settings = sight.history.settings_for(&who, sight.reader.now());
    let stage = participant.stage()?;
    let step = steps_of(&settings, stage).into_iter().find(|step| !participant.has_done(step))?;
    let title = settings.text(&Path::item(List::Steps, &step, "title")).to_owned();
    Some(TickFor { step, title })
}

/// True for those who may ask others to join it.
pub(super) fn may_invite(sight: &Sight) -> bool {
    sight.may(Capability::Invite) && sight.program.phase != Phase::Closed
}

/// Some of those who can still be invited, by what was `typed` of a name: for the form of whoever leads it.
pub(super) fn to_invite(sight: &Sight, typed: &str) -> Vec<PersonTag> {
    let org = sight.reader.org;
    let is_out = |person: &Person| {
        org.participant(&sight.program.id, &person.id).is_none_or(|other| other.standing == Standing::Left)
    };
    chosen::people_to_choose(org, typed, is_out)
}

/// Some of those whom the reader can still invite, by what was `typed` of a name; nobody for those who may not. Not found
/// where [`super::program_page`] is not.
pub fn people_to_invite(reader: &Reader, program: &ProgramId, typed: &str) -> Result<Vec<PersonTag>, Rejection> {
    let sight = Sight::of(reader, program)?;
    Ok(if may_invite(&sight) { to_invite(&sight, typed) } else { Vec::new() })
}
