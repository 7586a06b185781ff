//! `/api/{function}`: every server function, called by a stranger and as each role. Each is a public address, whatever
//! page it was written for; a new one fails here until its row says who may call it.

use crate::support::{Browser, demo, spawn_app_with};
use domain::actor::Role;
use server::security::READS;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A call that takes nothing from others, and what it answers to a stranger, a member, a manager, a program admin and
/// an organisation admin.
struct Row {
    function: &'static str,
    fields: &'static str,
    answers: [u16; 5],
    /// True when it changes nothing, so that it is measured apart from changes.
    is_read: bool,
}

impl Row {
    const fn reads(self) -> Self {
        Self { is_read: true, ..self }
    }
}

/// Strangers may call it too: what stands before the door.
const fn open(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [answer; 5], is_read: false }
}

const fn members(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [401, answer, answer, answer, answer], is_read: false }
}

const fn managers(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [401, 403, answer, answer, answer], is_read: false }
}

const fn keepers(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [401, 403, 403, answer, answer], is_read: false }
}

const fn admins(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [401, 403, 403, 403, answer], is_read: false }
}

/// Asks somebody whom nobody knows.
const ASK: &str = "form[teacher]=nobody&form[skill]=none&form[message]=Hello&form[slot]=&form[own]=";

/// Asks the same to confirm something.
const CONFIRM: &str = "form[colleague]=nobody&form[skill]=none&form[level]=3&form[words]=Hello";

/// A profile of the same.
const PROFILE: &str =
    "person=nobody&form[name]=Nobody&form[zone]=UTC&form[availability]=whenever&form[hours]=2&form[learning]=6";
/// A drill of what nobody knows.
const DRILL: &str = "form[skill]=none&form[holder]=nobody&form[backup]=no-one&form[task]=It&form[notes]=There\
    &form[on]=2026-11-26&form[minutes]=60";
/// A skill that is to take the place of one that is not there.
const SKILL: &str =
    "form[id]=none&form[name]=None&form[area]=care&form[criticality]=normal&form[people]=2&form[level]=4";

