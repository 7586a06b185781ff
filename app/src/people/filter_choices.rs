//! What each filter of the directory can be set to.

use crate::ui::{Choice, Field, Select};
use domain::evidence::Level;
use domain::people::{Facet, Interest, Sort, SortBy};
use leptos::prelude::*;

/// One filter as a field.
#[component]
pub(super) fn Choose(
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
    value: Option<String>,
) -> impl IntoView {
    let id = format!("filter-{name}");
    let value = value.unwrap_or_default();
    // What is on stays to be chosen, also when nobody is left for it.
    let missing = choices.iter().all(|choice| choice.value != value);
    let kept = (missing && !value.is_empty()).then(|| Choice::new(value.clone(), value.clone()));
    let choices = choices.into_iter().chain(kept).collect();
    view! {
        <Field id label>
            <Select name choices value />
        </Field>
    }
}

fn any() -> Choice {
    Choice::new("", "Any")
}

/// Each choice with how many people it would leave.
pub(super) fn choices(facets: Vec<Facet>) -> Vec<Choice> {
    let counted = |facet: Facet| Choice::new(facet.value, format!("{} ({})", facet.label, facet.count));
    std::iter::once(any()).chain(facets.into_iter().map(counted)).collect()
}

/// From aware to can teach.
pub(super) fn levels() -> Vec<Choice> {
    let named = |level: Level| Choice::new(level.number().to_string(), level.title());
    let levels = Level::ALL.into_iter().filter(|level| *level > Level::NONE);
    std::iter::once(any()).chain(levels.map(named)).collect()
}

/// Everyone, or those who teach or want something.
pub(super) fn interests() -> Vec<Choice> {
    let named = |interest: Interest| Choice::new(interest.word(), interest.title());
    std::iter::once(Choice::new("", "Everyone")).chain(Interest::ALL.map(named)).collect()
}

/// The orders, the one in use among them, which may be the other way round.
pub(super) fn orders(now: Sort) -> Vec<Choice> {
    let usual = SortBy::ALL.map(|by| Sort { by, reversed: false });
    let turned = Some(now).filter(|sort| sort.reversed);
    usual.into_iter().chain(turned).map(|sort| Choice::new(sort.word(), sort.title())).collect()
}

/// Page sizes, the one in use among them.
pub(super) fn sizes(now: u16) -> Vec<Choice> {
    let mut sizes = vec![10, 25, 50, 100, 200, now];
    sizes.sort_unstable();
    sizes.dedup();
    sizes.into_iter().map(|size| Choice::new(size.to_string(), format!("{size} people"))).collect()
}
