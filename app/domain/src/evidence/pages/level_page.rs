//! "How this level comes about": the chances, each piece with what it did, and what would make it surer.

use crate::actor::Role;
use crate::evidence::{
    Belief, Evidence, Explained, Level, Likelihood, Manner, Source, Standing, Weighed, counted_words, explain, silence,
    what,
};
use crate::id::{PersonId, SkillId};
use crate::rejection::{Noun, Rejection};
use crate::tag::{PersonTag, SkillTag};
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// The page. Chances are in parts of 10,000, means in hundredths of a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelPage {
    /// Whose level.
    pub person: PersonTag,
    /// In which skill.
    pub skill: SkillTag,
    /// True for the reader's own.
    pub is_me: bool,
    /// The level; `None` when no piece counts.
    pub level: Option<Level>,
    /// How sure it is, 0 to 3.
    pub certainty: u8,
    /// The chance of each level, lowest first.
    pub chances: [u16; 5],
    /// What the chances come to, in a sentence.
    pub takeaway: String,
    /// Whether it counts as cover, and by how much, in a sentence.
    pub cover: String,
    /// The level that the organisation wants to be reached.
    pub target: Level,
    /// The mean that everybody starts from.
    pub starts_at: u16,
    /// The mean after all pieces.
    pub ends_at: u16,
    /// Each piece, oldest first.
    pub lines: Vec<LevelLine>,
    /// What would make it surer, each with by how much.
    pub surer: Vec<String>,
}

/// One piece with what it did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelLine {
    /// What it is and who gave it: "Manager's estimate, by Priya Raman".
    pub what: String,
    /// Their words.
    pub note: String,
    /// What it says: "alone", or "failed at alone".
    pub says: String,
    /// When.
    pub at: Face,
    /// What it weighs today, in hundredths.
    pub weight: u16,
    /// The mean before it and after it.
    pub mean: (u16, u16),
    /// The chance of the target or above, before it and after it.
    pub reaches: (u16, u16),
    /// The level without it, and the mean.
    pub without: (Level, u16),
    /// Why it counts for less, or for nothing.
    pub silent: Option<String>,
    /// True when it counts for something.
    pub counts: bool,
    /// How its giver rates others. For themself and for program admins alone.
    pub rater: Option<String>,
}

/// How the level of `person` in `skill` comes about, from all `evidence` given for it. Open to everybody who is signed
/// in; how somebody rates others, to that person and program admins. Not found when there is no such person or skill.
pub fn level_page(
    viewer: &Viewer<'_>,
    person: &PersonId,
    skill: &SkillId,
    evidence: &[Evidence],
) -> Result<LevelPage, Rejection> {
    viewer.actor.may_read()?;
    let org = viewer.org;
    org.person(person).ok_or(Rejection::NotFound(Noun::Person))?;
    let target = org.skill(skill).ok_or(Rejection::NotFound(Noun::Skill))?.target.level;
    let explanation = explain(evidence, &org.weighing());
    let belief = explanation.belief;
    let is_known = explanation.rows.iter().any(|row| row.weighed.counts());
    Ok(LevelPage {
        person: PersonTag::of(org, person),
        skill: SkillTag::of(org, skill),
        is_me: viewer.is(person),
        level: is_known.then(|| belief.median()),
        certainty: if is_known { belief.certainty() } else { 0 },
        chances: belief.chances(),
        takeaway: takeaway(belief, is_known),
        cover: cover(belief, target, is_known),
        target,
        starts_at: explanation.prior.mean(),
        ends_at: belief.mean(),
        lines: explanation.rows.iter().map(|row| line(viewer, row, target)).collect(),
        surer: surer(viewer, belief, &explanation.rows, target),
    })
}

fn line(viewer: &Viewer<'_>, row: &Explained<'_>, target: Level) -> LevelLine {
    let piece = row.weighed.piece;
    LevelLine {
        what: what(viewer.org, piece),
        note: piece.note.to_string(),
        says: says(piece),
        at: viewer.day(piece.at),
        weight: row.weighed.hundredths(),
        mean: (row.before.mean(), row.after.mean()),
        reaches: (row.before.at_least(target), row.after.at_least(target)),
        without: (row.without.median(), row.without.mean()),
        silent: silence(viewer, &row.weighed),
        counts: row.weighed.counts(),
        rater: rater(viewer, piece),
    }
}

