//! `/teams`: the tree.

use super::api::teams;
use super::strip::{CoverageStrip, StripKey};
use crate::ui::{
    ButtonKind, Cell, ColumnHead, EmptyState, IconName, LinkButton, Loaded, PageHead, RowHead, Section, Table, TableRow,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::teams::TeamNode;
use leptos::prelude::*;
use leptos_meta::Title;

/// Every team, the ones below it further in.
#[component]
pub fn TeamsPage() -> impl IntoView {
    let live = (use_live(Topic::People), use_live(Topic::Skills));
    let page = load(move || (live.0.get(), live.1.get()), |_| teams());
    view! {
        <Title text="Teams · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The teams did not load" let:page>
                <Teams page />
            </Loaded>
        </main>
    }
}

#[component]
fn Teams(page: domain::teams::TeamsPage) -> impl IntoView {
    let may_edit = page.may_edit;
    let verb = move || match may_edit {
        true => {
            view! { <LinkButton kind=ButtonKind::Primary icon=IconName::Plus href="/new/team">"New team"</LinkButton> }
        }
        false => {
            view! { <LinkButton kind=ButtonKind::Primary icon=IconName::Teach href="/me/skills">"Offer to teach"</LinkButton> }
        }
    };
    let first = move || may_edit.then(|| view! { <LinkButton href="/admin/import">"Import teams"</LinkButton> });
    let inside = if page.teams.is_empty() {
        let words = "An admin adds teams one by one, or imports them.";
        view! { <EmptyState title="No teams yet" action=first example="For example: Care East, part of Care.">{words}</EmptyState> }
            .into_any()
    } else {
        view! { <TeamTable nodes=page.teams label="Teams" /> }.into_any()
    };
    view! {
        <PageHead title="Teams" lead=Signal::stored(page.lead) actions=verb />
        <Section id="tree" title="Who works where, and how well it is covered" aside=StripKey>
            {inside}
        </Section>
    }
}

/// Teams with their strips; `depth` sets them in.
#[component]
pub(super) fn TeamTable(nodes: Vec<TeamNode>, #[prop(into)] label: String) -> impl IntoView {
    let rows = nodes.into_iter().map(|node| view! { <Row node /> }).collect_view();
    let head = || {
        view! {
            <ColumnHead label="Team" />
            <ColumnHead label="People" numeric=true />
            <ColumnHead label="What it works with is covered by" />
        }
    };
    view! {
        <Table label class="teams" head>
            {rows}
        </Table>
    }
}

#[component]
fn Row(node: TeamNode) -> impl IntoView {
    let href = format!("/teams/{}", node.team.id);
    let kind = (!node.kind.is_empty()).then(|| view! { <span class="table-sub">{node.kind}</span> });
    let people = if node.people_below == node.people {
        node.people.to_string()
    } else {
        format!("{} ({} here)", node.people_below, node.people)
    };
    view! {
        <TableRow>
            <RowHead>
                <span class="team-name" data-depth=node.depth.min(6)>
                    <a class="person-name" href=href>
                        {node.team.name}
                    </a>
                    {kind}
                </span>
            </RowHead>
            <Cell label="People" numeric=true>
                {people}
            </Cell>
            <Cell label="Covered by">
                <CoverageStrip strip=node.strip />
            </Cell>
        </TableRow>
    }
}
