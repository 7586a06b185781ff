//! After the first meeting: does it fit? One answer each, and nobody sees the other’s.

use super::room_actions::RoomActions;
use crate::ui::{Audience, Button, ButtonKind, Choice, RadioGroup, RadioLook, Section};
use domain::id::PairId;
use domain::pair::Fits;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The two answers and the button.
#[component]
pub(super) fn FitForm(pair: PairId, others: String, actions: RoomActions) -> impl IntoView {
    let choices = Fits::ALL.map(|fits| Choice::new(fits.slug(), fits.title())).to_vec();
    let note = format!("You have met {others} once. If either of you would rather not, both are matched anew.");
    view! {
        <Section id="fit" title="Does it fit?" note>
            <ActionForm action=actions.fit attr:class="form">
                <input type="hidden" name="pair" value=pair.to_string() />
                <Audience text="Only you see your answer: the other does not, and whoever looks after the program does not either." />
                <RadioGroup
                    name="says"
                    legend="Your answer"
                    legend_hidden=true
                    choices=Signal::stored(choices)
                    look=RadioLook::Lines
                    bind=actions.says
                />
                <Button kind=ButtonKind::Primary submit=true pending=actions.fit.pending()>"Send my answer"</Button>
            </ActionForm>
        </Section>
    }
}
