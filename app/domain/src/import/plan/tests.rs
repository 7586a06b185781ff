//! Files become changes, and the same files a second time become none.

use super::*;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId, TeamId};
use crate::import::columns::Field;
use crate::import::issue::Repair;
use crate::team::Team;
use crate::text::{Line, Name, Prose};
use crate::time::Span;

pub(crate) const NOW: Timestamp = Timestamp(1_763_000_000_000);

/// An organisation that imports change, as the store would.
#[derive(Default)]
pub(crate) struct Fernhill {
    pub(crate) org: Org,
    pub(crate) levels: ImportedLevels,
}

impl Fernhill {
    pub(crate) fn plan(&self, files: &[(&str, &str)]) -> (Plan, Vec<Sheet>) {
        let sheets: Vec<Sheet> = files.iter().map(|(file, text)| Sheet::read(file, text.as_bytes()).unwrap()).collect();
        (self.plan_sheets(&sheets), sheets)
    }

    pub(crate) fn plan_sheets(&self, sheets: &[Sheet]) -> Plan {
        self.plan_at(sheets, NOW)
    }

    fn plan_at(&self, sheets: &[Sheet], now: Timestamp) -> Plan {
        let knows_zone = |zone: &Zone| zone.as_str() != "Mars/Olympus";
        let import = ImportId::parse("first").unwrap();
        let setting = Setting { org: &self.org, levels: &self.levels, knows_zone: &knows_zone, import: &import, now };
        plan(sheets, setting)
    }

    pub(crate) fn apply(&mut self, changes: &[Change]) {
        for change in changes.iter().cloned() {
            match change {
                Change::Team(swap) => self.org.put_team(*swap.after.unwrap()),
                Change::Person(swap) => self.org.put_person(*swap.after.unwrap()),
                Change::Area(swap) => self.org.put_area(*swap.after.unwrap()),
                Change::Skill(swap) => self.org.put_skill(*swap.after.unwrap()),
                Change::Want(swap) => {
                    let want = swap.after.unwrap();
                    self.org.put_want(&want.person.clone(), &want.skill.clone(), Some(*want));
                }
                Change::Evidence(given) => {
                    let imported = ImportedLevel { level: given.level, at: given.at };
                    self.levels.put(given.person.clone(), given.skill.clone(), imported);
                    let (person, skill) = (given.person.clone(), given.skill.clone());
                    self.org.put_evidence(&person, &skill, &[*given], NOW);
                }
                Change::Reversal { .. } => panic!("an import takes nothing back"),
            }
        }
    }

    pub(super) fn import(&mut self, files: &[(&str, &str)]) -> Counts {
        let (plan, _) = self.plan(files);
        self.apply(&plan.changes);
        plan.total()
    }
}

pub(super) fn counts(create: u32, update: u32, same: u32, reject: u32) -> Counts {
    Counts { create, update, same, reject }
}

/// What is wrong, as "row field: text".
pub(super) fn said(plan: &Plan) -> Vec<String> {
    let field = |issue: &Issue| issue.field.map(|field| format!(" {}", field.title())).unwrap_or_default();
    plan.issues
        .iter()
        .map(|issue| format!("{}{}: {}", issue.row.unwrap_or(0), field(issue), issue.problem.text()))
        .collect()
}

const TEAMS: &str = "team,parent,kind,purpose\nWard 3,Care,ward,Looks after people\nCare,,department,\n";
pub(super) const PEOPLE: &str = "handle,name,email,team,zone,languages,teaching hours\n\
    amara,Amara Okafor,amara@fernhill.example,Ward 3,Europe/Lisbon,\"English, Igbo\",1.5\n\
    jonas,Jonas Weber,jonas@fernhill.example,Care,,,\n";
const SKILLS: &str = "skill,area,description,criticality,people needed,level needed\n\
    Wound care,Care,Cleans and dresses wounds,High,3,4\nRota planning,Planning,,,,\n";
pub(super) const LEVELS: &str = "person,skill,level\namara,Wound care,5\nJonas Weber,wound  CARE,1\n";
const WANTS: &str = "person,skill,level,priority\njonas@fernhill.example,Wound care,3,Now\n";

