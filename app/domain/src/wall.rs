//! The wall of thanks: who thanked whom for what, and the form to give the next one. Nobody is counted or ranked.

use crate::id::{PersonId, SkillId};
use crate::reader::Reader;
use crate::tag::{PersonTag, SkillTag};
use crate::thanks::Thanks;
use crate::time::{Face, Span};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// How many thank-yous are shown.
const LINES: usize = 30;
/// How far back the sentence at the top looks.
const LATELY: Span = Span::days(28);

/// The wall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThanksWall {
    /// "14 thank-yous in the last four weeks."
    pub lead: String,
    /// The thank-yous, the newest first.
    pub lines: Vec<WallLine>,
}

/// What the form offers; apart from the wall, which comes anew whenever somebody thanks somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThanksChoices {
    /// Whom the reader can thank.
    pub people: Vec<PersonTag>,
    /// For what.
    pub skills: Vec<SkillTag>,
    /// Whom the form names already.
    pub to: Option<PersonTag>,
    /// What it names already.
    pub skill: Option<SkillTag>,
}

/// What the form sends: each of the two as chosen from its list, or as typed without JavaScript; a form sends only
/// the one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThanksForm {
    /// Whom, as chosen.
    #[serde(default)]
    pub to: String,
    /// Whom, as typed.
    #[serde(default)]
    pub to_text: String,
    /// For what, as chosen.
    #[serde(default)]
    pub skill: String,
    /// For what, as typed.
    #[serde(default)]
    pub skill_text: String,
    /// In which words.
    pub words: String,
}

/// One thank-you on the wall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WallLine {
    /// Who thanked.
    pub from: PersonTag,
    /// Who was thanked.
    pub to: PersonTag,
    /// For what.
    pub skill: SkillTag,
    /// In which words; may be none when it came with a meeting.
    pub words: String,
    /// When.
    pub at: Face,
}

/// What the form of the reader offers; it names `to` and `skill` when they came for them.
pub fn thanks_choices(reader: &Reader, to: Option<&PersonId>, skill: Option<&SkillId>) -> ThanksChoices {
    let org = reader.org;
    let others = org.people().filter(|person| person.id != reader.me.id);
    let mut people: Vec<_> = others.map(|person| PersonTag::of(org, &person.id)).collect();
    people.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let mut skills: Vec<_> = org.skills().map(|skill| SkillTag::of(org, &skill.id)).collect();
    skills.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    ThanksChoices {
        to: to.and_then(|to| people.iter().find(|person| person.id == *to).cloned()),
        skill: skill.and_then(|skill| skills.iter().find(|known| known.id == *skill).cloned()),
        people,
        skills,
    }
}

/// The wall as the reader sees it.
pub fn thanks_wall(reader: &Reader) -> ThanksWall {
    let org = reader.org;
    let lately = org.thanks().iter().filter(|thanks| reader.now().since(thanks.at) < LATELY).count();
    let line = |thanks: &Thanks| WallLine {
        from: PersonTag::of(org, &thanks.from),
        to: PersonTag::of(org, &thanks.to),
        skill: SkillTag::of(org, &thanks.skill),
        words: thanks.words.as_str().to_owned(),
        at: reader.clocks.face(&reader.me.zone, thanks.at),
    };
    ThanksWall {
        lead: sentence(&format!("{} in the last four weeks.", counted(lately, "thank-you", "thank-yous"))),
        lines: org.thanks().iter().rev().take(LINES).map(line).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{NOW, fernhill};
    use crate::reader::tests::{prose, read_by};

    #[test]
    fn the_newest_thanks_come_first_and_the_form_knows_whom_one_came_for() {
        let mut org = fernhill();
        for (to, days) in [("noor-halabi", 2), ("jonas-weidner", 40), ("amara-okafor", 1)] {
            org.put_thanks(Thanks {
                from: "wen-li".parse().unwrap(),
                to: to.parse().unwrap(),
                skill: "wound-care".parse().unwrap(),
                words: prose("Thank you."),
                at: NOW.before(Span::days(days)),
                exchange: None,
            });
        }
        let (to, skill) = ("noor-halabi".parse().unwrap(), "backup-restore".parse().unwrap());
        let wall = read_by(&org, "jonas-weidner", thanks_wall);
        let form = read_by(&org, "jonas-weidner", |reader| thanks_choices(reader, Some(&to), Some(&skill)));
        assert_eq!(wall.lead, "Two thank-yous in the last four weeks.");
        assert_eq!(
            wall.lines.iter().map(|line| line.to.name.as_str()).collect::<Vec<_>>(),
            ["Amara Okafor", "Noor Halabi", "Jonas Weidner"]
        );
        assert_eq!(
            (form.to.unwrap().name.as_str(), form.skill.unwrap().name.as_str()),
            ("Noor Halabi", "Backup restore")
        );
        assert!(form.people.iter().all(|person| person.id.as_str() != "jonas-weidner"));
    }
}
