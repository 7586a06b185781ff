//! `/admin/reports`: comments that somebody reported, for program admins.

use super::api::{JudgeComment, reports};
use super::comment::Words;
use crate::ui::{
    Button, ButtonKind, EmptyState, LinkButton, Loaded, Note, PageHead, PersonLine, Status, When, toast_when_done,
};
use crate::use_live;
use crate::wire::load;
use domain::comment::{ReportLine, ReportsPage as Page};
use domain::event::Topic;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

/// The words, who thinks what of them, and the two ways on.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let (live, judge) = (use_live(Topic::Talk), ServerAction::<JudgeComment>::new());
    toast_when_done(judge, "Done.");
    let page = load(move || (live.get(), judge.version().get()), |_| reports());
    view! {
        <Title text="Reports · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The reports did not load" let:page>
                <Content page judge />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, judge: ServerAction<JudgeComment>) -> impl IntoView {
    let refused = move || judge.value().get().and_then(Result::err).map(|error| error.to_string());
    let refused = move || refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let inside = if page.lines.is_empty() {
        let home = || view! { <LinkButton href="/">"Home"</LinkButton> };
        view! {
            <EmptyState title="Nothing was reported" action=home>
                "When somebody reports a comment, it waits here until a program admin has looked at it."
            </EmptyState>
        }
        .into_any()
    } else {
        let lines = page.lines.into_iter().map(|line| view! { <Reported line judge /> }).collect_view();
        view! { <ul class="reports">{lines}</ul> }.into_any()
    };
    view! {
        <PageHead title="Reports" lead=Signal::stored(page.lead) />
        <div role="status">{refused}</div>
        {inside}
    }
}

#[component]
fn Reported(line: ReportLine, judge: ServerAction<JudgeComment>) -> impl IntoView {
    let comment = line.comment;
    let below = match line.href {
        Some(href) => view! { <a class="link" href=href>{line.subject}</a> }.into_any(),
        None => "something that is between few".into_any(),
    };
    let reason = |(by, why, at): (domain::tag::PersonTag, String, domain::time::Face)| {
        view! {
            <li><bdi>{by.name}</bdi>", "<When datetime=at.iso text=at.text />": "<q dir="auto">{why}</q></li>
        }
    };
    let reasons = line.reports.into_iter().map(reason).collect_view();
    let id = comment.id.to_string();
    view! {
        <li>
            <PersonLine
                name=comment.by.name
                seed=comment.by.id.to_string()
                href=format!("/people/{}", comment.by.id)
                sub=comment.at.text
            />
            <p class="section-note">"On "{below}</p>
            <Words pieces=comment.pieces />
            <ul class="report-reasons">{reasons}</ul>
            <div class="buttons">
                <Judge id=id.clone() judgement="keep" judge>"Let it stand"</Judge>
                <Judge id judgement="remove" kind=ButtonKind::Danger judge>"Remove it"</Judge>
            </div>
        </li>
    }
}

#[component]
fn Judge(
    id: String,
    judgement: &'static str,
    #[prop(optional)] kind: ButtonKind,
    judge: ServerAction<JudgeComment>,
    children: Children,
) -> impl IntoView {
    view! {
        <ActionForm action=judge>
            <input type="hidden" name="comment" value=id />
            <input type="hidden" name="judgement" value=judgement />
            <Button kind submit=true pending=judge.pending()>{children()}</Button>
        </ActionForm>
    }
}
