//! Questions before it starts: ask one, would like one answered too, reply.

use super::session_actions::SessionActions;
use crate::error::field_error;
use crate::ui::{
    Avatar, AvatarSize, Button, ButtonKind, ButtonSize, Checkbox, Field, Icon, IconName, OneOfMany, Section, Seen,
    TextArea, When,
};
use domain::sessions::{QuestionLine, SessionPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What a form needs to say which date it is about.
#[derive(Clone)]
struct OfDate {
    session: String,
    on: String,
}

/// The questions, the most wanted first, and the box in which one asks.
#[component]
pub(super) fn Questions(page: SessionPage, actions: SessionActions, seen: Seen) -> impl IntoView {
    if page.poll.is_some() {
        return None;
    }
    let date = OfDate { session: page.id.to_string(), on: page.on.clone() };
    let may_ask = page.moves.ask;
    let is_none = page.questions.is_empty();
    if is_none && !may_ask {
        return None;
    }
    let lines = page.questions.into_iter().map(|line| {
        view! { <Line line date=date.clone() may_ask actions seen /> }
    });
    let list = (!is_none).then(|| view! { <ol class="asked-list">{lines.collect_view()}</ol> });
    let none = is_none
        .then(|| view! { <p class="quiet">"Ask the first question. It helps to know what people come with."</p> });
    let asking = may_ask.then(|| view! { <AskForm date=date.clone() actions /> });
    Some(view! {
        <Section id="asks" title="Questions before we start" note=page.asked>
            {list}
            {none}
            {asking}
        </Section>
    })
}

#[component]
fn Line(line: QuestionLine, date: OfDate, may_ask: bool, actions: SessionActions, seen: Seen) -> impl IntoView {
    let name = format!("{}/{}/question/{}", date.session, date.on, line.number);
    let mark = seen.mark(name, format!("{}{:?}", line.votes, line.reply));
    let who = line.by.clone().map_or_else(
        || view! { <span>"without a name"</span> }.into_any(),
        |tag| {
            view! { <Avatar name=tag.name.clone() seed=tag.id.to_string() size=AvatarSize::Small /><bdi>{tag.name}</bdi> }
                .into_any()
        },
    );
    let reply = line.reply.clone().map(|(by, text)| {
        view! { <p class="asked-answer" dir="auto"><b>{by.first_name().to_owned()}": "</b>{text}</p> }
    });
    let replying = line.may_reply.then(|| {
        let has_reply = line.reply.is_some();
        view! { <ReplyForm date=date.clone() number=line.number has_reply actions /> }
    });
    view! {
        <li class="asked" data-changed=mark>
            <Vote line=line.clone() date may_ask actions />
            <div>
                <p class="asked-text" dir="auto">{line.text}</p>
                <p class="asked-meta">{who}<When datetime=line.at.iso text=line.at.text /></p>
                {reply}
                {replying}
            </div>
        </li>
    }
}

/// "I’d like this answered too", or how many would.
#[component]
fn Vote(line: QuestionLine, date: OfDate, may_ask: bool, actions: SessionActions) -> impl IntoView {
    let people = if line.votes == 1 { "1 person".to_owned() } else { format!("{} people", line.votes) };
    if line.is_own || !may_ask {
        return view! {
            <p class="asked-count">
                <Icon name=IconName::Upvote />
                {line.votes}
                <span class="visually-hidden">{format!(" would like this answered: {people}")}</span>
            </p>
        }
        .into_any();
    }
    let label = format!("I’d like this answered too, {people}");
    let pressed = if line.is_mine { "true" } else { "false" };
    view! {
        <ActionForm action=actions.vote_question>
            <input type="hidden" name="session" value=date.session />
            <input type="hidden" name="on" value=date.on />
            <input type="hidden" name="number" value=line.number.to_string() />
            <button class="asked-vote" type="submit" aria-pressed=pressed aria-label=label>
                <Icon name=IconName::Upvote />
                {line.votes}
            </button>
        </ActionForm>
    }
    .into_any()
}

#[component]
fn ReplyForm(date: OfDate, number: u32, has_reply: bool, actions: SessionActions) -> impl IntoView {
    let summary = if has_reply { "Reply anew" } else { "Reply" };
    let id = format!("reply-{number}");
    view! {
        <OneOfMany field="number" value=number.to_string()>
            <details class="unfold">
                <summary class="link">{summary}</summary>
                <ActionForm action=actions.host.reply attr:class="form">
                    <input type="hidden" name="session" value=date.session />
                    <input type="hidden" name="on" value=date.on />
                    <input type="hidden" name="number" value=number.to_string() />
                    <Field id label="Your reply" audience="Everybody who can see this session reads it.">
                        <TextArea name="text" rows=2 required=true />
                    </Field>
                    <Button size=ButtonSize::Small submit=true pending=actions.host.reply.pending()>"Reply"</Button>
                </ActionForm>
            </details>
        </OneOfMany>
    }
}

#[component]
fn AskForm(date: OfDate, actions: SessionActions) -> impl IntoView {
    let error = Signal::derive(move || field_error(actions.ask.value().get(), "text"));
    view! {
        <ActionForm action=actions.ask attr:class="ask-box">
            <input type="hidden" name="session" value=date.session />
            <input type="hidden" name="on" value=date.on />
            <OneOfMany field="number" value="">
                <Field
                    id="ask"
                    label="Your question"
                    audience="Everybody who can see this session reads it, with your name unless you leave it out."
                    error
                >
                    <TextArea name="text" bind=actions.question rows=2 />
                </Field>
            </OneOfMany>
            <div class="give-foot">
                <Checkbox name="is_unnamed">"Ask without my name"</Checkbox>
                <Button kind=ButtonKind::Plain submit=true pending=actions.ask.pending()>"Ask"</Button>
            </div>
        </ActionForm>
    }
}
