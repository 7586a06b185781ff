//! Who rates higher or lower than others, from where they overlap: many-facet rating after Linacre (1989), with the
//! leniency of a rater on a grid of tenths, normal around 0 beforehand.
//!
//! Worked out for everybody at once and kept as a table of whole numbers with a version. Between two tables levels are
//! sums over it, so they do not depend on the order of what is heard; a new table is worked out when the day turns or
//! when somebody asks for it. Only the rater themself and program admins see a rater's leniency.
//!
//! Five sweeps. In each, all raters against the last sweep's table: a rating's own factor is taken out of its cell, what
//! remains says how likely the rating was for each leniency, and the posterior mean is the rater's. Then all are shifted
//! so that the mean over ratings is 0: what everybody does is no leniency. From eight ratings on the scatter is chosen
//! with it. Ratings of which nobody else has spoken tell nothing and are left out.

use super::model::{Likelihood, Manner, Noise};
use super::tables::LENIENCY;
use super::{Evidence, Level, Score, Source, Weighed, Weighing, fixed};
use crate::id::{PersonId, SkillId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const SWEEPS: u32 = 5;
/// From so many ratings on, how far a rater scatters is told apart.
const ENOUGH: u16 = 8;
/// Leniencies from −1.5 to 1.5 by tenths.
const GRID: usize = 31;

/// How one person rates others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rater {
    /// By how many tenths of a level higher than others, −15 to 15.
    pub tenths: i8,
    /// How far from others.
    pub noise: Noise,
    /// From how many ratings of which others have spoken too.
    pub ratings: u16,
}

/// How everybody rates, as it stands until it is worked out anew.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leniency {
    /// How often it has been worked out with another outcome.
    pub version: u32,
    /// Everybody of whom something is known.
    pub raters: BTreeMap<PersonId, Rater>,
}

/// Nobody is known to rate higher or lower than others.
pub(super) static NOBODY: Leniency = Leniency { version: 0, raters: BTreeMap::new() };

impl Leniency {
    /// What is known of `person` as a rater.
    pub fn rater(&self, person: &PersonId) -> Option<&Rater> {
        self.raters.get(person)
    }

    /// How `person` rates; as usual when nothing is known.
    pub fn manner(&self, person: &PersonId) -> Manner {
        self.raters.get(person).map_or_else(Manner::default, |rater| rater.manner())
    }
}

impl Rater {
    const fn manner(&self) -> Manner {
        Manner { tenths: self.tenths, noise: self.noise }
    }
}

/// One rating that overlaps with what others said.
struct Rating<'a> {
    by: &'a PersonId,
    said: Level,
    weight: i64,
}

/// A cell with at least one: all else that is known of it, and the ratings.
struct Cell<'a> {
    rest: Score,
    ratings: Vec<Rating<'a>>,
}

/// How everybody rates, from all `evidence` there is. Only the rules and the day of `weighing` count.
pub fn leniency_of(evidence: &[Evidence], weighing: &Weighing<'_>) -> BTreeMap<PersonId, Rater> {
    let mut by_cell: BTreeMap<(&PersonId, &SkillId), Vec<Evidence>> = BTreeMap::new();
    for piece in evidence {
        by_cell.entry((&piece.person, &piece.skill)).or_default().push(piece.clone());
    }
    let weighed: Vec<Vec<Weighed<'_>>> = by_cell.values().map(|pieces| weighing.weighed(pieces)).collect();
    let cells: Vec<Cell<'_>> = weighed.iter().filter_map(|pieces| cell(pieces)).collect();
    let mut raters: BTreeMap<PersonId, Rater> = BTreeMap::new();
    for rating in cells.iter().flat_map(|cell| &cell.ratings) {
        let rater = Rater { tenths: 0, noise: Noise::Usual, ratings: 0 };
        let rater = raters.entry(rating.by.clone()).or_insert(rater);
        rater.ratings = rater.ratings.saturating_add(1);
    }
    let chances = Chances::all();
    for _ in 0..SWEEPS {
        sweep(&cells, &chances, &mut raters);
    }
    raters
}

