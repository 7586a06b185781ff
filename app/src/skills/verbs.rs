//! What the reader can do about a skill: offer it, want it, and for admins change it.

pub(super) use super::wishes::Wishes;
use crate::ui::{Button, ButtonKind, IconName, LinkButton};
use domain::skills::Mine;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Offer or withdraw, want or drop; for admins, change it.
#[component]
pub(super) fn Verbs(mine: Mine, id: String, may_edit: bool, wishes: Wishes) -> impl IntoView {
    let edit = may_edit.then(|| {
        let href = format!("/skills/{id}/edit");
        view! { <LinkButton kind=ButtonKind::Quiet icon=IconName::Edit href>"Edit"</LinkButton> }
    });
    let offer = mine.may_change.then(|| view! { <OfferVerb mine id=id.clone() wishes /> });
    let want = mine.may_change.then(|| view! { <WantVerb mine id=id.clone() wishes /> });
    view! {
        <div class="action-bar">
            {offer}
            {want}
        </div>
        {edit}
    }
}

#[component]
fn OfferVerb(mine: Mine, id: String, wishes: Wishes) -> impl IntoView {
    if mine.offers {
        return view! {
            <ActionForm action=wishes.withdraw>
                <input type="hidden" name="skill" value=id />
                <Button submit=true pending=wishes.withdraw.pending()>
                    "Stop offering"
                </Button>
            </ActionForm>
        }
        .into_any();
    }
    view! {
        <ActionForm action=wishes.offer>
            <input type="hidden" name="form[skill]" value=id />
            <input type="hidden" name="form[minutes]" value="45" />
            <input type="hidden" name="form[note]" value="" />
            <Button kind=ButtonKind::Primary icon=IconName::Teach submit=true pending=wishes.offer.pending()>
                "Offer to teach this"
            </Button>
        </ActionForm>
    }
    .into_any()
}

#[component]
fn WantVerb(mine: Mine, id: String, wishes: Wishes) -> impl IntoView {
    if mine.want.is_some() {
        return view! {
            <ActionForm action=wishes.drop>
                <input type="hidden" name="skill" value=id />
                <Button submit=true pending=wishes.drop.pending()>
                    "Stop wanting it"
                </Button>
            </ActionForm>
        }
        .into_any();
    }
    let next = mine.level.map_or(0, |level| level.number()) + 1;
    if next > 4 {
        return ().into_any();
    }
    view! {
        <ActionForm action=wishes.want>
            <input type="hidden" name="form[skill]" value=id />
            <input type="hidden" name="form[target]" value=next.max(3).to_string() />
            <input type="hidden" name="form[priority]" value="Soon" />
            <Button icon=IconName::Receive submit=true pending=wishes.want.pending()>
                "I want to learn this"
            </Button>
        </ActionForm>
    }
    .into_any()
}
