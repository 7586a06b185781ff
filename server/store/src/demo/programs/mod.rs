//! Eight programs of Fernhill, at least one of each kind and one in each phase of its life. What happened in them is told
//! as it happened, by the same rules as when people do it.

mod across;
mod care;
mod script;
mod swaps;
mod together;

pub use script::DemoProgram;

use super::Company;
use super::calendar::Calendar;
use domain::org::Org;
use domain::time::Timestamp;

/// Who makes programs, and who runs them from day to day.
const INES: &str = "ines-carvalho";
const SOL: &str = "sol-lindqvist";
const PRIYA: &str = "priya-raman";

/// All of them, by id.
pub(super) fn programs(calendar: &Calendar, company: &Company) -> Vec<DemoProgram> {
    let mut org = Org::default();
    company.teams.iter().for_each(|team| org.put_team(team.clone()));
    company.people.iter().for_each(|person| org.put_person(person.clone()));
    let mut programs = vec![
        care::pairs(&org, calendar),
        care::night_circle(&org, calendar),
        across::across_fernhill(&org, calendar),
        swaps::first_thursday(&org, calendar),
        swaps::winter_driving(&org, calendar),
        together::lunch_table(&org, calendar),
        together::one_rota(&org, calendar),
        together::autumn_feedback(&org, calendar),
    ];
    programs.sort_by(|one, other| one.program.id.cmp(&other.program.id));
    let now: Timestamp = calendar.now();
    assert!(programs.iter().flat_map(|made| &made.happened).all(|told| told.at < now), "the past is over");
    programs
}