/// `None` when no rating in it overlaps with what another said.
fn cell<'a>(pieces: &[Weighed<'a>]) -> Option<Cell<'a>> {
    let counting = || pieces.iter().filter(|piece| piece.counts());
    let givers = |piece: &Weighed<'a>| (piece.piece.by.as_ref(), !is_word(piece.piece));
    let first = counting().next()?;
    if counting().all(|piece| givers(piece) == givers(first)) {
        return None;
    }
    let mut cell = Cell { rest: Score::prior(), ratings: Vec::new() };
    for piece in counting() {
        match piece.piece.by.as_ref().filter(|_| is_word(piece.piece)) {
            Some(by) => cell.ratings.push(Rating { by, said: piece.piece.level, weight: piece.weight }),
            None => cell.rest = cell.rest.plus(piece.weight, &piece.heard),
        }
    }
    (!cell.ratings.is_empty()).then_some(cell)
}

/// True for what colleagues and managers say.
const fn is_word(piece: &Evidence) -> bool {
    matches!(piece.source, Source::Peer | Source::Manager)
}

/// How likely all that a rater said is, for each scatter and leniency: 1024 · log₂, in parts of 65,536.
type Tally = [[i64; GRID]; 3];

fn sweep(cells: &[Cell<'_>], chances: &Chances, raters: &mut BTreeMap<PersonId, Rater>) {
    let mut tallies: BTreeMap<&PersonId, Tally> = BTreeMap::new();
    for cell in cells {
        let heard = |rating: &Rating<'_>| {
            Likelihood::of_word(rating.said, raters.get(rating.by).map_or_else(Manner::default, Rater::manner))
        };
        let all = cell.ratings.iter().fold(cell.rest, |score, rating| score.plus(rating.weight, &heard(rating)));
        for rating in &cell.ratings {
            let own = cell.ratings.iter().filter(|other| other.by == rating.by);
            let others = own.fold(all, |score, own| score.plus(-own.weight, &heard(own))).weights();
            let tally = tallies.entry(rating.by).or_insert([[0; GRID]; 3]);
            for (sums, chances) in tally.iter_mut().zip(&chances.0) {
                for (sum, chances) in sums.iter_mut().zip(chances) {
                    *sum += rating.weight * fixed::log(chances.of(rating.said, &others));
                }
            }
        }
    }
    let mut means: BTreeMap<PersonId, i64> = BTreeMap::new();
    for (person, tally) in tallies {
        if let Some(rater) = raters.get_mut(person) {
            rater.noise = if rater.ratings < ENOUGH { Noise::Usual } else { likeliest(&tally) };
            means.insert(person.clone(), mean(&tally, rater.noise));
        }
    }
    let ratings: i64 = raters.values().map(|rater| i64::from(rater.ratings)).sum();
    let shift = raters.iter().map(|(person, rater)| means.get(person).unwrap_or(&0) * i64::from(rater.ratings));
    let shift = rounded(shift.sum(), ratings.max(1));
    for (person, mean) in means {
        if let Some(rater) = raters.get_mut(&person) {
            rater.tenths = i8::try_from(rounded(mean - shift, 100).clamp(-15, 15)).unwrap_or(0);
        }
    }
}

/// The leniencies of one scatter by how likely they are, the likeliest of all scatters at 2³⁰.
fn weights(tally: &Tally, noise: Noise, top: i64) -> impl Iterator<Item = (i64, i64)> {
    let sums = Noise::ALL.into_iter().zip(tally).find(|(one, _)| *one == noise).map_or([0; GRID], |(_, sums)| *sums);
    let weight = move |(sum, tenths): (i64, i64)| {
        let down = (top - with_prior(sum, tenths)) >> 16;
        (tenths, i64::try_from(fixed::halved(u64::try_from(down).unwrap_or(0))).unwrap_or(0))
    };
    sums.into_iter().zip(-15..=15).map(weight)
}

fn with_prior(sum: i64, tenths: i64) -> i64 {
    let prior = usize::try_from(tenths.abs()).ok().and_then(|place| LENIENCY.get(place)).copied().unwrap_or(0);
    sum + (i64::from(prior) << 16)
}

