//! One's own profile, or as an organisation admin anybody's.

use super::planning::{AwayRow, LastDay};
use crate::actor::{Actor, Role};
use crate::clocks::{Clocks, Day};
use crate::id::{PersonId, TeamId};
use crate::org::Org;
use crate::person::{Availability, Away, Person, ProfileEdit};
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::tag::{PersonTag, TeamTag};
use crate::text::{Line, Name, Prose};
use crate::time::{Minutes, Zone};
use serde::{Deserialize, Serialize};

/// The most languages that a profile holds.
pub const MOST_LANGUAGES: usize = 12;
/// The most minutes a month that somebody can say they teach or learn: a hundred hours.
pub const MOST_HOURS: Minutes = Minutes(6_000);

/// A profile as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileText {
    /// What people call them.
    pub name: String,
    /// Their job.
    #[serde(default)]
    pub title: String,
    /// A sentence or two of their own.
    #[serde(default)]
    pub about: String,
    /// Where they sit.
    #[serde(default)]
    pub place: String,
    /// Their time zone.
    pub zone: String,
    /// What they speak, separated by commas.
    #[serde(default)]
    pub languages: String,
    /// When they like to meet.
    pub availability: String,
    /// How many hours they teach a month.
    pub hours: String,
    /// How many hours they learn a month.
    #[serde(default)]
    pub learning: String,
}

impl ProfileText {
    /// What a form is filled with.
    pub fn of(profile: &ProfileEdit) -> Self {
        let languages: Vec<&str> = profile.languages.iter().map(Line::as_str).collect();
        Self {
            name: profile.name.to_string(),
            title: profile.title.to_string(),
            about: profile.about.to_string(),
            place: profile.place.to_string(),
            zone: profile.zone.as_str().to_owned(),
            languages: languages.join(", "),
            availability: profile.availability.title().to_owned(),
            hours: hours_text(profile.teaching),
            learning: hours_text(profile.learning),
        }
    }

    /// The profile; refuses the first field that cannot be taken.
    pub fn parsed(&self) -> Result<ProfileEdit, Rejection> {
        Ok(ProfileEdit {
            name: Name::parse("name", &self.name)?,
            title: Line::parse("title", &self.title)?,
            about: Prose::parse("about", &self.about)?,
            place: Line::parse("place", &self.place)?,
            zone: Zone::parse(&self.zone)?,
            languages: parse_languages(&self.languages)?,
            availability: Availability::parse(&self.availability)?,
            teaching: parse_hours("hours", &self.hours)?,
            learning: parse_hours("learning", &self.learning)?,
        })
    }
}

/// What the form of a profile is filled with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileForm {
    /// Whose.
    pub person: PersonTag,
    /// What stands there now.
    pub profile: ProfileEdit,
    /// The team they work in.
    pub team: Option<TeamId>,
    /// Teams to choose from, when the reader may move them.
    pub teams: Option<Vec<TeamTag>>,
    /// When they are away, the next first.
    pub away: Vec<AwayRow>,
    /// Today where they are, as the first day that a form offers.
    pub today: String,
    /// Their last day, for those who may set it.
    pub last_day: Option<LastDay>,
    /// Time zones that colleagues are in, to choose from; every other one can be written.
    pub zones: Vec<String>,
    /// True when it is the reader's own.
    pub is_me: bool,
}

/// The form for the profile of `id`: their own, or anybody's for organisation admins.
pub fn profile_form(org: &Org, actor: &Actor, id: &PersonId, clocks: &Clocks) -> Result<ProfileForm, Rejection> {
    actor.may_edit_person(id)?;
    let person = org.person(id).filter(|person| person.is_active()).ok_or(Rejection::NotFound(Noun::Person))?;
    let zones: std::collections::BTreeSet<&str> = org.people().map(|person| person.zone.as_str()).collect();
    let today = clocks.today(&person.zone);
    let last_day = LastDay {
        on: person.leaves_on.map(Day::iso).unwrap_or_default(),
        is_over: person.leaves_on.is_some_and(|last| last < today),
    };
    let teams = actor.at_least(Role::OrgAdmin).is_ok().then(|| {
        let mut teams: Vec<TeamTag> = org.teams().map(|team| TeamTag::of(org, &team.id)).collect();
        teams.sort_by_cached_key(|team| fold(&team.name));
        teams
    });
    Ok(ProfileForm {
        person: PersonTag::of(org, id),
        profile: ProfileEdit::of(person),
        team: person.team.clone(),
        teams,
        away: person.coming_away(today).into_iter().map(Away::row).collect(),
        today: today.iso(),
        last_day: actor.at_least(Role::OrgAdmin).is_ok().then_some(last_day),
        zones: zones.into_iter().map(str::to_owned).collect(),
        is_me: actor.person() == Some(id),
    })
}

