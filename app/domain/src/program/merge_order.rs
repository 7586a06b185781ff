//! Orders, merged item by item: what I moved or added goes to its place in theirs.

use super::longest_run::common;
use super::{List, Path, Settings, Value};

/// An order of theirs with my moves in it.
pub(super) struct MergedOrder {
    /// With my moves, except those in dispute.
    pub settled: Vec<String>,
    /// With all my moves; another only when there is a dispute.
    pub mine: Vec<String>,
}

/// The items of a list in their order.
pub(super) fn order_of(settings: &Settings, list: List) -> Vec<String> {
    settings.items(list).iter().map(ToString::to_string).collect()
}

/// `theirs` with what `mine` moved and added since `base`. An item that both moved to different places, or that they
/// removed and I moved, is in dispute. An item comes after the nearest item before it in `mine` that is there, else first;
/// of two at the same place the later commit, mine, is nearer.
pub(super) fn merged_order(base: &[String], theirs: &[String], mine: &[String]) -> MergedOrder {
    let moved_by_them = moved(base, theirs);
    let moved_by_me = moved(base, mine);
    let disputed = |id: &&String| {
        base.contains(id)
            && (!theirs.contains(id)
                || moved_by_them.contains(id) && nearest(theirs, id, mine) != nearest(mine, id, theirs))
    };
    let added = mine.iter().filter(|id| !base.contains(id) && !theirs.contains(id));
    let all: Vec<&String> = moved_by_me.iter().copied().chain(added).collect();
    let undisputed: Vec<&String> = all.iter().copied().filter(|id| !disputed(id)).collect();
    MergedOrder { settled: placed(theirs, mine, &undisputed), mine: placed(theirs, mine, &all) }
}

/// Which items stand elsewhere: those outside the longest run that both orders share.
fn moved<'a>(base: &'a [String], after: &[String]) -> Vec<&'a String> {
    let kept: Vec<&String> = base.iter().filter(|id| after.contains(id)).collect();
    let now: Vec<&String> = after.iter().filter(|id| base.contains(id)).collect();
    let stay: Vec<usize> = common(&kept, &now).into_iter().map(|(at, _)| at).collect();
    (0..kept.len()).filter(|at| !stay.contains(at)).map(|at| kept[at]).collect()
}

/// The nearest item before `id` that `other` has too.
fn nearest<'a>(order: &'a [String], id: &String, other: &[String]) -> Option<&'a String> {
    let at = order.iter().position(|here| here == id)?;
    order[..at].iter().rev().find(|before| other.contains(before))
}

fn placed(theirs: &[String], mine: &[String], moving: &[&String]) -> Vec<String> {
    let mut order: Vec<String> = theirs.iter().filter(|id| !moving.contains(id)).cloned().collect();
    for (at, id) in mine.iter().enumerate().filter(|(_, id)| moving.contains(id)) {
        let before = mine[..at].iter().rev().find_map(|id| order.iter().position(|there| there == id));
        order.insert(before.map_or(0, |before| before + 1), id.clone());
    }
    order
}

/// The list whose order a register is, with what it says.
pub(super) fn as_order<'a>(path: &Path, value: &'a Value) -> Option<(List, &'a [String])> {
    match (path, value) {
        (Path::Order(list), Value::Several(ids)) => Some((*list, ids)),
        (Path::Order(_) | Path::Field(_) | Path::Alive(..) | Path::Item(..), _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        text.chars().map(|letter| letter.to_string()).collect()
    }

    #[test]
    fn orders_merge_item_by_item() {
        // Base, theirs, mine, settled, mine with what is in dispute.
        let rows = [
            ("abc", "abc", "abxc", "abxc", "abxc"),
            ("abc", "abyc", "abxc", "abxyc", "abxyc"),
            ("abc", "ac", "abxc", "axc", "axc"),
            ("abc", "c", "abxc", "xc", "xc"),
            ("abcd", "abdc", "bacd", "badc", "badc"),
            ("abcd", "bcda", "bacd", "bcda", "bacd"),
            ("abcd", "bacd", "bacd", "bacd", "bacd"),
            ("abcd", "bcd", "bcda", "bcd", "bcda"),
            ("abc", "abcy", "cab", "caby", "caby"),
        ];
        for (base, theirs, mine, settled, with_mine) in rows {
            let merged = merged_order(&ids(base), &ids(theirs), &ids(mine));
            let found = (merged.settled.concat(), merged.mine.concat());
            assert_eq!(found, (settled.to_owned(), with_mine.to_owned()), "{base} {theirs} {mine}");
        }
    }
}
