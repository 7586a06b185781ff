//! Where the marked line of a list is, and how keys move it. Shared by combobox, palette and menu.
//! Pure: it knows a count and a place, and neither elements nor focus.

/// A key that moves the marked line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// One down, from the last to the first.
    Next,
    /// One up, from the first to the last.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// The place after a step in a list of `count` lines; none in an empty list.
pub(super) fn moved(from: Option<usize>, step: Step, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (step, from) {
        (Step::First, _) | (Step::Next, None) => 0,
        (Step::Last, _) | (Step::Previous, None | Some(0)) => last,
        (Step::Next, Some(place)) if place >= last => 0,
        (Step::Next, Some(place)) => place + 1,
        (Step::Previous, Some(place)) => (place - 1).min(last),
    })
}

#[cfg(test)]
mod tests {
    use super::{Step, moved};

    #[test]
    fn steps_wrap_at_both_ends() {
        let rows = [
            (None, Step::Next, Some(0)),
            (None, Step::Previous, Some(2)),
            (Some(0), Step::Next, Some(1)),
            (Some(2), Step::Next, Some(0)),
            (Some(0), Step::Previous, Some(2)),
            (Some(1), Step::First, Some(0)),
            (Some(1), Step::Last, Some(2)),
            (Some(9), Step::Previous, Some(2)),
        ];
        for (from, step, to) in rows {
            assert_eq!(moved(from, step, 3), to, "{from:?} {step:?}");
        }
    }

    #[test]
    fn an_empty_list_has_no_marked_line() {
        assert_eq!(moved(Some(1), Step::Next, 0), None);
    }
}
