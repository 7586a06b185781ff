//! What the catalogue is narrowed to, as it stands in the address.

use crate::program::ProgramKind;
use crate::query_string::{Pairs, link, print};
use serde::{Deserialize, Serialize};

/// What the catalogue is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueQuery {
    /// Programs of one kind.
    pub kind: Option<ProgramKind>,
    /// Those that the reader can join now.
    pub open: bool,
}

impl CatalogueQuery {
    /// The query of an address; what cannot be read is left out.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let called = |key: &str| ProgramKind::ALL.iter().copied().find(|kind| kind.description().key == key);
        Self { kind: pairs.get("kind").and_then(called), open: pairs.get("open").is_some() }
    }

    /// The address of the catalogue narrowed to this.
    pub fn link(self) -> String {
        let kind = self.kind.map(|kind| kind.description().key);
        link("/programs", &print([("kind", kind), ("open", self.open.then_some("yes"))]))
    }

    /// True when it keeps everything.
    pub fn keeps_all(self) -> bool {
        self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_has_one_address() {
        for address in
            ["/programs", "/programs?kind=mentorship", "/programs?kind=skill_swap&open=yes", "/programs?open=yes"]
        {
            let query = address.split_once('?').map_or("", |(_, query)| query);
            assert_eq!(CatalogueQuery::parse(query).link(), address);
        }
        assert!(CatalogueQuery::parse("kind=quilting&open=").keeps_all());
    }
}
