//! Skill lanes: the level of each skill, how sure it is, and line by line what it rests on.

use crate::actor::Actor;
use crate::evidence::{Evidence, Level, Source, silence, what};
use crate::id::{PersonId, SkillId};
use crate::search::fold;
use crate::skills::may_take_back;
use crate::tag::SkillTag;
use crate::time::{Face, Timestamp};
use crate::viewer::Viewer;
use crate::wording::counted;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// One skill on somebody's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// Which.
    pub skill: SkillTag,
    /// Whether they teach or want it.
    pub kind: LaneKind,
    /// Their level; none when nothing speaks for one.
    pub level: Level,
    /// How sure that is, 0 to 3.
    pub certainty: u8,
    /// The level they want, when it is above theirs.
    pub goal: Option<Level>,
    /// What it rests on, in a few words: "taught it, a colleague's estimate".
    pub rests_on: String,
    /// How many pieces of evidence there are, also those taken back.
    pub pieces: u16,
    /// When they last taught or learned it: "17 Nov" or "never".
    pub last_used: String,
    /// Every piece, the weightiest first.
    pub sources: Vec<SourceLine>,
}

/// Whether somebody teaches or wants a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    /// They offer to teach it.
    Teach,
    /// They want to learn it.
    Learn,
    /// Neither.
    Plain,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// What it is and who gave it: "Manager's estimate, by Priya Raman".
    pub what: String,
    /// Their words.
    pub note: String,
    /// The level it speaks for.
    pub level: Level,
    /// When.
    pub at: Face,
    /// How much it weighs now, in hundredths; 0 when it counts for nothing.
    pub weight: u32,
    /// Why it counts for nothing: taken back, or said anew since.
    pub silent: Option<String>,
    /// The moment by which the reader, who gave it, can take it back.
    pub take_back: Option<Timestamp>,
    /// True when the reader said it, and can say it again.
    pub is_readers: bool,
}

/// Every skill that `person` knows, wants or offers.
pub(super) fn lanes(viewer: &Viewer<'_>, person: &PersonId, evidence: &[Evidence]) -> Vec<Lane> {
    let org = viewer.org;
    let mut by_skill: BTreeMap<&SkillId, Vec<Evidence>> = BTreeMap::new();
    for piece in evidence.iter().filter(|piece| piece.person == *person) {
        by_skill.entry(&piece.skill).or_default().push(piece.clone());
    }
    let known = org.known_by(person).map(|(skill, _)| skill);
    let wanted = org.wants_of(person).map(|(skill, _)| skill);
    let offered = org.offers_of(person).map(|(skill, _)| skill);
    let skills: BTreeSet<&SkillId> = known.chain(wanted).chain(offered).chain(by_skill.keys().copied()).collect();
    let none = Vec::new();
    let lane = |skill: &SkillId| lane(viewer, person, skill, by_skill.get(skill).unwrap_or(&none));
    let mut lanes: Vec<Lane> = skills.into_iter().filter(|skill| org.skill(skill).is_some()).map(lane).collect();
    lanes.sort_by_cached_key(|lane| {
        (lane.kind != LaneKind::Teach, Reverse(lane.level), lane.kind, fold(&lane.skill.name))
    });
    lanes
}

fn lane(viewer: &Viewer<'_>, person: &PersonId, skill: &SkillId, given: &[Evidence]) -> Lane {
    let org = viewer.org;
    let known = org.known(person, skill);
    let want = org.want(person, skill);
    let level = known.map(|known| known.estimate.level).unwrap_or_default();
    let kind = match (org.offer(person, skill), want) {
        (Some(_), _) => LaneKind::Teach,
        (None, Some(_)) => LaneKind::Learn,
        (None, None) => LaneKind::Plain,
    };
    let used = given.iter().filter(|piece| matches!(piece.source, Source::Taught | Source::Attended));
    let used = used.filter(|piece| piece.reversed_at.is_none()).map(|piece| piece.at).max();
    Lane {
        skill: SkillTag::of(org, skill),
        kind,
        level,
        certainty: known.map_or(0, |known| known.estimate.certainty),
        goal: want.map(|want| want.target).filter(|target| *target > level),
        rests_on: rests_on(given),
        pieces: u16::try_from(given.len()).unwrap_or(u16::MAX),
        last_used: used.map_or_else(|| "never".to_owned(), |at| viewer.day(at).text),
        sources: given_lines(viewer, given),
    }
}

/// Own words and estimates; what was imported, attended or taught is nobody's to say again.
fn is_said_by(actor: &Actor, piece: &Evidence) -> bool {
    let is_word = matches!(piece.source, Source::Own | Source::Peer | Source::Manager);
    is_word && piece.by.is_some() && piece.by.as_ref() == actor.person()
}

