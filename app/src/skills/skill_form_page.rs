//! `/new/skill` and `/skills/{id}/edit`, for program admins.

use super::api::{SaveSkill, catalogue_form};
use crate::AppError;
use crate::ui::{
    Button, ButtonKind, Choice, ComboMode, ComboOption, Combobox, Field, InputKind, LinkButton, Loaded, Note, PageHead,
    RadioGroup, RadioLook, Select, Status, TextArea, TextInput,
};
use crate::wire::load;
use domain::evidence::Level;
use domain::skill::Criticality;
use domain::skills::{CatalogueForm, SkillForm};
use domain::tag::SkillTag;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The form of a skill; of a new one without an id in the address.
#[component]
pub fn SkillFormPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let form = load(id, catalogue_form);
    view! {
        <Title text="Skills catalogue · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=form failure="This form did not load" let:form>
                <SkillFields form />
            </Loaded>
        </main>
    }
}

#[component]
fn SkillFields(form: CatalogueForm) -> impl IntoView {
    let action = ServerAction::<SaveSkill>::new();
    let failed = move || action.value().get().and_then(Result::err);
    let error =
        move |name: &'static str| Signal::derive(move || failed().and_then(|error: AppError| error.field(name)));
    let beside = move || {
        let text = failed()?.beside_fields()?;
        Some(view! { <Note status=Status::Danger>{text}</Note> })
    };
    let skill = form.skill;
    let title = skill.as_ref().map_or("New skill".to_owned(), |skill| format!("Edit {}", skill.name));
    let back = skill.as_ref().map_or("/skills".to_owned(), |skill| format!("/skills/{}", skill.id));
    let areas = form.areas.into_iter().map(|area| Choice::new(area.id.to_string(), area.name)).collect();
    let text = SkillForm::of(skill.as_ref());
    let before = view! { <Before others=form.others after=text.after.clone() error=error("after") /> };
    let levels = levels(text.levels.clone());
    let aims = view! { <Aims text=text.clone() here=form.here action /> };
    let add_area = || view! { <LinkButton href="/new/area">"New area"</LinkButton> };
    view! {
        <PageHead title actions=add_area />
        <ActionForm action attr:class="form form-page">
            <div role="status">{beside}</div>
            <input type="hidden" name="form[id]" value=text.id />
            <Field id="name" label="Name" error=error("name")>
                <TextInput name="form[name]" value=text.name required=true />
            </Field>
            <Field id="area" label="Area" error=error("area")>
                <Select name="form[area]" choices=areas value=text.area />
            </Field>
            <Field id="description" label="What it is" optional=true error=error("description")>
                <TextArea name="form[description]" value=text.description />
            </Field>
            {levels}
            {aims}
            {before}
            <div class="buttons">
                <Button kind=ButtonKind::Primary submit=true pending=action.pending()>
                    "Save"
                </Button>
                <LinkButton kind=ButtonKind::Quiet href=back>
                    "Cancel"
                </LinkButton>
            </div>
        </ActionForm>
    }
}

/// What each level from 1 looks like, a line each.
fn levels(lines: Vec<String>) -> impl IntoView {
    let levels = Level::ALL.into_iter().filter(|level| *level > Level::NONE);
    let field = |(level, value): (Level, String)| {
        let label = format!("“{}” looks like", level.title());
        let name = format!("form[levels][{}]", level.number() - 1);
        let id = format!("level-{}", level.number());
        view! {
            <Field id label optional=true>
                <TextInput name value placeholder=level.behaviour() />
            </Field>
        }
    };
    levels.zip(lines).map(field).collect_view()
}

/// How critical it is, and how many should know it how well.
#[component]
fn Aims(text: SkillForm, here: u32, action: ServerAction<SaveSkill>) -> impl IntoView {
    let failed = move || action.value().get().and_then(Result::err);
    let error =
        move |name: &'static str| Signal::derive(move || failed().and_then(|error: AppError| error.field(name)));
    let goals = Level::ALL.into_iter().filter(|level| *level > Level::NONE);
    let goals = goals.map(|level| Choice::new(level.number().to_string(), level.title())).collect();
    let choices = Signal::stored(criticalities());
    let legend = "How bad is it when nobody knows it?";
    let asked = text.people.trim().parse::<u32>().unwrap_or(0);
    let beyond = if asked > here { ", so no plan reaches this" } else { "" };
    let hint = format!("{here} work here{beyond}.");
    view! {
        <RadioGroup name="form[criticality]" legend choices value=text.criticality look=RadioLook::Lines />
        <Field id="people" label="How many people should know it?" hint=hint error=error("people")>
            <TextInput name="form[people]" kind=InputKind::Number value=text.people attr:min="0" attr:max="99" />
        </Field>
        <Field id="level" label="How well?" error=error("level")>
            <Select name="form[level]" choices=goals value=text.level />
        </Field>
        <Field id="by" label="By when?" hint="Plans take three months from today where there is no date." optional=true error=error("by")>
            <TextInput name="form[by]" kind=InputKind::Date value=text.by />
        </Field>
    }
}

/// What somebody should be able to do with help before they learn it.
#[component]
fn Before(others: Vec<SkillTag>, after: Vec<String>, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    let option = |skill: &SkillTag| ComboOption::new(skill.id.to_string(), &skill.name);
    let chosen: Vec<ComboOption> =
        others.iter().filter(|skill| after.iter().any(|id| id == skill.id.as_str())).map(option).collect();
    let options: Vec<ComboOption> = others.iter().map(option).collect();
    let selected = RwSignal::new(chosen);
    let hint = "What somebody should be able to do with help before they learn this. Plans keep to it.";
    view! {
        <Field id="after" label="What comes before?" hint optional=true error>
            <Combobox id="after" name="after[]" options=Signal::stored(options) selected mode=ComboMode::Many placeholder="Skill" />
        </Field>
    }
}

fn criticalities() -> Vec<Choice> {
    let note = |choice: Criticality| match choice {
        Criticality::Low => "nice to have",
        Criticality::Normal => "work goes on, more slowly",
        Criticality::High => "something important waits",
        Criticality::Critical => "something stops",
    };
    Criticality::ALL.map(|choice| Choice::new(choice.title(), choice.title()).with_note(note(choice))).to_vec()
}
