//! The page of one person: what they know and why we think so, what they teach and want, what they did with others.

mod facts;
mod history;
mod lanes;
mod others;

pub use facts::{Facts, offer_words};
pub use history::{Deed, HistoryRow};
pub use lanes::{Lane, LaneKind, SourceLine};
pub use others::skills_to_say;

use crate::actor::{Actor, Role};
use crate::clocks::Clocks;
use crate::evidence::{Evidence, Level, Source};
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::tag::{PersonTag, SkillTag, TeamTag};
use crate::teams::with_teams_below;
use crate::viewer::Viewer;
use crate::wording::listed;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The page of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonPage {
    /// Who.
    pub person: PersonTag,
    /// Their job.
    pub title: String,
    /// Their team.
    pub team: Option<TeamTag>,
    /// In their own words.
    pub about: String,
    /// What else there is to know.
    pub facts: Facts,
    /// What stands out in their skills, in a sentence.
    pub takeaway: String,
    /// Their skills: what they teach first, then the better they know it.
    pub lanes: Vec<Lane>,
    /// Some skills of which nothing is known yet, for colleagues to speak about; others are found by their names.
    #[serde(default)]
    pub other_skills: Vec<SkillTag>,
    /// What they offer to teach.
    pub offers: Vec<OfferRow>,
    /// What they want to learn.
    pub wants: Vec<WantRow>,
    /// What the reader could teach them.
    pub you_could_teach: Vec<WantRow>,
    /// What they did with others, newest first.
    pub history: Vec<HistoryRow>,
    /// How much of that there is.
    pub history_total: u32,
    /// True when it is the reader's own page.
    pub is_me: bool,
    /// What the reader may do here.
    pub may: May,
}

/// An offer on somebody's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferRow {
    /// What.
    pub skill: SkillTag,
    /// How: "45 min, at the ward or by video".
    pub how: String,
}

/// A want on somebody's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantRow {
    /// What.
    pub skill: SkillTag,
    /// How well and how soon: "To do it alone, soon".
    pub how: String,
    /// True when the reader offers it already.
    pub offered_by_you: bool,
}

/// What the reader may do on somebody's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct May {
    /// Change the profile.
    pub edit: bool,
    /// Ask them to teach something.
    pub ask: bool,
    /// Say at which level they see them, as this source.
    pub confirm: Option<Source>,
}

/// The page of the person `id`, from all `evidence` given for them. Open to everybody who is signed in; their e-mail
/// address to themself and organisation admins alone. Not found when there is no such person.
pub fn person_page(
    org: &Org,
    actor: &Actor,
    id: &PersonId,
    evidence: &[Evidence],
    clocks: &Clocks,
) -> Result<PersonPage, Rejection> {
    actor.may_read()?;
    let person = org.person(id).ok_or(Rejection::NotFound(Noun::Person))?;
    let viewer = Viewer::of(org, actor, clocks);
    let is_me = viewer.is(id);
    let (history, history_total) = history::history(&viewer, id);
    Ok(PersonPage {
        person: PersonTag::of(org, id),
        title: person.title.to_string(),
        team: person.team.as_ref().map(|team| TeamTag::of(org, team)),
        about: person.about.to_string(),
        facts: facts::facts(&viewer, person),
        takeaway: takeaway(org, person, is_me),
        lanes: lanes::lanes(&viewer, id, evidence),
        other_skills: skills_to_say(org, actor, id, "")?,
        offers: offers(org, id),
        wants: wants(org, actor, id, |_| true),
        you_could_teach: if is_me {
            Vec::new()
        } else {
            wants(org, actor, id, |skill| could_teach(org, actor, id, skill))
        },
        history,
        history_total,
        is_me,
        may: may(org, actor, person),
    })
}

fn may(org: &Org, actor: &Actor, person: &Person) -> May {
    let other = actor.person().is_some_and(|me| *me != person.id) && person.is_active();
    May {
        edit: actor.may_edit_person(&person.id).is_ok(),
        ask: other,
        confirm: if other { Some(relation(org, actor, person)) } else { None },
    }
}

/// As what `actor` speaks about the level of a colleague: as their manager when the colleague works in the actor's
/// team or below it, else as a colleague.
pub fn relation(org: &Org, actor: &Actor, person: &Person) -> Source {
    let leads = |member: &crate::actor::Member| {
        member.role >= Role::Manager
            && member.team.as_ref().is_some_and(|team| {
                person.team.as_ref().is_some_and(|theirs| with_teams_below(org, team).contains(theirs))
            })
    };
    match actor {
        Actor::Person(member) if leads(member) => Source::Manager,
        Actor::Person(_) | Actor::Console | Actor::Stranger => Source::Peer,
    }
}

/// What only they can teach; else how much they teach and want.
fn takeaway(org: &Org, person: &Person, is_me: bool) -> String {
    let (name, are) = if is_me { ("You", "are") } else { (person.first_name(), "is") };
    let can_teach = |skill: &SkillId| {
        org.knowers_of(skill)
            .filter(|(other, known)| {
                known.estimate.level == Level::CAN_TEACH && crate::coverage::works_here(org, other)
            })
            .count()
    };
    let mut alone: Vec<_> = org
        .known_by(&person.id)
        .filter(|(skill, known)| {
            person.is_active() && known.estimate.level == Level::CAN_TEACH && can_teach(skill) == 1
        })
        .filter_map(|(skill, _)| org.skill(skill))
        .collect();
    alone.sort_by_cached_key(|skill| (Reverse(skill.criticality), fold(skill.name.as_str())));
    if !alone.is_empty() {
        let skills = listed(alone.iter().map(|skill| skill.name.as_str()), 2);
        return format!("{name} {are} the only one here who can teach {skills}.");
    }
    let offers = org.offers_of(&person.id).count();
    let wants = org.wants_of(&person.id).count();
    let (offer, want) = if is_me { ("offer", "want") } else { ("offers", "wants") };
    match (offers, wants) {
        (0, 0) if is_me => "Your profile is quiet. Add a skill.".to_owned(),
        (0, 0) => format!("{name} has not said yet what they teach or want to learn."),
        (offers, wants) => {
            let teach = crate::wording::counted(offers, "skill", "skills");
            format!("{name} {offer} to teach {teach} and {want} to learn {}.", crate::wording::number(wants))
        }
    }
}

