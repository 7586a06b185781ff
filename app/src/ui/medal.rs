//! Six shapes in one frame of four chevrons; the level lights them. The words that say why stand beside it.

use leptos::prelude::*;

use super::Way;

/// The six shapes, symbols of `public/medals.svg`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MedalShape {
    /// A disc with the giving arrow.
    Teacher,
    /// A lens with the receiving arrow.
    Learner,
    /// A diamond with a bridge.
    Bridge,
    /// A door.
    Host,
    /// A hexagon.
    Mentor,
    /// A shield.
    Keeper,
}

impl MedalShape {
    const fn href(self) -> &'static str {
        match self {
            Self::Teacher => "/medals.svg#medal-teacher",
            Self::Learner => "/medals.svg#medal-learner",
            Self::Bridge => "/medals.svg#medal-bridge",
            Self::Host => "/medals.svg#medal-host",
            Self::Mentor => "/medals.svg#medal-mentor",
            Self::Keeper => "/medals.svg#medal-keeper",
        }
    }

    const fn way(self) -> Option<Way> {
        match self {
            Self::Teacher => Some(Way::Teach),
            Self::Learner => Some(Way::Learn),
            Self::Bridge | Self::Host | Self::Mentor | Self::Keeper => None,
        }
    }
}

/// How large a medal is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MedalSize {
    /// 72 px.
    #[default]
    Regular,
    /// 48 px.
    Small,
    /// 144 px, on its own page.
    Large,
}

/// A medal. Silent: its name stands beside it.
#[component]
pub fn Medal(
    /// Its shape.
    shape: MedalShape,
    /// 0 to 4 chevrons lit.
    level: u8,
    /// Not earned yet: an outline; the words beside it say what is missing.
    #[prop(optional)]
    locked: bool,
    /// Its size.
    #[prop(optional)]
    size: MedalSize,
) -> impl IntoView {
    let size = match size {
        MedalSize::Regular => None,
        MedalSize::Small => Some("small"),
        MedalSize::Large => Some("large"),
    };
    view! {
        <svg
            class="medal"
            data-level=level.min(4)
            data-kind=shape.way().map(Way::slug)
            data-state=locked.then_some("locked")
            data-size=size
            viewBox="0 0 96 96"
            aria-hidden="true"
        >
            <use href=shape.href()></use>
        </svg>
    }
}
