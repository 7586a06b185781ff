//! A certificate from what the search found.

use super::branch::{Branch, Choice, Tree};
use super::packing::Packing;
use crate::rings::clearing::{Decision, Leaf, Piece};

/// Numbers as they stand in a certificate.
pub(super) fn numbers(of: &[usize]) -> Vec<u32> {
    of.iter().map(|number| u32::try_from(*number).unwrap_or(u32::MAX)).collect()
}

/// The branches of a piece.
pub(super) fn piece(packing: &Packing, tree: Tree) -> Piece {
    let leaf = |branch: Branch| Leaf {
        decisions: branch.choices.iter().map(|choice| decision(packing, *choice)).collect(),
        prices: branch.prices,
    };
    Piece { limits: numbers(&packing.names), leaves: tree.leaves().map(leaf).collect() }
}

fn decision(packing: &Packing, choice: Choice) -> Decision {
    match choice {
        Choice::Lesson { number, is_given } => {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            if is_given { Decision::Given(number) } else { Decision::NotGiven(number) }
        }
        Choice::Column { number, is_chosen } => {
            let lessons = numbers(packing.lessons.get(number));
            if is_chosen { Decision::Chosen(lessons) } else { Decision::NotChosen(lessons) }
        }
    }
}
