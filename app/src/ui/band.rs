//! How strong a match is, as one of three words. People see a band, never a percentage.

use leptos::prelude::*;

use super::ring::Ring;

/// The three bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// One piece lit.
    Stretch,
    /// Two.
    Good,
    /// All three.
    Strong,
}

impl Strength {
    const fn lit(self) -> usize {
        match self {
            Self::Stretch => 1,
            Self::Good => 2,
            Self::Strong => 3,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Stretch => "Stretch",
            Self::Good => "Good",
            Self::Strong => "Strong",
        }
    }
}

/// Three arcs of a ring, lit by strength, and the word.
#[component]
pub fn Band(
    /// How strong.
    #[prop(into)]
    strength: Strength,
) -> impl IntoView {
    let arcs = Ring::new(12.0, 11.0, 6.5)
        .pieces(3, 14.0, 0.0)
        .into_iter()
        .enumerate()
        .map(|(place, d)| view! { <path d=d data-on=(place < strength.lit()).then_some("")></path> })
        .collect_view();
    view! {
        <span class="band">
            <svg viewBox="0 0 24 24" aria-hidden="true">
                {arcs}
            </svg>
            {strength.word()}
        </span>
    }
}
