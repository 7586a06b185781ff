//! Who may call what of hours: one's own by everybody, the proof by strangers too, everybody's by organisation admins.

use super::row::{Row, admins, members, open};

pub const HOUR_ROWS: &[Row] = &[
    open("hours_proof", "", 200).reads(),
    members("give_hours", "form[to]=nobody&form[minutes]=30", 404),
    members("hours", "", 200).reads(),
    admins("hours_book", "query=", 200).reads(),
    admins("reverse_hours", "entry=request:none&words=Wrong", 409),
    admins("set_hours_right", "form[entry]=request:none&form[minutes]=30", 409),
];
