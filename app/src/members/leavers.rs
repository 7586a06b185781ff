//! Whose last day has passed and who can still sign in: a line each, with the way to end it.

use super::api::EndMembership;
use crate::ui::{Button, ButtonKind, ButtonSize, Note, PersonLine, Section, Status};
use domain::members::MemberRow;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Nothing while nobody's last day has passed.
#[component]
pub(super) fn Leavers(members: Vec<MemberRow>, end: ServerAction<EndMembership>) -> impl IntoView {
    let refused = move || {
        let error = end.value().get()?.err()?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    let over: Vec<MemberRow> = members.into_iter().filter(|member| member.is_over).collect();
    (!over.is_empty()).then(|| {
        let rows = over.into_iter().map(|member| view! { <Row member end /> }).collect_view();
        view! {
            <Section id="leavers" title="Their last day has passed" note="They can still sign in until you end their membership.">
                <div role="status">{refused}</div>
                <ul class="rows">{rows}</ul>
            </Section>
        }
    })
}

#[component]
fn Row(member: MemberRow, end: ServerAction<EndMembership>) -> impl IntoView {
    let (href, sub) = (format!("/people/{}", member.id), format!("Last day: {}", member.last_day));
    let (name, seed) = (member.name.clone(), member.id.to_string());
    view! {
        <li>
            <PersonLine name=name.clone() seed=seed.clone() sub href />
            <ActionForm action=end>
                <input type="hidden" name="person" value=seed />
                <Button kind=ButtonKind::Danger size=ButtonSize::Small submit=true>
                    "End membership"
                    <span class="visually-hidden">" of "{name}</span>
                </Button>
            </ActionForm>
        </li>
    }
}
