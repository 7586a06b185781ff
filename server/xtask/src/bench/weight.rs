//! How much a first visit transfers, and the budget for it, which is written in `end2end/budget.json` and nowhere else.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::fault::{Fault, Outcome, While};
use crate::paths::Paths;
use crate::say;
use crate::site::{Assets, DOOR};

/// `end2end/budget.json`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Budget {
    /// Bytes of HTML, styles, scripts and wasm, as Brotli.
    pub first_page_bytes: u64,
}

impl Budget {
    /// Reads the file; refuses one with a field it does not know.
    pub fn read(paths: &Paths) -> Outcome<Self> {
        let text = fs::read(paths.journeys().join("budget.json")).while_doing("reading end2end/budget.json")?;
        serde_json::from_slice(&text).while_doing("reading end2end/budget.json")
    }
}

/// Refuses a site whose files alone are above the budget. The HTML comes on top and is measured by row W1.
pub fn within_budget(paths: &Paths, site: &Path, assets: &Assets) -> Outcome {
    let budget = Budget::read(paths)?.first_page_bytes;
    let mut weight = 0;
    for address in assets.of_every_page().chain(assets.of_function(DOOR)) {
        let compressed = site.join(format!("{}.br", &address[1..]));
        weight += fs::metadata(&compressed).while_doing(format_args!("weighing {address}"))?.len();
    }
    let said = format!("  the first page's files weigh {}, the budget is {}", kb(weight), kb(budget));
    if weight > budget {
        return Err(Fault::new(said));
    }
    say::line(said);
    Ok(())
}

/// Bytes in units of a thousand, rounded up, as a budget should be.
pub fn kb(bytes: u64) -> String {
    format!("{} KB", bytes.div_ceil(1_000))
}

#[cfg(test)]
mod tests {
    use super::kb;

    #[test]
    fn a_weight_is_rounded_up() {
        assert_eq!(kb(117_001), "118 KB");
        assert_eq!(kb(400_000), "400 KB");
    }
}
