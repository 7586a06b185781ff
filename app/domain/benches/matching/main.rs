//! Matchings of mentors to measure: writes seeded instances, times the engine on them, and holds it against trying all.
//! Rows M1, M2, M3 and M8 of `cargo xtask bench` run it.
//!
//! `write NAME FILE` writes an instance of 10,000 mentees and 10,000 mentors with 50 candidates each, one of `uniform`,
//! `skewed` and `scarce`. `solve FILE` solves one, cold. `edits FILE` makes a thousand changes to one. `small` counts the
//! small cases in which a matching is the best of all.

mod edits;
mod small;
mod world;

use domain::matching::{Instance, Pool, Standing, check};
use serde_json::json;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};
use world::{Kind, Size, world};

/// How often an instance is solved; the middle time counts.
const RUNS: usize = 5;
/// The size that the goals are set for.
const FULL: Size = Size { mentees: 10_000, mentors: 10_000, candidates: 50 };

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let answer = match words.as_slice() {
        ["write", name, file] => {
            fs::write(file, serde_json::to_vec(&named(name)?)?)?;
            json!({ "wrote": file })
        }
        ["solve", file] => cold(&read(file)?)?,
        ["edits", file] => edits::warm(&read(file)?)?,
        ["small"] => small::counted(),
        [..] => return Err("write NAME FILE, solve FILE, edits FILE, or small".into()),
    };
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(())
}

fn named(name: &str) -> Result<Instance, Box<dyn Error>> {
    let kind = match name {
        "uniform" => Kind::Uniform,
        "skewed" => Kind::Skewed,
        "scarce" => Kind::Scarce,
        _ => return Err(format!("there is no instance {name}").into()),
    };
    Ok(world(kind, FULL, 1))
}

fn read(file: &str) -> Result<Instance, Box<dyn Error>> {
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}

fn pool(instance: &Instance) -> Result<Pool, Box<dyn Error>> {
    Pool::new(instance).map_err(|faults| format!("{faults:?}").into())
}

fn cold(instance: &Instance) -> Result<serde_json::Value, Box<dyn Error>> {
    let (mut sorting, mut solving, mut checking) = (Vec::new(), Vec::new(), Vec::new());
    let mut answers = Vec::new();
    for _ in 0..RUNS {
        let begun = Instant::now();
        let pool = pool(instance)?;
        sorting.push(begun.elapsed());
        let begun = Instant::now();
        let standing = Standing::of(pool);
        solving.push(begun.elapsed());
        let begun = Instant::now();
        let answer = standing.answer();
        let flaw = check(instance, &answer).err().map(|flaw| flaw.to_string());
        checking.push(begun.elapsed());
        answers.push((answer, flaw));
    }
    let Some((answer, flaw)) = answers.pop() else { return Err("nothing was solved".into()) };
    Ok(json!({
        "microseconds": middle(&mut solving),
        "microseconds_sorting": middle(&mut sorting),
        "microseconds_checking": middle(&mut checking),
        "objective": answer.objective,
        "stats": answer.stats,
        "is_same_again": answers.iter().all(|(other, _)| *other == answer),
        "flaw": flaw,
    }))
}

fn middle(times: &mut [Duration]) -> u128 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0, Duration::as_micros)
}
