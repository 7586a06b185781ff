//! M1, M2, M3 and M8: matching mentors, 10,000 mentees and 10,000 mentors with 50 candidates each. The peers solve the same
//! flow: OR-Tools by cost scaling, SciPy as an assignment with a column for each place.

mod compared;
mod same;

use serde::Deserialize;

use super::engine::Engine;
use super::python::{FLOWS, Python};
use super::{Figure, Row, Subject, table};
use crate::fault::{Fault, Outcome};
use crate::say;
use compared::{Compared, ms};

pub const M1: Row = Row {
    id: "M1",
    what: "mentors for 10,000 mentees, 50 candidates each: the best matching",
    goal: "≤ 150 ms, ≥ 5× OR-Tools and SciPy, equal objective",
    of_server: false,
    measure: whole,
};

pub const M2: Row = Row {
    id: "M2",
    what: "certificates of 10,000 × 10,000, checked by other code; small cases against trying all",
    goal: "every one stands, all equal",
    of_server: false,
    measure: certificates,
};

pub const M3: Row = Row {
    id: "M3",
    what: "the best matching after one change among 10,000 × 10,000",
    goal: "p99 ≤ 5 ms, the same as made anew",
    of_server: false,
    measure: edits,
};

pub const M8: Row = Row {
    id: "M8",
    what: "the same bytes twice, native and in WebAssembly: mentors, rings, repairs",
    goal: "equal, and a wrong digest is found",
    of_server: false,
    measure: same::measure,
};

const WORLDS: [&str; 3] = ["uniform", "skewed", "scarce"];
/// So often both sides are asked in turn; the middle ratio counts.
const ROUNDS: usize = 3;
/// The most that M1 may take.
const LONGEST: u64 = 150_000;
/// How much longer the peers have to take.
const AHEAD: f64 = 5.0;

/// What the engine came to.
#[derive(Debug, Deserialize)]
struct Ours {
    microseconds: u64,
    microseconds_sorting: u64,
    microseconds_checking: u64,
    objective: Objective,
    is_same_again: bool,
    flaw: Option<String>,
}

/// What a matching reaches.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Objective {
    served: u32,
    load: i64,
    score: i64,
    waits: Vec<Waited>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Waited {
    wait: u8,
    served: u32,
}

/// What a peer came to.
#[derive(Debug, Deserialize)]
struct Theirs {
    microseconds: u64,
    objective: Objective,
}

/// What a thousand changes came to.
#[derive(Debug, Deserialize)]
struct Edited {
    edits: u32,
    microseconds_p50: u32,
    microseconds_p99: u32,
    microseconds_most: u32,
    looks: u32,
    same_as_anew: u32,
    flaws: Vec<String>,
}

/// How many small cases there were, and in how many the matching was the first of the best.
#[derive(Debug, Deserialize)]
struct Small {
    cases: u32,
    equal: u32,
}

const fn engine<'a>(subject: &Subject<'a>) -> Engine<'a> {
    Engine { paths: subject.paths, program: "matching" }
}

impl Ours {
    /// From the rows to the matching.
    const fn whole(&self) -> u64 {
        self.microseconds + self.microseconds_sorting
    }

    /// Void when the proof does not stand, or two runs differ.
    fn stands(&self, name: &str) -> Outcome {
        if let Some(flaw) = &self.flaw {
            return Err(Fault::new(format!("{name}: the matching does not stand its check: {flaw}")));
        }
        if self.is_same_again { Ok(()) } else { Err(Fault::new(format!("{name}: two runs gave two matchings"))) }
    }
}

