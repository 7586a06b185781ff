//! What a certificate proves, recomputed in whole numbers.

use super::Flaw;
use super::facts::Facts;
use crate::rings::clearing::{Certificate, Decision, Leaf, Part, Piece};

/// Prices are in parts of the unit of weight.
const FINE: i128 = 16_384;

/// A ring that there could be.
struct Column {
    weight: i128,
    limits: Vec<usize>,
    lessons: Vec<u32>,
}

/// The sum of what the parts are proven to be worth at most.
pub(super) fn proven(facts: &Facts, certificate: &Certificate) -> Result<i128, Flaw> {
    let column = |lessons: Vec<usize>| Column {
        weight: i128::from(facts.worth(&lessons)),
        limits: facts.limits_of(&lessons),
        lessons: lessons.iter().map(|at| u32::try_from(*at).unwrap_or(u32::MAX)).collect(),
    };
    let can_be = |column: &Column| column.weight > 0 && column.limits.iter().all(|limit| facts.limits[*limit].1 > 0);
    let columns: Vec<Column> = facts.rings().into_iter().map(column).filter(can_be).collect();
    let parts: Vec<&[u32]> = certificate.parts.iter().map(|part| part.limits.as_slice()).collect();
    let shared = shared_out(facts, &parts, columns.iter().collect())?;
    let mut total = 0;
    for (part, columns) in certificate.parts.iter().zip(shared) {
        of_part(facts, part, columns)?;
        total += i128::from(part.bound);
    }
    Ok(total)
}

/// The columns of each group of limits. Refuses groups that overlap, and columns that lie in none of them.
fn shared_out<'a>(facts: &Facts, groups: &[&[u32]], columns: Vec<&'a Column>) -> Result<Vec<Vec<&'a Column>>, Flaw> {
    let wrong = |what: &str| Flaw::Certificate(what.to_owned());
    let mut of: Vec<Option<usize>> = vec![None; facts.limits.len()];
    for (group, limits) in groups.iter().enumerate() {
        for limit in *limits {
            let place = usize::try_from(*limit).ok().and_then(|limit| of.get_mut(limit));
            let place = place.ok_or_else(|| wrong("a limit is unknown"))?;
            if place.replace(group).is_some() {
                return Err(wrong("a limit is in two groups"));
            }
        }
    }
    let mut shared = vec![Vec::new(); groups.len()];
    for column in columns {
        let group = column.limits.first().and_then(|limit| of[*limit]).ok_or_else(|| wrong("a ring is left out"))?;
        if column.limits.iter().any(|limit| of[*limit] != Some(group)) {
            return Err(wrong("a ring is in two groups"));
        }
        shared[group].push(column);
    }
    Ok(shared)
}

/// Prices by limit. Refuses any below zero, and too few or too many.
fn priced(facts: &Facts, limits: &[u32], prices: &[i64]) -> Result<Vec<i128>, Flaw> {
    if limits.len() != prices.len() || prices.iter().any(|price| *price < 0) {
        return Err(Flaw::Certificate("a price is missing or below zero".to_owned()));
    }
    let mut by_limit = vec![0; facts.limits.len()];
    for (limit, price) in limits.iter().zip(prices) {
        if let Some(place) = usize::try_from(*limit).ok().and_then(|limit| by_limit.get_mut(limit)) {
            *place = i128::from(*price);
        }
    }
    Ok(by_limit)
}

fn pays(column: &Column, prices: &[i128]) -> i128 {
    column.weight * FINE - column.limits.iter().map(|limit| prices[*limit]).sum::<i128>()
}

fn of_limits(facts: &Facts, prices: &[i128]) -> i128 {
    facts.limits.iter().zip(prices).map(|((_, most), price)| i128::from(*most) * price).sum()
}

/// Refuses a part that could be worth more than it says: what its prices do not drop has to be bounded by its pieces.
fn of_part(facts: &Facts, part: &Part, columns: Vec<&Column>) -> Result<(), Flaw> {
    let prices = priced(facts, &part.limits, &part.prices)?;
    let all: i128 = of_limits(facts, &prices) + columns.iter().map(|column| pays(column, &prices).max(0)).sum::<i128>();
    let could = |column: &&Column| (all + pays(column, &prices).min(0)).div_euclid(FINE) > i128::from(part.bound);
    let left: Vec<&Column> = columns.into_iter().filter(could).collect();
    let pieces: Vec<&[u32]> = part.pieces.iter().map(|piece| piece.limits.as_slice()).collect();
    let mut total = 0;
    for (piece, columns) in part.pieces.iter().zip(shared_out(facts, &pieces, left)?) {
        total += of_piece(facts, piece, &columns)?;
    }
    if part.bound < 0 || total > i128::from(part.bound) {
        return Err(Flaw::Bound(total));
    }
    Ok(())
}