fn top<'a>(sums: impl IntoIterator<Item = &'a [i64; GRID]>) -> i64 {
    let all = sums.into_iter().flat_map(|sums| sums.iter().zip(-15..=15).map(|(sum, tenths)| with_prior(*sum, tenths)));
    all.max().unwrap_or(0)
}

/// The scatter that explains the words best; of equals the usual one.
fn likeliest(tally: &Tally) -> Noise {
    let top = top(tally);
    let sum = |noise: &Noise| weights(tally, *noise, top).map(|(_, weight)| weight).sum::<i64>();
    Noise::ALL.into_iter().max_by_key(|noise| (sum(noise), *noise == Noise::Usual)).unwrap_or_default()
}

/// The mean leniency, in thousandths of a level.
fn mean(tally: &Tally, noise: Noise) -> i64 {
    let top = weights_top(tally, noise);
    let (sum, total) = weights(tally, noise, top)
        .fold((0, 0), |(sum, total), (tenths, weight)| (sum + tenths * 100 * weight, total + weight));
    rounded(sum, total.max(1))
}

fn weights_top(tally: &Tally, noise: Noise) -> i64 {
    top(Noise::ALL.into_iter().zip(tally).filter(|(one, _)| *one == noise).map(|(_, sums)| sums))
}

/// `over / under`, rounded to the nearest, halves up.
const fn rounded(over: i64, under: i64) -> i64 {
    (2 * over + under).div_euclid(2 * under)
}

/// The chances of each word at each level, for every scatter and leniency.
struct Chances(Vec<Vec<Words>>);

struct Words([[u32; 5]; 5]);

impl Chances {
    fn all() -> Self {
        let words = |manner| Words(Level::ALL.map(|said| Likelihood::of_word(said, manner).chances()));
        let row = |noise| (-15..=15).map(|tenths| words(Manner { tenths, noise })).collect();
        Self(Noise::ALL.into_iter().map(row).collect())
    }
}

impl Words {
    /// How likely `said` is when the levels are as likely as `weights`, up to a factor.
    fn of(&self, said: Level, weights: &[u64; 5]) -> u64 {
        let words = self.0[usize::from(said.number())];
        words.into_iter().zip(weights).map(|(chance, weight)| u64::from(chance) * weight).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::tests::{Dice, said, weighing};

    #[test]
    fn a_lenient_rater_is_known_by_where_they_overlap_with_others() {
        let mut dice = Dice(5);
        let mut evidence = Vec::new();
        for number in 0..60 {
            let true_level = 1 + u8::try_from(dice.below(3)).unwrap();
            let about = |by: &str, level: u8| Evidence {
                skill: SkillId::parse(&format!("skill-{number}")).unwrap(),
                ..said(Source::Peer, by, level, 10)
            };
            evidence.push(about("kind-klara", true_level + 1));
            evidence.push(about("noor", true_level));
            evidence.push(about("theo", true_level));
        }
        // Of what only Wen speaks, nothing can be learned about Wen.
        evidence.push(Evidence { skill: SkillId::parse("alone").unwrap(), ..said(Source::Peer, "wen", 4, 1) });
        let raters = leniency_of(&evidence, &weighing());
        let tenths = |id: &str| raters.get(&PersonId::parse(id).unwrap()).map(|rater| rater.tenths);
        assert!(tenths("kind-klara").unwrap() >= 5, "{raters:?}");
        assert!(tenths("noor").unwrap() <= 0 && tenths("theo").unwrap() <= 0, "{raters:?}");
        assert_eq!(tenths("wen"), None);
        let mut turned = evidence.clone();
        turned.reverse();
        assert_eq!(leniency_of(&turned, &weighing()), raters);
        // What Klara says then means less than the same word of Noor.
        let leniency = Leniency { version: 1, raters };
        let weighing = Weighing { leniency: &leniency, ..weighing() };
        let meant = |by| weighing.belief(&[said(Source::Peer, by, 3, 1)]).mean();
        assert!(meant("kind-klara") < meant("noor"));
    }
}
