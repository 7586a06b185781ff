//! What speaks for somebody knowing something, and the level that follows from it.
//!
//! Evidence is append-only. A level is never stored by hand: it is derived from the evidence that stands, by the rule
//! in [`estimate`]. A correction is a reversal, which takes one piece out of the sum and stays visible.

use crate::id::{ImportId, PersonId, SkillId};
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How well somebody knows a skill: 0 none, 1 aware, 2 with help, 3 alone, 4 can teach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// Has not met it.
    pub const NONE: Self = Self(0);
    /// Knows what it is for.
    pub const AWARE: Self = Self(1);
    /// Does it with somebody beside them.
    pub const WITH_HELP: Self = Self(2);
    /// Does it alone.
    pub const ALONE: Self = Self(3);
    /// Does it alone and can teach it.
    pub const CAN_TEACH: Self = Self(4);
    /// Every level, lowest first.
    pub const ALL: [Self; 5] = [Self::NONE, Self::AWARE, Self::WITH_HELP, Self::ALONE, Self::CAN_TEACH];

    /// The level of the form field `level`: a number from 0 to 4.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        text.trim()
            .parse::<u8>()
            .ok()
            .and_then(|n| Self::try_from(n).ok())
            .ok_or_else(|| Rejection::invalid("level", "Choose a level from 0 (none) to 4 (can teach)."))
    }

    /// 0 to 4.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self.0 {
            0 => "none",
            1 => "aware",
            2 => "with help",
            3 => "alone",
            _ => "can teach",
        }
    }

    /// What somebody at this level does, in any skill.
    pub const fn behaviour(self) -> &'static str {
        match self.0 {
            0 => "Has not met it yet.",
            1 => "Knows what it is for and whom to ask.",
            2 => "Does it with somebody beside them.",
            3 => "Does it alone, and others rely on it.",
            _ => "Does it alone and teaches it to others.",
        }
    }
}

impl TryFrom<u8> for Level {
    type Error = Rejection;
    fn try_from(number: u8) -> Result<Self, Rejection> {
        if number > 4 {
            return Err(Rejection::invalid("level", "Choose a level from 0 (none) to 4 (can teach)."));
        }
        Ok(Self(number))
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// Where a piece of evidence comes from. The order is that of trust, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Their own estimate.
    Own,
    /// A level that an import brought.
    Imported,
    /// They were taught it in a session that both sides confirmed.
    Attended,
    /// They taught it in a session that both sides confirmed.
    Taught,
    /// A colleague's estimate.
    Peer,
    /// Their manager's estimate.
    Manager,
}

impl Source {
    /// Every source, least trusted first.
    pub const ALL: [Self; 6] = [Self::Own, Self::Imported, Self::Attended, Self::Taught, Self::Peer, Self::Manager];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Own => "own estimate",
            Self::Imported => "imported",
            Self::Attended => "learned in a session",
            Self::Taught => "taught it",
            Self::Peer => "a colleague's estimate",
            Self::Manager => "manager's estimate",
        }
    }

    /// How much one fresh piece weighs in [`estimate`], in hundredths.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Own => 100,
            Self::Imported => 150,
            Self::Attended => 120,
            Self::Taught => 250,
            Self::Peer => 200,
            Self::Manager => 250,
        }
    }
}

/// One thing that speaks for a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Whose level it speaks for.
    pub person: PersonId,
    /// In which skill.
    pub skill: SkillId,
    /// The level it speaks for.
    pub level: Level,
    /// Where it comes from.
    pub source: Source,
    /// Who gave it; `None` for imports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// Their words.
    pub note: Prose,
    /// The import that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
    /// When it was taken back; it then counts for nothing and stays listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reversed_at: Option<Timestamp>,
}

/// A level with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// The level.
    pub level: Level,
    /// How sure: 0 nothing but one old word, 1 little, 2 fair, 3 well supported.
    pub certainty: u8,
    /// How many pieces stand behind it.
    pub pieces: u16,
    /// When the newest of them was given.
    pub last_at: Timestamp,
}

/// The level that the standing evidence speaks for at `now`; `None` when there is none.
///
/// From each giver and source only the newest piece counts. Pieces weigh by source and lose half their weight every
/// 270 days; the level is their weighted median (the lower one on a tie). Integer arithmetic only, so the order of the
/// pieces and the machine do not matter.
pub fn estimate(evidence: &[Evidence], now: Timestamp) -> Option<Estimate> {
    let standing = counting(evidence);
    let mut weights = [0_u32; 5];
    for piece in &standing {
        weights[usize::from(piece.level.number())] += piece.weight(now);
    }
    let total: u32 = weights.iter().sum();
    let mut sum = 0;
    let level = Level::ALL.into_iter().zip(weights).find_map(|(level, weight)| {
        sum += weight;
        (weight > 0 && sum * 2 >= total).then_some(level)
    })?;
    let agreeing = weights[usize::from(level.number())];
    let certainty = match agreeing {
        0..60 => 0,
        60..140 => 1,
        140..320 => 2,
        _ => 3,
    };
    let last_at = standing.iter().map(|e| e.at).max()?;
    let pieces = u16::try_from(standing.len()).unwrap_or(u16::MAX);
    Some(Estimate { level, certainty, pieces, last_at })
}

