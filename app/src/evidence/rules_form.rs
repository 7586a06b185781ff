//! Weights and half-lives, to be changed and tried out. A plain form that puts them into the address.

use crate::ui::{Button, Cell, ColumnHead, Field, InputKind, RowHead, Section, Table, TableRow, TextInput};
use domain::evidence::pages::{EvidencePage, RuleRow};
use domain::evidence::{Source, SourceRule};
use domain::rejection::Rejection;
use domain::wording::sentence;
use leptos::prelude::*;

/// The table of kinds and the button that tries it out.
#[component]
pub(super) fn RulesForm(page: EvidencePage) -> impl IntoView {
    let (refused, seen) = (page.refused, page.seen);
    let rows = page.rules.into_iter().map(|rule| view! { <Kind rule refused=refused.clone() /> }).collect_view();
    let note = "A weight of 100 is what the model was tested with, 0 leaves a kind out. After its half-life a piece weighs half.";
    let head = || {
        view! {
            <ColumnHead label="Kind" />
            <ColumnHead label="Weight" />
            <ColumnHead label="Half-life, days" />
            <ColumnHead label="Usual" numeric=true />
        }
    };
    view! {
        <Section id="kinds" title="What each kind counts for" note>
            <form class="evidence-rules" action="/admin/evidence" method="get">
                <Table label="Kinds of evidence" head>
                    {rows}
                </Table>
                <input type="hidden" name="seen" value=seen />
                <Button submit=true>"See what would change"</Button>
            </form>
        </Section>
    }
}

#[component]
fn Kind(rule: RuleRow, refused: Option<Rejection>) -> impl IntoView {
    let (source, title) = (rule.source, sentence(rule.source.title()));
    let (weight, half_life) = (format!("weight-{}", source.slug()), format!("half-life-{}", source.slug()));
    let wrong = |name: &str| match &refused {
        Some(Rejection::Invalid { field, message }) if field == name => Some(message.clone()),
        Some(_) | None => None,
    };
    let (weighs, halves) = (format!("Weight of “{title}”"), format!("Half-life of “{title}” in days"));
    let (wrong_weight, wrong_half_life) = (wrong(&weight), wrong(&half_life));
    let (shortest, longest) = SourceRule::HALF_LIVES;
    let usual = format!("{}, {} days", rule.usual.weight, rule.usual.half_life);
    view! {
        <TableRow>
            <RowHead>
                {title}
                <span class="table-sub">{meaning(source)}</span>
            </RowHead>
            <Cell label="Weight">
                <Field id=weight.clone() label=weighs label_hidden=true error=Signal::stored(wrong_weight)>
                    <TextInput name=weight kind=InputKind::Number value=rule.weight attr:min="0" attr:max=SourceRule::HEAVIEST attr:step="1" />
                </Field>
            </Cell>
            <Cell label="Half-life, days">
                <Field id=half_life.clone() label=halves label_hidden=true error=Signal::stored(wrong_half_life)>
                    <TextInput name=half_life kind=InputKind::Number value=rule.half_life attr:min=shortest attr:max=longest attr:step="1" />
                </Field>
            </Cell>
            <Cell label="Usual" numeric=true>{usual}</Cell>
        </TableRow>
    }
}

/// What a kind says, for whoever weighs it.
const fn meaning(source: Source) -> &'static str {
    match source {
        Source::Own => "People place themselves about half a step too high, and far apart.",
        Source::Imported => "The organisation’s own record. Counts as cover alone for about half a year.",
        Source::Attended => "A session as the learner. Weak on purpose: learning is not cover.",
        Source::Taught => "A session as the teacher, which the learner confirmed.",
        Source::Project => "A role in a project that needed it.",
        Source::Credential => "A certificate, from outside or within.",
        Source::Drill => "Did the work while the usual person was away. Failing speaks against it.",
        Source::Peer => "Seldom more than a step from other colleagues.",
        Source::Manager => "As a colleague’s, by whoever leads them.",
    }
}
