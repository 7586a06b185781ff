//! The two pages about evidence: how one level comes about, and what each kind counts for.

mod level_page;
mod preview;
mod rules_page;

pub use level_page::{LevelLine, LevelPage, level_page};
pub use preview::{Preview, SkillMoved};
pub use rules_page::{EvidencePage, RaterRow, RuleRow, RulesForm, evidence_page};
