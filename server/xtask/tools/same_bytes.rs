//! Solves some worlds of mentors and pools of swaps, changes them, mends rings, and says what all of it hashes to. Row M8
//! of `cargo xtask bench` builds it for this machine and for the browser.

#[path = "../../../app/domain/benches/matching/world.rs"]
mod world;

use domain::matching::{Edit, Instance, Standing, check, solve};
use domain::rings::{self, Limits, Pool, Repair};
use std::fmt::Debug;
use std::io::Write;
use std::process::ExitCode;
use world::{Kind, Size};

/// How many mentees and mentors each world has.
const SIZE: Size = Size { mentees: 400, mentors: 300, candidates: 12 };

/// FNV-1a, 64 bits.
struct Hash(u64);

impl Hash {
    fn note(&mut self, what: &impl Debug) {
        for byte in format!("{what:?}").bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

fn mentors(hash: &mut Hash) {
    for (kind, seed) in [Kind::Uniform, Kind::Skewed, Kind::Scarce].into_iter().zip(3..) {
        let instance: Instance = world::world(kind, SIZE, seed);
        let answer = solve(&instance).expect("the worlds have no faults");
        check(&instance, &answer).expect("the answers stand");
        hash.note(&answer);
        let pool = domain::matching::Pool::new(&instance).expect("the worlds have no faults");
        let mut standing = Standing::of(pool);
        for mentee in instance.mentees.iter().step_by(17) {
            standing.apply(&Edit::Leave(mentee.id.clone())).expect("whoever is there may leave");
            hash.note(&standing.answer());
        }
    }
}

fn swaps(hash: &mut Hash) {
    for (pool, seed) in [Pool::Skills(96), Pool::Thinned(128), Pool::Random(48, 5)].into_iter().zip(5..) {
        let instance = rings::pool(pool, seed);
        let clearing = rings::solve(&instance, &Limits::default()).expect("the pools have no faults");
        rings::check(&instance, &clearing).expect("the clearings stand");
        hash.note(&clearing);
        let standing = clearing.rings.iter().map(|ring| rings::Standing { ring: ring.clone(), confirmed: Default::default() });
        let gone = clearing.rings.iter().flat_map(|ring| ring.learners().take(1)).take(1).cloned().collect();
        let what = Repair { standing: standing.collect(), gone };
        hash.note(&rings::repair(&instance, &what, &Limits::default()).expect("the repair has no faults"));
    }
}

fn main() -> ExitCode {
    let mut hash = Hash(0xcbf2_9ce4_8422_2325);
    mentors(&mut hash);
    swaps(&mut hash);
    let digest = format!("{:016x}", hash.0);
    let is_said = writeln!(std::io::stdout(), "{digest}").is_ok();
    match option_env!("KITH_SAME_BYTES") {
        Some(known) if known != digest => ExitCode::FAILURE,
        Some(_) => ExitCode::SUCCESS,
        None if is_said => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    }
}
