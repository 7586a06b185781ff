//! A ring in words: who is in it, where it stands, why it fell.

use crate::exchanges::{Status, Tone};
use crate::id::PersonId;
use crate::reader::Reader;
use crate::rings::Lesson;
use crate::swap::{Fall, RingStage, SwapRing};
use crate::tag::PersonTag;
use crate::wording::{counted, listed, number, sentence};

/// "you", or the first word of the name.
pub(super) fn called(reader: &Reader, person: &PersonId) -> String {
    if *person == reader.me.id { "you".to_owned() } else { first_name(reader, person) }
}

/// The first word of the name.
pub(super) fn first_name(reader: &Reader, person: &PersonId) -> String {
    PersonTag::of(reader.org, person).first_name().to_owned()
}

/// "Amara, you and Mateo".
pub(super) fn all_of(reader: &Reader, ring: &SwapRing) -> String {
    let names: Vec<String> = ring.people().map(|person| called(reader, person)).collect();
    sentence(&listed(names.iter().map(String::as_str), 4))
}

/// "Amara and Mateo": everybody in it but the reader.
pub(crate) fn members(reader: &Reader, ring: &SwapRing) -> String {
    names(reader, ring.people().filter(|person| **person != reader.me.id))
}

/// "Amara and Mateo", with the reader as "you".
pub(crate) fn names<'a>(reader: &Reader, people: impl Iterator<Item = &'a PersonId>) -> String {
    let names: Vec<String> = people.map(|person| called(reader, person)).collect();
    listed(names.iter().map(String::as_str), 4)
}

/// "Amara teaches you Clinical handover", "you teach Mateo SQL for reports".
pub(super) fn lesson(reader: &Reader, lesson: &Lesson) -> String {
    let verb = if lesson.teacher == reader.me.id { "teach" } else { "teaches" };
    let (teacher, learner) = (called(reader, &lesson.teacher), called(reader, &lesson.learner));
    format!("{teacher} {verb} {learner} {}", reader.skill_name(&lesson.skill))
}

/// The whole ring as sentences: who teaches whom, and who has said yes.
pub(super) fn in_sentences(reader: &Reader, ring: &SwapRing) -> String {
    let lessons: Vec<String> = ring.ring.lessons.iter().map(|one| lesson(reader, one)).collect();
    let kind = if ring.ring.is_chain() { "Swap chain" } else { "Swap ring" };
    format!("{kind}. {}. {}", sentence(&lessons.join("; ")), said(reader, ring))
}

/// "Amara and Mateo have said yes, you have not answered."
fn said(reader: &Reader, ring: &SwapRing) -> String {
    let yes = names(reader, ring.people().filter(|person| ring.yes_of(person).is_some()));
    let silent = names(reader, ring.silent());
    let have = |list: &str, n: usize| if n == 1 && list != "you" { "has" } else { "have" };
    let (n_yes, n_silent) = (ring.people().count() - ring.silent().count(), ring.silent().count());
    match (n_yes, n_silent) {
        (0, _) => "Nobody has answered yet.".to_owned(),
        (_, 0) => "All have said yes.".to_owned(),
        _ => {
            let first = format!("{} {} said yes", sentence(&yes), have(&yes, n_yes));
            format!("{first}, {silent} {} not answered.", have(&silent, n_silent))
        }
    }
}

/// Where it stands for the reader.
pub(super) fn status(reader: &Reader, ring: &SwapRing) -> Status {
    let is_mine = ring.has(&reader.me.id);
    let (tone, label, text) = match &ring.stage {
        RingStage::Open if reader.now() >= ring.until => {
            (Tone::Over, "expired", "Not all answered in time.".to_owned())
        }
        RingStage::Open if is_mine && ring.yes_of(&reader.me.id).is_none() => {
            let text = format!("Answer until {}. {}", reader.when(ring.until), said(reader, ring));
            (Tone::Yours, "your turn", text)
        }
        RingStage::Open => {
            let text = format!("Waiting for {}, until {}.", names(reader, ring.silent()), reader.when(ring.until));
            (Tone::Theirs, "waiting", text)
        }
        RingStage::Committed { .. } => {
            let is_to_come = reader.org.takes_places(ring);
            let text = if is_to_come {
                "All have said yes. Each lesson is arranged by its two people."
            } else {
                "Every lesson of it is over."
            };
            (
                if is_to_come { Tone::Agreed } else { Tone::Done },
                if is_to_come { "agreed" } else { "done" },
                text.to_owned(),
            )
        }
        RingStage::Fell { why, .. } => (Tone::Over, fall_label(why), fall(reader, why)),
    };
    Status { tone, label: label.to_owned(), text }
}

const fn fall_label(why: &Fall) -> &'static str {
    match why {
        Fall::Declined { .. } => "declined",
        Fall::Silent { .. } => "expired",
        Fall::Overtaken { .. } => "overtaken",
        Fall::Left { .. } => "called off",
        Fall::Replaced => "taken back",
    }
}

/// Why a ring fell, in a sentence.
pub(super) fn fall(reader: &Reader, why: &Fall) -> String {
    match why {
        Fall::Declined { by, .. } => format!("{} can’t this time.", sentence(&called(reader, by))),
        Fall::Silent { people } => format!("{} did not answer in time.", sentence(&names(reader, people.iter()))),
        Fall::Overtaken { person } => {
            let whose =
                if *person == reader.me.id { "your".to_owned() } else { format!("{}’s", first_name(reader, person)) };
            format!("Another swap counted first, and took {whose} place.")
        }
        Fall::Left { person } => format!("{} is not in the program any more.", first_name(reader, person)),
        Fall::Replaced => "Nobody had said yes, and other rings serve more people now.".to_owned(),
    }
}

/// The heading of its page.
pub(super) fn title(reader: &Reader, ring: &SwapRing) -> String {
    match &ring.stage {
        RingStage::Open if reader.now() >= ring.until => "The time to answer is over".to_owned(),
        RingStage::Open => sentence(&format!("{} to go", counted(ring.silent().count(), "yes", "yeses"))),
        RingStage::Committed { .. } => "All have said yes".to_owned(),
        RingStage::Fell { .. } => "This swap will not be".to_owned(),
    }
}

/// "Three people, three skills. Each teaches one and learns one. It starts only when all three agree."
pub(super) fn lead(reader: &Reader, ring: &SwapRing) -> String {
    let (people, lessons) = (ring.people().count(), ring.ring.lessons.len());
    let people_words = sentence(&counted(people, "person", "people"));
    let all = if people == 2 { "both".to_owned() } else { format!("all {}", number(people)) };
    let starts = if ring.is_open() { format!(" It starts only when {all} agree.") } else { String::new() };
    let begins = ring.ring.lessons.first().filter(|_| ring.ring.is_chain());
    match begins {
        None => {
            let skills = counted(lessons, "skill", "skills");
            format!("{people_words}, {skills}. Each teaches one and learns one.{starts}")
        }
        Some(first) => {
            let (name, verb) =
                (called(reader, &first.teacher), if first.teacher == reader.me.id { "begin" } else { "begins" });
            let lessons = counted(lessons, "lesson", "lessons");
            format!(
                "{people_words}, {lessons}. {} {verb} without asking for anything in return.{starts}",
                sentence(&name)
            )
        }
    }
}
