//! What a proposal would change, with the button that saves it.

use super::evidence_page::RuleActions;
use crate::ui::{Button, ButtonKind, Cell, ColumnHead, LinkButton, RowHead, Section, Table, TableRow};
use domain::evidence::pages::{Preview, SkillMoved};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The section that stands above the form while something is proposed.
#[component]
pub(super) fn RulesPreview(preview: Preview, actions: RuleActions) -> impl IntoView {
    let skills = (!preview.skills.is_empty()).then(|| view! { <Skills skills=preview.skills /> });
    view! {
        <Section id="preview" title="What would change" note="Nothing is saved yet.">
            <p class="figure-takeaway" role="status">{preview.takeaway}</p>
            {skills}
            <div class="buttons">
                <ActionForm action=actions.set>
                    <input type="hidden" name="query" value=preview.query />
                    <Button kind=ButtonKind::Primary submit=true pending=actions.set.pending()>"Save this"</Button>
                </ActionForm>
                <LinkButton kind=ButtonKind::Quiet href="/admin/evidence">"Leave it as it is"</LinkButton>
            </div>
        </Section>
    }
}

#[component]
fn Skills(skills: Vec<SkillMoved>) -> impl IntoView {
    let rows = skills.into_iter().map(|moved| view! { <Row moved /> }).collect_view();
    let head = || {
        view! {
            <ColumnHead label="Skill" />
            <ColumnHead label="Cover now" numeric=true />
            <ColumnHead label="Then" numeric=true />
            <ColumnHead label="Target" numeric=true />
            <ColumnHead label="So" />
        }
    };
    view! { <Table label="Skills whose cover would change" head>{rows}</Table> }
}

#[component]
fn Row(moved: SkillMoved) -> impl IntoView {
    let so = match (moved.falls(), moved.arrives()) {
        (true, _) => "falls below its target",
        (_, true) => "reaches its target",
        (false, false) if moved.after < moved.before.have => "fewer people",
        (false, false) => "more people",
    };
    let href = format!("/skills/{}", moved.skill.id);
    view! {
        <TableRow>
            <RowHead><a class="link" href=href>{moved.skill.name}</a></RowHead>
            <Cell label="Cover now" numeric=true>{moved.before.have}</Cell>
            <Cell label="Then" numeric=true>{moved.after}</Cell>
            <Cell label="Target" numeric=true>{moved.before.target}</Cell>
            <Cell label="So">{so}</Cell>
        </TableRow>
    }
}
