//! M4: swap rings and chains, against trying all and against HiGHS on the same cycle model, a column for each ring.

use serde::Deserialize;

use super::engine::Engine;
use super::python::{HIGHS, Python};
use super::{Figure, Row, Subject, table};
use crate::fault::{Fault, Outcome, While};
use crate::say;

pub const ROW: Row = Row {
    id: "M4",
    what: "swap rings of up to four and chains, pools of 16 to 512 people",
    goal: "256 proven in 50 ms, 512 thinned in 5 s, denser with a gap ≤ 1 %; ≥ 2× HiGHS; small equal to trying all",
    of_server: false,
    measure,
};

/// The pools, what each may take in milliseconds, and what may be open in percent.
const POOLS: [(&str, u32, f64); 8] = [
    ("skills-16", 50, 0.0),
    ("skills-32", 50, 0.0),
    ("skills-64", 50, 0.0),
    ("skills-128", 50, 0.0),
    ("skills-256", 50, 0.0),
    ("thinned-512", 5_000, 0.0),
    ("skills-512", 60_000, 1.0),
    ("random-256-6", 60_000, 1.0),
];
/// Seconds after which HiGHS gives what it has.
const LIMIT: &str = "60";
/// Below this a time is mostly the clock’s.
const COMPARED_FROM: u32 = 5;
/// How much longer HiGHS has to take.
const AHEAD: f64 = 2.0;

/// What the engine came to.
#[derive(Debug, Deserialize)]
struct Ours {
    milliseconds: u32,
    weight: i64,
    bound: i64,
    is_proven: bool,
    rings: u32,
    lessons: u32,
    is_same_again: bool,
    flaw: Option<String>,
}

/// What HiGHS came to.
#[derive(Debug, Deserialize)]
struct Theirs {
    milliseconds: u32,
    weight: i64,
    bound: i64,
    is_optimal: bool,
}

#[derive(Debug, Deserialize)]
struct Small {
    cases: u32,
    equal: u32,
}

#[derive(Debug, Deserialize)]
struct Repaired {
    repairs: u32,
    proven: u32,
    longest_milliseconds: u32,
}

fn measure(subject: &Subject) -> Outcome<Figure> {
    let engine = Engine { paths: subject.paths, program: "rings" };
    let small: Small = engine.ask(&["small"])?;
    let peer = Python::bring(subject.paths, &HIGHS, "rings.py");
    if let Err(fault) = &peer {
        say::line(format_args!("HiGHS is not to be had, so there is no peer: {fault}"));
    }
    let mut rows = vec![HEAD.map(str::to_owned)];
    let (mut is_in_time, mut least) = (true, f64::INFINITY);
    let mut mended = None;
    for (name, most, open) in POOLS {
        let file = engine.written(name)?;
        let path = file.display().to_string();
        let ours: Ours = engine.ask(&["solve", &path])?;
        let theirs = match &peer {
            Ok(peer) => {
                let model: serde_json::Value = engine.ask(&["model", &path])?;
                let columns = file.with_extension("model.json");
                std::fs::write(&columns, model.to_string()).while_doing("writing a model for HiGHS")?;
                Some(peer.ask::<Theirs>(&[&columns.display().to_string(), LIMIT])?)
            }
            Err(_) => None,
        };
        ours.stands(name, theirs.as_ref())?;
        is_in_time &= ours.milliseconds <= most && ours.gap() <= open;
        if let Some(theirs) = theirs.as_ref().filter(|theirs| theirs.milliseconds >= COMPARED_FROM) {
            least = least.min(ours.ratio(theirs));
        }
        if name == "skills-256" {
            mended = Some(engine.ask::<Repaired>(&["repair", &path])?);
        }
        rows.push(ours.cells(name, theirs.as_ref()));
    }
    table(&rows).iter().for_each(say::line);
    if let Some(Repaired { repairs, proven, longest_milliseconds }) = mended {
        say::line(format_args!(
            "repairs of skills-256: {proven} of {repairs} proven, {longest_milliseconds} ms at most"
        ));
    }
    let beside = if peer.is_ok() { format!("{least:.1}× HiGHS at least") } else { "no peer, see above".to_owned() };
    let in_time = if is_in_time { "every pool in its time and gap" } else { "a pool is too slow or too open" };
    Ok(Figure {
        ours: format!("{in_time}; {beside}; {} of {} small cases equal", small.equal, small.cases),
        reached: is_in_time && peer.is_ok() && least >= AHEAD && small.equal == small.cases,
    })
}

