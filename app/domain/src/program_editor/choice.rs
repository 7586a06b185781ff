//! Whom a publish is to reach: what the rail's form sends, and what the address holds while somebody looks at what it
//! would do.

use crate::id::TeamId;
use crate::program::forms::PublishForm;
use crate::program::{Policy, Publish};
use crate::query_string::Pairs;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is chosen so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishChoice {
    /// For all changes that have none of their own.
    pub policy: Policy,
    /// For changes of their own, by path.
    pub policies: BTreeMap<String, Policy>,
    /// A share of those inside, in percent; empty for all.
    pub share: String,
    /// Teams that have it first.
    pub teams: Vec<String>,
    /// The day, as typed; empty for now.
    pub due: String,
    /// Why, as typed.
    pub note: String,
    /// The version that is to be let out further, and to which teams.
    pub wider: Option<WiderChoice>,
}

/// The teams that are ticked to have a version next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WiderChoice {
    /// Which version.
    pub n: u32,
    /// The teams, with those that have it.
    pub teams: BTreeSet<TeamId>,
}

impl PublishChoice {
    /// Reads an address; what is no choice is left out.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let text = |name: &str| pairs.get(name).unwrap_or_default().to_owned();
        let policies = pairs.named("form[policies]");
        Self {
            policy: pairs.get("form[policy]").and_then(Policy::named).unwrap_or_default(),
            policies: policies.filter_map(|(path, text)| Some((path.to_owned(), Policy::named(text)?))).collect(),
            share: text("form[share]"),
            teams: pairs.starting("form[teams]").map(str::to_owned).collect(),
            due: text("form[due]"),
            note: text("form[note]"),
            wider: WiderChoice::parse(&pairs),
        }
    }

    /// The policy of one change; `None` where it has none of its own.
    pub fn own(&self, path: &str) -> Option<Policy> {
        self.policies.get(path).copied()
    }

    /// Whom it reaches. Refuses what [`PublishForm::publish`] refuses.
    pub(super) fn publish(&self) -> Result<Publish, Rejection> {
        let form = PublishForm {
            policy: self.policy,
            policies: self.policies.clone(),
            share: self.share.clone(),
            teams: self.teams.iter().map(|team| TeamId::parse(team)).collect::<Result<_, _>>()?,
            ..PublishForm::default()
        };
        form.publish()
    }
}

impl WiderChoice {
    fn parse(pairs: &Pairs) -> Option<Self> {
        let n = pairs.get("n")?.parse().ok()?;
        let teams = pairs.starting("teams[").filter_map(|team| TeamId::parse(team).ok()).collect();
        Some(Self { n, teams })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_what_the_form_sent() {
        let query = "form[policy]=everyone_now&form%5Bpolicies%5D%5Bstages/a/title%5D=new_joiners&form[policies][title]=\
            &form[share]=25&form[teams][]=care-east&form[note]=Why+not&form[seen]=x";
        let choice = PublishChoice::parse(query);
        assert_eq!(choice.policy, Policy::EveryoneNow);
        assert_eq!(choice.policies, BTreeMap::from([("stages/a/title".to_owned(), Policy::NewJoiners)]));
        assert_eq!((choice.share.as_str(), choice.note.as_str()), ("25", "Why not"));
        assert_eq!(choice.teams, ["care-east"]);
        assert_eq!(PublishChoice::parse("form[policy]=never"), PublishChoice::default());
        let wider = PublishChoice::parse("n=7&teams%5B%5D=care-east&form[teams][]=care").wider.unwrap();
        assert_eq!((wider.n, wider.teams.iter().map(TeamId::as_str).collect::<Vec<_>>()), (7, vec!["care-east"]));
    }
}
