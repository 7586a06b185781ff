//! How one sees where one is.

use leptos::prelude::*;

use super::super::{Breadcrumbs, Crumb, Pagination, Section, Tab, Tabs};
use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn Places() -> impl IntoView {
    view! {
        <Guide
            id="places"
            title="Places"
            note="Five places, in one order, on every width. The current one is tinted and says so."
        >
            <Specimen name="Tabs">
                <Tabs
                    label="Example tabs"
                    tabs=vec![
                        Tab::new("Settings", "#places", true),
                        Tab::new("People", "#places", false).with_count(49),
                        Tab::new("Activity", "#places", false),
                    ]
                />
            </Specimen>
            <Specimen name="Breadcrumbs">
                <Breadcrumbs crumbs=vec![Crumb::to("People", "#places"), Crumb::here("Amara Okafor")] />
            </Specimen>
            <Specimen name="Section">
                <Section id="guide-section" title="Who covers it" note="Learning does not count as cover." aside=AllLink>
                    <p>"Rosalind and Amara."</p>
                </Section>
            </Specimen>
            <Specimen name="Pagination" wide=true>
                <Pagination
                    summary="1–8 of 11, without the 2 people who are away until Monday"
                    next=Some("#places".to_owned())
                />
            </Specimen>
        </Guide>
    }
}

#[component]
fn AllLink() -> impl IntoView {
    view! {
        <a class="link" href="#places">
            "All"
        </a>
    }
}