/// The columns above the table.
const HEAD: [&str; 8] = ["pool", "time", "weight", "gap", "rings", "lessons", "HiGHS", "ratio"];

impl Ours {
    /// What might be gained at most, in percent. Weights of these pools are far below what 32 bits hold.
    fn gap(&self) -> f64 {
        let float = |weight: i64| f64::from(i32::try_from(weight).unwrap_or(i32::MAX));
        if self.is_proven { 0.0 } else { float(self.bound - self.weight) * 100.0 / float(self.weight.max(1)) }
    }

    fn ratio(&self, theirs: &Theirs) -> f64 {
        f64::from(theirs.milliseconds) / f64::from(self.milliseconds.max(1))
    }

    /// Void when a ring breaks a rule, two runs differ, or the peer proves what the engine says cannot be.
    fn stands(&self, name: &str, theirs: Option<&Theirs>) -> Outcome {
        if let Some(flaw) = &self.flaw {
            return Err(Fault::new(format!("{name}: the rings do not stand their check: {flaw}")));
        }
        if !self.is_same_again {
            return Err(Fault::new(format!("{name}: two runs gave two sets of rings")));
        }
        let Some(theirs) = theirs else { return Ok(()) };
        let is_apart = theirs.is_optimal && !(self.weight..=self.bound).contains(&theirs.weight);
        if is_apart || theirs.weight > self.bound || theirs.bound < self.weight {
            let (weight, bound) = (self.weight, self.bound);
            let words =
                format!("{name}: HiGHS finds {} of {}, the engine {weight} of {bound}", theirs.weight, theirs.bound);
            return Err(Fault::new(words));
        }
        Ok(())
    }

    fn cells(&self, name: &str, theirs: Option<&Theirs>) -> [String; 8] {
        let (peer, ratio) = match theirs {
            Some(theirs) => {
                let proof = if theirs.is_optimal { "" } else { ", not proven" };
                (format!("{} ms{proof}", theirs.milliseconds), format!("{:.1}×", self.ratio(theirs)))
            }
            None => ("–".to_owned(), "–".to_owned()),
        };
        [
            name.to_owned(),
            format!("{} ms", self.milliseconds),
            self.weight.to_string(),
            if self.is_proven { "proven".to_owned() } else { format!("{:.2} %", self.gap()) },
            self.rings.to_string(),
            self.lessons.to_string(),
            peer,
            ratio,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::{Ours, Theirs};

    fn ours() -> Ours {
        let text = r#"{"milliseconds": 20, "weight": 990, "bound": 1000, "is_proven": false, "rings": 4, "lessons": 11,
            "is_same_again": true, "flaw": null}"#;
        serde_json::from_str(text).unwrap()
    }

    fn theirs(weight: i64) -> Theirs {
        Theirs { milliseconds: 50, weight, bound: weight, is_optimal: true }
    }

    #[test]
    fn a_row_is_void_when_the_peer_proves_another_optimum() {
        for weight in [990, 995, 1_000] {
            assert_eq!(ours().stands("skills-64", Some(&theirs(weight))), Ok(()));
        }
        for weight in [989, 1_001] {
            assert!(ours().stands("skills-64", Some(&theirs(weight))).is_err());
        }
        assert!(Ours { flaw: Some("no".to_owned()), ..ours() }.stands("skills-64", None).is_err());
        assert!(Ours { is_same_again: false, ..ours() }.stands("skills-64", None).is_err());
    }

    #[test]
    fn a_row_shows_what_was_found() {
        let wanted = ["skills-64", "20 ms", "990", "1.01 %", "4", "11", "50 ms", "2.5×"];
        assert_eq!(ours().cells("skills-64", Some(&theirs(995))), wanted.map(str::to_owned));
        assert_eq!(Ours { is_proven: true, ..ours() }.cells("skills-64", None)[3], "proven");
    }
}
