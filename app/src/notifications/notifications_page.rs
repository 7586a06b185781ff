//! `/notifications`

use super::api::{MarkNotificationsRead, notifications};
use crate::ui::{
    Avatar, Button, ButtonKind, EmptyState, Icon, IconName, LinkButton, Loaded, PageHead, Section, When,
    toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::notifications::{Notification, NotificationKind, NotificationsPage as Page};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

/// The newest first; new ones are marked until they are read.
#[component]
pub fn NotificationsPage() -> impl IntoView {
    let read = ServerAction::<MarkNotificationsRead>::new();
    toast_when_done(read, "All read.");
    let (exchanges, programs) = (use_live(Topic::Exchanges), use_live(Topic::Programs));
    let page = load(move || (exchanges.get(), programs.get(), read.version().get()), |_| notifications());
    view! {
        <Title text="Notifications · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your notifications did not load" let:page>
                <Content page read />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, read: ServerAction<MarkNotificationsRead>) -> impl IntoView {
    let until = page.newest.filter(|_| page.unread > 0).map(|newest| newest.0.to_string());
    let mark = move || {
        until.map(|until| {
            view! {
                <ActionForm action=read>
                    <input type="hidden" name="until" value=until />
                    <Button kind=ButtonKind::Primary submit=true icon=IconName::Check pending=read.pending()>"Mark all read"</Button>
                </ActionForm>
            }
        })
    };
    let inside = if page.items.is_empty() {
        let find = || view! { <LinkButton href="/start/people">"See who you can learn from"</LinkButton> };
        view! { <EmptyState title="You’re up to date" action=find>"When a colleague asks, answers or thanks you, it stands here."</EmptyState> }.into_any()
    } else {
        let days = page.items.chunk_by(|a, b| a.day == b.day);
        days.enumerate().map(|(place, items)| view! { <Day place items=items.to_vec() /> }).collect_view().into_any()
    };
    view! {
        <PageHead title="Notifications" lead=Signal::stored(page.lead) actions=mark />
        {inside}
    }
}

/// What happened on one day.
#[component]
fn Day(place: usize, items: Vec<Notification>) -> impl IntoView {
    let title = items.first().map(|item| item.day.clone()).unwrap_or_default();
    let items = items.into_iter().map(|item| view! { <Item item /> }).collect_view();
    view! { <Section id=format!("day-{place}") title><ul class="rows notifications">{items}</ul></Section> }
}

#[component]
fn Item(item: Notification) -> impl IntoView {
    let picture = match item.by {
        Some(by) => view! { <Avatar name=item.by_name seed=by.to_string() /> }.into_any(),
        None => view! { <span class="notification-icon"><Icon name=icon(item.kind) /></span> }.into_any(),
    };
    let text = item
        .text
        .into_iter()
        .map(|phrase| match phrase.strong {
            true => view! { <b><bdi>{phrase.text}</bdi></b> }.into_any(),
            false => phrase.text.into_any(),
        })
        .collect_view();
    let words = (!item.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{item.words}</q> });
    let is_new = item.is_new.then(|| view! { <span class="chip" data-kind="info">"new"</span> });
    view! {
        <li data-new=item.is_new.then_some("")>
            {picture}
            <p class="rows-main">
                <a class="notification-link" href=item.href>{text}</a>
                {words}
            </p>
            {is_new}
            <span class="rows-end"><When datetime=item.at.iso text=item.at.text /></span>
        </li>
    }
}

const fn icon(kind: NotificationKind) -> IconName {
    match kind {
        NotificationKind::Asked => IconName::Receive,
        NotificationKind::Agreed => IconName::Check,
        NotificationKind::Proposed => IconName::Calendar,
        NotificationKind::Ended => IconName::Clock,
        NotificationKind::Confirmed => IconName::Check,
        NotificationKind::Thanked => IconName::Thanks,
        NotificationKind::CoverDropped => IconName::Alert,
        NotificationKind::ProgramInvited | NotificationKind::ProgramApplied => IconName::Invite,
        NotificationKind::ProgramAnswered => IconName::Check,
        NotificationKind::ProgramRole => IconName::People,
        NotificationKind::ProgramSeated => IconName::Ticket,
        NotificationKind::ProgramChanged | NotificationKind::DraftTakenOver => IconName::Plan,
        NotificationKind::ProgramMoved | NotificationKind::ScheduleRefused => IconName::Clock,
        NotificationKind::ProgramLeft => IconName::Minus,
        NotificationKind::ProgramReminder => IconName::Bell,
    }
}
