//! Beside the skills: what to ask somebody about, and what one could teach them.

use crate::ui::{ButtonSize, LaneArrow, LinkButton, Section, Way};
use domain::people::PersonPage;
use domain::people::person::{OfferRow, WantRow};
use domain::tag::PersonTag;
use leptos::prelude::*;

/// Offers, what the reader could teach, other wants.
#[component]
pub(super) fn Rail(page: PersonPage) -> impl IntoView {
    let person = page.person;
    let first = person.first_name().to_owned();
    let (is_me, may_ask) = (page.is_me, page.may.ask);
    let offers_title = if is_me { "You offer to teach".to_owned() } else { format!("Ask {first} about") };
    let wants_title = if is_me { "You want to learn".to_owned() } else { format!("{first} wants to learn") };
    let teach_title = format!("You could teach {first}");
    let could: Vec<_> = page.you_could_teach.iter().map(|row| row.skill.id.clone()).collect();
    let wants: Vec<WantRow> = page.wants.into_iter().filter(|row| !could.contains(&row.skill.id)).collect();
    let is_empty = page.offers.is_empty() && wants.is_empty() && could.is_empty();
    let nothing = is_empty.then(|| {
        let words = if is_me { "Say what you could teach and want to learn." } else { "No offers and no wishes yet." };
        view! { <p class="quiet">{words}</p> }
    });
    let offers = page.offers.into_iter().map(|row| view! { <Offer row person=person.clone() may_ask /> }.into_any());
    let teach = page.you_could_teach.into_iter().map(|row| view! { <CouldTeach row /> }.into_any());
    let wants = wants.into_iter().map(|row| view! { <Wanted row /> }.into_any());
    view! {
        <aside aria-label="Offers and wants">
            <Rows id="ask" title=offers_title rows=offers.collect() />
            <Rows id="could-teach" title=teach_title rows=teach.collect() />
            <Rows id="wants" title=wants_title rows=wants.collect() />
            {nothing}
        </aside>
    }
}

/// A ruled list under a heading; nothing for nothing.
#[component]
fn Rows(id: &'static str, title: String, rows: Vec<AnyView>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <Section id title>
                <ul class="rows offers">{rows}</ul>
            </Section>
        }
    })
}

#[component]
fn Offer(row: OfferRow, person: PersonTag, may_ask: bool) -> impl IntoView {
    let ask = may_ask.then(|| {
        let href = format!("/people/{}/ask?skill={}", person.id, row.skill.id);
        let label = format!("Ask {} about {}", person.first_name(), row.skill.name);
        view! { <a class="button" data-size="small" href=href aria-label=label>"Ask"</a> }
    });
    let href = format!("/skills/{}", row.skill.id);
    view! {
        <li data-kind="teach">
            <LaneArrow way=Way::Teach />
            <div class="rows-main">
                <a class="rows-title" href=href>
                    {row.skill.name}
                </a>
                <p class="rows-sub">{row.how}</p>
            </div>
            {ask}
        </li>
    }
}

#[component]
fn CouldTeach(row: WantRow) -> impl IntoView {
    let offer = if row.offered_by_you {
        view! { <span class="rows-end">"You offer it"</span> }.into_any()
    } else {
        let href = format!("/skills/{}", row.skill.id);
        view! { <LinkButton size=ButtonSize::Small href>"Offer it"</LinkButton> }.into_any()
    };
    view! {
        <li>
            <LaneArrow way=Way::Learn />
            <div class="rows-main">
                <p class="rows-title">{row.skill.name}</p>
                <p class="rows-sub">{row.how}</p>
            </div>
            {offer}
        </li>
    }
}

#[component]
fn Wanted(row: WantRow) -> impl IntoView {
    let href = format!("/skills/{}", row.skill.id);
    view! {
        <li>
            <LaneArrow way=Way::Learn />
            <div class="rows-main">
                <a class="rows-title" href=href>
                    {row.skill.name}
                </a>
                <p class="rows-sub">{row.how}</p>
            </div>
        </li>
    }
}
