//! Who rates higher or lower than others: for program admins, and elsewhere for each rater alone.

use super::evidence_page::RuleActions;
use crate::ui::{Button, Cell, ColumnHead, PersonLine, RowHead, Section, Table, TableRow};
use domain::evidence::pages::{EvidencePage, RaterRow};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The section of raters.
#[component]
pub(super) fn Raters(page: EvidencePage, actions: RuleActions) -> impl IntoView {
    let words = match (page.known_raters, page.raters.is_empty()) {
        (0, _) => "Nothing is known yet: nobody has rated what others have spoken of too.".to_owned(),
        (known, true) => format!("Of {known} people it is known how they rate, and none stands out."),
        (known, false) => {
            format!("Of {known} people it is known how they rate. These stand out; their words count accordingly.")
        }
    };
    let table = (!page.raters.is_empty()).then(|| view! { <RaterTable raters=page.raters /> });
    let note = "Only program admins and the person themself see this. Worked out anew every night.";
    view! {
        <Section id="raters" title="Who rates higher or lower" note>
            <p>{words}</p>
            {table}
            <ActionForm action=actions.leniency>
                <Button submit=true pending=actions.leniency.pending()>"Work it out now"</Button>
            </ActionForm>
        </Section>
    }
}

#[component]
fn RaterTable(raters: Vec<RaterRow>) -> impl IntoView {
    let rows = raters.into_iter().map(|rater| view! { <Rater rater /> }).collect_view();
    let head = || {
        view! {
            <ColumnHead label="Person" />
            <ColumnHead label="Usually rates" />
            <ColumnHead label="From ratings" numeric=true />
        }
    };
    view! { <Table label="People who rate higher or lower than others" head>{rows}</Table> }
}

#[component]
fn Rater(rater: RaterRow) -> impl IntoView {
    let href = format!("/people/{}", rater.person.id);
    let (name, seed) = (rater.person.name.clone(), rater.person.id.to_string());
    view! {
        <TableRow>
            <RowHead><PersonLine name seed href /></RowHead>
            <Cell label="Usually rates">{rater.words}</Cell>
            <Cell label="From ratings" numeric=true>{rater.ratings}</Cell>
        </TableRow>
    }
}