fn whole(subject: &Subject) -> Outcome<Figure> {
    let engine = engine(subject);
    let peers = Python::bring(subject.paths, &FLOWS, "matching.py");
    if let Err(fault) = &peers {
        say::line(format_args!("OR-Tools and SciPy are not to be had, so there are no peers: {fault}"));
    }
    let head = ["instance", "time", "OR-Tools", "ratio", "SciPy", "ratio", "served", "load", "score"];
    let mut rows = vec![head.map(str::to_owned)];
    let (mut slowest, mut least) = (0, f64::INFINITY);
    for name in WORLDS {
        let file = engine.written(name)?.display().to_string();
        let mut found = Compared::default();
        for _ in 0..ROUNDS {
            let ours: Ours = engine.ask(&["solve", &file])?;
            ours.stands(name)?;
            for (place, peer) in ["or-tools", "scipy"].into_iter().enumerate() {
                if let Ok(peers) = &peers {
                    found.note(place, &ours, &equal(name, peer, &ours, peers.ask(&[peer, &file])?)?);
                }
            }
            found.ours.push(ours);
        }
        slowest = slowest.max(found.time());
        least = least.min(found.least());
        rows.push(found.cells(name));
    }
    table(&rows).iter().for_each(say::line);
    let beside = if peers.is_ok() {
        format!("{least:.1}× the faster peer, equal objective")
    } else {
        "no peer, see above".into()
    };
    let reached = slowest <= LONGEST && peers.is_ok() && least >= AHEAD;
    Ok(Figure { ours: format!("{} ms at most; {beside}", slowest.div_ceil(1_000)), reached })
}

/// Void when the peer found something else.
fn equal(name: &str, peer: &str, ours: &Ours, theirs: Theirs) -> Outcome<Theirs> {
    if theirs.objective == ours.objective {
        return Ok(theirs);
    }
    let (found, other) = (&ours.objective, &theirs.objective);
    Err(Fault::new(format!("{name}: the engine reaches {found:?}, {peer} {other:?}")))
}

fn certificates(subject: &Subject) -> Outcome<Figure> {
    let engine = engine(subject);
    let (mut standing, mut longest) = (0, 0);
    for name in WORLDS {
        let file = engine.written(name)?.display().to_string();
        let ours: Ours = engine.ask(&["solve", &file])?;
        ours.stands(name)?;
        standing += 1;
        longest = longest.max(ours.microseconds_checking);
    }
    let small: Small = engine.ask(&["small"])?;
    Ok(Figure {
        ours: format!(
            "{standing} of {} stand, checked in {} at most; {} of {} small cases equal and proven",
            WORLDS.len(),
            ms(longest),
            small.equal,
            small.cases
        ),
        reached: small.equal == small.cases,
    })
}

fn edits(subject: &Subject) -> Outcome<Figure> {
    let engine = engine(subject);
    let file = engine.written("uniform")?.display().to_string();
    let edited: Edited = engine.ask(&["edits", &file])?;
    if let Some(flaw) = edited.flaws.first() {
        return Err(Fault::new(format!("after a change the matching does not stand its check: {flaw}")));
    }
    let Edited { edits, looks, same_as_anew, .. } = edited;
    let said = |micros: u32| format!("{}.{:03} ms", micros / 1_000, micros % 1_000);
    let (p50, p99, most) =
        (said(edited.microseconds_p50), said(edited.microseconds_p99), said(edited.microseconds_most));
    Ok(Figure {
        ours: format!("p50 {p50}, p99 {p99}, most {most} of {edits}; {same_as_anew} of {looks} looks the same as anew"),
        reached: edited.microseconds_p99 <= 5_000 && same_as_anew == looks,
    })
}

#[cfg(test)]
mod tests {
    use super::{Objective, Ours, Theirs, Waited, equal};

    fn objective(score: i64) -> Objective {
        Objective { served: 9, load: 2, score, waits: vec![Waited { wait: 3, served: 9 }] }
    }

    pub(super) fn ours(microseconds: u64) -> Ours {
        Ours {
            microseconds,
            microseconds_sorting: 0,
            microseconds_checking: 5_000,
            objective: objective(700),
            is_same_again: true,
            flaw: None,
        }
    }

    pub(super) fn theirs(microseconds: u64, score: i64) -> Theirs {
        Theirs { microseconds, objective: objective(score) }
    }

    #[test]
    fn a_row_is_void_when_a_peer_finds_something_else() {
        assert!(equal("uniform", "scipy", &ours(1), theirs(1, 700)).is_ok());
        assert!(equal("uniform", "scipy", &ours(1), theirs(1, 701)).is_err());
        assert!(Ours { flaw: Some("no".to_owned()), ..ours(1) }.stands("uniform").is_err());
        assert!(Ours { is_same_again: false, ..ours(1) }.stands("uniform").is_err());
    }
}
