//! Who may call what: a row for each server function.

/// A call that takes nothing from others, and what it answers to a stranger, a member, a manager, a program admin and
/// an organisation admin.
pub struct Row {
    pub function: &'static str,
    pub fields: &'static str,
    pub answers: [u16; 5],
    /// True when it changes nothing, so that it is measured apart from changes.
    pub is_read: bool,
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

pub const ROWS: &[Row] = &[
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
    members("program", "program=pairs-for-care", 200).reads(),
    members("programs", "query=kind%3Dmentorship", 200).reads(),
    members("level_explained", "person=amara-okafor&skill=wound-care", 200).reads(),
    members("people", "query=", 200).reads(),
    members("people_to_invite", "program=pairs-for-care&typed=am", 200).reads(),
    members("person", "id=amara-okafor", 200).reads(),
    members("skill", "id=sql-for-reports", 200).reads(),
    members("skills", "query=", 200).reads(),
    members("skills_to_say", "person=amara-okafor&typed=sql", 200).reads(),
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
    members("answer_application", "program=none&person=nobody&answer=accept", 404),
    members("asked_questions", "", 200).reads(),
    members("confirm_choices", "", 200).reads(),
    members("confirm_exchange", "exchange=none&outcome=met", 404),
    members("confirmation", "confirmation=none", 404).reads(),
    members("confirmations", "", 200).reads(),
    members("continue_program", "program=none", 404),
    members("decline_exchange", "exchange=none&reason=Too+much", 404),
    members("decline_invitation", "program=none", 404),
    members("decline_to_say", "subject=nobody&skill=none&reason=Never", 404),
    members("decline_word", "confirmation=none&reason=Never", 404),
    members("decline_drill", "drill=none&reason=Too+much", 404),
    members("drill", "drill=none", 404).reads(),
    members("drills", "", 200).reads(),
    members("drop_view", "view=none", 404),
    members("drop_want", "skill=none", 200),
    members("exchange", "exchange=none", 404).reads(),
    members("exchanges", "", 200).reads(),
    members("finish_stage", "program=none&stage=none", 404),
    members("finish_step", "program=none&step=none", 404),
    members("finish_step_for", "program=none&person=nobody&step=none", 404),
    members("give_role", "program=none&person=nobody&role=lead", 404),
    members("give_thanks", "form[to]=nobody&form[to_text]=&form[skill]=none&form[skill_text]=&form[words]=Thanks", 404),
    members("give_word", "confirmation=none&level=2", 404),
    members("home", "", 200).reads(),
    members("invite_to_program", "program=none&person=nobody", 404),
    members("join_program", "program=none", 404),
    members("leave_program", "program=none", 404),
    members("make_offer", "form[skill]=none&form[minutes]=30", 422),
    members("mark_notifications_read", "until=0", 200),
    members("my_skills", "", 200).reads(),
    members("new_drill", "query=", 200).reads(),
    members("notifications", "", 200).reads(),
    members("pause_program", "program=none", 404),
    members("propose_drill", DRILL, 404),
    members("propose_drill_day", "drill=none&on=2026-11-26", 404),
    members("propose_time", "exchange=none&own=2026-11-20T12:30", 404),
    members("remove_participant", "program=none&person=nobody", 404),
    members("report_drill", "drill=none&verdict=alone", 404),
    members("save_view", "view=none&name=Mine&query=", 404),
    members("send_first_message", ASK, 404),
    members("set_level", "person=nobody&skill=none&level=2", 422),
    members("take_role", "program=none&role=lead", 404),
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
    keepers("keep_pair", "plan=none&form[learner]=a&form[teacher]=b&form[skill]=c", 404),
    keepers("plan_progress", "", 200).reads(),
    keepers("redraw_plan", "plan=none", 404),
    keepers("start_steps", "plan=none&steps[]=a:b:c", 404),
    keepers("stop_drawing", "", 200),
    // Programs, for those who look after them.
    keepers("admin_audit", "query=", 200).reads(),
    keepers("admin_programs", "", 200).reads(),
    keepers("be_present", "program=none&presence[tab]=1", 404).reads(),
    keepers("cancel_schedule", "schedule=none", 404),
    keepers("create_program", "form[kind]=mentorship&form[template]=&form[title]=+", 422),
    members("discard_draft", "program=none", 200),
    keepers("draft_of_rest", "program=none&n=1", 404),
    keepers("drop_draft_of", "program=none&owner=nobody", 409),
    keepers("take_over_draft", "program=none&owner=nobody", 404),
    keepers("drop_change", "program=none&path=title", 404),
    keepers("keep_draft", "program=none&form[base]=1&form[values][title]=None", 404),
    keepers("people_to_name", "typed=am", 200).reads(),
    keepers("program_editor", "program=none&query=", 404).reads(),
    keepers("program_kinds", "query=", 200).reads(),
    keepers("publish_draft", "program=none&form[seen]=none", 404),
    keepers("roll_back", "program=none&form[n]=1", 404),
    keepers("settle_change", "program=none&form[path]=title&form[take]=mine", 404),
    keepers("stop_roll_out", "program=none&n=1", 404),
    keepers("widen_roll_out", "program=none&n=1&share=50", 404),
    members("move_program", "program=none&to=paused", 404),
    members("program_history", "program=none&query=", 404).reads(),
    members("program_people", "program=none&query=", 404).reads(),
    members("program_version", "program=none&n=1", 404).reads(),
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
