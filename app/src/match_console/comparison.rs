//! Two pairings side by side: what each reaches, and who would have another mentor.

use crate::ui::{AvatarSize, Band, Cell, ColumnHead, PersonLine, RowHead, Section, Table, TableRow};
use domain::id::ProgramId;
use domain::match_rounds::{Comparison, Difference, KeptRow};
use domain::mentoring;
use domain::tag::PersonTag;
use leptos::prelude::*;

/// The facts of both, then the learners in whom they differ.
#[component]
pub(super) fn SideBySide(comparison: Comparison, kept: Vec<KeptRow>, program: ProgramId) -> impl IntoView {
    let (left, right) = (comparison.left.name.clone(), comparison.right.name.clone());
    let facts = {
        let (left, right) = (left.clone(), right.clone());
        let rows = comparison.facts.into_iter().map(|(name, one, other)| {
            let (is_same, left, right) = (one == other, left.clone(), right.clone());
            view! {
                <TableRow>
                    <RowHead>{name}</RowHead>
                    <Cell label=left numeric=true>{one}</Cell>
                    <Cell label=right numeric=true>
                        {if is_same { view! { {other} }.into_any() } else { view! { <b>{other}</b> }.into_any() }}
                    </Cell>
                </TableRow>
            }
        });
        rows.collect_view()
    };
    let fact_heads = {
        let (left, right) = (left.clone(), right.clone());
        move || {
            view! {
                <ColumnHead label="What it reaches" />
                <ColumnHead label=left.clone() numeric=true />
                <ColumnHead label=right.clone() numeric=true />
            }
        }
    };
    let back = format!("/admin/programs/{program}/match");
    let close = move || view! { <a class="link" href=back>"Close"</a> };
    let led = [&comparison.left, &comparison.right]
        .map(|side| view! { <div><dt>{side.name.clone()}</dt><dd>{side.terms.clone()}</dd></div> })
        .collect_view();
    let number = comparison.right.number;
    let others =
        kept.into_iter().filter(|one| Some(one.number) != number && Some(one.number) != comparison.left.number);
    let others = others
        .filter_map(|one| Some((one.name, number?, one.number)))
        .map(|(name, with, and)| {
            let href = format!("/admin/programs/{program}/match?with={with}&and={and}#compare");
            view! { <a class="link" href=href>{right.clone()}" beside "{name}</a> }
        })
        .collect_view();
    view! {
        <Section id="compare" title="Side by side" note=comparison.lead aside=close>
            <dl class="pairing-sides">{led}</dl>
            <div class="pairing-tables">
                <Table label="What both pairings reach" class="pairing-reach" head=fact_heads>{facts}</Table>
                <Differences differences=comparison.differences left right=comparison.right.name />
            </div>
            <p class="pairing-decide">{others}</p>
        </Section>
    }
}

#[component]
fn Differences(differences: Vec<Difference>, left: String, right: String) -> impl IntoView {
    if differences.is_empty() {
        return ().into_any();
    }
    let heads = {
        let (left, right) = (left.clone(), right.clone());
        move || {
            view! {
                <ColumnHead label="Learner" />
                <ColumnHead label=left.clone() />
                <ColumnHead label=right.clone() />
            }
        }
    };
    let row = |one: Difference| {
        let note = one.is_elsewhere.then(|| view! { <span class="table-sub">"in one of the two only"</span> });
        let (left, right) = (left.clone(), right.clone());
        view! {
            <TableRow>
                <RowHead><Who person=one.mentee />{note}</RowHead>
                <Cell label=left><Given mentor=one.left /></Cell>
                <Cell label=right><Given mentor=one.right /></Cell>
            </TableRow>
        }
    };
    let rows = differences.into_iter().map(row).collect_view();
    view! { <Table label="Who would have another mentor" head=heads>{rows}</Table> }.into_any()
}

#[component]
fn Given(mentor: Option<(PersonTag, mentoring::Band)>) -> impl IntoView {
    match mentor {
        Some((person, band)) => view! {
            <Who person />
            <Band strength=band />
        }
        .into_any(),
        None => view! { <span class="quiet">"nobody"</span> }.into_any(),
    }
}

#[component]
fn Who(person: PersonTag) -> impl IntoView {
    let (seed, href) = (person.id.to_string(), format!("/people/{}", person.id));
    view! { <PersonLine name=person.name seed href size=AvatarSize::Small /> }
}