fn says(piece: &Evidence) -> String {
    let level = piece.level.title();
    match (piece.source, piece.passed) {
        (Source::Own | Source::Imported | Source::Peer | Source::Manager, _) => level.to_owned(),
        (_, Some(false)) => format!("failed at “{level}”"),
        (_, Some(true) | None) => format!("passed at “{level}”"),
    }
}

/// "You said 4; you usually rate half a step higher than others, so it counts as 3.5."
fn rater(viewer: &Viewer<'_>, piece: &Evidence) -> Option<String> {
    let by = piece.by.as_ref().filter(|_| matches!(piece.source, Source::Peer | Source::Manager))?;
    if !viewer.is(by) && viewer.actor.at_least(Role::ProgramAdmin).is_err() {
        return None;
    }
    let rater = viewer.org.weighing().leniency.rater(by)?;
    let words = counted_words(rater)?;
    let (said, counted) = (piece.level.number(), i32::from(piece.level.number()) * 10 - i32::from(rater.tenths));
    let counted = counted.clamp(0, 40);
    let who = if viewer.is(by) { "You said" } else { "Said" };
    Some(format!("{who} {said}; {words}; counted as {}.{}", counted / 10, counted % 10))
}

fn takeaway(belief: Belief, is_known: bool) -> String {
    if !is_known {
        return "Nothing that counts speaks for a level. This is what is known of anybody.".to_owned();
    }
    let (low, high) = belief.likely();
    let share = whole(belief.at_least(low) - belief.at_least(high) + belief.chance(high));
    let levels = if low == high {
        format!("“{}”", low.title())
    } else {
        format!("from “{}” to “{}”", low.title(), high.title())
    };
    format!("With a chance of {share} in 100 the level is {levels}.")
}

fn cover(belief: Belief, target: Level, is_known: bool) -> String {
    let (chance, level) = (whole(belief.at_least(target)), target.title());
    let stands = format!("the chance of “{level}” or above is {chance} in 100, and 70 are needed.");
    if is_known && belief.reaches(target) {
        format!("This counts as cover: {stands}")
    } else {
        format!("This does not count as cover yet: {stands}")
    }
}

/// Parts of 10,000 as whole hundredths. Below the 70 that are needed it never shows 70.
fn whole(chance: u16) -> u16 {
    let rounded = (chance + 50) / 100;
    if rounded == 70 && chance < 7_000 { 69 } else { rounded }
}

/// What would raise the chance of the target most, and what was said too long ago.
fn surer(viewer: &Viewer<'_>, belief: Belief, rows: &[Explained<'_>], target: Level) -> Vec<String> {
    let level = belief.median().max(target);
    let title = level.title();
    let raised = |heard: &Likelihood| {
        let after = belief.after(heard);
        let (before, after) = (whole(belief.at_least(target)), whole(after.at_least(target)));
        (after > before).then(|| format!("{before} → {after} in 100"))
    };
    let word = raised(&Likelihood::of_word(level, Manner::default()))
        .map(|by| format!("A colleague or manager who has not spoken yet says “{title}”: {by}."));
    let drill = raised(&Likelihood::of_drill(target, true))
        .map(|by| format!("Standing in for somebody who does it, at “{}”, goes well: {by}.", target.title()));
    let old =
        rows.iter().map(|row| &row.weighed).filter(|weighed| is_old(weighed)).max_by_key(|weighed| weighed.piece.at);
    let old = old.map(|weighed| {
        let day = viewer.day(weighed.piece.at).text;
        format!(
            "“{}” of {day} is said again; it weighs {} in 100 by now.",
            what(viewer.org, weighed.piece),
            weighed.hundredths()
        )
    });
    [word, drill, old].into_iter().flatten().collect()
}

