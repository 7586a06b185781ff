//! People, skills and notes made up of the texts.

use crate::texts::{Dice, NOTES, Texts, capital};
use domain::evidence::Level;
use domain::id::PersonId;
use domain::note::{Draft, Months, Note};
use domain::person::Person;
use domain::skill::{Criticality, Skill, Target};
use domain::text::{EmailAddress, Line, Name, Passage, Prose};
use domain::time::Timestamp;

/// How many people and skills.
pub const PEOPLE: u32 = 10_000;
pub const SKILLS: u32 = 1_500;
const NOW: Timestamp = Timestamp(1_795_079_520_000);

pub fn people(texts: &Texts) -> impl Iterator<Item = Person> + '_ {
    (0..PEOPLE).map(move |number| {
        let mut dice = Dice::new(1_000_000 + number);
        let name = format!("{} {}", capital(texts.word(&mut dice)), capital(texts.rare(&mut dice)));
        let id = PersonId::parse(&format!("person-{number}")).expect("a slug");
        let email = EmailAddress::parse(&format!("person-{number}@made.example")).expect("an address");
        let mut person = Person::new(id, Name::parse("", &name).expect("a name"), email, NOW);
        person.title = Line::parse("", &texts.text(&mut dice, 2)).expect("a line");
        person.about = Prose::parse("", &texts.text(&mut dice, 12)).expect("a text");
        person
    })
}

pub fn skills(texts: &Texts) -> impl Iterator<Item = Skill> + '_ {
    (0..SKILLS).map(move |number| {
        let mut dice = Dice::new(2_000_000 + number);
        Skill {
            id: format!("skill-{number}").parse().expect("a slug"),
            name: Name::parse("", &capital(&texts.text(&mut dice, 2))).expect("a name"),
            area: "all".parse().expect("a slug"),
            description: Prose::parse("", &texts.text(&mut dice, 20)).expect("a text"),
            levels: Vec::new(),
            criticality: Criticality::Normal,
            target: Target { people: 2, level: Level::ALONE, by: None },
            after: Vec::new(),
            import: None,
        }
    })
}

pub fn notes(texts: &Texts) -> impl Iterator<Item = Note> + '_ {
    (0..NOTES).map(move |number| {
        let (title, body) = texts.note(number);
        let draft = Draft {
            title: Name::parse("", &title).expect("a name"),
            body: Passage::parse("", &body).expect("a text"),
            skills: vec![format!("skill-{}", number % SKILLS).parse().expect("a slug")],
            session: None,
            verifier: None,
            every: Months::USUAL,
        };
        let id = format!("note-{number}").parse().expect("a slug");
        let by = format!("person-{}", number % PEOPLE).parse().expect("a slug");
        Note::written(id, by, draft, NOW).expect("a note about something")
    })
}
