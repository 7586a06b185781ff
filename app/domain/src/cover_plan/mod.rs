//! The minimum cross-training plan: the least teaching that brings every skill to its target by its date.
//!
//! **What is decided.** A *lesson* is one learner taught one skill by one teacher (or by a course from outside). A skill
//! below its target has empty seats. Which lessons fill them at the fewest hours?
//!
//! ```text
//! minimise   Σ cost of the chosen lessons + Σ price of every seat that stays empty
//! such that  a learner takes a skill from one teacher, and at most `lessons_each` lessons in all,
//!            a teacher has at most `mentees` lessons,
//!            for every date: what a learner takes until then fits their free hours until then; a teacher likewise,
//!            a lesson that builds on a skill its learner lacks is chosen only with a lesson in that one, due no later,
//!            a lesson is chosen only when its steps of level take no more weeks than there are until it is due,
//!            pinned lessons are chosen and forbidden ones are not.
//! ```
//!
//! Hours until each date are exact, not a relaxation: the work can be divided and may start now, and taking what is due
//! first is then best (earliest due date first; Horn 1974).
//!
//! A step of level takes hours and, however many hours there are, weeks of the calendar ([`Terms::weeks`]); the steps of
//! one lesson follow each other, and a lesson that builds on another may run beside it. What others build on and nobody
//! needs for itself is a skill without seats: a lesson in it is chosen where the way over it is the cheapest.
//!
//! **Units.** Time is counted in quarter hours and costs in tenths of a quarter hour, in whole numbers throughout: a
//! lesson costs what both spend, a fifth less where the learner wants it, and more where the two share few hours. The
//! price of an empty seat is a published setting ([`Terms`]). No floating-point number occurs, so every machine answers
//! with the same bytes; limits are counted in steps of work and never in time.
//!
//! **How.** Parts that share nobody are solved apart. Greedy plans are improved by taking a few lessons out and putting
//! better ones in. The bound is a Lagrangian decomposition (Guignard & Kim 1987) with both sides kept whole: learners
//! choose their best pair of lessons, teachers their best load within their hours, and prices on seats and on each
//! lesson make the two agree. Prices move by the volume algorithm (Barahona & Anbil 2000). Where bound and plan differ,
//! the plan branches on a lesson, the least bound first, until it is proven or the work is spent; the gap is then shown.
//!
//! Pairs that were left out before, because enough others are cheaper, are not solved for; with what the cheapest of them
//! costs, the same prices bound the plans that hold them too ([`Plan::wide_bound`]).
//!
//! **Certificate.** [`Plan`] carries the branches and their prices. [`check`] is separate code that recomputes every
//! figure from the [`Instance`] and the certificate alone.
//!
//! What somebody learns here counts for cover only once there is evidence, and they teach only after the next plan.
//! Group lessons are not modelled.

mod check;
mod fault;
mod generate;
mod held;
mod instance;
mod plan;
mod solve;
mod terms;

pub use check::{Flaw, check};
pub use fault::Fault;
pub use generate::{Question, instance};
pub use held::{Because, Binding, Held, Relax, reasons};
pub use instance::{Colleague, Dropped, Instance, Lesson, Need, Pick, Sieve};
pub use plan::{Certificate, Decision, Empty, Leaf, Part, Plan, Stats};
pub use solve::{Go, Limits, Progress, solve};
pub use terms::{Choices, EmptySeat, QUARTER_COST, QUARTERS, Terms};

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