fn offers(org: &Org, person: &PersonId) -> Vec<OfferRow> {
    let mut rows: Vec<OfferRow> = org
        .offers_of(person)
        .map(|(skill, offer)| OfferRow { skill: SkillTag::of(org, skill), how: offer_words(offer) })
        .collect();
    rows.sort_by_cached_key(|row| fold(&row.skill.name));
    rows
}

fn wants(org: &Org, actor: &Actor, person: &PersonId, shown: impl Fn(&SkillId) -> bool) -> Vec<WantRow> {
    let me = actor.person();
    let mut wants: Vec<_> = org.wants_of(person).filter(|(skill, _)| shown(skill)).collect();
    wants.sort_by_cached_key(|(skill, want)| (Reverse(want.priority), fold(&SkillTag::of(org, skill).name)));
    let row = |(skill, want): (&SkillId, &crate::want::Want)| WantRow {
        skill: SkillTag::of(org, skill),
        how: facts::want_words(want),
        offered_by_you: me.is_some_and(|me| org.offer(me, skill).is_some()),
    };
    wants.into_iter().map(row).collect()
}

/// True when the reader offers the skill, or does it alone and better than `person`.
fn could_teach(org: &Org, actor: &Actor, person: &PersonId, skill: &SkillId) -> bool {
    let Some(me) = actor.person() else { return false };
    let level = |who: &PersonId| org.known(who, skill).map(|known| known.estimate.level).unwrap_or_default();
    org.offer(me, skill).is_some() || (level(me) >= Level::ALONE && level(me) > level(person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{evidence, fernhill, signed_in};
    use crate::reader::tests::{CLOCKS, done};

    fn page(reader: &str, id: &str) -> PersonPage {
        let mut org = fernhill();
        org.put_exchange(done());
        let given = [
            evidence(id, "wound-care", 4, Source::Peer),
            evidence(id, "wound-care", 3, Source::Own),
            evidence(id, "infusion-pumps", 3, Source::Peer),
            evidence(id, "palliative-talks", 4, Source::Peer),
        ];
        person_page(&org, &signed_in(reader), &id.parse().unwrap(), &given, &CLOCKS).unwrap()
    }

    #[test]
    fn what_only_one_person_can_teach_is_said_first() {
        let expected = "Amara is the only one here who can teach Palliative talks and Wound care.";
        assert_eq!(page("jonas-weidner", "amara-okafor").takeaway, expected);
        assert!(page("amara-okafor", "amara-okafor").takeaway.starts_with("You are the only one"));
        let leila = "Leïla offers to teach no skills and wants to learn one.";
        assert_eq!(page("jonas-weidner", "leila-haddou").takeaway, leila);
    }

    #[test]
    fn the_address_is_shown_to_oneself_alone() {
        assert_eq!(page("jonas-weidner", "amara-okafor").facts.email, None);
        assert!(page("amara-okafor", "amara-okafor").facts.email.is_some());
        assert_eq!(page("jonas-weidner", "amara-okafor").facts.clock, "09:12 for Amara, 10:12 for you");
    }

    #[test]
    fn the_reader_sees_what_they_could_teach() {
        let leila = page("jonas-weidner", "leila-haddou");
        assert_eq!(leila.you_could_teach.len(), 1);
        assert!(leila.you_could_teach[0].offered_by_you);
        assert_eq!(leila.you_could_teach[0].how, "To do it with help, soon");
        assert!(page("priya-raman", "leila-haddou").you_could_teach.is_empty());
    }

    #[test]
    fn sessions_that_both_confirmed_are_in_the_history_of_both() {
        let jonas = page("wen-li", "jonas-weidner");
        assert_eq!((jonas.history[0].deed, jonas.history[0].with.name.as_str()), (Deed::Taught, "Amara Okafor"));
        let amara = page("wen-li", "amara-okafor");
        assert_eq!(amara.history[0].deed, Deed::Learned);
        assert_eq!(amara.history[0].words, "Now I can read our rota.");
    }

    #[test]
    fn a_manager_speaks_as_manager_for_their_own_people_alone() {
        assert_eq!(page("priya-raman", "amara-okafor").may.confirm, Some(Source::Manager));
        assert_eq!(page("priya-raman", "jonas-weidner").may.confirm, Some(Source::Peer));
        assert_eq!(page("jonas-weidner", "amara-okafor").may.confirm, Some(Source::Peer));
        assert_eq!(page("amara-okafor", "amara-okafor").may.confirm, None);
        // Dag has left.
        assert_eq!(page("amara-okafor", "dag-ek").may, May::default());
    }

    #[test]
    fn strangers_and_unknown_people_are_refused() {
        let amara = "amara-okafor".parse().unwrap();
        assert_eq!(person_page(&fernhill(), &Actor::Stranger, &amara, &[], &CLOCKS), Err(Rejection::SignedOut));
        let nobody = "nobody".parse().unwrap();
        let refused = person_page(&fernhill(), &Actor::Console, &nobody, &[], &CLOCKS);
        assert_eq!(refused, Err(Rejection::NotFound(Noun::Person)));
    }
}
