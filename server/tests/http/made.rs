//! What several tests begin with: somebody as the server knows them, and a skill.

use domain::actor::Actor;
use domain::evidence::Level;
use domain::skill::{Criticality, Target};
use domain::skills::SkillDraft;
use domain::text::{Name, Prose};
use store::Store;

/// Somebody who has signed in.
pub async fn actor(store: &Store, who: &str) -> Actor {
    let session = store.sign_in_as(&who.parse().unwrap()).await.unwrap();
    store.signed_in(&session).await.unwrap().unwrap().actor
}

/// A skill that nobody has to know.
pub fn skill(called: &str, area: &str) -> SkillDraft {
    SkillDraft {
        id: None,
        name: Name::parse("name", called).unwrap(),
        area: area.parse().unwrap(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::Normal,
        target: Target::default(),
        after: Vec::new(),
    }
}

/// A skill that two people have to know well enough to be alone with it.
pub fn critical_skill(called: &str, area: &str) -> SkillDraft {
    let target = Target { people: 2, level: Level::ALONE, by: None };
    SkillDraft { criticality: Criticality::Critical, target, ..skill(called, area) }
}
