//! What the board comes to, in a sentence.

use super::Counts;
use super::row::SkillAtRisk;
use crate::tag::TeamTag;
use crate::wording::{counted, number, sentence};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// "Three critical skills have one person. Two of the three are in Care East."
pub(super) fn takeaway(skills: &[SkillAtRisk], counts: Counts, critical: bool) -> String {
    let what = if critical { ("critical skill", "critical skills") } else { ("skill", "skills") };
    let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let has = |n: u32| if n == 1 { "has" } else { "have" };
    if skills.is_empty() {
        return format!("Every {} has as many people as it should.", what.0);
    }
    let mut parts = Vec::new();
    if counts.nobody > 0 {
        let skills = counted(wide(counts.nobody), what.0, what.1);
        parts.push(format!(
            "{skills} {} nobody who covers {}",
            has(counts.nobody),
            if counts.nobody == 1 { "it" } else { "them" }
        ));
    }
    if counts.one > 0 {
        let skills =
            if parts.is_empty() { counted(wide(counts.one), what.0, what.1) } else { number(wide(counts.one)) };
        parts.push(format!("{skills} {} one person", has(counts.one)));
    }
    if parts.is_empty() {
        let skills = counted(skills.len(), what.0, what.1);
        return format!("{} below target, none of them on one person alone.", sentence(&skills));
    }
    format!("{}.{}", sentence(&parts.join("; ")), most_in(skills))
}

/// " Two of the four are in Care East." when one team holds more than one of the skills on one head or none.
fn most_in(skills: &[SkillAtRisk]) -> String {
    let thin: Vec<&SkillAtRisk> = skills.iter().filter(|row| row.cover.have < 2).collect();
    let mut teams: BTreeMap<&TeamTag, usize> = BTreeMap::new();
    for team in thin.iter().filter_map(|row| row.team.as_ref()) {
        *teams.entry(team).or_default() += 1;
    }
    match teams.into_iter().max_by_key(|(team, n)| (*n, Reverse(*team))) {
        Some((team, n)) if n > 1 => {
            format!(" {} of the {} are in {}.", sentence(&number(n)), number(thin.len()), team.name)
        }
        Some(_) | None => String::new(),
    }
}
