//! The pairs that there would be: who with whom in what, how well they fit, and what is decided about them by hand.

use super::fit_bar::FitBar;
use super::match_actions::MatchActions;
use crate::ui::{
    AvatarSize, Button, ButtonKind, ButtonSize, Cell, Chip, ChipKind, ColumnHead, EmptyState, PersonLine, RowHead,
    Section, Status, Table, TableRow, pending_for,
};
use domain::id::ProgramId;
use domain::match_rounds::{PairKey, PairRow};
use domain::tag::PersonTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// One row a learner; in circles those of one mentor stand together.
#[component]
pub(super) fn PairTable(
    pairs: Vec<PairRow>,
    is_circles: bool,
    program: ProgramId,
    actions: MatchActions,
) -> impl IntoView {
    let title = if is_circles { "Circles" } else { "Pairs" };
    if pairs.is_empty() {
        return view! {
            <Section id="pairs" title>
                <EmptyState title="No pairs" example="People join as learner or as mentor on the program’s own page.">
                    "Nobody who looks for a mentor can have one now."
                </EmptyState>
            </Section>
        }
        .into_any();
    }
    let head = || {
        view! {
            <ColumnHead label="Learner" />
            <ColumnHead label="Mentor" />
            <ColumnHead label="Learns" />
            <ColumnHead label="Fit" />
            <ColumnHead label="Decide" hidden=true />
        }
    };
    let row = |row| view! { <Row row program=program.clone() actions /> };
    let rows = pairs.into_iter().map(row).collect_view();
    view! {
        <Section id="pairs" title>
            <Table label="Who would be paired with whom" class="pairing-table" head>{rows}</Table>
        </Section>
    }
    .into_any()
}

#[component]
fn Row(row: PairRow, program: ProgramId, actions: MatchActions) -> impl IntoView {
    let what = format!("{} with {}", row.mentee.name, row.mentor.name);
    let wish = (!row.wish.is_empty()).then(|| view! { <Chip kind=ChipKind::Plain>{row.wish.clone()}</Chip> });
    let pinned = row.is_pinned.then(|| view! { <Chip kind=Status::Info>"pinned"</Chip> });
    let back = row.back.map(|back| view! { <span class="table-sub">"and teaches "{back.name}" in turn"</span> });
    let name = row.mentee.first_name().to_owned();
    view! {
        <TableRow>
            <RowHead>
                <Who person=row.mentee />
                <span class="table-sub">"looks for "{row.waits}</span>
            </RowHead>
            <Cell label="Mentor"><Who person=row.mentor /></Cell>
            <Cell label="Learns">{row.skill.name}{back}<span class="pairing-chips">{wish}{pinned}</span></Cell>
            <Cell label="Fit">
                <FitBar band=row.band parts=row.parts lines=row.lines />
            </Cell>
            <Cell tight=true>
                <div class="pairing-verbs">
                    <Decide program key=row.key is_pinned=row.is_pinned what actions />
                    <a class="link" href=row.why>"Why not another"<span class="visually-hidden">" for "{name}</span></a>
                </div>
            </Cell>
        </TableRow>
    }
}

#[component]
fn Who(person: PersonTag) -> impl IntoView {
    let (seed, href) = (person.id.to_string(), format!("/people/{}", person.id));
    view! { <PersonLine name=person.name seed href size=AvatarSize::Small /> }
}

/// Pin it or rule it out.
#[component]
fn Decide(program: ProgramId, key: PairKey, is_pinned: bool, what: String, actions: MatchActions) -> impl IntoView {
    let (verdict, words) = if is_pinned { ("open", "Unpin") } else { ("pin", "Pin") };
    let (other, own) = (what.clone(), key.clone());
    let pending = pending_for(actions.decide, move |input| input.form.pair == own);
    view! {
        <ActionForm action=actions.decide attr:class="pairing-decide">
            <input type="hidden" name="program" value=program.to_string() />
            <input type="hidden" name="form[pair]" value=key.0 />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending name="form[verdict]" value=verdict>
                {words}<span class="visually-hidden">": "{what}</span>
            </Button>
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending name="form[verdict]" value="forbid">
                "Rule out"<span class="visually-hidden">": "{other}</span>
            </Button>
        </ActionForm>
    }
}
