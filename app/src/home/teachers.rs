//! People the reader could learn from, each with the strongest reason.

use crate::ui::ButtonSize;
use crate::ui::{Avatar, AvatarSize, Card, CardWidth, Cards, Chip, EmptyState, LinkButton, Section, Way};
use domain::suggest::Suggestion;
use leptos::prelude::*;

/// At most three people.
#[component]
pub(super) fn Teachers(people: Vec<Suggestion>) -> impl IntoView {
    let all = || view! { <a class="link" href="/people">"See all people"</a> };
    let inside = if people.is_empty() {
        let say = || view! { <LinkButton href="/start/2">"Say what you want to learn"</LinkButton> };
        view! { <EmptyState title="Nobody yet" action=say>"Say what you want to learn, and who could teach it stands here."</EmptyState> }.into_any()
    } else {
        let cards = people.into_iter().map(|found| view! { <Teacher found /> }).collect_view();
        view! { <Cards width=CardWidth::Small>{cards}</Cards> }.into_any()
    };
    view! { <Section id="could" title="People you could learn from" aside=all>{inside}</Section> }
}

#[component]
fn Teacher(found: Suggestion) -> impl IntoView {
    let (person, skill) = (found.person, found.skill);
    let (name, seed) = (person.name.clone(), person.id.to_string());
    let picture = move || view! { <Avatar name seed size=AvatarSize::Large /> };
    let free = found.next_time.map(|slot| format!("Free {}", lower_first(&slot.text)));
    let ask = format!("/people/{}/ask?skill={}", person.id, skill.id);
    let verb = format!("Ask {}", person.first_name);
    let foot = move || {
        view! {
            <span class="card-sub">{free}</span>
            <LinkButton href=ask size=ButtonSize::Small>{verb}</LinkButton>
        }
    };
    // The chip says what; the first reason after it says why.
    let why = found.reasons.into_iter().find(|reason| reason.kind != domain::suggest::IngredientKind::Teaches);
    let why = why.map(|reason| format!("{}{}.", reason.lead, reason.rest));
    let team = if person.team.is_empty() { person.title } else { person.team };
    view! {
        <Card title=person.name sub=team href=format!("/people/{}", person.id) picture foot>
            <div><Chip kind=Way::Teach>{skill.name}</Chip></div>
            <p class="card-text">{why}</p>
        </Card>
    }
}

/// "Today 12:30" inside a sentence; days of the week keep their capital.
fn lower_first(text: &str) -> String {
    ["Today", "Tomorrow"]
        .into_iter()
        .find(|day| text.starts_with(day))
        .map_or_else(|| text.to_owned(), |day| text.replacen(day, &day.to_lowercase(), 1))
}
