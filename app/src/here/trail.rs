//! The way to a page, read off its address. Every step but the last leads to a page.

use crate::frame::api::Step;
use domain::actor::{Actor, Role};
use domain::clocks::Day;
use domain::id::{NoteId, PersonId, ProgramId, SessionId, SkillId, TeamId, ThreadId};
use domain::org::Org;
use domain::session::Session;

/// What stands for a thing that is not there.
const NOTHING: &str = "Nothing here";

/// The steps to `path` for `actor`, the last of which is the page; none for Home.
pub fn trail(org: &Org, actor: &Actor, path: &str) -> Vec<Step> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let me = || to("Me", actor.person().map_or_else(|| "/".to_owned(), |me| format!("/people/{me}")));
    match *parts.as_slice() {
        [] => Vec::new(),
        ["people"] => vec![here("People")],
        ["people", id] => vec![to("People", "/people"), here_at(person(org, id))],
        ["people", id, "ask"] => vec![to("People", "/people"), person(org, id), here("Ask")],
        ["people", id, "edit"] => vec![to("People", "/people"), person(org, id), here("Edit")],
        ["people", id, "skills", in_skill] => {
            vec![to("People", "/people"), person(org, id), here_at(skill(org, in_skill))]
        }
        ["skills"] => vec![here("Skills atlas")],
        ["skills", id] => vec![to("Skills atlas", "/skills"), here_at(skill(org, id))],
        ["skills", id, "edit"] => vec![to("Skills atlas", "/skills"), skill(org, id), here("Edit")],
        ["teams"] => vec![here("Teams")],
        ["teams", id] => vec![to("Teams", "/teams"), here_at(team(org, id))],
        ["teams", id, "edit"] => vec![to("Teams", "/teams"), team(org, id), here("Edit")],
        ["new", "skill"] => vec![to("Skills atlas", "/skills"), here("New skill")],
        ["new", "area"] => vec![to("Skills atlas", "/skills"), here("New area")],
        ["new", "team"] => vec![to("Teams", "/teams"), here("New team")],
        ["confirmations"] => vec![me(), here("Confirmations")],
        ["confirmations", _] => vec![to("Confirmations", "/confirmations"), here("Request")],
        ["new", "confirmation"] => vec![to("Confirmations", "/confirmations"), here("Ask")],
        ["continuity"] => vec![here("Continuity")],
        ["continuity", "what-if"] => vec![to("Continuity", "/continuity"), here("What if")],
        ["continuity", "targets"] => vec![to("Continuity", "/continuity"), here("Targets")],
        ["continuity", "plan"] => vec![to("Continuity", "/continuity"), here("Cover plan")],
        ["drills"] => vec![here("Drills")],
        ["drills", "new"] => vec![to("Drills", "/drills"), here("Plan a drill")],
        ["drills", _] => vec![to("Drills", "/drills"), here("Drill")],
        ["programs"] => vec![here("Programs")],
        ["programs", id] => vec![to("Programs", "/programs"), here_at(program(org, actor, id))],
        ["pairs"] => vec![here("My pairs")],
        ["pairs", _] => vec![to("My pairs", "/pairs"), here("Pair")],
        ["swaps"] => vec![here("Skill swaps")],
        ["swaps", _] => vec![to("Skill swaps", "/swaps"), here("Swap")],
        ["sessions"] => vec![here("Sessions")],
        ["sessions", "new"] => vec![to("Sessions", "/sessions"), here("Plan a session")],
        ["sessions", id] => vec![to("Sessions", "/sessions"), here_at(session(org, actor, id))],
        ["sessions", id, "edit"] => vec![to("Sessions", "/sessions"), session(org, actor, id), here("Change")],
        ["sessions", id, day] => vec![to("Sessions", "/sessions"), session(org, actor, id), here(&date(day))],
        ["library"] => vec![here("Library")],
        ["library", "verify"] => vec![to("Library", "/library"), here("To verify")],
        ["library", id] => vec![to("Library", "/library"), here_at(note(org, id))],
        ["library", id, "edit"] => vec![to("Library", "/library"), note(org, id), here("Change")],
        ["library", id, "history"] => vec![to("Library", "/library"), note(org, id), here("Earlier texts")],
        ["new", "note"] => vec![to("Library", "/library"), here("New note")],
        ["questions"] => vec![here("Questions")],
        ["questions", id] => vec![to("Questions", "/questions"), here_at(question(org, id))],
        ["new", "question"] => vec![to("Questions", "/questions"), here("Ask")],
        ["admin", "reports"] => vec![here("Reports")],
        ["sessions", id, day, part] => {
            let name = match part {
                "door" => "Check-in",
                "close" => "Close it",
                "sheet" => "List on paper",
                _ => NOTHING,
            };
            let of = to(&date(day), format!("/sessions/{id}/{day}"));
            vec![to("Sessions", "/sessions"), session(org, actor, id), of, here(name)]
        }
        ["proposals", _] => vec![to("Sessions", "/sessions"), here("Hold a session")],
        ["exchanges"] => vec![here("My requests")],
        ["exchanges", _] => vec![to("My requests", "/exchanges"), here("Request")],
        ["start", "people"] => vec![to("My requests", "/exchanges"), here("Who can teach me")],
        ["start", _] => vec![here("Start")],
        ["hours"] => vec![here("Hours")],
        ["thanks"] => vec![here("Celebrate")],
        ["me", "skills"] => vec![me(), here("My skills")],
        ["notifications"] => vec![me(), here("Notifications")],
        ["settings"] => vec![me(), here("Settings")],
        ["new", "program"] => vec![to("Programs", "/admin/programs"), here("New program")],
        ["admin", "audit"] => vec![here("Audit")],
        ["admin", "programs"] => vec![here("Programs")],
        ["admin", "programs", id] => vec![to("Programs", "/admin/programs"), here_at(edited(org, actor, id))],
        ["admin", "programs", id, "people"] => {
            vec![to("Programs", "/admin/programs"), edited(org, actor, id), here("People")]
        }
        ["admin", "programs", id, "match"] => {
            vec![to("Programs", "/admin/programs"), edited(org, actor, id), here("Matching")]
        }
        ["mentoring"] => vec![here("Mentoring")],
        ["mentoring", id, "match"] => {
            vec![to("Mentoring", "/mentoring"), program(org, actor, id), here("Find a mentor")]
        }
        ["mentoring", id, "requests", _] => {
            vec![to("Mentoring", "/mentoring"), program(org, actor, id), here("Request")]
        }
        ["mentoring", id, "why"] => vec![to("Mentoring", "/mentoring"), program(org, actor, id), here("Why")],
        ["admin", "programs", id, "pairs"] => {
            vec![to("Programs", "/admin/programs"), edited(org, actor, id), here("Pairs")]
        }
        ["admin", "programs", id, "history"] => {
            vec![to("Programs", "/admin/programs"), edited(org, actor, id), here("History")]
        }
        ["admin", "programs", id, "history", n] => {
            let history = to("History", format!("/admin/programs/{id}/history"));
            vec![to("Programs", "/admin/programs"), edited(org, actor, id), history, here(&format!("Version {n}"))]
        }
        ["admin", "evidence"] => vec![here("Evidence")],
        ["admin", "hours"] => vec![here("Hours of everybody")],
        ["admin", "mail"] => vec![here("Mail")],
        ["admin", "members"] => vec![here("Members")],
        ["admin", "import"] => vec![here("Import")],
        ["admin", "import", _] => vec![to("Import", "/admin/import"), here("Columns")],
        ["admin", "import", _, "check"] => vec![to("Import", "/admin/import"), here("Check")],
        ["admin", "import", _, "result"] => vec![to("Import", "/admin/import"), here("Result")],
        ["search"] => vec![here("Search")],
        ["clear"] => vec![here("Start your own")],
        ["styleguide"] => vec![here("Style guide")],
        _ => vec![here(NOTHING)],
    }
}