const ROWS: &[Row] = &[
    // What stands before the door.
    open("chosen_theme", "", 200).reads(),
    open("current_visitor", "", 200).reads(),
    open("front_door", "", 200).reads(),
    open("invited", "token=none", 404).reads(),
    open("join", "token=none&password=three+words+long", 404),
    open("refused_upload", "", 200).reads(),
    open("set_theme", "theme=", 200),
    open("sign_in", "email=nobody&password=nothing", 422),
    open("sign_in_as", "handle=nobody", 404),
    open("sign_out", "", 200),
    // What everybody may look at.
    members("continuity", "query=", 200).reads(),
    members("jump", "text=sql", 200).reads(),
    members("level_explained", "person=amara-okafor&skill=wound-care", 200).reads(),
    members("people", "query=", 200).reads(),
    members("person", "id=amara-okafor", 200).reads(),
    members("skill", "id=sql-for-reports", 200).reads(),
    members("skills", "query=", 200).reads(),
    members("team", "id=care-east", 200).reads(),
    members("teams", "", 200).reads(),
    members("thanks", "", 200).reads(),
    members("thanks_choices", "", 200).reads(),
    members("trail", "path=/people", 200).reads(),
    // One's own.
    members("accept_drill", "drill=none&on=2026-11-26", 404),
    members("accept_exchange", "exchange=none&starts_at=0", 404),
    members("accept_next_step", "exchange=none&starts_at=0", 404),
    members("answer_learn", "skills[0]=none", 404),
    members("answer_question", "subject=nobody&skill=none&level=2", 404),
    members("answer_teach", "skills[0]=none", 404),
    members("answer_when", "availability=whenever&zone=Nowhere%2FElse", 422),
    members("ask", "teacher=nobody", 404).reads(),
    members("ask_colleague", ASK, 404),
    members("ask_confirmation", CONFIRM, 404),
    members("ask_me_again", "subject=nobody&skill=none", 404),
    members("asked_questions", "", 200).reads(),
    members("confirm_choices", "", 200).reads(),
    members("confirm_exchange", "exchange=none&outcome=met", 404),
    members("confirmation", "confirmation=none", 404).reads(),
    members("confirmations", "", 200).reads(),
    members("decline_exchange", "exchange=none&reason=Too+much", 404),
    members("decline_to_say", "subject=nobody&skill=none&reason=Never", 404),
    members("decline_word", "confirmation=none&reason=Never", 404),
    members("decline_drill", "drill=none&reason=Too+much", 404),
    members("drill", "drill=none", 404).reads(),
    members("drills", "", 200).reads(),
    members("drop_view", "view=none", 404),
    members("drop_want", "skill=none", 200),
    members("exchange", "exchange=none", 404).reads(),
    members("exchanges", "", 200).reads(),
    members("give_thanks", "form[to]=nobody&form[to_text]=&form[skill]=none&form[skill_text]=&form[words]=Thanks", 404),
    members("give_word", "confirmation=none&level=2", 404),
    members("home", "", 200).reads(),
    members("make_offer", "form[skill]=none&form[minutes]=30", 422),
    members("mark_notifications_read", "until=0", 200),
    members("my_skills", "", 200).reads(),
    members("new_drill", "query=", 200).reads(),
    members("notifications", "", 200).reads(),
    members("propose_drill", DRILL, 404),
    members("propose_drill_day", "drill=none&on=2026-11-26", 404),
    members("propose_time", "exchange=none&own=2026-11-20T12:30", 404),
    members("report_drill", "drill=none&verdict=alone", 404),
    members("save_view", "view=none&name=Mine&query=", 404),
    members("send_first_message", ASK, 404),
    members("set_level", "person=nobody&skill=none&level=2", 422),
    members("set_own_level", "skill=none&level=2", 422),
    members("set_want", "form[skill]=none&form[target]=2&form[priority]=soon", 422),
    members("sign_out_everywhere", "", 200),
    members("skip_question", "subject=nobody&skill=none", 404),
    members("snooze_next_step", "step=answer:none&pause=day", 200),
    members("start", "step=1", 200).reads(),
    members("stop_questions", "", 200),
    members("take_back_answer", "subject=nobody&skill=none", 404),
    members("take_back_level", "person=nobody&skill=none&at=0", 404),
    members("three_people", "", 200).reads(),
    members("unread_notifications", "", 200).reads(),
    members("wake_next_steps", "", 200),
    members("want_questions", "wanted=true", 200),
    members("withdraw_confirmation", "confirmation=none", 404),
    members("withdraw_drill", "drill=none", 404),
    members("watch_skill", "skill=none&choice=tell", 404),
    members("what_if", "query=", 200).reads(),
    members("withdraw_exchange", "exchange=none", 404),
    members("withdraw_offer", "skill=none", 200),
    // Other people's, for admins.
    admins("add_away", "person=nobody&from=2026-12-07&until=2026-12-11", 404),
    admins("edit_profile", PROFILE, 404),
    admins("place_in_team", "person=nobody&team=", 404),
    admins("remove_away", "person=nobody&from=2026-12-07&until=2026-12-11", 404),
    admins("set_last_day", "person=nobody&last_day=2026-12-18", 404),
    admins("profile", "id=amara-okafor", 200).reads(),
    // The cover plan.
    managers("cover_plan", "form[skills]=critical&form[area]=", 200).reads(),
    keepers("choose_step", "plan=none&form[step]=a:b:c&form[verdict]=keep", 404),
    keepers("draw_plan", "form[skills]=none", 422),
    keepers("plan_progress", "", 200).reads(),
    keepers("redraw_plan", "plan=none", 404),
    keepers("start_steps", "plan=none&steps[]=a:b:c", 404),
    keepers("stop_drawing", "", 200),
    // The catalogue.
    keepers("catalogue_form", "id=", 200).reads(),
    keepers("evidence_rules", "query=", 200).reads(),
    keepers("save_area", "name=Care", 422),
    keepers("save_skill", SKILL, 404),
    keepers("set_evidence_rules", "query=weight-own%3Dmuch%26half-life-own%3D180", 422),
    keepers("work_out_leniency", "", 200),
    keepers("change_targets", "query=skill%3Dwound-care&changes=1&falls=0", 422),
    keepers("targets", "query=", 200).reads(),
    keepers("undo_targets", "at=0", 409),
    // The organisation's.
    admins("continue_import", "import=none", 404),
    admins("discard_import", "import=none", 404),
    admins("drafted_files", "import=none", 404).reads(),
    admins("dry_run", "import=none", 404).reads(),
    admins("earlier_imports", "", 200).reads(),
    admins("edit_import", "import=none&edits[0][kind]=people", 404),
    admins("import_result", "import=none&watch=false", 404).reads(),
    admins("end_membership", "person=nobody", 404),
    admins("invite_member", "name=Theo&email=theo%40fernhill.example&role=member", 200),
    admins("members", "", 200).reads(),
    admins("reset_member", "person=nobody", 404),
    admins("save_team", "form[id]=none&form[name]=None", 404),
    admins("set_member_role", "person=nobody&role=member", 404),
    admins("start_import", "import=none", 404),
    admins("start_own", "organisation=Own&name=Sol&email=sol%40own.example&password=short", 422),
    admins("team_form", "id=", 200).reads(),
    admins("undo_import", "import=none", 404),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_server_function_asks_who_is_calling() {
    for (called, role) in CALLERS {
        demo().invite(called, role).await;
    }
    let mut wrong = Vec::new();
    for row in ROWS {
        for (who, expected) in everybody().await.into_iter().zip(row.answers) {
            let answer = who.1.call(row.function, row.fields).await;
            if answer.status.as_u16() != expected {
                wrong
                    .push(format!("{} as {}: {}, not {expected}: {}", row.function, who.0, answer.status, answer.text));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Nobody else signs in as one of them: some functions end all sessions of whoever calls.
const CALLERS: [(&str, Role); 4] =
    [("Ida", Role::Member), ("Mona", Role::Manager), ("Inga", Role::ProgramAdmin), ("Orla", Role::OrgAdmin)];

/// In sessions of their own, since some functions end them.
async fn everybody() -> [(&'static str, Browser); 5] {
    let kith = demo();
    [
        ("a stranger", kith.stranger()),
        ("a member", kith.signed_in("ida").await),
        ("a manager", kith.signed_in("mona").await),
        ("a program admin", kith.signed_in("inga").await),
        ("an organisation admin", kith.signed_in("orla").await),
    ]
}

#[test]
fn every_server_function_has_a_row() {
    let mut written = BTreeSet::new();
    endpoints(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"), &mut written);
    let rows: BTreeSet<String> = ROWS.iter().map(|row| row.function.to_owned()).collect();
    assert!(written.len() > 20, "the server functions were not found");
    assert_eq!(written.difference(&rows).collect::<Vec<_>>(), Vec::<&String>::new(), "functions without a row");
    assert_eq!(rows.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "rows without a function");
}

#[test]
fn every_function_is_measured_as_a_question_or_as_a_change() {
    let rows: Vec<&str> = ROWS.iter().filter(|row| row.is_read).map(|row| row.function).collect();
    for row in &rows {
        assert_eq!(
            READS.iter().filter(|read| *read == row).count(),
            1,
            "{row} changes nothing, but counts as a change"
        );
    }
    for read in READS {
        assert!(rows.contains(read), "{read} counts as a question, but its row does not say so");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_not_counted_as_changes() {
    let kith = spawn_app_with(|config| config.writes_per_minute = 1).await;
    let amara = kith.signed_in("amara").await;
    let statuses = async |row: &Row| amara.call(row.function, row.fields).await.status.as_u16();
    assert_eq!(amara.call("set_theme", "theme=dark").await.status, 200);
    assert_eq!(amara.call("set_theme", "theme=dark").await.status, 429);
    for row in ROWS.iter().filter(|row| row.is_read) {
        assert_ne!(statuses(row).await, 429, "{}", row.function);
    }
}

fn endpoints(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            endpoints(&path, found);
        } else if path.to_str().unwrap().ends_with("api.rs") {
            let text = fs::read_to_string(&path).unwrap();
            let named = text.split("#[server(endpoint = \"").skip(1).filter_map(|rest| rest.split('"').next());
            found.extend(named.map(str::to_owned));
        }
    }
}
