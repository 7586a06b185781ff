//! A fit in words: facts that both people can check, never scores.

use super::fit::{Fit, Ingredient};
use super::ground::Ground;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::person::{Availability, Person};
use crate::suggest::Band;
use crate::time::Timestamp;
use crate::want::Priority;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Whoever looks for a mentor.
    Learner,
    /// The mentor.
    Mentor,
    /// Somebody else, such as an organiser.
    Others,
}

/// Why two people fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    /// How well.
    pub band: Band,
    /// The points of each ingredient, for the bar; in a fixed order.
    pub parts: Vec<(Ingredient, u16)>,
    /// The same in sentences, what would be taught first and then by points.
    pub lines: Vec<Line>,
    /// What would make the two fit better, when something simple would.
    pub better: Option<String>,
}

/// A fact that speaks for two people meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is about, which picks its picture.
    pub ingredient: Ingredient,
    /// What to read first: "Can teach you Backup restore".
    pub lead: String,
    /// The rest of the sentence.
    pub rest: String,
}

/// Two people as sentences name them.
struct Named<'a> {
    learner: &'a Person,
    mentor: &'a Person,
    voice: Voice,
}

impl Named<'_> {
    /// "you", or their name.
    fn learner(&self) -> &str {
        if self.voice == Voice::Learner { "you" } else { self.learner.first_name() }
    }

    /// What is said in the voice of each reader.
    fn say(&self, learner: impl Into<String>, mentor: impl Into<String>, others: impl Into<String>) -> String {
        match self.voice {
            Voice::Learner => learner.into(),
            Voice::Mentor => mentor.into(),
            Voice::Others => others.into(),
        }
    }

    const fn both(&self) -> &'static str {
        if matches!(self.voice, Voice::Others) { "both" } else { "you both" }
    }
}

