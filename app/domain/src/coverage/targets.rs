//! Criticality and targets of many skills at once: found by filter, ticked, previewed, changed in one go, put back in
//! one go.
//!
//! All of it stands in the address, the new values too, so that a preview is a page and works without JavaScript; saving
//! sends that address and what it promised.

mod edit;
mod query;
#[cfg(test)]
mod tests;
mod undo;

pub use edit::{Aim, AimEdit, AimForm, AimSwap};
pub use query::TargetsQuery;
pub use undo::{AimChange, aim_undo};

use super::{Cover, Risk, standing};
use crate::actor::{Actor, Role};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::search::fold;
use crate::skill::{Criticality, Skill, Target};
use crate::tag::{AreaTag, SkillTag};
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::wording::{counted, number, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetsPage {
    /// What was asked for.
    pub query: TargetsQuery,
    /// How many skills are shown and how they stand, in a sentence.
    pub lead: String,
    /// The skills that the filter shows, the most critical first.
    pub rows: Vec<AimRow>,
    /// Areas to filter by.
    pub areas: Vec<AreaTag>,
    /// What saving would do; `None` until somebody asks.
    pub preview: Option<Preview>,
    /// What keeps it from being previewed: the field and the words.
    pub problem: Option<(String, String)>,
    /// The last change of many skills at once.
    pub last: Option<LastChange>,
}

/// One skill and what is aimed at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AimRow {
    /// Which.
    pub skill: SkillTag,
    /// Its area.
    pub area: AreaTag,
    /// How critical it is.
    pub criticality: Criticality,
    /// How many people should know it, how well, by when.
    pub target: Target,
    /// The date in words: "31 Mar".
    pub by: Option<String>,
    /// How it stands.
    pub cover: Cover,
    /// How pressing the gap is.
    pub risk: Option<Risk>,
    /// True when it is ticked.
    pub chosen: bool,
}

/// What saving would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// "Changes 38 skills: 12 fall below target."
    pub sentence: String,
    /// The skills that change, those that fall first.
    pub rows: Vec<PreviewRow>,
    /// What saving has to find again: how many skills change, and how many of them fall.
    pub promise: (u32, u32),
}

/// One skill that would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Which.
    pub skill: SkillTag,
    /// "Normal, 2 at “alone”".
    pub before: String,
    /// "Critical, 3 at “can teach” by 31 Mar".
    pub after: String,
    /// How it would stand.
    pub cover: Cover,
    /// True when it reaches its target and would not any more.
    pub falls: bool,
}

/// The last change of many skills at once, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastChange {
    /// "Inês Carvalho changed 38 skills, yesterday 10:12."
    pub words: String,
    /// What undoing it sends; `None` when it is undone.
    pub undo: Option<Timestamp>,
    /// Skills that stayed as they were when it was undone, because somebody had changed them since.
    pub kept: Vec<SkillTag>,
}

/// The page that `query` asks for. Open to program admins.
pub fn targets_page(
    viewer: &Viewer<'_>,
    query: TargetsQuery,
    last: Option<&AimChange>,
) -> Result<TargetsPage, Rejection> {
    viewer.actor.at_least(Role::ProgramAdmin)?;
    let org = viewer.org;
    let mut rows: Vec<AimRow> = query.shown(org).map(|skill| row(org, skill, &query)).collect();
    rows.sort_by_cached_key(|row| (Reverse(row.criticality), Reverse(row.risk), fold(&row.skill.name)));
    let mut areas: Vec<AreaTag> = org.areas().map(|area| AreaTag::of(org, &area.id)).collect();
    areas.sort_by_cached_key(|area| fold(&area.name));
    let (preview, problem) = match query.is_asked.then(|| swaps(org, viewer.actor, &query)) {
        None => (None, None),
        Some(Ok(swaps)) => (Some(preview(org, &swaps)), None),
        Some(Err(Rejection::Invalid { field, message })) => (None, Some((field, message))),
        Some(Err(refused)) => return Err(refused),
    };
    let lead = lead(&rows, org.skills().count());
    let last = last.map(|change| change.in_words(viewer));
    Ok(TargetsPage { query, lead, rows, areas, preview, problem, last })
}

