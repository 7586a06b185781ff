//! Hydrates the page.
