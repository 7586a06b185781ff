//! Row E1 of the bench: how far levels are from the truth in a company that is made up, after weeks of questions.
//!
//! 150 people with eight skills each say once what they think of themselves, and are then asked two questions a week
//! about their team, until each cell has been asked about once, twice or four times on average. At the
//! same number of questions five ways to work a level out are held against the truth: the last colleague's word, the mean
//! of colleagues' words, the model without and with the leniency of raters, and the same when questions are chosen by
//! what the answer tells. What stands in the table is the root of the mean squared error, in levels; a line each for a
//! company as the model takes it for granted and for four that are otherwise. `cargo xtask bench E1` runs it.

mod asked;
mod dice;
mod world;

use asked::{Asked, Choice, day};
use domain::evidence::{Evidence, EvidenceRules, Leniency, Source, Weighing};
use std::io::Write;
use std::thread;
use world::{A_WEEK, Cell, Kind, SKILLS, World, cells};

/// World, questions for each cell, seeds.
const RUNS: [(Kind, u32, u32); 7] = [
    (Kind::AsModelled, 1, 20),
    (Kind::AsModelled, 2, 20),
    (Kind::AsModelled, 4, 20),
    (Kind::FifthSaysThree, 2, 10),
    (Kind::Halo, 2, 10),
    (Kind::HalfScale, 2, 10),
    (Kind::NoLeniency, 2, 10),
];

/// The ways to work a level out.
const WAYS: [&str; 5] = ["last", "mean", "model", "leniency", "picker"];

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{:<16}{:>7}{:>8}{:>8}{:>8}{:>10}{:>8}",
        "world", "asked", WAYS[0], WAYS[1], WAYS[2], WAYS[3], WAYS[4]
    )?;
    for (kind, per_cell, seeds) in RUNS {
        let [last, mean, model, leniency, picker] = errors(kind, per_cell, seeds);
        let name = kind.name();
        writeln!(out, "{name:<16}{per_cell:>7}{last:>8.3}{mean:>8.3}{model:>8.3}{leniency:>10.3}{picker:>8.3}")?;
    }
    Ok(())
}

/// The error of each way over all seeds, two at a time.
fn errors(kind: Kind, per_cell: u32, seeds: u32) -> [f64; 5] {
    let all: Vec<[f64; 5]> = thread::scope(|scope| {
        let halves = [0, 1].map(|half| {
            scope.spawn(move || {
                let own = (0..seeds).filter(|seed| seed % 2 == half);
                own.map(|seed| squares(&World::new(seed, kind), per_cell)).collect::<Vec<_>>()
            })
        });
        halves.into_iter().flat_map(|half| half.join().expect("the simulation does not stop")).collect()
    });
    let mut sums = [0.0; 5];
    for one in &all {
        sums.iter_mut().zip(one).for_each(|(sum, square)| *sum += square);
    }
    sums.map(|sum| (sum / f64::from(seeds)).sqrt())
}

/// The mean squared error of each way in one company.
fn squares(world: &World, per_cell: u32) -> [f64; 5] {
    let weeks = per_cell * SKILLS / A_WEEK;
    let random = Asked::for_weeks(world, weeks, Choice::Random);
    let picked = Asked::for_weeks(world, weeks, Choice::Picker);
    let (nobody, known, known_picked) = (Leniency::default(), random.leniency(weeks), picked.leniency(weeks));
    let by = |leniency| Weighing { rules: &EvidenceRules::USUAL, leniency, day: day(weeks) };
    let (usual, lenient, lenient_picked) = (by(&nobody), by(&known), by(&known_picked));
    let believed = |weighing: &Weighing, said: &[Evidence]| f64::from(weighing.belief(said).mean()) / 100.0;
    let mut sums = [0.0; 5];
    for cell in cells() {
        let truth = f64::from(world.level(weeks, cell));
        let (said, asked) = (said(&random, cell), said(&picked, cell));
        let guesses = [
            last(said),
            mean(said),
            believed(&usual, said),
            believed(&lenient, said),
            believed(&lenient_picked, asked),
        ];
        sums.iter_mut().zip(guesses).for_each(|(sum, guess)| *sum += (guess - truth).powi(2));
    }
    let count = u32::try_from(cells().count()).unwrap_or(1);
    sums.map(|sum| sum / f64::from(count))
}

fn said(all: &Asked, cell: Cell) -> &[Evidence] {
    all.evidence.get(&cell).map_or(&[], Vec::as_slice)
}

/// Colleagues' words, oldest first; the own word where no colleague was asked.
fn words(said: &[Evidence]) -> Vec<f64> {
    let level = |piece: &Evidence| f64::from(piece.level.number());
    let colleagues: Vec<f64> = said.iter().filter(|piece| piece.source == Source::Peer).map(level).collect();
    if colleagues.is_empty() { said.iter().map(level).collect() } else { colleagues }
}

fn last(said: &[Evidence]) -> f64 {
    words(said).last().copied().unwrap_or_default()
}

fn mean(said: &[Evidence]) -> f64 {
    let words = words(said);
    let count = u32::try_from(words.len()).unwrap_or(1).max(1);
    words.iter().sum::<f64>() / f64::from(count)
}
