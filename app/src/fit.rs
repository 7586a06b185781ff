//! How well two people fit, as the design system draws it.

use crate::ui::Strength;
use domain::suggest::Band;

impl From<Band> for Strength {
    fn from(band: Band) -> Self {
        match band {
            Band::Stretch => Self::Stretch,
            Band::Good => Self::Good,
            Band::Strong => Self::Strong,
        }
    }
}
