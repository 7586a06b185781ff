//! The directory and the page of one person.
//!
//! The directory answers an address with one page of rows; everything about the choice of rows stands in
//! [`PeopleQuery`], so that a link is a view. Asking somebody to teach is `exchange`; levels come from `evidence`.

mod csv;
mod directory;
mod facets;
mod for_you;
mod near;
pub mod person;
mod planning;
mod profile;
mod query;
mod rows;
mod sieve;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use csv::formula_safe;
pub use csv::people_csv;
pub(crate) use directory::people_count;
pub use directory::{ColumnSort, Drop, PeoplePage, people_page};
pub use facets::{Facet, Facets};
pub use for_you::ForYou;
pub use near::NearMatch;
pub use person::{PersonPage, offer_words, person_page, relation};
pub use planning::{AwayRow, LastDay, MOST_AWAY, may_see_last_day, parse_away, parse_last_day};
pub use profile::{ProfileForm, ProfileText, parse_hours, parse_languages, profile_form};
pub use query::{Filter, Interest, LARGEST_PAGE, PeopleQuery, Sort, SortBy};
pub use rows::{PersonRow, Tags};
pub use words::ActiveFilter;
