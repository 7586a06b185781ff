//! When, where, and taught by whom.

use crate::ui::{Icon, IconName, Seen};
use domain::sessions::{HostLine, PlaceCard, SessionPage, WhenCard};
use leptos::prelude::*;

/// The three facts.
#[component]
pub(super) fn Facts(page: SessionPage, seen: Seen) -> impl IntoView {
    let of = format!("{}/{}", page.id, page.on);
    let when = page.when.clone().map(|when| view! { <When when rule=page.rule.clone() of=of.clone() seen /> });
    view! {
        <dl class="session-facts">
            {when}
            <Where place=page.place of seen />
            <Hosts hosts=page.hosts />
        </dl>
    }
}

#[component]
fn When(when: WhenCard, rule: String, of: String, seen: Seen) -> impl IntoView {
    let mark = seen.mark(format!("{of}/when"), when.text.clone());
    let beside = (!when.beside.is_empty()).then(|| view! { <span class="table-sub">{when.beside}</span> });
    let rule = (!rule.is_empty()).then(|| view! { <span class="table-sub">{rule}</span> });
    view! {
        <div>
            <dt><Icon name=IconName::Calendar />"When"</dt>
            <dd data-changed=mark>
                <time datetime=when.starts.iso>{when.text}</time>
                {beside}
                {rule}
            </dd>
        </div>
    }
}

#[component]
fn Where(place: PlaceCard, of: String, seen: Seen) -> impl IntoView {
    let mark = seen.mark(format!("{of}/where"), format!("{place:?}"));
    let room = match (&place.link, place.room.is_empty()) {
        (Some(_), true) => "By video".to_owned(),
        (None, true) => "Not said yet".to_owned(),
        (_, false) => place.room.clone(),
    };
    let link = place.link.map(|(href, words)| {
        view! { <a class="button session-video" data-size="small" href=href rel="noopener noreferrer"><Icon name=IconName::Video />{words}</a> }
    });
    view! {
        <div>
            <dt><Icon name=IconName::Place />"Where"</dt>
            <dd data-changed=mark>
                <span dir="auto">{room}</span>
                {link}
            </dd>
        </div>
    }
}

#[component]
fn Hosts(hosts: Vec<HostLine>) -> impl IntoView {
    let lines = hosts.into_iter().map(|host| {
        let href = format!("/people/{}", host.person.id);
        view! {
            <dd>
                <a class="link" href=href><bdi>{host.person.name}</bdi></a>
                <span class="table-sub">{host.note}</span>
            </dd>
        }
    });
    view! {
        <div>
            <dt><Icon name=IconName::Teach />"Hosted by"</dt>
            {lines.collect_view()}
        </div>
    }
}
