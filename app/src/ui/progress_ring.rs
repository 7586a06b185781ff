//! A chevron-tipped arc with the number inside: three of five steps.

use leptos::prelude::*;

use super::MaybeText;

use super::ring::Ring;

/// Degrees left open on either side of the tip.
const GAP: f64 = 7.0;

/// A meter drawn as a ring.
#[component]
pub fn ProgressRing(
    /// What is counted, read aloud: "Plan steps done".
    #[prop(into)]
    label: String,
    /// How many are done.
    done: u32,
    /// Of how many.
    of: u32,
    /// The word under the number: "of 5 steps"; "of 5" by default.
    #[prop(optional, into)]
    unit: MaybeText,
) -> impl IntoView {
    let unit = unit.0;
    let unit = unit.unwrap_or_else(|| format!("of {of}"));
    let (value, track) = arcs(done, of);
    let spoken = format!("{done} {unit}");
    view! {
        <div
            class="progress-ring"
            role="meter"
            aria-label=label
            aria-valuenow=done
            aria-valuemin="0"
            aria-valuemax=of
            aria-valuetext=spoken
        >
            <svg viewBox="0 0 96 96" aria-hidden="true">
                {track.map(|d| view! { <path class="progress-ring-track" d=d></path> })}
                {value.map(|d| view! { <path class="progress-ring-value" d=d></path> })}
            </svg>
            <span class="progress-ring-number">
                {done} <span class="progress-ring-unit">{unit}</span>
            </span>
        </div>
    }
}

/// The arc of what is done and the arc of what is left; nothing done or nothing left has no arc.
fn arcs(done: u32, of: u32) -> (Option<String>, Option<String>) {
    let ring = Ring::new(48.0, 46.0, 37.0);
    let whole = 360.0 - GAP;
    if done == 0 || of == 0 {
        return (None, Some(ring.piece(0.0, whole)));
    }
    if done >= of {
        return (Some(ring.piece(0.0, whole)), None);
    }
    let end = 360.0 * f64::from(done) / f64::from(of);
    (Some(ring.piece(0.0, (end - GAP).max(1.0))), Some(ring.piece(end + 1.0, (whole + 0.5).max(end + 2.0))))
}

#[cfg(test)]
mod tests {
    use super::arcs;

    #[test]
    fn nothing_all_and_some() {
        assert!(matches!(arcs(0, 5), (None, Some(_))));
        assert!(matches!(arcs(0, 0), (None, Some(_))));
        assert!(matches!(arcs(5, 5), (Some(_), None)));
        let (value, track) = arcs(3, 5);
        assert!(value.is_some_and(|d| d.starts_with("M48 2A46 46 0 1 1 25.7 88.23")));
        assert!(track.is_some_and(|d| d.starts_with("M20.32 84.74A46 46 0 0 1 42.79 2.3")));
    }
}
