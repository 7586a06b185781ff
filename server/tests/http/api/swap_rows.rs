//! Who may call what of swaps.

use super::row::{Row, members};

pub const SWAP_ROWS: &[Row] = &[
    members("confirm_swap", "form[ring]=none", 404),
    members("decline_swap", "ring=none&reason=Too+much", 404),
    members("look_for_swaps", "program=none", 404),
    members("move_course", "course=none&step=join", 404),
    members("propose_course", "form[program]=none&form[skill]=none", 404),
    members("renew_offer", "skill=none", 404),
    members("renew_want", "skill=none", 404),
    members("swap", "ring=none", 404).reads(),
    members("swaps", "query=", 200).reads(),
];
