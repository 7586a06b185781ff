//! A skill as text: what a form is filled with and what it sends.

use super::catalogue::SkillDraft;
use crate::actor::{Actor, Role};
use crate::clocks::Day;
use crate::evidence::Level;
use crate::id::{AreaId, SkillId};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::skill::{Criticality, Skill, Target};
use crate::text::{Line, Name, Prose};
use serde::{Deserialize, Serialize};

/// A skill as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillForm {
    /// Which; empty for a new one.
    #[serde(default)]
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The area it belongs to.
    #[serde(default)]
    pub area: String,
    /// What it is.
    #[serde(default)]
    pub description: String,
    /// What each level from 1 to 4 looks like here.
    #[serde(default)]
    pub levels: Vec<String>,
    /// Low, normal, high or critical.
    pub criticality: String,
    /// How many people should know it.
    pub people: String,
    /// How well, 1 to 4.
    pub level: String,
    /// By when, `2026-12-31`; empty for no date.
    #[serde(default)]
    pub by: String,
    /// What comes before it, as chosen from the list.
    #[serde(default)]
    pub after: Vec<String>,
    /// What comes before it, by name.
    #[serde(default)]
    pub after_text: Vec<String>,
}

impl SkillForm {
    /// What a form is filled with: the skill, or the usual for a new one.
    pub fn of(skill: Option<&Skill>) -> Self {
        let text = |pick: fn(&Skill) -> String| skill.map(pick).unwrap_or_default();
        let target = skill.map_or_else(Target::default, |skill| skill.target);
        let line = |level: &Level| {
            let own = skill.and_then(|skill| skill.levels.get(usize::from(level.number())));
            own.map(ToString::to_string).unwrap_or_default()
        };
        Self {
            id: text(|skill| skill.id.to_string()),
            name: text(|skill| skill.name.to_string()),
            area: text(|skill| skill.area.to_string()),
            description: text(|skill| skill.description.to_string()),
            levels: Level::ALL.iter().skip(1).map(line).collect(),
            criticality: skill.map(|skill| skill.criticality).unwrap_or_default().title().to_owned(),
            people: target.people.to_string(),
            level: target.level.number().to_string(),
            by: target.by.map(Day::iso).unwrap_or_default(),
            after: skill.map(|skill| skill.after.iter().map(ToString::to_string).collect()).unwrap_or_default(),
            after_text: Vec::new(),
        }
    }

    /// The same with what comes before it, as chosen from the list and as typed.
    pub fn coming_after(self, after: Vec<String>, after_text: Vec<String>) -> Self {
        Self { after, after_text, ..self }
    }

    /// The same with what is named in `after_text` put into `after`. Refuses names that no skill has.
    pub fn with_names(self, org: &Org, actor: &Actor) -> Result<Self, Rejection> {
        actor.at_least(Role::ProgramAdmin)?;
        let after = crate::chosen::skills(org, "after", &self.after, &self.after_text)?;
        Ok(Self { after: after.iter().map(ToString::to_string).collect(), after_text: Vec::new(), ..self })
    }

    /// The draft; refuses the first field that cannot be taken.
    pub fn parsed(self) -> Result<SkillDraft, Rejection> {
        let id = if self.id.is_empty() { None } else { Some(SkillId::parse(&self.id)?) };
        let people = self.people.trim().parse();
        let people = people.map_err(|_| Rejection::invalid("people", "Write a number of people from 0 to 99."))?;
        Ok(SkillDraft {
            id,
            name: Name::parse("name", &self.name)?,
            area: AreaId::parse(&self.area).map_err(|_| Rejection::invalid("area", "Choose an area from the list."))?,
            description: Prose::parse("description", &self.description)?,
            levels: self.levels.iter().map(|line| Line::parse("levels", line)).collect::<Result<_, _>>()?,
            criticality: Criticality::parse(&self.criticality)?,
            target: Target { people, level: Level::parse(&self.level)?, by: day(&self.by)? },
            after: self.after.iter().map(|id| SkillId::parse(id)).collect::<Result<_, _>>()?,
        })
    }
}

/// The date of a target; none when the field is empty.
fn day(text: &str) -> Result<Option<Day>, Rejection> {
    if text.trim().is_empty() { Ok(None) } else { Day::parse("by", text).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    #[test]
    fn a_form_that_is_not_changed_changes_nothing() {
        let org = fernhill();
        let skill = org.skill(&"wound-care".parse().unwrap()).unwrap();
        let mut skill = skill.clone();
        skill.target.by = Some(Day(20_800));
        skill.after = vec!["sql-for-reports".parse().unwrap()];
        let same = SkillForm::of(Some(&skill)).parsed().unwrap().skill(&org, &Actor::Console).unwrap();
        assert_eq!(same, skill);
        assert_eq!(SkillForm::of(None).level, "3");
    }

    #[test]
    fn a_date_is_a_date_and_what_comes_before_is_chosen_or_named() {
        let (org, ines) = (fernhill(), signed_in("ines-carvalho"));
        let form = SkillForm { after_text: vec!["wound CARE".into()], by: "2027-03-31".into(), ..SkillForm::of(None) };
        let named = form.clone().with_names(&org, &ines).unwrap();
        assert_eq!(named.after, ["wound-care"]);
        let filled =
            |by: &str| SkillForm { name: "Cold chain".into(), area: "care".into(), by: by.into(), ..named.clone() };
        assert_eq!(filled("2027-03-31").parsed().unwrap().target.by, Some(Day(20_908)));
        assert!(matches!(filled("spring").parsed(), Err(Rejection::Invalid { field, .. }) if field == "by"));
        assert!(form.with_names(&org, &signed_in("amara-okafor")).is_err());
    }
}
