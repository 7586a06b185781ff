//! Five stops on one line: where the evidence puts someone now, how sure that is, and where they want to be.
//! A list of lanes can be compared along one baseline.

use leptos::prelude::*;

use super::{Icon, Way};

/// The names of the five stops, none to can teach.
pub const LEVELS: [&str; 5] = ["none", "aware", "with help", "alone", "can teach"];

/// How firmly the evidence says so. The halo widens as it thins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// Enough, and recent.
    #[default]
    Sure,
    /// Some.
    Fair,
    /// Little, or old.
    Low,
}

impl Certainty {
    /// From 0 for one old word to 3 for well supported.
    pub const fn of(certainty: u8) -> Self {
        match certainty {
            0 | 1 => Self::Low,
            2 => Self::Fair,
            _ => Self::Sure,
        }
    }

    const fn slug(self) -> Option<&'static str> {
        match self {
            Self::Sure => None,
            Self::Fair => Some("some"),
            Self::Low => Some("low"),
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Sure => "",
            Self::Fair => ", fairly sure",
            Self::Low => ", not sure yet",
        }
    }
}

/// One lane. A goal above the level is an open ring with a dotted way to it.
#[component]
pub fn SkillLane(
    /// 0 to 4, see [`LEVELS`].
    level: u8,
    /// How sure the level is.
    #[prop(optional)]
    certainty: Certainty,
    /// 0 to 4; no goal when left out or not above the level.
    #[prop(optional_no_strip)]
    goal: Option<u8>,
    /// Offers to teach, or wants to learn.
    #[prop(optional_no_strip, into)]
    way: Option<Way>,
) -> impl IntoView {
    let level = level.min(4);
    let goal = goal.map(|goal| goal.min(4)).filter(|goal| *goal > level);
    view! {
        <span
            class="lane"
            role="img"
            data-level=level
            data-goal=goal
            data-kind=way.map(Way::slug)
            data-sure=certainty.slug()
            aria-label=sentence(level, certainty, goal, way)
        >
            <i></i>
            <i></i>
            <i></i>
            <i></i>
            <i></i>
        </span>
    }
}

/// The stops' names, to stand once above a column of lanes.
#[component]
pub fn LaneScale() -> impl IntoView {
    let stops = LEVELS.map(|name| view! { <span>{name}</span> }).into_iter().collect_view();
    view! { <span class="lane-scale">{stops}</span> }
}

/// The round arrow before a lane's name: teach, learn, or an empty place that keeps the edge straight.
#[component]
pub fn LaneArrow(
    /// Which way; none keeps the place free.
    #[prop(optional_no_strip, into)]
    way: Option<Way>,
) -> impl IntoView {
    view! {
        <span class="lane-arrow" data-kind=way.map(Way::slug)>
            {way.map(|way| view! { <Icon name=way.icon() /> })}
        </span>
    }
}

fn sentence(level: u8, certainty: Certainty, goal: Option<u8>, way: Option<Way>) -> String {
    let name = |level: u8| LEVELS.get(usize::from(level)).copied().unwrap_or_default();
    let goal = goal.map_or_else(String::new, |goal| format!("; goal {goal}, {}", name(goal)));
    let way = match way {
        Some(Way::Teach) => "; offers to teach",
        Some(Way::Learn) => "; wants to learn",
        None => "",
    };
    format!("Level {level} of 4, {}{}{goal}{way}", name(level), certainty.words())
}

#[cfg(test)]
mod tests {
    use super::{Certainty, Way, sentence};

    #[test]
    fn a_lane_is_read_aloud_as_one_sentence() {
        assert_eq!(
            sentence(1, Certainty::Low, Some(3), Some(Way::Learn)),
            "Level 1 of 4, aware, not sure yet; goal 3, alone; wants to learn"
        );
        assert_eq!(sentence(4, Certainty::Sure, None, Some(Way::Teach)), "Level 4 of 4, can teach; offers to teach");
    }
}
