//! Empty, loading, error.

use leptos::prelude::*;

use super::super::{Button, EmptyState, ErrorCard, IconName, Skeleton};
use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn States() -> impl IntoView {
    let offer = || view! { <Button icon=IconName::Teach>"Offer to teach"</Button> };
    view! {
        <Guide id="states" title="Empty, loading, error" note="One sentence, one button, one example.">
            <Specimen name="EmptyState">
                <EmptyState title="No ring yet" action=offer example="For example: “Spreadsheet models, 3 × 45 min, at lunch”">
                    "Post one offer. Every night we look for rings of two, three and four."
                </EmptyState>
            </Specimen>
            <Specimen name="Skeleton, after 250 ms">
                <Skeleton face=true lines=2 />
            </Specimen>
            <Specimen name="ErrorCard">
                <ErrorCard
                    title="This list did not load"
                    text="The rest of the page works. We tried twice; try again in a minute."
                    reference="K7F2-91"
                />
            </Specimen>
        </Guide>
    }
}
