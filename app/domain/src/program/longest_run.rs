//! The longest common run of two sequences: what stays when one is turned into the other.

/// The places of a longest common subsequence, in both. Beginnings and ends that agree are paired without looking
/// further; what differs between them by more than two thousand entries each is taken as wholly new.
pub(super) fn common<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let front = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[front..], &new[front..]);
    let back = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old_mid, new_mid) = (&old_rest[..old_rest.len() - back], &new_rest[..new_rest.len() - back]);
    let middle = if old_mid.len().max(new_mid.len()) > 2_000 { Vec::new() } else { longest(old_mid, new_mid) };
    let ends = (0..back).map(|at| (old.len() - back + at, new.len() - back + at));
    (0..front).map(|at| (at, at)).chain(middle.into_iter().map(|(o, n)| (o + front, n + front))).chain(ends).collect()
}

/// The table of lengths from the end, then a walk through it from the front.
fn longest<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut lengths = vec![0_u16; (old.len() + 1) * width];
    for o in (0..old.len()).rev() {
        for n in (0..new.len()).rev() {
            lengths[o * width + n] = if old[o] == new[n] {
                lengths[(o + 1) * width + n + 1] + 1
            } else {
                lengths[(o + 1) * width + n].max(lengths[o * width + n + 1])
            };
        }
    }
    let (mut o, mut n) = (0, 0);
    let mut pairs = Vec::new();
    while o < old.len() && n < new.len() {
        if old[o] == new[n] {
            pairs.push((o, n));
            (o, n) = (o + 1, n + 1);
        } else if lengths[(o + 1) * width + n] >= lengths[o * width + n + 1] {
            o += 1;
        } else {
            n += 1;
        }
    }
    pairs
}