/// The kinds of evidence that stand, the most trusted first, at most two.
fn rests_on(given: &[Evidence]) -> String {
    let standing: BTreeSet<Reverse<Source>> =
        given.iter().filter(|piece| piece.reversed_at.is_none()).map(|piece| Reverse(piece.source)).collect();
    let words: Vec<&str> = standing.iter().take(2).map(|source| source.0.title()).collect();
    match (words.is_empty(), given.len()) {
        (true, 0) => "no evidence yet".to_owned(),
        (true, n) => format!("{} taken back", counted(n, "piece", "pieces")),
        (false, _) => words.join(", "),
    }
}

fn given_lines(viewer: &Viewer<'_>, given: &[Evidence]) -> Vec<SourceLine> {
    let mut lines: Vec<(Timestamp, SourceLine)> = viewer
        .org
        .weighing()
        .weighed(given)
        .into_iter()
        .map(|weighed| {
            let piece = weighed.piece;
            let line = SourceLine {
                what: what(viewer.org, piece),
                note: piece.note.to_string(),
                level: piece.level,
                at: viewer.day(piece.at),
                weight: u32::from(weighed.hundredths()),
                silent: silence(viewer, &weighed),
                take_back: may_take_back(viewer.actor, piece).is_ok().then_some(piece.at),
                is_readers: is_said_by(viewer.actor, piece),
            };
            (piece.at, line)
        })
        .collect();
    lines.sort_by_cached_key(|(at, line)| (Reverse(line.weight), Reverse(*at), line.what.clone()));
    lines.into_iter().map(|(_, line)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{NOW, evidence, fernhill, signed_in};
    use crate::reader::tests::CLOCKS;
    use crate::time::Span;

    fn lanes_of(person: &str, given: &[Evidence]) -> Vec<Lane> {
        let (org, actor) = (fernhill(), signed_in("priya-raman"));
        lanes(&Viewer::of(&org, &actor, &CLOCKS), &person.parse().unwrap(), given)
    }

    #[test]
    fn what_they_teach_stands_first_then_the_better_known() {
        let lanes = lanes_of("amara-okafor", &[]);
        let rows: Vec<(&str, LaneKind, u8)> =
            lanes.iter().map(|lane| (lane.skill.name.as_str(), lane.kind, lane.level.number())).collect();
        let expected = [
            ("Palliative talks", LaneKind::Teach, 4),
            ("Wound care", LaneKind::Teach, 4),
            ("Infusion pumps", LaneKind::Learn, 3),
        ];
        assert_eq!(rows, expected);
        assert_eq!(lanes[2].goal, Some(Level::CAN_TEACH));
    }

    #[test]
    fn each_level_shows_every_piece_and_why_one_is_silent() {
        let mut old = evidence("amara-okafor", "wound-care", 2, Source::Own);
        old.at = NOW.before(Span::days(200));
        let mut wrong = evidence("amara-okafor", "wound-care", 1, Source::Peer);
        wrong.by = Some("dag-ek".parse().unwrap());
        wrong.reversed_at = Some(NOW.before(Span::days(1)));
        let given = [
            old,
            evidence("amara-okafor", "wound-care", 3, Source::Own),
            evidence("amara-okafor", "wound-care", 4, Source::Manager),
            wrong,
        ];
        let lane = lanes_of("amara-okafor", &given).into_iter().find(|lane| lane.skill.name == "Wound care").unwrap();
        let lines: Vec<(&str, u8, Option<&str>)> =
            lane.sources.iter().map(|line| (line.what.as_str(), line.level.number(), line.silent.as_deref())).collect();
        let expected = [
            ("Manager’s estimate, by Priya Raman", 4, None),
            ("Own estimate", 3, None),
            ("Own estimate", 2, Some("said anew since, counts a quarter")),
            ("A colleague’s estimate, by Dag Ek", 1, Some("taken back on 18 Nov")),
        ];
        assert_eq!(lines, expected);
        assert_eq!(lane.sources[0].take_back, Some(given[2].at));
        assert_eq!(lane.sources[3].take_back, None);
        let readers: Vec<bool> = lane.sources.iter().map(|line| line.is_readers).collect();
        assert_eq!(readers, [true, false, false, false], "Priya reads the page and can say her estimate again");
        assert!(lane.sources[0].weight > lane.sources[1].weight && lane.sources[1].weight > 0);
        assert_eq!((lane.pieces, lane.last_used.as_str()), (4, "never"));
        assert_eq!(lane.rests_on, "manager’s estimate, own estimate");
    }

    #[test]
    fn last_used_is_the_last_session() {
        let lane = lanes_of("amara-okafor", &[evidence("amara-okafor", "wound-care", 4, Source::Taught)]);
        assert_eq!(lane.iter().find(|lane| lane.skill.name == "Wound care").unwrap().last_used, "5 Nov");
    }
}
