//! Every address and the page that stands there.

use crate::lazy::{admin, door, frame, home, library, people, programs, sessions, skills, styleguide};
use crate::live::Live;
use crate::session::provide_visitor;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::any_nested_route::IntoAnyNestedRoute;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{Lazy, SsrMode, WildcardSegment, path};

/// The whole app. Pages are made whole on the server, so that each reads without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_visitor();
    Live::provide();
    view! {
        <Router>
            <Routes fallback=|| ()>
                <Route path=path!("/welcome") view={Lazy::<door::Welcome>::new()} ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view={Lazy::<door::SignIn>::new()} ssr=SsrMode::Async />
                <Route path=path!("/join/:token") view={Lazy::<door::Join>::new()} ssr=SsrMode::Async />
                <Route path=path!("/unsubscribe/:token") view={Lazy::<door::Unsubscribe>::new()} ssr=SsrMode::Async />
                <Route path=path!("/hours/proof") view={Lazy::<door::HoursProof>::new()} ssr=SsrMode::Async />
                <ParentRoute path=path!("") view={Lazy::<frame::Around>::new()} ssr=SsrMode::Async>
                    <Route path=path!("/") view={Lazy::<home::Home>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/audit") view={Lazy::<admin::Audit>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/evidence") view={Lazy::<admin::Evidence>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/hours") view={Lazy::<admin::Hours>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/import") view={Lazy::<admin::Import>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/import/:import") view={Lazy::<admin::ImportColumns>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/import/:import/check") view={Lazy::<admin::ImportCheck>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/import/:import/result") view={Lazy::<admin::ImportReport>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/mail") view={Lazy::<admin::Mail>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/members") view={Lazy::<admin::Members>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/clear") view={Lazy::<home::Clear>::new()} ssr=SsrMode::Async />
                    <RequestRoutes />
                    <ContinuityRoutes />
                    <Route path=path!("/me/skills") view={Lazy::<skills::Mine>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/new/area") view={Lazy::<skills::Area>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/new/confirmation") view={Lazy::<people::ConfirmAsk>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/new/skill") view={Lazy::<skills::Form>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/new/team") view={Lazy::<skills::TeamForm>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/notifications") view={Lazy::<home::Notifications>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/people") view={Lazy::<people::All>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/people/:id") view={Lazy::<people::One>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/people/:id/ask") view={Lazy::<people::Ask>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/people/:id/edit") view={Lazy::<people::Profile>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/people/:id/skills/:skill") view={Lazy::<people::Level>::new()} ssr=SsrMode::Async />
                    <ProgramRoutes />
                    <PairRoutes />
                    <LibraryRoutes />
                    <SwapRoutes />
                    <Route path=path!("/search") view={Lazy::<skills::Search>::new()} ssr=SsrMode::Async />
                    <SessionRoutes />
                    <DoorRoutes />
                    <Route path=path!("/settings") view={Lazy::<admin::Settings>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/skills") view={Lazy::<skills::Atlas>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/skills/:id") view={Lazy::<skills::One>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/skills/:id/edit") view={Lazy::<skills::Form>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/start/people") view={Lazy::<home::ThreePeople>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/start/:step") view={Lazy::<home::Question>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/styleguide") view={Lazy::<styleguide::All>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/teams") view={Lazy::<skills::Teams>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/teams/:id") view={Lazy::<skills::Team>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/teams/:id/edit") view={Lazy::<skills::TeamForm>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/thanks") view={Lazy::<home::Thanks>::new()} ssr=SsrMode::Async />
                    <Route path=WildcardSegment("else") view={Lazy::<frame::NothingHere>::new()} ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// The pages of what stands between people.
#[component(transparent)]
fn RequestRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/confirmations") view={Lazy::<people::Confirmations>::new()} ssr=SsrMode::Async />
        <Route path=path!("/confirmations/:id") view={Lazy::<people::Confirmation>::new()} ssr=SsrMode::Async />
        <Route path=path!("/drills") view={Lazy::<people::Drills>::new()} ssr=SsrMode::Async />
        <Route path=path!("/drills/new") view={Lazy::<people::NewDrill>::new()} ssr=SsrMode::Async />
        <Route path=path!("/drills/:id") view={Lazy::<people::Drill>::new()} ssr=SsrMode::Async />
        <Route path=path!("/exchanges") view={Lazy::<people::Exchanges>::new()} ssr=SsrMode::Async />
        <Route path=path!("/exchanges/:id") view={Lazy::<people::Exchange>::new()} ssr=SsrMode::Async />
        <Route path=path!("/hours") view={Lazy::<people::Hours>::new()} ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The pages of cover.
#[component(transparent)]
fn ContinuityRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/continuity") view={Lazy::<skills::Continuity>::new()} ssr=SsrMode::Async />
        <Route path=path!("/continuity/targets") view={Lazy::<skills::Targets>::new()} ssr=SsrMode::Async />
        <Route path=path!("/continuity/what-if") view={Lazy::<skills::WhatIf>::new()} ssr=SsrMode::Async />
        <Route path=path!("/continuity/plan") view={Lazy::<skills::CoverPlan>::new()} ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The pages of programs.
#[component(transparent)]
fn ProgramRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/admin/programs") view={Lazy::<admin::Programs>::new()} ssr=SsrMode::Async />
        <Route path=path!("/admin/programs/:id") view={Lazy::<admin::Program>::new()} ssr=SsrMode::Async />
        <Route path=path!("/admin/programs/:id/history") view={Lazy::<admin::ProgramHistory>::new()} ssr=SsrMode::Async />
        <Route path=path!("/admin/programs/:id/history/:n") view={Lazy::<admin::ProgramVersion>::new()} ssr=SsrMode::Async />
        <Route path=path!("/admin/programs/:id/match") view={Lazy::<admin::ProgramMatch>::new()} ssr=SsrMode::Async />
        <Route path=path!("/admin/programs/:id/people") view={Lazy::<admin::ProgramPeople>::new()} ssr=SsrMode::Async />
        <Route path=path!("/mentoring") view={Lazy::<programs::Mentoring>::new()} ssr=SsrMode::Async />
        <Route path=path!("/mentoring/:program/match") view={Lazy::<programs::Match>::new()} ssr=SsrMode::Async />
        <Route path=path!("/mentoring/:program/requests/:learner") view={Lazy::<programs::MentorRequest>::new()} ssr=SsrMode::Async />
        <Route path=path!("/new/program") view={Lazy::<admin::NewProgram>::new()} ssr=SsrMode::Async />
        <Route path=path!("/mentoring/:program/why") view={Lazy::<programs::Why>::new()} ssr=SsrMode::Async />
        <Route path=path!("/programs") view={Lazy::<programs::All>::new()} ssr=SsrMode::Async />
        <Route path=path!("/programs/:id") view={Lazy::<programs::One>::new()} ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The pages of pairs.
#[component(transparent)]
fn PairRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/admin/programs/:id/pairs") view={Lazy::<programs::PairHealth>::new()} ssr=SsrMode::Async />
        <Route path=path!("/pairs") view={Lazy::<programs::Pairs>::new()} ssr=SsrMode::Async />
        <Route path=path!("/pairs/:id") view={Lazy::<programs::Pair>::new()} ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The pages of swaps.
#[component(transparent)]
fn SwapRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/swaps") view={Lazy::<people::Swaps>::new()} ssr=SsrMode::Async />
        <Route path=path!("/swaps/:id") view={Lazy::<people::Swap>::new()} ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The pages of the library, and of what is said below things.
#[component(transparent)]
fn LibraryRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/admin/reports") view={Lazy::<admin::Reports>::new()} ssr=SsrMode::Async />
        <Route path=path!("/library") view={Lazy::<library::All>::new()} ssr=SsrMode::Async />
        <Route path=path!("/library/verify") view={Lazy::<library::Verify>::new()} ssr=SsrMode::Async />
        <Route path=path!("/library/:id") view={Lazy::<library::One>::new()} ssr=SsrMode::Async />
        <Route path=path!("/library/:id/edit") view={Lazy::<library::Form>::new()} ssr=SsrMode::Async />
        <Route path=path!("/library/:id/history") view={Lazy::<library::History>::new()} ssr=SsrMode::Async />
        <Route path=path!("/new/note") view={Lazy::<library::Form>::new()} ssr=SsrMode::Async />
        <Route path=path!("/new/question") view={Lazy::<library::Ask>::new()} ssr=SsrMode::Async />
        <Route path=path!("/questions") view={Lazy::<library::Questions>::new()} ssr=SsrMode::Async />
        <Route path=path!("/questions/:id") view={Lazy::<library::Question>::new()} ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The pages of sessions.
#[component(transparent)]
fn SessionRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/sessions") view={Lazy::<sessions::All>::new()} ssr=SsrMode::Async />
        <Route path=path!("/sessions/new") view={Lazy::<sessions::Form>::new()} ssr=SsrMode::Async />
        <Route path=path!("/sessions/:id") view={Lazy::<sessions::One>::new()} ssr=SsrMode::Async />
        <Route path=path!("/sessions/:id/edit") view={Lazy::<sessions::Form>::new()} ssr=SsrMode::Async />
        <Route path=path!("/sessions/:id/:day") view={Lazy::<sessions::One>::new()} ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The pages of a session’s door.
#[component(transparent)]
fn DoorRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/proposals/:skill") view={Lazy::<sessions::Proposal>::new()} ssr=SsrMode::Async />
        <Route path=path!("/sessions/:id/:day/door") view={Lazy::<sessions::Door>::new()} ssr=SsrMode::Async />
        <Route path=path!("/sessions/:id/:day/close") view={Lazy::<sessions::Close>::new()} ssr=SsrMode::Async />
        <Route path=path!("/sessions/:id/:day/sheet") view={Lazy::<sessions::Sheet>::new()} ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}
