//! Propose a course that nobody teaches yet.

use super::board_actions::BoardActions;
use crate::error::field_error;
use crate::ui::{Button, ComboOption, Combobox, Field, IconName, Section, TextArea};
use domain::id::ProgramId;
use domain::tag::SkillTag;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The form, folded away until somebody wants it.
#[component]
pub(super) fn CourseFormSection(program: ProgramId, skills: Vec<SkillTag>, actions: BoardActions) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(actions.propose.value().get(), name));
    let options: Vec<ComboOption> =
        skills.iter().map(|skill| ComboOption::new(skill.id.to_string(), &skill.name)).collect();
    let failed = move || actions.propose.value().with(|value| matches!(value, Some(Err(_))));
    view! {
        <Section id="propose" title="Missing something?">
            <details class="unfold" open=failed>
                <summary class="link">"Propose a course without a teacher"</summary>
                <ActionForm action=actions.propose attr:class="form">
                    <input type="hidden" name="form[program]" value=program.to_string() />
                    <Field id="course-skill" label="In what?" hint="Skills that nobody here offers." error=error("skill")>
                        <Combobox id="course-skill" name="form[skill]" options selected=actions.skill placeholder="Skill" />
                    </Field>
                    <Field id="course-words" label="What should it be about?" optional=true error=error("words")>
                        <TextArea name="form[words]" bind=actions.words rows=2 />
                    </Field>
                    <Button icon=IconName::Plus submit=true pending=actions.propose.pending()>"Propose it"</Button>
                </ActionForm>
            </details>
        </Section>
    }
}
