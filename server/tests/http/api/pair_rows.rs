//! Who may call what of pairs: everybody who is in one, and nobody else; so to all callers here there is none.

use super::row::{Row, members};

pub const PAIR_ROWS: &[Row] = &[
    // Pairs, among those in them.
    members("add_agenda_item", "pair=none&topic=How", 404),
    members("add_goal", "pair=none&whose=nobody&aim=How", 404),
    members("agree_in_pair", "pair=none&seen=1", 404),
    members("continue_pair", "pair=none", 404),
    members("end_pair", "pair=none", 404),
    members("finish_milestone", "program=none&step=none", 404),
    members("finish_pair", "pair=none&worth=much", 404),
    members("give_pair_feedback", "pair=none&worth=much", 404),
    members("keep_pair_note", "pair=none&note=Mine", 404),
    members("move_agenda_item", "pair=none&item=n1&step=tick", 404),
    members("move_goal", "pair=none&goal=n1&step=reach", 404),
    members("pair_health", "program=none", 404).reads(),
    members("pair_room", "pair=none", 404).reads(),
    members("pairs", "", 200).reads(),
    members("pause_pair", "pair=none", 404),
    members("say_fit", "pair=none&says=yes", 404),
    members("stop_pair", "pair=none", 404),
    members("write_agreement", "pair=none&agreement=So", 404),
];