pub(crate) fn everything() -> [(&'static str, &'static str); 5] {
    // The order of the files does not matter.
    [("wants.csv", WANTS), ("levels.csv", LEVELS), ("people.csv", PEOPLE), ("skills.csv", SKILLS), ("teams.csv", TEAMS)]
}

#[test]
fn files_that_refer_to_each_other_come_in_together_in_any_order() {
    let mut fernhill = Fernhill::default();
    let (plan, _) = fernhill.plan(&everything());
    assert_eq!((plan.total(), said(&plan)), (counts(9, 0, 0, 0), vec![]));
    fernhill.apply(&plan.changes);

    let org = &fernhill.org;
    let amara = org.person(&PersonId::parse("amara").unwrap()).unwrap();
    assert_eq!(amara.team.as_ref().map(TeamId::as_str), Some("ward-3"));
    assert_eq!(amara.languages.iter().map(Line::as_str).collect::<Vec<_>>(), ["English", "Igbo"]);
    assert_eq!((amara.zone.as_str(), amara.teaching.0), ("Europe/Lisbon", 90));
    let ward = org.team(&TeamId::parse("ward-3").unwrap()).unwrap();
    assert_eq!(ward.parent.as_ref().map(TeamId::as_str), Some("care"));
    let skill = org.skill(&SkillId::parse("wound-care").unwrap()).unwrap();
    assert_eq!((skill.area.as_str(), skill.target.people, skill.target.level), ("care", 3, Level::CAN_TEACH));
    let known = org.known(&amara.id, &skill.id).unwrap();
    assert_eq!(known.estimate.level, Level::CAN_TEACH);
    let want = org.want(&PersonId::parse("jonas").unwrap(), &skill.id).unwrap();
    assert_eq!(want.target, Level::ALONE);
}

#[test]
fn importing_the_same_again_changes_nothing() {
    let mut fernhill = Fernhill::default();
    fernhill.import(&everything());
    let (again, _) = fernhill.plan(&everything());
    assert_eq!((again.changes.len(), again.total()), (0, counts(0, 0, 9, 0)));
}

#[test]
fn a_level_that_is_imported_every_month_is_said_every_month() {
    let mut fernhill = Fernhill::default();
    fernhill.import(&everything());
    let (_, sheets) = fernhill.plan(&[("levels.csv", LEVELS)]);
    let after = |days| fernhill.plan_at(&sheets, NOW.after(Span::days(days)));
    assert_eq!((after(27).changes.len(), after(27).total()), (0, counts(0, 0, 2, 0)));
    let month = after(28);
    assert_eq!(month.total(), counts(0, 2, 0, 0));
    let said_at = |change: &Change| matches!(change, Change::Evidence(given) if given.at == NOW.after(Span::days(28)));
    assert!(month.changes.iter().all(said_at));
    fernhill.apply(&month.changes);
    assert_eq!(fernhill.plan_at(&sheets, NOW.after(Span::days(29))).changes, []);
}

#[test]
fn what_differs_is_changed_and_an_empty_cell_says_nothing() {
    let mut fernhill = Fernhill::default();
    fernhill.import(&everything());
    let people = "handle,name,email,team,title\namara,,amara@fernhill.example,,Ward nurse\njonas,Jonas Weber,,Care,\n";
    assert_eq!(fernhill.import(&[("people.csv", people)]), counts(0, 1, 1, 0));
    let amara = fernhill.org.person(&PersonId::parse("amara").unwrap()).unwrap();
    assert_eq!((amara.name.as_str(), amara.title.as_str()), ("Amara Okafor", "Ward nurse"));
    assert!(amara.team.is_some());
    assert_eq!(fernhill.import(&[("levels.csv", "person,skill,level\namara,Wound care,2\n")]), counts(0, 1, 0, 0));
}

