//! Whom a random change reaches.

use crate::id::TeamId;
use crate::program::{Path, Policy, Publish, Reach, Value};
use proptest::prelude::*;

/// Whom a change reaches when, with registers that reach people otherwise, by their place in it.
#[derive(Clone, Debug)]
pub(super) struct Whom {
    policy: Policy,
    own: Vec<(usize, Policy)>,
    share: Option<u16>,
}

impl Whom {
    pub(super) fn publish(&self, writes: &[(Path, Value)]) -> Publish {
        let own = self.own.iter().filter_map(|(at, policy)| Some((writes.get(*at)?.0.clone(), *policy)));
        let reach = self.share.map(reach);
        Publish { policy: self.policy, policies: own.collect(), reach, ..Publish::default() }
    }
}

pub(super) fn whom() -> impl Strategy<Value = Whom> {
    let policy = || prop_oneof![Just(Policy::EveryoneNow), Just(Policy::NextStage), Just(Policy::NewJoiners)];
    let own = proptest::collection::vec((0..4_usize, policy()), 0..3);
    let share = proptest::option::weighted(0.3, prop_oneof![Just(0_u16), Just(OF_EAST), Just(4_000), Just(10_000)]);
    (policy(), own, share).prop_map(|(policy, own, share)| Whom { policy, own, share })
}

/// The share that stands for all of Care East.
const OF_EAST: u16 = 1;

fn reach(of_10_000: u16) -> Reach {
    match of_10_000 {
        OF_EAST => Reach::Teams { teams: [TeamId::parse("care-east").unwrap()].into() },
        of_10_000 => Reach::Share { of_10_000 },
    }
}
