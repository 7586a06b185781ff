//! The limits that can stand in the way: most others follow from one of them.

use super::packing::Packing;

/// The limits without which a choice could break one. Left out are those that have room for all that takes them, and those
/// whose takers all take another one too that has no more room.
pub(super) fn binding(packing: &Packing) -> Vec<usize> {
    (0..packing.capacities.len()).filter(|limit| !is_implied(packing, *limit)).collect()
}

fn is_implied(packing: &Packing, limit: usize) -> bool {
    let (takers, most) = (packing.takers.get(limit), packing.capacities[limit]);
    let Some((first, others)) = takers.split_first() else { return true };
    if i64::try_from(takers.len()).is_ok_and(|takers| takers <= most) {
        return true;
    }
    // Of limits with the same takers and the same room the first one stays.
    let is_tighter = |other: &usize| {
        let is_earlier = *other < limit || packing.takers.get(*other).len() > takers.len();
        *other != limit && (packing.capacities[*other] < most || packing.capacities[*other] == most && is_earlier)
    };
    let mut tighter: Vec<usize> = packing.limits.get(*first).iter().copied().filter(is_tighter).collect();
    for taker in others {
        if tighter.is_empty() {
            return false;
        }
        let limits = packing.limits.get(*taker);
        tighter.retain(|other| limits.contains(other));
    }
    !tighter.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_limit_that_follows_from_another_is_left_out() {
        let left = |capacities: &[i64], columns: &[&[usize]]| {
            let mut packing = Packing::new(capacities.to_vec());
            columns.iter().enumerate().for_each(|(at, limits)| packing.push(1, limits, &[at]));
            packing.close(BTreeMap::new());
            binding(&packing)
        };
        assert_eq!(left(&[1, 1, 1], &[&[0, 1], &[0, 1, 2], &[0, 2]]), [0], "whatever takes another takes the first");
        assert_eq!(left(&[1, 1], &[&[0, 1], &[0, 1]]), [0], "of two alike one stays");
        assert_eq!(left(&[2, 1], &[&[0, 1], &[0, 1], &[0]]), [0, 1], "the second is tighter and the first is wider");
        assert_eq!(left(&[2, 1], &[&[0, 1], &[0, 1]]), [1], "there is room for both");
        assert_eq!(left(&[1, 1], &[&[0], &[0, 1], &[1]]), [0, 1]);
    }
}
