//! The interface: pages, components and the typed functions they call on the server.

pub mod ui;
