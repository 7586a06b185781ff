//! What a plan is made by: settings that everybody can read, and what the planner asked for by hand.

use super::instance::Pick;
use crate::skill::Criticality;
use serde::{Deserialize, Serialize};

/// Quarter hours in an hour.
pub const QUARTERS: i64 = 4;
/// What a quarter hour costs.
pub const QUARTER_COST: i64 = 10;

/// The settings of a plan. Time in quarter hours, costs in tenths of a quarter hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// Learner's quarter hours for each step of level: from none to aware, … from alone to can teach.
    pub steps: [i64; 4],
    /// Weeks of the calendar that each of these steps takes at least, however many hours there are.
    ///
    /// One to four: two hours a week at most, so that what was shown is tried at work before the next meeting, and a
    /// step more takes a week more, since what has to hold for a year is best met again after about three weeks (Cepeda,
    /// Vul, Rohrer, Wixted & Pashler 2008). From nothing to “can teach” that is ten weeks, within the ninety days of a
    /// target without a date.
    pub weeks: [i64; 4],
    /// A teacher spends one part in so many of what the learner spends.
    pub teaching_part: i64,
    /// What a lesson costs in hundredths of its hours when the learner wants it.
    pub wanted_percent: i64,
    /// Two people who share less time a day have no lesson together.
    pub least_overlap: i64,
    /// Two people who share less than this pay [`Terms::overlap_cost`].
    pub good_overlap: i64,
    /// The cost of each quarter hour a day that is missing to [`Terms::good_overlap`].
    pub overlap_cost: i64,
    /// How many lessons one person takes at most: 1 or 2.
    pub lessons_each: u32,
    /// How many lessons one person gives at most.
    pub mentees: u32,
    /// The price of a seat that stays empty.
    pub empty_seat: EmptySeat,
    /// So many learners are kept for each skill, the cheapest first, and so many teachers for each of them.
    pub widest: [u32; 2],
}

/// The price of an empty seat by how bad it is when nobody knows the skill, in tenths of a quarter hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmptySeat {
    /// Nice to have.
    pub low: i64,
    /// Work goes on, more slowly.
    pub normal: i64,
    /// Something important waits.
    pub high: i64,
    /// Something stops.
    pub critical: i64,
}

impl EmptySeat {
    /// The price for one criticality.
    pub const fn of(&self, criticality: Criticality) -> i64 {
        match criticality {
            Criticality::Low => self.low,
            Criticality::Normal => self.normal,
            Criticality::High => self.high,
            Criticality::Critical => self.critical,
        }
    }
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            steps: [10 * QUARTERS, 12 * QUARTERS, 16 * QUARTERS, 24 * QUARTERS],
            weeks: [1, 2, 3, 4],
            teaching_part: 3,
            wanted_percent: 80,
            least_overlap: 2 * QUARTERS,
            good_overlap: 4 * QUARTERS,
            overlap_cost: 5,
            lessons_each: 2,
            mentees: 3,
            // 3, 4, 6 and 10 times what both spend from no knowledge to “can teach”: 83 hours.
            empty_seat: EmptySeat { low: 9_960, normal: 13_280, high: 19_920, critical: 33_200 },
            widest: [40, 8],
        }
    }
}

/// What the planner asked for by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Lessons that the plan must hold.
    pub pins: Vec<Pick>,
    /// Lessons that it must not.
    pub forbids: Vec<Pick>,
}