fn row(org: &Org, skill: &Skill, query: &TargetsQuery) -> AimRow {
    let standing = standing(org, skill);
    AimRow {
        skill: SkillTag::of(org, &skill.id),
        area: AreaTag::of(org, &skill.area),
        criticality: skill.criticality,
        target: skill.target,
        by: skill.target.by.map(crate::clocks::Day::short),
        cover: standing.cover,
        risk: standing.risk,
        chosen: query.all || query.skills.contains(&skill.id),
    }
}

/// "12 of 174 skills, three below target."
fn lead(rows: &[AimRow], total: usize) -> String {
    let below = rows.iter().filter(|row| row.risk.is_some()).count();
    let shown = if rows.len() == total {
        sentence(&counted(total, "skill", "skills"))
    } else {
        format!("{} of {}", sentence(&number(rows.len())), counted(total, "skill", "skills"))
    };
    match below {
        0 if rows.is_empty() => "No skill is like that.".to_owned(),
        0 => format!("{shown}, none below target."),
        n => format!("{shown}, {} below target.", number(n)),
    }
}

/// What `query` changes, skill by skill; those that aim at it already are left out. Refuses all but program admins, and
/// a form that ticks no skill, sets nothing, or sets what cannot be.
fn swaps(org: &Org, actor: &Actor, query: &TargetsQuery) -> Result<Vec<AimSwap>, Rejection> {
    actor.at_least(Role::ProgramAdmin)?;
    let edit = query.set.parsed()?;
    let chosen: Vec<&Skill> = query.chosen(org).collect();
    if chosen.is_empty() {
        return Err(Rejection::invalid("skill", "Tick the skills that should change."));
    }
    if edit == AimEdit::default() {
        return Err(Rejection::invalid("set", "Choose what should change: criticality, people, level or date."));
    }
    let swap = |skill: &Skill| {
        let before = Aim::of(skill);
        AimSwap { skill: skill.id.clone(), before, after: edit.applied(before) }
    };
    Ok(chosen.into_iter().map(swap).filter(|swap| swap.before != swap.after).collect())
}

/// What `query` changes. Refuses what the preview refuses, and a promise that it would not keep any more because
/// something has changed since.
pub fn aim_change(
    org: &Org,
    actor: &Actor,
    query: &TargetsQuery,
    promise: (u32, u32),
) -> Result<Vec<AimSwap>, Rejection> {
    let swaps = swaps(org, actor, query)?;
    if preview(org, &swaps).promise != promise {
        return Err(Rejection::Stale("Something has changed since you looked. Preview it again, then save.".into()));
    }
    if swaps.is_empty() {
        return Err(Rejection::Conflict("These skills aim at that already. Nothing was changed.".into()));
    }
    Ok(swaps)
}

fn preview(org: &Org, swaps: &[AimSwap]) -> Preview {
    let mut rows: Vec<PreviewRow> = swaps.iter().filter_map(|swap| preview_row(org, swap)).collect();
    rows.sort_by_cached_key(|row| (!row.falls, fold(&row.skill.name)));
    let falls = rows.iter().filter(|row| row.falls).count();
    let skills = counted(rows.len(), "skill", "skills");
    let sentence = match (rows.len(), falls) {
        (0, _) => "Nothing changes: these skills aim at that already.".to_owned(),
        (_, 0) => format!("Changes {skills}; none falls below target."),
        (_, 1) => format!("Changes {skills}: one falls below target."),
        (_, n) => format!("Changes {skills}: {} fall below target.", number(n)),
    };
    let sentence = beyond(org, swaps).map_or_else(|| sentence.clone(), |beyond| format!("{sentence} {beyond}"));
    let wide = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Preview { sentence, promise: (wide(rows.len()), wide(falls)), rows }
}

/// "80 people are more than the 64 who work here; no plan reaches that." `None` where everything can be reached.
fn beyond(org: &Org, swaps: &[AimSwap]) -> Option<String> {
    let here = super::working_here(org);
    let most = swaps.iter().map(|swap| u32::from(swap.after.target.people)).max()?;
    (most > here).then(|| format!("{most} people are more than the {here} who work here; no plan reaches that."))
}

fn preview_row(org: &Org, swap: &AimSwap) -> Option<PreviewRow> {
    let now = org.skill(&swap.skill)?;
    let then = swap.after.put(now);
    let (before, after) = (standing(org, now), standing(org, &then));
    Some(PreviewRow {
        skill: SkillTag::of(org, &swap.skill),
        before: swap.before.in_words(),
        after: swap.after.in_words(),
        cover: after.cover,
        falls: before.risk.is_none() && after.risk.is_some(),
    })
}
