//! Every address and the page that stands there.

use crate::admin::{ImportCheckPage, ImportColumnsPage, ImportPage, ImportReportPage};
use crate::continuity::ContinuityPage;
use crate::exchanges::{AskPage, ExchangePage, ExchangesPage};
use crate::frame::{Frame, NothingHere};
use crate::home::HomePage;
use crate::live::Live;
use crate::members::MembersPage;
use crate::notifications::NotificationsPage;
use crate::onboarding::{StartPage, ThreePeoplePage};
use crate::people::{PeoplePage, PersonPage, ProfilePage};
use crate::search::SearchPage;
use crate::session::{ClearPage, JoinPage, SignInPage, WelcomePage, provide_visitor};
use crate::settings::SettingsPage;
use crate::skills::{AreaFormPage, AtlasPage, MySkillsPage, SkillFormPage, SkillPage};
use crate::teams::{TeamFormPage, TeamPage, TeamsPage};
use crate::thanks::ThanksPage;
use crate::ui::styleguide::StyleguidePage;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

/// The whole app. Pages are made whole on the server, so that each reads without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_visitor();
    Live::provide();
    view! {
        <Router>
            <Routes fallback=NothingHere>
                <Route path=path!("/welcome") view=WelcomePage ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=path!("/join/:token") view=JoinPage ssr=SsrMode::Async />
                <ParentRoute path=path!("") view=Frame ssr=SsrMode::Async>
                    <Route path=path!("/") view=HomePage ssr=SsrMode::Async />
                    <Route path=path!("/admin/import") view=ImportPage ssr=SsrMode::Async />
                    <Route path=path!("/admin/import/:import") view=ImportColumnsPage ssr=SsrMode::Async />
                    <Route path=path!("/admin/import/:import/check") view=ImportCheckPage ssr=SsrMode::Async />
                    <Route path=path!("/admin/import/:import/result") view=ImportReportPage ssr=SsrMode::Async />
                    <Route path=path!("/admin/members") view=MembersPage ssr=SsrMode::Async />
                    <Route path=path!("/clear") view=ClearPage ssr=SsrMode::Async />
                    <Route path=path!("/continuity") view=ContinuityPage ssr=SsrMode::Async />
                    <Route path=path!("/exchanges") view=ExchangesPage ssr=SsrMode::Async />
                    <Route path=path!("/exchanges/:id") view=ExchangePage ssr=SsrMode::Async />
                    <Route path=path!("/me/skills") view=MySkillsPage ssr=SsrMode::Async />
                    <Route path=path!("/new/area") view=AreaFormPage ssr=SsrMode::Async />
                    <Route path=path!("/new/skill") view=SkillFormPage ssr=SsrMode::Async />
                    <Route path=path!("/new/team") view=TeamFormPage ssr=SsrMode::Async />
                    <Route path=path!("/notifications") view=NotificationsPage ssr=SsrMode::Async />
                    <Route path=path!("/people") view=PeoplePage ssr=SsrMode::Async />
                    <Route path=path!("/people/:id") view=PersonPage ssr=SsrMode::Async />
                    <Route path=path!("/people/:id/ask") view=AskPage ssr=SsrMode::Async />
                    <Route path=path!("/people/:id/edit") view=ProfilePage ssr=SsrMode::Async />
                    <Route path=path!("/search") view=SearchPage ssr=SsrMode::Async />
                    <Route path=path!("/settings") view=SettingsPage ssr=SsrMode::Async />
                    <Route path=path!("/skills") view=AtlasPage ssr=SsrMode::Async />
                    <Route path=path!("/skills/:id") view=SkillPage ssr=SsrMode::Async />
                    <Route path=path!("/skills/:id/edit") view=SkillFormPage ssr=SsrMode::Async />
                    <Route path=path!("/start/people") view=ThreePeoplePage ssr=SsrMode::Async />
                    <Route path=path!("/start/:step") view=StartPage ssr=SsrMode::Async />
                    <Route path=path!("/styleguide") view=StyleguidePage ssr=SsrMode::Async />
                    <Route path=path!("/teams") view=TeamsPage ssr=SsrMode::Async />
                    <Route path=path!("/teams/:id") view=TeamPage ssr=SsrMode::Async />
                    <Route path=path!("/teams/:id/edit") view=TeamFormPage ssr=SsrMode::Async />
                    <Route path=path!("/thanks") view=ThanksPage ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}