/// A page on the way.
fn to(label: &str, href: impl Into<String>) -> Step {
    Step { label: label.to_owned(), href: Some(href.into()) }
}

/// The page itself.
fn here(label: &str) -> Step {
    Step { label: label.to_owned(), href: None }
}

/// A page on the way, as the page itself.
fn here_at(step: Step) -> Step {
    Step { href: None, ..step }
}

fn person(org: &Org, id: &str) -> Step {
    let found = PersonId::parse(id).ok().and_then(|id| org.person(&id));
    found.map_or_else(|| here(NOTHING), |person| to(person.name.as_str(), format!("/people/{}", person.id)))
}

fn note(org: &Org, id: &str) -> Step {
    let found = NoteId::parse(id).ok().and_then(|id| org.note(&id));
    found.map_or_else(|| here(NOTHING), |note| to(note.title.as_str(), note.href()))
}

fn question(org: &Org, id: &str) -> Step {
    let found = ThreadId::parse(id).ok().and_then(|id| org.thread(&id));
    found.map_or_else(|| here(NOTHING), |thread| to(thread.title.as_str(), thread.href()))
}

fn skill(org: &Org, id: &str) -> Step {
    let found = SkillId::parse(id).ok().and_then(|id| org.skill(&id));
    found.map_or_else(|| here(NOTHING), |skill| to(skill.name.as_str(), format!("/skills/{}", skill.id)))
}

/// A draft has no name for those who do not see it.
/// A program's editor.
fn edited(org: &Org, actor: &Actor, id: &str) -> Step {
    let program = program(org, actor, id);
    Step { href: program.href.map(|href| format!("/admin{href}")), ..program }
}

fn program(org: &Org, actor: &Actor, id: &str) -> Step {
    let found = ProgramId::parse(id).ok().and_then(|id| org.program(&id));
    let found = found.filter(|program| program.phase.is_public() || actor.at_least(Role::ProgramAdmin).is_ok());
    found.map_or_else(|| here(NOTHING), |program| to(program.title(), format!("/programs/{}", program.id)))
}

/// A session has no name for those whom it does not concern.
fn session(org: &Org, actor: &Actor, id: &str) -> Step {
    let found = SessionId::parse(id).ok().and_then(|id| org.session(&id));
    let may_see = |session: &&Session| {
        actor.person().is_some_and(|me| session.is_open_to(me)) || actor.at_least(Role::ProgramAdmin).is_ok()
    };
    let found = found.filter(may_see);
    found.map_or_else(|| here(NOTHING), |session| to(session.title.as_str(), format!("/sessions/{}", session.id)))
}

/// "18 Nov" of a date in an address.
fn date(day: &str) -> String {
    Day::parse("on", day).map_or_else(|_| NOTHING.to_owned(), Day::short)
}

fn team(org: &Org, id: &str) -> Step {
    let found = TeamId::parse(id).ok().and_then(|id| org.team(&id));
    found.map_or_else(|| here(NOTHING), |team| to(team.name.as_str(), format!("/teams/{}", team.id)))
}
