//! The first page a stranger sees: what Kith is in eight words, and the way in.

use super::api::{SignInAs, front_door};
use super::{Door, Persona};
use crate::ui::{Answer, Avatar, Button, Icon, IconName, LinkButton, Loaded, PeopleRing, RingMember, Wordmark};
use crate::wire::load;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Title;

/// `/welcome`
#[component]
pub fn WelcomePage() -> impl IntoView {
    let door = load(|| (), |()| front_door());
    view! {
        <Title text="Kith: colleagues teach each other what they know" />
        <header class="public-head">
            <a href="/welcome" rel="external"><Wordmark label="Kith" /></a>
            <LinkButton href="/sign-in">"Sign in"</LinkButton>
        </header>
        <main class="page welcome" id="main" tabindex="-1">
            <section class="welcome-stage">
                <div class="welcome-words">
                    <h1>"Colleagues teach each other what they know."</h1>
                    <p class="page-lead">
                        "Kith shows who knows what, what hangs on one head, and who would gladly teach you. One message, half an hour, and it is no longer in one head."
                    </p>
                </div>
                <div class="welcome-picture"><ExampleRing /></div>
            </section>
            <Loaded from=door part=true let:door><WayIn door /></Loaded>
        </main>
    }
}

#[component]
fn WayIn(door: Door) -> impl IntoView {
    if door.personas.is_empty() {
        return view! {
            <section class="welcome-in">
                <h2>{door.company}</h2>
                <LinkButton href="/sign-in" kind=crate::ui::ButtonKind::Primary size=crate::ui::ButtonSize::Large>"Sign in"</LinkButton>
            </section>
        }
        .into_any();
    }
    let personas = door.personas.into_iter().map(|persona| view! { <PersonaChoice persona /> }).collect_view();
    view! {
        <section class="welcome-in" aria-labelledby="who">
            <h2 id="who">"Try the demo: who are you today?"</h2>
            <p class="page-note">{door.company}" is made up, and already alive: 64 people, twelve weeks of teaching each other."</p>
            <ul class="personas">{personas}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn PersonaChoice(persona: Persona) -> impl IntoView {
    let handle = persona.handle.to_string();
    view! {
        <li class="persona">
            <form class="persona-form" method="post" action=SignInAs::url()>
                <input type="hidden" name="handle" value=handle.clone() />
                <Avatar name=persona.name seed=handle />
                <div class="persona-words">
                    <h3>{persona.called.clone()}</h3>
                    <p>{persona.shows}</p>
                </div>
                <Button submit=true>
                    "Be "
                    {persona.called}
                    <Icon name=IconName::Forward />
                </Button>
            </form>
        </li>
    }
}

/// A real picture of the product: three people, each giving to the next.
#[component]
fn ExampleRing() -> impl IntoView {
    let member = |name: &str, seed: &str, gives: &str| RingMember {
        name: name.into(),
        seed: seed.into(),
        gives: gives.into(),
        answer: Answer::Yes,
        is_you: seed == "jonas-weidner",
    };
    let members = vec![
        member("Amara Okafor", "amara-okafor", "Clinical handover"),
        member("Jonas Weidner", "jonas-weidner", "SQL for reports"),
        member("Mateo Duarte", "mateo-duarte", "Route planning"),
    ];
    let label = "Amara teaches Jonas clinical handover, Jonas teaches Mateo SQL for reports, Mateo teaches Amara route planning.";
    view! { <PeopleRing id="example" label members middle=("3 of 3".to_owned(), "said yes".to_owned()) /> }
}
