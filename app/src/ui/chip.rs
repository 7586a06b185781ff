//! A word with a meaning: a skill, a status, a filter.

use leptos::prelude::*;

use super::{Icon, IconName, IconSize, MaybeText, Status, Way};

/// What a chip means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChipKind {
    /// Outlined: a thing.
    #[default]
    Thing,
    /// Grey: "+4", "as of 09:41".
    Plain,
    /// Giving or receiving, with the arrow.
    Way(Way),
    /// A state.
    Status(Status),
}

impl From<Way> for ChipKind {
    fn from(way: Way) -> Self {
        Self::Way(way)
    }
}

impl From<Status> for ChipKind {
    fn from(status: Status) -> Self {
        Self::Status(status)
    }
}

impl ChipKind {
    const fn slug(self) -> Option<&'static str> {
        match self {
            Self::Thing => None,
            Self::Plain => Some("plain"),
            Self::Way(way) => Some(way.slug()),
            Self::Status(status) => Some(status.slug()),
        }
    }

    const fn icon(self) -> Option<IconName> {
        match self {
            Self::Way(way) => Some(way.icon()),
            Self::Thing | Self::Plain | Self::Status(_) => None,
        }
    }
}

/// A chip. Teach and learn bring their arrow; with `href` it is a link.
#[component]
pub fn Chip(
    /// What it means; a `Way` or a `Status` will do.
    #[prop(optional, into)]
    kind: ChipKind,
    /// In place of the kind's own icon.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// Where it goes.
    #[prop(optional, into)]
    href: MaybeText,
    /// Its word.
    children: Children,
) -> impl IntoView {
    let href = href.0;
    let inside = view! {
        {icon.or(kind.icon()).map(|name| view! { <Icon name /> })}
        {children()}
    };
    match href {
        Some(href) => view! { <a class="chip" data-kind=kind.slug() href=href>{inside}</a> }.into_any(),
        None => view! { <span class="chip" data-kind=kind.slug()>{inside}</span> }.into_any(),
    }
}

/// A filter as a link: off, it leads to the list with it; on, its cross leads to the list without it.
#[component]
pub fn FilterChip(
    /// What it keeps: "Free this week".
    #[prop(into)]
    label: String,
    /// The address with the filter turned over.
    #[prop(into)]
    href: String,
    /// Whether it is on.
    #[prop(optional)]
    on: bool,
) -> impl IntoView {
    if on {
        let remove = format!("Remove filter: {label}");
        view! {
            <span class="chip" aria-current="true">
                {label}
                <a class="chip-remove" href=href aria-label=remove>
                    <Icon name=IconName::X size=IconSize::Small />
                </a>
            </span>
        }
        .into_any()
    } else {
        view! { <a class="chip" href=href>{label}</a> }.into_any()
    }
}
