//! Banners and notes.

use leptos::prelude::*;

use super::super::{Banner, BannerKind, Chip, ChipKind, IconName, Note, OfflineChip, Status};
use super::specimen::{Guide, Row, Specimen};

#[component]
pub(super) fn Messages() -> impl IntoView {
    view! {
        <Guide id="messages" title="Banner and note" note="Said once, where it matters.">
            <Specimen name="Banner" wide=true>
                <Banner label="About this demo" link="Clear and start mine" href="#messages">
                    "Demo data – resets at 03:00 UTC"
                </Banner>
                <Banner label="Connection" kind=BannerKind::Offline link="See them" href="#messages">
                    "Offline. 2 things wait: “Thanks to Amara”, your seat for 12:30."
                </Banner>
                <Banner label="Notice" kind=BannerKind::Warning>
                    "Maintenance tonight from 22:00 to 22:15."
                </Banner>
            </Specimen>
            <Specimen name="OfflineChip, StaleChip">
                <Row>
                    <OfflineChip waiting=2 href="#messages" />
                    <Chip kind=ChipKind::Plain icon=IconName::Clock>"as of 09:41"</Chip>
                </Row>
            </Specimen>
            <Notes />
        </Guide>
    }
}

#[component]
fn Notes() -> impl IntoView {
    view! {
        <Specimen name="Note">
            <Note icon=IconName::Lock>"Only the two of you read these notes."</Note>
            <Note status=Status::Info>
                "Google Calendar looks every 8 to 24 hours, so we also send an invitation."
            </Note>
            <Note status=Status::Warning>"The ring lapses on Friday at 18:00."</Note>
        </Specimen>
        <Specimen name="Note, good and bad">
            <Note status=Status::Danger>"The file has a column without a name. Name it, or leave it out."</Note>
            <Note status=Status::Success>"The drill was passed from the notes alone."</Note>
        </Specimen>
    }
}
