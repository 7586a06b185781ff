//! The company: who really knows what, week by week, and what people say about it.

use crate::dice::Dice;

/// How many people there are.
pub const PEOPLE: u32 = 150;
/// How many skills.
pub const SKILLS: u32 = 8;
/// How many work in one team and can be asked about each other.
pub const TEAM: u32 = 10;
/// How many questions everybody is asked a week.
pub const A_WEEK: u32 = 2;
/// For how long the company is looked at, in weeks.
const WEEKS: u32 = 26;

/// One person in one skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub person: u32,
    pub skill: u32,
}

/// Where the company differs from what the model takes for granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nowhere: leniency σ 0.6, scatter σ 0.85.
    AsModelled,
    /// Every fifth person answers 3, whatever they see.
    FifthSaysThree,
    /// Whom somebody likes they place higher in everything: σ 0.4 for each pair.
    Halo,
    /// Every second person uses half of the scale.
    HalfScale,
    /// Nobody is lenient or strict.
    NoLeniency,
}

impl Kind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsModelled => "as-modelled",
            Self::FifthSaysThree => "a-fifth-says-3",
            Self::Halo => "halo",
            Self::HalfScale => "half-the-scale",
            Self::NoLeniency => "no-leniency",
        }
    }
}

/// The company of one seed.
#[derive(Debug)]
pub struct World {
    seed: u32,
    kind: Kind,
    /// The level of each cell, for each week.
    levels: Vec<Vec<u8>>,
    leniency: Vec<f64>,
    /// How much higher people place themselves.
    pride: Vec<f64>,
}

impl World {
    /// Levels as common as the model takes them for, going up in .6 % and down in .3 % of all cells a week.
    pub fn new(seed: u32, kind: Kind) -> Self {
        let mut dice = Dice::of(&[seed, 1]);
        let first = (0..PEOPLE * SKILLS).map(|_| level(dice.unit())).collect();
        let mut levels: Vec<Vec<u8>> = vec![first];
        for _ in 0..WEEKS {
            let before = levels.last().cloned().unwrap_or_default();
            levels.push(before.into_iter().map(|level| moved(level, dice.unit())).collect());
        }
        let spread = if kind == Kind::NoLeniency { 0.0 } else { 0.6 };
        Self {
            seed,
            kind,
            levels,
            leniency: (0..PEOPLE).map(|_| dice.normal(spread)).collect(),
            pride: (0..PEOPLE).map(|_| 0.6 + dice.normal(1.2)).collect(),
        }
    }

    /// What all its chances come from.
    pub const fn seed(&self) -> u32 {
        self.seed
    }

    /// The true level in that week.
    pub fn level(&self, week: u32, cell: Cell) -> u8 {
        self.levels[index(week)][index(cell.person * SKILLS + cell.skill)]
    }

    /// What `rater` says of somebody in that week; the same whenever they are asked in it.
    pub fn said(&self, week: u32, rater: u32, cell: Cell) -> u8 {
        let mut dice = Dice::of(&[self.seed, 2, week, rater, cell.person, cell.skill]);
        let seen = f64::from(self.level(week, cell)) + self.leniency[index(rater)] + dice.normal(0.85);
        match self.kind {
            Kind::FifthSaysThree if rater.is_multiple_of(5) => 3,
            Kind::HalfScale if rater.is_multiple_of(2) => rounded(2.0 + (seen - 2.0) / 2.0),
            Kind::Halo => rounded(seen + Dice::of(&[self.seed, 3, rater, cell.person]).normal(0.4)),
            Kind::AsModelled | Kind::FifthSaysThree | Kind::HalfScale | Kind::NoLeniency => rounded(seen),
        }
    }

    /// What somebody says of themself at the start.
    pub fn own(&self, cell: Cell) -> u8 {
        let mut dice = Dice::of(&[self.seed, 4, cell.person, cell.skill]);
        rounded(f64::from(self.level(0, cell)) + self.pride[index(cell.person)] + dice.normal(0.85))
    }
}

/// Every cell.
pub fn cells() -> impl Iterator<Item = Cell> {
    (0..PEOPLE).flat_map(|person| (0..SKILLS).map(move |skill| Cell { person, skill }))
}

/// The cells about which `rater` can be asked: those of their team, but not their own.
pub fn asked_of(rater: u32) -> impl Iterator<Item = Cell> {
    let first = rater / TEAM * TEAM;
    cells().filter(move |cell| (first..first + TEAM).contains(&cell.person) && cell.person != rater)
}

pub fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn level(chance: f64) -> u8 {
    match chance {
        ..0.30 => 0,
        0.30..0.55 => 1,
        0.55..0.75 => 2,
        0.75..0.92 => 3,
        _ => 4,
    }
}

fn moved(level: u8, chance: f64) -> u8 {
    match chance {
        ..0.006 => (level + 1).min(4),
        0.006..0.009 => level.saturating_sub(1),
        _ => level,
    }
}

fn rounded(seen: f64) -> u8 {
    match seen {
        ..0.5 => 0,
        0.5..1.5 => 1,
        1.5..2.5 => 2,
        2.5..3.5 => 3,
        _ => 4,
    }
}
