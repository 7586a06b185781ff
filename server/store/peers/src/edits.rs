//! Changes that people make, one after the other, the same in every run: levels, wants, offers, targets, teams.

use crate::fault::Fault;
use crate::workload::PEOPLE;
use domain::actor::{Actor, Member, Role};
use domain::evidence::Level;
use domain::id::{PersonId, SkillId, TeamId};
use domain::rejection::Rejection;
use domain::skill::{Criticality, Skill, Target};
use domain::skills::{LevelEdit, OfferEdit, SkillDraft, WantEdit};
use domain::text::{Line, Prose};
use domain::time::Minutes;
use domain::want::Priority;
use store::{Error, Store};

/// One change.
pub struct Edit {
    number: u64,
    pub person: PersonId,
    pub skill: SkillId,
}

impl Edit {
    /// The change of that number.
    pub fn of(number: u64) -> Result<Self, Fault> {
        let id = |cause: Rejection| Fault::of(cause);
        let person = PersonId::parse(&format!("person-{:05}", roll(number, 0, PEOPLE))).map_err(id)?;
        let skill = SkillId::parse(&format!("skill-{:04}", roll(number, 1, PEOPLE * 15 / 100))).map_err(id)?;
        Ok(Self { number, person, skill })
    }

    fn dice(&self, turn: u64, end: u32) -> u32 {
        roll(self.number, turn, end)
    }

    fn level(&self, turn: u64) -> Level {
        Level::try_from(u8::try_from(self.dice(turn, 5)).unwrap_or_default()).unwrap_or_default()
    }

    /// Makes it, and returns when it is committed and to be read. What is refused, as a want of what is known already,
    /// changes nothing.
    pub async fn make(&self, store: &Store) -> Result<(), Fault> {
        let member = Member { id: self.person.clone(), role: Role::Member, team: None };
        let actor = &Actor::Person(member);
        let (person, skill) = (self.person.clone(), self.skill.clone());
        let outcome = match self.dice(2, 20) {
            0 => {
                let team = TeamId::parse(&format!("team-{:04}", self.dice(3, 800))).map_err(Fault::of)?;
                store.place_in_team(&Actor::Console, &person, Some(&team)).await
            }
            1 => self.set_target(store).await,
            2..=4 => store.drop_want(actor, &skill).await,
            5..=6 => store.withdraw_offer(actor, &skill).await,
            7..=9 => {
                let target = self.level(3).max(Level::WITH_HELP);
                store.set_want(actor, &WantEdit { skill, target, priority: Priority::Soon }).await
            }
            10..=11 => {
                let edit = OfferEdit { skill, minutes: Minutes(30), note: Line::default() };
                store.make_offer(actor, &edit).await
            }
            _ => {
                let edit = LevelEdit { person, skill, level: self.level(3), note: Prose::default() };
                store.set_level(actor, &edit).await
            }
        };
        match outcome {
            Ok(()) | Err(Error::Rejected(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn set_target(&self, store: &Store) -> store::Result<()> {
        let kept: Option<Skill> = store.read(&Actor::Console, |org| Ok(org.skill(&self.skill).cloned()))?;
        let Some(skill) = kept else { return Ok(()) };
        let people = u8::try_from(self.dice(3, 200)).unwrap_or_default();
        let draft = SkillDraft {
            target: Target { people, level: self.level(4), by: None },
            criticality: Criticality::ALL.into_iter().cycle().nth(usize::from(people)).unwrap_or_default(),
            id: Some(skill.id),
            name: skill.name,
            area: skill.area,
            description: skill.description,
            levels: Vec::new(),
            after: skill.after,
        };
        store.save_skill(&Actor::Console, &draft).await.map(drop)
    }
}

/// Chance that repeats.
pub fn roll(number: u64, turn: u64, end: u32) -> u32 {
    let mixed = (number * 8 + turn + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    u32::try_from((mixed ^ (mixed >> 31)) % u64::from(end.max(1))).unwrap_or_default()
}
