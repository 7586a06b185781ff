//! Which pages there are, and who may see them: a row for each.

/// A page, how its heading begins, and what it answers to a member, a manager, a program admin and an organisation admin.
/// Strangers are led to the door from all of them.
pub struct Row {
    pub route: &'static str,
    pub path: &'static str,
    pub heading: &'static str,
    pub answers: [u16; 4],
}

const fn page(route: &'static str, path: &'static str, heading: &'static str) -> Row {
    Row { route, path, heading, answers: [200; 4] }
}

const fn of_managers(route: &'static str, path: &'static str, heading: &'static str) -> Row {
    Row { route, path, heading, answers: [403, 200, 200, 200] }
}

const fn of_keepers(route: &'static str, path: &'static str, heading: &'static str) -> Row {
    Row { route, path, heading, answers: [403, 403, 200, 200] }
}

const fn of_admins(route: &'static str, path: &'static str, heading: &'static str) -> Row {
    Row { route, path, heading, answers: [403, 403, 403, 200] }
}

pub const ROWS: &[Row] = &[
    page("/", "/", "Good morning, "),
    page("/clear", "/clear", "Clear the demo and start yours"),
    page("/confirmations", "/confirmations", "Confirmations"),
    page("/continuity", "/continuity", "Continuity"),
    page("/drills", "/drills", "Drills"),
    page("/drills/new", "/drills/new?skill=infusion-pumps", "Plan a drill of Infusion pumps"),
    page("/continuity/what-if", "/continuity/what-if", ""),
    page("/exchanges", "/exchanges", "Teach and learn"),
    page("/hours", "/hours", "Hours"),
    page("/me/skills", "/me/skills", "My skills"),
    page("/new/confirmation", "/new/confirmation", "Ask somebody to confirm a skill"),
    page("/library", "/library", "Library"),
    page("/library/verify", "/library/verify", "To verify"),
    page("/library/:id", "/library/clear-an-alarm", "Clear a pump alarm"),
    page("/library/:id/edit", "/library/clear-an-alarm/edit", "Change the note"),
    page("/library/:id/history", "/library/restore-the-copy/history?n=2", "Earlier texts of"),
    page("/new/note", "/new/note?skill=wound-care", "Write a 3-minute note"),
    page("/new/question", "/new/question?skill=wound-care", "Ask a question"),
    page("/questions", "/questions?show=solved", "Questions"),
    page("/questions/:id", "/questions/beep-in-room-4", "Why does the pump"),
    page("/mentoring", "/mentoring", "Mentoring"),
    page("/notifications", "/notifications", "Notifications"),
    page("/pairs", "/pairs", "My pairs"),
    page("/people", "/people", "People"),
    page("/people/:id", "/people/amara-okafor", "Amara Okafor"),
    page("/people/:id/ask", "/people/amara-okafor/ask", "Ask Amara to teach you"),
    page("/people/:id/skills/:skill", "/people/amara-okafor/skills/wound-care", "How this level comes about"),
    page("/programs", "/programs", "Programs"),
    page("/programs/:id", "/programs/pairs-for-care", "Pairs for Care"),
    page("/search", "/search?q=Okafro", "Search"),
    page("/sessions", "/sessions", "Sessions"),
    page("/sessions/new", "/sessions/new?skill=wound-care", "Plan a session"),
    page("/sessions/:id", "/sessions/allergens-in-plain-words", "Allergens in plain words"),
    page("/sessions/:id/:day", "/sessions/cold-chain-on-four-wheels", "Cold chain on four wheels"),
    page("/settings", "/settings", "Settings"),
    page("/swaps", "/swaps", "Skill swaps"),
    // Jonas is in it; Priya, a manager, is not.
    Row {
        route: "/swaps/:id",
        path: "/swaps/handover-for-sheets",
        heading: "One yes to go",
        answers: [200, 404, 200, 200],
    },
    page("/skills", "/skills", "Skills"),
    page("/skills/:id", "/skills/sql-for-reports", "SQL for reports"),
    page("/start/:step", "/start/1", "Three questions, then three people"),
    page("/start/people", "/start/people", "This is what you said"),
    page("/styleguide", "/styleguide", "Style guide"),
    page("/teams", "/teams", "Teams"),
    page("/teams/:id", "/teams/care-east", "Care East"),
    page("/thanks", "/thanks", "Thank-yous"),
    of_managers("/continuity/plan", "/continuity/plan", "Cover plan"),
    of_keepers("/sessions/:id/edit", "/sessions/allergens-in-plain-words/edit", "Change: Allergens in plain words"),
    of_keepers("/admin/evidence", "/admin/evidence", "Evidence"),
    of_keepers("/admin/audit", "/admin/audit", ""),
    of_keepers("/admin/programs", "/admin/programs", "Programs"),
    of_keepers("/admin/reports", "/admin/reports", "Reports"),
    of_keepers("/admin/programs/:id", "/admin/programs/pairs-for-care", "Pairs for Care"),
    // Priya, a manager, is among its organisers.
    of_managers("/admin/programs/:id/history", "/admin/programs/pairs-for-care/history", ""),
    of_managers("/admin/programs/:id/history/:n", "/admin/programs/pairs-for-care/history/1", ""),
    of_managers("/admin/programs/:id/match", "/admin/programs/pairs-for-care/match", ""),
    of_managers("/admin/programs/:id/pairs", "/admin/programs/pairs-for-care/pairs", "Pairs for Care"),
    of_managers("/admin/programs/:id/people", "/admin/programs/pairs-for-care/people", ""),
    of_keepers("/new/program", "/new/program", ""),
    of_keepers("/continuity/targets", "/continuity/targets", "Targets"),
    of_keepers("/new/area", "/new/area", "New area"),
    of_keepers("/new/skill", "/new/skill", "New skill"),
    of_keepers("/skills/:id/edit", "/skills/sql-for-reports/edit", "Edit SQL for reports"),
    of_admins("/admin/hours", "/admin/hours?person=amara-okafor", "Hours of everybody"),
    of_admins("/admin/import", "/admin/import", "Import"),
    of_admins("/admin/mail", "/admin/mail", "Mail"),
    of_admins("/admin/members", "/admin/members", "Members"),
    of_admins("/new/team", "/new/team", "New team"),
    of_admins("/people/:id/edit", "/people/amara-okafor/edit", "Amara Okafor"),
    of_admins("/teams/:id/edit", "/teams/care-east/edit", "Edit Care East"),
];

