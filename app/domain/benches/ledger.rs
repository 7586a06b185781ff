//! The ledger under a million requests, each sent twice, with reversals between: writes how long it took and what the proof
//! found.

use domain::id::PersonId;
use domain::ledger::{Book, HoursLimits, Minutes, Shares, Transfer, TransferKey, prove};
use domain::receipt::RequestKey;
use serde_json::json;
use std::error::Error;
use std::io::Write;
use std::time::Instant;

/// How many requests there are.
const REQUESTS: u64 = 1_000_000;
/// How many people.
const PEOPLE: u64 = 500;

/// Numbers without a pattern, from a fixed start.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let limits = HoursLimits { soft: Minutes::new(-600)?, hard: Minutes::new(-1_200)? };
    let people: Vec<PersonId> = (0..PEOPLE).map(|number| format!("p{number}").parse()).collect::<Result<_, _>>()?;
    let (mut book, mut chance) = (Book::new(limits), Chance(7));
    let person = |chance: &mut Chance| people[usize::try_from(chance.below(PEOPLE)).unwrap_or(0)].clone();
    let (mut done, mut doubled, mut refused, mut reversed) = (0_u32, 0_u32, 0_u32, 0_u32);
    let begun = Instant::now();
    for number in 0..REQUESTS / 2 {
        let by = person(&mut chance);
        let key = TransferKey::of_request(&by, &RequestKey::from_bits(0, number));
        let learners = [person(&mut chance), person(&mut chance)];
        let minutes = Minutes::new(1 + i64::try_from(chance.below(120))?)?;
        let taught = Transfer::taught((key.clone(), by.clone()), (&by, &learners), (minutes, Shares::Learners))?;
        for _ in 0..2 {
            match book.post(taught.clone()) {
                Ok(posted) if posted.postings.is_empty() => doubled += 1,
                Ok(_) => done += 1,
                Err(_) => refused += 1,
            }
        }
        if chance.below(10) == 0 {
            reversed += u32::from(book.reverse(&key, by).is_ok());
        }
    }
    let took = begun.elapsed();
    let proof = prove(&book)?;
    let answer = json!({
        "milliseconds": took.as_millis(),
        "with_proof": begun.elapsed().as_millis(),
        "done": done,
        "doubled": doubled,
        "refused": refused,
        "reversed": reversed,
        "sum": proof.sum,
        "postings": proof.postings,
        "below_the_limit": people.iter().filter(|id| book.balance(&(*id).clone().into()) < limits.hard).count(),
    });
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(())
}
