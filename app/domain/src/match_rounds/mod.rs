//! Rounds of matching as people see them: the organiser's page with everybody, the pairs, who waits and why, what is pinned,
//! ruled out and weighed, pairings side by side, publishing and taking back; and the learner's own explanation.
//!
//! What a round holds is `match_round`; who could be paired and how well two fit is `mentoring`; which pairing is best is
//! `matching`. Nothing here decides that.

mod circles;
mod compare;
mod forms;
#[cfg(test)]
mod hand_tests;
mod made_of;
mod maker;
mod mine;
mod page;
mod posed;
mod query;
mod rows;
#[cfg(test)]
mod rust_org_tests;
#[cfg(test)]
mod tests;
mod way_out;
mod weigh;
mod why;
mod words;

pub use compare::{Comparison, Difference, Side};
pub use forms::{KeepForm, PairForm, PairKey};
pub use made_of::new_pairs;
pub use mine::{MyMatchPage, MyMentor, MyReason, looks, my_match_page};
pub use page::{MatchPage, Publishable, match_page, organised_match, publishable, to_explain};
pub use posed::{Posed, Solved};
pub use query::MatchQuery;
pub use rows::{DecisionRow, KeptRow, MentorRow, PairRow, RoundRow, WaitingRow, Why};
pub use way_out::{Change, Explained, WayOut, WaysOut};
pub use weigh::{WeighForm, WeightRow};
pub use why::WayOutLine;
