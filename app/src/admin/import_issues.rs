//! What is wrong with rows, grouped by what mends it.

use crate::ui::{Icon, IconName};
use domain::import::issue::Severity;
use domain::import::issue_groups::{IssueGroup, IssueLine};
use domain::import::page::digits;
use leptos::prelude::*;

/// The groups, the most pressing first.
#[component]
pub fn Issues(
    /// What is wrong.
    groups: Vec<IssueGroup>,
    /// Whether there is more than one file, so that lines must say which.
    with_files: bool,
) -> impl IntoView {
    let groups = groups.into_iter().map(|group| view! { <Group group with_files /> }).collect_view();
    view! { <ul class="import-issues">{groups}</ul> }
}

#[component]
fn Group(group: IssueGroup, with_files: bool) -> impl IntoView {
    let (kind, icon) = match group.repair.severity() {
        Severity::Blocker => ("danger", IconName::Alert),
        Severity::Warning => ("warning", IconName::Info),
    };
    let rows = if group.count == 1 { "once".to_owned() } else { format!("{} times", digits(group.count)) };
    let lines = group.lines.into_iter().map(|line| view! { <Line line with_files /> }).collect_view();
    let more = (group.more > 0).then(|| view! { <li class="quiet">"and "{digits(group.more)}" more like these"</li> });
    view! {
        <li class="import-issue" data-kind=kind>
            <Icon name=icon />
            <div>
                <h3 class="import-issue-title">{group.repair.title()} <span class="quiet">", "{rows}</span></h3>
                <ul class="import-issue-lines">{lines} {more}</ul>
            </div>
        </li>
    }
}

#[component]
fn Line(line: IssueLine, with_files: bool) -> impl IntoView {
    let file = with_files.then(|| view! { <span class="import-issue-file">{line.file}</span> " " });
    let place = if line.place.is_empty() { "The file".to_owned() } else { line.place };
    view! {
        <li>
            {file}
            <span class="import-issue-place">{place}":"</span>
            " "
            <span dir="auto">{line.text}</span>
        </li>
    }
}
