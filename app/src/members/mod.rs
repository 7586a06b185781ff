//! Who is a member of the organisation and what they may do: inviting, roles, new passwords. For organisation admins.

pub mod api;
mod leavers;
mod members_page;

pub use members_page::MembersPage;
