//! The answers to the three questions, each one change.

use crate::error::Result;
use crate::exchange::{known, skill_exists, write_evidence};
use crate::{Store, Tx, clock};
use domain::actor::Actor;
use domain::event::Happening;
use domain::evidence::{Evidence, Level, Source};
use domain::id::{PersonId, SkillId};
use domain::onboarding::{Answer, FIRST_OFFER, Question, StartPage, ThreePeoplePage, start_page, three_people_page};
use domain::person::Availability;
use domain::rejection::Rejection;
use domain::text::{Line, Prose};
use domain::time::Zone;
use domain::want::{Offer, Priority, Want};
use serde_json::json;

impl Store {
    /// One of the questions, as the actor sees it.
    pub fn start_page(&self, actor: &Actor, question: Question) -> Result<StartPage> {
        self.read_as(actor, |reader| Ok(start_page(reader, question)))
    }

    /// The skills that a form names: ids as chosen, and names as typed without JavaScript.
    pub fn chosen_skills(&self, actor: &Actor, ids: &[String], names: &[String]) -> Result<Vec<SkillId>> {
        self.read(actor, |org| domain::chosen::skills(org, "skills", ids, names))
    }

    /// The people whom the actor could learn from.
    pub fn three_people_page(&self, actor: &Actor) -> Result<ThreePeoplePage> {
        self.read_as(actor, |reader| Ok(three_people_page(reader)))
    }

    /// The actor offers, wants or prefers what the answer says, and nothing else; the last answer makes them welcome.
    /// Refuses skills and zones that are not known.
    pub async fn answer_onboarding(&self, actor: &Actor, answer: &Answer) -> Result<()> {
        let me = &actor.member()?.id;
        let answer = &self.read(actor, |org| answer.clone().checked(org))?;
        self.change(actor, |tx| async move {
            match answer {
                Answer::Teach { skills } => offer_exactly(&tx, me, skills).await,
                Answer::Learn { skills } => want_exactly(&tx, me, skills).await,
                Answer::When { availability, zone } => prefer(&tx, me, *availability, zone).await,
            }
        })
        .await
    }
}

async fn offer_exactly(tx: &Tx, me: &PersonId, skills: &[SkillId]) -> Result<()> {
    let offers: Vec<Offer> = tx
        .rows("SELECT * OMIT id, in, out FROM type::record('offers', [$me, NONE]..[$me, ..])", json!({ "me": me }))
        .await?;
    for offer in offers.iter().filter(|offer| !skills.contains(&offer.skill)) {
        tx.run("DELETE type::record('offers', $key)", json!({ "key": [me, offer.skill] })).await?;
        tx.emit(Happening::OfferChanged { person: me.clone(), skill: offer.skill.clone() }).await?;
    }
    for skill in skills.iter().filter(|skill| offers.iter().all(|offer| offer.skill != **skill)) {
        skill_exists(tx, skill).await?;
        let (person, at) = (me.clone(), tx.now());
        let offer = Offer { person, skill: skill.clone(), minutes: FIRST_OFFER, note: Line::default(), at };
        let query = "
            RELATE (type::record('person', $me))->(type::record('offers', [$me, $skill]))->(type::record('skill', $skill))
            CONTENT $row
            RETURN NONE
        ";
        tx.run(query, json!({ "me": me, "skill": skill, "row": crate::row::content(&offer)? })).await?;
        tx.emit(Happening::OfferChanged { person: me.clone(), skill: skill.clone() }).await?;
        say_one_can_teach(tx, me, skill).await?;
    }
    Ok(())
}

/// Who offers to teach says that they can, unless something speaks for it already.
async fn say_one_can_teach(tx: &Tx, me: &PersonId, skill: &SkillId) -> Result<()> {
    if known(tx, me, skill).await? >= Level::ALONE {
        return Ok(());
    }
    let evidence = Evidence {
        person: me.clone(),
        skill: skill.clone(),
        level: Level::CAN_TEACH,
        source: Source::Own,
        by: Some(me.clone()),
        at: tx.now(),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    };
    write_evidence(tx, &evidence, "welcome").await
}

async fn want_exactly(tx: &Tx, me: &PersonId, skills: &[SkillId]) -> Result<()> {
    let wants: Vec<Want> = tx
        .rows("SELECT * OMIT id, in, out FROM type::record('wants', [$me, NONE]..[$me, ..])", json!({ "me": me }))
        .await?;
    for want in wants.iter().filter(|want| !skills.contains(&want.skill)) {
        tx.run("DELETE type::record('wants', $key)", json!({ "key": [me, want.skill] })).await?;
        tx.emit(Happening::WantChanged { person: me.clone(), skill: want.skill.clone() }).await?;
    }
    for skill in skills.iter().filter(|skill| wants.iter().all(|want| want.skill != **skill)) {
        skill_exists(tx, skill).await?;
        let target = if known(tx, me, skill).await? < Level::ALONE { Level::ALONE } else { Level::CAN_TEACH };
        let want = Want {
            person: me.clone(),
            skill: skill.clone(),
            target,
            priority: Priority::Soon,
            at: tx.now(),
            import: None,
        };
        let query = "
            RELATE (type::record('person', $me))->(type::record('wants', [$me, $skill]))->(type::record('skill', $skill))
            CONTENT $row
            RETURN NONE
        ";
        tx.run(query, json!({ "me": me, "skill": skill, "row": crate::row::content(&want)? })).await?;
        tx.emit(Happening::WantChanged { person: me.clone(), skill: skill.clone() }).await?;
    }
    Ok(())
}

async fn prefer(tx: &Tx, me: &PersonId, availability: Availability, zone: &Zone) -> Result<()> {
    if !clock::zone_exists(zone) {
        return Err(Rejection::invalid("zone", "That time zone is not known. Write one such as Europe/Lisbon.").into());
    }
    let query = "
        UPDATE type::record('person', $me)
        SET availability = $availability, zone = $zone, welcomed_at = welcomed_at ?? $now
        RETURN NONE
    ";
    tx.run(query, json!({ "me": me, "availability": availability, "zone": zone, "now": tx.now() })).await?;
    tx.emit(Happening::PersonChanged { person: me.clone() }).await
}
