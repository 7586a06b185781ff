//! `/notifications`

use super::api::{MarkNotificationRead, MarkNotificationsRead, notifications};
use crate::ui::{
    Avatar, Button, ButtonKind, ButtonSize, EmptyState, Icon, IconButton, IconName, LinkButton, Loaded, PageHead,
    Section, Tab, Tabs, When, toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::notifications::{AboutFilter, Notification, NotificationKind, NotificationsPage as Page};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The newest first; new ones are marked until they are read.
#[component]
pub fn NotificationsPage() -> impl IntoView {
    let read = ServerAction::<MarkNotificationsRead>::new();
    let read_one = ServerAction::<MarkNotificationRead>::new();
    toast_when_done(read, "All read.");
    let (exchanges, programs) = (use_live(Topic::Exchanges), use_live(Topic::Programs));
    let (sessions, search) = (use_live(Topic::Sessions), use_location().search);
    let (library, talk) = (use_live(Topic::Library), use_live(Topic::Talk));
    let lives = move || (exchanges.get(), programs.get(), sessions.get(), library.get(), talk.get());
    let source = move || (search.get(), lives(), read.version().get(), read_one.version().get());
    let page = load(source, |(query, ..)| notifications(query));
    view! {
        <Title text="Notifications · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="Your notifications did not load" let:page>
                <Content page read read_one />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(
    page: Page,
    read: ServerAction<MarkNotificationsRead>,
    read_one: ServerAction<MarkNotificationRead>,
) -> impl IntoView {
    let has_new = page.items.iter().any(|item| item.is_new);
    let until = page.newest.filter(|_| has_new).map(|newest| newest.0.to_string());
    let query = page.query.link();
    let query = query.split_once('?').map_or_else(String::new, |(_, query)| query.to_owned());
    let words = if query.is_empty() { "Mark all read" } else { "Mark these read" };
    let mark = move || {
        until.map(|until| {
            view! {
                <ActionForm action=read>
                    <input type="hidden" name="until" value=until />
                    <input type="hidden" name="query" value=query />
                    <Button kind=ButtonKind::Primary submit=true icon=IconName::Check pending=read.pending()>{words}</Button>
                </ActionForm>
            }
        })
    };
    let filters = (!page.filters.is_empty()).then(|| view! { <Filters filters=page.filters /> });
    let inside = if page.items.is_empty() {
        let find = || view! { <LinkButton href="/start/people">"See who you can learn from"</LinkButton> };
        view! { <EmptyState title="You’re up to date" action=find>"When a colleague asks, answers or thanks you, it stands here."</EmptyState> }.into_any()
    } else {
        let days = page.items.chunk_by(|a, b| a.day == b.day);
        days.enumerate()
            .map(|(place, items)| view! { <Day place items=items.to_vec() read_one /> })
            .collect_view()
            .into_any()
    };
    view! {
        <PageHead title="Notifications" lead=Signal::stored(page.lead) actions=mark />
        {filters}
        {inside}
        <p><a class="link link-alone" href="/settings#notices">"Choose what you are told, and how"</a></p>
    }
}

/// One topic alone, or all: each has an address.
#[component]
fn Filters(filters: Vec<AboutFilter>) -> impl IntoView {
    let tab = |filter: AboutFilter| {
        let tab = Tab::new(filter.label, filter.href, filter.is_on);
        if filter.unread > 0 { tab.with_count(filter.unread) } else { tab }
    };
    let tabs: Vec<Tab> = filters.into_iter().map(tab).collect();
    view! { <Tabs label="Topics, with how many are new" tabs=Signal::stored(tabs) /> }
}

/// What happened on one day.
#[component]
fn Day(place: usize, items: Vec<Notification>, read_one: ServerAction<MarkNotificationRead>) -> impl IntoView {
    let title = items.first().map(|item| item.day.clone()).unwrap_or_default();
    let items = items.into_iter().map(|item| view! { <Item item read_one /> }).collect_view();
    view! { <Section id=format!("day-{place}") title><ul class="rows notifications">{items}</ul></Section> }
}

#[component]
fn Item(item: Notification, read_one: ServerAction<MarkNotificationRead>) -> impl IntoView {
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
    let key = item.key.0;
    let is_new = item.is_new.then(|| {
        view! {
            <span class="notification-new">
                <span class="chip" data-kind="info">"new"</span>
                <ActionForm action=read_one>
                    <input type="hidden" name="key" value=key />
                    <IconButton icon=IconName::Check label="Mark as read" size=ButtonSize::Small submit=true />
                </ActionForm>
            </span>
        }
    });
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
        NotificationKind::MeetingNear => IconName::Calendar,
        NotificationKind::Thanked => IconName::Thanks,
        NotificationKind::PairBegan => IconName::People,
        NotificationKind::PairAsks => IconName::Message,
        NotificationKind::PairMoved => IconName::Clock,
        NotificationKind::CoverDropped => IconName::Alert,
        NotificationKind::ProgramInvited | NotificationKind::ProgramApplied => IconName::Invite,
        NotificationKind::ProgramAnswered => IconName::Check,
        NotificationKind::ProgramRole => IconName::People,
        NotificationKind::ProgramSeated => IconName::Ticket,
        NotificationKind::ProgramChanged | NotificationKind::DraftTakenOver => IconName::Plan,
        NotificationKind::ProgramMoved | NotificationKind::ScheduleRefused | NotificationKind::ProgramUnmatched => {
            IconName::Clock
        }
        NotificationKind::ProgramLeft => IconName::Minus,
        NotificationKind::ProgramReminder | NotificationKind::SessionReminder => IconName::Bell,
        NotificationKind::MentorAsked => IconName::Receive,
        NotificationKind::MentorAnswered => IconName::Clock,
        NotificationKind::MentorPaused => IconName::Away,
        NotificationKind::MentorWaits => IconName::Alert,
        NotificationKind::SeatHeld | NotificationKind::Seated => IconName::Ticket,
        NotificationKind::SessionChanged => IconName::Calendar,
        NotificationKind::SessionAsked => IconName::Message,
        NotificationKind::SessionAnswered => IconName::Check,
        NotificationKind::Mentioned | NotificationKind::Commented | NotificationKind::QuestionAnswered => {
            IconName::Message
        }
        NotificationKind::QuestionAsked => IconName::Receive,
        NotificationKind::QuestionSolved => IconName::Check,
        NotificationKind::NoteHandedOver => IconName::Handover,
        NotificationKind::NoteChanged => IconName::Note,
        NotificationKind::NoteDue => IconName::Seal,
    }
}
