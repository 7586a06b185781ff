//! `/mentoring/{program}/requests/{learner}`

use super::api::mentor_request;
use super::fit::FitDetails;
use super::mentor_actions::MentorActions;
use crate::error::field_error;
use crate::pair_line::PairRow;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Chip, Field, IconName, LinkButton, Loaded, Note, PageHead, PersonLine, Section,
    Status, TextArea, Way,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::mentorings::AnswerPage as Page;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// A request to the reader, who mentors.
#[component]
pub fn MentorAnswerPage() -> impl IntoView {
    let params = use_params_map();
    let of = move |name: &str| params.read().get(name).unwrap_or_default();
    let actions = MentorActions::new();
    let live = use_live(Topic::Exchanges);
    let about = move || (of("program"), of("learner"));
    let page = load(
        move || (about(), live.get(), actions.versions()),
        |((program, learner), ..)| mentor_request(program, learner),
    );
    view! {
        <Title text="A request · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This request did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: MentorActions) -> impl IntoView {
    actions.write_for(&format!("{}/{}", page.program.id, page.learner.id));
    let failed = move || actions.refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let hub = || view! { <LinkButton href="/mentoring" icon=IconName::Back>"Mentoring"</LinkButton> };
    let lead = format!("In {}. {}", page.program.title, page.status);
    let pair = page.pair.clone().map(|line| {
        view! { <Section id="pair" title="Your pair"><ul class="rows rows-dated"><PairRow line /></ul></Section> }
    });
    let why = page.why.clone().map(|why| view! { <FitDetails why reader=Way::Teach /> });
    view! {
        <PageHead title=page.title.clone() lead=Signal::stored(lead) actions=hub />
        <div role="status">{failed}</div>
        {pair}
        <div class="split section">
            <div class="mentor-main">
                <Asked page=page.clone() />
                <Answers page=page.clone() actions />
            </div>
            <aside class="mentor-promise" aria-label="Why you two">{why}</aside>
        </div>
    }
}

/// Who asks, for what, in which words.
#[component]
fn Asked(page: Page) -> impl IntoView {
    let href = format!("/people/{}", page.learner.id);
    let words = (!page.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{page.words}</q> });
    let back = page.back.map(|skill| view! { " "<Chip kind=Way::Learn>{skill.name}</Chip> });
    view! {
        <div class="mentor-asked">
            <PersonLine name=page.learner.name.clone() seed=page.learner.id.to_string() sub=page.learner.work() href />
            <span class="chip-row">
                <Chip kind=Way::Teach>{page.skill.name}</Chip>
                {back}
            </span>
            {words}
        </div>
    }
}

/// Yes in one tap, no with a reason or without.
#[component]
fn Answers(page: Page, actions: MentorActions) -> impl IntoView {
    let barred = (!page.barred.is_empty()).then(|| {
        let words =
            format!("{} Say no, and the request goes on to {}’s next wish.", page.barred, page.learner.first_name);
        view! { <Note status=Status::Warning>{words}</Note> }
    });
    let full = (page.may_decline && !page.may_accept && barred.is_none()).then(|| {
        view! { <Note status=Status::Warning>"You have no free place now. "<a class="link" href="/mentoring">"See your places"</a></Note> }
    });
    let yes = page.may_accept.then(|| view! { <Yes page=page.clone() actions /> });
    let no = page.may_decline.then(|| view! { <No page=page.clone() actions /> });
    view! {
        {barred}
        {full}
        {yes}
        {no}
    }
}

#[component]
fn Yes(page: Page, actions: MentorActions) -> impl IntoView {
    let verb = format!("Be {}’s mentor", page.learner.first_name);
    view! {
        <ActionForm action=actions.accept attr:class="mentor-yes">
            <input type="hidden" name="program" value=page.program.id.to_string() />
            <input type="hidden" name="learner" value=page.learner.id.to_string() />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large icon=IconName::Check submit=true pending=actions.accept.pending()>
                {verb}
            </Button>
            <span class="quiet">{page.places}"."</span>
        </ActionForm>
    }
}

#[component]
fn No(page: Page, actions: MentorActions) -> impl IntoView {
    let audience = format!("Only {} reads this.", page.learner.first_name);
    let error = move || field_error(actions.decline.value().get(), "reason");
    view! {
        <details class="unfold" open=move || error().is_some()>
            <summary class="link">"I can’t"</summary>
            <ActionForm action=actions.decline attr:class="form">
                <input type="hidden" name="program" value=page.program.id.to_string() />
                <input type="hidden" name="learner" value=page.learner.id.to_string() />
                <Field id="reason" label="Why not?" hint="You owe nobody a reason; one sentence helps." audience optional=true error>
                    <TextArea name="reason" bind=actions.reason rows=2 />
                </Field>
                <Button kind=ButtonKind::Danger submit=true pending=actions.decline.pending()>"Say no"</Button>
            </ActionForm>
        </details>
    }
}
