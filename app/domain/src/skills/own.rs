//! One's own skills, to be set in a few seconds each.

use crate::actor::Actor;
use crate::evidence::{Evidence, Level, Source};
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::people::offer_words;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::tag::SkillTag;
use crate::want::Priority;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The page of one's own skills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSkillsPage {
    /// Skills that one knows, wants or offers, by name.
    pub skills: Vec<OwnSkill>,
    /// Every other skill, by name.
    pub others: Vec<SkillTag>,
    /// A few of those that colleagues of the same team and title know.
    pub suggested: Vec<SkillTag>,
}

/// One skill and where one stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSkill {
    /// Which.
    pub skill: SkillTag,
    /// The level that all evidence together gives.
    pub level: Option<Level>,
    /// The level that one last said oneself.
    pub said: Option<Level>,
    /// What that rests on: "own estimate", "counts as “with help”: 3 pieces of evidence".
    pub rests_on: String,
    /// Where it is explained.
    pub how: String,
    /// The level one wants and how soon.
    pub want: Option<(Level, Priority)>,
    /// How one offers it: "45 min, at the ward or by video".
    pub offer: Option<String>,
}

const SUGGESTED: usize = 12;

/// The reader's own skills, with what they said of themself in `given`. Refused for the console, which has none.
pub fn own_skills_page(org: &Org, actor: &Actor, given: &[Evidence]) -> Result<OwnSkillsPage, Rejection> {
    let me = &actor.member()?.id;
    org.person(me).ok_or(Rejection::NotFound(Noun::Person))?;
    let known = org.known_by(me).map(|(skill, _)| skill);
    let wanted = org.wants_of(me).map(|(skill, _)| skill);
    let offered = org.offers_of(me).map(|(skill, _)| skill);
    let mine: BTreeSet<&SkillId> = known.chain(wanted).chain(offered).collect();
    let mut skills: Vec<OwnSkill> =
        mine.iter().map(|skill| own_skill(org, me, skill).beside(said(given, skill))).collect();
    skills.sort_by_cached_key(|own| fold(&own.skill.name));
    let mut others: Vec<SkillTag> =
        org.skills().filter(|skill| !mine.contains(&skill.id)).map(|skill| SkillTag::of(org, &skill.id)).collect();
    others.sort_by_cached_key(|skill| fold(&skill.name));
    Ok(OwnSkillsPage { skills, others, suggested: suggested(org, me, &mine) })
}

impl OwnSkill {
    /// The same beside what one said oneself, which stands in the form; what counts is then said in words.
    fn beside(mut self, said: Option<Level>) -> Self {
        if let (Some(said), Some(level)) = (said, self.level)
            && said != level
        {
            self.rests_on = format!("counts as “{}”: {}", level.title(), self.rests_on);
        }
        Self { said, ..self }
    }
}

/// What one last said oneself and has not taken back.
fn said(given: &[Evidence], skill: &SkillId) -> Option<Level> {
    let own = |piece: &&Evidence| piece.source == Source::Own && piece.skill == *skill && piece.reversed_at.is_none();
    given.iter().filter(own).max_by_key(|piece| piece.at).map(|piece| piece.level)
}

fn own_skill(org: &Org, me: &PersonId, skill: &SkillId) -> OwnSkill {
    let known = org.known(me, skill);
    let rests_on = known.map_or_else(String::new, |known| match (known.estimate.pieces, known.source) {
        (1, source) => source.title().to_owned(),
        (n, Source::Own) => format!("{n} estimates of your own"),
        (n, source) => format!("{n} pieces of evidence, one {}", source.title()),
    });
    OwnSkill {
        skill: SkillTag::of(org, skill),
        level: known.map(|known| known.estimate.level),
        said: None,
        how: format!("/people/{me}/skills/{skill}"),
        rests_on,
        want: org.want(me, skill).map(|want| (want.target, want.priority)),
        offer: org.offer(me, skill).map(offer_words),
    }
}

/// Skills that most colleagues of the same team, or of the same title, know.
fn suggested(org: &Org, me: &PersonId, mine: &BTreeSet<&SkillId>) -> Vec<SkillTag> {
    let Some(own) = org.person(me) else { return Vec::new() };
    let like_me = org.people().filter(|other| {
        let same_team = own.team.is_some() && other.team == own.team;
        let same_title = !own.title.is_empty() && other.title == own.title;
        other.id != *me && (same_team || same_title)
    });
    let mut knowers: BTreeMap<&SkillId, u32> = BTreeMap::new();
    for (skill, known) in like_me.flat_map(|other| org.known_by(&other.id)) {
        if known.estimate.level >= Level::WITH_HELP && !mine.contains(skill) {
            *knowers.entry(skill).or_default() += 1;
        }
    }
    let mut skills: Vec<(&SkillId, u32)> = knowers.into_iter().collect();
    skills.sort_by_key(|(skill, n)| (Reverse(*n), *skill));
    skills.into_iter().take(SUGGESTED).map(|(skill, _)| SkillTag::of(org, skill)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{NOW, evidence, fernhill, signed_in};

    #[test]
    fn everything_one_knows_wants_or_offers_is_there_and_the_rest_can_be_added() {
        let page = own_skills_page(&fernhill(), &signed_in("jonas-weidner"), &[]).unwrap();
        let names: Vec<&str> = page.skills.iter().map(|own| own.skill.name.as_str()).collect();
        assert_eq!(names, ["Backup restore", "SQL for reports"]);
        assert_eq!(page.skills[0].want, Some((Level::ALONE, Priority::Soon)));
        assert_eq!(page.skills[1].offer.as_deref(), Some("45 min, at the ward or by video"));
        assert_eq!(page.others.len(), 3);
        let noor = own_skills_page(&fernhill(), &signed_in("rosalind-achterberg"), &[]).unwrap();
        assert_eq!(noor.suggested[0].name, "Palliative talks");
    }

    #[test]
    fn what_one_said_oneself_stands_beside_what_all_evidence_gives() {
        let mut wrong = evidence("jonas-weidner", "sql-for-reports", 1, Source::Own);
        (wrong.at, wrong.reversed_at) = (NOW, Some(NOW));
        let given = [evidence("jonas-weidner", "sql-for-reports", 3, Source::Own), wrong];
        let page = own_skills_page(&fernhill(), &signed_in("jonas-weidner"), &given).unwrap();
        let levels: Vec<_> = page.skills.iter().map(|own| (own.level, own.said)).collect();
        assert!(page.skills[1].rests_on.starts_with("counts as “can teach”: "), "{}", page.skills[1].rests_on);
        assert_eq!(levels, [(Some(Level::AWARE), None), (Some(Level::CAN_TEACH), Some(Level::ALONE))]);
    }

    #[test]
    fn the_console_has_no_skills() {
        assert_eq!(own_skills_page(&fernhill(), &Actor::Console, &[]), Err(Rejection::SignedOut));
    }
}
