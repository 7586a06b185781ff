//! Skills as people see them: the atlas of all, the page of one, and one's own.

mod atlas;
mod catalogue;
mod history;
mod own;
mod page;
mod slots;

pub use atlas::{AtlasArea, AtlasSkill, ShownSkills, SkillsPage, SkillsQuery, skills_page};
pub use catalogue::{AreaDraft, CatalogueForm, SkillDraft, catalogue_form};
pub use history::{CoverHistory, CoverPoint, cover_history};
pub use own::{OwnSkill, OwnSkillsPage, own_skills_page};
pub use page::{Demand, LevelText, Mine, SkillPage, SkillPerson, SkillSession, skill_page};
pub use slots::{CoverSlot, SlotState};
