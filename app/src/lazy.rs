//! Which pages' code comes together. Each group is a module of its own, fetched when the first of its pages is shown;
//! what several groups share is shared between them, and what all need is in the module that every page loads. Few
//! groups, since each set of groups that shares something makes one more file.
//!
//! On the server a page is simply there, and its HTML names the modules that it needs, so that the browser fetches
//! them together with the first one.

use crate::admin::{ImportCheckPage, ImportColumnsPage, ImportPage, ImportReportPage};
use crate::confirmations::{ConfirmAskPage, ConfirmationPage, ConfirmationsPage};
use crate::continuity::{ContinuityPage, TargetsPage, WhatIfPage};
use crate::cover_plan::CoverPlanPage;
use crate::drills::{DrillPage, DrillsPage, NewDrillPage};
use crate::evidence::{EvidencePage, LevelPage};
use crate::exchanges::{AskPage, ExchangePage, ExchangesPage};
use crate::frame::{Frame, NothingHere};
use crate::home::HomePage;
use crate::hours::{HoursBookPage, HoursPage, HoursProofPage};
use crate::library::{
    AskQuestionPage, LibraryPage, NoteFormPage, NoteHistoryPage, NotePage, QuestionPage, QuestionsPage, VerifyPage,
};
use crate::mail::MailPage;
use crate::match_console::{MatchConsolePage, WhyMatchPage};
use crate::members::MembersPage;
use crate::mentoring::{MatchPage, MentorAnswerPage, MentoringPage};
use crate::notifications::NotificationsPage;
use crate::onboarding::{StartPage, ThreePeoplePage};
use crate::pairs::{PairHealthPage, PairRoomPage, PairsPage};
use crate::people::{PeoplePage, PersonPage, ProfilePage};
use crate::program_editor::{
    AdminProgramsPage, AuditPage, NewProgramPage, ProgramEditorPage, ProgramHistoryPage, ProgramPeoplePage,
    ProgramVersionPage,
};
use crate::programs::{ProgramPage, ProgramsPage};
use crate::proposals::ProposalPage;
use crate::search::SearchPage;
use crate::session::{ClearPage, JoinPage, SignInPage, WelcomePage};
use crate::sessions::{ClosePage, DoorPage, SessionFormPage, SessionPage, SessionsPage, SheetPage};
use crate::settings::{SettingsPage, UnsubscribePage};
use crate::skills::{AreaFormPage, AtlasPage, MySkillsPage, SkillFormPage, SkillPage};
use crate::swaps::{SwapRingPage, SwapsPage};
use crate::talk::ReportsPage;
use crate::teams::{TeamFormPage, TeamPage, TeamsPage};
use crate::thanks::ThanksPage;
use crate::ui::styleguide::StyleguidePage;

/// A group: the lazy function behind it, the function with which it is fetched ahead (`#[lazy]` writes that one), and
/// for each page the route's name and its component.
macro_rules! group {
    ($group:ident, $preload:ident { $($page:ident => $component:path),* $(,)? }) => {
        pub(crate) mod $group {
            use leptos::prelude::{AnyView, IntoAny};
            use leptos_router::LazyRoute;

            #[derive(Clone, Copy)]
            enum Page { $($page),* }

            #[leptos::lazy]
            fn $group(page: Page) -> AnyView {
                match page { $(Page::$page => $component().into_any()),* }
            }

            $(
                pub(crate) struct $page;

                impl LazyRoute for $page {
                    fn data() -> Self {
                        Self
                    }

                    async fn view(_page: Self) -> AnyView {
                        $group(Page::$page).await
                    }

                    async fn preload() {
                        #[cfg(target_family = "wasm")]
                        $preload().await;
                    }
                }
            )*
        }
    };
}

group!(door, __preload_door {
    Welcome => super::WelcomePage,
    SignIn => super::SignInPage,
    Join => super::JoinPage,
    Unsubscribe => super::UnsubscribePage,
    HoursProof => super::HoursProofPage,
});

group!(frame, __preload_frame {
    Around => super::Frame,
    NothingHere => super::NothingHere,
});

group!(home, __preload_home {
    Home => super::HomePage,
    Notifications => super::NotificationsPage,
    Thanks => super::ThanksPage,
    Question => super::StartPage,
    ThreePeople => super::ThreePeoplePage,
    Clear => super::ClearPage,
});

group!(people, __preload_people {
    All => super::PeoplePage,
    One => super::PersonPage,
    Level => super::LevelPage,
    Profile => super::ProfilePage,
    Exchanges => super::ExchangesPage,
    Exchange => super::ExchangePage,
    Ask => super::AskPage,
    Confirmations => super::ConfirmationsPage,
    Confirmation => super::ConfirmationPage,
    ConfirmAsk => super::ConfirmAskPage,
    Hours => super::HoursPage,
    Drills => super::DrillsPage,
    NewDrill => super::NewDrillPage,
    Drill => super::DrillPage,
    Swaps => super::SwapsPage,
    Swap => super::SwapRingPage,
});

group!(programs, __preload_programs {
    All => super::ProgramsPage,
    One => super::ProgramPage,
    Why => super::WhyMatchPage,
    Pairs => super::PairsPage,
    Pair => super::PairRoomPage,
    PairHealth => super::PairHealthPage,
    Mentoring => super::MentoringPage,
    Match => super::MatchPage,
    MentorRequest => super::MentorAnswerPage,
});

group!(library, __preload_library {
    All => super::LibraryPage,
    Verify => super::VerifyPage,
    One => super::NotePage,
    Form => super::NoteFormPage,
    History => super::NoteHistoryPage,
    Questions => super::QuestionsPage,
    Question => super::QuestionPage,
    Ask => super::AskQuestionPage,
});

group!(sessions, __preload_sessions {
    All => super::SessionsPage,
    One => super::SessionPage,
    Form => super::SessionFormPage,
    Door => super::DoorPage,
    Close => super::ClosePage,
    Sheet => super::SheetPage,
    Proposal => super::ProposalPage,
});

group!(skills, __preload_skills {
    Atlas => super::AtlasPage,
    One => super::SkillPage,
    Mine => super::MySkillsPage,
    Form => super::SkillFormPage,
    Area => super::AreaFormPage,
    Teams => super::TeamsPage,
    Team => super::TeamPage,
    TeamForm => super::TeamFormPage,
    Continuity => super::ContinuityPage,
    WhatIf => super::WhatIfPage,
    Targets => super::TargetsPage,
    CoverPlan => super::CoverPlanPage,
    Search => super::SearchPage,
});

group!(admin, __preload_admin {
    Evidence => super::EvidencePage,
    Hours => super::HoursBookPage,
    Import => super::ImportPage,
    ImportColumns => super::ImportColumnsPage,
    ImportCheck => super::ImportCheckPage,
    ImportReport => super::ImportReportPage,
    Mail => super::MailPage,
    Members => super::MembersPage,
    Audit => super::AuditPage,
    Programs => super::AdminProgramsPage,
    NewProgram => super::NewProgramPage,
    Program => super::ProgramEditorPage,
    ProgramPeople => super::ProgramPeoplePage,
    ProgramHistory => super::ProgramHistoryPage,
    ProgramVersion => super::ProgramVersionPage,
    ProgramMatch => super::MatchConsolePage,
    Reports => super::ReportsPage,
    Settings => super::SettingsPage,
});

group!(styleguide, __preload_styleguide {
    All => super::StyleguidePage,
});
