//! The form in which somebody chooses what they are told, and how.

use super::{About, Channel, Notices, Quiet, Rhythm};
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the form sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticesForm {
    /// For each topic, by its name, the name of a channel.
    #[serde(default)]
    pub channels: BTreeMap<String, String>,
    /// How often the digest comes.
    #[serde(default)]
    pub rhythm: String,
    /// When quiet hours begin; empty for none.
    #[serde(default)]
    pub quiet_from: String,
    /// When they end.
    #[serde(default)]
    pub quiet_until: String,
}

impl NoticesForm {
    /// What it chooses; topics that it leaves out stay as they are. Refuses what no such form sends.
    pub fn read(&self, before: Notices) -> Result<Notices, Rejection> {
        let quiet = Quiet::parse(&self.quiet_from, &self.quiet_until)?;
        let rhythm = Rhythm::parse(&self.rhythm)?;
        let chosen = self.channels.iter().try_fold(before, |notices, (about, channel)| {
            let refused = || Rejection::invalid(format!("channels[{about}]"), "Choose one of the ways in this row.");
            let about = About::parse(about).ok_or_else(refused)?;
            let channel = Channel::parse(channel).filter(|channel| about.channels().contains(channel));
            Ok::<_, Rejection>(notices.with(about, channel.ok_or_else(refused)?))
        })?;
        Ok(Notices { quiet, rhythm, ..chosen })
    }
}