impl Ground<'_> {
    /// Why two people fit, as `voice` reads it; `None` when one of them is not known.
    pub fn explained(&self, mentee: &PersonId, mentor: &PersonId, fit: &Fit, voice: Voice) -> Option<Explained> {
        let named = Named { learner: self.org().person(mentee)?, mentor: self.org().person(mentor)?, voice };
        let mut parts: Vec<(Ingredient, u16)> = fit.ingredients.iter().copied().filter(|(_, p)| *p > 0).collect();
        parts.sort_by_key(|(ingredient, points)| (*ingredient != Ingredient::Teaches, Reverse(*points)));
        let line = |(ingredient, _): (Ingredient, u16)| {
            let (lead, rest) = self.sentence(&named, fit, ingredient)?;
            Some(Line { ingredient, lead, rest })
        };
        Some(Explained {
            band: fit.band,
            parts: fit.ingredients.clone(),
            lines: parts.into_iter().filter_map(line).collect(),
            better: self.better(&named, fit),
        })
    }

    fn sentence(&self, named: &Named, fit: &Fit, ingredient: Ingredient) -> Option<(String, String)> {
        let name_of = |id: &SkillId| self.org().skill(id).map_or(id.as_str(), |skill| skill.name.as_str()).to_owned();
        let (learner, mentor) = (named.learner.first_name(), named.mentor.first_name());
        match ingredient {
            Ingredient::Wish => self.wish(named),
            Ingredient::Goal => self.goal(named, fit),
            Ingredient::Teaches => Some(self.teaching(named, fit)),
            Ingredient::Hours => Some(self.hours(named)),
            Ingredient::OtherTeam => {
                let name = |person: &Person| self.org().team(person.team.as_ref()?).map(|team| team.name.to_string());
                let (own, other) = (name(named.learner)?, name(named.mentor)?);
                let lead = named.say(&other, &own, format!("{own} and {other}"));
                Some((lead, named.say(": another team", ": another team", ": two teams")))
            }
            Ingredient::OtherPlace => {
                let (own, other) = (named.learner.place.as_str(), named.mentor.place.as_str());
                Some((named.say(other, own, format!("{own} and {other}")), ": another place".to_owned()))
            }
            Ingredient::Mutual => {
                let skill = name_of(fit.back.as_ref()?);
                let lead = named.say(
                    format!("{mentor} wants {skill}"),
                    format!("{learner} can show you {skill}"),
                    format!("{learner} can show {mentor} {skill}"),
                );
                Some((lead, named.say(", which you know", " in turn", " in turn")))
            }
            Ingredient::New => {
                let lead = named.say("New to each other", "New to each other", "New to each other");
                Some((lead, named.say(": you have not been a pair", ": you have not been a pair", "")))
            }
        }
    }

    fn wish(&self, named: &Named) -> Option<(String, String)> {
        let rank = self.org().seeking(&self.program().id, &named.learner.id)?.rank_of(&named.mentor.id)?;
        let place = ["first", "second", "third", "fourth", "fifth"].get(rank).copied().unwrap_or("last");
        let learner = named.learner.first_name();
        let lead = named.say(
            format!("Your {place} wish"),
            format!("You are {learner}’s {place} wish"),
            format!("{learner}’s {place} wish"),
        );
        Some((lead, String::new()))
    }

    fn goal(&self, named: &Named, fit: &Fit) -> Option<(String, String)> {
        let want = self.org().want(&named.learner.id, &fit.skill)?;
        let soon = match want.priority {
            Priority::Now => ", this month",
            Priority::Soon => ", in the next months",
            Priority::Someday => ", when it comes up",
        };
        let wants = if named.voice == Voice::Learner { "want" } else { "wants" };
        let lead = crate::wording::sentence(&format!("{} {wants} to reach “{}”", named.learner(), want.target.title()));
        Some((lead, soon.to_owned()))
    }

    fn teaching(&self, named: &Named, fit: &Fit) -> (String, String) {
        let skill = self.org().skill(&fit.skill).map_or(fit.skill.as_str(), |skill| skill.name.as_str());
        let (level, own) = (self.level(&named.mentor.id, &fit.skill), self.level(&named.learner.id, &fit.skill));
        let (learner, mentor) = (named.learner.first_name(), named.mentor.first_name());
        let offers = self.org().offer(&named.mentor.id, &fit.skill).is_some();
        let lead = match (level >= Level::CAN_TEACH, offers) {
            (true, _) => named.say(
                format!("Can teach you {skill}"),
                format!("You can teach {learner} {skill}"),
                format!("{mentor} can teach {skill}"),
            ),
            (false, true) => named.say(
                format!("Offers to teach {skill}"),
                format!("You offer to teach {skill}"),
                format!("{mentor} offers to teach {skill}"),
            ),
            (false, false) => named.say(
                format!("Does {skill} alone"),
                format!("You do {skill} alone"),
                format!("{mentor} does {skill} alone"),
            ),
        };
        let ahead = usize::from(level.number().saturating_sub(own.number()));
        let rest = match ahead {
            0 => String::new(),
            levels => format!(": {} ahead", crate::wording::counted(levels, "level", "levels")),
        };
        (lead, rest)
    }

    /// "Lunchtimes suit you both" when all of the narrower wish is shared, else how much is.
    fn hours(&self, named: &Named) -> (String, String) {
        let length_of = |wish: Availability| i64::from(wish.window().1) - i64::from(wish.window().0);
        let (own, other) = (named.learner.availability, named.mentor.availability);
        let narrower = if length_of(own) <= length_of(other) { own } else { other };
        let meeting = self.meeting(named.learner, named.mentor);
        let (shared, working) = (meeting.shared_minutes(self.clocks()), meeting.shared_working_minutes(self.clocks()));
        let both = named.both();
        let lead = match narrower {
            _ if shared == 0 => return ("Working hours overlap".to_owned(), format!(": {} a day", length(working))),
            _ if shared < length_of(narrower) => {
                return ("Hours that suit overlap".to_owned(), format!(": {} a day", length(shared)));
            }
            Availability::Lunchtimes => format!("Lunchtimes suit {both}"),
            Availability::Mornings => format!("Mornings suit {both}"),
            Availability::Afternoons => format!("Afternoons suit {both}"),
            Availability::Whenever => format!("Any working hour suits {both}"),
        };
        (lead, String::new())
    }

    fn better(&self, named: &Named, fit: &Fit) -> Option<String> {
        let (learner, mentor) = (named.learner, named.mentor);
        let meeting = self.meeting(learner, mentor);
        if meeting.shared_minutes(self.clocks()) == 0 {
            let hours = mentor.availability.title().to_lowercase();
            let (name, their) = (mentor.first_name(), learner.first_name());
            return Some(named.say(
                format!("{name} prefers {hours}; other hours of yours would fit better."),
                format!(
                    "{their} prefers {}; other hours of yours would fit better.",
                    learner.availability.title().to_lowercase()
                ),
                format!(
                    "No hour suits both: {name} prefers {hours}, {their} {}.",
                    learner.availability.title().to_lowercase()
                ),
            ));
        }
        if fit.back.is_none() && self.rules().mutual {
            let (wanted, _) = self.org().wants_of(&mentor.id).next()?;
            let wanted = self.org().skill(wanted)?.name.to_string();
            let name = mentor.first_name();
            return (named.voice == Voice::Learner)
                .then(|| format!("{name} wants to learn {wanted}. If you know it, say so on your profile."));
        }
        None
    }

    /// How long somebody has looked: "12 days".
    pub fn waited(&self, since: Timestamp) -> String {
        let days = self.clocks().now.since(since).whole_days().max(0);
        match usize::try_from(days).unwrap_or(0) {
            0 => "less than a day".to_owned(),
            days => crate::wording::counted(days, "day", "days"),
        }
    }
}

/// "45 minutes", "2 hours", "1 hour 30".
fn length(minutes: i64) -> String {
    let hours = |n: i64| if n == 1 { "1 hour".to_owned() } else { format!("{n} hours") };
    match (minutes / 60, minutes % 60) {
        (0, 1) => "1 minute".to_owned(),
        (0, rest) => format!("{rest} minutes"),
        (whole, 0) => hours(whole),
        (whole, rest) => format!("{} {rest}", hours(whole)),
    }
}
