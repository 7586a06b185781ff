//! A level line by line: what was believed before each piece and after it, and what would be without it.

use super::{Belief, Evidence, Score, Weighed, Weighing};

/// One piece with what it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained<'a> {
    /// The piece and what it weighs.
    pub weighed: Weighed<'a>,
    /// What the pieces before it gave to believe.
    pub before: Belief,
    /// What they give together with it.
    pub after: Belief,
    /// What would be believed now had it never been given. An older word of the same giver then counts in its place.
    pub without: Belief,
}

/// A level line by line. The first line starts from the prior, each next one from where the last ended, and the last
/// ends at what is believed; so the differences sum to it exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'a> {
    /// What is believed of anybody.
    pub prior: Belief,
    /// Each piece, oldest first, also those that count for nothing.
    pub rows: Vec<Explained<'a>>,
    /// What is believed now.
    pub belief: Belief,
}

/// How the level of one cell comes about.
pub fn explain<'a>(evidence: &'a [Evidence], weighing: &Weighing<'_>) -> Explanation<'a> {
    let mut score = Score::prior();
    let row = |weighed: Weighed<'a>| {
        let before = score.belief();
        score = score.plus(weighed.weight, &weighed.heard);
        Explained { weighed, before, after: score.belief(), without: without(evidence, weighed.piece, weighing) }
    };
    let rows: Vec<Explained<'a>> = weighing.weighed(evidence).into_iter().map(row).collect();
    Explanation { prior: Belief::prior(), rows, belief: score.belief() }
}

fn without(evidence: &[Evidence], piece: &Evidence, weighing: &Weighing<'_>) -> Belief {
    let place = evidence.iter().position(|other| std::ptr::eq(other, piece));
    let others = evidence.iter().enumerate().filter(|(other, _)| Some(*other) != place);
    let others: Vec<Evidence> = others.map(|(_, piece)| piece.clone()).collect();
    weighing.belief(&others)
}
