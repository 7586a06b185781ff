//! A row of who may call what.

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
    pub const fn reads(self) -> Self {
        Self { is_read: true, ..self }
    }
}

/// Strangers may call it too: what stands before the door.
pub const fn open(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [answer; 5], is_read: false }
}

pub const fn members(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [401, answer, answer, answer, answer], is_read: false }
}

pub const fn managers(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [401, 403, answer, answer, answer], is_read: false }
}

pub const fn keepers(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [401, 403, 403, answer, answer], is_read: false }
}

pub const fn admins(function: &'static str, fields: &'static str, answer: u16) -> Row {
    Row { function, fields, answers: [401, 403, 403, 403, answer], is_read: false }
}
