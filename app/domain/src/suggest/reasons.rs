//! The same ingredients as sentences: facts that both people can check, never scores.

use super::ingredients::{Pair, Teams};
use super::{IngredientKind, Reason};
use crate::evidence::Level;
use crate::org::Org;
use crate::person::Availability;
use crate::time::Span;

/// The most reasons shown.
const MOST_REASONS: usize = 4;

impl Pair<'_> {
    /// What speaks for the pair, what they would teach first and then by points.
    pub(super) fn reasons(&self) -> Vec<Reason> {
        let mut kinds: Vec<IngredientKind> =
            IngredientKind::ALL.into_iter().filter(|kind| self.points_of(*kind) > 0).collect();
        kinds.sort_by_key(|kind| (*kind != IngredientKind::Teaches, std::cmp::Reverse(self.points_of(*kind))));
        let reason = |kind| self.sentence(kind).map(|(lead, rest)| Reason { kind, lead, rest });
        kinds.into_iter().filter_map(reason).take(MOST_REASONS).collect()
    }

    fn sentence(&self, kind: IngredientKind) -> Option<(String, String)> {
        let first_name = self.teacher.first_name();
        match kind {
            // That the reader wants it stands in the sentence on teaching.
            IngredientKind::Goal => None,
            IngredientKind::Teaches => Some(self.teaching()),
            IngredientKind::Hours => Some(self.hours()),
            IngredientKind::Mutual => {
                let skill = self.back?.name.as_str();
                let rest = if self.back_is_offered { ", which you offer" } else { ", which you know" };
                Some((format!("Wants {skill}"), rest.to_owned()))
            }
            IngredientKind::Capacity => {
                Some((format!("Has {} left to teach", length(self.left)), " this month".to_owned()))
            }
            IngredientKind::OtherTeam => match self.teams {
                Teams::Other(team) => Some((team.to_owned(), ": you would meet another team".to_owned())),
                Teams::Same | Teams::Unknown => None,
            },
            IngredientKind::Answers => {
                let after = self.usual_answer?;
                let within =
                    if after <= Span::days(1) { "a day".to_owned() } else { format!("{} days", begun_days(after)) };
                Some((format!("{first_name} usually answers"), format!(" within {within}")))
            }
        }
    }

    fn teaching(&self) -> (String, String) {
        let skill = self.skill.name.as_str();
        let lead = match (self.level() >= Level::CAN_TEACH, self.offer.is_some()) {
            (true, _) => format!("Can teach you {skill}"),
            (false, true) => format!("Offers to teach {skill}"),
            (false, false) if self.level() >= Level::ALONE => format!("Does {skill} alone"),
            (false, false) => format!("Is a step ahead of you in {skill}"),
        };
        let rest = match self.offer {
            Some(offer) if !offer.note.is_empty() => format!(": {} minutes, {}", offer.minutes.0, offer.note),
            Some(offer) => format!(" and offers it: {} minutes", offer.minutes.0),
            None if self.level() >= Level::CAN_TEACH && self.other_teachers == 0 => "; nobody else here can".to_owned(),
            None if self.want.is_some() => ", which you want to learn".to_owned(),
            None => String::new(),
        };
        (lead, rest)
    }

    /// "Lunchtimes suit you both" when all of the narrower wish is shared, else how much is.
    fn hours(&self) -> (String, String) {
        let length_of = |wish: Availability| i64::from(wish.window().1) - i64::from(wish.window().0);
        let narrower = if length_of(self.learner.availability) <= length_of(self.teacher.availability) {
            self.learner.availability
        } else {
            self.teacher.availability
        };
        if self.shared_minutes < length_of(narrower) {
            return ("Your hours overlap".to_owned(), format!(": {} a day", length(self.shared_minutes)));
        }
        let lead = match narrower {
            Availability::Lunchtimes => "Lunchtimes suit you both",
            Availability::Mornings => "Mornings suit you both",
            Availability::Afternoons => "Afternoons suit you both",
            Availability::Whenever => "Any working hour suits you both",
        };
        (lead.to_owned(), String::new())
    }

    /// What would make the two fit better, when something simple would.
    pub(super) fn better(&self, org: &Org) -> Option<String> {
        let first_name = self.teacher.first_name();
        if self.shared_minutes == 0 {
            return Some(format!(
                "{first_name} prefers {}; other hours of yours would fit better.",
                self.teacher.availability.title().to_lowercase()
            ));
        }
        if self.left < i64::from(self.minutes().0) {
            return Some(format!("{first_name} has little time left this month; next month would fit better."));
        }
        if self.back.is_none() {
            let (wanted, _) = org.wants_of(&self.teacher.id).next()?;
            let wanted = org.skill(wanted)?.name.as_str();
            return Some(format!("{first_name} wants to learn {wanted}. If you know it, say so."));
        }
        None
    }

    /// A message that could be sent as it is.
    pub(super) fn message(&self) -> String {
        let (first_name, skill) = (self.teacher.first_name(), self.skill.name.as_str());
        let ask = format!("Hi {first_name}, I’d like to learn {skill}. Could you show me?");
        match self.back {
            Some(back) => format!("{ask} I could show you {} in return.", back.name),
            None => ask,
        }
    }
}

/// Days, the begun one counted.
const fn begun_days(span: Span) -> i64 {
    (span.0 + 86_399_999) / 86_400_000
}

/// "45 minutes", "2 hours", "1 hour 30".
pub(super) fn length(minutes: i64) -> String {
    let hours = |n: i64| if n == 1 { "1 hour".to_owned() } else { format!("{n} hours") };
    match (minutes / 60, minutes % 60) {
        (0, 1) => "1 minute".to_owned(),
        (0, rest) => format!("{rest} minutes"),
        (whole, 0) => hours(whole),
        (whole, rest) => format!("{} {rest}", hours(whole)),
    }
}
