//! Rows of skills. An area that a row names is brought along.

use super::cells::Cells;
use super::world::{Meeting, World, shown};
use super::{Change, Fate, Swap};
use crate::clocks::Day;
use crate::evidence::Level;
use crate::id::SkillId;
use crate::import::columns::Field;
use crate::import::issue::Problem;
use crate::import::sheet::Sheet;
use crate::rejection::{Noun, Rejection};
use crate::skill::{Criticality, Skill, Target};
use crate::skills::{MOST_PEOPLE, circle};
use crate::text::{Name, Prose};

/// The area of skills that name none.
const NO_AREA: &str = "General";

/// Makes every skill of the files known before any row is taken, so that what comes before a skill may stand below it.
pub(super) fn announce(sheets: &[(usize, &Sheet)], world: &mut World<'_>) {
    let mut named: Vec<(SkillId, &str)> = Vec::new();
    for (place, sheet) in sheets {
        for row in &sheet.table.rows {
            let mut cells = Cells::open(*place, sheet, row);
            if let Some((id, ..)) = identity(&mut cells, world) {
                named.extend(cells.text(Field::After).map(|after| (id, after)));
            }
        }
    }
    for (skill, after) in named {
        let after = listed(after).filter_map(|name| world.skills.find(name)).collect();
        world.before.insert(skill, after);
    }
}

