//! How one offers to teach a skill.

use super::my_skills_page::OwnActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, Icon, IconName, InputKind, TextInput, Way};
use domain::skills::OwnSkill;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// A chip that opens a small form.
#[component]
pub(super) fn OwnOffer(own: OwnSkill, actions: OwnActions) -> impl IntoView {
    let id = own.skill.id.to_string();
    let words = match &own.offer {
        Some(how) => format!("You offer it: {how}"),
        None => "Offer to teach it".to_owned(),
    };
    let kind = own.offer.is_some().then_some(Way::Teach.slug());
    let (minutes, note) = own.offer.as_deref().map_or_else(|| ("45".to_owned(), String::new()), fields);
    let withdraw = own.offer.is_some().then(|| view! { <Withdraw id=id.clone() actions /> });
    view! {
        <details class="wish">
            <summary class="chip" data-kind=kind>
                <Icon name=IconName::Teach />
                {words}
            </summary>
            <ActionForm action=actions.wishes.offer attr:class="wish-form">
                <input type="hidden" name="form[skill]" value=id.clone() />
                <Field id=format!("minutes-{id}") label="Minutes">
                    <TextInput name="form[minutes]" kind=InputKind::Number value=minutes attr:min="10" attr:max="480" required=true />
                </Field>
                <Field id=format!("how-{id}") label="Where or how?" optional=true>
                    <TextInput name="form[note]" value=note placeholder="at the ward or by video" />
                </Field>
                <Button size=ButtonSize::Small submit=true pending=actions.wishes.offer.pending()>
                    "Save"
                </Button>
            </ActionForm>
            {withdraw}
        </details>
    }
}

/// "45 min, at the ward" as its two fields.
pub(super) fn fields(how: &str) -> (String, String) {
    let (minutes, rest) = how.split_once(" min").unwrap_or((how, ""));
    (minutes.to_owned(), rest.strip_prefix(", ").unwrap_or(rest).to_owned())
}

#[component]
fn Withdraw(id: String, actions: OwnActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.wishes.withdraw>
            <input type="hidden" name="skill" value=id />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=actions.wishes.withdraw.pending()>
                "No longer offer it"
            </Button>
        </ActionForm>
    }
}

#[cfg(test)]
mod tests {
    use super::fields;

    #[test]
    fn the_words_of_an_offer_are_its_two_fields() {
        let both = |minutes: &str, note: &str| (minutes.to_owned(), note.to_owned());
        assert_eq!(fields("45 min, at the ward, or by video"), both("45", "at the ward, or by video"));
        assert_eq!(fields("60 min"), both("60", ""));
    }
}
