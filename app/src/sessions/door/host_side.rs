//! The door as hosts see it: the code, who is here, whoever came without a word.

use super::code_card::CodeCard;
use super::door_actions::DoorActions;
use super::roster_list::RosterList;
use super::walk_up_form::WalkUpForm;
use crate::ui::{LinkButton, Section};
use domain::attendance::{Heading, HostDoor};
use leptos::prelude::*;

/// All that a host needs at the door.
#[component]
pub(super) fn HostSide(head: Heading, host: HostDoor, actions: DoorActions) -> impl IntoView {
    let (sheet, close) = (head.sheet(), head.close());
    let code = host.code.map(|code| view! { <CodeCard code door=head.door() /> });
    let (lines, is_open, count) = (host.lines, host.is_list_open, host.count);
    let walk_up = is_open.then(|| view! { <WalkUpForm head=head.clone() others=host.others actions /> });
    view! {
        {code}
        <div class="split section">
            <div>
                <Section id="list" title="Who is here">
                    <p class="door-count" role="status">{count}</p>
                    <RosterList head=head.clone() lines is_open actions />
                </Section>
            </div>
            <aside aria-label="At the door">
                {walk_up}
                <Section id="after" title="Before and after">
                    <div class="door-links">
                        <LinkButton href=sheet>"List on paper"</LinkButton>
                        <LinkButton href=close>"Close it"</LinkButton>
                    </div>
                </Section>
            </aside>
        </div>
    }
}