/// The pieces that count: those that stand, and of each giver and source only the newest, but for teaching, where each
/// session counts.
pub fn counting(evidence: &[Evidence]) -> Vec<&Evidence> {
    let mut standing: Vec<&Evidence> = evidence.iter().filter(|e| e.reversed_at.is_none()).collect();
    standing.sort_by(|a, b| (a.source, &a.by, b.at, b.level).cmp(&(b.source, &b.by, a.at, a.level)));
    standing
        .dedup_by(|later, kept| later.source == kept.source && later.by == kept.by && later.source != Source::Taught);
    standing
}

impl Evidence {
    /// How much the piece weighs at `now`, in hundredths: by its source, halved every 270 days.
    pub fn weight(&self, now: Timestamp) -> u32 {
        aged(self.source.weight(), now.since(self.at))
    }
}

/// `weight` after `age`, halved every 270 days, straight lines between; at least 1 so that old evidence still counts.
fn aged(weight: u32, age: Span) -> u32 {
    const HALF_LIFE: u64 = 270;
    let days = u64::try_from(age.whole_days()).unwrap_or(0);
    let halved = u64::from(weight) >> (days / HALF_LIFE).min(31);
    let part = halved * (days % HALF_LIFE) / (2 * HALF_LIFE);
    u32::try_from((halved - part).max(1)).unwrap_or(weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_763_000_000_000);

    fn said(source: Source, by: &str, level: u8, days_ago: i64) -> Evidence {
        Evidence {
            person: PersonId::parse("amara").unwrap(),
            skill: SkillId::parse("wound-care").unwrap(),
            level: Level::try_from(level).unwrap(),
            source,
            by: Some(PersonId::parse(by).unwrap()),
            at: NOW.before(Span::days(days_ago)),
            note: Prose::default(),
            import: None,
            reversed_at: None,
        }
    }

    #[test]
    fn without_evidence_there_is_no_level() {
        assert_eq!(estimate(&[], NOW), None);
    }

    #[test]
    fn the_newest_word_of_a_giver_replaces_their_older_one() {
        let evidence = [said(Source::Own, "amara", 1, 90), said(Source::Own, "amara", 3, 1)];
        let estimate = estimate(&evidence, NOW).unwrap();
        assert_eq!((estimate.level, estimate.pieces), (Level::ALONE, 1));
    }

    #[test]
    fn two_colleagues_outweigh_ones_own_word() {
        let evidence =
            [said(Source::Own, "amara", 4, 1), said(Source::Peer, "noor", 2, 1), said(Source::Peer, "theo", 2, 1)];
        assert_eq!(estimate(&evidence, NOW).unwrap().level, Level::WITH_HELP);
    }

    #[test]
    fn what_was_taken_back_counts_for_nothing() {
        let mut wrong = said(Source::Manager, "priya", 4, 1);
        wrong.reversed_at = Some(NOW);
        assert_eq!(estimate(&[wrong.clone()], NOW), None);
        assert_eq!(estimate(&[wrong, said(Source::Own, "amara", 1, 1)], NOW).unwrap().level, Level::AWARE);
    }

    #[test]
    fn old_evidence_fades_but_never_vanishes() {
        let fresh_beats_old = [said(Source::Peer, "noor", 4, 900), said(Source::Own, "amara", 2, 0)];
        assert_eq!(estimate(&fresh_beats_old, NOW).unwrap().level, Level::WITH_HELP);
        assert_eq!(estimate(&[said(Source::Own, "amara", 4, 100_000)], NOW).unwrap().level, Level::CAN_TEACH);
    }

    #[test]
    fn the_order_of_the_pieces_does_not_matter() {
        let mut evidence = vec![
            said(Source::Own, "amara", 4, 3),
            said(Source::Peer, "noor", 2, 200),
            said(Source::Taught, "amara", 4, 30),
        ];
        let first = estimate(&evidence, NOW);
        evidence.rotate_left(1);
        assert_eq!(estimate(&evidence, NOW), first);
        evidence.reverse();
        assert_eq!(estimate(&evidence, NOW), first);
    }
}
