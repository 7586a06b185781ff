//! The name with the mark for the dot on its i.

use leptos::prelude::*;

use super::MaybeText;

use super::mark::chevrons;
use super::ring::Ring;

/// The four letters, from Bricolage Grotesque.
const LETTERS: &str = concat!(
    "M3.3 77V11H17.7V40.6Q22.7 38.4 27.2 35.1Q31.7 31.9 35.2 27.9Q38.8 23.9 41.2 19.6",
    "Q43.6 15.3 44.8 11H61.3Q59.9 15.9 57.1 20.7Q54.2 25.6 50.3 29.9Q46.5 34.2 42.1 37.5",
    "Q37.7 40.9 33.2 42.8V44.3Q37.9 44.3 41.6 45.4Q45.2 46.4 48.1 48.6Q50.9 50.8 53.1 54.2",
    "Q55.3 57.5 56.9 62.1L62.3 77H46L42.5 65Q41.1 60.1 38.8 57.2Q36.5 54.2 32.9 52.9",
    "Q29.2 51.5 23.5 51.5H17.7V77Z",
    "M69.1 77V24.5H83.5V77Z",
    "M116.5 78.2Q107.7 78.2 103.6 73.5Q99.4 68.9 99.4 58.7V35.8H91.8L92.1 24.6H97.3",
    "Q100.3 24.5 101.9 23.6Q103.4 22.7 103.8 20.3L105 12.8H113.2V24.5H126.4V36.2H113.2V58.1",
    "Q113.2 61.7 114.9 63.3Q116.6 64.9 120 64.9Q121.9 64.9 123.7 64.5Q125.5 64.1 126.8 63.2V76.6",
    "Q123.7 77.6 121.1 77.9Q118.5 78.2 116.5 78.2Z",
    "M135.9 77V44V5.5H150.3V21.9Q150.3 24 150.2 26.1Q150 28.3 149.7 30.6Q149.4 32.8 149.1 35.1",
    "Q148.7 37.5 148.2 39.7H150.5Q151.9 34.6 154 30.9Q156.2 27.1 159.6 25.1Q163 23.1 168.2 23.1",
    "Q177.4 23.1 182 29.6Q186.6 36 186.6 49.2V77H172.2V51.5Q172.2 43.2 169.7 39.1",
    "Q167.2 35 162.3 35Q158.4 35 155.8 37.4Q153.2 39.8 151.8 43.9Q150.4 47.9 150.3 52.9V77Z",
);

/// The wordmark. Decorative inside a link that carries its own name; give `label` where it stands alone.
#[component]
pub fn Wordmark(
    /// Read aloud in place of the picture.
    #[prop(optional, into)]
    label: MaybeText,
) -> impl IntoView {
    let label = label.0;
    let dot = Ring { centre: (76.3, 7.8), outer: 12.4, inner: 5.0, tip: 4.44 };
    view! {
        <svg
            class="wordmark"
            viewBox="0 -6 189 82"
            role=label.is_some().then_some("img")
            aria-hidden=label.is_none().then_some("true")
            aria-label=label
        >
            <path fill="currentColor" d=LETTERS></path>
            {chevrons(dot.pieces(2, 15.2, -44.6))}
        </svg>
    }
}
