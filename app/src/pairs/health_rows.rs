//! The lists of a program’s pairs: who waits, the pairs, and what people wrote at the close.

use super::api::EndPair;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Cell, Chip, ChipKind, ColumnHead, OneOfMany, PersonLine, RowHead, Section, Table,
    TableRow, When, pending_for,
};
use domain::id::PairId;
use domain::pairs::{FeedbackLine, HealthLine, WaitingLine};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Who is in it to learn and has nobody yet.
#[component]
pub(super) fn Waiting(lines: Vec<WaitingLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|line| {
            let href = format!("/people/{}", line.person.id);
            view! {
                <li>
                    <PersonLine name=line.person.name seed=line.person.id.to_string() sub=format!("waits {}", line.waits) href />
                    <time class="rows-end" datetime=line.since.iso>{line.since.text}</time>
                </li>
            }
        });
        let rows = rows.collect_view();
        view! {
            <Section id="waiting" title="Waiting for a mentor" note="Who waits longest stands first.">
                <ul class="rows">{rows}</ul>
            </Section>
        }
    })
}

/// Pairs; with `end` whoever looks after the program can end one.
#[component]
pub(super) fn Pairs(
    id: &'static str,
    title: &'static str,
    lines: Vec<HealthLine>,
    end: Option<ServerAction<EndPair>>,
) -> impl IntoView {
    let head = || {
        view! {
            <ColumnHead label="Mentor" />
            <ColumnHead label="Learns" />
            <ColumnHead label="Skill" />
            <ColumnHead label="Meetings" />
            <ColumnHead label="Since" />
        }
    };
    (!lines.is_empty()).then(|| {
        // A row that shows something else is another row: “End it” never passes to the pair that takes its place.
        let rows = view! {
            <For each=move || lines.clone() key=|line| format!("{line:?}") children=move |line| view! { <Row line end /> } />
        };
        view! { <Section id title><Table label=title head>{rows}</Table></Section> }
    })
}

#[component]
fn Row(line: HealthLine, end: Option<ServerAction<EndPair>>) -> impl IntoView {
    let (seed, href) = (line.mentor.id.to_string(), format!("/people/{}", line.mentor.id));
    let one = line.pair.to_string();
    let ends = end.map(|end| {
        let names = format!(" {} and {}", line.mentor.name, line.learners);
        view! { <EndForm pair=line.pair.clone() names end /> }
    });
    let next = (!line.next.is_empty()).then(|| view! { <span class="table-sub">{line.next}</span> });
    view! {
        <TableRow>
            <RowHead><PersonLine name=line.mentor.name seed href /></RowHead>
            <Cell label="Learns">{line.learners}</Cell>
            <Cell label="Skill"><Chip kind=ChipKind::Plain>{line.skill.name}</Chip></Cell>
            <Cell label="Meetings">{line.met}" "{next}</Cell>
            <Cell label="Since">
                <When datetime=line.since.iso text=line.since.text />
                " "
                <OneOfMany field="pair" value=one>{ends}</OneOfMany>
            </Cell>
        </TableRow>
    }
}

#[component]
fn EndForm(pair: PairId, names: String, end: ServerAction<EndPair>) -> impl IntoView {
    let own = pair.clone();
    let pending = pending_for(end, move |input| input.pair == own);
    view! {
        <details class="unfold pair-end">
            <summary class="link">"End it"<span class="visually-hidden">{names}</span></summary>
            <ActionForm action=end>
                <input type="hidden" name="pair" value=pair.to_string() />
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true pending>"End this pair"</Button>
            </ActionForm>
        </details>
    }
}

/// What people wrote at the close, without names.
#[component]
pub(super) fn Feedback(lines: Vec<FeedbackLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|line| {
            let words = (!line.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.words}</q> });
            view! { <li><Chip kind=ChipKind::Plain>{line.worth.title()}</Chip><span class="rows-main">{words}</span></li> }
        });
        let rows = rows.collect_view();
        view! {
            <Section id="feedback" title="Was it worth the time?" note="Without names, once five people have written something.">
                <ul class="rows">{rows}</ul>
            </Section>
        }
    })
}
