//! Which people a query lets through, and how near each comes to what was typed.

use super::query::{Interest, PeopleQuery};
use crate::actor::Actor;
use crate::evidence::Level;
use crate::graph::Link;
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::person::Person;
use crate::search::{Closeness, Index, Reading, fold};
use crate::tag::SkillTag;
use crate::teams::with_teams_below;
use std::collections::{BTreeMap, BTreeSet};

/// What was typed, looked up once.
pub(super) struct Typed {
    /// Each typed word and what it is taken to mean.
    pub readings: Vec<Reading>,
    /// Skills that all words together name.
    pub skills: Vec<SkillId>,
    /// Whom all words lead to.
    pub hits: BTreeMap<PersonId, Hit>,
}

/// Why a person answers to what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// How near; less is better.
    pub rank: u32,
    /// The skill by which they answer, when it was not by their name.
    pub skill: Option<SkillTag>,
}

/// A query made ready to look at people one by one.
pub(super) struct Sieve<'a> {
    query: &'a PeopleQuery,
    teams: Option<BTreeSet<TeamId>>,
    language: Option<String>,
    /// Who has the interest that is asked for.
    interested: Option<BTreeSet<&'a PersonId>>,
    /// Who knows what is asked for.
    skilled: Option<BTreeSet<&'a PersonId>>,
}

impl<'a> Sieve<'a> {
    pub fn new(org: &'a Org, actor: &'a Actor, query: &'a PeopleQuery) -> Self {
        Self {
            query,
            teams: query.team.as_ref().map(|team| with_teams_below(org, team)),
            language: query.language.as_ref().map(|language| fold(language.as_str())),
            interested: interested(org, actor.person(), query),
            skilled: skilled(org, query),
        }
    }

    /// True when every filter lets `person` through; `typed` is the query's text, looked up.
    pub fn passes(&self, person: &Person, typed: Option<&Typed>) -> bool {
        let said = self.query.text.is_empty() || typed.is_none_or(|typed| typed.hits.contains_key(&person.id));
        said && self.in_team(person)
            && self.query.zone.as_ref().is_none_or(|zone| person.zone == *zone)
            && self
                .language
                .as_ref()
                .is_none_or(|language| person.languages.iter().any(|own| fold(own.as_str()) == *language))
            && self.interested.as_ref().is_none_or(|people| people.contains(&person.id))
            && self.skilled.as_ref().is_none_or(|people| people.contains(&person.id))
    }

    fn in_team(&self, person: &Person) -> bool {
        self.teams.as_ref().is_none_or(|teams| person.team.as_ref().is_some_and(|team| teams.contains(team)))
    }
}

/// Who works here and has the interest that `query` asks for; `None` when it asks for none. With a skill given, offers
/// and wants are of that skill.
fn interested<'a>(org: &'a Org, me: Option<&PersonId>, query: &PeopleQuery) -> Option<BTreeSet<&'a PersonId>> {
    let (graph, skill) = (org.graph(), query.skill.as_ref());
    let asked = |own: &&SkillId| skill.is_none_or(|asked| asked == *own);
    let others = |skills: Vec<&SkillId>, fits: fn(&Link) -> bool| {
        let people = skills.into_iter().flat_map(|skill| graph.people_of(skill));
        people.filter(|(person, link)| fits(link) && Some(*person) != me).map(|(person, _)| person).collect()
    };
    Some(match query.interest? {
        Interest::Offers => graph.people_with(skill, |link| link.offers()),
        Interest::Wants => graph.people_with(skill, |link| link.wants()),
        Interest::TeachesMe => {
            let wants = me.into_iter().flat_map(|me| org.wants_of(me).map(|(skill, _)| skill));
            others(wants.filter(asked).collect(), |link| link.offers())
        }
        Interest::WantsMine => {
            let offers = me.into_iter().flat_map(|me| org.offers_of(me).map(|(skill, _)| skill));
            others(offers.filter(asked).collect(), |link| link.wants())
        }
    })
}

/// Who works here and knows what `query` asks for; `None` when it asks for nothing.
fn skilled<'a>(org: &'a Org, query: &PeopleQuery) -> Option<BTreeSet<&'a PersonId>> {
    // Who wants or offers it need not know it.
    if query.level.is_none() && (query.skill.is_none() || query.interest.is_some()) {
        return None;
    }
    let least = query.level.unwrap_or(Level::AWARE);
    Some(org.graph().people_with(query.skill.as_ref(), |link| link.knows() && link.level >= least))
}

impl Typed {
    /// Looks the text of a query up among names, jobs, skills and teams; `None` when nothing was typed.
    pub fn of(org: &Org, text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let index = Index::of(org);
        let readings = index.read(text, std::iter::empty());
        let mut all: Option<BTreeMap<PersonId, Hit>> = None;
        for reading in &readings {
            let found = people_behind(org, &index, reading);
            all = Some(match all {
                None => found,
                Some(so_far) => {
                    so_far.into_iter().filter_map(|(id, hit)| Some((id.clone(), hit.with(found.get(&id)?)))).collect()
                }
            });
        }
        let skills = index.skills.find_all(&readings).into_keys().collect();
        Some(Self { hits: all.unwrap_or_default(), skills, readings })
    }

    /// Mistyped words and what they were read as.
    pub fn read_as(&self) -> Vec<(String, String)> {
        let read = |reading: &Reading| Some((reading.typed.clone(), reading.read_as()?.to_owned()));
        self.readings.iter().filter_map(read).collect()
    }
}

impl Hit {
    fn with(mut self, other: &Self) -> Self {
        self.rank += other.rank;
        self.skill = self.skill.or_else(|| other.skill.clone());
        self
    }
}

/// Whom one typed word leads to: by name first, then by skill (the better they know it the nearer), team, job.
fn people_behind(org: &Org, index: &Index, reading: &Reading) -> BTreeMap<PersonId, Hit> {
    const BY_SKILL: u32 = 10;
    const BY_TEAM: u32 = 40;
    const BY_JOB: u32 = 50;
    let mut found: BTreeMap<PersonId, Hit> = BTreeMap::new();
    let mut put = |id: &PersonId, rank: u32, near: Closeness, skill: Option<&SkillId>| {
        let hit = Hit { rank: rank + near.rank(), skill: skill.map(|skill| SkillTag::of(org, skill)) };
        let best = found.entry(id.clone()).or_insert_with(|| hit.clone());
        if hit.rank < best.rank {
            *best = hit;
        }
    };
    for (id, near) in index.people.find(reading) {
        put(&id, 0, near, None);
    }
    for (skill, near) in index.skills.find(reading) {
        for (id, known) in org.knowers_of(&skill) {
            let short = u32::from(Level::CAN_TEACH.number() - known.estimate.level.number());
            if known.estimate.level > Level::NONE {
                put(id, BY_SKILL + 5 * short, near, Some(&skill));
            }
        }
        for (id, _) in org.offerers_of(&skill) {
            put(id, BY_SKILL - 5, near, Some(&skill));
        }
    }
    let teams = index.teams.find(reading);
    if !teams.is_empty() {
        for person in org.people() {
            if let Some(near) = person.team.as_ref().and_then(|team| teams.get(team)) {
                put(&person.id, BY_TEAM, *near, None);
            }
        }
    }
    for (id, near) in index.jobs.find(reading) {
        put(&id, BY_JOB, near, None);
    }
    found
}
