//! What is taught, who holds it, who is asked.

use super::form_draft::{FormDraft, person, skill};
use super::host_api::people_to_meet;
use crate::ui::{Choice, ComboMode, ComboOption, Combobox, Field, Finder, RadioGroup, RadioLook, Way};
use domain::search::holds;
use domain::sessions::FormPage;
use domain::tag::PersonTag;
use leptos::prelude::*;

/// What is taught.
#[component]
pub(super) fn SkillsField(page: FormPage, draft: FormDraft) -> impl IntoView {
    let options: Vec<ComboOption> = page.all_skills.iter().map(skill).collect();
    view! {
        <Field id="skills" label="What is taught?" hint="The main skill first." optional=true error=draft.error("skills")>
            <Combobox id="skills" name="skills[]" options=Signal::stored(options) selected=draft.skills mode=ComboMode::Many way=Way::Teach placeholder="Skill" />
        </Field>
    }
}

/// Who holds it; whoever plans it unless somebody else is named.
#[component]
pub(super) fn HostsField(page: FormPage, draft: FormDraft) -> impl IntoView {
    let (options, find) = people(page.people);
    view! {
        <Field id="hosts" label="Who holds it?" error=draft.error("hosts")>
            <Combobox id="hosts" name="hosts[]" options on_query=find selected=draft.hosts mode=ComboMode::Many placeholder="Name" />
        </Field>
    }
}

/// Everybody, or those who are named.
#[component]
pub(super) fn InvitedField(page: FormPage, draft: FormDraft) -> impl IntoView {
    let (options, find) = people(page.people);
    let choices = vec![
        Choice::new("everyone", "Everybody here").with_note("it stands in the calendar of all"),
        Choice::new("invited", "Those whom I name").with_note("nobody else sees it"),
    ];
    view! {
        <div class="session-who">
            <RadioGroup name="form[open_to]" legend="Who may come?" choices=Signal::stored(choices) look=RadioLook::Lines bind=draft.open_to />
            <div class="session-invited">
                <Field id="invited" label="Whom do you ask?" error=draft.error("invited")>
                    <Combobox id="invited" name="invited[]" options on_query=find selected=draft.invited mode=ComboMode::Many placeholder="Name" />
                </Field>
            </div>
        </div>
    }
}

/// Some people to choose from, and others by what is typed of their names.
fn people(offered: Vec<PersonTag>) -> (Signal<Vec<ComboOption>>, Callback<String>) {
    let finder = Finder::new(|typed| async move { people_to_meet(typed).await.unwrap_or_default() });
    let typed = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        let typed = typed.get();
        let fitting = || offered.iter().filter(|tag| holds(&tag.name, &typed)).cloned().collect::<Vec<_>>();
        finder.found(&typed).unwrap_or_else(fitting).iter().map(person).collect::<Vec<_>>()
    });
    let find = Callback::new(move |text: String| {
        typed.set(text.clone());
        finder.type_in(text);
    });
    (options, find)
}
