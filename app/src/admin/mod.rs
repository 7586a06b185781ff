//! What organisation admins do: bring an organisation in from files, look at it before it counts, take it back.
//!
//! The files are uploaded by a plain form to a route of the server, because a file cannot travel in a server function's
//! form without JavaScript. All else is here.

mod import_api;
mod import_check_page;
mod import_column_table;
mod import_columns_page;
mod import_counts;
mod import_history;
mod import_issues;
mod import_page;
mod import_report_page;
mod import_scale_table;
mod import_steps;
mod import_ways;

pub use import_check_page::ImportCheckPage;
pub use import_columns_page::ImportColumnsPage;
pub use import_page::ImportPage;
pub use import_report_page::ImportReportPage;
