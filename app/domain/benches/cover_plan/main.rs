//! Cross-training plans to measure: writes seeded instances, and times the engine on them. Row M6 of
//! `cargo xtask bench` runs it.
//!
//! `write NAME FILE FOLDER` writes an instance, one of `ample`, `five-eighths`, `three-eighths` (500 people, 300 skills)
//! and `rust-2`, `rust-4` (the Rust project, whose tables are in FOLDER, with two or four people for each skill).
//! `solve FILE` solves one and writes what came of it. `small` counts the small cases in which a plan is the best of all.

mod company;
mod simple;

use company::{generated, rust, small};
use domain::cover_plan::{Go, Instance, Limits, Plan, check, solve};
use serde_json::json;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

/// How many small cases are tried.
const SMALL: u64 = 1_000;
/// How often an instance is solved; the middle time counts.
const RUNS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let answer = match words.as_slice() {
        ["write", name, file, folder] => {
            fs::write(file, serde_json::to_vec(&named(name, folder)?)?)?;
            json!({ "wrote": file })
        }
        ["solve", file] => timed(&serde_json::from_slice(&fs::read(file)?)?, Limits::default())?,
        ["solve", file, work] => timed(&serde_json::from_slice(&fs::read(file)?)?, Limits { work: work.parse()? })?,
        ["small"] => json!({ "cases": SMALL, "equal": (0..SMALL).filter(|seed| is_best(&small(*seed))).count() }),
        [..] => return Err("write NAME FILE FOLDER, solve FILE, or small".into()),
    };
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(())
}

fn named(name: &str, folder: &str) -> Result<Instance, Box<dyn Error>> {
    Ok(match name {
        "ample" => generated(8).instance(),
        "five-eighths" => generated(5).instance(),
        "three-eighths" => generated(3).instance(),
        "rust-2" => rust(folder, 2)?.instance(),
        "rust-4" => rust(folder, 4)?.instance(),
        _ => return Err(format!("there is no instance {name}").into()),
    })
}

fn solved(instance: &Instance, limits: Limits) -> Result<Plan, Box<dyn Error>> {
    solve(instance, &limits, &mut |_| Go::On).map_err(|faults| format!("{faults:?}").into())
}

fn timed(instance: &Instance, limits: Limits) -> Result<serde_json::Value, Box<dyn Error>> {
    let mut times: Vec<Duration> = Vec::new();
    let mut plans = Vec::new();
    for _ in 0..RUNS {
        let begun = Instant::now();
        plans.push(solved(instance, limits)?);
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    let Some(plan) = plans.pop() else { return Err("nothing was solved".into()) };
    let (greedy, greedy_empty) = simple::cheapest_first(instance);
    Ok(json!({
        "milliseconds": times[RUNS / 2].as_millis(),
        "cost": plan.cost,
        "bound": plan.bound,
        "lessons_cost": plan.lessons.iter().map(|lesson| lesson.cost).sum::<i64>(),
        "quarters": plan.quarters(),
        "empty": plan.empty_seats(),
        "greedy_cost": greedy,
        "greedy_empty": greedy_empty,
        "stats": plan.stats,
        "is_same_again": plans.iter().all(|other| *other == plan),
        "flaw": check(instance, &plan).err().map(|flaw| flaw.to_string()),
    }))
}

/// True when the engine proves a plan that no set of lessons beats.
fn is_best(instance: &Instance) -> bool {
    solved(instance, Limits::default()).is_ok_and(|plan| {
        plan.is_proven && check(instance, &plan).is_ok() && Some(plan.cost) == simple::least_cost(instance)
    })
}
