//! One picture from the sprite, silent to screen readers: the word beside it speaks.

use leptos::prelude::*;

use super::{IconName, Way};

/// How large an icon is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IconSize {
    /// 20 px, beside controls and headings.
    #[default]
    Regular,
    /// 16 px, beside small text.
    Small,
}

/// An icon. `flip` mirrors it where text runs right to left: only for arrows that mean "onwards".
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
    /// Regular unless it stands in small text.
    #[prop(optional)]
    size: IconSize,
    /// Whether it turns round in right-to-left text.
    #[prop(optional)]
    flip: bool,
    /// Colours the icon as giving or receiving.
    #[prop(optional_no_strip, into)]
    way: Option<Way>,
) -> impl IntoView {
    let size = (size == IconSize::Small).then_some("small");
    view! {
        <svg
            class="icon"
            data-size=size
            data-flip=flip.then_some("")
            data-kind=way.map(Way::slug)
            viewBox="0 0 24 24"
            aria-hidden="true"
        >
            <use href=name.href()></use>
        </svg>
    }
}
