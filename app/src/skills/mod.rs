//! What there is to know: the atlas of skills, the page of each, one's own, and the catalogue.

mod add_skill;
mod api;
mod area_form_page;
mod atlas_page;
mod coming;
mod cover_chart;
mod my_skills_page;
mod own_offer;
mod own_skill;
mod own_want;
mod people_tables;
mod skill_form_page;
mod skill_library;
mod skill_page;
mod skill_rail;
mod verbs;
mod watch;
mod wishes;

pub use area_form_page::AreaFormPage;
pub use atlas_page::AtlasPage;
pub use my_skills_page::MySkillsPage;
pub use skill_form_page::SkillFormPage;
pub use skill_page::SkillPage;
