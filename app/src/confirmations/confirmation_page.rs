//! `/confirmations/{id}`: one screen for either of the two.

use super::answer_form::AnswerForm;
use super::api::confirmation;
use super::confirm_actions::ConfirmActions;
use crate::ui::{Button, ButtonKind, Chip, Loaded, Note, PageHead, PersonLine, Section, Status, When};
use crate::use_live;
use crate::wire::load;
use domain::confirmation::{ConfirmationPage as Page, Side};
use domain::event::Topic;
use domain::exchanges::Tone;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// What was claimed, what was done, and the answer.
#[component]
pub fn ConfirmationPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let actions = ConfirmActions::new();
    let live = use_live(Topic::Exchanges);
    let page = load(move || (id(), live.get(), actions.versions()), |(id, ..)| confirmation(id));
    view! {
        <Title text="Confirm · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This request did not load" let:page>
                <Content page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, actions: ConfirmActions) -> impl IntoView {
    let failed = move || actions.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    actions.write_for(&page.id);
    let (id, may_withdraw) = (page.id.to_string(), page.may_withdraw);
    let answer = page.counts_as.map(|as_whom| view! { <AnswerForm page=page.clone() as_whom actions /> });
    let withdraw = may_withdraw.then(|| {
        view! {
            <ActionForm action=actions.withdraw>
                <input type="hidden" name="confirmation" value=id />
                <Button kind=ButtonKind::Quiet submit=true pending=actions.withdraw.pending()>"Take the request back"</Button>
            </ActionForm>
        }
    });
    view! {
        <PageHead title=page.title.clone() />
        <div role="status">{failed}</div>
        <div class="split">
            <div class="confirm">
                <Standing page=page.clone() />
                {answer}
                {withdraw}
                <Afterwards page=page.clone() />
            </div>
            <aside aria-label="Who is in it"><Other page /></aside>
        </div>
    }
}

/// Where it stands, what was claimed, and the words of both.
#[component]
fn Standing(page: Page) -> impl IntoView {
    let (claims, says) = match page.side {
        Side::Asker => ("You claim".to_owned(), "You wrote:".to_owned()),
        Side::Colleague => {
            let name = &page.other.first_name;
            (format!("{name} claims"), format!("{name} writes:"))
        }
    };
    let claimed = page.levels.get(usize::from(page.level.number())).cloned().unwrap_or_default();
    let answered = match page.side {
        Side::Asker => format!("{} wrote:", page.other.first_name),
        Side::Colleague => "You wrote:".to_owned(),
    };
    let answer = (!page.answer.is_empty()).then(|| {
        view! { <p>{answered}<q class="quoted" dir="auto">{page.answer}</q></p> }
    });
    let (skill, href) = (page.skill.name, format!("/skills/{}", page.skill.id));
    view! {
        <section class="stage" aria-labelledby="standing">
            <p class="chip-row">
                <Chip kind=page.status.tone>{page.status.label}</Chip>
                " "
                <Chip href=href>{skill}</Chip>
                " "
                <span class="quiet">"asked "<When datetime=page.asked.iso text=page.asked.text /></span>
            </p>
            <h2 class="stage-standing" id="standing">{page.status.text}</h2>
            <p>{claims}" "<strong>{format!("“{}”", page.level.title())}</strong>": "{claimed}</p>
            <p>{says}<q class="quoted" dir="auto">{page.words}</q></p>
            {answer}
        </section>
    }
}

/// Where to go once it is over.
#[component]
fn Afterwards(page: Page) -> impl IntoView {
    match (page.status.tone, page.side) {
        (Tone::Done, Side::Colleague) => {
            let (href, name) = (format!("/people/{}", page.other.id), page.other.first_name);
            view! { <p><a class="link" href=href>{format!("See it on {name}’s page, where you can take it back")}</a></p> }
                .into_any()
        }
        (Tone::Over, Side::Asker) => {
            let href = format!("/new/confirmation?skill={}", page.skill.id);
            view! { <p><a class="link" href=href>"Ask somebody else"</a></p> }.into_any()
        }
        (Tone::Done, Side::Asker) | (Tone::Over, Side::Colleague) | (Tone::Yours | Tone::Theirs | Tone::Agreed, _) => {
            ().into_any()
        }
    }
}

#[component]
fn Other(page: Page) -> impl IntoView {
    let href = format!("/people/{}", page.other.id);
    let title = format!("About {}", page.other.first_name);
    let sub = page.other.work();
    view! {
        <Section id="other" title>
            <PersonLine name=page.other.name seed=page.other.id.to_string() sub href />
            <p class="quiet">"Only the two of you see this request."</p>
        </Section>
    }
}
