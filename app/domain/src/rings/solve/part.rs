//! One part from its relaxation to its last branch.

use super::branch::{Root, Tree};
use super::dive::dive;
use super::draft::Draft;
use super::fixed::{FINE, Hold, bound, pays, whole};
use super::improve::{Guide, improve};
use super::packing::Packing;
use super::proof;
use super::relax::relax;
use super::simplex::Simplex;
use crate::rings::chance::Chance;
use crate::rings::clearing;

/// How often a good set is improved before the first branch.
const ROUNDS: usize = 2;
/// How much less than the best a set may be worth on the way, in turn.
const MARGINS: [i64; 2] = [60, 150];

/// What a part came to.
#[derive(Debug)]
pub(in crate::rings) struct Answer {
    /// The numbers of its chosen columns in the whole.
    pub(in crate::rings) chosen: Vec<usize>,
    pub(in crate::rings) weight: i64,
    pub(in crate::rings) bound: i64,
    pub(super) certificate: clearing::Part,
    pub(super) relaxed: i64,
    pub(super) kept: usize,
    pub(super) nodes: u32,
    pub(super) pivots: u32,
    pub(super) work: u64,
}

impl Answer {
    /// Steps of work.
    pub(in crate::rings) const fn work(&self) -> u64 {
        self.work
    }

    /// Adds what it took.
    pub(super) fn count(&self, stats: &mut clearing::Stats) {
        stats.kept += u32::try_from(self.kept).unwrap_or(u32::MAX);
        stats.relaxed += self.relaxed;
        stats.nodes += self.nodes;
        stats.pivots += self.pivots;
        stats.work += self.work;
    }
}

/// The best set of a part within so much work.
pub(in crate::rings) fn solve(part: &Packing, most: u64) -> Answer {
    let holds = vec![Hold::Free; part.len()];
    let mut simplex = Simplex::new(part);
    start(&mut simplex);
    relax(&mut simplex, &holds, f64::NEG_INFINITY);
    let prices = simplex.prices();
    let all: Vec<i64> = (0..part.len()).map(|column| pays(part, &prices, column)).collect();
    let value = bound(part, &prices, &holds);
    let mut chance = Chance::new(1);
    let (draft, improving) = first(&mut simplex, (&all, value), &mut chance);
    let kept = kept(&all, value, draft.weight);
    let mut answer = Answer {
        chosen: Vec::new(),
        weight: draft.weight,
        bound: draft.weight.max(whole(value)),
        certificate: clearing::Part { limits: proof::numbers(&part.names), prices, bound: 0, pieces: Vec::new() },
        relaxed: whole(value),
        kept: 0,
        nodes: 1,
        pivots: simplex.pivots,
        work: simplex.work + improving,
    };
    if whole(value) > draft.weight {
        answer.kept = kept.len();
        branch(part, (&draft, &all, value), &part.parts(&kept), most, &mut answer);
    } else {
        answer.chosen = draft.chosen().into_iter().map(|column| part.columns[column]).collect();
    }
    answer.certificate.bound = answer.bound;
    answer
}

/// The columns that could be in a set worth at least `weight`.
fn kept(all: &[i64], value: i128, weight: i64) -> Vec<usize> {
    let least = i128::from(weight) * i128::from(FINE);
    (0..all.len()).filter(|column| value + i128::from(all[*column].min(0)) >= least).collect()
}

/// For each limit, the columns that are worth most for what they take.
fn start(simplex: &mut Simplex) {
    let part = simplex.packing;
    for limit in 0..part.capacities.len() {
        let mut takers = part.takers.get(limit).to_vec();
        let each = |column: &usize| {
            let limits = i64::try_from(part.limits.get(*column).len()).unwrap_or(1);
            (std::cmp::Reverse(part.weights[*column] * 64 / limits.max(1)), *column)
        };
        takers.sort_by_key(each);
        for column in takers.into_iter().take(3) {
            if !simplex.takes_part[column] {
                simplex.add(column);
            }
        }
    }
}

/// A good set at the prices of the relaxation, and how much work it was.
fn first<'a>(simplex: &mut Simplex<'a>, (all, value): (&[i64], i128), chance: &mut Chance) -> (Draft<'a>, u64) {
    let part = simplex.packing;
    let guide = Guide::new(part, all.to_vec(), i64::MIN);
    let mut best = Draft::new(part);
    best.fill(guide.order.iter().copied());
    if best.weight >= whole(value) {
        return (best, 0);
    }
    let mut dived = dive(simplex);
    dived.fill(guide.order.iter().copied());
    if dived.weight > best.weight {
        best = dived;
    }
    let mut work = 0;
    for round in 0..ROUNDS {
        if best.weight >= whole(value) {
            break;
        }
        let open = i64::try_from(i128::from(best.weight) * i128::from(FINE) - value).unwrap_or(i64::MIN);
        let guide = Guide::new(part, all.to_vec(), open);
        // Where few columns are left, branches are quicker.
        let is_small = guide.order.len() < part.capacities.len() * 4;
        if is_small && round > 0 {
            break;
        }
        let steps = part.capacities.len() * if is_small { 2 } else { 4 };
        let (better, spent) = improve(&best, &guide, (steps, MARGINS[round % 2]), chance);
        work += spent;
        best = better;
    }
    (best, work)
}

/// Branches in every piece, the work shared by their sizes.
fn branch(part: &Packing, root: (&Draft, &[i64], i128), pieces: &[Packing], most: u64, answer: &mut Answer) {
    let (draft, all, value) = root;
    let mut place = vec![usize::MAX; part.columns.last().map_or(0, |last| last + 1)];
    part.columns.iter().enumerate().for_each(|(at, column)| place[*column] = at);
    let mut waiting: u64 = pieces.iter().map(weight).sum();
    let mut bounds = 0;
    for piece in pieces {
        let left = u128::from(most.saturating_sub(answer.work));
        let share = u64::try_from(left * u128::from(weight(piece)) / u128::from(waiting.max(1))).unwrap_or(u64::MAX);
        waiting -= weight(piece);
        let mut own = Draft::new(piece);
        own.fill((0..piece.len()).filter(|column| draft.is_chosen[place[piece.columns[*column]]]));
        let pays = piece.columns.iter().map(|column| all[place[*column]]).collect();
        let others = answer.weight - own.weight;
        let root = Root { draft: own, guide: Guide::new(piece, pays, i64::MIN), bound: value, others };
        let mut tree = Tree::new(piece, root);
        while !tree.is_done() && tree.work() < share {
            tree.grow();
        }
        answer.weight = others + tree.draft().weight;
        answer.chosen.extend(tree.draft().chosen().into_iter().map(|column| piece.columns[column]));
        answer.nodes += tree.nodes;
        answer.pivots += tree.pivots();
        answer.work += tree.work();
        bounds += tree.bound();
        answer.certificate.pieces.push(proof::piece(piece, tree));
    }
    answer.bound = answer.bound.min(bounds).max(answer.weight);
    answer.chosen.sort_unstable();
}

fn weight(piece: &Packing) -> u64 {
    let size = u64::try_from(piece.len()).unwrap_or(1);
    size * size.min(4_000) + 1
}