#[test]
fn two_people_of_one_name_are_told_apart_by_address() {
    let mut fernhill = Fernhill::default();
    let people = "name,email\nAnna Schmidt,anna@fernhill.example\nAnna Schmidt,a.schmidt@fernhill.example\n";
    assert_eq!(fernhill.import(&[("people.csv", people)]), counts(2, 0, 0, 0));
    assert_eq!(fernhill.import(&[("people.csv", people), ("skills.csv", SKILLS)]), counts(2, 0, 2, 0));
    let ids: Vec<&str> = fernhill.org.people().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["anna-schmidt", "anna-schmidt-2"]);
    let levels = "person,skill,level\nAnna Schmidt,Wound care,3\na.schmidt@fernhill.example,Wound care,3\n";
    let (plan, _) = fernhill.plan(&[("levels.csv", levels)]);
    assert_eq!(plan.total(), counts(1, 0, 0, 1));
    assert_eq!(plan.issues[0].problem.repair(), Repair::TellApart);
}

#[test]
fn rows_that_repeat_are_taken_once() {
    let text = "handle,email\nnoor,n@f.example\nnoor,N@F.example \nnoor,n@f.example\n";
    let (plan, _) = Fernhill::default().plan(&[("people.csv", text)]);
    assert_eq!(plan.changes.len(), 1);
    assert_eq!((plan.total().create, plan.total().same), (1, 1));
}

#[test]
fn teams_that_stand_above_each_other_in_a_circle_lose_one_link() {
    let mut fernhill = Fernhill::default();
    let ring = "team,parent\nA,B\nB,C\nC,A\nD,D\n";
    let (plan, _) = fernhill.plan(&[("teams.csv", ring)]);
    assert_eq!((plan.total(), plan.issues.len()), (counts(4, 0, 0, 0), 2));
    fernhill.apply(&plan.changes);
    let (again, _) = fernhill.plan(&[("teams.csv", ring)]);
    assert_eq!(again.changes, []);
}

#[test]
fn a_chosen_level_lets_the_rows_of_a_value_in() {
    let mut fernhill = Fernhill::default();
    fernhill.import(&everything());
    let text = "person,skill,level\namara,Rota planning,wizard\n";
    let mut sheet = Sheet::read("levels.csv", text.as_bytes()).unwrap();
    sheet.meaning.scale.choose("wizard", Some(Level::CAN_TEACH));
    assert_eq!(fernhill.plan_sheets(&[sheet]).total(), counts(1, 0, 0, 0));
}

#[test]
fn a_team_keeps_what_the_file_does_not_say() {
    let mut fernhill = Fernhill::default();
    let night = Team {
        id: "night".parse().unwrap(),
        name: Name::parse("name", "Night").unwrap(),
        parent: None,
        kind: Line::parse("kind", "shift").unwrap(),
        purpose: Prose::parse("purpose", "Sleeps by day").unwrap(),
        import: None,
    };
    fernhill.org.put_team(night.clone());
    fernhill.import(&[("teams.csv", "team,kind\nNIGHT,crew\n")]);
    let after = fernhill.org.team(&night.id).unwrap();
    assert_eq!((after.name.as_str(), after.kind.as_str()), ("NIGHT", "crew"));
    assert_eq!((&after.purpose, &after.import), (&night.purpose, &None));
    let (plan, _) = fernhill.plan(&[("teams.csv", "team,purpose\nNight,\n")]);
    assert_eq!(plan.total(), counts(0, 1, 0, 0), "the spelling of a name may change");
    assert_eq!(plan.issues.iter().filter_map(|issue| issue.field).collect::<Vec<Field>>(), []);
}

#[test]
fn hours_to_learn_and_the_last_day_come_in_and_an_empty_cell_leaves_both() {
    let mut fernhill = Fernhill::default();
    let row = |learning: &str, last: &str| {
        format!("handle,email,learning hours,last day\namara,amara@fernhill.example,{learning},{last}\n")
    };
    let amara = |fernhill: &Fernhill| fernhill.org.person(&PersonId::parse("amara").unwrap()).unwrap().clone();
    fernhill.import(&[("people.csv", &row("4.5", "31.12.2026"))]);
    assert_eq!(
        (amara(&fernhill).learning.0, amara(&fernhill).leaves_on.unwrap().iso()),
        (270, "2026-12-31".to_owned())
    );
    let before = amara(&fernhill);
    fernhill.import(&[("people.csv", &row("", ""))]);
    assert_eq!(amara(&fernhill), before);
    let (plan, _) = fernhill.plan(&[("people.csv", &row("many", "soon"))]);
    assert_eq!((plan.changes.len(), said(&plan).len()), (0, 2), "{:?}", said(&plan));
}
