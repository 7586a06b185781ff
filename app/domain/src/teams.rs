//! Teams as people see them: the tree with how well each is covered, and one team's page.
//!
//! Real exports name parents that are missing and go round in circles; both read as teams at the top.

mod draft;
mod leads;
mod page;
mod tree;

pub use draft::{TeamDraft, TeamForm, TeamText, team_form};
pub use leads::leads;
pub use page::{TeamMember, TeamPage, TeamSkill, team_page};
pub use tree::{Strip, TeamNode, TeamsPage, teams_page, used_below, with_teams_below};
