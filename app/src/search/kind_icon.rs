//! The picture beside what was found.

use crate::ui::IconName;
use domain::search::JumpKind;

/// The picture of such things.
pub const fn kind_icon(kind: JumpKind) -> IconName {
    match kind {
        JumpKind::People => IconName::Me,
        JumpKind::Skills => IconName::Atlas,
        JumpKind::Notes => IconName::Note,
        JumpKind::Questions => IconName::Message,
        JumpKind::Sessions => IconName::Calendar,
        JumpKind::Programs => IconName::Learn,
        JumpKind::Teams => IconName::People,
        JumpKind::New => IconName::Plus,
        JumpKind::Pages => IconName::Forward,
    }
}
