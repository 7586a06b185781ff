//! Changes of a standing matching, one after the other.

use crate::pool;
use crate::world::{Chance, Kind, Size, candidates, person};
use domain::matching::{Answer, Edit, Instance, Mentee, Mentor, Pair, Standing, check, solve};
use serde_json::json;
use std::error::Error;
use std::time::{Duration, Instant};

/// How many changes are made.
const EDITS: usize = 1_000;
/// After so many changes each the matching is held against one that is made anew.
const LOOKS: usize = 100;

/// Makes the changes and times each, with the choice among equals.
pub fn warm(instance: &Instance) -> Result<serde_json::Value, Box<dyn Error>> {
    let mut standing = Standing::of(pool(instance)?);
    let size = Size {
        mentees: u32::try_from(instance.mentees.len())?,
        mentors: u32::try_from(instance.mentors.len())?,
        candidates: 50,
    };
    let mut chance = Chance::new(5);
    let mut times: Vec<Duration> = Vec::new();
    let (mut looks, mut same, mut flaws) = (0, 0, Vec::new());
    while times.len() < EDITS {
        let edit = edit(size, &mut chance, &standing);
        let begun = Instant::now();
        if standing.apply(&edit).is_err() {
            continue;
        }
        times.push(begun.elapsed());
        if times.len().is_multiple_of(LOOKS) {
            let (now, answer) = (standing.instance(), standing.answer());
            looks += 1;
            flaws.extend(check(&now, &answer).err().map(|flaw| flaw.to_string()));
            same += usize::from(solve(&now).is_ok_and(|anew| seen(anew) == seen(answer)));
        }
    }
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).or(times.last()).map_or(0, Duration::as_micros);
    Ok(json!({
        "edits": times.len(),
        "microseconds_p50": at(50),
        "microseconds_p99": at(99),
        "microseconds_most": at(100),
        "looks": looks,
        "same_as_anew": same,
        "flaws": flaws,
    }))
}

/// What everybody sees of an answer; prices may differ between equal proofs.
fn seen(answer: Answer) -> Answer {
    Answer { certificate: Default::default(), stats: Default::default(), ..answer }
}

fn edit(size: Size, chance: &mut Chance, standing: &Standing) -> Edit {
    let mentee = person('a', chance.below(size.mentees));
    let mentor = person('m', chance.below(size.mentors));
    let held = standing.mentor_of(&mentee).cloned().unwrap_or_else(|| mentor.clone());
    let pair = Pair { mentee: mentee.clone(), mentor: held };
    match chance.below(7) {
        0 => Edit::Leave(mentee),
        1 | 2 => {
            let wait = u8::try_from(chance.below(8)).unwrap_or(0);
            Edit::Join(Mentee { id: mentee, wait, candidates: candidates(Kind::Uniform, size, chance) })
        }
        3 => Edit::Forbid(pair),
        4 => Edit::Capacity(Mentor { id: mentor, capacity: chance.below(4) }),
        5 => Edit::Score { pair, score: u16::try_from(chance.below(1_001)).ok() },
        _ => Edit::Score { pair: Pair { mentee, mentor }, score: u16::try_from(chance.below(1_001)).ok() },
    }
}
