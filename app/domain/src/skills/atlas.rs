//! The atlas: areas, the skills in them, and how supply stands against demand.

use crate::actor::{Actor, Role};
use crate::coverage::{Cover, Risk, count, cover, risk, works_here};
use crate::evidence::Level;
use crate::id::{AreaId, SkillId};
use crate::org::Org;
use crate::query_string::{Pairs, link, print};
use crate::rejection::Rejection;
use crate::search::{Index, fold};
use crate::skill::{Criticality, Skill};
use crate::tag::{AreaTag, SkillTag};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which skills the atlas shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownSkills {
    /// All of them.
    #[default]
    All,
    /// Those below their target.
    Thin,
    /// Those that somebody wants and nobody offers.
    Unmet,
    /// Those that somebody offers.
    Offered,
}

impl ShownSkills {
    /// Every choice, in the order shown.
    pub const ALL: [Self; 4] = [Self::All, Self::Thin, Self::Unmet, Self::Offered];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Thin => "Below target",
            Self::Unmet => "Wanted, nobody offers",
            Self::Offered => "Offered",
        }
    }

    /// The word for it in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Thin => "thin",
            Self::Unmet => "unmet",
            Self::Offered => "offered",
        }
    }
}

/// What part of the atlas to show, as it stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillsQuery {
    /// What was typed.
    pub text: String,
    /// Which skills.
    pub shown: ShownSkills,
}

impl SkillsQuery {
    /// The query of an address; what cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        Self {
            text: pairs.get("q").unwrap_or_default().chars().take(120).collect(),
            shown: pairs
                .get("show")
                .and_then(|word| ShownSkills::ALL.into_iter().find(|shown| shown.word() == word))
                .unwrap_or_default(),
        }
    }

    /// The address of the same with other skills shown.
    pub fn showing(&self, shown: ShownSkills) -> String {
        link("/skills", &Self { shown, ..self.clone() }.to_string())
    }
}

impl std::fmt::Display for SkillsQuery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = (self.shown != ShownSkills::All).then(|| self.shown.word());
        f.write_str(&print([("q", Some(self.text.as_str())), ("show", shown)]))
    }
}

/// The atlas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillsPage {
    /// What was asked for.
    pub query: SkillsQuery,
    /// How many skills there are and how many nobody can teach, in a sentence.
    pub lead: String,
    /// Areas with a skill to show, by name.
    pub areas: Vec<AtlasArea>,
    /// How many skills are shown.
    pub total: u32,
    /// How many skills each choice would show, with the text as it is.
    pub counts: Vec<(ShownSkills, u32)>,
    /// Mistyped words and what they were read as.
    pub read_as: Vec<(String, String)>,
    /// Whether the reader may change the catalogue.
    pub may_edit: bool,
}

/// An area and its skills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtlasArea {
    /// Which.
    pub area: AreaTag,
    /// Its skills, by name.
    pub skills: Vec<AtlasSkill>,
}

/// A skill and how supply stands against demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtlasSkill {
    /// Which.
    pub skill: SkillTag,
    /// How critical it is.
    pub criticality: Criticality,
    /// How many people can teach it.
    pub can_teach: u32,
    /// How many offer to.
    pub offers: u32,
    /// How many want to learn it.
    pub wants: u32,
    /// How it stands against its target.
    pub cover: Cover,
    /// How pressing the gap is.
    pub risk: Option<Risk>,
}

impl AtlasSkill {
    fn of(org: &Org, skill: &Skill) -> Self {
        let cover = cover(org, skill);
        let able = org.knowers_of(&skill.id).filter(|(_, known)| known.estimate.level == Level::CAN_TEACH);
        Self {
            skill: SkillTag::of(org, &skill.id),
            criticality: skill.criticality,
            can_teach: count(able.filter(|(person, _)| works_here(org, person))),
            offers: count(org.offerers_of(&skill.id).filter(|(person, _)| works_here(org, person))),
            wants: count(org.wanters_of(&skill.id).filter(|(person, _)| works_here(org, person))),
            cover,
            risk: risk(skill.criticality, cover),
        }
    }

    const fn is_shown(&self, shown: ShownSkills) -> bool {
        match shown {
            ShownSkills::All => true,
            ShownSkills::Thin => self.risk.is_some(),
            ShownSkills::Unmet => self.wants > 0 && self.offers == 0,
            ShownSkills::Offered => self.offers > 0,
        }
    }
}

