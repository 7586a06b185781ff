//! The meetings of today, or the next ones.

use crate::ui::{Agenda, AgendaItem, ButtonSize, Chip, EmptyState, IconName, LinkButton, Section, Way};
use domain::exchange::Side;
use domain::home::{AgendaLine, AgendaTag};
use leptos::prelude::*;

/// At most three meetings.
#[component]
pub(super) fn Today(title: String, lines: Vec<AgendaLine>) -> impl IntoView {
    let all = || view! { <a class="link" href="/sessions?who=mine">"My calendar"</a> };
    let inside = if lines.is_empty() {
        let find = || view! { <LinkButton href="/start/2">"Find somebody to learn from"</LinkButton> };
        view! { <EmptyState title="Nothing is planned" action=find>"When you agree on a time with somebody, it stands here."</EmptyState> }.into_any()
    } else {
        let items = lines.into_iter().map(|line| view! { <Meeting line /> }).collect_view();
        view! { <Agenda>{items}</Agenda> }.into_any()
    };
    view! { <Section id="today" title aside=all>{inside}</Section> }
}

#[component]
fn Meeting(line: AgendaLine) -> impl IntoView {
    let facts = [line.day, line.theirs].into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    let save = matches!(&line.tag, AgendaTag::Session { may_save: true, .. }).then(|| line.href.clone());
    let save = move || {
        save.map(
            |href| view! { <LinkButton href size=ButtonSize::Small icon=IconName::Ticket>"Save my seat"</LinkButton> },
        )
    };
    let tag = match line.tag {
        AgendaTag::Skill { skill, side } => {
            let way = match side {
                Side::Learner => Way::Learn,
                Side::Teacher => Way::Teach,
            };
            view! { <Chip kind=way>{skill.name}</Chip> }.into_any()
        }
        AgendaTag::Session { skill, teaches, words, .. } => {
            let way = if teaches { Way::Teach } else { Way::Learn };
            let skill = skill.map(|skill| view! { <Chip kind=way>{skill.name}</Chip>" " });
            view! { {skill} {words} }.into_any()
        }
        AgendaTag::Program { kind } => view! { <Chip>{kind}</Chip> }.into_any(),
    };
    view! {
        <AgendaItem datetime=line.starts.iso time=line.time length=line.length title=line.title href=line.href action=save>
            {tag}
            " "
            {facts}
        </AgendaItem>
    }
}
