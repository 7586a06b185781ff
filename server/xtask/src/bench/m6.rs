//! M6: the cross-training plan, against trying all, against the cheapest lesson first, and against HiGHS as it stands.
//! The engine is timed alone in an optimised build; HiGHS reads the same files, on one core like the engine.

use std::fs;

use serde::Deserialize;

use super::engine::Engine;
use super::python::{HIGHS, Python};
use super::{Figure, Row, Subject, table};
use crate::fault::{Fault, Outcome, While};
use crate::say;

pub const ROW: Row = Row {
    id: "M6",
    what: "cross-training plan, 500 people × 300 skills, ample and scarce hours",
    goal: "gap ≤ 1 % within 2 s, small cases equal to trying all",
    of_server: false,
    measure,
};

/// What the goal is set for, and what else is measured.
const GENERATED: [&str; 3] = ["ample", "five-eighths", "three-eighths"];
const RUST: [&str; 2] = ["rust-2", "rust-4"];
/// Seconds after which HiGHS gives what it has.
const LIMIT: &str = "60";

/// What HiGHS came to.
#[derive(Debug, Deserialize)]
struct Theirs {
    milliseconds: u32,
    cost: i64,
    empty: u32,
    is_optimal: bool,
}

/// What the engine came to.
#[derive(Debug, Deserialize)]
struct Ours {
    milliseconds: u32,
    cost: i64,
    bound: i64,
    /// The cost without empty seats.
    lessons_cost: i64,
    quarters: i64,
    empty: u32,
    greedy_cost: i64,
    greedy_empty: u32,
    is_same_again: bool,
    flaw: Option<String>,
}

/// How many small cases there were, and in how many the plan was the best of all.
#[derive(Debug, Deserialize)]
struct Small {
    cases: u32,
    equal: u32,
}

fn measure(subject: &Subject) -> Outcome<Figure> {
    let engine = Engine { paths: subject.paths, program: "cover_plan" };
    let small: Small = engine.ask(&["small"])?;
    let peer = Python::bring(subject.paths, &HIGHS, "cover_plan.py");
    if let Err(fault) = &peer {
        say::line(format_args!("HiGHS is not to be had, so there is no peer: {fault}"));
    }
    let folder = subject.paths.target.join("bench/cover");
    fs::create_dir_all(&folder).while_doing("making room for instances")?;
    let mut rows = vec![HEAD.map(str::to_owned)];
    let (mut slowest, mut widest) = (0, 0.0_f64);
    for name in GENERATED.into_iter().chain(RUST) {
        let file = folder.join(format!("{name}.json")).display().to_string();
        let tables = subject.paths.repo.join("server/store/tests/rust-org").display().to_string();
        engine.ask::<serde_json::Value>(&["write", name, &file, &tables])?;
        let ours: Ours = engine.ask(&["solve", &file])?;
        let theirs = peer.as_ref().ok().map(|peer| peer.ask::<Theirs>(&[file.as_str(), LIMIT])).transpose()?;
        ours.stands(name, theirs.as_ref())?;
        if GENERATED.contains(&name) {
            slowest = slowest.max(ours.milliseconds);
            widest = widest.max(ours.gap());
        }
        rows.push(ours.cells(name, theirs.as_ref()));
    }
    table(&rows).iter().for_each(say::line);
    let beside = if peer.is_ok() { "HiGHS’s optimum within every gap" } else { "no peer, see above" };
    Ok(Figure {
        ours: format!(
            "gap ≤ {widest:.2} %, {slowest} ms at most; {} of {} small cases equal; {beside}",
            small.equal, small.cases
        ),
        reached: widest <= 1.0 && slowest <= 2_000 && small.equal == small.cases,
    })
}

/// The columns above the table.
const HEAD: [&str; 9] =
    ["instance", "time", "HiGHS", "ratio", "gap", "of the lessons alone", "hours", "empty seats", "cheapest first"];

impl Ours {
    /// What might be saved at most, in percent.
    fn gap(&self) -> f64 {
        percent(self.cost - self.bound, self.cost)
    }

    /// Void when the plan breaks a rule, differs from run to run, or the peer's optimum is not between bound and cost.
    fn stands(&self, name: &str, theirs: Option<&Theirs>) -> Outcome {
        if let Some(flaw) = &self.flaw {
            return Err(Fault::new(format!("{name}: the plan does not stand its check: {flaw}")));
        }
        if !self.is_same_again {
            return Err(Fault::new(format!("{name}: two runs gave two plans")));
        }
        match theirs {
            Some(theirs) if theirs.is_optimal && !(self.bound..=self.cost).contains(&theirs.cost) => {
                let (bound, cost) = (self.bound, self.cost);
                Err(Fault::new(format!("{name}: HiGHS proves {}, the engine {bound} to {cost}", theirs.cost)))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn cells(&self, name: &str, theirs: Option<&Theirs>) -> [String; 9] {
        let (peer, ratio) = match theirs {
            Some(theirs) => {
                let proof = if theirs.is_optimal { "" } else { ", not proven" };
                let ratio = f64::from(theirs.milliseconds) / f64::from(self.milliseconds.max(1));
                (format!("{} ms, {} empty{proof}", theirs.milliseconds, theirs.empty), format!("{ratio:.2}×"))
            }
            None => ("–".to_owned(), "–".to_owned()),
        };
        [
            name.to_owned(),
            format!("{} ms", self.milliseconds),
            peer,
            ratio,
            format!("{:.2} %", self.gap()),
            format!("{:.2} %", percent(self.cost - self.bound, self.lessons_cost)),
            (self.quarters / 4).to_string(),
            self.empty.to_string(),
            format!("+{:.1} %, {} empty", percent(self.greedy_cost - self.cost, self.cost), self.greedy_empty),
        ]
    }
}

/// Part of a whole in percent. Costs of these instances are far below what 32 bits hold.
fn percent(part: i64, whole: i64) -> f64 {
    let float = |cost: i64| f64::from(i32::try_from(cost).unwrap_or(i32::MAX));
    float(part) * 100.0 / float(whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::{Ours, Theirs};

    fn ours() -> Ours {
        let text = r#"{"milliseconds": 800, "cost": 1000, "bound": 995, "lessons_cost": 500, "quarters": 400,
            "empty": 2, "greedy_cost": 1100, "greedy_empty": 3, "is_same_again": true, "flaw": null}"#;
        serde_json::from_str(text).unwrap()
    }

    fn theirs(cost: i64) -> Theirs {
        Theirs { milliseconds: 1_600, cost, empty: 2, is_optimal: true }
    }

    #[test]
    fn a_row_is_void_when_the_peer_proves_another_optimum() {
        for cost in [995, 999, 1_000] {
            assert_eq!(ours().stands("ample", Some(&theirs(cost))), Ok(()));
        }
        for cost in [994, 1_001] {
            assert!(ours().stands("ample", Some(&theirs(cost))).is_err());
        }
        assert!(Ours { flaw: Some("no".to_owned()), ..ours() }.stands("ample", None).is_err());
        assert!(Ours { is_same_again: false, ..ours() }.stands("ample", None).is_err());
    }

    #[test]
    fn a_row_shows_what_was_found() {
        let cells = ours().cells("ample", Some(&theirs(999)));
        let wanted =
            ["ample", "800 ms", "1600 ms, 2 empty", "2.00×", "0.50 %", "1.00 %", "100", "2", "+10.0 %, 3 empty"];
        assert_eq!(cells, wanted.map(str::to_owned));
        assert_eq!(ours().cells("ample", None)[2], "–");
    }
}