/// The languages of the form field `languages`: separated by commas, semicolons or lines.
pub fn parse_languages(text: &str) -> Result<Vec<Line>, Rejection> {
    let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let languages: Vec<Line> = parts.map(|part| Line::parse("languages", part)).collect::<Result<_, _>>()?;
    if languages.len() > MOST_LANGUAGES {
        return Err(Rejection::invalid("languages", "Name twelve languages at most."));
    }
    Ok(languages)
}

/// Hours as a form holds them: "2", "1.5".
fn hours_text(minutes: Minutes) -> String {
    let (hours, rest) = (minutes.0 / 60, minutes.0 % 60);
    if rest == 0 { hours.to_string() } else { format!("{hours}.{}", rest / 6) }
}

/// The hours of the form field `field`, as minutes: 0 to 100, halves with a point or a comma.
pub fn parse_hours(field: &str, text: &str) -> Result<Minutes, Rejection> {
    let refused = || Rejection::invalid(field, "Write a number of hours a month from 0 to 100, such as 2 or 1.5.");
    let text = text.trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let whole: u16 = whole.parse().map_err(|_| refused())?;
    let tenths: u16 = match part.len() {
        1 => part.parse().map_err(|_| refused())?,
        2 => part.parse::<u16>().map_err(|_| refused())? / 10,
        _ => return Err(refused()),
    };
    let minutes = whole.checked_mul(60).and_then(|minutes| minutes.checked_add(tenths * 6)).ok_or_else(refused)?;
    if minutes > MOST_HOURS.0 { Err(refused()) } else { Ok(Minutes(minutes)) }
}

impl ProfileEdit {
    /// What stands in somebody's profile.
    pub fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            title: person.title.clone(),
            about: person.about.clone(),
            place: person.place.clone(),
            zone: person.zone.clone(),
            languages: person.languages.clone(),
            availability: person.availability,
            teaching: person.teaching,
            learning: person.learning,
        }
    }

    /// The person with this profile.
    pub fn applied_to(self, person: Person) -> Person {
        Person {
            name: self.name,
            title: self.title,
            about: self.about,
            place: self.place,
            zone: self.zone,
            languages: self.languages,
            availability: self.availability,
            teaching: self.teaching,
            learning: self.learning,
            ..person
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};
    use crate::reader::tests::CLOCKS;

    #[test]
    fn one_edits_oneself_and_an_admin_anybody() {
        let amara = "amara-okafor".parse().unwrap();
        let own = profile_form(&fernhill(), &signed_in("amara-okafor"), &amara, &CLOCKS).unwrap();
        assert!(own.is_me && own.teams.is_none() && own.last_day.is_none());
        assert_eq!(own.zones, ["Europe/Berlin", "Europe/Lisbon"]);
        let admin = profile_form(&fernhill(), &Actor::Console, &amara, &CLOCKS).unwrap();
        assert_eq!(admin.teams.unwrap().len(), 4);
        assert_eq!(admin.last_day, Some(LastDay { on: String::new(), is_over: false }));
        let other = profile_form(&fernhill(), &signed_in("jonas-weidner"), &amara, &CLOCKS);
        assert!(matches!(other, Err(Rejection::Forbidden(_))));
    }

    #[test]
    fn a_profile_that_is_not_changed_changes_nothing() {
        let org = fernhill();
        let amara = org.person(&"amara-okafor".parse().unwrap()).unwrap();
        let text = ProfileText::of(&ProfileEdit::of(amara));
        assert_eq!(text.parsed().unwrap().applied_to(amara.clone()), *amara);
    }

    #[test]
    fn hours_and_languages_are_read_as_people_write_them() {
        let rows = [("2", Some(120)), (" 1.5 ", Some(90)), ("0,25", Some(12)), ("100", Some(6_000)), ("101", None)];
        for (text, minutes) in rows {
            assert_eq!(parse_hours("hours", text).ok().map(|minutes| minutes.0), minutes, "{text}");
        }
        for text in ["", "-1", "two", "1.", "70000"] {
            assert!(parse_hours("hours", text).is_err(), "{text}");
        }
        let languages = parse_languages("English, some Portuguese;\nIgbo,").unwrap();
        assert_eq!(languages.iter().map(Line::as_str).collect::<Vec<_>>(), ["English", "some Portuguese", "Igbo"]);
        assert!(parse_languages(&"x,".repeat(13)).is_err());
    }
}
