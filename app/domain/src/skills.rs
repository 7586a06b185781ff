//! Skills as people see them: the atlas of all, the page of one, and one's own.

mod atlas;
mod catalogue;
mod edits;
mod form;
mod history;
mod own;
mod page;
mod prerequisites;
mod slots;
mod taught;

pub use atlas::{AtlasArea, AtlasSkill, ShownSkills, SkillsPage, SkillsQuery, skills_page};
pub(crate) use catalogue::unused;
pub use catalogue::{AreaDraft, CatalogueForm, MOST_PEOPLE, SkillDraft, catalogue_form};
pub use edits::{LevelEdit, LevelForm, OfferEdit, OfferForm, WantEdit, WantForm, may_take_back, named_skill};
pub use form::SkillForm;
pub use history::{CoverHistory, CoverPoint, cover_history};
pub use own::{OwnSkill, OwnSkillsPage, own_skills_page};
pub use page::{Demand, LevelText, Mine, SkillPage, SkillPerson, skill_page};
pub(crate) use prerequisites::circle;
pub use slots::{CoverSlot, SlotState};
pub use taught::SkillSession;
