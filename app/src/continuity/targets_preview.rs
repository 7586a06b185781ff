//! What a change of many targets would come to, and the button that makes it.

use super::api::ChangeTargets;
use crate::ui::{
    Button, ButtonKind, Cell, Chip, ColumnHead, LinkButton, Note, RowHead, Section, Status, Table, TableRow,
    toast_when_done,
};
use domain::coverage::{Preview, PreviewRow, TargetsQuery};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Every skill that changes, before and after, those that fall first.
#[component]
pub(super) fn TargetsPreview(preview: Preview, query: TargetsQuery) -> impl IntoView {
    let action = ServerAction::<ChangeTargets>::new();
    toast_when_done(action, "Targets changed. You can undo it on this page.");
    let failed = move || {
        let error = action.value().get().and_then(Result::err)?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    let (changes, falls) = preview.promise;
    let words = if changes == 1 { "Change 1 skill".to_owned() } else { format!("Change {changes} skills") };
    let save = (changes > 0).then(|| {
        view! {
            <Button kind=ButtonKind::Primary submit=true pending=action.pending()>
                {words}
            </Button>
        }
    });
    let back = query.filter_alone().link();
    let table = (changes > 0).then(|| view! { <Changes rows=preview.rows /> });
    view! {
        <Section id="preview" title="Before you save">
            <p class="figure-takeaway" role="status">
                {preview.sentence}
            </p>
            <div role="status">{failed}</div>
            {table}
            <ActionForm action attr:class="buttons">
                <input type="hidden" name="query" value=query.to_string() />
                <input type="hidden" name="changes" value=changes />
                <input type="hidden" name="falls" value=falls />
                {save}
                <LinkButton kind=ButtonKind::Quiet href=back>
                    "Leave as it is"
                </LinkButton>
            </ActionForm>
        </Section>
    }
}

#[component]
fn Changes(rows: Vec<PreviewRow>) -> impl IntoView {
    let row = |row: PreviewRow| {
        let cover = format!("{} of {}", row.cover.have, row.cover.target);
        let falls = row.falls.then(|| view! { <Chip kind=Status::Warning>"Falls below target"</Chip> });
        view! {
            <TableRow>
                <RowHead>{row.skill.name}</RowHead>
                <Cell label="Now">{row.before}</Cell>
                <Cell label="Then">{row.after}</Cell>
                <Cell label="Cover">{cover}" "{falls}</Cell>
            </TableRow>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    let head = || {
        view! {
            <ColumnHead label="Skill" />
            <ColumnHead label="Now" />
            <ColumnHead label="Then" />
            <ColumnHead label="Cover" />
        }
    };
    view! {
        <Table label="What changes" class="preview-table" head>
            {rows}
        </Table>
    }
}
