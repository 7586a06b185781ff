//! A program as a card: what it is, when it meets, who asks, and what the reader can do.

use super::tones::tone_kind;
use crate::ui::{Card, Chip, ChipKind, Icon, IconName, IconSize};
use domain::programs::ProgramCard;
use domain::wording::listed;
use leptos::prelude::*;

/// How many organisers are named.
const NAMED: usize = 2;

/// One card. Its title leads to the program.
#[component]
pub(super) fn ProgramTile(card: ProgramCard) -> impl IntoView {
    let href = format!("/programs/{}", card.id);
    let organisers = listed(card.organisers.iter().map(|tag| tag.name.as_str()), NAMED);
    let next = card.next.clone().map(|next| {
        let late = if next.is_late { "was due " } else { "" };
        let due = if next.due.is_empty() { String::new() } else { format!(", {late}{}", next.due) };
        view! { <p class="program-next"><span class="quiet">"Next: "</span><b>{next.title}</b>{due}</p> }
    });
    let meets = card.meets.clone().map(|meets| format!("You meet {}", meets.text)).unwrap_or_default();
    let by = if organisers.is_empty() { String::new() } else { format!("Ask {organisers}") };
    let facts = [
        (IconName::Calendar, meets),
        (IconName::Repeat, card.rhythm),
        (IconName::Clock, card.dates),
        (IconName::Ticket, card.seats),
        (IconName::Message, by),
    ];
    let facts = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let facts =
        facts.map(|(icon, words)| view! { <li><Icon name=icon size=IconSize::Small />{words}</li> }).collect_view();
    let (verb, why_not) = (card.verb, card.why_not);
    let foot = move || {
        view! {
            <span class="card-sub">{why_not}</span>
            <span class="program-verb">{verb}<Icon name=IconName::Forward size=IconSize::Small flip=true /></span>
        }
    };
    view! {
        <Card title=card.title href foot>
            <p class="program-chips">
                <Chip kind=ChipKind::Plain>{card.kind}</Chip>
                " "
                <Chip kind=tone_kind(card.status.tone)>{card.status.label}</Chip>
            </p>
            <p class="card-text" dir="auto">{card.purpose}</p>
            {next}
            <ul class="program-facts">{facts}</ul>
        </Card>
    }
}