/// What the best branch of a piece is worth at most.
fn of_piece(facts: &Facts, piece: &Piece, columns: &[&Column]) -> Result<i128, Flaw> {
    if columns.is_empty() {
        return Ok(0);
    }
    let tails: Vec<&[Decision]> = piece.leaves.iter().map(|leaf| leaf.decisions.as_slice()).collect();
    if !covers(&tails) {
        return Err(Flaw::Certificate("branches are missing".to_owned()));
    }
    let mut most = 0;
    for leaf in &piece.leaves {
        most = of_leaf(facts, (piece, leaf), columns)?.map_or(most, |worth| most.max(worth));
    }
    Ok(most)
}

/// What a decision is about, and which way it goes.
fn about(decision: &Decision) -> (bool, &[u32], bool) {
    match decision {
        Decision::Given(lesson) => (false, std::slice::from_ref(lesson), true),
        Decision::NotGiven(lesson) => (false, std::slice::from_ref(lesson), false),
        Decision::Chosen(lessons) => (true, lessons, true),
        Decision::NotChosen(lessons) => (true, lessons, false),
    }
}

/// True when decisions split in two wherever branches part, so that every set is in one of them.
fn covers(tails: &[&[Decision]]) -> bool {
    match tails {
        [] => false,
        [[]] => true,
        [..] => {
            let mut sides: [Vec<&[Decision]>; 2] = [Vec::new(), Vec::new()];
            let Some(first) = tails.first().and_then(|tail| tail.first()).map(about) else { return false };
            for tail in tails {
                let Some((head, rest)) = tail.split_first() else { return false };
                let (of_ring, lessons, yes) = about(head);
                if (of_ring, lessons) != (first.0, first.1) {
                    return false;
                }
                sides[usize::from(yes)].push(rest);
            }
            sides.iter().all(|side| covers(side))
        }
    }
}

/// What a branch is worth at most; `None` when no set is in it that the prices of the part do not drop.
fn of_leaf(facts: &Facts, (piece, leaf): (&Piece, &Leaf), columns: &[&Column]) -> Result<Option<i128>, Flaw> {
    let prices = priced(facts, &piece.limits, &leaf.prices)?;
    let mut out = vec![false; columns.len()];
    let mut inside = vec![false; columns.len()];
    for decision in &leaf.decisions {
        match decision {
            Decision::Given(lesson) => {
                let number = usize::try_from(*lesson).ok().filter(|number| *number < facts.lessons.len());
                let number = number.ok_or_else(|| Flaw::Certificate("a lesson is unknown".to_owned()))?;
                let taken = facts.taken_up_by(number);
                let rivals = |column: &&Column| {
                    !column.lessons.contains(lesson) && column.limits.iter().any(|limit| taken.contains(limit))
                };
                out.iter_mut().zip(columns).for_each(|(out, column)| *out |= rivals(column));
            }
            Decision::NotGiven(lesson) => {
                out.iter_mut().zip(columns).for_each(|(out, column)| *out |= column.lessons.contains(lesson));
            }
            Decision::Chosen(lessons) => match columns.iter().position(|column| column.lessons == *lessons) {
                Some(at) => inside[at] = true,
                None => return Ok(None),
            },
            Decision::NotChosen(lessons) => {
                out.iter_mut().zip(columns).for_each(|(out, column)| *out |= column.lessons == *lessons);
            }
        }
    }
    let mut taken = vec![0_u32; facts.limits.len()];
    let mut worth = of_limits(facts, &prices);
    for ((column, is_out), is_in) in columns.iter().zip(out).zip(inside) {
        let pays = pays(column, &prices);
        match (is_out, is_in) {
            (true, true) => return Ok(None),
            (true, false) => {}
            (false, true) => {
                column.limits.iter().for_each(|limit| taken[*limit] += 1);
                worth += pays;
            }
            (false, false) => worth += pays.max(0),
        }
    }
    let is_over = facts.limits.iter().zip(taken).any(|((_, most), taken)| taken > *most);
    Ok((!is_over).then(|| worth.div_euclid(FINE)))
}
