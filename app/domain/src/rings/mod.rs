//! The swap clearing house: the best set of rings in which people teach each other.
//!
//! **What is decided.** A *lesson* is somebody who could teach somebody else a thing that they want. In a *ring* of two,
//! three or four people everyone teaches the next and the last teaches the first, so that nobody owes anything. A *chain*
//! begins with somebody who teaches without learning in return, a volunteer or a person who banks an hour; its last person
//! learns and owes one. Which rings and chains together are worth most, when nobody takes more places than they have?
//!
//! ```text
//! maximise   Σ worth of the chosen rings and chains
//! such that  a person is in at most `places` of them,
//!            nobody is taught one skill twice,
//!            an offer with `seats` is taken no more often,
//!            there are at most `most_chains` chains,
//!            no ring holds two people who are kept apart, or more than `longest` people,
//!            a ring is chosen once or not at all.
//! ```
//!
//! This is the cycle formulation of kidney exchange (Abraham, Blum & Sandholm 2007; Roth, Sönmez & Ünver 2007), a column
//! for each ring, whichever of its people stands first. Its relaxation is as tight as any of the known ones (Constantino,
//! Klimentova, Viana & Rais 2013; Dickerson, Manlove, Plaut, Sandholm & Trimble 2016). A ring is worth what its lessons
//! weigh, times the chance that all its people accept where [`Terms::accept`] says one (Dickerson, Procaccia & Sandholm
//! 2013).
//!
//! **How.** Rings are written down one by one, from their first person by id. Parts that share nobody are solved apart.
//! The relaxation is solved by a dual simplex method with bounds on both sides, dual steepest edge (Forrest & Goldfarb
//! 1992) and long steps (Maros 2003), over the few rings that matter so far; the others are priced and join when they
//! could pay. Rings are then chosen greedily by what they pay at those prices and improved by putting one in, taking out
//! what stands against it and filling up. A ring that, at those prices, can be in no better set is dropped; what is left
//! falls into pieces, and these branch on lessons by reliability branching (Achterberg, Koch & Martin 2005): on the one
//! whose decision lets the relaxation fall most on both sides, as branches so far have shown or a few pivots of trial do.
//! The search goes down until nothing is left below, which also finds good sets, and on from the highest bound, until the
//! best set is proven or the work is spent; the gap is then shown.
//!
//! **Numbers.** Floating point steers the simplex method and nothing else, with `+ − × ÷` in a fixed order, which are the
//! same on every machine. Its prices are rounded to whole 16,384ths; any such prices, none below zero, give a true bound,
//! which is summed up in whole numbers, as everything is that decides or is published. Limits count steps of work, never
//! time. So the same instance gives the same bytes everywhere, in whichever order its rows stand. Where sets are equally
//! good, the first one met is given, and the order of meeting is fixed.
//!
//! **Certificate.** [`Clearing`] carries the branches and their prices. [`check`] is separate code that writes the rings
//! down anew and recomputes every figure from the [`Instance`] and the certificate alone.
//!
//! **Repair.** When somebody drops out, [`repair`] keeps every ring that somebody confirmed, as far as it still stands,
//! and offers the best of what is left: as few broken promises as can be, then as few lost places, then as many people
//! taught, then the best fit.
//!
//! **Offers.** [`Offers`] asks the people of a ring and lets it count when all have confirmed.
//!
//! A person who starts a chain is not counted as taught. What is offered and wanted is reduced to lessons elsewhere.

mod chance;
mod check;
mod clearing;
mod fault;
mod generate;
mod instance;
mod offers;
mod repair;
mod solve;

pub use check::{Flaw, check};
pub use clearing::{Certificate, Clearing, Decision, Leaf, Part, Piece, Stats};
pub use fault::Fault;
pub use generate::{Pool, pool};
pub use instance::{Apart, Instance, Lesson, Member, Ring, Seats, Terms};
pub use offers::{NotCounted, Offer, Offers, Stage};
pub use repair::{Repair, Repaired, Standing, repair};
pub use solve::{Column, Limits, Model, model, solve};

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
