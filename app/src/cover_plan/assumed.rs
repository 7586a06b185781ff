//! What a plan assumes about learning: read by everybody who sees the plan, changed by whoever draws it up.

use crate::ui::{Field, InputKind, Section, TextInput};
use domain::cover_plans::Assumptions;
use domain::wording::{counted, sentence};
use leptos::prelude::*;

const STEPS: [&str; 4] = ["none to aware", "aware to with help", "with help to alone", "alone to can teach"];

const IN_WORDS: &str = "Hours that a learner sets aside for each step; the rest is learned at work. The teacher spends a \
    third of them. A step also takes weeks, however many hours there are: what was shown is tried before the next meeting, \
    and what has to last is met again after some weeks. Nobody takes more than two lessons at once, and two people share \
    two working hours a day at least.";

/// The same as fields of the form that draws a plan up.
#[component]
pub(super) fn AssumedFields(assumptions: Assumptions) -> impl IntoView {
    view! {
        <details class="plan-assumed">
            <summary class="link">"What the plan assumes"</summary>
            <p class="quiet">{IN_WORDS}</p>
            <div class="plan-hours">
                <StepFields what="Hours" name="hours" least="1" most="200" values=assumptions.hours />
                <StepFields what="Weeks" name="weeks" least="0" most="52" values=assumptions.weeks />
                <Field id="mentees" label="Learners for one teacher">
                    <TextInput name="form[mentees]" kind=InputKind::Number value=assumptions.mentees.to_string() attr:min="1" attr:max="20" />
                </Field>
            </div>
        </details>
    }
}

/// A number for each of the four steps.
#[component]
fn StepFields(
    what: &'static str,
    name: &'static str,
    least: &'static str,
    most: &'static str,
    values: [u8; 4],
) -> impl IntoView {
    let fields = values.into_iter().zip(STEPS).enumerate().map(|(place, (value, step))| {
        let (id, label) = (format!("{name}-{place}"), format!("{what}: {step}"));
        let name = format!("form[{name}][{place}]");
        view! {
            <Field id label>
                <TextInput name kind=InputKind::Number value=value.to_string() attr:min=least attr:max=most />
            </Field>
        }
    });
    fields.collect_view()
}

/// For whoever reads the plan and cannot change it.
#[component]
pub(super) fn AssumedFacts(assumptions: Assumptions) -> impl IntoView {
    let steps = STEPS.into_iter().zip(assumptions.hours).zip(assumptions.weeks);
    let steps = steps.map(|((step, hours), weeks)| {
        let hours = counted(usize::from(hours), "hour", "hours");
        let takes = match weeks {
            0 => sentence(&hours),
            weeks => format!("{}, in {} at least", sentence(&hours), counted(usize::from(weeks), "week", "weeks")),
        };
        (sentence(step), takes)
    });
    let mentees = counted(usize::from(assumptions.mentees), "learner", "learners");
    let others = [
        ("One teacher takes".to_owned(), format!("{} at most", sentence(&mentees))),
        ("A target without a date is due".to_owned(), format!("In {} days", Assumptions::USUAL_DAYS)),
    ];
    let lines = steps.chain(others).map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    let lines = lines.collect_view();
    view! {
        <Section id="assumed" title="What the plan assumes">
            <p class="quiet">{IN_WORDS}</p>
            <dl class="plan-facts">{lines}</dl>
        </Section>
    }
}
