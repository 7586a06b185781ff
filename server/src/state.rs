//! What every request handler is given.

use crate::live::Hub;
use crate::security::{Limits, Origins};
use crate::site::Files;
use ::app::here::Site;
use std::sync::Arc;
use store::Store;

/// Shared by all requests; cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The organisation.
    pub store: Store,
    /// What this server serves.
    pub site: Arc<Site>,
    /// The files of the built site.
    pub(crate) files: Arc<Files>,
    /// Who listens to what happens.
    pub hub: Hub,
    /// True while the program is being worked on: pages of another build reload.
    pub(crate) reloads: bool,
    /// Where changes may come from.
    pub(crate) origins: Arc<Origins>,
    /// How fast.
    pub(crate) limits: Arc<Limits>,
    /// How many proxies of ours stand before this server.
    pub(crate) proxies: u8,
}
