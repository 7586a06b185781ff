//! What comes before a skill: a list of others, without circles.

use crate::id::SkillId;
use crate::org::Org;
use crate::rejection::Rejection;
use std::collections::BTreeMap;

/// `after` without repetitions, as what comes before `skill`. Refuses skills that are not there, the skill itself, and
/// one that comes, through others, after it.
pub fn checked(org: &Org, skill: &SkillId, after: Vec<SkillId>) -> Result<Vec<SkillId>, Rejection> {
    let mut kept: Vec<SkillId> = Vec::new();
    for before in after {
        if before == *skill {
            return Err(Rejection::invalid("after", "A skill cannot come before itself. Take it out of the list."));
        }
        if org.skill(&before).is_none() {
            return Err(Rejection::invalid("after", "Choose skills from the list."));
        }
        if let Some(way) = circle(skill, &before, |id| org.skill(id).map(|skill| skill.after.as_slice())) {
            return Err(Rejection::invalid("after", in_words(org, skill, &way)));
        }
        if !kept.contains(&before) {
            kept.push(before);
        }
    }
    Ok(kept)
}

/// From `before` back to `skill` by what comes before what, the shortest way; `None` when it does not lead there, and
/// `before` may come before `skill`.
pub fn circle<'a>(
    skill: &SkillId,
    before: &'a SkillId,
    after: impl Fn(&SkillId) -> Option<&'a [SkillId]>,
) -> Option<Vec<&'a SkillId>> {
    let mut from: BTreeMap<&SkillId, Option<&SkillId>> = BTreeMap::from([(before, None)]);
    let mut open = std::collections::VecDeque::from([before]);
    while let Some(next) = open.pop_front() {
        if next == skill {
            let mut way: Vec<&SkillId> =
                std::iter::successors(Some(next), |id| from.get(*id).copied().flatten()).collect();
            way.reverse();
            return Some(way);
        }
        for earlier in after(next).unwrap_or_default() {
            if !from.contains_key(earlier) {
                from.insert(earlier, Some(next));
                open.push_back(earlier);
            }
        }
    }
    None
}

/// "Infusion pumps would come before itself: it comes before Wound care already. Take one of them out."
fn in_words(org: &Org, skill: &SkillId, way: &[&SkillId]) -> String {
    let name = |id: &SkillId| org.skill(id).map_or_else(|| id.to_string(), |skill| format!("“{}”", skill.name));
    let steps: Vec<String> = way.iter().rev().map(|id| name(id)).collect();
    let (own, last) = (name(skill), steps.last().cloned().unwrap_or_default());
    let through = match steps.as_slice() {
        [_, middle @ .., _] if !middle.is_empty() => format!(", by way of {}", middle.join(" and ")),
        _ => String::new(),
    };
    format!("{own} comes before {last} already{through}, so {last} cannot come before {own}. Take it out of the list.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::fernhill;

    fn id(text: &str) -> SkillId {
        text.parse().unwrap()
    }

    /// Wound care comes after palliative talks, which come after SQL.
    fn chained() -> Org {
        let mut org = fernhill();
        for (skill, after) in [("wound-care", "palliative-talks"), ("palliative-talks", "sql-for-reports")] {
            let mut skill = org.skill(&id(skill)).unwrap().clone();
            skill.after = vec![id(after)];
            org.put_skill(skill);
        }
        org
    }

    fn refused(skill: &str, after: &str) -> String {
        match checked(&chained(), &id(skill), vec![id(after)]) {
            Err(Rejection::Invalid { field, message }) if field == "after" => message,
            other => panic!("not refused: {other:?}"),
        }
    }

    #[test]
    fn each_skill_that_comes_before_stands_once() {
        let after = vec![id("backup-restore"), id("palliative-talks"), id("backup-restore")];
        assert_eq!(checked(&chained(), &id("wound-care"), after).unwrap().len(), 2);
    }

    #[test]
    fn circles_are_refused_and_named() {
        assert!(refused("wound-care", "wound-care").starts_with("A skill cannot come before itself."));
        assert_eq!(
            refused("palliative-talks", "wound-care"),
            "“Palliative talks” comes before “Wound care” already, so “Wound care” cannot come before “Palliative \
             talks”. Take it out of the list."
        );
        assert!(refused("sql-for-reports", "wound-care").contains("already, by way of “Palliative talks”, so"));
        assert!(refused("wound-care", "juggling").starts_with("Choose skills"));
    }

    #[test]
    fn a_circle_that_is_there_already_ends_the_search() {
        let (egg, hen) = ([id("hen")], [id("egg")]);
        let after = |skill: &SkillId| Some(if skill.as_str() == "egg" { egg.as_slice() } else { hen.as_slice() });
        assert_eq!(circle(&id("wound-care"), &egg[0], after), None);
    }
}