/// Addresses of pages at which no such thing stands.
pub const MISSING: &[&str] = &[
    "/confirmations/No+slug",
    "/confirmations/none",
    "/drills/No+slug",
    "/drills/new?skill=none",
    "/drills/none",
    "/exchanges/No+slug",
    "/exchanges/none",
    "/admin/programs/none/pairs",
    "/library/none",
    "/pairs/No+slug",
    "/pairs/none",
    "/no/such/page",
    "/mentoring/none/match",
    "/mentoring/pairs-for-care/requests/nobody",
    "/people/No+slug",
    "/people/amara-okafor/no/such/page",
    "/people/amara-okafor/skills/none",
    "/people/nobody",
    "/people/nobody/ask",
    "/people/nobody/skills/wound-care",
    "/programs/No+slug",
    "/programs/none",
    "/sessions/No+slug",
    "/sessions/allergens-in-plain-words/2020-01-01",
    "/sessions/allergens-in-plain-words/tomorrow",
    "/sessions/none",
    "/sessions/none/edit",
    "/proposals/none",
    "/sessions/none/2026-11-18/close",
    "/sessions/none/2026-11-18/door",
    "/sessions/none/2026-11-18/sheet",
    "/sessions/none/today/door",
    "/questions/none",
    "/skills/No+slug",
    "/skills/none",
    "/start/4",
    "/swaps/No+slug",
    "/swaps/none",
    "/start/first",
    "/teams/No+slug",
    "/teams/none",
];

/// Pages that strangers see too, what they answer, and what stands on them.
pub const OPEN: [(&str, &str, u16, &str); 5] = [
    ("/welcome", "/welcome", 200, "Colleagues teach each other what they know."),
    ("/sign-in", "/sign-in", 200, "Sign in"),
    ("/hours/proof", "/hours/proof", 200, "All balances together are 0 minutes."),
    ("/join/:token", "/join/none", 404, "This link does not work"),
    ("/unsubscribe/:token", "/unsubscribe/none", 404, "This link does not work"),
];

/// Pages of things that only their own tests make.
pub const ELSEWHERE: [(&str, &str); 14] = [
    ("/confirmations/:id", "confirmations.rs"),
    ("/drills/:id", "drills.rs"),
    ("/exchanges/:id", "exchanges.rs"),
    ("/mentoring/:program/why", "matching.rs"),
    ("/pairs/:id", "pairs.rs"),
    ("/mentoring/:program/match", "mentoring.rs"),
    ("/mentoring/:program/requests/:learner", "mentoring.rs"),
    ("/proposals/:skill", "session_door.rs"),
    ("/sessions/:id/:day/close", "session_door.rs"),
    ("/sessions/:id/:day/door", "session_door.rs"),
    ("/sessions/:id/:day/sheet", "session_door.rs"),
    ("/admin/import/:import", "the journey of an import"),
    ("/admin/import/:import/check", "the journey of an import"),
    ("/admin/import/:import/result", "the journey of an import"),
];
