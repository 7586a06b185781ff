//! Pools of swaps to measure: writes seeded pools, and times the engine on them. Row M4 of `cargo xtask bench` runs it.
//!
//! `write NAME FILE` writes a pool, one of `skills-N`, `thinned-N` and `random-N-DEGREE` for N people. `model FILE` writes
//! it as the integer program that another solver is given: how much there is of each limit, and columns with a weight and
//! the limits that they take. `solve FILE` and `solve FILE WORK` solve one and write what came of it. `small` counts the
//! small pools in which a set is the best of all. `repair FILE` times the repair after each of some drop-outs.

mod simple;

use domain::rings::{Clearing, Instance, Limits, Pool, Repair, Standing, check, model, pool, repair, solve};
use serde_json::json;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

/// How many small pools are tried.
const SMALL: u64 = 2_000;
/// How often a pool is solved; the middle time counts.
const RUNS: usize = 3;
/// The seed of the pools.
const SEED: u64 = 7;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let answer = match words.as_slice() {
        ["write", name, file] => {
            fs::write(file, serde_json::to_vec(&named(name)?)?)?;
            json!({ "wrote": file })
        }
        ["model", file] => serde_json::to_value(model(&read(file)?).map_err(|faults| format!("{faults:?}"))?)?,
        ["solve", file] => timed(&read(file)?, Limits::default())?,
        ["solve", file, work] => timed(&read(file)?, Limits { work: work.parse()? })?,
        ["repair", file] => repaired(&read(file)?)?,
        ["small"] => json!({ "cases": SMALL, "equal": (0..SMALL).filter(|seed| is_best(*seed)).count() }),
        [..] => return Err("write NAME FILE, model FILE, solve FILE, repair FILE, or small".into()),
    };
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(())
}

fn read(file: &str) -> Result<Instance, Box<dyn Error>> {
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}

/// The pool of a name; its seed stands after a colon where it is not the usual one.
fn named(name: &str) -> Result<Instance, Box<dyn Error>> {
    let (name, seed) =
        name.split_once(':').map_or(Ok((name, SEED)), |(name, seed)| seed.parse().map(|at| (name, at)))?;
    let words: Vec<&str> = name.split('-').collect();
    let kind = match words.as_slice() {
        ["skills", people] => Pool::Skills(people.parse()?),
        ["thinned", people] => Pool::Thinned(people.parse()?),
        ["random", people, degree] => Pool::Random(people.parse()?, degree.parse()?),
        [..] => return Err(format!("there is no pool {name}").into()),
    };
    Ok(pool(kind, seed))
}

fn solved(instance: &Instance, limits: Limits) -> Result<Clearing, Box<dyn Error>> {
    solve(instance, &limits).map_err(|faults| format!("{faults:?}").into())
}

fn timed(instance: &Instance, limits: Limits) -> Result<serde_json::Value, Box<dyn Error>> {
    let (mut times, mut found): (Vec<Duration>, Vec<Clearing>) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let begun = Instant::now();
        found.push(solved(instance, limits)?);
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    let Some(clearing) = found.pop() else { return Err("nothing was solved".into()) };
    let begun = Instant::now();
    let flaw = check(instance, &clearing).err().map(|flaw| flaw.to_string());
    Ok(json!({
        "milliseconds": times[RUNS / 2].as_millis(),
        "weight": clearing.weight,
        "bound": clearing.bound,
        "is_proven": clearing.is_proven,
        "gap": clearing.gap(),
        "rings": clearing.rings.len(),
        "lessons": clearing.lessons(),
        "stats": clearing.stats,
        "is_same_again": found.iter().all(|other| *other == clearing),
        "check_milliseconds": begun.elapsed().as_millis(),
        "flaw": flaw,
    }))
}

/// The longest that a repair takes after somebody of each tenth ring drops out, when every other ring was confirmed.
fn repaired(instance: &Instance) -> Result<serde_json::Value, Box<dyn Error>> {
    let clearing = solved(instance, Limits::default())?;
    let standing = |(at, ring): (usize, &domain::rings::Ring)| Standing {
        ring: ring.clone(),
        confirmed: ring.people().filter(|_| at.is_multiple_of(2)).cloned().collect(),
    };
    let standing: Vec<Standing> = clearing.rings.iter().enumerate().map(standing).collect();
    let (mut longest, mut times, mut proven) = (Duration::ZERO, 0, 0);
    for ring in clearing.rings.iter().step_by(10) {
        let gone = ring.learners().take(1).cloned().collect();
        let begun = Instant::now();
        let what = Repair { standing: standing.clone(), gone };
        let repaired = repair(instance, &what, &Limits::default()).map_err(|faults| format!("{faults:?}"))?;
        longest = longest.max(begun.elapsed());
        times += 1;
        proven += i32::from(repaired.is_proven);
    }
    Ok(json!({ "repairs": times, "proven": proven, "longest_milliseconds": longest.as_millis() }))
}

/// True when the engine proves a set that no set of rings beats.
fn is_best(seed: u64) -> bool {
    let instance = simple::small(seed);
    solved(&instance, Limits::default()).is_ok_and(|clearing| {
        clearing.is_proven && check(&instance, &clearing).is_ok() && clearing.weight == simple::most(&instance)
    })
}