/// Which skill the row is about, what it is called, and the area that it names.
fn identity(cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<(SkillId, Name, Option<Name>)> {
    cells.needed(Field::Name);
    let name = cells.fitting(Field::Name, |text| Name::parse("name", text));
    let area = cells.fitting(Field::Area, |text| Name::parse("area", text));
    let name = name.filter(|_| !cells.stay_out())?;
    let Some(id) = world.skills.find_or_add(name.as_str()) else {
        cells.note(Field::Name, Problem::Unfit { advice: "Use at least one letter or digit.".into() });
        return None;
    };
    Some((id, name, area))
}

pub(super) fn take(cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<Fate> {
    let (id, name, area) = identity(cells, world)?;
    match world.meet(cells, id.to_string()) {
        Meeting::First => {}
        Meeting::Again => return Some(Fate::Same),
        Meeting::Contradicts => return None,
    }
    let before = world.setting.org.skill(&id).cloned();
    let named = match (area, &before) {
        (Some(area), _) => Some(area),
        (None, Some(_)) => None,
        (None, None) => Name::parse("area", NO_AREA).ok(),
    };
    let area = named.and_then(|area| world.area(&area)).or(before.as_ref().map(|skill| skill.area.clone()));
    let Some(area) = area else {
        cells.note(Field::Area, Problem::Unfit { advice: "Use at least one letter or digit.".into() });
        return None;
    };
    let mut after = before.clone().unwrap_or_else(|| Skill {
        id,
        name: name.clone(),
        area: area.clone(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::default(),
        target: Target::default(),
        after: Vec::new(),
        import: Some(world.setting.import.clone()),
    });
    after.name = name;
    after.area = area;
    details(cells, &mut after);
    if let Some(text) = cells.text(Field::After) {
        after.after = comes_before(cells, world, &after.id, text);
    }
    let fate = Fate::of(before.as_ref(), &after);
    if fate != Fate::Same {
        world.changes.push(Change::Skill(Swap::put(before, after)));
    }
    Some(fate)
}

/// All that the row says beyond which skill it is.
fn details(cells: &mut Cells<'_>, skill: &mut Skill) {
    if let Some(description) = cells.perhaps(Field::Description, |text| Prose::parse("description", text)) {
        skill.description = description;
    }
    if let Some(criticality) = cells.perhaps(Field::Criticality, criticality) {
        skill.criticality = criticality;
    }
    if let Some(people) = cells.perhaps(Field::TargetPeople, people) {
        skill.target.people = people;
    }
    if let Some(level) = cells.perhaps(Field::TargetLevel, level) {
        skill.target.level = level;
    }
    if let Some(day) = cells.perhaps(Field::TargetDay, |text| Day::parse("by", text)) {
        skill.target.by = Some(day);
    }
}

/// The names of a cell that holds several.
fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|name| !name.is_empty())
}

/// The skills that `text` names, as what comes before `skill`; those that are not known, and those that would close a
/// circle, are noted and left out.
fn comes_before(cells: &mut Cells<'_>, world: &mut World<'_>, skill: &SkillId, text: &str) -> Vec<SkillId> {
    let mut kept: Vec<SkillId> = Vec::new();
    for name in listed(text) {
        let Some(before) = world.skills.find(name) else {
            let like =
                world.like(Noun::Skill, name).map(|like| format!(" (did you mean “{like}”?)")).unwrap_or_default();
            let advice = format!("there is no skill “{}”{like}", shown(name));
            cells.note(Field::After, Problem::LeftOut { advice });
            continue;
        };
        if circle(skill, &before, |id| world.before.get(id).map(Vec::as_slice)).is_some() {
            let advice = format!("“{}” comes after this skill itself", shown(name));
            cells.note(Field::After, Problem::LeftOut { advice });
            world.before.entry(skill.clone()).or_default().retain(|other| *other != before);
        } else if !kept.contains(&before) {
            kept.push(before);
        }
    }
    kept
}

fn criticality(text: &str) -> Result<Criticality, Rejection> {
    Criticality::ALL
        .into_iter()
        .find(|choice| choice.title().eq_ignore_ascii_case(text))
        .ok_or_else(|| Rejection::invalid("criticality", "Write low, normal, high or critical."))
}

fn people(text: &str) -> Result<u8, Rejection> {
    let number = text.parse::<u8>().ok().filter(|number| *number <= MOST_PEOPLE);
    number.ok_or_else(|| Rejection::invalid("people", "Write a number of people from 0 to 99."))
}

fn level(text: &str) -> Result<Level, Rejection> {
    let by_word = Level::ALL.into_iter().find(|level| level.title().eq_ignore_ascii_case(text));
    let level = by_word.or_else(|| Level::parse(text).ok()).filter(|level| *level > Level::NONE);
    level.ok_or_else(|| Rejection::invalid("level", "Choose a level from 1 (aware) to 4 (can teach)."))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Fernhill, said};
    use crate::clocks::Day;
    use crate::evidence::Level;
    use crate::org::Org;
    use crate::skill::Target;

    fn after(org: &Org, skill: &str) -> Vec<String> {
        org.skill(&skill.parse().unwrap()).unwrap().after.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_date_and_what_comes_before_come_in_whatever_the_order_of_the_rows() {
        let mut fernhill = Fernhill::default();
        let text = "skill,needed by,prerequisites\nWound care,2027-03-31,Hand hygiene; Anatomy ;\nHand hygiene,,\n\
                    Anatomy,31.01.2027,\n";
        let (plan, _) = fernhill.plan(&[("skills.csv", text)]);
        assert_eq!((plan.total().create, said(&plan)), (3, vec![]));
        fernhill.apply(&plan.changes);
        assert_eq!(after(&fernhill.org, "wound-care"), ["hand-hygiene", "anatomy"]);
        let by = |skill: &str| fernhill.org.skill(&skill.parse().unwrap()).unwrap().target.by;
        assert_eq!((by("wound-care"), by("hand-hygiene")), (Some(Day(20_908)), None));
        assert_eq!(fernhill.plan(&[("skills.csv", text)]).0.changes, []);
    }

    #[test]
    fn targets_have_the_limits_that_they_have_by_hand() {
        let mut fernhill = Fernhill::default();
        let text = "skill,people needed,level needed\nEggs,0,0\nHens,99,none\nNests,100,can teach\n";
        let (plan, _) = fernhill.plan(&[("skills.csv", text)]);
        let level = "Level needed: Choose a level from 1 (aware) to 4 (can teach) – comes in without it";
        assert_eq!(
            said(&plan),
            [
                format!("2 {level}"),
                format!("3 {level}"),
                "4 People needed: Write a number of people from 0 to 99 – comes in without it".to_owned(),
            ]
        );
        fernhill.apply(&plan.changes);
        let target = |skill: &str| fernhill.org.skill(&skill.parse().unwrap()).unwrap().target;
        assert_eq!((target("eggs").people, target("hens").people), (0, 99));
        assert_eq!((target("eggs").level, target("nests").level), (Target::default().level, Level::CAN_TEACH));
    }

    #[test]
    fn circles_unknown_names_and_dates_that_are_none_are_left_out_by_name() {
        let mut fernhill = Fernhill::default();
        let text = "skill,needed by,prerequisites\nEggs,spring,Hens\nHens,,Eggs\nNests,,Egs;Twigs;Nests\n";
        let (plan, _) = fernhill.plan(&[("skills.csv", text)]);
        assert_eq!(
            said(&plan),
            [
                "2 Needed by: Write a day such as 2026-11-18 – comes in without it",
                "2 What comes before: “Hens” comes after this skill itself – comes in without it",
                "4 What comes before: there is no skill “Egs” (did you mean “Eggs”?) – comes in without it",
                "4 What comes before: there is no skill “Twigs” – comes in without it",
                "4 What comes before: “Nests” comes after this skill itself – comes in without it",
            ]
        );
        fernhill.apply(&plan.changes);
        assert_eq!((after(&fernhill.org, "eggs"), after(&fernhill.org, "hens")), (vec![], vec!["eggs".to_owned()]));
    }
}
