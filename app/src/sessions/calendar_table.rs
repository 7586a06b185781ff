//! A month or a week as a table: days are links, arrows move between them.

use super::calendar_keys::{After, Grid};
use crate::ui::Seen;
use domain::exchanges::Tone;
use domain::sessions::{CalendarCell, CalendarPage, CalendarRow, CalendarView, Entry};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;

const WEEKDAYS: [(&str, &str); 7] = [
    ("Mon", "Monday"),
    ("Tue", "Tuesday"),
    ("Wed", "Wednesday"),
    ("Thu", "Thursday"),
    ("Fri", "Friday"),
    ("Sat", "Saturday"),
    ("Sun", "Sunday"),
];

/// The table; nothing for a list.
#[component]
pub(super) fn CalendarTable(page: CalendarPage, seen: Seen) -> impl IntoView {
    if page.rows.is_empty() {
        return None;
    }
    let table = NodeRef::<html::Table>::new();
    let navigate = use_navigate();
    let is_week = page.view == CalendarView::Week;
    let days = match page.view {
        CalendarView::Week => page.days.iter().map(|(_, on)| on.clone()).collect(),
        CalendarView::Month | CalendarView::Agenda => days(&page.rows),
    };
    let grid = Grid { days, before: page.before.clone(), after: page.after.clone() };
    let press = move |event: KeyboardEvent| {
        let Some(after) = grid.pressed(&focused_day(), &event.key()) else { return };
        event.prevent_default();
        match after {
            After::Focus(day) => focus(table, &day),
            After::Go(href) => navigate(&href, NavigateOptions::default()),
        }
    };
    let head = if is_week {
        view! { <WeekHead days=page.days.clone() /> }.into_any()
    } else {
        view! { <MonthHead /> }.into_any()
    };
    let rows = page.rows.into_iter().map(|row| view! { <Row row is_week seen /> });
    Some(view! {
        <div class="calendar-scroll">
            <table class="calendar" aria-labelledby="calendar-title" data-view=page.view.slug() node_ref=table on:keydown=press>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    })
}

fn days(rows: &[CalendarRow]) -> Vec<String> {
    rows.iter().flat_map(|row| &row.cells).map(|cell| cell.on.clone()).collect()
}

/// The day whose link has the focus; empty for none.
fn focused_day() -> String {
    let element = document().active_element();
    element.and_then(|element| element.get_attribute("data-day")).unwrap_or_default()
}

fn focus(table: NodeRef<html::Table>, day: &str) {
    let Some(table) = table.get_untracked() else { return };
    let found = table.query_selector(&format!("[data-day=\"{day}\"]")).ok().flatten();
    if let Some(link) = found.and_then(|link| link.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        // A day that has just gone needs no focus.
        let _ = link.focus();
    }
}

#[component]
fn MonthHead() -> impl IntoView {
    WEEKDAYS
        .into_iter()
        .map(|(short, full)| view! { <th scope="col"><abbr title=full>{short}</abbr></th> })
        .collect_view()
}

#[component]
fn WeekHead(days: Vec<(String, String)>) -> impl IntoView {
    let days = days.into_iter().map(|(name, on)| {
        let href = format!("/sessions?view=agenda&on={on}");
        view! { <th scope="col"><a class="calendar-day" href=href data-day=on>{name}</a></th> }
    });
    view! {
        <th scope="col"><span class="visually-hidden">"Part of the day"</span></th>
        {days.collect_view()}
    }
}

#[component]
fn Row(row: CalendarRow, is_week: bool, seen: Seen) -> impl IntoView {
    let head = is_week.then(|| view! { <th scope="row">{row.title}</th> });
    let cells = row.cells.into_iter().map(|cell| view! { <Cell cell is_week seen /> });
    view! { <tr>{head}{cells.collect_view()}</tr> }
}

#[component]
fn Cell(cell: CalendarCell, is_week: bool, seen: Seen) -> impl IntoView {
    let number = (!is_week).then(|| {
        let href = format!("/sessions?view=agenda&on={}", cell.on);
        let current = cell.is_today.then_some("date");
        view! {
            <a class="calendar-day" href=href data-day=cell.on.clone() aria-current=current>
                <span aria-hidden="true">{cell.number}</span>
                <span class="visually-hidden">{cell.name}</span>
            </a>
        }
    });
    let entries = (!cell.entries.is_empty()).then(|| {
        let entries = cell.entries.into_iter().map(|entry| view! { <Line entry seen /> });
        view! { <ul class="calendar-entries">{entries.collect_view()}</ul> }
    });
    view! {
        <td data-outside=(!cell.is_inside && !is_week).then_some("") data-today=cell.is_today.then_some("")>
            {number}
            {entries}
        </td>
    }
}

#[component]
fn Line(entry: Entry, seen: Seen) -> impl IntoView {
    let mark = seen.mark(&entry.href, format!("{}{}{}", entry.time, entry.label, entry.seats));
    let words = if entry.label.is_empty() { entry.seats } else { entry.label };
    let words = (!words.is_empty()).then(|| view! { <span class="visually-hidden">", "{words}</span> });
    let state = if entry.takes_place { state(entry.is_mine, entry.tone) } else { "off" };
    view! {
        <li data-changed=mark>
            <a class="calendar-entry" href=entry.href data-state=state data-past=entry.is_past.then_some("")>
                <time datetime=entry.starts.iso>{entry.time}</time>
                " "
                <span class="calendar-title" dir="auto">{entry.title}</span>
                {words}
            </a>
        </li>
    }
}

const fn state(is_mine: bool, tone: Tone) -> &'static str {
    match (is_mine, tone) {
        (true, Tone::Yours) => "held",
        (true, Tone::Theirs) => "perhaps",
        (true, _) => "mine",
        (false, _) => "open",
    }
}
