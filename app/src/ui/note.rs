//! A fact one has to know before acting, said once, where it matters.

use leptos::prelude::*;

use super::{Icon, IconName};

/// What a note or chip reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Good to know.
    Info,
    /// Done, valid, kept.
    Success,
    /// Needs attention soon.
    Warning,
    /// Wrong, or lost.
    Danger,
}

impl Status {
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    pub(super) const fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Success => IconName::Check,
            Self::Warning => IconName::Clock,
            Self::Danger => IconName::Alert,
        }
    }
}

/// A note inside a page. Without a status it is quiet, for "Only the two of you read these notes."
#[component]
pub fn Note(
    /// What it reports.
    #[prop(optional_no_strip, into)]
    status: Option<Status>,
    /// In place of the status's own icon.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// One or two sentences.
    children: Children,
) -> impl IntoView {
    let icon = icon.unwrap_or_else(|| status.map_or(IconName::Info, Status::icon));
    view! {
        <div class="note" data-kind=status.map(Status::slug)>
            <Icon name=icon />
            <div class="note-text">
                <p>{children()}</p>
            </div>
        </div>
    }
}
