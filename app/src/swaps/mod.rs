//! Skill swaps: the board of what each can show and would like to see, and the rings that are found of it, in which all say
//! yes or nothing happens.

pub mod api;
mod board;
mod board_actions;
mod course_form;
mod course_list;
mod my_list;
mod parts;
mod program_card;
mod ring_actions;
mod ring_page;
mod ring_picture;
mod swaps_page;
mod time_choice;
mod why_ring;
mod your_part;

pub use ring_page::SwapRingPage;
pub use swaps_page::SwapsPage;