/// True for somebody's newest word when it has lost more than a third.
fn is_old(weighed: &Weighed<'_>) -> bool {
    let can_be_said_again = matches!(weighed.piece.source, Source::Own | Source::Peer | Source::Manager);
    can_be_said_again && weighed.standing == Standing::Counts && weighed.hundredths() < 67
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{EvidenceRules, Leniency, Noise, Rater};
    use crate::fernhill::{NOW, evidence, fernhill, signed_in, vouched};
    use crate::org::Org;
    use crate::reader::tests::CLOCKS;
    use crate::time::Span;

    fn page(org: &Org, reader: &str, given: &[Evidence]) -> LevelPage {
        let actor = signed_in(reader);
        let viewer = Viewer::of(org, &actor, &CLOCKS);
        level_page(&viewer, &"amara-okafor".parse().unwrap(), &"wound-care".parse().unwrap(), given).unwrap()
    }

    #[test]
    fn a_level_is_explained_from_what_is_known_of_anybody_to_the_number() {
        let page = page(&fernhill(), "wen-li", &vouched("amara-okafor", "wound-care", 4));
        assert_eq!((page.level, page.certainty), (Some(Level::CAN_TEACH), 3));
        assert_eq!((page.starts_at, page.lines.len()), (148, 3));
        assert_eq!(page.lines[0].mean.0, page.starts_at);
        assert!(page.lines.windows(2).all(|pair| pair[0].mean.1 == pair[1].mean.0));
        assert_eq!(page.lines[2].mean.1, page.ends_at);
        assert_eq!(page.lines[0].what, "A colleague’s estimate, by Dag Ek");
        assert!(page.cover.starts_with("This counts as cover"), "{}", page.cover);
        assert_eq!(page.chances.iter().sum::<u16>(), 10_000);
    }

    #[test]
    fn where_nothing_counts_it_is_said() {
        let mut wrong = evidence("amara-okafor", "wound-care", 4, Source::Peer);
        wrong.reversed_at = Some(NOW);
        let page = page(&fernhill(), "wen-li", &[wrong]);
        assert_eq!((page.level, page.certainty), (None, 0));
        assert!(page.takeaway.starts_with("Nothing that counts"));
        assert_eq!(page.lines[0].silent.as_deref(), Some("taken back on 19 Nov"));
        assert!(!page.lines[0].counts);
    }

    #[test]
    fn what_would_make_it_surer_is_named_with_how_much() {
        let mut old = evidence("amara-okafor", "wound-care", 3, Source::Own);
        old.at = NOW.before(Span::days(170));
        let page = page(&fernhill(), "wen-li", &[old]);
        assert_eq!(page.surer.len(), 3, "{:?}", page.surer);
        assert!(page.surer[0].starts_with("A colleague or manager who has not spoken yet says “alone”: "));
        assert!(page.surer[2].starts_with("“Own estimate” of 2 Jun is said again; it weighs 5"), "{}", page.surer[2]);
    }

    #[test]
    fn how_somebody_rates_is_shown_to_themself_and_to_program_admins_alone() {
        let mut org = fernhill();
        let rater = Rater { tenths: 4, noise: Noise::Usual, ratings: 12 };
        let raters = [("priya-raman".parse().unwrap(), rater)].into();
        org.weigh_by(EvidenceRules::USUAL, Leniency { version: 1, raters }, org.weighing().day);
        let given = [evidence("amara-okafor", "wound-care", 4, Source::Manager)];
        let words = |reader| page(&org, reader, &given).lines[0].rater.clone();
        assert_eq!(
            words("priya-raman").as_deref(),
            Some("You said 4; usually half a step higher than others; counted as 3.6")
        );
        assert_eq!(
            words("ines-carvalho").as_deref(),
            Some("Said 4; usually half a step higher than others; counted as 3.6")
        );
        for other in ["amara-okafor", "wen-li"] {
            assert_eq!(words(other), None, "{other}");
        }
    }

    #[test]
    fn a_word_is_explained_to_the_number_also_where_little_is_known_of_who_said_it() {
        let mut org = fernhill();
        let mut counted = |tenths, ratings| {
            let raters = [("priya-raman".parse().unwrap(), Rater { tenths, noise: Noise::Usual, ratings })].into();
            org.weigh_by(EvidenceRules::USUAL, Leniency { version: 1, raters }, org.weighing().day);
            let given = [evidence("amara-okafor", "wound-care", 4, Source::Manager)];
            page(&org, "ines-carvalho", &given).lines[0].rater.clone()
        };
        let said = |way| Some(format!("Said 4; {way}"));
        assert_eq!(counted(1, 1), said("0.1 higher than others so far, from one rating; counted as 3.9"));
        assert_eq!(counted(0, 9), None);
    }

    #[test]
    fn nobody_reads_of_people_and_skills_that_are_not_there() {
        let (org, actor) = (fernhill(), signed_in("wen-li"));
        let viewer = Viewer::of(&org, &actor, &CLOCKS);
        let ask =
            |person: &str, skill: &str| level_page(&viewer, &person.parse().unwrap(), &skill.parse().unwrap(), &[]);
        assert_eq!(ask("nobody", "wound-care"), Err(Rejection::NotFound(Noun::Person)));
        assert_eq!(ask("amara-okafor", "none"), Err(Rejection::NotFound(Noun::Skill)));
    }
}
