//! `/continuity/what-if`

use super::api::what_if;
use super::fall_table::FallTable;
use crate::ui::{
    Button, ButtonKind, Choice, ComboOption, Combobox, Field, FilterChip, IconName, LinkButton, Loaded, PageHead,
    Section, Select,
};
use crate::use_live;
use crate::wire::load;
use domain::coverage::{Hint, WhatIfPage as Page, WhatIfQuery};
use domain::event::Topic;
use domain::tag::PersonTag;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// Take out one person, two, a team, and see which skills fall.
#[component]
pub fn WhatIfPage() -> impl IntoView {
    let search = use_location().search;
    let live = (use_live(Topic::Skills), use_live(Topic::People));
    let page = load(move || (search.get(), live.0.get(), live.1.get()), |(query, ..)| what_if(query));
    view! {
        <Title text="What if · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This question was not answered" let:page>
                <Answer page />
            </Loaded>
        </main>
    }
}

#[component]
fn Answer(page: Page) -> impl IntoView {
    let back = || view! { <LinkButton kind=ButtonKind::Quiet href="/continuity">"Back to the board"</LinkButton> };
    let lead = Signal::stored(page.takeaway.clone());
    let title = if page.title.is_empty() { "What if somebody is away".to_owned() } else { page.title.clone() };
    let wide = page.people.len() > 1 || !page.teams.is_empty();
    let ask = wide.then(|| view! { <Ask page=page.clone() /> });
    let falls = (!page.title.is_empty()).then(|| view! { <FallTable falls=page.falls.clone() more=page.more /> });
    let hints = (!page.hints.is_empty()).then(|| view! { <Hints hints=page.hints.clone() /> });
    view! {
        <PageHead title lead actions=back />
        {ask}
        {falls}
        {hints}
    }
}

/// Whom to take out: those who are, each to be taken back; one more; a team.
#[component]
fn Ask(page: Page) -> impl IntoView {
    let (gone, error) = (page.query.people.clone(), page.unknown.clone());
    let chips = page.gone.iter().filter(|person| gone.contains(&person.id));
    let chips = chips.map(|person| view! { <Gone person=person.clone() query=page.query.clone() /> }).collect_view();
    let hidden =
        gone.iter().map(|id| view! { <input type="hidden" name="person" value=id.to_string() /> }).collect_view();
    let person = |tag: &PersonTag| ComboOption::new(tag.id.to_string(), &tag.name).with_face(tag.id.to_string());
    let people: Vec<ComboOption> = page.people.iter().filter(|person| !gone.contains(&person.id)).map(person).collect();
    let teams = page.teams.iter().map(|team| Choice::new(team.id.to_string(), &team.name));
    let teams: Vec<Choice> = std::iter::once(Choice::new("", "No team")).chain(teams).collect();
    let team = page.query.team.map(|team| team.to_string()).unwrap_or_default();
    let label = if gone.is_empty() { "Who is away?" } else { "Who else?" };
    let some_team = (teams.len() > 1).then(|| {
        view! {
            <Field id="team" label="A whole team?">
                <Select name="team" choices=teams value=team />
            </Field>
        }
    });
    view! {
        <form class="what-if" action="/continuity/what-if" aria-label="What if somebody is away">
            {hidden}
            <div class="what-if-gone">{chips}</div>
            <Field id="person" label error=Signal::stored(error)>
                <Combobox id="person" name="person" options=Signal::stored(people) placeholder="Name" />
            </Field>
            {some_team}
            <Button kind=ButtonKind::Primary icon=IconName::Search submit=true>
                "See what falls"
            </Button>
        </form>
    }
}

/// Somebody who is taken out; the cross takes them back.
#[component]
fn Gone(person: PersonTag, query: WhatIfQuery) -> impl IntoView {
    let mut without = query;
    without.people.remove(&person.id);
    view! { <FilterChip label=person.name href=without.link() on=true /> }
}

/// With whom the most falls.
#[component]
fn Hints(hints: Vec<Hint>) -> impl IntoView {
    let row = |hint: Hint| {
        view! {
            <li>
                <p class="rows-main">{hint.words}</p>
                <a class="link rows-end" href=hint.href>
                    {hint.who}
                </a>
            </li>
        }
    };
    let rows = hints.into_iter().map(row).collect_view();
    let note = "Only program admins see this. It says where to teach next, and nothing about anybody.";
    view! {
        <Section id="most" title="Where the most would fall" note>
            <ul class="rows">{rows}</ul>
        </Section>
    }
}