/// The atlas as `query` asks for it. Open to everybody who is signed in.
pub fn skills_page(org: &Org, actor: &Actor, query: SkillsQuery) -> Result<SkillsPage, Rejection> {
    actor.may_read()?;
    let (named, read_as) = named(org, &query.text);
    let all: Vec<AtlasSkill> = org.skills().map(|skill| AtlasSkill::of(org, skill)).collect();
    let lead = lead(&all);
    let asked: Vec<AtlasSkill> =
        all.into_iter().filter(|row| named.as_ref().is_none_or(|named| named.contains(&row.skill.id))).collect();
    let counts = ShownSkills::ALL.map(|shown| (shown, count(asked.iter().filter(|row| row.is_shown(shown))))).to_vec();
    let shown: Vec<AtlasSkill> = asked.into_iter().filter(|row| row.is_shown(query.shown)).collect();
    let total = count(shown.iter());
    let may_edit = actor.at_least(Role::ProgramAdmin).is_ok();
    Ok(SkillsPage { query, lead, areas: by_area(org, shown), total, counts, read_as, may_edit })
}

/// The skills that `text` names, by their own name or their area's; `None` when nothing was typed.
fn named(org: &Org, text: &str) -> (Option<BTreeSet<SkillId>>, Vec<(String, String)>) {
    if text.is_empty() {
        return (None, Vec::new());
    }
    let mut areas = crate::search::Shelf::default();
    for area in org.areas() {
        areas.put(area.name.as_str(), &area.id);
    }
    let index = Index::of(org);
    let readings = index.read(text, areas.words());
    let read_as = readings.iter().filter_map(|r| Some((r.typed.clone(), r.read_as()?.to_owned()))).collect();
    let areas: BTreeMap<AreaId, u32> = areas.find_all(&readings);
    let in_area = org.skills().filter(|skill| areas.contains_key(&skill.area)).map(|skill| skill.id.clone());
    let named = index.skills.find_all(&readings).into_keys().chain(in_area).collect();
    (Some(named), read_as)
}

fn by_area(org: &Org, skills: Vec<AtlasSkill>) -> Vec<AtlasArea> {
    let mut areas: BTreeMap<&AreaId, Vec<AtlasSkill>> = BTreeMap::new();
    for row in skills {
        if let Some(skill) = org.skill(&row.skill.id) {
            areas.entry(&skill.area).or_default().push(row);
        }
    }
    let mut areas: Vec<AtlasArea> = areas
        .into_iter()
        .map(|(area, mut skills)| {
            skills.sort_by_cached_key(|row| fold(&row.skill.name));
            AtlasArea { area: AreaTag::of(org, area), skills }
        })
        .collect();
    areas.sort_by_cached_key(|group| fold(&group.area.name));
    areas
}

fn lead(skills: &[AtlasSkill]) -> String {
    let untaught = skills.iter().filter(|row| row.can_teach == 0).count();
    let all = sentence(&counted(skills.len(), "skill", "skills"));
    match (skills.len(), untaught) {
        (0, _) => "No skills yet.".to_owned(),
        (_, 0) => format!("{all}; each has somebody who can teach it."),
        (_, n) => format!("{all}. Nobody can teach {} of them yet.", crate::wording::number(n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    fn page(query: &str) -> SkillsPage {
        skills_page(&fernhill(), &signed_in("noor-halabi"), SkillsQuery::parse(query)).unwrap()
    }

    fn names(page: &SkillsPage) -> Vec<&str> {
        page.areas.iter().flat_map(|area| &area.skills).map(|row| row.skill.name.as_str()).collect()
    }

    #[test]
    fn skills_stand_by_area_with_supply_and_demand() {
        let page = page("");
        let all = ["Infusion pumps", "Palliative talks", "Wound care", "Backup restore", "SQL for reports"];
        assert_eq!(names(&page), all);
        let sql = &page.areas[1].skills[1];
        assert_eq!((sql.can_teach, sql.offers, sql.wants), (1, 1, 2));
        assert_eq!(page.lead, "Five skills; each has somebody who can teach it.");
        assert!(!page.may_edit);
    }

    #[test]
    fn gaps_and_unmet_wants_can_be_shown_alone() {
        assert_eq!(names(&page("show=thin")), ["Infusion pumps", "Palliative talks", "Backup restore"]);
        assert_eq!(names(&page("show=unmet")), ["Infusion pumps"]);
        assert_eq!(page("").counts.iter().map(|(_, n)| *n).collect::<Vec<_>>(), [5, 3, 1, 4]);
    }

    #[test]
    fn a_skill_is_found_by_its_name_or_its_areas_with_typos() {
        assert_eq!(names(&page("q=systems")), ["Backup restore", "SQL for reports"]);
        let mistyped = page("q=paliative");
        assert_eq!(names(&mistyped), ["Palliative talks"]);
        assert_eq!(mistyped.read_as[0].1, "palliative");
        assert_eq!(SkillsQuery::parse("show=thin&q=a+b").to_string(), "q=a+b&show=thin");
    }
}
