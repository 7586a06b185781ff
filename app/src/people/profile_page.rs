//! `/people/{id}/edit`: one's own profile, or as an admin anybody's.

use super::api::{EditProfile, PlaceInTeam, profile};
use super::planning_sections::{AwaySection, LastDaySection, PlanningActions};
use crate::AppError;
use crate::ui::{
    Button, ButtonKind, Choice, Field, LinkButton, Loaded, Note, PageHead, RadioGroup, RadioLook, Section, Select,
    Status, TextArea, TextInput, toast_when_done,
};
use crate::wire::load;
use domain::people::{ProfileForm, ProfileText};
use domain::person::Availability;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The form of a profile.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let place = ServerAction::<PlaceInTeam>::new();
    toast_when_done(place, "Moved.");
    let planning = PlanningActions::new();
    let form = load(move || (id(), place.version().get(), planning.versions()), |(id, ..)| profile(id));
    view! {
        <Title text="Edit profile · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=form failure="This profile did not load" let:form>
                <Profile form place planning />
            </Loaded>
        </main>
    }
}

#[component]
fn Profile(form: ProfileForm, place: ServerAction<PlaceInTeam>, planning: PlanningActions) -> impl IntoView {
    let title = if form.is_me { "My profile".to_owned() } else { form.person.name.clone() };
    let skills = form.is_me.then(|| view! { <LinkButton href="/me/skills">"Edit my skills"</LinkButton> });
    let team = form.teams.clone().map(|teams| {
        let teams = teams.into_iter().map(|team| Choice::new(team.id.to_string(), team.name));
        let choices = std::iter::once(Choice::new("", "No team")).chain(teams).collect();
        let value = form.team.as_ref().map(ToString::to_string).unwrap_or_default();
        view! { <Team person=form.person.id.to_string() choices value place /> }
    });
    let person = form.person.id.to_string();
    let last_day = form.last_day.clone().map(|last_day| {
        let (person, name) = (person.clone(), form.person.first_name().to_owned());
        view! { <LastDaySection person name last_day actions=planning /> }
    });
    let (away, today) = (form.away.clone(), form.today.clone());
    view! {
        <PageHead title actions=move || skills />
        <div class="form-page">
            <Fields form />
            <AwaySection person away today actions=planning />
            {team}
            {last_day}
        </div>
    }
}

#[component]
fn Fields(form: ProfileForm) -> impl IntoView {
    let action = ServerAction::<EditProfile>::new();
    toast_when_done(action, "Profile saved.");
    let failed = move || action.value().get().and_then(Result::err);
    let error =
        move |name: &'static str| Signal::derive(move || failed().and_then(|error: AppError| error.field(name)));
    let beside = move || {
        let text = failed()?.beside_fields()?;
        Some(view! { <Note status=Status::Danger>{text}</Note> })
    };
    let text = ProfileText::of(&form.profile);
    let back = format!("/people/{}", form.person.id);
    let person = form.person.id.to_string();
    let zones = form.zones.into_iter().map(|zone| view! { <option value=zone></option> }).collect_view();
    let times = Availability::ALL.map(|choice| Choice::new(choice.title(), choice.title())).to_vec();
    view! {
        <ActionForm action attr:class="form">
            <div role="status">{beside}</div>
            <input type="hidden" name="person" value=person />
            <Field id="name" label="Name" error=error("name")>
                <TextInput name="form[name]" value=text.name required=true autocomplete="name" />
            </Field>
            <Field id="title" label="Job" optional=true error=error("title")>
                <TextInput name="form[title]" value=text.title placeholder="Community nurse" />
            </Field>
            <Field id="about" label="About" hint="In your own words." optional=true error=error("about") audience="Everybody here reads this.">
                <TextArea name="form[about]" value=text.about />
            </Field>
            <Field id="place" label="Where" optional=true error=error("place")>
                <TextInput name="form[place]" value=text.place placeholder="Harbour Road, 2nd floor" />
            </Field>
            <Field id="zone" label="Time zone" hint="Colleagues see your time beside theirs." error=error("zone")>
                <TextInput name="form[zone]" value=text.zone required=true attr:list="zones" />
            </Field>
            <datalist id="zones">{zones}</datalist>
            <Field id="languages" label="Languages" hint="Separated by commas." optional=true error=error("languages")>
                <TextInput name="form[languages]" value=text.languages placeholder="English, some Portuguese" />
            </Field>
            <RadioGroup
                name="form[availability]"
                legend="When do you like to meet?"
                choices=Signal::stored(times)
                value=text.availability
                look=RadioLook::Slots
            />
            <Field id="hours" label="Hours of teaching a month" hint="Nobody is asked for more." error=error("hours")>
                <TextInput name="form[hours]" value=text.hours attr:inputmode="decimal" />
            </Field>
            <Field id="learning" label="Hours of learning a month" hint="Nobody plans more for you." error=error("learning")>
                <TextInput name="form[learning]" value=text.learning attr:inputmode="decimal" />
            </Field>
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

/// For admins: where the person works.
#[component]
fn Team(person: String, choices: Vec<Choice>, value: String, place: ServerAction<PlaceInTeam>) -> impl IntoView {
    let failed = move || {
        let error = place.value().get()?.err()?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    view! {
        <Section id="team-of" title="Team" note="Only organisation admins see this.">
            <div role="status">{failed}</div>
            <ActionForm action=place attr:class="form">
                <input type="hidden" name="person" value=person />
                <Field id="team" label="Works in">
                    <Select name="team" choices value />
                </Field>
                <Button submit=true pending=place.pending()>
                    "Move"
                </Button>
            </ActionForm>
        </Section>
    }
}
