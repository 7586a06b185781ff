//! What changed in place while somebody looked: it glows for a moment. Values are told apart by name, so that a page that
//! is drawn anew knows what stood there before.

use leptos::prelude::*;
use std::collections::BTreeMap;

/// What stood on a page, and how often each of it changed. Made where the page is, above what is drawn anew.
#[derive(Clone, Copy, Debug)]
pub struct Seen(StoredValue<BTreeMap<String, (String, u32)>>);

impl Seen {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(StoredValue::new(BTreeMap::new()))
    }

    /// For `data-changed`: nothing as long as `value` is what it was at first under that name; then one of two words that
    /// take turns, so that each change glows.
    pub fn mark(self, name: impl Into<String>, value: impl Into<String>) -> Option<&'static str> {
        let (name, value) = (name.into(), value.into());
        let times = self.0.try_update_value(|seen| {
            let kept = seen.entry(name).or_insert_with(|| (value.clone(), 0));
            if kept.0 != value {
                *kept = (value, kept.1.wrapping_add(1));
            }
            kept.1
        });
        match times {
            None | Some(0) => None,
            Some(times) if times % 2 == 1 => Some("odd"),
            Some(_) => Some("even"),
        }
    }
}

impl Default for Seen {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use leptos::prelude::Owner;

    #[test]
    fn what_is_new_does_not_glow_and_each_change_does() {
        let owner = Owner::new();
        owner.with(|| {
            let seen = Seen::new();
            let marks = ["4", "4", "5", "5", "4"].map(|seats| seen.mark("seats", seats));
            assert_eq!(marks, [None, None, Some("odd"), Some("odd"), Some("even")]);
            assert_eq!(seen.mark("title", "4"), None);
        });
    }
}
