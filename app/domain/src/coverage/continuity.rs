//! The risk board: skills below their target, the most pressing first; what hangs on one person; what goes away by
//! itself; how it went; and where in the organisation it is thin.

mod query;
pub(super) mod row;
mod words;

pub use query::{BoardView, ContinuityQuery, Shown};
pub use row::{SkillAtRisk, learning_now};

use super::concentration::concentrations;
use super::expiring::expiring;
use super::outlook::Outlook;
use super::trend::risk_trend;
use super::{About, Concentration, Cover, Expiring, Heat, RiskTrend, Sight, Standing, heat, members_below, standing};
use crate::actor::Role;
use crate::id::PersonId;
use crate::org::Org;
use crate::rejection::Rejection;
use crate::search::fold;
use crate::skill::{Criticality, Skill};
use crate::tag::TeamTag;
use crate::viewer::Viewer;
use row::{Taught, at_risk, people_around};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContinuityPage {
    /// What was asked for.
    pub query: ContinuityQuery,
    /// What it all comes to, in a sentence.
    pub takeaway: String,
    /// Skills below their target that the list is about, the most pressing first.
    pub skills: Vec<SkillAtRisk>,
    /// How many more there are than are listed.
    pub more: u32,
    /// How many skills each list holds.
    pub counts: Counts,
    /// Skills that hang on one person together; when that is the list.
    pub concentrations: Vec<Concentration>,
    /// Skills whose cover goes away by itself; when that is the list.
    pub expiring: Vec<Expiring>,
    /// How risk went over the last weeks.
    pub trend: Option<RiskTrend>,
    /// Where it is thin, team by team.
    pub heat: Heat,
    /// Teams to choose from.
    pub teams: Vec<TeamTag>,
    /// What the reader can do from here.
    pub may: Verbs,
}

/// What somebody can do from the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verbs {
    /// Plan how gaps are closed.
    pub plan: bool,
    /// Change targets of many skills at once.
    pub aim: bool,
    /// Ask about others than themself what falls without them.
    pub ask_about_others: bool,
}

/// How many skills stand how badly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Nobody covers them.
    pub nobody: u32,
    /// One person does.
    pub one: u32,
    /// More than one, and fewer than should.
    pub below: u32,
    /// Groups of skills that hang on one person together.
    pub concentrations: u32,
    /// Their cover goes away by itself.
    pub expiring: u32,
}

impl Counts {
    /// How many a list holds.
    pub const fn of(self, view: BoardView) -> u32 {
        match view {
            BoardView::Below => self.nobody.saturating_add(self.one).saturating_add(self.below),
            BoardView::Nobody => self.nobody,
            BoardView::One => self.one,
            BoardView::Concentration => self.concentrations,
            BoardView::Expiring => self.expiring,
        }
    }

    fn add(&mut self, cover: Cover) {
        match cover.have {
            0 => self.nobody += 1,
            1 => self.one += 1,
            _ => self.below += 1,
        }
    }
}

/// The longest list shown at once.
const LONGEST: usize = 200;

/// The board that `query` asks for. Open to everybody who is signed in: the subject is the skill. `outlook` says how
/// things were and will be.
pub fn continuity_page(
    viewer: &Viewer<'_>,
    query: ContinuityQuery,
    outlook: &Outlook,
) -> Result<ContinuityPage, Rejection> {
    let org = viewer.org;
    let sight = Sight::of(org, viewer.actor)?;
    let members = query.team.as_ref().map(|team| members_below(org, team));
    let marked = org.skills().any(|skill| skill.criticality >= Criticality::High);
    let only_critical = marked && query.shown == Shown::Critical;
    let standings = standings(org, only_critical, members.as_ref());
    let (mut skills, mut counts) = below(viewer, &standings);
    let takeaway = words::takeaway(&skills, counts, only_critical);
    skills.retain(|row| match query.view {
        BoardView::Below => true,
        BoardView::Nobody => row.cover.have == 0,
        BoardView::One => row.cover.have == 1,
        BoardView::Concentration | BoardView::Expiring => false,
    });
    let more = u32::try_from(skills.len().saturating_sub(LONGEST)).unwrap_or(u32::MAX);
    skills.truncate(LONGEST);
    let mut concentrations = concentrations(org, &sight, &standings);
    let mut expiring = expiring(viewer, &sight, &standings, outlook);
    counts.concentrations = super::count(concentrations.iter());
    counts.expiring = super::count(expiring.iter());
    concentrations.truncate(if query.view == BoardView::Concentration { LONGEST } else { 0 });
    expiring.truncate(if query.view == BoardView::Expiring { LONGEST } else { 0 });
    let all: Vec<&Skill> = standings.iter().map(|standing| standing.skill).collect();
    let trend = risk_trend(viewer, &all, outlook);
    let heat = heat(org, About { members: members.as_ref(), only_critical, part: query.map });
    let (teams, may) = (teams(org), verbs(viewer, &sight));
    Ok(ContinuityPage { query, takeaway, skills, more, counts, concentrations, expiring, trend, heat, teams, may })
}

/// How every skill stands that the board is about.
fn standings<'a>(org: &'a Org, only_critical: bool, members: Option<&BTreeSet<PersonId>>) -> Vec<Standing<'a>> {
    let wanted = |skill: &&Skill| !only_critical || skill.criticality >= Criticality::High;
    let used =
        |skill: &&Skill| members.is_none_or(|members| people_around(org, skill).any(|person| members.contains(person)));
    org.skills().filter(wanted).filter(used).map(|skill| standing(org, skill)).collect()
}

/// Those below their target, the most pressing first, and how many stand how badly.
fn below(viewer: &Viewer<'_>, standings: &[Standing<'_>]) -> (Vec<SkillAtRisk>, Counts) {
    let taught = Taught::of(viewer.org);
    let mut counts = Counts::default();
    let mut skills: Vec<SkillAtRisk> = standings
        .iter()
        .filter_map(|standing| at_risk(viewer.org, standing, &taught, viewer.clocks.now))
        .inspect(|row| counts.add(row.cover))
        .collect();
    skills
        .sort_by_cached_key(|row| (Reverse(row.risk), Reverse(row.criticality), row.cover.have, fold(&row.skill.name)));
    (skills, counts)
}

fn teams(org: &Org) -> Vec<TeamTag> {
    let mut teams: Vec<TeamTag> = org.teams().map(|team| TeamTag::of(org, &team.id)).collect();
    teams.sort_by_cached_key(|team| fold(&team.name));
    teams
}

fn verbs(viewer: &Viewer<'_>, sight: &Sight) -> Verbs {
    Verbs {
        plan: viewer.actor.at_least(Role::Manager).is_ok(),
        aim: viewer.actor.at_least(Role::ProgramAdmin).is_ok(),
        ask_about_others: sight.is_wide(),
    }
}

#[cfg(test)]
mod tests;
