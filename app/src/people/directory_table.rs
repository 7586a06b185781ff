//! The rows of the directory.

use crate::ui::{
    Band, ButtonSize, Cell, Chip, ChipKind, ColumnHead, LinkButton, PersonLine, RowHead, Sorted, Strength, Table,
    TableRow, Way,
};
use domain::people::{ColumnSort, ForYou, PersonRow, SortBy, Tags};
use leptos::prelude::*;

/// One line a person: what they teach, what they want, what they could be to the reader.
#[component]
pub(super) fn DirectoryTable(page: domain::people::PeoplePage) -> impl IntoView {
    let (name, best) = (page.column(SortBy::Name), page.column(SortBy::Best));
    let label = page.found;
    let rows = page.rows.into_iter().map(|row| view! { <Row row /> }).collect_view();
    let head = move || {
        view! {
            <ColumnHead label="Person" sort=name.link.clone() sorted=sorted(&name) />
            <ColumnHead label="Can teach" />
            <ColumnHead label="Wants to learn" />
            <ColumnHead label="For you" sort=best.link.clone() sorted=sorted(&best) />
            <ColumnHead label="Action" hidden=true />
        }
    };
    view! {
        <Table label class="directory" head>
            {rows}
        </Table>
    }
}

fn sorted(column: &ColumnSort) -> Option<Sorted> {
    column.aria.map(|aria| if aria == "ascending" { Sorted::Up } else { Sorted::Down })
}

#[component]
fn Row(row: PersonRow) -> impl IntoView {
    let id = row.person.id.to_string();
    let href = format!("/people/{id}");
    let ask = row.may_ask.then(|| {
        let words = format!("Ask {}", row.person.first_name());
        let href = format!("/people/{id}/ask");
        view! { <LinkButton href size=ButtonSize::Small>{words}</LinkButton> }
    });
    let sub = work(&row);
    view! {
        <TableRow>
            <RowHead>
                <PersonLine name=row.person.name seed=id.clone() href sub />
            </RowHead>
            <Cell label="Can teach">
                <Skills tags=row.teaches way=Way::Teach none="Nothing yet" />
            </Cell>
            <Cell label="Wants to learn">
                <Skills tags=row.wants way=Way::Learn none="No wishes yet" />
            </Cell>
            <Cell label="For you">
                <Reason for_you=row.for_you why=row.why />
            </Cell>
            <Cell tight=true numeric=true corner=true>
                {ask}
            </Cell>
        </TableRow>
    }
}

/// "Systems · Digital"
fn work(row: &PersonRow) -> Option<String> {
    let team = row.team.as_ref().map(|team| team.name.as_str()).unwrap_or_default();
    let parts: Vec<&str> = [row.title.as_str(), team].into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

#[component]
fn Skills(tags: Tags, way: Way, none: &'static str) -> impl IntoView {
    if tags.shown.is_empty() {
        return view! { <span class="quiet">{none}</span> }.into_any();
    }
    let more = (tags.more > 0).then(|| view! { <Chip kind=ChipKind::Plain>"+"{tags.more}</Chip> });
    let chips = tags.shown.into_iter().map(|skill| view! { <Chip kind=way>{skill.name}</Chip> }).collect_view();
    view! { <span class="chips">{chips}{more}</span> }.into_any()
}

/// The band and the reason, and by what they were found.
#[component]
fn Reason(for_you: Option<ForYou>, why: Option<String>) -> impl IntoView {
    let strength = for_you.as_ref().map(|fit| Strength::from(fit.band));
    let is_quiet = strength.is_none() && why.is_none();
    let line = |words: String| view! { <span class="table-sub">{words}</span> };
    view! {
        <div>
            {strength.map(|strength| view! { <Band strength /> })}
            {for_you.map(|fit| line(fit.reason))}
            {why.map(line)}
            {is_quiet.then(|| view! { <span class="quiet" aria-hidden="true">"–"</span> })}
        </div>
    }
}
