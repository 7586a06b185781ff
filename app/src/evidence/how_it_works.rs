//! The model in plain words, with what it follows.

use crate::ui::Section;
use leptos::prelude::*;

/// How a level is worked out, for everybody who wants to know.
#[component]
pub(super) fn HowItWorks() -> impl IntoView {
    view! {
        <Section id="how" title="How a level is worked out">
            <div class="evidence-how">
                <p>
                    "Nobody’s level is seen; what people say and do is. So each of the five levels has a chance. At first it is "
                    "what is known of anybody. Each piece of evidence then makes levels that fit it more likely and others less: "
                    "the chance of a level is multiplied by how often such a piece is heard about somebody at that level."
                </p>
                <p>
                    <code>"chance(level) ∝ known of anybody(level) × product of P(piece | level) to the power of its weight"</code>
                </p>
                <ul>
                    <li>"People place themselves about half a step higher than others do, so one’s own word alone moves little."</li>
                    <li>"Colleagues and managers are seldom more than a step apart. A word far from all others is taken for a slip."</li>
                    <li>"Having done the work counts more than having sat in a session. Learning alone is never cover."</li>
                    <li>"A piece weighs less as it ages: half after its kind’s half-life. What nobody confirms drifts back to what is known of anybody."</li>
                    <li>"Of one giver the newest word counts in full, and the one before it a quarter."</li>
                    <li>"Who usually rates higher or lower than others is estimated from where they overlap, and taken into account."</li>
                </ul>
                <p>
                    "The level shown is the one in the middle: with even chance it is that or less, or that or more. "
                    "It counts as cover when the chance of the wanted level or above is at least 70 in 100."
                </p>
                <p class="evidence-sources">
                    "After Dawid and Skene, “Maximum likelihood estimation of observer error-rates”, 1979; Linacre, “Many-facet Rasch "
                    "measurement”, 1989; Lindley, “On a measure of the information provided by an experiment”, 1956; Ibrahim and "
                    "Chen, “Power prior distributions”, 2000."
                </p>
            </div>
        </Section>
    }
}
